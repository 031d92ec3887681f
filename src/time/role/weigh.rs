//! Weighing: whether a clause tells an act where the tables of words know no verb of it.
//!
//! No table knows every verb, but the build of a clause says much: who stands before it, 将 and 把, 就 and 成功, verbs made of a deed and its
//! outcome, what was told before. Each is a piece of evidence with a name and a weight in half steps of likelihood: 2 makes an act about twice as
//! likely, 6 all but decides. The form of the amount itself comes first: N内 expects an act, a bare N is rather filled.

use super::{ACT, Context};
use crate::text::HanSet;
use crate::time::amount::Unit;
use crate::time::script::{Words, ends_clause, is_han, next, one_of, prev};
use crate::time::words as w;

/// The forms in which an amount asks whether something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// N内.
    Within,
    /// N后.
    After,
    /// 仅用N, 不到N, 短短N.
    Used,
    /// N alone.
    Bare,
}

impl Form {
    /// How likely an act is, before the clause is looked at.
    fn weight(self) -> i32 {
        match self {
            Form::Within => 2,
            Form::After => 0,
            Form::Used => 1,
            Form::Bare => -1,
        }
    }
}

/// What is said of an amount: the part of the text that holds its predicate.
struct Clause<'a, 'b> {
    c: &'a Context<'b>,
    start: usize,
    end: usize,
    form: Form,
}

/// Who does what others are called to end.
static CULPRITS: Words =
    Words::new(&["嫌", "偷", "骗", "匪", "贼", "歹", "凶手", "团伙", "逃犯", "劫", "蒙面", "疑凶", "凶徒", "枪手", "行劫", "得手"]);

/// Anybody.
static SOMEBODY: Words = Words::new(&["男子", "女子", "我", "他", "她"]);

/// A name, a weight, and whether it holds.
type Evidence = (&'static str, i32, fn(&Clause) -> bool);

const EVIDENCE: &[Evidence] = &[
    // Who acts.
    ("actor-beside", 3, |s| s.c.right_before(w::ACTOR, 1).is_some()),
    ("actor-before", 2, |s| s.c.before(w::ACTOR)),
    ("actor-told", 3, |s| s.c.earlier(w::ACTOR)),
    ("somebody", -3, |s| (s.form != Form::After || !s.c.closes()) && s.subject(&SOMEBODY)),
    ("culprit", -6, |s| s.subject(&CULPRITS) && !s.reads("被") && !s.c.before(w::ACTOR) && !s.c.has(s.start, s.end, w::RESULT | w::ACTOR)),
    ("nobody", -5, |s| {
        !s.reads("被")
            && (s.natural()
                || s.c.has(s.start, s.end, w::NATURE)
                || s.measured()
                || s.c.opens() && s.c.earlier(w::NATURE) && !s.c.has(s.start, s.end, w::ACTOR))
    }),
    ("crowd", -2, |s| s.c.before(w::CROWD) && !s.c.before(w::ACTOR)),
    ("in-a-match", -4, |s| s.c.sentence(w::PLAY)),
    ("in-trouble", 2, |s| s.c.sentence(w::TROUBLE) && !s.subject(&CULPRITS)),
    ("alarmed", 1, |s| s.alarmed()),
    ("after-a-step", 3, |s| s.form != Form::After && s.c.follows_step == Some(true)),
    ("after-others", -1, |s| s.c.follows_step == Some(false)),
    ("finder", -2, |s| s.form == Form::After && s.c.closes() && s.finder()),
    ("suddenly", -4, |s| (s.reads("突然") || s.reads("忽然")) && !s.c.has(s.start, s.end, w::ACTOR | w::RESULT)),
    ("newcomer", -5, |s| s.form == Form::After && s.newcomer()),
    // How it is done.
    ("done-to", 3, |s| s.disposes()),
    ("done-by", 3, |s| s.c.text[s.start..s.end].contains(['由', '被']) && s.c.has(s.start, s.end, w::ACTOR)),
    ("completed", 2, |s| s.completes()),
    ("known-by-its-parts", 2, |s| s.resembles()),
    ("goes-there", 3, |s| s.goes()),
    ("at-once", 2, |s| s.c.reads(&["就", "便", "即", "才", ",就", ",便"])),
    ("then-at-once", 2, |s| s.c.closes() && s.c.has(s.start, s.end, w::ACTOR) && (s.reads("就") || s.reads("便"))),
    ("in-the-end", 2, |s| s.succeeds()),
    ("act-before", 1, |s| s.c.closes() && s.c.before(ACT)),
    // What set the clock, and who asked.
    ("clock-set", 2, |s| {
        super::evidence::triggered(s.c)
            || s.c.before(w::TROUBLE) && !s.subject(&CULPRITS) && s.c.reads_before(&["后", "后仅", "之后", "以后"])
    }),
    ("demanded", 2, |s| s.form != Form::After && !s.c.earlier(w::PLANNING) && (s.c.governed(w::ORDER) || s.c.earlier(w::ORDER))),
    ("act-known", 2, |s| s.c.has(s.start, s.end, w::ARRIVE | w::RESULT)),
    // What speaks for other things: counting, change, states, wishes.
    ("counted", -6, |s| {
        super::evidence::tallied(s.c, s.start, s.end) || super::evidence::many(s.c, s.start, s.end) || super::evidence::repeats(s.c)
    }),
    ("changes", -5, |s| s.chars().any(|(_, c, _)| matches!(c, '涨' | '跌' | '增' | '减' | '翻'))),
    ("happens", -4, |s| super::evidence::comes_about(s.c, s.start, s.end).is_some() || s.c.has(s.start, s.end, w::WEATHER)),
    ("not-done", -4, |s| s.c.has(s.start, s.end, w::NOT)),
    ("hoped", -6, |s| s.c.before(w::CAN | w::PLANNING)),
    ("advised", -3, |s| s.form == Form::After && (s.c.governed(w::MUST | w::ORDER) || s.c.has(s.start, s.end, w::MUST | w::CAN))),
    ("can", -4, |s| s.form != Form::After && s.c.has(s.start, s.end, w::CAN)),
    ("done-behind", 2, |s| s.form == Form::Bare && s.chars().take(3).any(|(before, c, _)| c == '了' && is_han(before))),
    ("is-told", -6, |s| super::evidence::is_told(s.c)),
    ("planned", -4, |s| s.form == Form::Bare && s.c.earlier(w::PLANNING)),
    ("possible", -5, |s| s.reads("可能")),
    ("filled", -2, |s| s.c.right_before(w::FILL | w::STATE, 3).is_some() || s.c.next_to(w::STATE, 3).is_some()),
    ("held", -5, |s| s.form == Form::Bare && (s.c.governed(w::MUST | w::PROMISE | w::BAN) || s.c.reads_before(&["了"]))),
    ("about", -4, |s| s.form == Form::Bare && s.c.amount.has(crate::time::amount::lead::ABOUT)),
    ("told-how-much", -4, |s| s.how_much()),
    ("verb-before", -6, |s| s.form == Form::Bare && s.c.closes() && s.follows_verb()),
    ("modified", -4, |s| s.form != Form::Within && s.c.reads_before(&["的"])),
    ("all-day", -6, |s| s.form == Form::Bare && s.c.all_day()),
    ("years", -2, |s| s.c.amount.unit() == Unit::Year),
    ("days", -4, |s| matches!(s.c.amount.unit(), Unit::Day | Unit::Week | Unit::Month | Unit::Year)),
];

/// Whether the clause tells an act, as far as its build says: the name of the strongest evidence for it.
pub(crate) fn acts(c: &Context, form: Form) -> Option<&'static str> {
    let (start, end) = c.predicate();
    let end = if c.closes() { c.clauses(start, end, 2) } else { end };
    let clause = Clause { c, start, end, form };
    let (mut sum, mut best) = (form.weight(), ("expected", 0));
    for (name, weight, holds) in EVIDENCE {
        if holds(&clause) {
            sum += weight;
            if *weight > best.1 {
                best = (name, *weight);
            }
        }
    }
    (sum > 0 && best.1 > 0).then_some(best.0)
}

impl Clause<'_, '_> {
    /// The characters of the predicate with the one before and the one behind each.
    fn chars(&self) -> impl Iterator<Item = (char, char, char)> {
        let at = |at: usize| if at < self.end { next(self.c.text, at) } else { None };
        let (mut before, mut here) = (' ', at(self.start));
        std::iter::from_fn(move || {
            let (c, after) = here?;
            here = at(after);
            Some((std::mem::replace(&mut before, c), c, here.map_or(' ', |(c, _)| c)))
        })
    }

    /// Two ideographs or more stand right before the amount in its clause.
    fn follows_verb(&self) -> bool {
        self.c.span.start >= self.c.clause.start + 6 && prev(self.c.text, self.c.span.start).is_some_and(|(c, _)| is_han(c))
    }

    /// Someone is called for help, or helps, in the sentence before.
    fn alarmed(&self) -> bool {
        let (start, end) = super::before(self.c);
        w::any(self.c.text, start, end, w::TELL | w::ACTOR)
    }

    /// Somebody, and nobody whose work it is, finds or does it.
    fn finder(&self) -> bool {
        let text = &self.c.text[self.start..self.end];
        let somebody = ["女士", "先生", "男子", "女子", "小姐", "大爷", "大妈", "阿姨", "年轻人", "小伙", "青年", "我", "他", "她"]
            .iter()
            .any(|word| text.contains(word));
        somebody && !self.c.has(self.start, self.end, w::ACTOR)
    }

    /// 台风夜断电 抢修队六小时…: nobody is the last that stands before the amount.
    fn natural(&self) -> bool {
        let before = self.c.within(self.c.clause.start, self.c.span.start);
        before.filter(|token| token.class & (w::NATURE | w::ACTOR) != 0).last().is_some_and(|token| token.class & w::NATURE != 0)
    }

    /// 一名年轻人走了出来: whom nobody has spoken of yet.
    fn newcomer(&self) -> bool {
        let text = &self.c.text[self.start..self.end];
        let first = |at: usize| text[..at].chars().next_back().is_none_or(ends_clause);
        let somebody = ["一名", "一位", "一男子", "一女子", "一個", "一个", "有人", "有乘客", "有旅客", "终于有人", "終於有人"]
            .iter()
            .any(|word| text.match_indices(word).any(|(at, _)| first(at)));
        somebody && self.c.closes() && !self.c.has(self.start, self.end, w::ACTOR | w::RESULT)
    }

    /// One of `words` stands in the clause before the amount.
    fn subject(&self, words: &Words) -> bool {
        names(self.c, self.c.clause.start, words)
    }

    /// The predicate has `word`.
    fn reads(&self, word: &str) -> bool {
        self.c.text[self.start..self.end].contains(word)
    }

    /// 风速半小时内翻倍, 30天内再入院率为4.1%: what is measured does nothing by itself.
    fn measured(&self) -> bool {
        let before =
            prev(self.c.text, self.c.span.start).is_some_and(|(c, at)| one_of(c, "速率量价值温压数额") && at > self.c.clause.start);
        before || self.chars().any(|(_, c, behind)| c == '率' && (one_of(behind, "为是达仅约超不近高低") || behind.is_ascii_digit()))
    }

    /// 将火扑灭, 把人送回: someone does it to something.
    fn disposes(&self) -> bool {
        self.chars().any(|(_, c, behind)| matches!(c, '将' | '把') && is_han(behind) && !one_of(behind, "军来近士会要于在有士领手握关柄"))
    }

    /// A deed with its outcome: 修好了, 灭掉, 拧紧.
    fn completes(&self) -> bool {
        static OUTCOMES: HanSet = HanSet::new("好成出到至达通开清定下起上走断尽回破活醒稳平");
        self.chars().any(|(before, c, behind)| {
            is_han(before)
                && before != '不'
                && (matches!(c, '完' | '毕' | '妥' | '灭' | '获' | '住' | '齐' | '掉' | '毙' | '熄' | '擒' | '牢') && behind != '得'
                    || c == '了' && one_of(behind, "上下出进回过起")
                    || OUTCOMES.has(c)
                        && (behind == '了' || behind == ' ' || ends_clause(behind) || behind.is_ascii_digit() || one_of(behind, "一两数")))
        })
    }

    /// Someone goes to a place: 爬上, 冲进, 驶向.
    fn goes(&self) -> bool {
        static GO: HanSet = HanSet::new("赶奔冲跑走爬登潜游骑驶开飞挺跨钻抵扑追围");
        self.chars().any(|(_, c, behind)| GO.has(c) && one_of(behind, "到至往抵进入上来向赴达回"))
    }

    /// 成功, 全部, 终于: said of what was meant to be done.
    fn succeeds(&self) -> bool {
        self.c
            .within(self.start, self.end)
            .any(|t| t.class & w::DONE != 0 && t.end - t.start >= 6 && !self.c.text[t.start..].starts_with("已经"))
            || ["平安", "安全", "平稳", "稳稳", "如愿"].iter().any(|word| self.reads(word))
    }

    /// Two characters that stand in known acts, in a word that is not known: 拦停, 抢接.
    fn resembles(&self) -> bool {
        let (mut at, mut before) = (self.start, false);
        for _ in 0..24 {
            let Some((c, after)) = next(self.c.text, at).filter(|_| at < self.end) else { break };
            let alone = !self.c.tokens.iter().any(|token| token.start <= at && at < token.end);
            let like = alone && w::leaning(c) >= 2;
            if like && before {
                return true;
            }
            (at, before) = (after, like);
        }
        false
    }

    /// 超过12公里, 近百发: the clause tells how much it was.
    fn how_much(&self) -> bool {
        let number = |c: char| c.is_ascii_digit() || one_of(c, "一两二三四五六七八九十百千万");
        self.chars().any(|(before, c, behind)| {
            matches!(c, '近' | '超' | '约' | '达' | '逾') && number(behind) || before == '超' && c == '过' && number(behind)
        })
    }
}

/// Whether somebody others are called to end is spoken of between `from` and the amount.
pub(super) fn culprits(c: &Context, from: usize) -> bool {
    names(c, from, &CULPRITS)
}

/// One of `words` stands between `from` and the amount.
fn names(c: &Context, from: usize, words: &Words) -> bool {
    let mut at = from;
    while let Some((first, after)) = next(c.text, at).filter(|_| at < c.span.start) {
        if words.eat(c.text, at, first).is_some() {
            return true;
        }
        at = after;
    }
    false
}

/// Whether the clause only names something and its amount: 城区45分钟内到场,农村90分钟,山区为3小时. What it leaves out the clause before says.
pub(crate) fn named(c: &Context) -> bool {
    let said = ACT | w::HAPPEN | w::FILL | w::TAKE | w::STATE | w::PLANNING | w::CAN | w::MUST;
    // 随后轮流按压47分钟 goes on with what was done.
    let on =
        crate::time::script::eat_any(c.text, c.clause.start, &["随后", "然后", "接着", "之后", "继续", "又", "再", "并", "还"]).is_some();
    let short = !on && c.span.start <= c.clause.start + 18 && !c.has(c.clause.start, c.span.start, said & !w::ACTOR);
    c.closes() && c.span.start > c.clause.start && (short || c.reads_before(&["为", "是"]))
}
