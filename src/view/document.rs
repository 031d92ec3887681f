//! A text and what it says, as one value that is cheap to hand on.

use std::ops::Deref;
use std::rc::Rc;

use crate::report::Report;
use crate::response::scale::Scale;

/// A text that was read. Clones share it, and two are equal when they are the same reading: comparing properties
/// costs a pointer, however long the report.
#[derive(Clone, Debug)]
pub struct Document(Rc<Reading>);

/// The parts of a [`Document`].
#[derive(Debug)]
pub struct Reading {
    /// The decoded text: what the report's spans point into.
    pub source: String,
    /// What it says.
    pub report: Report,
    /// The axis on which its deadlines can be read.
    pub scale: Scale,
}

impl Document {
    /// A text beside its report.
    pub fn new(source: String, report: Report) -> Self {
        let scale = Scale::new(report.timeline.steps.iter().map(|step| step.hours));
        Document(Rc::new(Reading { source, report, scale }))
    }

    /// Reads a text.
    pub fn read(source: String) -> Self {
        let report = crate::parse(&source);
        Document::new(source, report)
    }
}

impl Deref for Document {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.0
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
