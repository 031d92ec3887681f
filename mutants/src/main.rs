//! Mutation testing of the rooms that read: `copy`, `time`, `response`. Every rule is broken in turn, and the tests must notice.
//!
//! cargo-mutants does the same and compiles the crate for every mutant: six thousand times, a minute each. Here all mutants are compiled
//! once, each behind a switch (`switch.rs`), and the tests run once for each. The mutants are those of cargo-mutants: a function that
//! gives back a plain value (`values.rs`); another operator; `!` or `-` gone; an arm gone where `_` stands for the rest; a guard that
//! always or never holds (`mutate.rs`). Left out is what has no place for a switch: constants and tables, `const fn`, macros
//! (`matches!` too), chains with `let`, functions that give back an `impl Trait`. What doesn't compile is dropped and not counted.
//!
//! The crate is copied to `target/mutants/crate`; its own tests run there and those of `tests/` that read texts, and the examples of
//! the documentation. Each mutant meets only the tests that come by its switch, fastest first. `docs/mutation.md` tells the results.

mod mutate;
mod run;
mod values;

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use mutate::{Mutant, Mutate, places};
use run::Outcome;
use serde_json::Value;

/// The rooms whose rules are broken.
const ROOMS: [&str; 3] = ["copy", "time", "response"];
/// The tests that read texts; the others look at sources, documents or the program around the parser.
const TESTS: [&str; 6] = ["copy", "reports", "roles", "schema", "times", "documented"];

fn main() {
    // Only the mutants of files whose path contains one of these.
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let out = PathBuf::from("target/mutants");
    let copy = out.join("crate");
    for part in ["Cargo.toml", "Cargo.lock", "README.md", "src", "tests", "schema", "reports", "benches", "examples"] {
        copied(Path::new(part), &copy.join(part));
    }
    put(&copy.join("src/mutant.rs"), include_bytes!("switch.rs"));
    put(&copy.join("tests/documented.rs"), examples().as_bytes());

    // What didn't compile the last time, while the rooms are the same.
    let kept = out.join("dropped.txt");
    let key = key().to_string();
    let known = fs::read_to_string(&kept).ok().filter(|known| known.lines().next() == Some(&key)).unwrap_or_default();
    let mut dropped: HashSet<usize> = known.lines().skip(1).filter_map(|line| line.parse().ok()).collect();
    let mutants = loop {
        let mutants = mutated(&copy, &dropped);
        eprintln!("{} mutants, {} of which don't compile", mutants.len(), dropped.len());
        let wrong = unviable(&copy);
        if wrong.is_empty() {
            break mutants;
        }
        dropped.extend(wrong);
    };
    put(&kept, dropped.iter().fold(key.clone(), |kept, number| kept + "\n" + &number.to_string()).as_bytes());

    let mut arguments = vec!["test", "--no-run", "--lib"];
    arguments.extend(TESTS.iter().flat_map(|test| ["--test", test]));
    let messages = cargo(&copy, &arguments);
    let binaries: Vec<PathBuf> = messages
        .iter()
        .filter(|message| message["profile"]["test"] == true)
        .filter_map(|message| message["executable"].as_str())
        .map(PathBuf::from)
        .collect();
    assert_eq!(binaries.len(), TESTS.len() + 1, "the tests don't compile");
    let tests = run::list(&copy, &binaries);
    let chosen = |mutant: &Mutant| wanted.is_empty() || wanted.iter().any(|part| mutant.file.contains(part.as_str()));
    let numbers: Vec<usize> = (0..mutants.len()).filter(|number| !dropped.contains(number) && chosen(&mutants[*number])).collect();
    // What the tests of the same rooms have caught need not be caught again, where tests were only added.
    let caught = out.join("caught.txt");
    let known = fs::read_to_string(&caught).ok().filter(|known| std::env::var_os("AGAIN").is_some() && known.lines().next() == Some(&key));
    let mut outcomes = BTreeMap::new();
    for line in known.iter().flat_map(|known| known.lines().skip(1)) {
        let (number, late) = line.strip_suffix(" late").map_or((line, false), |number| (number, true));
        outcomes.insert(number.parse().unwrap(), if late { Outcome::Late } else { Outcome::Failed });
    }
    put(&caught, known.unwrap_or(key + "\n").as_bytes());
    let caught = Mutex::new(fs::OpenOptions::new().append(true).open(caught).unwrap());
    let left = numbers.iter().copied().filter(|number| !outcomes.contains_key(number)).collect();
    outcomes.extend(run::all(&copy, &tests, left, |number, outcome| match outcome {
        Outcome::Failed => writeln!(caught.lock().unwrap(), "{number}").unwrap(),
        Outcome::Late => writeln!(caught.lock().unwrap(), "{number} late").unwrap(),
        _ => eprintln!("{}", told(&mutants, number, outcome)),
    }));
    outcomes.retain(|number, _| numbers.contains(number));
    report(&out, &mutants, &dropped, &outcomes);
}

/// Writes a file unless it is there already: what hasn't changed isn't compiled again.
fn put(path: &Path, bytes: &[u8]) {
    if fs::read(path).ok().as_deref() != Some(bytes) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Copies a folder, and what is no longer in it goes. The rooms are written later; some files have something to do besides.
fn copied(from: &Path, to: &Path) {
    if from.is_dir() {
        for gone in fs::read_dir(to).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            if from.join(gone.file_name().unwrap()).exists() {
                continue;
            }
            if gone.is_dir() {
                fs::remove_dir_all(gone).unwrap();
            } else if in_a_room(from) {
                fs::remove_file(gone).unwrap();
            }
        }
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            copied(&entry.path(), &to.join(entry.file_name()));
        }
        return;
    }
    let path = from.to_str().unwrap();
    let text = || fs::read_to_string(from).unwrap();
    match path {
        "src/lib.rs" => put(to, format!("#![allow(warnings, missing_docs)]\n{}\nmod mutant;\n", text()).as_bytes()),
        "Cargo.toml" => put(to, (text() + "\n[profile.dev]\nopt-level = 1\ndebug = false\n").as_bytes()),
        _ if in_a_room(from) && path.ends_with(".rs") => {}
        _ => put(to, &fs::read(from).unwrap()),
    }
}

fn in_a_room(path: &Path) -> bool {
    ROOMS.iter().any(|room| path.starts_with(Path::new("src").join(room)))
}

/// The same while the rooms are, and what is made of them.
fn key() -> u64 {
    let mut hasher = DefaultHasher::new();
    [include_str!("mutate.rs"), include_str!("values.rs")].hash(&mut hasher);
    sources().iter().for_each(|file| fs::read(file).unwrap().hash(&mut hasher));
    hasher.finish()
}

/// The examples of the documentation as tests.
fn examples() -> String {
    let mut examples = String::from("//! The examples of the documentation.\n");
    for (number, example) in sources().iter().flat_map(|file| documented(&fs::read_to_string(file).unwrap())).enumerate() {
        let _ = write!(examples, "\n#[test]\nfn example_{number}() {{\n{example}}}\n");
    }
    examples
}

/// The examples in a file's comments.
fn documented(source: &str) -> Vec<String> {
    let lines = source.lines().filter_map(|line| line.trim_start().strip_prefix("//!").or(line.trim_start().strip_prefix("///")));
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    for line in lines.map(str::trim_start) {
        match &mut open {
            Some(_) if line.starts_with("```") => examples.extend(open.take()),
            Some(example) => *example += &format!("{}\n", line.strip_prefix("# ").unwrap_or(line)),
            None if line == "```" => open = Some(String::new()),
            None => {}
        }
    }
    examples
}

/// The files of the rooms, in order.
fn sources() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ROOMS.iter().map(|room| Path::new("src").join(room)).collect();
    while let Some(at) = files.iter().position(|path| path.is_dir()) {
        let folder = files.remove(at);
        files.extend(fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    files.retain(|path| path.extension().is_some_and(|end| end == "rs"));
    files.sort();
    files
}

/// Writes the rooms anew with all their mutants but some.
fn mutated(copy: &Path, dropped: &HashSet<usize>) -> Vec<Mutant> {
    let mut mutate = Mutate::new(dropped);
    for file in sources() {
        let mutated = mutate.source(file.to_str().unwrap(), &fs::read_to_string(&file).unwrap());
        put(&copy.join(&file), mutated.as_bytes());
    }
    mutate.mutants
}

fn cargo(copy: &Path, arguments: &[&str]) -> Vec<Value> {
    let mut command = Command::new("cargo");
    command.current_dir(copy).args(arguments).args(["--quiet", "--locked", "--no-default-features", "--features", "cli"]);
    command.args(["--message-format", "json", "--target-dir", "../build"]).stderr(Stdio::inherit());
    let output = command.output().expect("cargo");
    output.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect()
}

/// The mutants the compiler complains of.
fn unviable(copy: &Path) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut known = BTreeMap::new();
    for message in cargo(copy, &["check", "--lib"]) {
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let mut blamed = Vec::new();
        for span in message["spans"].as_array().into_iter().flatten().filter(|span| span["is_primary"] == true) {
            let file = span["file_name"].as_str().unwrap();
            let places = known.entry(file.to_owned()).or_insert_with(|| places(&fs::read_to_string(copy.join(file)).unwrap()));
            let [start, end] = ["byte_start", "byte_end"].map(|end| usize::try_from(span[end].as_u64().unwrap()).unwrap());
            // In a mutant; or around those that keep a constant from being one.
            match places.iter().rfind(|(_, range)| range.contains(&start)) {
                Some((number, _)) => blamed.push(*number),
                None => {
                    blamed.extend(places.iter().filter(|(_, range)| start <= range.start && range.end <= end).map(|(number, _)| number))
                }
            }
        }
        assert!(!blamed.is_empty() || message["code"].is_null(), "no mutant's fault: {} {}", message["message"], message["spans"]);
        found.extend(blamed);
    }
    found
}

/// Tells the score room by room, and writes down what was missed.
fn report(out: &Path, mutants: &[Mutant], dropped: &HashSet<usize>, outcomes: &BTreeMap<usize, Outcome>) {
    let room = |number: &usize| mutants[*number].file.split('/').nth(1).unwrap().to_owned();
    let count =
        |name: &str, outcome: Outcome| outcomes.iter().filter(|(n, o)| (name.is_empty() || room(n) == name) && **o == outcome).count();
    println!(
        "| room | caught | of these by the clock | missed | of these never run | don't compile | score |\n|---|---|---|---|---|---|---|"
    );
    for name in ROOMS.into_iter().chain([""]) {
        let [failed, late, missed, unreached] =
            [Outcome::Failed, Outcome::Late, Outcome::Passed, Outcome::Unreached].map(|o| count(name, o));
        let dropped = dropped.iter().filter(|number| name.is_empty() || room(number) == name).count();
        let (caught, missed) = (failed + late, missed + unreached);
        let score = 100.0 * caught as f64 / (caught + missed).max(1) as f64;
        let name = if name.is_empty() { "all" } else { name };
        println!("| {name} | {caught} | {late} | {missed} | {unreached} | {dropped} | {score:.1} % |");
    }
    let mut missed: Vec<_> = outcomes.iter().filter(|(_, outcome)| outcome.missed()).collect();
    missed.sort_by_key(|(number, _)| (&mutants[**number].file, mutants[**number].line, mutants[**number].column));
    let lines: Vec<String> = missed.iter().map(|(number, outcome)| told(mutants, **number, **outcome)).collect();
    fs::write(out.join("missed.txt"), lines.join("\n") + "\n").unwrap();
}

/// A missed mutant in a line.
fn told(mutants: &[Mutant], number: usize, outcome: Outcome) -> String {
    let Mutant { file, line, column, function, change } = &mutants[number];
    let never = if outcome == Outcome::Unreached { " (never run)" } else { "" };
    format!("{file}:{line}:{column} {function}: {change}{never} [{number}]")
}
