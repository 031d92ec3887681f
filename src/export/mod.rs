//! A report in other programs' forms.

#[cfg(feature = "json")]
mod json;

#[cfg(feature = "json")]
pub use json::json;
