//! What JavaScript brings and is given: its decoder of bytes, and the functions of the npm package (feature `js`).

pub(crate) mod decoder;
#[cfg(feature = "js")]
mod package;

#[cfg(feature = "js")]
pub use package::{decode, parse};
