//! Time extraction and the whole parse beside UTF-8 validation of the same bytes.
//!
//! The texts are generated: news prose with a date or an amount of time in every other sentence, as dense as wire copy gets.

#![allow(missing_docs, reason = "criterion generates an undocumented function")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const SENTENCES: &[&str] = &[
    "江城市应急管理局昨日通报,受持续强降雨影响,城区多条道路一度积水,交通受到影响。",
    "2023年7月21日晚,接到群众报警后,辖区民警10分钟内赶到现场,将被困的两名学生转移到安全地带。\n",
    "记者在现场看到,抢险人员正在清理淤泥,附近商铺陆续恢复营业,居民的生活秩序逐步恢复正常。",
    "截至22日14时,全市共出动抢险队伍46支、队员1200余名,转移群众三千多人,没有人员伤亡报告。\n",
    "市民李女士说,雨下得很急,幸好社区工作人员提前敲门提醒,大家才及时搬到了高处。",
    "气象部门预计,未来6小时内仍有短时强降水,提醒市民尽量减少外出,注意防范次生灾害。\n",
];

fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 200);
    for sentence in SENTENCES.iter().cycle() {
        if text.len() >= bytes {
            return text;
        }
        text.push_str(sentence);
    }
    text
}

fn speed(c: &mut Criterion) {
    let mut group = c.benchmark_group("time");
    group.sample_size(10);
    for (name, bytes) in [("7KB", 7 << 10), ("1MB", 1 << 20), ("10MB", 10 << 20)] {
        let text = text(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("utf8-validation", name), &text, |b, text| {
            b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
        });
        group.bench_with_input(BenchmarkId::new("find-times", name), &text, |b, text| b.iter(|| wirecopy::time::find(black_box(text))));
        group.bench_with_input(BenchmarkId::new("parse", name), &text, |b, text| b.iter(|| wirecopy::parse(black_box(text))));
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
