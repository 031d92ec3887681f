//! The browser entry.

fn main() {
    wirecopy::page::start();
}
