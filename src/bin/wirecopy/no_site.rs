//! In the place of `wirecopy site` where the program was built without it.

use std::ffi::OsString;

use clap::Args;

use crate::Failure;

/// Whatever is asked for.
#[derive(Args)]
pub(crate) struct Order {
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    _all: Vec<OsString>,
}

pub(crate) fn run(_: &Order) -> Result<String, Failure> {
    Err(Failure::Input("this wirecopy was built without `site`: `cargo install --path . --features site` builds it with it".to_owned()))
}
