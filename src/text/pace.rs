//! Long work in short stretches.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Who has a say in when reading goes on. A text is read on the thread that asks for it; where that thread has other duties (a page
/// answers to its reader's hands), it takes its turns here.
pub trait Pace {
    /// Is asked after every stretch of a few hundred lines. Reading goes on at once, or when the future is done.
    fn rest(&self) -> Option<Pin<Box<dyn Future<Output = ()>>>>;
}

/// Reads on without a rest.
#[derive(Clone, Copy, Debug)]
pub struct Restless;

impl Pace for Restless {
    fn rest(&self) -> Option<Pin<Box<dyn Future<Output = ()>>>> {
        None
    }
}

/// Rests for as long as the pace wants.
pub(crate) async fn rest(pace: &dyn Pace) {
    if let Some(rest) = pace.rest() {
        rest.await;
    }
}

/// So many lines (or what else there is one of for each line) make a stretch.
pub(crate) const STRETCH: usize = 256;

/// The outcome of work at the pace of [`Restless`], which never has anything to wait for.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Counts the rests, and waits at every one.
    #[derive(Default)]
    struct Halting(Cell<usize>);

    impl Pace for Halting {
        fn rest(&self) -> Option<Pin<Box<dyn Future<Output = ()>>>> {
            self.0.set(self.0.get() + 1);
            let mut waited = false;
            Some(Box::pin(std::future::poll_fn(
                move |_| if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending },
            )))
        }
    }

    #[test]
    fn a_long_text_is_read_in_many_stretches_to_the_same_end() {
        let text = "渡口通报\n接到报告后,应急队10分钟内赶到现场。\n雨停了。\n".repeat(8 * STRETCH);
        let pace = Halting::default();
        let report = at_once(crate::parse_paced(&text, &[], &pace));
        assert_eq!(report, crate::parse(&text));
        let few = Halting::default();
        at_once(crate::parse_paced(&text[..text.len() / 4], &[], &few));
        assert!(pace.0.get() >= 3 * few.0.get() && few.0.get() > 5, "{} rests, {} in a quarter", pace.0.get(), few.0.get());
    }
}
