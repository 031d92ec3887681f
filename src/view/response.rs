//! The response timeline as a value of its own: what showing it needs, without the text it was read from.

use std::ops::Deref;
use std::rc::Rc;

use serde::Serialize;

use super::outline::place;
use crate::report::{Report, Script, Timeline};
use crate::response::scale::Scale;

/// The response timeline of a report. Clones share it, and two are equal when they are the same one.
#[derive(Clone, Debug)]
pub struct Response(Rc<Answers>);

/// The parts of a [`Response`].
#[derive(Debug, Serialize)]
pub struct Answers {
    /// The script of the report.
    pub lang: Script,
    /// Triggers and steps.
    pub timeline: Timeline,
    /// The id of the place where the sentence of each step stands; none where the page does not show it.
    pub sentences: Vec<Option<String>>,
    /// The axis on which the deadlines can be read.
    #[serde(skip)]
    pub scale: Scale,
}

impl Response {
    /// A timeline whose sentences stand at these places, one for each step.
    pub fn new(lang: Script, timeline: Timeline, sentences: Vec<Option<String>>) -> Self {
        let scale = Scale::new(timeline.steps.iter().map(|step| step.hours));
        Response(Rc::new(Answers { lang, timeline, sentences, scale }))
    }

    /// The timeline of a report.
    pub fn of(report: &Report) -> Self {
        let steps = report.timeline.steps.iter().enumerate();
        let sentences = steps.map(|(index, step)| place(report, step.span.start, format!("s{}", index + 1)));
        Response::new(report.lang, report.timeline.clone(), sentences.collect())
    }
}

impl Deref for Response {
    type Target = Answers;

    fn deref(&self) -> &Answers {
        &self.0
    }
}

impl PartialEq for Response {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
