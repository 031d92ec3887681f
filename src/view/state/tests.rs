use super::photos::{Hold, Photo};
use super::speech::Said;
use super::*;
use crate::report::{Label, Report, Role, Status, Step};
use crate::text::decode::Decoded;
use crate::text::{Encoding, Restless, Span, at_once};
use crate::view::{Origin, Whose};

fn step(hours: f64) -> Step {
    Step {
        text: "".into(),
        hours,
        within: String::new(),
        workdays: None,
        role: Role::Deadline,
        status: Status::Done,
        trigger: None,
        statement: "".into(),
        statement_span: Span::default(),
        actor: None,
        quantities: Vec::new(),
        span: Span::default(),
    }
}

fn document() -> Document {
    let mut report = Report::default();
    report.timeline.steps = [0.5, 1.0, 3.0, 12.0].map(step).to_vec();
    Document::new(String::new(), report)
}

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| reduce(&state, action))
}

fn opened() -> State {
    after(&State::new(Lang::Hans, None), [Action::Opened(document())])
}

fn is(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

#[test]
fn the_address_holds_for_the_first_text_only() {
    let first = after(&State::new(Lang::Hans, Some(3.0)), [Action::Opened(document())]);
    is(first.hours(), 3.0);
    let second = after(&first, [Action::Notice(true), Action::Opened(document())]);
    is(second.hours(), 12.0);
    assert!(!second.notice_open);
}

#[test]
fn another_text_stops_what_plays() {
    let playing = after(&opened(), [Action::Dial(Turn::Play { steps: false }), Action::Dial(Turn::Tick(100.0))]);
    assert!(playing.dial.play.is_some());
    assert_eq!(reduce(&playing, Action::Opened(document())).dial, Dial::default());
    assert_eq!(reduce(&playing, Action::Reread(document())).dial, Dial { play: None, ..playing.dial });
    assert_eq!(reduce(&playing, Action::Notice(true)).dial, playing.dial);
}

#[test]
fn a_text_outlives_one_that_cannot_be_had() {
    let failed = reduce(&opened(), Action::Failed(Trouble::Empty("a.txt".into())));
    assert!(failed.document.is_some() && failed.trouble.is_some());
    let again = reduce(&failed, Action::Opened(document()));
    assert_eq!(again.trouble, None);
}

/// A decoder that names what it was asked for.
fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    let (encoding, guessed) = encoding.map_or((Encoding::Gb18030, true), |encoding| (encoding, false));
    let malformed = usize::from(encoding == Encoding::Utf8);
    let text = format!("{encoding} {}{}", bytes.len(), "\u{FFFD}".repeat(malformed));
    Decoded { text: text.into(), encoding, guessed, malformed }
}

fn file() -> Document {
    let bytes = Rc::from(&b"\xB1\xB1"[..]);
    let decoded = decode(&bytes, None);
    Document::of_file(bytes, Whose::Reader, decoded)
}

#[test]
fn another_encoding_reads_the_same_bytes_and_loses_nothing() {
    let mut state = after(&State::new(Lang::Hans, None), [Action::Opened(file()), Action::Dial(Turn::Within(1.0)), Action::Notice(true)]);
    for encoding in [Encoding::Utf8, Encoding::Big5, Encoding::Gb18030] {
        let document = at_once(state.document.as_ref().unwrap().reread(encoding, decode, &Restless)).unwrap();
        state = after(&state, [Action::Reread(document)]);
        let document = state.document.as_ref().unwrap();
        let origin = document.origin.as_ref().unwrap();
        assert!(document.source.starts_with(&format!("{encoding} 2")), "{}", document.source);
        assert_eq!((origin.encoding, origin.found, origin.guessed), (encoding, Encoding::Gb18030, true));
        assert_eq!((origin.malformed, document.report.notes.len()), if encoding == Encoding::Utf8 { (1, 1) } else { (0, 0) });
        assert_eq!((state.dial.within, state.notice_open, state.opened), (Some(1.0), true, 1));
    }
    assert_eq!(at_once(document().reread(Encoding::Big5, decode, &Restless)), None, "a pasted text has no bytes");
}

#[test]
fn labels_wait_for_their_encoding_and_for_their_text() {
    let first = after(&State::new(Lang::Hans, None), [Action::Opened(file())]);
    let span = first.document.as_ref().unwrap().report.blocks[0].span;
    let set = Action::Inspect(inspect::Action::Label(span, Label::Furniture));
    let corrected = reduce(&first, set);
    let corrections = |state: &State| state.document.as_ref().unwrap().report.corrections.len();
    assert_eq!((corrections(&first), corrections(&corrected)), (0, 1));
    let in_encoding = |state: &State, encoding| {
        let document = at_once(state.document.as_ref().unwrap().reread(encoding, decode, &Restless)).unwrap();
        reduce(state, Action::Reread(document))
    };
    let other = in_encoding(&corrected, Encoding::Big5);
    assert_eq!((corrections(&other), other.speech.now), (0, Some(Said::LabelsWait)));
    let third = in_encoding(&other, Encoding::Utf16Le);
    assert_eq!(corrections(&third), 0);
    let back = in_encoding(&third, Encoding::Gb18030);
    assert_eq!(back.document.unwrap().report, corrected.document.clone().unwrap().report);

    // The page keeps the text itself; here it is said.
    let next = reduce(&corrected, Action::Opened(document()));
    assert_eq!((corrections(&next), next.speech.now), (0, Some(Said::LabelsKept)));
    assert_eq!(reduce(&first, Action::Opened(document())).speech.now, None);
}

#[test]
fn a_photo_stays_with_its_caption_when_labels_change() {
    let text = "海州渡口的一夜\n沙袋运到渡口。 李桐 摄\n新海网海州7月24日电 (李远)接到报告后，应急队半小时内赶到现场。\n渡船停在岸边。 李桐 摄\n(完)\n";
    let read = Document::read(text);
    let spans: Vec<Span> = read.report.captions.iter().map(|caption| caption.span).collect();
    assert_eq!(spans.len(), 2);
    let photo = Photo { address: "blob:a".into(), name: "a.png".into(), alt: None, size: None, hold: Hold::default() };
    let brought = Action::Photos(photos::Action::Brought { at: Some(2), photos: vec![photo], reasons: vec![] });
    let state = after(&State::new(Lang::Hans, None), [Action::Opened(read), brought]);
    let own = |state: &State| [1, 2].map(|number| state.photos.is_own(number));
    assert_eq!(own(&state), [false, true]);
    let moved = reduce(&state, Action::Inspect(inspect::Action::Label(spans[0], Label::Furniture)));
    assert_eq!(own(&moved), [true, false]);
    let gone = reduce(&moved, Action::Inspect(inspect::Action::Label(spans[1], Label::Furniture)));
    assert_eq!(own(&gone), [false, false]);
    let back = after(&gone, [Action::Inspect(inspect::Action::Undo), Action::Inspect(inspect::Action::Undo)]);
    assert_eq!(own(&back), [false, true]);
}

#[test]
fn what_comes_or_fails_is_not_waited_for() {
    let coming = opening::Coming { name: "a.txt".into(), got: 1, of: None };
    let waiting = reduce(&opened(), Action::Opening(opening::Action::Coming(coming)));
    assert!(waiting.coming.is_some() && waiting.document.is_some());
    for end in [Action::Opened(document()), Action::Failed(Trouble::Gone), Action::Opening(opening::Action::Over)] {
        assert_eq!(reduce(&waiting, end).coming, None);
    }
    let failed = reduce(&waiting, Action::Failed(Trouble::Gone));
    assert_eq!(reduce(&failed, Action::Dismissed).trouble, None);
}

#[test]
fn an_encoding_is_told_where_it_matters() {
    let origin =
        Origin { bytes: Rc::from([]), whose: Whose::Page, found: Encoding::Utf8, guessed: false, encoding: Encoding::Utf8, malformed: 0 };
    assert!(!origin.is_told());
    for origin in [
        Origin { whose: Whose::Reader, ..origin.clone() },
        Origin { guessed: true, ..origin.clone() },
        Origin { malformed: 1, ..origin.clone() },
        Origin { encoding: Encoding::Big5, ..origin.clone() },
    ] {
        assert!(origin.is_told(), "{origin:?}");
    }
}

#[test]
fn a_correction_changes_the_report_and_nothing_else() {
    let open = [Action::Opened(file()), Action::Dial(Turn::Within(1.0)), Action::View(View::Inspect)];
    let before = after(&State::new(Lang::Hans, None), open);
    let set = Action::Inspect(inspect::Action::Label(Span::new(0, 7), Label::Title));
    let corrected = reduce(&before, set.clone());
    let read = corrected.document.as_ref().unwrap();
    assert_eq!(read.report.corrections.len(), 1);
    assert_eq!(read.origin, before.document.as_ref().unwrap().origin);
    let said = Some(Said::Labelled { line: 1, label: Label::Title, others: 0 });
    assert_eq!(corrected.speech.now, said);
    let rest = |state: &State| State { document: None, speech: Speech::default(), inspection: Inspection::default(), ..state.clone() };
    assert_eq!(rest(&corrected), rest(&before));
    assert_eq!(reduce(&corrected, set), corrected, "said twice, done once");

    // Labels of one text, or of one way to read its bytes, are none of another's.
    let other = at_once(file().reread(Encoding::Big5, decode, &Restless)).unwrap();
    for next in [Action::Opened(document()), Action::Reread(other)] {
        let next = reduce(&corrected, next);
        assert!(!next.inspection.can_undo() && next.document.unwrap().report.corrections.is_empty());
    }
    assert_eq!(reduce(&corrected, Action::Opened(document())).view, View::Report);
}

#[test]
fn the_same_value_renders_nothing() {
    let state = Rc::new(opened());
    let same = Reducible::reduce(Rc::clone(&state), Action::Notice(false));
    assert!(Rc::ptr_eq(&state, &same));
}

/// A report with two captions, from the page or from the reader.
fn illustrated(whose: Whose) -> Document {
    let text = "雨停了\n渡口恢复通行。海州渡口供图\n渡船靠岸。海州渡口供图\n新海网海州7月26日电 海州渡口26日恢复通行。\n(完)".to_owned();
    let document =
        Document::of_file([].into(), whose, Decoded { text: text.into(), encoding: Encoding::Utf8, guessed: false, malformed: 0 });
    assert_eq!(document.report.captions.len(), 2);
    document
}

fn photo(name: &'static str) -> Photo {
    Photo { address: name.into(), name: name.into(), alt: None, size: None, hold: Hold::default() }
}

fn brought(names: &[&'static str]) -> Action {
    let photos = names.iter().copied().map(photo).collect();
    Action::Photos(photos::Action::Brought { at: None, photos, reasons: vec![] })
}

fn listed(of: usize) -> Action {
    Action::Photos(photos::Action::Listed { of, photos: vec![(1, photo("listed"))], faults: vec![] })
}

#[test]
fn pictures_belong_to_the_text() {
    let full = after(
        &State::new(Lang::Hans, None),
        [Action::Opened(illustrated(Whose::Reader)), brought(&["a", "b"]), Action::View(View::Captions)],
    );
    assert!(full.photos.is_own(1) && full.photos.is_own(2));
    // Read again it keeps them, even where it has fewer captions: the next reading may have them again.
    let again = after(&full, [Action::Reread(document())]);
    assert_eq!((&again.photos, again.view), (&full.photos, View::Captions));
    let other = after(&again, [Action::Opened(illustrated(Whose::Reader))]);
    assert_eq!((other.photos, other.view), (Photos::default(), View::Report));
}

#[test]
fn the_view_of_the_address_holds_for_the_first_text() {
    let state = State { view: View::Captions, ..State::new(Lang::Hans, None) };
    assert_eq!(after(&state, [Action::Opened(illustrated(Whose::Page))]).view, View::Captions);
}

#[test]
fn what_belongs_to_the_page_stays_when_its_text_goes() {
    let framed = State { frame: Some("?view=timeline".into()), can_paste: true, section: 3, ..State::new(Lang::Hans, None) };
    for gone in [Action::Home, Action::Opened(document())] {
        let next = reduce(&framed, gone);
        assert_eq!((next.frame, next.can_paste, next.section), (framed.frame.clone(), true, 0));
    }
}

#[test]
fn a_list_is_for_the_text_it_came_with() {
    let new = || State::new(Lang::Hans, None);
    let has_list = |actions: Vec<Action>| after(&new(), actions).photos.of(1).is_some();
    let page = || Action::Opened(illustrated(Whose::Page));
    assert!(has_list(vec![page(), listed(1)]));
    assert!(has_list(vec![page(), page(), listed(2)]));
    assert!(!has_list(vec![page(), page(), listed(1)]), "another text is here");
    assert!(!has_list(vec![page(), listed(1), page()]), "it has a list of its own or none");
}

#[test]
fn pictures_without_a_text_are_told_of() {
    let state = after(&State::new(Lang::Hans, None), [brought(&["a"])]);
    assert!(state.photos.refused.is_some());
}

#[test]
fn the_body_comes_before_what_is_unfolded() {
    use super::rests::List;
    let text = "接到报告后，应急队10分钟内赶到现场。\n".repeat(200);
    let long = after(&State::new(Lang::Hans, None), [Action::Opened(Document::read(text.clone())), Action::Unfolded(List::Steps)]);
    assert_eq!((long.shown, long.rests.steps), (Shown::FIRST, Some(Shown::FIRST)));
    let mut next = long.clone();
    while !next.document.as_ref().unwrap().is_whole(next.shown.stretches()) {
        next = reduce(&next, Action::Grown(Growth::By(1)));
        assert_eq!(next.rests, long.rests);
    }
    assert!(!next.is_whole(), "the steps are still to come");
    let grown = reduce(&next, Action::Grown(Growth::By(100)));
    assert!(grown.is_whole() && grown.shown == next.shown && grown.rests.steps > next.rests.steps, "{:?}", grown.rests);
    assert!(reduce(&long, Action::Grown(Growth::Whole)).is_whole());
    // Another text is folded, and so is this one come anew.
    assert_eq!(reduce(&grown, Action::Opened(Document::read(text))).rests.steps, None);
    assert_eq!(after(&grown, [Action::View(View::Captions), Action::View(View::Report)]).rests.steps, None);
}
