//! Work on all cores, results in order.

use std::io::{self, Write};
use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::sync::{Arc, Mutex};
use std::thread;

/// Does `work` on every job and writes the results in the order of the jobs, each as soon as it is there.
///
/// A few jobs a core are under way at a time, however many follow. The threads are not waited for: when the output is closed, the one that
/// reads the jobs may be waiting for input that never comes.
pub(crate) fn run<Job, Done, Out>(
    jobs: impl Iterator<Item = Job> + Send + 'static,
    work: impl Fn(Job) -> Done + Send + Sync + 'static,
    out: &mut Out,
    mut write: impl FnMut(&mut Out, Done) -> io::Result<()>,
) -> io::Result<()>
where
    Job: Send + 'static,
    Done: Send + 'static,
    Out: Write,
{
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (hand_out, handed_out) = mpsc::sync_channel::<(Job, SyncSender<Done>)>(cores);
    let (promise, promised) = mpsc::sync_channel::<Receiver<Done>>(2 * cores);
    let (handed_out, work) = (Arc::new(Mutex::new(handed_out)), Arc::new(work));
    for _ in 0..cores {
        let (handed_out, work) = (Arc::clone(&handed_out), Arc::clone(&work));
        thread::spawn(move || {
            let next = || handed_out.lock().ok()?.recv().ok();
            while let Some((job, answer)) = next() {
                // Nobody waits for the answer where the output is closed.
                let _ = answer.send(work(job));
            }
        });
    }
    thread::spawn(move || {
        for job in jobs {
            let (answer, answered) = mpsc::sync_channel(1);
            if promise.send(answered).is_err() || hand_out.send((job, answer)).is_err() {
                break;
            }
        }
    });
    while let Some(answered) = next(&promised, out)? {
        let done = next(&answered, out)?.ok_or_else(|| io::Error::other("a worker stopped"))?;
        write(out, done)?;
    }
    out.flush()
}

/// The next of a queue, `None` at its end. Whoever feeds one record at a time gets its answer before the wait.
fn next<T>(queue: &Receiver<T>, out: &mut impl Write) -> io::Result<Option<T>> {
    match queue.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            out.flush()?;
            Ok(queue.recv().ok())
        }
    }
}
