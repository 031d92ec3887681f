//! Chinese numerals: `一百二十`, `３.５万`, `十几`, `三四`, `近30`, `上百`, `半`, with the bounds they are meant in.

use super::script::{eat, next, next_inline, prev};
use crate::report::Bound;
use crate::text::{Firsts, is_han_lead};

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// The least it can mean.
    pub(crate) low: f64,
    /// The number it says; of a range the upper end.
    pub(crate) high: f64,
    /// How it is meant.
    pub(crate) bound: Bound,
    /// 几, 数, 多: no number is said.
    pub(crate) vague: bool,
    /// Written with digits, without 万 or the like.
    pub(crate) digits: usize,
    /// Written with a decimal point.
    pub(crate) decimal: bool,
    /// Where it starts.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
}

impl Numeral {
    /// 三四, 一两: one of two.
    pub(crate) fn is_range(&self) -> bool {
        self.low < self.high
    }

    /// 半.
    pub(crate) fn is_half(&self) -> bool {
        (self.high - 0.5).abs() < f64::EPSILON
    }

    /// The number as a small whole one, for the calendar.
    pub(crate) fn whole(&self) -> Option<u32> {
        let exact = !self.vague && self.bound == Bound::Exact && !self.is_range();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and small")]
        let whole = self.high as u32;
        (exact && whole <= 9999 && f64::from(whole).to_bits() == self.high.to_bits()).then_some(whole)
    }
}

/// The value of a Chinese digit.
pub(crate) fn han_digit(c: char) -> Option<f64> {
    Some(match c {
        '〇' | '零' | '○' => 0.0,
        '一' => 1.0,
        '二' | '两' => 2.0,
        '三' => 3.0,
        '四' => 4.0,
        '五' => 5.0,
        '六' => 6.0,
        '七' => 7.0,
        '八' => 8.0,
        '九' => 9.0,
        _ => return None,
    })
}

/// What a place word multiplies by.
fn place(c: char) -> Option<f64> {
    Some(match c {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1000.0,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

/// Reads a numeral at `at`; `None` where the text has none.
pub(crate) fn numeral(text: &str, at: usize) -> Option<Numeral> {
    let (c, _) = next(text, at)?;
    if c.is_ascii_digit() { Some(arabic(text, at)) } else { chinese(text, at) }
}

/// `12`, `1,200`, `３.５`, `3万多`, `300余`.
fn arabic(text: &str, at: usize) -> Numeral {
    let (mut i, mut value, mut digits) = (at, 0.0_f64, 0);
    while let Some((c, end)) = next_inline(text, i) {
        if let Some(digit) = c.to_digit(10) {
            // Longer numbers are phone numbers and the like; none may grow beyond all bounds.
            value = (value * 10.0 + f64::from(digit)).min(1e15);
            digits += 1;
            i = end;
        } else if c == ',' && (1..=9).contains(&digits) && group_of_three(text, end) {
            i = end;
        } else {
            break;
        }
    }
    // Most numbers end here.
    if !matches!(next(text, i), Some(('.' | '百' | '千' | '万' | '亿' | '余' | '多' | '来' | '几', _))) {
        return Numeral { low: value, high: value, bound: Bound::Exact, vague: false, digits, decimal: false, start: at, end: i };
    }
    let mut decimal = false;
    if let Some(('.', mut end)) = next(text, i) {
        let mut scale = 0.1;
        while let Some((c, after)) = next(text, end) {
            let Some(digit) = c.to_digit(10) else { break };
            value += f64::from(digit) * scale;
            scale /= 10.0;
            decimal = true;
            end = after;
            i = after;
        }
        // Sums of tenths carry noise: 1.1 is to be 1.1.
        if decimal {
            value = (value * 1e9).round() / 1e9;
        }
    }
    let plain_end = i;
    while let Some((c, end)) = next(text, i) {
        let Some(by) = place(c).filter(|by| *by >= 100.0) else { break };
        value *= by;
        i = end;
    }
    let mut n = Numeral { low: value, high: value, bound: Bound::Exact, vague: false, digits, decimal, start: at, end: i };
    if i > plain_end {
        n.digits = 0;
    }
    more(text, &mut n);
    n
}

/// Whether exactly three digits stand at `at`.
fn group_of_three(text: &str, at: usize) -> bool {
    let mut i = at;
    for _ in 0..3 {
        match next(text, i) {
            Some((c, end)) if c.is_ascii_digit() => i = end,
            _ => return false,
        }
    }
    !matches!(next(text, i), Some((c, _)) if c.is_ascii_digit())
}

/// `余`, `多`, `来`, `几` behind a number: at least that many.
fn more(text: &str, n: &mut Numeral) {
    if let Some((c, end)) = next(text, n.end) {
        let round = n.high >= 10.0;
        if matches!(c, '余' | '来' | '几') && round || c == '多' && n.high >= 10.0 {
            n.bound = if c == '来' { Bound::About } else { Bound::AtLeast };
            n.end = end;
            while let Some((c, end)) = next(text, n.end) {
                let Some(by) = place(c).filter(|by| *by >= 100.0) else { break };
                n.high *= by;
                n.low *= by;
                n.end = end;
            }
        }
    }
}

/// `一百二十`, `二〇二一`, `十几`, `几十`, `三四`, `半`, `数`, `上百`, `廿五`.
fn chinese(text: &str, at: usize) -> Option<Numeral> {
    let exact = |value: f64, end: usize| Numeral {
        low: value,
        high: value,
        bound: Bound::Exact,
        vague: false,
        digits: 0,
        decimal: false,
        start: at,
        end,
    };
    let (first, after_first) = next(text, at)?;
    if first == '半' {
        return Some(exact(0.5, after_first));
    }
    if first == '上' || first == '好' {
        // 上百, 上千; 好几.
        let inner = chinese(text, after_first)?;
        let fits = if first == '上' { inner.high >= 100.0 } else { inner.vague };
        return fits.then_some(Numeral { start: at, bound: if first == '上' { Bound::AtLeast } else { inner.bound }, ..inner });
    }
    let (mut total, mut section, mut digit) = (0.0_f64, 0.0_f64, None::<f64>);
    let (mut low_digit, mut vague, mut any) = (None::<f64>, false, false);
    // The last of 万 and 亿.
    let mut myriad = 0.0;
    let mut positional = 0;
    let mut i = at;
    // No number is written with more characters; a text of nothing but numerals is still read once.
    for _ in 0..24 {
        let Some((c, end)) = next(text, i) else { break };
        if let Some(value) = han_digit(c) {
            match digit {
                None => digit = Some(value),
                // 三四: one of two; 二〇二一: digit by digit. Ten digits are more than any number here.
                Some(before) if positional == 0 && next_to_each_other(before, value) && !han_run(text, end) => {
                    low_digit = Some(before);
                    digit = Some(value);
                }
                Some(before) if positional < 10 => {
                    positional += 1;
                    digit = Some(before * 10.0 + value);
                }
                Some(_) => break,
            }
        } else if matches!(c, '几' | '数') {
            if digit.is_some() || (c == '数' && (any && section == 0.0 || i > at)) || vague {
                break;
            }
            vague = true;
            digit = Some(5.0);
        } else if c == '廿' || c == '卅' {
            if any {
                break;
            }
            section = if c == '廿' { 20.0 } else { 30.0 };
        } else if let Some(by) = place(c) {
            if by >= 1e4 {
                if !any {
                    break;
                }
                let below = section + digit.unwrap_or(0.0);
                // 一亿二千万: 万 multiplies what stands behind 亿; 一万亿: 亿 all before it.
                total = if by < myriad { total + below * by } else { (total + below) * by };
                myriad = by;
                section = 0.0;
            } else {
                section += digit.unwrap_or(1.0) * by;
            }
            if let (Some(low), Some(_)) = (low_digit, digit) {
                // 三四十: both ends are multiplied.
                let high = total + section;
                let mut n = exact(high, end);
                n.low = low * by;
                n.bound = Bound::About;
                more(text, &mut n);
                return Some(n);
            }
            digit = None;
        } else if c == '分' && eat(text, i, "分之").is_some() {
            // 百分之三: not an amount.
            return None;
        } else {
            break;
        }
        any = true;
        i = end;
    }
    if !any {
        return None;
    }
    let base = total + section;
    let high = base + digit.unwrap_or(0.0);
    let mut n = exact(high, i);
    if let Some(low) = low_digit {
        n.low = base + low;
        n.bound = Bound::About;
    }
    if vague {
        n.vague = true;
        n.bound = Bound::About;
    }
    if digit.is_none() || vague {
        more(text, &mut n);
    }
    Some(n)
}

/// 三四, 七八; 三五.
fn next_to_each_other(before: f64, digit: f64) -> bool {
    (digit - before - 1.0).abs() < f64::EPSILON || (before - 3.0).abs() + (digit - 5.0).abs() < f64::EPSILON
}

/// Whether another Chinese digit stands at `at`.
fn han_run(text: &str, at: usize) -> bool {
    matches!(next(text, at), Some((c, _)) if han_digit(c).is_some())
}

/// Words before a number that bound it, with the bound; longer ones first.
pub(crate) const BOUNDS_BEFORE: &[(&str, Bound)] = &[
    ("不超过", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("大约", Bound::About),
    ("将近", Bound::About),
    ("接近", Bound::About),
    ("左右", Bound::About),
    ("至少", Bound::AtLeast),
    ("至多", Bound::AtMost),
    ("最多", Bound::AtMost),
    ("最少", Bound::AtLeast),
    ("最长", Bound::AtMost),
    ("不到", Bound::AtMost),
    ("不足", Bound::AtMost),
    ("超过", Bound::AtLeast),
    ("逾", Bound::AtLeast),
    ("超", Bound::AtLeast),
    ("约", Bound::About),
    ("近", Bound::About),
];

/// The bound said before byte `at`, and where its word starts.
pub(crate) fn bound_before(text: &str, at: usize) -> Option<(Bound, usize)> {
    let (last, _) = prev(text, at)?;
    if !matches!(last, '过' | '于' | '约' | '近' | '右' | '少' | '多' | '长' | '到' | '足' | '逾' | '超') {
        return None;
    }
    BOUNDS_BEFORE.iter().find_map(|(word, bound)| Some((*bound, super::script::eat_back(text, at, word)?)))
}

/// The offset behind the ideographs from `at` on, at most `end`, with which no number begins.
pub(crate) fn past_others(text: &str, mut at: usize, end: usize) -> usize {
    static BEGIN: Firsts = Firsts::new(BEGINNINGS);
    while let Some(&[a, b, c, ..]) = text.as_bytes().get(at..end)
        && is_han_lead(a)
        && !BEGIN.begins([a, b, c])
    {
        at += 3;
    }
    at
}

/// The ideographs a number can begin with, 上百 too, of both scripts.
const BEGINNINGS: &str = "零一二两兩三四五六七八九十百千半几幾数數廿卅上";

/// Whether a (folded) character can begin a numeral.
pub(crate) fn begins(c: char) -> bool {
    c.is_ascii_digit() || han_digit(c).is_some() || matches!(c, '十' | '百' | '千' | '半' | '几' | '数' | '廿' | '卅')
}

#[cfg(test)]
mod tests {
    use super::{BEGINNINGS, begins};
    use crate::time::script::fold;

    #[test]
    fn no_number_is_passed_over() {
        for c in '\u{4E00}'..='\u{9FFF}' {
            let known = BEGINNINGS.contains(c);
            assert!(known || !begins(fold(c)) && fold(c) != '上', "{c}");
        }
    }
}
