//! What a first visit loads of the page, for a browser: what moves in the report that was built into it.

fn main() {
    wirecopy::page::start_quick();
}
