//! The browser entry of the quick page.

fn main() {
    wirecopy::page::start_quick();
}
