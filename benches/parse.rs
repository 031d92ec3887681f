//! How fast texts are read, beside UTF-8 validation and a split into lines of the same bytes in the same run.
//!
//! `cargo bench --bench parse`; `cargo bench --bench parse -- report` for the default report alone. Last comes how the time grows from 1 MB
//! to 10 MB: `-- growth` for that alone.

#![allow(missing_docs, reason = "criterion generates an undocumented function")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};
use wirecopy::text::Excerpt;

const REPORT: &str = include_str!("../reports/default.txt");

/// News prose with a date or an amount of time in every other sentence, as dense as wire copy gets.
const PROSE: &str = "江城市应急管理局昨日通报,受持续强降雨影响,城区多条道路一度积水,交通受到影响。2023年7月21日晚,接到群众报警后,\
                     辖区民警10分钟内赶到现场,将被困的两名学生转移到安全地带。\n记者在现场看到,抢险人员正在清理淤泥,附近商铺陆续恢复营业,\
                     居民的生活秩序逐步恢复正常。截至22日14时,全市共出动抢险队伍46支、队员1200余名,转移群众三千多人,没有人员伤亡报告。\n";

/// Shapes that would hang a parser that looks back too far or compares every pair.
const HOSTILE: [(&str, &str); 5] = [
    ("one-line", "接到报警后,民警10分钟内赶到现场,"),
    ("short-lines", "渡口\n"),
    ("numerals", "一二三四"),
    ("brackets", "（摄"),
    ("amounts", "2小時"),
];

fn sized(seed: &str, bytes: usize) -> String {
    seed.repeat(bytes.div_ceil(seed.len()))
}

fn speed(criterion: &mut Criterion) {
    let sizes = [("7KB", 7 << 10), ("1MB", 1 << 20), ("10MB", 10 << 20)];
    for (kind, seed) in [("report", REPORT), ("prose", PROSE)] {
        let mut group = criterion.benchmark_group(kind);
        group.sample_size(10);
        for (name, bytes) in sizes {
            let text = Excerpt::from(if kind == "report" && name == "7KB" { seed.to_owned() } else { sized(seed, bytes) });
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new("utf8", name), &text, |b, text| {
                b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
            });
            group.bench_with_input(BenchmarkId::new("lines", name), &text, |b, text| {
                b.iter(|| black_box(text).lines().map(|line| line.trim().len()).sum::<usize>());
            });
            group.bench_with_input(BenchmarkId::new("structure", name), &text, |b, text| {
                b.iter(|| wirecopy::copy::read(black_box(text), &[]));
            });
            group.bench_with_input(BenchmarkId::new("times", name), &text, |b, text| b.iter(|| wirecopy::time::find(black_box(text))));
            group.bench_with_input(BenchmarkId::new("parse", name), &text, |b, text| b.iter(|| wirecopy::parse(black_box(text))));
            let report = wirecopy::parse(&text);
            group.bench_with_input(BenchmarkId::new("json", name), &report, |b, report| {
                b.iter(|| wirecopy::export::json(black_box(report)));
            });
        }
        group.finish();
    }
    let mut group = criterion.benchmark_group("hostile");
    group.sample_size(10);
    for (name, seed) in HOSTILE {
        let text = Excerpt::from(sized(seed, 1 << 20));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("parse", name), &text, |b, text| b.iter(|| wirecopy::parse(black_box(text))));
    }
    group.finish();
}

/// How many times as long ten times the text takes: both sizes in turn, the shortest of each, so that a busy machine tells no lies.
fn growth() {
    type Read = fn(&Excerpt);
    const TURNS: usize = 12;
    for (kind, seed) in [("report", REPORT), ("prose", PROSE)] {
        let texts = [sized(seed, 1 << 20), sized(seed, 10 << 20)].map(Excerpt::from);
        let reads: [(&str, Read); 3] = [
            ("structure", |text| drop(black_box(wirecopy::copy::read(black_box(text), &[])))),
            ("times", |text| drop(black_box(wirecopy::time::find(black_box(text))))),
            ("parse", |text| drop(black_box(wirecopy::parse(black_box(text))))),
        ];
        for (name, read) in reads {
            let mut shortest = [Duration::MAX; 2];
            for _ in 0..TURNS {
                for (text, shortest) in texts.iter().zip(&mut shortest) {
                    let start = Instant::now();
                    read(text);
                    *shortest = start.elapsed().min(*shortest);
                }
            }
            let [small, large] = shortest.map(|time| time.as_secs_f64());
            let speed = texts[1].len() as f64 / large / 1e6;
            println!("{kind}/{name}: 10 MB take {:.1} times as long as 1 MB, {speed:.0} MB/s", large / small);
        }
    }
}

criterion_group!(benches, speed);

fn main() {
    let said = |word: &str| std::env::args().any(|argument| argument == word);
    let all = std::env::args().skip(1).all(|argument| argument.starts_with('-'));
    if !said("growth") {
        benches();
        Criterion::default().configure_from_args().final_summary();
    }
    // Without `--bench` it is a test that everything runs.
    if (all || said("growth")) && said("--bench") {
        growth();
    }
}
