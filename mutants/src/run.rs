//! The tests, run once for each mutant.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A test failed.
    Failed,
    /// A test took far longer than it does.
    Late,
    /// All tests passed.
    Passed,
    /// No test comes by it.
    Unreached,
}

/// A test: how long it takes, and the mutants it comes by.
pub struct Test {
    binary: PathBuf,
    name: String,
    takes: Duration,
    passes: HashSet<usize>,
}

/// Tests that read floods of characters, for which no mutant has the time.
const SLOW: [&str; 2] = ["hostile", "a_long_text"];
/// Tests that take longer run by themselves, last.
const LONG: Duration = Duration::from_millis(400);
/// What a mutant that asks for ever more memory gets, in KiB.
const MEMORY: &str = "4000000";

fn command(copy: &Path, binary: &Path, names: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.current_dir(copy).args(["-c", "ulimit -v $0 && exec \"$@\"", MEMORY]).arg(binary).arg("--exact").args(names);
    command.env("CARGO_MANIFEST_DIR", copy).env("PROPTEST_RNG_SEED", "1").env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1");
    command.env_remove("WIRECOPY_BLESS").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Runs every test by itself without a mutant, and asks it where it comes by.
pub fn list(copy: &Path, binaries: &[PathBuf]) -> Vec<Test> {
    let copy = &copy.canonicalize().unwrap();
    let passed = copy.join("passed");
    let mut tests = Vec::new();
    for binary in binaries {
        let binary = copy.join(binary);
        let listed = Command::new(&binary).current_dir(copy).args(["--list", "--format", "terse"]).output().unwrap();
        for name in String::from_utf8(listed.stdout).unwrap().lines().filter_map(|line| line.strip_suffix(": test")) {
            if SLOW.iter().any(|slow| name.contains(slow)) {
                continue;
            }
            let _ = fs::remove_file(&passed);
            let listing = command(copy, &binary, &[name]).env("MUTANTS_PASSED", &passed).status().unwrap();
            let start = Instant::now();
            let plain = command(copy, &binary, &[name]).status().unwrap();
            let takes = start.elapsed();
            assert!(listing.success() && plain.success(), "{name} fails without any mutant");
            let passes = fs::read_to_string(&passed).unwrap_or_default().lines().map(|line| line.parse().unwrap()).collect();
            eprintln!("{takes:>8.2?} {name}");
            tests.push(Test { binary: binary.clone(), name: name.to_owned(), takes, passes });
        }
    }
    tests.sort_by_key(|test| test.takes);
    tests
}

impl Outcome {
    pub fn missed(self) -> bool {
        matches!(self, Outcome::Passed | Outcome::Unreached)
    }
}

/// Runs every mutant, as many at a time as `JOBS` says, and tells each outcome at once.
pub fn all(copy: &Path, tests: &[Test], mutants: Vec<usize>, tell: impl Fn(usize, Outcome) + Sync) -> BTreeMap<usize, Outcome> {
    let copy = &copy.canonicalize().unwrap();
    let jobs = std::env::var("JOBS").ok().and_then(|jobs| jobs.parse().ok()).unwrap_or(1);
    let (start, count) = (Instant::now(), mutants.len());
    let (queue, outcomes) = (Mutex::new(mutants.into_iter()), Mutex::new(BTreeMap::new()));
    let next = || queue.lock().unwrap().next();
    scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(mutant) = next() {
                    let outcome = outcome(copy, tests, mutant);
                    let mut outcomes = outcomes.lock().unwrap();
                    outcomes.insert(mutant, outcome);
                    tell(mutant, outcome);
                    if outcomes.len() % 250 == 0 {
                        let missed = outcomes.values().filter(|outcome| outcome.missed()).count();
                        eprintln!("{:>6.0?} {} of {count} mutants, {missed} missed", start.elapsed(), outcomes.len());
                    }
                }
            });
        }
    });
    outcomes.into_inner().unwrap()
}

fn outcome(copy: &Path, tests: &[Test], mutant: usize) -> Outcome {
    let mut batches: Vec<(&Path, Duration, Vec<&str>)> = Vec::new();
    for test in tests.iter().filter(|test| test.passes.contains(&mutant)) {
        let batch = batches.iter_mut().find(|(binary, takes, _)| *binary == test.binary && test.takes < LONG && *takes < LONG);
        match batch {
            Some((_, takes, names)) => (*takes, _) = (*takes + test.takes, names.push(&test.name)),
            None => batches.push((&test.binary, test.takes, vec![&test.name])),
        }
    }
    if batches.is_empty() {
        return Outcome::Unreached;
    }
    batches.sort_by_key(|(_, takes, _)| *takes);
    for (binary, takes, names) in batches {
        let limit = (takes * 10).max(Duration::from_secs(5));
        let mut child = command(copy, binary, &names).env("MUTANT", mutant.to_string()).spawn().unwrap();
        let start = Instant::now();
        let status = loop {
            match child.try_wait().unwrap() {
                Some(status) => break status,
                None if start.elapsed() > limit => {
                    child.kill().unwrap();
                    child.wait().unwrap();
                    return Outcome::Late;
                }
                // Short at first: most tests take no longer.
                None => sleep((start.elapsed() / 8).clamp(Duration::from_millis(1), Duration::from_millis(50))),
            }
        };
        if !status.success() {
            return Outcome::Failed;
        }
    }
    Outcome::Passed
}
