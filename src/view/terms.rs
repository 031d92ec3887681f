//! The field's terms in every language of the interface: labels, the rules that give them, the roles of times.

use std::borrow::Cow;

use super::words::{Lang, fill};
use crate::report::{Label, Role};

/// A term in 简体, 繁體, English.
type Term = [&'static str; 3];

fn of(term: Term, lang: Lang) -> &'static str {
    match lang {
        Lang::Hans => term[0],
        Lang::Hant => term[1],
        Lang::En => term[2],
    }
}

/// What a label is called.
pub fn label(label: Label, lang: Lang) -> &'static str {
    let term = match label {
        Label::Title => ["标题", "標題", "Headline"],
        Label::Dateline => ["电头", "電頭", "Dateline"],
        Label::Byline => ["署名", "署名", "Byline"],
        Label::Caption => ["图说", "圖說", "Caption"],
        Label::Heading => ["小标题", "小標題", "Subhead"],
        Label::Paragraph => ["正文", "正文", "Paragraph"],
        Label::EndMark => ["结束标记", "結束標記", "End mark"],
        Label::Editor => ["责任编辑", "責任編輯", "Editor"],
        Label::NoticeTitle => ["声明标题", "聲明標題", "Notice title"],
        Label::NoticeClause => ["声明条款", "聲明條款", "Notice clause"],
        Label::Furniture => ["网页残留", "網頁殘留", "Furniture"],
    };
    of(term, lang)
}

/// What a time does in its report.
pub fn role(role: Role, lang: Lang) -> &'static str {
    let term = match role {
        Role::Deadline => ["时限", "時限", "deadline"],
        Role::Elapsed => ["用时", "用時", "time taken"],
        Role::Validity => ["有效期", "有效期", "validity"],
        Role::LookBack => ["回溯期", "回溯期", "look-back"],
        Role::Window => ["统计时段", "統計時段", "window"],
        Role::Duration => ["持续时间", "持續時間", "duration"],
        Role::Rate => ["频次", "頻次", "rate"],
        Role::LegalTerm => ["法定期限", "法定期限", "legal term"],
        Role::Tariff => ["计费时段", "計費時段", "tariff"],
        Role::Name => ["名称的一部分", "名稱的一部分", "part of a name"],
        Role::Plan => ["预告", "預告", "plan"],
        Role::Other => ["其他", "其他", "other"],
        Role::Point => ["时点", "時點", "point in time"],
        Role::Range => ["起止", "起止", "from … to …"],
        Role::Relative => ["相对时间", "相對時間", "relative"],
    };
    of(term, lang)
}

/// Why a block has its label: what the rule of this name saw. A rule without words is called by its name.
pub fn reason(rule: &str, lang: Lang) -> Cow<'_, str> {
    // The credit's own word stands in the name of its rule.
    if let Some(word) = rule.strip_prefix("credit-").filter(|word| !word.is_ascii()) {
        return fill(of(["有图片署名“{}”", "有圖片署名「{}」", "a photo credit: {}"], lang), &[word]).into();
    }
    if let Some(word) = rule.strip_prefix("caption-").filter(|word| !word.is_ascii()) {
        return fill(of(["写着“{}”", "寫著「{}」", "says {}"], lang), &[word]).into();
    }
    match REASONS.iter().find(|(name, _)| *name == rule) {
        Some((_, term)) => of(*term, lang).into(),
        None => rule.into(),
    }
}

static REASONS: [(&str, Term); 51] = [
    ("after-end-mark", ["在结束标记之后", "在結束標記之後", "behind the end mark"]),
    ("after-the-editor", ["在责任编辑之后", "在責任編輯之後", "behind the editor line"]),
    ("after-the-story", ["在正文之后", "在正文之後", "behind the story"]),
    ("before-the-story", ["在正文之前", "在正文之前", "before the story"]),
    ("byline-closing", ["文末括号里的署名", "文末括號裡的署名", "names that close the story"]),
    ("byline-line", ["只有姓名的一行", "只有姓名的一行", "a line of names"]),
    ("caption-before-lead", ["正文之前的一句话", "正文之前的一句話", "one sentence before the lead"]),
    ("caption-dated", ["末尾是拍摄日期", "末尾是拍攝日期", "ends with the day of the photo"]),
    ("caption-fused", ["夹在句子中间，末尾有署名", "夾在句子中間，末尾有署名", "credited, in the middle of a line"]),
    ("caption-points", ["指出图中的人", "指出圖中的人", "points somebody out"]),
    ("caption-repeated", ["同一句接连出现", "同一句接連出現", "said twice in a row"]),
    ("caption-unsigned", ["像本文其他图说，但没有署名", "像本文其他圖說，但沒有署名", "like the other captions, without a credit"]),
    ("corrected", ["由您更正", "由您更正", "set by you"]),
    ("credit-agency", ["有通讯社的图片署名", "有通訊社的圖片署名", "an agency’s photo credit"]),
    ("dateline-bracketed", ["括号里的电头", "括號裡的電頭", "a dateline in brackets"]),
    ("dateline-dated", ["媒体、地点、日期加“电”或“讯”", "媒體、地點、日期加「電」或「訊」", "outlet, place and day"]),
    ("dateline-reporter-place", ["记者、地点加“报道”", "記者、地點加「報導」", "reporter and place"]),
    ("dateline-undated", ["媒体加“电”或“讯”，没有日期", "媒體加「電」或「訊」，沒有日期", "an outlet, no day"]),
    ("dateline-题", ["电头里的“题”", "電頭裡的「題」", "named in the dateline"]),
    ("default", ["没有别的特征", "沒有別的特徵", "nothing says otherwise"]),
    ("editor-bracketed", ["括号里写着编辑", "括號裡寫著編輯", "an editor in brackets"]),
    ("editor-empty", ["写着编辑，没有姓名", "寫著編輯，沒有姓名", "an editor without a name"]),
    ("editor-line", ["写着编辑和姓名", "寫著編輯和姓名", "names an editor"]),
    ("editor-tail", ["行末写着编辑", "行末寫著編輯", "an editor at the end of a line"]),
    ("end-mark", ["“完”一类的记号", "「完」一類的記號", "an end mark"]),
    ("furniture-address", ["网址", "網址", "a web address"]),
    ("furniture-date", ["网页上的时间", "網頁上的時間", "the page’s own time stamp"]),
    ("furniture-imprint", ["备案、许可证一类", "備案、許可證一類", "an imprint"]),
    ("furniture-menu", ["导航或菜单", "導覽或選單", "a menu"]),
    ("furniture-ornament", ["只有符号", "只有符號", "signs alone"]),
    ("furniture-phrase", ["网页的提示语", "網頁的提示語", "a phrase of web pages"]),
    ("furniture-source", ["写着来源一类的项目", "寫著來源一類的項目", "a field such as the source"]),
    ("furniture-tail", ["行末的网页提示语", "行末的網頁提示語", "a page’s phrase at the end of a line"]),
    ("furniture-word", ["网页的按钮或栏目名", "網頁的按鈕或欄目名", "a button or a section"]),
    ("heading-bracketed", ["方头括号起头的短行", "方頭括號起頭的短行", "short, in brackets"]),
    ("heading-numbered", ["编号的短行", "編號的短行", "short and numbered"]),
    ("heading-short", ["短行，不成句", "短行，不成句", "short, no sentence"]),
    ("headline", ["正文之前最像标题", "正文之前最像標題", "the likeliest before the story"]),
    ("headline-repeated", ["与标题相同", "與標題相同", "the headline again"]),
    ("headline-second-line", ["破折号引出的副题", "破折號引出的副題", "a dash under the headline"]),
    ("list", ["一连串短行", "一連串短行", "one of many short lines"]),
    ("markup", ["网页标签", "網頁標籤", "a tag"]),
    ("notice-follows-title", ["在声明标题之后", "在聲明標題之後", "follows the notice’s title"]),
    ("notice-numbered", ["声明里编号的一条", "聲明裡編號的一條", "numbered, in the notice"]),
    ("notice-run-in", ["声明标题后的同一行", "聲明標題後的同一行", "in line with the notice’s title"]),
    ("notice-title", ["声明的名称", "聲明的名稱", "names a notice"]),
    ("notice-words", ["声明的用语", "聲明的用語", "speaks as notices do"]),
    ("original-title", ["“原标题”", "「原標題」", "an original title"]),
    ("prose", ["成句的文字", "成句的文字", "full sentences"]),
    ("repeated", ["多次出现的短行", "多次出現的短行", "a short line that recurs"]),
    ("site-name", ["标题后的网站名", "標題後的網站名", "the site’s name behind the headline"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_in_words() {
        for (rule, lang, words) in [
            ("credit-供图", Lang::Hans, "有图片署名“供图”"),
            ("credit-摄", Lang::Hant, "有圖片署名「摄」"),
            ("credit-agency", Lang::En, "an agency’s photo credit"),
            ("caption-图为", Lang::En, "says 图为"),
            ("prose", Lang::Hans, "成句的文字"),
            ("some-new-rule", Lang::Hans, "some-new-rule"),
        ] {
            assert_eq!(reason(rule, lang), words);
        }
    }

    #[test]
    fn each_rule_has_words_once() {
        assert!(REASONS.windows(2).all(|pair| pair[0].0 < pair[1].0), "in order, and each once");
    }
}
