//! The whole page, for a browser.

fn main() {
    wirecopy::page::start();
}
