//! Furniture: what the page around a report left in its text.

use crate::text::{Firsts, count, framed_by_ideographs, has_ideograph, is_colon, is_digit, is_end, signs, strip_any};

/// What a row has besides ideographs, found in one walk: most rules need some of it, and most rows have little.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Signs {
    digits: usize,
    /// The upright and the pointing strokes of menus.
    bars: usize,
    arrows: usize,
    colon: bool,
    space: bool,
    letter: bool,
    /// What ends a sentence.
    end: bool,
}

impl Signs {
    fn of(row: &str) -> Self {
        let mut found = Signs::default();
        for (_, c) in signs(row) {
            match c {
                '|' | '｜' | '┊' => found.bars += 1,
                '>' | '›' | '»' | '＞' => found.arrows += 1,
                '©' | 'A'..='Z' | 'a'..='z' => found.letter = true,
                c if is_digit(c) => found.digits += 1,
                c if is_colon(c) => found.colon = true,
                c if is_end(c) => found.end = true,
                c => found.space |= c.is_whitespace(),
            }
        }
        found
    }
}

/// Whether a row is furniture, and by which rule.
pub(super) fn furniture(row: &str) -> Option<&'static str> {
    let frame = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '【' | '】' | '（' | '）' | '(' | ')' | '>' | '»' | '›');
    let row = if framed_by_ideographs(row.as_bytes()) { row } else { row.trim_matches(frame) };
    if row.is_empty() {
        return Some("furniture-ornament");
    }
    // What ends as a sentence does is furniture only by its first words.
    let ended = row.ends_with(['。', '！', '？', '”', '；']);
    if ended {
        return (addressed(row) && row.chars().nth(60).is_none()).then_some("furniture-phrase");
    }
    let chars = count(row);
    let signs = Signs::of(row);
    if address(row, &signs) {
        return Some("furniture-address");
    }
    let dated = match signs.digits {
        0..3 => false,
        digits => {
            let clock = signs.colon;
            chars <= 60 && (stamp(row) || clock && signs.space && stamped_behind(row))
                || chars <= 90 && digits >= 6 && clock && stamped(row)
        }
    };
    if dated {
        return Some("furniture-date");
    }
    if chars <= 16 && word(row) {
        return Some("furniture-word");
    }
    if chars <= 60 && addressed(row) {
        return Some("furniture-phrase");
    }
    if chars <= 60 && signs.colon && labelled(row) {
        return Some("furniture-source");
    }
    if chars <= 240 && imprint(row, &signs) {
        return Some("furniture-imprint");
    }
    if chars <= 120 && trail(row, chars, &signs) {
        return Some("furniture-menu");
    }
    (!row.chars().any(char::is_alphanumeric)).then_some("furniture-ornament")
}

/// Where furniture that ends a row of story begins: `…(完)返回搜狐，查看更多`.
pub(super) fn tail(row: &str) -> Option<usize> {
    const TAILS: [&str; 16] = [
        "返回搜狐，查看更多",
        "返回搜狐,查看更多",
        "返回搜狐",
        "查看更多",
        "点击查看全文",
        "展开全文",
        "阅读原文",
        "点击进入专题：",
        "点击进入专题",
        "更多精彩内容请进入",
        "【纠错】",
        "[打印]",
        "分享到：",
        "分享让更多人看到",
        "更多猛料！",
        "[详细]",
    ];
    let end = row.trim_end();
    // （編輯：甲）1050319: the day in ROC years behind the last bracket.
    if let Some(rest) = end.len().checked_sub(7).filter(|&at| end.is_char_boundary(at) && end[at..].bytes().all(|b| b.is_ascii_digit()))
        && end[..rest].ends_with(['）', ')'])
    {
        return Some(rest);
    }
    TAILS
        .iter()
        .filter(|tail| tail.as_bytes().last() == end.as_bytes().last())
        .filter_map(|tail| end.strip_suffix(tail))
        .map(str::len)
        .filter(|&at| at > 0)
        .min()
}

/// The prefix that says a headline follows: `原标题：`. Where the headline stands within the row.
pub(super) fn original_title(row: &str) -> Option<std::ops::Range<usize>> {
    let open = row.chars().next().filter(|c| matches!(c, '(' | '（' | '【' | '[')).map_or(0, char::len_utf8);
    let rest = strip_any(&row[open..], &["原标题", "原標題", "原题为", "原題為", "原题", "本文标题"])?.strip_prefix(is_colon)?;
    let title = rest.trim();
    let start = row.len() - rest.len() + rest.len() - rest.trim_start().len();
    let mut end = start + title.len();
    if open > 0 && title.ends_with([')', '）', '】', ']']) {
        end -= title.chars().next_back().map_or(0, char::len_utf8);
    }
    (start < end).then_some(start..end)
}

/// Where a site's name behind the headline begins: `…-中新网辽宁频道`, `…_新浪新闻`.
pub(super) fn site_suffix(title: &str) -> Option<usize> {
    let (at, mark) = title.char_indices().rev().take(20).find(|&(_, c)| matches!(c, '-' | '_' | '|' | '｜' | '–' | '—' | '－'))?;
    let site = title[at + mark.len_utf8()..].trim();
    if site.contains(|c: char| c.is_whitespace() || is_colon(c) || is_digit(c)) {
        return None;
    }
    let known = [
        "网",
        "網",
        "频道",
        "新闻",
        "新聞",
        "客户端",
        "报",
        "報",
        "财经",
        "社",
        "在线",
        "论坛",
        "中心",
        "评论",
        "资讯",
        "新浪",
        "搜狐",
        "网易",
        "腾讯",
        "凤凰",
        "观察者",
        "澎湃",
        "台",
    ]
    .iter()
    .any(|end| site.ends_with(end));
    let start = title[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '|' | '—')).len();
    (known && start >= 12).then_some(start)
}

/// Whether a row begins with words that a page says to its visitors.
fn addressed(row: &str) -> bool {
    row.chars().next().is_some_and(|first| strip_any(row, phrases(first)).is_some())
}

/// The words to a page's visitors that a character begins.
fn phrases(first: char) -> &'static [&'static str] {
    match first {
        '本' => &["本文来自", "本文转自", "本文来源"],
        '更' => &["更多原创", "更多精彩", "更多猛料", "更新時間", "更多新聞"],
        '此' => &["此文来源", "此内容为"],
        '分' => &["分享到", "分享至", "分享让更多"],
        '返' => &["返回搜狐"],
        '查' => &["查看更多"],
        '扫' => &["扫一扫", "扫描二维码", "扫二维码", "扫码"],
        '长' => &["长按二维码", "长按识别"],
        '关' => &["关注我们", "关于我们", "关闭窗口"],
        '欢' => &["欢迎关注"],
        '点' => &["点击进入", "点击查看", "点击加载", "点击图片", "点击排行", "点赞", "点击数"],
        '展' => &["展开全文"],
        '阅' => &["阅读原文", "阅读全文", "阅读量"],
        '打' => &["打开APP", "打开客户端", "打印本页"],
        '下' => &["下载客户端", "下载APP", "下一篇", "下一页"],
        '手' => &["手机看新闻"],
        '新' => &["新闻热线", "新闻排行"],
        '报' => &["报料热线"],
        '爆' => &["爆料"],
        '举' => &["举报电话", "举报邮箱"],
        '您' => &["您的当前位置", "您当前的位置", "您现在的位置"],
        '当' => &["当前位置"],
        '所' => &["所在位置"],
        '首' => &["首页 ", "首页>", "首页 >"],
        '上' => &["上一篇", "上一页"],
        '相' => &["相关阅读", "相关新闻", "相关链接", "相关报道", "相关专题", "相关推荐", "相關新聞"],
        '延' => &["延伸阅读", "延伸閱讀"],
        '推' => &["推荐阅读", "推荐：", "推薦閱讀"],
        '热' => &["热门推荐", "热点排行"],
        '猜' => &["猜你喜欢"],
        '为' => &["为您推荐"],
        '获' => &["获取更多"],
        '订' => &["订阅"],
        '登' => &["登录"],
        '注' => &["注册"],
        '我' => &["我要评论"],
        '网' => &["网友评论", "网站地图"],
        '发' => &["发表评论", "发表于", "发布于"],
        '已' => &["已有", "已收藏"],
        '责' => &["责任编辑推荐"],
        '今' => &["今日热点"],
        '最' => &["最热新闻", "最新新闻"],
        '友' => &["友情链接"],
        '联' => &["联系我们"],
        '广' => &["广告服务"],
        '文' => &["文章来源"],
        '来' => &["来源链接"],
        '加' => &["加载中", "加入好友"],
        '正' => &["正在加载"],
        '视' => &["视频加载中"],
        '字' => &["字号"],
        '调' => &["调整字体"],
        '稿' => &["稿源"],
        '發' => &["發布"],
        '浏' => &["浏览量", "浏览次数"],
        '人' => &["人气"],
        '评' => &["评论数"],
        '請' => &["請繼續往下閱讀"],
        '點' => &["點我"],
        '追' => &["追蹤"],
        '訂' => &["訂閱"],
        _ => &[],
    }
}

/// Rows that are one word of a page's controls or menus.
fn word(row: &str) -> bool {
    const WORDS: [&str; 90] = [
        "字体",
        "大字体",
        "小字体",
        "跟贴",
        "阅读",
        "参与互动",
        "我要反馈",
        "保存网页",
        "加载更多",
        "热门评论",
        "收藏本文",
        "文章关键词",
        "关键词",
        "微博推荐",
        "今日推荐",
        "责任编辑推荐",
        "新闻评论",
        "T大",
        "网友留言",
        "分享",
        "打印",
        "字號",
        "大",
        "中",
        "小",
        "大 中 小",
        "收藏",
        "关闭",
        "评论",
        "点赞",
        "返回",
        "首页",
        "更多",
        "下一页",
        "上一页",
        "微信",
        "微博",
        "新浪微博",
        "腾讯微博",
        "QQ空间",
        "QQ好友",
        "QQ",
        "朋友圈",
        "人人网",
        "豆瓣",
        "复制链接",
        "二维码",
        "专题",
        "要闻",
        "时政",
        "资讯",
        "财经",
        "文化",
        "图片",
        "视频",
        "双语",
        "国际",
        "社会",
        "娱乐",
        "体育",
        "科技",
        "军事",
        "原创",
        "观天下",
        "漫画",
        "滚动",
        "热点",
        "推荐",
        "广告",
        "举报",
        "纠错",
        "搜索",
        "登录",
        "注册",
        "订阅",
        "展开",
        "收起",
        "关注",
        "播放",
        "暂停",
        "English",
        "中文",
        "推荐阅读",
        "精彩图集",
        "焦点新闻",
        "图集",
        "直播",
        "摘要",
        "目录",
        "正文",
    ];
    // With a count or a colon behind it: 评论(0), 跟贴 1, 分享：.
    let bare =
        row.trim_end_matches(|c: char| is_digit(c) || is_colon(c) || c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）' | '+'));
    WORDS.contains(&row) || WORDS.contains(&bare)
}

/// `来源：…`, `作者：… 来源：…`, `浏览：123`: who published the page, and when.
fn labelled(row: &str) -> bool {
    const LABELS: [&str; 24] = [
        "来源",
        "來源",
        "发布时间",
        "发稿时间",
        "发布日期",
        "更新时间",
        "发表时间",
        "时间",
        "日期",
        "出处",
        "信息来源",
        "转自",
        "转载自",
        "浏览",
        "阅读",
        "点击",
        "评论",
        "字数",
        "编号",
        "网站",
        "稿件来源",
        "新闻来源",
        "关键词",
        "标签",
    ];
    strip_any(row, &LABELS).is_some_and(|rest| rest.trim_start().starts_with(is_colon)) && !row.ends_with(is_end)
        || row
            .split_whitespace()
            .skip(1)
            .any(|part| strip_any(part, &["来源", "來源", "浏览", "阅读量", "点击"]).is_some_and(|rest| rest.starts_with(is_colon)))
            && !row.ends_with(is_end)
}

/// Whether a mark of the imprint at a page's foot stands in a row.
fn imprint(row: &str, signs: &Signs) -> bool {
    static BEGIN: Firsts = Firsts::new("公许版违不网广增建");
    let marked = |at: usize| row[at..].chars().next().is_some_and(|c| papers(c).iter().any(|paper| row[at..].starts_with(paper)));
    BEGIN.places(row).any(marked) || signs.letter && crate::text::signs(row).any(|(at, _)| marked(at))
}

/// Marks of the imprint at a page's foot that a character begins.
fn papers(first: char) -> &'static [&'static str] {
    match first {
        'I' => &["ICP备", "ICP证", "ICP備"],
        '公' => &["公网安备", "公安备"],
        '许' => &["许可证"],
        'C' => &["Copyright", "COPYRIGHT"],
        'c' => &["copyright"],
        '©' => &["©"],
        '版' => &["版权所有"],
        'A' => &["All Rights Reserved", "All rights reserved"],
        '违' => &["违法和不良信息"],
        '不' => &["不良信息举报"],
        '网' => &["网站地图"],
        '广' => &["广告经营"],
        '增' => &["增值电信"],
        '建' => &["建议使用"],
        _ => &[],
    }
}

/// An address of the web alone.
fn address(row: &str, signs: &Signs) -> bool {
    // With the page's date behind it.
    let web = row.starts_with("http://") || row.starts_with("https://");
    if signs.space {
        let dated = |(link, rest): (&str, &str)| link.is_ascii() && rest.starts_with(is_digit) && rest.len() < 80;
        return web && row.split_once(char::is_whitespace).is_some_and(dated);
    }
    let bare = row.trim_end_matches('/');
    bare.is_ascii() && (web || bare.starts_with("www.") || (bare.contains('@') && bare.contains('.') && bare.len() < 60))
}

/// A date or a time of day alone, perhaps with the page's source behind it; the row has three digits at least.
fn stamp(row: &str) -> bool {
    const WORDS: [&str; 27] = [
        "年", "月", "日", "时", "分", "秒", "上午", "下午", "星期", "周", "一", "二", "三", "四", "五", "六", "天", "發布", "更新", "时间",
        "GMT", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
    ];
    const MONTHS: [&str; 14] = ["Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "CST"];
    let mut rest = row;
    while let Some(c) = rest.chars().next() {
        let next = strip_any(rest, &WORDS).or_else(|| strip_any(rest, &MONTHS));
        rest = match next {
            Some(next) => next,
            None if is_digit(c)
                || c.is_whitespace()
                || is_colon(c)
                || matches!(c, '-' | '/' | '.' | ',' | '(' | ')' | '（' | '）' | '－' | '+') =>
            {
                &rest[c.len_utf8()..]
            }
            None => return strip_any(rest, &["来源", "來源"]).is_some(),
        };
    }
    true
}

/// A row that ends with a day and a time of day in a page's own notation: `甲报客户端 | 2025-01-17 19:19`.
fn stamped_behind(row: &str) -> bool {
    let mut words = row.split_whitespace().rev();
    let clock = words.next().is_some_and(|word| word.contains(is_colon) && word.chars().all(|c| is_digit(c) || is_colon(c)));
    clock && words.next().is_some_and(|day| day.chars().filter(|&c| is_digit(c)).count() >= 6 && stamp(day))
}

/// A row that begins with a day and a time of day in a page's own notation: `2017年03月10日 08:19 甲报 微博 收藏本文`.
fn stamped(row: &str) -> bool {
    let day: usize =
        row.chars().take_while(|&c| is_digit(c) || matches!(c, '年' | '月' | '日' | '-' | '/' | '.')).map(char::len_utf8).sum();
    let digits = row[..day].chars().filter(|&c| is_digit(c)).count();
    let clock = row[day..].trim_start();
    let hour = clock.chars().take_while(|&c| is_digit(c)).count();
    digits >= 6
        && (1..=2).contains(&hour)
        && clock.chars().nth(hour).is_some_and(is_colon)
        && clock.chars().nth(hour + 1).is_some_and(is_digit)
}

/// A menu or a trail of links: `首页 > 新闻 > 海州`, `简介 ｜ 地图 ｜ 说明`, `中文 | English`.
fn trail(row: &str, chars: usize, signs: &Signs) -> bool {
    if signs.end {
        return false;
    }
    // An ideograph that looks like a bar serves as one.
    let bars = signs.bars + if has_ideograph(row, '丨') { row.matches('丨').count() } else { 0 };
    bars >= 2 || (bars == 1 && chars <= 16 && !signs.colon) || (signs.arrows >= 1 && !row.contains('<') && chars <= 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remains_of_the_page() {
        for row in [
            "您的当前位置：新闻中心 > 海州",
            "2020-10-04 20:30 来源: 大江网",
            "发布时间:2017-07-21 14:58",
            "Mon, 12 Oct 2020 15:23:12 GMT",
            "2008.06.13 05:10:00",
            "2014-03-11",
            "2021年12月21日 10:20",
            "来源：   大江日报网",
            "分享到: 0",
            "调整字体",
            "更多精彩内容请进入社会新闻",
            "评论  > 海外观察",
            "中文 | English",
            "简介 ｜ 地图 ｜ 版权说明 ｜ 联系我们",
            "京ICP备13028878号-6",
            "https://example.net",
            "desk@example.com",
            "首页",
            "————",
        ] {
            assert!(furniture(row).is_some(), "{row}");
        }
    }

    #[test]
    fn story() {
        for row in [
            "快,打响防汛“遭遇战”",
            "中美合作共赢是大势所趋",
            "10月4日，专列开往海州。",
            "来源不明的货物被查扣。",
            "他说，分享到的经验很多。",
            "图为应急值守。",
            "三天两夜",
        ] {
            assert_eq!(furniture(row), None, "{row}");
        }
    }

    #[test]
    fn titles_and_tails() {
        let row = "（原标题：雨停之后）";
        assert_eq!(&row[original_title(row).unwrap()], "雨停之后");
        assert_eq!(original_title("原标题："), None);
        let row = "雨停了(完)返回搜狐，查看更多";
        assert_eq!(&row[tail(row).unwrap()..], "返回搜狐，查看更多");
        let row = "某某案首次开庭 距案发已有42天-中新网海天频道";
        assert_eq!(&row[..site_suffix(row).unwrap()], "某某案首次开庭 距案发已有42天");
        assert_eq!(site_suffix("平战一体-化解风险"), None);
    }
}
