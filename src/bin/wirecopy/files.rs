//! Reports in files and folders.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::row::Row;
use crate::source::{Reading, Source};
use crate::{Failure, ordered};

/// A file to read, or why there is none.
pub(crate) type Job = Result<PathBuf, (PathBuf, String)>;

/// Prints a row for every file, in order, failed or not.
pub(crate) fn run(paths: &[PathBuf], reading: Reading) -> Result<(), Failure> {
    let jobs: Vec<Job> =
        paths.iter().flat_map(|path| if path.is_dir() { below(path, is_report) } else { vec![Ok(path.clone())] }).collect();
    let all = jobs.len();
    let progress = progress(all);
    let mut failed = 0;
    let mut out = BufWriter::new(io::stdout().lock());
    ordered::run(
        jobs.into_iter(),
        move |job| row(job, reading),
        &mut out,
        |out, (line, wrong)| {
            failed += usize::from(wrong);
            progress.inc(1);
            out.write_all(&line)
        },
    )?;
    progress.finish_and_clear();
    if failed > 0 {
        let files = if all == 1 { "file" } else { "files" };
        return Err(Failure::Input(format!("{failed} of {all} {files} can't be read; the rows say why")));
    }
    Ok(())
}

fn row(job: Job, reading: Reading) -> (Vec<u8>, bool) {
    let (path, source) = match job {
        Ok(path) => {
            let source = Source::read(&path, reading);
            (path, source)
        }
        Err((path, message)) => (path, Err(message)),
    };
    let id = path.to_string_lossy();
    let row = match source {
        Ok(source) => Row::of(id, &source),
        Err(message) => Row::error(id, None, message),
    };
    (row.json(), row.failed())
}

/// The texts and pages below a folder, sorted. Links to folders are not followed, so that no loop is walked.
pub(crate) fn below(folder: &Path, is_report: fn(&Path) -> bool) -> Vec<Job> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match folder.read_dir() {
            Ok(entries) => entries,
            Err(error) => {
                let message = format!("{} can't be read: {error}", folder.display());
                found.push(Err((folder, message)));
                continue;
            }
        };
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
                Ok((path, kind)) if kind.is_dir() => folders.push(path),
                // Pipes and devices may never end. A link that leads nowhere is kept, for its row to say so.
                Ok((path, _)) if is_report(&path) && path.metadata().is_ok_and(|kind| !kind.is_file()) => {}
                Ok((path, _)) if is_report(&path) => found.push(Ok(path)),
                Ok(_) => {}
                Err(error) => found.push(Err((folder.clone(), format!("{} can't be read: {error}", folder.display())))),
            }
        }
    }
    if found.is_empty() {
        let message = format!("{} holds no .txt, .htm, .html or .shtml file", folder.display());
        found.push(Err((folder.to_owned(), message)));
    }
    found.sort_by(|a, b| path(a).cmp(path(b)));
    found
}

fn path(job: &Job) -> &Path {
    match job {
        Ok(path) | Err((path, _)) => path,
    }
}

pub(crate) fn is_report(path: &Path) -> bool {
    path.extension().is_some_and(|extension| ["txt", "htm", "html", "shtml"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// A bar on the terminal, unless the rows go there too.
fn progress(all: usize) -> ProgressBar {
    let target = if io::stdout().is_terminal() { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let style = ProgressStyle::with_template("{bar:32} {pos} of {len} files, {eta} left").expect("the template is well formed");
    ProgressBar::with_draw_target(Some(all as u64), target).with_style(style)
}
