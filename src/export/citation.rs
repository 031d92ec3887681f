//! A report as one line among the sources of another text.

use super::{agencies, authors};
use crate::report::Report;

/// The ways to cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As in running text: `李远：《渡口又开了》，中新网海州7月24日电。`
    Plain,
    /// An electronic newspaper article by GB/T 7714—2015: `李远. 渡口又开了[N/OL]. 中新网, 2021-07-24.`
    ///
    /// The standard also wants the day of access and the address, which no text tells.
    Gbt7714,
}

/// The citation of a report, in its own script and from what it says of itself; `None` where it has no headline.
///
/// ```
/// use wirecopy::export::{Style, citation};
///
/// let report = wirecopy::parse("渡口又开了\n中新网海州2021年7月24日电 (李远)雨停之后，海州渡口恢复通行，首班渡轮上午九时离岸。");
/// assert_eq!(citation(&report, Style::Plain).unwrap(), "李远：《渡口又开了》，中新网海州2021年7月24日电。");
/// assert_eq!(citation(&report, Style::Gbt7714).unwrap(), "李远. 渡口又开了[N/OL]. 中新网, 2021-07-24.");
/// ```
pub fn citation(report: &Report, style: Style) -> Option<String> {
    let headline = report.headline.as_ref()?.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match style {
        Style::Plain => plain(report, &headline),
        Style::Gbt7714 => gbt7714(report, &headline),
    })
}

fn plain(report: &Report, headline: &str) -> String {
    // A title within a title has single brackets.
    let inner = headline.replace('《', "〈").replace('》', "〉");
    let names = authors(report).join("、");
    let by = if names.is_empty() { String::new() } else { format!("{names}：") };
    let from = report.dateline.as_ref().map_or_else(String::new, |dateline| format!("，{}", dateline.text));
    format!("{by}《{inner}》{from}。")
}

/// The names a GB/T 7714 entry gives before 等.
const NAMED: usize = 3;

fn gbt7714(report: &Report, headline: &str) -> String {
    let names = authors(report);
    let mut entry = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        entry.push_str(", 等");
    }
    if !entry.is_empty() {
        entry.push_str(". ");
    }
    entry.push_str(headline);
    entry.push_str("[N/OL]");
    let dateline = report.dateline.as_ref();
    let outlets = dateline.into_iter().flat_map(agencies).collect::<Vec<_>>().join("，");
    let date = dateline.and_then(|dateline| dateline.day().or(dateline.date.as_deref()));
    let origin: Vec<&str> = [outlets.as_str()].into_iter().filter(|outlets| !outlets.is_empty()).chain(date).collect();
    if !origin.is_empty() {
        entry.push_str(". ");
        entry.push_str(&origin.join(", "));
    }
    entry.push('.');
    entry
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, plain: Option<&str>, gbt7714: Option<&str>) {
        let report = crate::parse(text);
        assert_eq!(citation(&report, Style::Plain).as_deref(), plain);
        assert_eq!(citation(&report, Style::Gbt7714).as_deref(), gbt7714);
    }

    const STORY: &str = "雨停之后，海州渡口恢复通行，首班渡轮载着三百余名乘客，上午九时准点离岸。";

    #[test]
    fn citations() {
        check(
            &format!("读《渡口》有感：雨停之后\n中新网海州7月24日电 {STORY}"),
            Some("《读〈渡口〉有感：雨停之后》，中新网海州7月24日电。"),
            Some("读《渡口》有感：雨停之后[N/OL]. 中新网, 7月24日."),
        );
        check(
            &format!("雨停之后：海州渡口恢复通行\n本报海州2021年7月24日讯 (记者 李远 王志康 陈一鸣 周宁){STORY}"),
            Some("李远、王志康、陈一鸣、周宁：《雨停之后：海州渡口恢复通行》，本报海州2021年7月24日讯。"),
            Some("李远, 王志康, 陈一鸣, 等. 雨停之后：海州渡口恢复通行[N/OL]. 2021-07-24."),
        );
        check(
            &format!("雨停之后：海州渡口恢复通行\n{STORY}"),
            Some("《雨停之后：海州渡口恢复通行》。"),
            Some("雨停之后：海州渡口恢复通行[N/OL]."),
        );
        check(STORY, None, None);
    }
}
