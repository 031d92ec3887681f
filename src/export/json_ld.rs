//! JSON-LD: the report as a schema.org [`NewsArticle`](https://schema.org/NewsArticle).
//!
//! | the report | the article |
//! |---|---|
//! | headline, script | `headline`, `inLanguage` |
//! | dateline | `dateline`; its place `locationCreated`; its day `dateCreated`, where the text tells the year; its outlets `sourceOrganization` |
//! | the page's own stamp 2021-12-21 20:30 | `datePublished` |
//! | byline and reporters | `author` |
//! | editor line | `editor` |
//! | headings and paragraphs | `articleBody`, a line each |
//! | captions | `image`: an `ImageObject` with `caption` and `creditText`; where the photo is, the text doesn't say |
//! | notice | `copyrightNotice` |
//!
//! What the text does not say is left out. A dateline tells where a report was filed, which need not be what it is about: hence
//! `locationCreated` and not `contentLocation`. Headings are parts of the body: an `articleSection` is a section of a newspaper.

use serde::Serialize;

use crate::report::{Dateline, Label, Report, is_day};

/// The report as an indented JSON-LD object with a line feed behind it. It holds no `<`, so that it can stand in a `<script>` element.
///
/// # Errors
///
/// None that a report can cause: its keys are strings.
pub fn json_ld(report: &Report) -> serde_json::Result<String> {
    let mut json = serde_json::to_string_pretty(&article(report))?.replace('<', "\\u003c");
    json.push('\n');
    Ok(json)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dateline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_created: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location_created: Option<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    editor: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source_organization: Vec<Named<'a>>,
    #[serde(rename = "articleBody")]
    body: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<Image<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    copyright_notice: Option<String>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

impl<'a> Named<'a> {
    fn person(name: &'a str) -> Self {
        Named { kind: "Person", name }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Image<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    caption: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<&'a str>,
}

fn article(report: &Report) -> Article<'_> {
    let dateline = report.dateline.as_ref();
    Article {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: report.headline.as_ref().map(|headline| headline.text.as_str()),
        in_language: report.lang.tag(),
        dateline: dateline.map(|dateline| dateline.text.as_str()),
        date_created: dateline.and_then(Dateline::day),
        date_published: stamp(report),
        location_created: dateline.and_then(|dateline| dateline.place.as_deref()).map(|name| Named { kind: "Place", name }),
        author: super::authors(report).into_iter().map(Named::person).collect(),
        editor: report.editors.0.iter().map(|name| Named::person(&name.text)).collect(),
        source_organization: dateline.into_iter().flat_map(super::agencies).map(|name| Named { kind: "Organization", name }).collect(),
        body: lines(report, |label| matches!(label, Label::Heading | Label::Paragraph)),
        image: report
            .captions
            .iter()
            .map(|caption| Image { kind: "ImageObject", caption: &caption.text, credit_text: caption.credit.as_deref() })
            .collect(),
        copyright_notice: report.notice.as_ref().map(|_| lines(report, |label| matches!(label, Label::NoticeTitle | Label::NoticeClause))),
    }
}

/// The blocks with certain labels, a line each.
fn lines(report: &Report, wanted: impl Fn(Label) -> bool) -> String {
    let texts: Vec<&str> = report.blocks.iter().filter(|block| wanted(block.label)).map(|block| block.text.as_str()).collect();
    texts.join("\n")
}

/// The day, with its hour where that is told, in the page's stamp. Two that differ tell nothing.
fn stamp(report: &Report) -> Option<&str> {
    let stamps = report.blocks.iter().filter(|block| block.reason == "furniture-date");
    let mut days = stamps.filter_map(|stamp| {
        let first = report.times.partition_point(|time| time.span.start < stamp.span.start);
        let inside = report.times[first..].iter().take_while(|time| time.span.end <= stamp.span.end);
        inside.filter_map(|time| time.value.as_deref()).find(|value| is_moment(value))
    });
    let day = days.next()?;
    days.all(|other| other == day).then_some(day)
}

/// `YYYY-MM-DD`, or with `THH:MM` or `THH:MM:SS` behind it.
fn is_moment(value: &str) -> bool {
    let (day, hour) = value.split_once('T').map_or((value, None), |(day, hour)| (day, Some(hour)));
    let clock = |hour: &str| {
        matches!(hour.len(), 5 | 8) && hour.bytes().enumerate().all(|(at, b)| if at % 3 == 2 { b == b':' } else { b.is_ascii_digit() })
    };
    is_day(day) && hour.is_none_or(clock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const TEXT: &str = "\
雨停之后：海州渡口恢复通行
2021-07-25 08:30 来源：大江网
首班渡轮离岸。 海州海事局供图
渡口值守点。李桐 摄
中新网海州7月24日电 (李远 王志康)24日上午，海州渡口恢复通行，首班渡轮载着三百余名乘客离岸。
一、渡口的清晨
“水位退到警戒线以下，就开。”值守员说，接到通知后，他们10分钟内就位，一小时内开出首班。(完)
责任编辑：卢明
大江网版权及免责声明：
1. 凡本网注明“来源：大江网”的所有作品，版权均属于大江网，未经授权不得转载。
分享到：";

    fn article_of(text: &str) -> Value {
        serde_json::from_str(&json_ld(&crate::parse(text)).unwrap()).unwrap()
    }

    #[test]
    fn an_article() {
        assert_eq!(
            article_of(TEXT),
            json!({
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": "雨停之后：海州渡口恢复通行",
                "inLanguage": "zh-Hans",
                "dateline": "中新网海州7月24日电",
                "dateCreated": "2021-07-24",
                "datePublished": "2021-07-25T08:30",
                "locationCreated": { "@type": "Place", "name": "海州" },
                "author": [{ "@type": "Person", "name": "李远" }, { "@type": "Person", "name": "王志康" }],
                "editor": [{ "@type": "Person", "name": "卢明" }],
                "sourceOrganization": [{ "@type": "Organization", "name": "中新网" }],
                "articleBody": "24日上午，海州渡口恢复通行，首班渡轮载着三百余名乘客离岸。\n一、渡口的清晨\n\
                    “水位退到警戒线以下，就开。”值守员说，接到通知后，他们10分钟内就位，一小时内开出首班。",
                "image": [
                    { "@type": "ImageObject", "caption": "首班渡轮离岸。", "creditText": "海州海事局供图" },
                    { "@type": "ImageObject", "caption": "渡口值守点。", "creditText": "李桐 摄" },
                ],
                "copyrightNotice": "大江网版权及免责声明：\n1. 凡本网注明“来源：大江网”的所有作品，版权均属于大江网，未经授权不得转载。",
            })
        );
    }

    #[test]
    fn what_the_text_does_not_say_is_left_out() {
        assert_eq!(
            article_of("雨停了。"),
            json!({ "@context": "https://schema.org", "@type": "NewsArticle", "inLanguage": "zh-Hans", "articleBody": "雨停了。" })
        );
        // A year that is not told, and a paper that is not named.
        let article = article_of("本报海州7月24日讯 24日上午，海州渡口恢复通行，首班渡轮载着三百余名乘客离岸。");
        assert_eq!(article["dateline"], "本报海州7月24日讯");
        assert!(article.get("dateCreated").is_none() && article.get("sourceOrganization").is_none(), "{article}");
    }

    #[test]
    fn a_script_element_holds_it() {
        let mut report = crate::parse(TEXT);
        report.blocks[0].text = "</script><!--<script>".into();
        report.blocks[0].label = Label::Paragraph;
        let json = json_ld(&report).unwrap();
        assert!(!json.contains('<'), "{json}");
        let article: Value = serde_json::from_str(&json).unwrap();
        assert!(article["articleBody"].as_str().unwrap().starts_with("</script><!--<script>\n"));
    }

    #[test]
    fn moments() {
        for (value, is) in [
            ("2021-07-25", true),
            ("2021-07-25T08:30", true),
            ("2021-07-25T08:30:15", true),
            ("2021-07-25T08", false),
            ("XXXX-07-25T08:30", false),
            ("2021-07-25/2021-07-26", false),
            ("2021-07-25TMO", false),
        ] {
            assert_eq!(is_moment(value), is, "{value}");
        }
    }
}
