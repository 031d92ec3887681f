//! Which of many texts takes longest to read for its length: `slowest FOLDER…`, for the inputs that fuzzing keeps. Each is repeated to the
//! same length, so that what every text costs once doesn't count, and read three times. Fails where the slowest byte takes more than
//! twenty times as long as the median one.

use std::time::{Duration, Instant};
use std::{env, fs, process::ExitCode};

/// What each text is repeated to, in bytes.
const LENGTH: usize = 64 << 10;

/// How much slower than the median a text may be.
const LIMIT: f64 = 20.0;

fn main() -> ExitCode {
    let mut times: Vec<(Duration, String)> = env::args()
        .skip(1)
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter_map(|path| Some((String::from_utf8_lossy(&fs::read(&path).ok()?).into_owned(), path.display().to_string())))
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, name)| (shortest(&text.repeat(LENGTH.div_ceil(text.len()))), name))
        .collect();
    times.sort();
    let (Some((slowest, name)), Some((median, _))) = (times.last(), times.get(times.len() / 2)) else {
        println!("no texts there");
        return ExitCode::FAILURE;
    };
    let ratio = slowest.as_secs_f64() / median.as_secs_f64();
    let speed = |time: &Duration| LENGTH as f64 / time.as_secs_f64() / 1e6;
    println!(
        "{} texts: median {:.0} MB/s, slowest {:.1} MB/s, {ratio:.1} times as long ({name})",
        times.len(),
        speed(median),
        speed(slowest)
    );
    if ratio > LIMIT { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn shortest(text: &str) -> Duration {
    let read = || {
        let start = Instant::now();
        let report = wirecopy::parse(text);
        let time = start.elapsed();
        drop(report);
        time
    };
    (0..3).map(|_| read()).min().unwrap_or_default()
}
