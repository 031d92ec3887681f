//! Weighing: what each piece is, from its own words, from where it stands and from what the rest of the report looks like.
//!
//! Every rule adds *evidence*, a weight for a label under the rule's name. The label with the most evidence wins; the rule that gave it
//! most is its reason; a close runner-up becomes a note. Weights are small whole steps: 6 a mark that means nothing else, 4 a strong
//! habit of the genre, 2 a fair guess, 0.5 a tie-breaker.

use super::evidence::Evidence;
use super::piece::Piece;
use super::{byline, editor, furniture, notice};
use crate::report::{CORRECTED, Label};
use crate::text::{Pace, STRETCH, count, is_closing, is_colon, is_digit, is_end, is_han, rest, signs, strip_any};

/// What the words of a piece tell about its shape.
struct Shape {
    /// As far as anything asks.
    chars: u8,
    ended: bool,
}

impl Shape {
    /// Nothing asks whether a piece has more characters than this.
    const ENOUGH: u8 = 64;
}

/// The evidence for every piece, weighed over the whole report. `texts` are the pieces' texts.
pub(super) async fn weigh(pieces: &[Piece], texts: &[&str], pace: &dyn Pace) -> Evidence {
    let mut shapes: Vec<Shape> = Vec::with_capacity(pieces.len());
    let mut evidence = Evidence::for_pieces(pieces.len());
    for (pieces, texts) in pieces.chunks(STRETCH).zip(texts.chunks(STRETCH)) {
        let from = shapes.len();
        shapes.extend(texts.iter().map(|text| shape(text)));
        for (at, (piece, text)) in (from..).zip(pieces.iter().zip(texts)) {
            by_words(at, piece, text, &shapes[at], &mut evidence);
        }
        rest(pace).await;
    }
    let house = House::survey(pieces, texts, &shapes, &mut evidence);
    rest(pace).await;
    headline(pieces, texts, &shapes, &house, &mut evidence);
    by_place(pieces, texts, &shapes, &house, &mut evidence, pace).await;
    evidence
}

fn shape(text: &str) -> Shape {
    const ENOUGH: usize = Shape::ENOUGH as usize;
    let ended = text.trim_end_matches(|c| is_closing(c) || c == '"').ends_with(is_end) || text.ends_with(['；', ';']);
    let chars = if text.len() >= ENOUGH * 4 { ENOUGH } else { count(text).min(ENOUGH) };
    Shape { chars: u8::try_from(chars).unwrap_or(Shape::ENOUGH), ended }
}

/// How many sentences a short text has; two stand for any more.
fn sentences(text: &str) -> usize {
    let (mut sentences, mut open) = (0, false);
    for c in text.chars().take(usize::from(Shape::ENOUGH)) {
        if is_end(c) {
            open = false;
        } else if !open && !is_closing(c) {
            open = true;
            sentences += 1;
            if sentences == 2 {
                break;
            }
        }
    }
    sentences
}

/// Evidence from the piece's own words.
fn by_words(at: usize, piece: &Piece, text: &str, shape: &Shape, evidence: &mut Evidence) {
    let prose = match (shape.ended, shape.chars) {
        (true, 30..) | (false, 61..) => 3.0,
        (true, 12..) => 2.5,
        (false, 33..) => 1.5,
        (true, _) => 1.0,
        (false, _) => 0.5,
    };
    evidence.push(Label::Paragraph, prose, if shape.ended { "prose" } else { "default" });
    let mut add = |label, weight, rule| evidence.add(at, label, weight, rule);
    if let Some((label, reason)) = piece.mark {
        // 原标题 only repeats a headline that may stand elsewhere; the headline rule decides.
        let weight = match (label, reason) {
            (_, CORRECTED) => 1000.0,
            (Label::Title, "original-title") => 2.0,
            _ => 6.0,
        };
        add(label, weight, reason);
        return;
    }
    if let Some(found) = &piece.caption {
        let weight = match found.reason {
            _ if found.text.is_empty() => 4.0,
            "caption-截图" | "caption-dated" | "credit-提供" => 4.0,
            _ => 6.0,
        };
        add(Label::Caption, weight, found.reason);
    }
    if let Some(found) = editor::editor(text) {
        add(Label::Editor, 6.0, found.reason);
    } else if byline::byline(text).is_some() {
        add(Label::Byline, 5.0, "byline-line");
    }
    if let Some(rule) = furniture::furniture(text) {
        let weight = match rule {
            "furniture-imprint" | "furniture-phrase" | "furniture-word" => 4.0,
            _ => 5.0,
        };
        add(Label::Furniture, weight, rule);
    }
    let weight = heading(text, shape);
    if weight > 0.0 {
        add(Label::Heading, weight, heading_rule(text));
    }
}

/// How much a piece looks like a subhead.
fn heading(text: &str, shape: &Shape) -> f32 {
    // Sections that are numbered and nothing more: 1, 02, 三.
    if shape.chars <= 2 && text.chars().all(|c| is_digit(c) || "一二三四五六七八九十".contains(c)) {
        return 1.5;
    }
    // Questions and answers of an interview.
    if strip_any(text, &["问", "答", "記者", "记者", "Q", "A"]).is_some_and(|rest| rest.starts_with(is_colon)) {
        return 0.0;
    }
    const LONGEST: u8 = 34;
    let last = text.chars().next_back();
    if shape.chars > LONGEST
        || text.chars().filter(|&c| is_han(c)).take(2).count() < 2
        || last.is_some_and(|c| matches!(c, '。' | '；' | ';' | '，' | ',' | '、' | '…'))
    {
        return 0.0;
    }
    let mut weight: f32 = if sentences(text) > 1 { 1.0 } else { 2.0 };
    if notice::number(text).is_some() || text.starts_with('【') {
        weight += 0.5;
    }
    // A quotation or a slogan between quotation marks stands as a paragraph more often.
    if quotation(text) {
        weight -= 1.6;
    }
    if text.ends_with(['？', '！', '?', '!']) {
        // Such a line ends a sentence too; the paragraph's evidence knows.
        weight += 0.6;
    }
    if signs(text).filter(|&(_, c)| is_digit(c)).count() * 2 > usize::from(shape.chars) {
        weight -= 1.5;
    }
    weight
}

/// Whether one pair of quotation marks holds all of `text`.
fn quotation(text: &str) -> bool {
    text.strip_prefix(['“', '"', '「'])
        .and_then(|text| text.strip_suffix(['”', '"', '」']))
        .is_some_and(|inside| !inside.contains(['“', '”', '"', '「', '」']))
}

fn heading_rule(text: &str) -> &'static str {
    if notice::number(text).is_some() {
        "heading-numbered"
    } else if text.starts_with('【') {
        "heading-bracketed"
    } else {
        "heading-short"
    }
}

/// The report as a whole.
struct House {
    /// The first piece of the story.
    lead: usize,
    /// The last piece of the story.
    last: usize,
    /// The first piece that closes the report: editor line, notice, imprint.
    close: usize,
    /// Captions with a mark of their own, and those of them with a credit.
    captions: usize,
    credited: usize,
    /// The first piece behind the end mark.
    end_mark: usize,
    /// For each piece, whether a short line like it stands elsewhere too.
    repeated: Vec<bool>,
}

impl House {
    /// Finds where the story begins and ends; adds the evidence of notices, which is read from the end.
    fn survey(pieces: &[Piece], texts: &[&str], shapes: &[Shape], evidence: &mut Evidence) -> House {
        let count = pieces.len();
        let clauses = notices(texts, evidence);
        let story = |at: usize| shapes[at].chars >= 12 && evidence.is(at, Label::Paragraph) && evidence.of(at, Label::Paragraph) >= 2.0;
        let dateline = pieces.iter().position(|piece| matches!(piece.mark, Some((Label::Dateline, _))));
        let long = (0..count).find(|&at| story(at) && (shapes[at].chars >= 40 || sentences(texts[at]) > 1) && !clauses[at]);
        let any = (0..count).find(|&at| story(at) && !clauses[at]);
        let lead = match (dateline, long) {
            // A dateline in the middle of the story opens no report.
            (Some(dateline), Some(long)) if dateline <= long + 3 => dateline.min(long),
            (Some(dateline), None) => dateline,
            (_, Some(long)) => long,
            (None, None) => any.unwrap_or(count),
        };
        let body = |at: usize| story(at) && !clauses[at];
        let mass: usize = (lead..count).filter(|&at| body(at)).map(|at| texts[at].len()).sum();
        let mut after = mass;
        let mut close = count;
        for at in lead..count {
            if body(at) {
                after -= texts[at].len();
            }
            let closes = matches!(evidence.best(at).0, Label::Editor | Label::NoticeTitle) || clauses[at];
            // What closes a report stands behind most of it.
            if closes && at > lead && after * 20 <= mass * 7 {
                close = at;
                break;
            }
        }
        let last = (lead..close).rev().find(|&at| body(at)).unwrap_or(lead);
        let captions = (0..count).filter(|&at| evidence.is(at, Label::Caption)).count();
        let credit = |best| matches!(best, (Label::Caption, _, rule) if str::starts_with(rule, "credit-") || rule == "caption-fused");
        let credited = (0..count).filter(|&at| credit(evidence.best(at))).count();
        let end_mark = (0..count).rev().find(|&at| evidence.is(at, Label::EndMark)).map_or(count, |at| at + 1);
        House { lead, last, close, captions, credited, end_mark, repeated: repeated(texts, shapes) }
    }
}

/// Which pieces are short lines that stand more than once.
fn repeated(texts: &[&str], shapes: &[Shape]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..texts.len()).filter(|&at| shapes[at].chars < Shape::ENOUGH).collect();
    order.sort_unstable_by_key(|&at| (texts[at].len(), texts[at]));
    let mut repeated = vec![false; texts.len()];
    for pair in order.windows(2) {
        if texts[pair[0]] == texts[pair[1]] {
            repeated[pair[0]] = true;
            repeated[pair[1]] = true;
        }
    }
    repeated
}

/// Marks the pieces of a legal notice and adds their evidence: read from the end, since a notice stands there, and given up at the fourth
/// paragraph in a row that does not speak its language.
fn notices(texts: &[&str], evidence: &mut Evidence) -> Vec<bool> {
    let mut marked = vec![false; texts.len()];
    let mut foreign = 0;
    for at in (0..texts.len()).rev() {
        let label = evidence.best(at).0;
        if matches!(label, Label::NoticeTitle | Label::NoticeClause) {
            marked[at] = true;
            foreign = 0;
            continue;
        }
        if !matches!(label, Label::Paragraph | Label::Furniture | Label::Heading) || texts[at].chars().nth(7).is_none() {
            continue;
        }
        let turns = notice::legal(texts[at]);
        if turns >= 2 || (turns == 1 && label == Label::Paragraph) {
            let numbered = if notice::number(texts[at]).is_some() { 2.0 } else { 0.0 };
            #[expect(clippy::cast_precision_loss, reason = "a handful")]
            evidence.add(at, Label::NoticeClause, 2.0 + 1.5 * turns as f32 + numbered, "notice-words");
            marked[at] = evidence.is(at, Label::NoticeClause);
            foreign = 0;
        } else if label == Label::Paragraph && evidence.of(at, Label::Paragraph) >= 2.0 {
            foreign += 1;
            if foreign == 4 {
                break;
            }
        }
    }
    marked
}

/// Chooses the headline among what stands before the story.
fn headline(pieces: &[Piece], texts: &[&str], shapes: &[Shape], house: &House, evidence: &mut Evidence) {
    let furniture = |evidence: &Evidence, at: usize| evidence.is(at, Label::Furniture);
    /// The weight of a line that is plainly a headline.
    const PLAIN: f32 = 3.0;
    let run_in = pieces.iter().position(|piece| piece.mark == Some((Label::Title, "dateline-题")));
    let mut own: Option<(usize, f32)> = None;
    let mut elsewhere: Option<(usize, f32)> = None;
    let lead = house.lead.min(texts.len());
    // From here on only furniture, byline and captions stand before the story.
    let passable = |at: usize| matches!(evidence.best(at).0, Label::Furniture | Label::Byline | Label::Caption);
    let near = (0..lead).rev().find(|&at| !passable(at)).unwrap_or(0);
    for at in 0..lead {
        let title = texts[at];
        let original = piece_is_original(&pieces[at]);
        let blocked = [Label::Caption, Label::Byline, Label::Editor, Label::Furniture, Label::Dateline]
            .into_iter()
            .any(|label| evidence.of(at, label) >= 3.0);
        if blocked || title.starts_with("——") {
            continue;
        }
        let mut weight = match shapes[at].chars {
            0..=3 => -2.0,
            8..=42 => 2.0,
            4..=7 | 43..=60 => 0.5,
            _ => -3.0,
        };
        if original {
            weight += 2.0;
        }
        if title.ends_with(['。', '；', '，', '、']) {
            weight -= 3.0;
        }
        if furniture::site_suffix(title).is_some() {
            weight += 1.5;
        }
        // The page's source and date follow its headline.
        if furniture(evidence, at + 1) && !furniture(evidence, at.wrapping_sub(1)) || followed_by_stamp(evidence, at) {
            weight += 1.5;
        }
        if texts.get(at + 1).is_some_and(|next| next.starts_with("——")) {
            weight += 2.0;
        }
        if at >= near {
            weight += 1.0;
        }
        if at == 0 {
            weight += 1.0;
        }
        if title.contains([' ', '\u{3000}', '：', ':', '！', '？', '“', '，']) {
            weight += 0.5;
        }
        if house.repeated[at] {
            weight += 1.5;
        }
        let best = if original { &mut elsewhere } else { &mut own };
        if best.is_none_or(|(_, most)| weight > most) {
            *best = Some((at, weight));
        }
    }
    // 原标题 is what the report was called elsewhere: the page's own headline comes first, where it is plainly one.
    let best = match (own, elsewhere) {
        (Some((_, weight)), Some((_, other))) if weight < PLAIN && other > weight => elsewhere,
        (None, _) => elsewhere,
        _ => own,
    };
    let best = best.filter(|&(_, weight)| weight >= if run_in.is_some() { PLAIN } else { 1.5 });
    // Where nothing before the story is a headline, a 原标题 behind it tells.
    let told = || (run_in.is_none()).then(|| pieces.iter().position(piece_is_original).map(|at| (at, 2.0))).flatten();
    let best = best.or_else(told);
    for other in (0..pieces.len()).filter(|&other| piece_is_original(&pieces[other]) && best.is_none_or(|(at, _)| at != other)) {
        evidence.add(other, Label::Furniture, 5.0, "original-title");
    }
    let Some((at, weight)) = best else {
        return;
    };
    let reason = if piece_is_original(&pieces[at]) { "original-title" } else { "headline" };
    evidence.add(at, Label::Title, weight.max(1.0) + 4.0, reason);
    for other in 0..house.lead {
        if other == at {
            continue;
        }
        if texts[other] == texts[at] {
            evidence.add(other, Label::Title, 6.0, "headline-repeated");
        } else if other == at + 1 && texts[other].starts_with("——") {
            evidence.add(other, Label::Title, 6.0, "headline-second-line");
        }
    }
}

fn piece_is_original(piece: &Piece) -> bool {
    piece.mark == Some((Label::Title, "original-title"))
}

fn followed_by_stamp(evidence: &Evidence, at: usize) -> bool {
    evidence.is(at + 1, Label::Furniture) && matches!(evidence.best(at + 1).2, "furniture-date" | "furniture-source")
}

/// Evidence from where a piece stands.
async fn by_place(pieces: &[Piece], texts: &[&str], shapes: &[Shape], house: &House, evidence: &mut Evidence, pace: &dyn Pace) {
    let mut in_notice = false;
    for at in 0..pieces.len() {
        if at % STRETCH == 0 {
            rest(pace).await;
        }
        let marked = pieces[at].mark.is_some();
        let label = evidence.best(at).0;
        let short = shapes[at].chars <= 24 && !shapes[at].ended;
        if label == Label::NoticeTitle {
            in_notice = true;
            continue;
        }
        if in_notice && !marked {
            if notice::number(texts[at]).is_some() {
                evidence.add(at, Label::NoticeClause, 5.0, "notice-numbered");
                continue;
            }
            if shapes[at].chars >= 16 || !notice::contacts(texts[at]).is_empty() {
                evidence.add(at, Label::NoticeClause, 3.5, "notice-follows-title");
                continue;
            }
        }
        if at < house.lead {
            evidence.add(at, Label::Heading, -6.0, "before-the-story");
            if !marked && short {
                evidence.add(at, Label::Furniture, 2.0, "before-the-story");
            }
            // A photo stands before the story; its caption is one sentence.
            if !marked && at > 0 && shapes[at].chars <= 60 && texts[at].ends_with('。') && sentences(texts[at]) == 1 {
                evidence.add(at, Label::Caption, 2.8, "caption-before-lead");
            }
        } else if at > house.last {
            evidence.add(at, Label::Heading, -4.0, "after-the-story");
            if !marked && !shapes[at].ended && shapes[at].chars <= 60 {
                evidence.add(at, Label::Furniture, 2.0, "after-the-story");
            }
            if !marked && at > house.close && matches!(label, Label::Paragraph | Label::Heading) {
                evidence.add(at, Label::Furniture, 3.5, "after-the-editor");
            }
        } else if label == Label::Heading {
            headings(at, texts, house, evidence);
        }
        // The end mark stands behind the story's last words.
        let ends_story =
            pieces.get(at + 1).is_some_and(|next| next.row == pieces[at].row && matches!(next.mark, Some((Label::EndMark, _))));
        if label == Label::Paragraph && !marked && !ends_story {
            unsigned_caption(at, texts, shapes, house, evidence);
        }
    }
}

/// A subhead is followed by story, and a run of short lines is a list.
fn headings(at: usize, texts: &[&str], house: &House, evidence: &mut Evidence) {
    const STACK: usize = 3;
    let run = |from: usize, step: isize| {
        let mut next = from;
        let mut length = 0;
        while let Some(other) = next.checked_add_signed(step).filter(|&other| other >= house.lead && other <= house.last) {
            if !evidence.is(other, Label::Heading) || length > STACK {
                break;
            }
            length += 1;
            next = other;
        }
        length
    };
    let stacked = 1 + run(at, -1) + run(at, 1);

    if stacked > STACK {
        evidence.add(at, Label::Paragraph, 2.0, "list");
    } else {
        evidence.add(at, Label::Heading, 1.0, "heading-short");
    }
    if house.repeated[at] && !texts[at].ends_with(is_colon) {
        evidence.add(at, Label::Furniture, 2.5, "repeated");
    }
}

/// Whether a sentence tells rather than shows: somebody says so, the reporter comes in, a list counts, or it has more than two clauses.
fn tells(text: &str) -> bool {
    notice::number(text).is_some()
        || text.matches(['，', ',']).count() > 1
        || ["记者", "記者", "获悉", "表示", "介绍", "指出", "认为", "认為", "称", "稱", "说", "說", "透露", "截至", "目前", "已经"]
            .iter()
            .any(|word| text.contains(word))
}

/// A caption without a credit: one short sentence that shows rather than tells, in a report whose photos have captions.
fn unsigned_caption(at: usize, texts: &[&str], shapes: &[Shape], house: &House, evidence: &mut Evidence) {
    let shape = &shapes[at];
    if shape.chars > 48 || sentences(texts[at]) != 1 {
        return;
    }
    // A photo's alternative text and its caption say the same.
    let twin = |other: Option<usize>| other.and_then(|other| texts.get(other)) == Some(&texts[at]);
    if shape.chars >= 12 && (twin(at.checked_sub(1)) || twin(Some(at + 1))) {
        evidence.add(at, Label::Caption, 3.5, "caption-repeated");
        return;
    }
    // （左）, （右二）: somebody in a photo is pointed out.
    let points = ["（左", "（右", "（中）", "(左", "(右", "(中)", "（前", "（后排"].iter().any(|mark| texts[at].contains(mark));
    if points {
        evidence.add(at, Label::Caption, 3.5, "caption-points");
        return;
    }
    let carries_on = ["目前", "同时", "此外", "随后", "据", "对此", "但", "而", "当前", "近日", "日前", "截至"]
        .iter()
        .any(|word| texts[at].starts_with(word));
    if carries_on || texts[at].contains(['“', '：', ':', '「']) || tells(texts[at]) {
        return;
    }
    let shows = ["正在", "现场", "現場", "图中", "圖中", "画面", "画面中", "合影", "一角", "航拍", "外景", "资料"]
        .iter()
        .any(|word| texts[at].contains(word));
    let beside = evidence.is(at.wrapping_sub(1), Label::Caption) || evidence.is(at + 1, Label::Caption);
    let mut weight = 0.0;
    if shows {
        weight += 1.0;
    }
    // The captions of a report look alike: where all have a credit, what has none is story.
    if house.captions > house.credited {
        weight += 0.8;
    } else {
        weight -= 1.0;
    }
    if beside {
        weight += 0.5;
    }
    if at >= house.end_mark && house.captions > 1 {
        weight += 1.5;
    }
    if weight >= 1.5 {
        evidence.add(at, Label::Caption, weight + 1.0, "caption-unsigned");
    }
}
