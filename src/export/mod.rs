//! A report in other programs' forms.
