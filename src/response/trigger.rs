//! Triggers: the events a clock starts at, 接到…报告, 发现疫情, 事发后, 自受理之日起.

use crate::text::{Firsts, Span, strip_any};
use crate::time::amount::{Amount, Tail, lead};
use crate::time::role;
use crate::time::script::{Words, before_ideographs, clause_start, eat_any, eat_any_back, ends_clause, ends_sentence, next, one_of, prev};
use crate::time::words::{self, Token};

/// How far before a step its trigger is looked for, in bytes.
const REACH: usize = 700;

/// Words of a clause in which somebody acts, orders or supposes.
const NO_EVENT: words::Class = words::ACTOR
    | words::ORDER
    | words::PROMISE
    | words::MUST
    | words::CAN
    | words::PLANNING
    | words::REPLY
    | words::RESULT
    | words::ARRIVE
    | words::LAW
    | words::COND
    | words::NOT
    | words::TAKE;

/// How a step came to its trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// In the step's own clause.
    Own(Span),
    /// In a clause before, nearer than any other step.
    Before(Span),
    /// None of its own: that of the step before, if the text carries on.
    Inherit,
    /// None at all.
    None,
}

/// Looks for the trigger of the step at `span`; `floor` is where the step before it in the paragraph ends, if there is one.
pub(crate) fn origin(
    text: &str,
    span: Span,
    amount: &Amount,
    block: Span,
    sentence: Span,
    floor: Option<usize>,
    tokens: &mut Vec<Token>,
) -> Origin {
    let low = text.floor_char_boundary(span.start.saturating_sub(REACH)).max(block.start);
    let own_start = clause_start(text, span.start, low).max(floor.unwrap_or(low));
    let closes = matches!(next(text, span.end), None | Some((',' | '。' | ';' | ' ', _)));
    words::tokens(text, own_start, span.start, tokens);
    if let Some(found) = own(text, Span::new(own_start, span.start), amount, closes, tokens) {
        return Origin::Own(found);
    }
    // Clauses before, nearest first, as far as the step before: what was received, or an event with 后; then whatever was told.
    let stop = floor.unwrap_or(low).max(low);
    let sentence_start = sentence_start(text, span.start, low);
    let elapsed = matches!(amount.tail, Tail::After | Tail::Plain);
    let (mut weak, mut told, mut near, mut stamped) = (None, None, None, None);
    let (mut arrived, mut trouble) = (None, None);
    let mut later = Span::new(own_start, own_start);
    // How many sentences back the clause stands, and the nearest that tells somebody's deed.
    let (mut sentences, mut since_then, mut stamped_at) = (0, None, 0);
    let mut end = own_start;
    let mut crossed = false;
    let begun = begun(text, amount, own_start, sentence_start.max(stop));
    while let Some((c, before)) = prev(text, end).filter(|_| end > stop) {
        if !ends_clause(c) {
            // The step before reaches into this clause.
            break;
        }
        crossed |= before < sentence_start;
        // What was begun in the sentence comes before what an earlier one tells.
        if crossed
            && weak.is_none()
            && let Some(begun) = begun
        {
            return Origin::Before(begun);
        }
        sentences += usize::from(ends_sentence(c));
        let start = clause_start(text, before, stop);
        let clause = Span::new(start, before);
        words::tokens(text, start, before, tokens);
        // What the step before says it did sets no clock, unless 后 says so.
        let rest = floor == Some(start);
        let found =
            if rest { ending(text, trim(text, clause), tokens).map(|found| (found, true)) } else { event(text, clause, crossed, tokens) };
        match found {
            // What was done last counts before what set the clock a sentence ago, and who set out or came before all.
            Some((found, true)) => {
                // 事发后,我就拨打120了: the call is nearer, and is what is answered.
                // 接到指令后,民警拨打他的电话。3分钟后: so does what was told last.
                let nearer = amount.tail == Tail::After || !crossed && !receives(text, found.start);
                if let Some(call) = weak.filter(|weak: &Span| nearer && calls(text, weak.start)) {
                    return Origin::Before(call);
                }
                // 接到调度。队员随即出发。50分钟后,…: a deed that stands in a sentence between is nearer.
                if let Some(deed) = since_then.filter(|(_, at)| amount.tail == Tail::After && *at < sentences) {
                    return Origin::Before(deed.0);
                }
                let nearer = if crossed { stamped.or(arrived).or(near) } else { arrived.filter(|_| amount.tail == Tail::After) };
                return Origin::Before(nearer.filter(|_| elapsed).unwrap_or(found));
            }
            Some((found, false)) => weak = weak.or(Some(found)),
            None => {}
        }
        // 车辆自燃: what happened, where nobody has told it.
        let quiet = !rest && !crossed && !tokens.iter().any(|t| t.class & NO_EVENT != 0);
        if quiet && trouble.is_none() && tokens.iter().any(|t| t.class & (words::HAPPEN | words::TROUBLE) != 0) {
            trouble = Some(trim(text, clause)).filter(|event| event.end - event.start >= 12 && tells(text, clause));
        }
        // 8时58分,列车在小站停靠: the minute is told because it counts.
        if stamped.is_none()
            && let Some(at) = stamp(text, clause)
            && !(amount.has(lead::USED) && tokens.iter().any(|t| t.class & role::ACT & !words::ARRIVE != 0))
        {
            let behind = trim(text, Span::new(at, clause.end));
            stamped_at = sentences;
            stamped = Some(if behind.end - behind.start >= 12 { behind } else { later }).filter(|event| event.end > event.start);
        }
        // 经过近五个小时的查看 tells how long it was.
        if eat_any(text, clause.start, &["经过", "经"]).is_none() {
            later = trim(text, clause);
        }
        // 几天后: counted from what was told last, unless the clock was set by then.
        if amount.tail == Tail::After && told.is_none() && (start > stop || floor.is_none()) && tells(text, clause) {
            // 程序紧张而有序 only says how it was.
            let deed = tokens.iter().any(|t| t.class & !(words::ACTOR | words::NATURE | words::PAPER | words::PARTY) != 0)
                || clause.of(text).contains(['后', '了', '着', '过', '在', '把', '将', '被', '给', '到', '向', '去', '来']);
            // 一边看监控 goes on meanwhile.
            let deed = deed
                && !tokens.iter().any(|t| t.class & words::NOT != 0)
                && eat_any(text, actor_end(clause, tokens), &["一边", "一面", "正在", "仍在"]).is_none();
            told = Some(trim(text, clause)).filter(|told| deed && told.end - told.start >= 12);
            near = told.filter(|_| !crossed);
            // 消防员再次出水,对阴燃部位进行清理: the clause before says who.
            let bare = eat_any(text, clause.start, &["对", "将", "把", "并", "为", "向"]).is_some();
            if bare && start > stop && prev(text, start).is_some_and(|(mark, _)| mark == ',') {
                let (_, before) = prev(text, start).unwrap_or((',', start));
                let whole = Span::new(clause_start(text, before, stop), clause.end);
                told = told.map(|_| trim(text, whole));
                near = told.filter(|_| !crossed);
            }
            let acts = crossed && tokens.iter().any(|t| t.class & role::ACT != 0);
            // 接上警车后,火速往歹徒逃窜方向追去。三分钟后: who goes there is on the way.
            let goes = crossed && eat_any_back(text, clause.end, &["追去", "赶去", "奔去", "跑去", "游去", "出发", "追赶"]).is_some();
            if goes {
                return Origin::Before(trim(text, clause));
            }
            since_then = told.filter(|_| acts).map(|told| (told, sentences));
        }
        let deed = match (amount.tail, rest) {
            (Tail::After, true) => words::RESULT,
            (Tail::After, false) => words::ARRIVE | words::RESULT | words::STATE,
            (_, true) => 0,
            (_, false) => words::ARRIVE,
        };
        // Who is sent has been called a moment ago.
        let is_sent = |t: &Token| eat_any(text, t.start, &["出动", "出警", "派", "集结"]).is_some();
        if arrived.is_none() && !crossed && end == own_start && tokens.iter().any(|t| t.class & deed != 0 && !is_sent(t)) {
            arrived = Some(trim(text, clause)).filter(|told| told.end - told.start >= 12 && tells(text, clause));
        }
        end = start;
    }
    // A call for help told since counts before the minute.
    if let Some(found) = stamped
        .filter(|stamped| elapsed && weak.is_none_or(|weak: Span| weak.start <= stamped.start))
        .filter(|_| amount.tail != Tail::After || since_then.is_none_or(|(_, at)| at >= stamped_at))
        .or(arrived.filter(|_| elapsed))
        .or(near)
        .or(weak)
        .or(told)
        .or(trouble)
        .or_else(|| circumstance(text, own_start, span.start, sentence_start.max(stop), tokens))
        .or_else(|| behind(text, span.end, block, tokens))
        .or(begun)
        .or_else(|| floor.is_none().then(|| calamity(text, span, own_start, low, tokens)).flatten())
    {
        return Origin::Before(found);
    }
    let carries_on = floor.is_some_and(|floor| floor >= sentence.start || opens(text, span));
    if carries_on { Origin::Inherit } else { Origin::None }
}

/// Whether somebody calls for help at `at`.
fn calls(text: &str, at: usize) -> bool {
    eat_any(text, at, &["拨打", "拨通", "报警", "报案", "求助", "求救", "呼救", "求援", "致电", "呼叫", "报修", "打了1", "打1", "取得联系"])
        .is_some()
}

/// Where a clause goes on behind who acts in it, or where it begins.
fn actor_end(clause: Span, tokens: &[Token]) -> usize {
    tokens.iter().find(|t| t.class & words::ACTOR != 0 && t.start <= clause.start + 6).map_or(clause.start, |t| t.end)
}

/// Whether a clause tells something: 家长则质疑, 幸运的是 only lead to what is told.
fn tells(text: &str, clause: Span) -> bool {
    const LEADING: &[&str] = &[
        "是",
        "说",
        "称",
        "道",
        "表示",
        "介绍",
        "质疑",
        "认为",
        "指出",
        "透露",
        "坦言",
        "回忆",
        "据悉",
        "强调",
        "看来",
        "提醒",
        "可惜",
        "过去了",
        "前",
    ];
    let clause = trim(text, clause);
    // 记者听到了爆裂声 is no deed of those who came; 记者把情况反映给城管 is.
    let looks = eat_any(text, clause.start, &["记者"]).is_some_and(|(_, after)| {
        eat_any(text, after, &["看到", "听到", "发现", "了解到", "注意到", "见到", "采访", "在现场", "获悉", "从"]).is_some()
    });
    !looks
        && eat_any_back(text, clause.end, LEADING).is_none()
        && eat_any(text, clause.start, &["据", "随着", "由于", "因为", "虽然", "尽管", "根据", "按照", "依照", "应该", "可能", "疑似"])
            .is_none()
}

/// 水管爆裂,工人两小时内焊好裂口: what happened to nobody in particular, right before a clause with a subject of its own.
fn circumstance(text: &str, clause: usize, amount: usize, low: usize, tokens: &mut Vec<Token>) -> Option<Span> {
    let subject = trim(text, Span::new(clause, amount));
    let (mark, before) = prev(text, clause).filter(|_| clause > low)?;
    if mark != ',' || subject.end - subject.start < 6 {
        return None;
    }
    let start = clause_start(text, before, low);
    // A clause that the step before reaches into is that step's.
    if start == low && prev(text, low).is_some_and(|(c, _)| !ends_clause(c)) {
        return None;
    }
    let event = trim(text, Span::new(start, before));
    words::tokens(text, event.start, event.end, tokens);
    let quiet = !tokens.iter().any(|t| t.class & NO_EVENT != 0);
    let opening = eat_any(
        text,
        event.start,
        &[
            "据",
            "为",
            "在",
            "其中",
            "目前",
            "当前",
            "近期",
            "近日",
            "日前",
            "连日来",
            "同时",
            "此外",
            "另外",
            "因",
            "如今",
            "今年",
            "通过",
            "按",
            "根据",
            "对",
            "由",
            "从",
        ],
    );
    let telling = eat_any_back(text, event.end, &["说", "称", "道", "示", "绍", "是", "到", "解", "指出", "认为", "悉", "看"]);
    let told = event.of(text).chars().count() >= 4 && !event.of(text).chars().any(|c| c.is_ascii_digit());
    (quiet && opening.is_none() && telling.is_none() && told).then_some(event)
}

/// 民警火速展开搜寻,仅用几分钟便找到了她: the clause before says what was begun.
fn begun(text: &str, amount: &Amount, own_start: usize, low: usize) -> Option<Span> {
    const BEGUN: [&str; 14] =
        ["展开", "展開", "开展", "開展", "投入", "上山", "进山", "下水", "出海", "跳入", "跳进", "扎入", "跃入", "跃进"];
    let took = amount.tail == Tail::Plain && amount.has(lead::USED | lead::SHORT_OF | lead::ONLY);
    let mut end = own_start;
    while let Some((',', before)) = prev(text, end).filter(|_| took && end > low) {
        let start = clause_start(text, before, low);
        if let Some(at) = BEGUN.iter().filter_map(|word| text[start..before].find(word)).min() {
            return Some(trim(text, Span::new(start + at, before)));
        }
        end = start;
    }
    None
}

/// 供水主管爆裂。抢修队20分钟内到场: the sentence before ends with what happened, and this one begins with who came.
fn calamity(text: &str, span: Span, own_start: usize, low: usize, tokens: &mut Vec<Token>) -> Option<Span> {
    const REACH: usize = 45;
    let (mark, before) = prev(text, own_start).filter(|_| own_start > low)?;
    if !ends_sentence(mark) || mark == '\n' {
        return None;
    }
    let high = text.floor_char_boundary((span.end + REACH).min(text.len()));
    words::tokens(text, own_start, high, tokens);
    let answers = tokens.iter().any(|t| t.end <= span.start && t.class & words::ACTOR != 0)
        && tokens.iter().any(|t| t.start >= span.end && t.class & (words::ARRIVE | words::RESULT) != 0);
    let event = trim(text, Span::new(clause_start(text, before, low), before));
    words::tokens(text, event.start, event.end, tokens);
    let happened = tokens.iter().any(|t| t.class & (words::HAPPEN | words::TROUBLE) != 0);
    let quiet = !tokens.iter().any(|t| t.class & NO_EVENT != 0);
    (answers && happened && quiet && event.end - event.start >= 12 && tells(text, event)).then_some(event)
}

/// What set the clock, told behind: 仅用9天就实现从设计到交付, “6分钟!这是从接报到到场的时间”, 两小时内全部到位——这是预警发布后的答卷.
fn behind(text: &str, from: usize, block: Span, tokens: &mut Vec<Token>) -> Option<Span> {
    const REACH: usize = 180;
    let end = text.floor_char_boundary((from + REACH).min(block.end)).max(from);
    let piece = &text[from..end];
    let clause_end = |at: usize| piece[at..].find([',', '，', '。', ';', '；', '!', '！', '\n']).map_or(end, |stop| from + at + stop);
    let told = |span: &Span, tokens: &[Token]| {
        tokens.iter().any(|t| t.start >= span.start && t.end <= span.end && t.class & (words::TELL | role::ACT) != 0)
    };
    // 抢修时限自用户报修起算, 计时从患者进门那一刻开始.
    static COUNTING: [&str; 5] = ["起算", "起计", "开始计时", "那一刻", "时开始计"];
    static COUNTED: Firsts = Firsts::of(&COUNTING);
    if let Some(stop) = COUNTED.places(piece).find(|&at| strip_any(&piece[at..], &COUNTING).is_some())
        && let Some((start, mark)) = piece[..stop].rmatch_indices(['自', '从', '從']).next()
        && stop - start <= SUBJECT + mark.len()
    {
        return Some(trim(text, Span::new(from + start + mark.len(), from + stop)));
    }
    if let Some(is) = piece.find("这是").or_else(|| piece.find("這是")) {
        let clause = trim(text, Span::new(from + is + "这是".len(), clause_end(is)));
        words::tokens(text, from, end, tokens);
        return from_to(text, clause).or_else(|| ending(text, clause, tokens)).filter(|span| told(span, tokens));
    }
    // 只用了15分钟,就完成了从接报到冻结的全过程.
    let first = clause_end(0);
    let second =
        next(text, first).filter(|(_, after)| first < from + 6 && *after <= end).map_or(first, |(_, after)| clause_end(after - from));
    let found = from_to(text, Span::new(from, second))?;
    words::tokens(text, from, end, tokens);
    Some(found).filter(|span| told(span, tokens))
}

/// The offset behind the clock time, to the minute, that a clause begins with: 8时58分, 20:07.
fn stamp(text: &str, clause: Span) -> Option<usize> {
    let (mut at, mut hour) = (clause.start, false);
    while at < clause.end {
        let (c, after) = next(text, at)?;
        match c {
            '时' | ':' | '点' => hour = true,
            '分' if hour => return Some(eat_any(text, after, &["许", "左右"]).map_or(after, |(_, end)| end.min(clause.end))),
            _ if c.is_ascii_digit() || one_of(c, "“「‘年月日早上下中午晚凌晨今昨当天许一二三四五六七八九十零 ") =>
                {}
            _ => return (hour && prev(text, at).is_some_and(|(c, _)| c.is_ascii_digit())).then_some(at),
        }
        at = after;
    }
    // 18时, alone.
    hour.then_some(at)
}

/// Whether nothing but punctuation and 在 stands between the last sentence end and the step.
fn opens(text: &str, span: Span) -> bool {
    let mut at = span.start;
    while let Some((c, before)) = prev(text, at) {
        if c != '在' && c != ' ' {
            return ends_sentence(c) || c == ';';
        }
        at = before;
    }
    true
}

/// The start of the sentence that ends at `at`, not before `low`.
fn sentence_start(text: &str, at: usize, low: usize) -> usize {
    let mut start = at;
    while let Some((c, before)) = prev(text, start).filter(|_| start > low) {
        if ends_sentence(c) {
            break;
        }
        start = before_ideographs(text, before, low);
    }
    start.max(low)
}

/// The trigger in the clause's own beginning: 接到报警后, 从发案到抓获, 处置完毕后, 抵京.
fn own(text: &str, region: Span, amount: &Amount, closes: bool, tokens: &[Token]) -> Option<Span> {
    let whole = region;
    // 园林局将在雨停后2小时内: the event stands behind 在.
    let region = after_in(text, trim(text, region));
    if region.start >= region.end {
        return None;
    }
    if let Some(found) = from_to(text, region).or_else(|| from_before(text, region)).or_else(|| since(text, region)) {
        return Some(found);
    }
    if let Some(found) = ending(text, region, tokens) {
        return Some(found);
    }
    let inside = |class| tokens.iter().find(move |t| t.start >= region.start && t.end <= region.end && t.class & class != 0);
    // 其他警情为3分钟 only names what the amount is for.
    if eat_any_back(text, whole.end, &["为", "是"]).is_some() {
        return None;
    }
    // 业者须于文到7日内改善.
    if let Some((paper, at)) = eat_any_back(text, region.end, &["文到", "函到"]) {
        return Some(Span::new(at, at + paper.len()));
    }
    // 检测机构须, 申请人应 only name who acts.
    let names = |t: &&Token| {
        eat_any(text, t.end, &["机构", "人员", "部门", "中心", "单位", "机关", "人", "员", "者", "材料", "表", "单位", "事项", "的"])
            .is_some()
    };
    if let Some(token) = inside(words::TELL).filter(|t| !names(t)) {
        return Some(alone(text, trim(text, Span::new(happening(text, token.start, region.start), region.end)), tokens));
    }
    // 抵渝24小时内: coming there starts it.
    let comes = amount.tail == Tail::Within && region.end - region.start <= 12;
    if comes && eat_any(text, region.start, &["抵", "返", "入", "来"]).is_some_and(|(_, after)| after < region.end) {
        return Some(region);
    }
    let verb = inside(words::TELL | role::ACT | words::HAPPEN | words::STATE).is_some();
    // 主管网泄漏8小时修复: the clause begins with what happened.
    // 老人被骗的28万元 names what it was done to.
    let modifies = inside(words::HAPPEN).is_some_and(|token| eat_any(text, token.end, &["的"]).is_some());
    let happened = inside(words::HAPPEN).is_some() && !modifies && inside(words::ACTOR | words::TAKE).is_none();
    if happened && amount.tail != Tail::After && !closes && region.end - region.start >= 12 {
        return Some(region);
    }
    let long = region.end - region.start >= if verb { 6 } else { 12 };
    // 该团伙来到武汉不到8个小时,…: the clause tells the event; 涉水行进10分钟后.
    // 13名矿工在80小时后获救: 在 parts the subject from the amount.
    let subject = !verb
        && (eat_any_back(text, whole.end, &["在", "于", "直到", "直至", "一直到"]).is_some()
            || tokens.iter().any(|t| t.end == region.end && t.class & words::ACTOR != 0));
    // 巡逻车两分钟后停到门口: a name is no event.
    let name = region.end - region.start <= 18
        && eat_any_back(text, region.end, &["车", "船", "艇", "队", "组", "员", "机", "警", "人"]).is_some();
    let subject = subject || name && whole.end == region.end;
    let event = (amount.has(lead::SHORT_OF) && closes && verb || amount.tail == Tail::After) && !subject && inside(words::TAKE).is_none();
    (event && long).then_some(region)
}

/// The region behind 将在, 须在 and their like.
fn after_in(text: &str, region: Span) -> Span {
    const IN: [&str; 12] = ["将在", "将于", "须在", "须于", "应在", "应于", "要在", "会在", "將在", "應在", "須在", "應於"];
    let piece = region.of(text);
    let at = IN.iter().filter_map(|word| piece.rfind(word).map(|at| at + word.len())).max();
    at.filter(|at| *at + 6 <= piece.len()).map_or(region, |at| trim(text, Span::new(region.start + at, region.end)))
}

/// 从发案到抓获嫌疑人: from what, to what.
fn from_to(text: &str, region: Span) -> Option<Span> {
    let piece = region.of(text);
    static FROM: Firsts = Firsts::new("从從自");
    let from = FROM.places(piece).find(|&at| piece[at..].starts_with(['从', '從', '自']))?;
    let start = region.start + from + '从'.len_utf8();
    let mut at = start;
    while at < region.end {
        let (c, after) = next(text, at)?;
        if c == '到' && at > start && !matches!(prev(text, at), Some(('接' | '收' | '达' | '受' | '得' | '遇' | '找' | '报', _)))
            || c == '至' && at > start
        {
            return (after < region.end).then_some(Span::new(start, at));
        }
        at = after;
    }
    None
}

/// 此时距离嫌疑人逃跑时间尚不足48小时: since what.
fn since(text: &str, region: Span) -> Option<Span> {
    let piece = region.of(text);
    let (start, word) = piece.match_indices(['距', '離', '离']).next().filter(|(at, _)| *at <= 12)?;
    let start = region.start + start + word.len();
    let start = eat_any(text, start, &["离"]).map_or(start, |(_, after)| after);
    let mut end = region.end;
    while let Some((_, before)) = eat_any_back(text, end, &["的时间", "时间", "尚", "还", "已", "也", "才", "仅", "仅仅", "只", "过了"])
    {
        end = before;
    }
    (end > start + 3).then(|| trim(text, Span::new(start, end)))
}

/// 从民警跑到现场,到众人将她拉起,仅用了10秒: the clause before says from what.
fn from_before(text: &str, region: Span) -> Option<Span> {
    let (mark, end) = prev(text, region.start).filter(|_| eat_any(text, region.start, &["到", "至", "直到", "直至"]).is_some())?;
    let start = clause_start(text, end, text.floor_char_boundary(end.saturating_sub(90)));
    let (_, from) = eat_any(text, start, &["从", "自"]).filter(|_| mark == ',')?;
    (from < end).then(|| trim(text, Span::new(from, end)))
}

/// A clause that ends with 后, 时 or 起 tells when the clock starts.
fn ending(text: &str, region: Span, tokens: &[Token]) -> Option<Span> {
    let (word, cut) = eat_any_back(
        text,
        region.end,
        &["之日起计", "之日起", "以后", "之后", "过后", "之时", "的时候", "以来", "后", "时", "起", "之际"],
    )?;
    let before = eat_any_back(
        text,
        region.end,
        &[
            "此后",
            "随后",
            "然后",
            "最后",
            "其后",
            "今后",
            "同时",
            "届时",
            "及时",
            "当时",
            "平时",
            "小时",
            "临时",
            "随时",
            "准时",
            "按时",
            "实时",
            "不时",
            "即时",
            "顿时",
            "有时",
            "暂时",
            "限时",
            "用时",
            "历时",
            "耗时",
            "一起",
            "引起",
            "发起",
            "先后",
            "前后",
            "背后",
            "落后",
            "滞后",
            "事后处理",
        ],
    );
    if before.is_some_and(|(other, _)| other.ends_with(word)) || cut <= region.start {
        return None;
    }
    // 自…起 begins at 自; 接到…后 at its verb; otherwise the clause's subject belongs to the event.
    let piece = Span::new(region.start, cut).of(text);
    if let Some(at) =
        piece.rfind(['自', '从', '從']).filter(|_| word.starts_with('起') || word.ends_with('起') || word == "之日起计" || word == "以来")
    {
        return Some(Span::new(region.start + at, region.end));
    }
    // 将女子拉起 only ends so; 自受理起, 即日起 tell when.
    if word == "起" && !prev(text, cut).is_some_and(|(c, _)| c.is_ascii_digit() || one_of(c, "日时天月年分那刻")) {
        return None;
    }
    if word == "时" || word == "起" {
        // 20时, 3时起 are clock times.
        if matches!(prev(text, cut), Some((c, _)) if c.is_ascii_digit()) {
            return None;
        }
    }
    let verb = tokens.iter().find(|t| t.start >= region.start && t.end <= region.end && t.class & words::TELL != 0);
    Some(match verb {
        // 预警发布后: what nobody receives comes about, and its subject stands before it.
        Some(token) if token.end == cut && !receives(text, token.start) && token.start - region.start <= SUBJECT => region,
        Some(token) => Span::new(happening(text, token.start, region.start), region.end),
        None => region,
    })
}

/// How far a subject stands before its verb, in bytes.
const SUBJECT: usize = 36;

/// Whether a verb of telling takes what somebody else tells: 接到, 收到, 获悉.
fn receives(text: &str, verb: usize) -> bool {
    next(text, verb).is_some_and(|(c, _)| one_of(c, "接收获闻知得听"))
}

/// The event alone: 接警后快速出击 and 接到报警迅速出动 say besides what was done, 发病到呼救 until when.
fn alone(text: &str, event: Span, tokens: &[Token]) -> Span {
    static AT_ONCE: Words = Words::new(&[
        "迅速",
        "立即",
        "火速",
        "马上",
        "第一时间",
        "随即",
        "紧急",
        "连夜",
        "快速",
        "即刻",
        "立刻",
        "赶紧",
        "急忙",
        "按轻重",
        "按照",
    ]);
    let mut at = event.start;
    while at < event.end {
        if let Some(end) = after_mark(text, at, event.end).filter(|_| at > event.start + 3) {
            return Span::new(event.start, end);
        }
        let Some((c, after)) = next(text, at) else { break };
        let stops = at > event.start + 5
            && (AT_ONCE.eat(text, at, c).is_some()
                || matches!(c, '到' | '至') && {
                    let ends = |t: &Token| t.end == at && t.class & (words::TELL | words::HAPPEN) != 0;
                    tokens.iter().any(ends) && tokens.iter().any(|t| t.start == after && t.class & (words::TELL | role::ACT) != 0)
                });
        if stops {
            return trim(text, Span::new(event.start, at));
        }
        at = after;
    }
    event
}

/// The offset behind a 后 at `at` that ends an event and no word of its own: 掌握位置后连夜部署, but not 随后, 后续, 落后.
fn after_mark(text: &str, at: usize, end: usize) -> Option<usize> {
    let (_, stop) = eat_any(text, at, &["之后", "以后", "后"])?;
    let before = prev(text, at).is_some_and(|(c, _)| one_of(c, "此随然最其今先前背落滞事向战善午幕产"));
    let behind = next(text, stop).is_some_and(|(c, _)| one_of(c, "续来台方期备果勤卫悔座排天面半者遗退院厨盾代世人门")) && stop < end;
    (!before && !behind && stop <= end).then_some(stop)
}

/// A clause that tells an event, and whether it surely starts a clock: it ends with 后, or something is received in it.
/// The weaker verbs of telling start one where nothing surer does.
fn event(text: &str, clause: Span, crossed: bool, tokens: &[Token]) -> Option<(Span, bool)> {
    const RECEIVED: &[&str] = &["接", "收到", "传来", "下发", "知悉", "获悉", "获知", "获报", "闻", "启动", "下达"];
    const TOLD: &[&str] = &[
        "发现",
        "事发",
        "案发",
        "报警",
        "报案",
        "求助",
        "投诉",
        "举报",
        "求救",
        "呼救",
        "报修",
        "上报",
        "呼叫",
        "发出",
        "拨",
        "打",
        "致电",
        "发生",
        "受理",
        "发案",
        "出险",
        "求援",
        "响起",
        "广播寻医",
        "寻医",
    ];
    let clause = trim(text, clause);
    if clause.start >= clause.end {
        return None;
    }
    if !crossed && let Some(found) = ending(text, clause, tokens) {
        return Some((found, true));
    }
    // 救援人员到场后发现: the event is told on the way.
    if !crossed
        && let Some(end) = tokens
            .iter()
            .filter(|t| t.class & (words::TELL | role::ACT) != 0)
            .find_map(|t| eat_any(text, t.end, &["后", "之后", "以后"]).map(|(_, end)| end).filter(|end| *end < clause.end))
    {
        return Some((Span::new(clause.start, end), true));
    }
    // 从接警到破案,警方只用了2小时.
    if !crossed
        && tokens.iter().any(|t| t.start >= clause.start && t.class & (words::TELL | role::ACT) != 0)
        && let Some(found) = from_to(text, clause).or_else(|| from_before(text, clause))
    {
        return Some((found, true));
    }
    // 患者送到时已无自主呼吸: the same, unless something surer is told.
    if !crossed
        && let Some(end) = tokens.iter().filter(|t| t.class & (words::TELL | words::ARRIVE | words::RESULT) != 0).find_map(|t| {
            let (_, end) = eat_any(text, t.end, &["时"])?;
            let whole = next(text, end).is_none_or(|(c, _)| !one_of(c, "间候常任期而许分"));
            (whole && end < clause.end).then_some(end)
        })
    {
        return Some((Span::new(clause.start, end), false));
    }
    // 在掌握窝点位置后连夜部署: it opens the clause.
    if !crossed && eat_any(text, clause.start, &["当", "自"]).is_some() || prev(text, clause.start).is_some_and(|(c, _)| c == '在') {
        let mut at = clause.start;
        while at < clause.end {
            if let Some(end) = after_mark(text, at, clause.end).filter(|_| at > clause.start + 5) {
                return Some((Span::new(clause.start, end), true));
            }
            at = next(text, at).map_or(clause.end, |(_, after)| after);
        }
    }
    // 见法官亮出决定书: what was seen.
    if !crossed
        && let Some((_, start)) =
            eat_any(text, clause.start, &["眼见", "见到", "看到", "看见", "见"]).filter(|_| clause.end - clause.start >= 15)
    {
        return Some((Span::new(start, clause.end), false));
    }
    // 学校一旦发现食物中毒: whenever that is.
    if !crossed
        && let Some(at) = clause.of(text).find("一旦").filter(|at| *at > 0)
        && tokens.iter().any(|t| t.start > clause.start + at && t.class & words::TELL != 0)
    {
        return Some((Span::new(clause.start + at + "一旦".len(), clause.end), true));
    }
    // 只要有一名员工重伤: on condition of it.
    if !crossed && let Some((_, start)) = eat_any(text, clause.start, &["只要", "一旦", "凡是", "如遇", "每当", "每逢", "若遇"])
    {
        return Some((Span::new(start, clause.end), false));
    }
    // 记者从警方获悉: what a reporter learns sets nobody's clock. 报案的郭先生说: neither does who says so.
    let learns = |t: &Token| {
        eat_any(text, t.start, &["获悉", "获知", "得知"]).is_some() && clause.of(text).contains("记者")
            || eat_any(text, t.end, &["的"]).is_some() && eat_any_back(text, clause.end, &["说", "称", "道", "表示", "回忆"]).is_some()
    };
    let tell = || tokens.iter().filter(|t| t.start >= clause.start && t.end <= clause.end && t.class & words::TELL != 0 && !learns(t));
    let received = tell().find(|t| eat_any(text, t.start, RECEIVED).is_some() && !fetches(text, t, clause.end));
    let plainly = |t: &&Token| !crossed && t.class & !words::TELL == 0;
    // 可向电监部门投诉: nobody has told anything yet.
    let may = |t: &&Token| {
        !crossed
            || !tokens
                .iter()
                .any(|m| m.start >= clause.start && m.end <= t.start && m.class & (words::CAN | words::NOT | words::PLANNING) != 0)
    };
    let told = || tell().filter(may).find(|t| eat_any(text, t.start, TOLD).is_some()).or_else(|| tell().filter(may).find(plainly));
    let power = |t: &&Token| !crossed && eat_any(text, t.start, &["停电", "停水", "断电", "断网", "起火", "着火", "突发"]).is_some();
    let told = || told().or_else(|| tell().filter(may).find(power));
    let (token, sure) = received.map(|t| (t, true)).or_else(|| Some((told()?, false)))?;
    let event = Span::new(happening(text, token.start, clause.start), clause.end);
    Some((alone(text, event, tokens), sure))
}

/// Whether 接 is no report that comes in: 接孩子, 接连.
fn fetches(text: &str, verb: &Token, end: usize) -> bool {
    const NEWS: &[char] = &['调', '报', '警', '诉', '令', '电', '知', '告', '助', '单', '情', '報', '訴', '電', '話', '话', '件'];
    verb.end - verb.start == '接'.len_utf8()
        && next(text, verb.start).is_some_and(|(c, _)| c == '接')
        && !text[verb.end..end].contains(NEWS)
}

/// Where an event told by `verb` begins: with what happens where that stands before it (地震发生后), else with the verb (发生地震后, 接到报警后).
fn happening(text: &str, verb: usize, clause: usize) -> usize {
    const AT_ONCE: [&str; 10] = ["发出", "發出", "发生后", "發生後", "发生以后", "发生之后", "发生时", "發生時", "爆发后", "爆發後"];
    if eat_any(text, verb, &AT_ONCE).is_some() && verb - clause <= SUBJECT { clause } else { verb }
}

/// Without white space, quotes and light words at both ends.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start, span.end);
    while start < end {
        match next(text, start) {
            // 当前, 当天 are words of their own.
            Some(('当', after)) if matches!(next(text, after), Some(('前' | '天' | '日' | '晚' | '地' | '时' | '场' | '局' | '事', _))) =>
            {
                break;
            }
            Some((c, after)) if c.is_whitespace() || matches!(c, ',' | ';' | '在' | '当' | '、' | ':' | '”' | ')') => start = after,
            // What the quote holds goes on behind the event.
            Some(('“', after)) if !text[after..end].contains('”') => start = after,
            _ => break,
        }
    }
    while start < end {
        match prev(text, end) {
            Some((c, before))
                if c.is_whitespace() || matches!(c, ',' | ';' | '在' | '的' | '于' | '、' | '仅' | '就' | '却' | '最' | '共' | '全') =>
            {
                end = before;
            }
            _ => break,
        }
    }
    Span::new(start, end)
}
