//! What the interface says, in every language it speaks. `{}` stands for what is filled in.

use std::borrow::Cow;

use super::Origin;
use super::photo_list::Fault;
use super::report_list;
use super::state::Trouble;
use super::state::display::Theme;
use super::state::opening::Coming;
use super::state::photos::Reason;
use super::state::speech::Said;
use super::terms;
use crate::text::Encoding;

mod live;

pub use live::{Amount, Count, LiveWords};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 简体.
    #[default]
    Hans,
    /// 繁體.
    Hant,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order they are offered.
    pub const ALL: [Lang; 3] = [Lang::Hans, Lang::Hant, Lang::En];

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Hans => "简体",
            Lang::Hant => "繁體",
            Lang::En => "English",
        }
    }

    /// The language for a BCP 47 tag such as `zh-TW`, if the interface speaks it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        match parts.next()? {
            "zh" => Some(match parts.next() {
                Some("hant" | "tw" | "hk" | "mo") => Lang::Hant,
                _ => Lang::Hans,
            }),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Hans => "zh-Hans",
            Lang::Hant => "zh-Hant",
            Lang::En => "en",
        }
    }

    /// What the interface says in it while a report is read.
    pub fn live(self) -> &'static LiveWords {
        LiveWords::of(self)
    }

    /// What the interface says in it beside that.
    pub fn words(self) -> &'static Words {
        match self {
            Lang::Hans => &HANS,
            Lang::Hant => &HANT,
            Lang::En => &EN,
        }
    }
}

/// What the interface says.
#[derive(Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each word is its own explanation, next to its name below")]
pub struct Words {
    pub name: &'static str,
    pub open: &'static str,
    pub file: &'static str,
    pub paste: &'static str,
    pub address: &'static str,
    pub go: &'static str,
    pub samples: &'static str,
    pub sample_default: &'static str,
    pub sample_typhoon: &'static str,
    pub sample_metro: &'static str,
    pub reports: &'static str,
    pub all_reports: &'static str,
    pub report_missing: &'static str,
    pub recent: &'static str,
    pub remember: &'static str,
    pub forget: &'static str,
    pub forget_all: &'static str,
    pub export: &'static str,
    pub save: &'static str,
    pub save_json_ld: &'static str,
    pub save_markdown: &'static str,
    pub save_page: &'static str,
    pub cite: &'static str,
    pub cite_gbt7714: &'static str,
    pub cited: &'static str,
    pub page_saved: &'static str,
    pub photos_lost: &'static str,
    pub embed: &'static str,
    pub embedding: &'static str,
    pub embed_auto: &'static str,
    pub embed_here: &'static str,
    pub embed_only_here: &'static str,
    pub preview: &'static str,
    pub markup: &'static str,
    pub copy_markup: &'static str,
    pub markup_copied: &'static str,
    pub markup_by_hand: &'static str,
    pub part_of: &'static str,
    pub by_hand: &'static str,
    pub close: &'static str,
    pub inspect: &'static str,
    pub to_report_view: &'static str,
    pub inspecting: &'static str,
    pub inspect_intro: &'static str,
    pub corrections: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub corrected: &'static str,
    pub doubts: &'static str,
    pub line: &'static str,
    pub label_of: &'static str,
    pub judged: &'static str,
    pub nearly: &'static str,
    pub restore: &'static str,
    pub times_found: &'static str,
    pub keys: &'static str,
    pub keys_move: &'static str,
    pub keys_restore: &'static str,
    pub keys_part: &'static str,
    pub sheets: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub labelled: &'static str,
    pub restored: &'static str,
    pub undone: &'static str,
    pub redone: &'static str,
    pub others_follow: &'static str,
    pub display: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub auto: &'static str,
    pub link: &'static str,
    pub section: &'static str,
    pub paragraph: &'static str,
    pub one_of_several: &'static str,
    pub labels_kept: &'static str,
    pub labels_wait: &'static str,
    pub encoding: &'static str,
    pub guess: &'static str,
    pub malformed: &'static str,
    pub loading: &'static str,
    pub coming: &'static str,
    pub cancel: &'static str,
    pub dismiss: &'static str,
    pub instead: &'static str,
    pub found_at: &'static str,
    pub private: &'static str,
    pub describes: &'static str,
    pub no_script: &'static str,
    pub no_script_index: &'static str,
    pub no_script_file: &'static str,
    pub untitled: &'static str,
    pub authors: &'static str,
    pub reporters: &'static str,
    pub editors: &'static str,
    pub figure: &'static str,
    pub no_photo: &'static str,
    pub broken_photo: &'static str,
    pub add_photo: &'static str,
    pub change_photo: &'static str,
    pub remove_photo: &'static str,
    pub not_image: &'static str,
    pub image_too_large: &'static str,
    pub no_room: &'static str,
    pub captions: &'static str,
    pub views: &'static str,
    pub story: &'static str,
    pub captions_count: &'static str,
    pub no_captions: &'static str,
    pub to_gallery: &'static str,
    pub to_story: &'static str,
    pub to_report: &'static str,
    pub alone: &'static str,
    pub no_times: &'static str,
    pub no_notice: &'static str,
    pub list_missing: &'static str,
    pub list_not_json: &'static str,
    pub list_not_a_list: &'static str,
    pub list_number: &'static str,
    pub list_twice: &'static str,
    pub list_address: &'static str,
    pub list_unknown: &'static str,
    pub reports_not_json: &'static str,
    pub reports_not_a_list: &'static str,
    pub reports_address: &'static str,
    pub reports_twice: &'static str,
    pub notice: &'static str,
    pub clauses: &'static str,
    pub to_step: &'static str,
    pub calendar: &'static str,
    pub events: &'static str,
    pub more_events: &'static str,
    pub to_event: &'static str,
    pub refused: &'static str,
    pub unreachable: &'static str,
    pub no_address: &'static str,
    pub withheld: &'static str,
    pub blocked: &'static str,
    pub too_slow: &'static str,
    pub gone: &'static str,
    pub not_kept: &'static str,
    pub not_remembered: &'static str,
    pub unreadable: &'static str,
    pub too_large: &'static str,
    pub not_text: &'static str,
    pub empty: &'static str,
    pub no_report: &'static str,
    pub no_source: &'static str,
    pub not_listed: &'static str,
    pub not_saved: &'static str,
    pub nothing_copied: &'static str,
    pub clipboard_closed: &'static str,
}

static HANS: Words = Words {
    name: "电稿",
    open: "打开",
    file: "文件……",
    paste: "粘贴",
    address: "网址",
    go: "打开",
    samples: "样稿",
    sample_default: "本页的电稿",
    sample_typhoon: "台风夜，离岛抢修供电（繁体）",
    sample_metro: "地铁信号故障的早高峰",
    reports: "报道",
    all_reports: "全部报道",
    report_missing: "没有取到这篇报道",
    recent: "打开过的",
    remember: "在这个浏览器里记住打开的文本",
    forget: "忘掉 {}",
    forget_all: "全部忘掉",
    export: "导出",
    save: "JSON 文件",
    save_json_ld: "JSON-LD（schema.org）",
    save_markdown: "Markdown",
    save_page: "网页，一个文件",
    cite: "复制引文",
    cite_gbt7714: "复制引文（GB/T 7714）",
    cited: "引文已复制。",
    page_saved: "网页已存成一个文件，不联网也能打开。",
    photos_lost: "网页已存成一个文件，但有 {} 张图片没有取到，不在里面。",
    embed: "嵌入别的网页……",
    embedding: "嵌入别的网页",
    embed_auto: "随读者的浏览器",
    embed_here: "从“{}”开始",
    embed_only_here: "这份文本只在您的浏览器里打开着，别的网页取不到它。请先把文本放到网页旁边，用“打开”里的网址打开它，再来嵌入；或者把它导出，放到自己的网站上。",
    preview: "预览",
    markup: "放进网页的代码",
    copy_markup: "复制代码",
    markup_copied: "代码已复制。",
    markup_by_hand: "浏览器没有允许复制。代码已经选中，请按 Ctrl+C（或 ⌘C）。",
    part_of: "{}：{}",
    by_hand: "浏览器没有允许复制。引文已经选中，请按 Ctrl+C（或 ⌘C）：",
    close: "关闭",
    inspect: "核对",
    to_report_view: "回到报道",
    inspecting: "逐行核对",
    inspect_intro: "原文的每一行在这里，旁边是它被认作什么、凭什么。认错了就改：报道随之改变，更正记在导出的 JSON 里。",
    corrections: "更正",
    undo: "撤销",
    redo: "重做",
    corrected: "已更正 {} 处",
    doubts: "存疑 {} 处",
    line: "第 {} 行",
    label_of: "第 {} 行是",
    judged: "{}（{}）",
    nearly: "也可能是{}",
    restore: "恢复原来的",
    times_found: "时间 {} 处",
    keys: "用键盘",
    keys_move: "下一行、上一行",
    keys_restore: "恢复原来的",
    keys_part: "先选中行里的一段文字再按键，只改这一段，行从那里分开。",
    sheets: "分页",
    earlier: "上一页",
    later: "下一页",
    labelled: "第 {} 行改为{}。",
    restored: "第 {} 行恢复为{}。",
    undone: "已撤销。",
    redone: "已重做。",
    others_follow: "有 {} 处随之改变。",
    display: "显示",
    language: "语言",
    theme: "明暗",
    light: "浅色",
    dark: "深色",
    auto: "随系统",
    link: "{}的链接",
    section: "本节",
    paragraph: "第 {} 段",
    one_of_several: "一次打开一份：这是其中的第一份文本。",
    labels_kept: "上一份文本里改过的标注没有丢：用浏览器的后退键回去就看得到。",
    labels_wait: "改过的标注是照原来的编码定的：选回原来的编码，它们就回来。",
    encoding: "编码",
    guess: "{}（推测）",
    malformed: "有 {} 处不合 {} 编码，显示为“�”。如果文字不对，请在页首换一种编码。",
    loading: "正在取来电稿……",
    coming: "正在打开 {}……",
    cancel: "取消",
    dismiss: "知道了",
    instead: "打开本页的电稿",
    found_at: "这份文本取自 {}，内容由那个网站负责。",
    private: "全文在您的浏览器里读成，没有发往任何地方。",
    describes: "把电稿读成有图说、声明与响应时限的报道，全程在浏览器里完成。",
    no_script: "脚本没有运行：全文照常可读，菜单与时限的拖动用不了。电稿原文在<a href=\"{}\">这里</a>。",
    no_script_index: "脚本没有运行：各篇报道照常可读，菜单用不了。",
    no_script_file: "脚本没有运行：全文照常可读，菜单与时限的拖动用不了。",
    untitled: "无标题",
    authors: "作者",
    reporters: "记者",
    editors: "责任编辑",
    figure: "图{}",
    no_photo: "本文未附图片",
    broken_photo: "图片 {} 没有显示出来",
    add_photo: "添加图片",
    change_photo: "换一张",
    remove_photo: "撤下",
    not_image: "{} 不是图片。请选择 JPEG、PNG、WebP、GIF、AVIF 或 SVG 图片。",
    image_too_large: "{} 超过 32 MB。请缩小后再添加。",
    no_room: "{} 没有放上：没有空着的图说。请在图说下面换图。",
    captions: "图说",
    views: "内容",
    story: "正文",
    captions_count: "图说 {} 则",
    no_captions: "本文没有图说。",
    to_gallery: "看全部图说",
    to_story: "回到正文中的位置",
    to_report: "回到正文",
    alone: "在新标签页里看全文",
    no_times: "本文没有写明时限或日期。",
    no_notice: "本文没有附声明。",
    list_missing: "没有取到图片清单 {}。请看这个文件是否放在那里。",
    list_not_json: "图片清单不是有效的 JSON：第 {} 行读不通。请检查这里和上一行的引号、逗号。",
    list_not_a_list: "图片清单第 {} 行写法不对：每个编号后面写明 file，另可写 alt、width、height。",
    list_number: "图片清单里的“{}”不是图说的编号。请写成 \"1\"、\"2\" 这样的数字。",
    list_twice: "图片清单里图{}写了不止一次，这里用第一次的。",
    list_address: "图片清单里图{}的地址“{}”不能用。请写相对于清单的路径，或 http、https 地址。",
    list_unknown: "图片清单里有图{}，本文的图说只有 {} 则。",
    reports_not_json: "报道清单第 {} 行不合 JSON 的写法。请检查那里和前一行的引号、逗号。",
    reports_not_a_list: "报道清单第 {} 行写得不对：清单是 [ ] 里的一项项，每项有 \"file\"，可有 \"photos\"、\"title\"。",
    reports_address: "报道清单里的地址“{}”不能用。请写相对于清单的路径，或 http、https 网址。",
    reports_twice: "报道清单里叫“{}”的不止一篇，取第一篇。请给另一个文件改名。",
    notice: "版权及免责声明",
    clauses: "{} 条",
    to_step: "见时限",
    calendar: "文中日期",
    events: "{} 则",
    more_events: "其余 {} 则",
    to_event: "见日期",
    refused: "没有取到 {}（状态 {}）。请看这个文件是否放在网页旁边，或在页首打开自己的文本。",
    unreachable: "没有取到 {}：没有回应。请检查网络后重新载入，或在页首打开自己的文本。",
    no_address: "“{}”不是网页能取的地址。请写以 http:// 或 https:// 开头的网址，或网页旁边文件的路径。",
    withheld: "没有取到 {}：那个网站回答 {}。请核对网址；如果在浏览器里打得开，请把它存成文件，再拖到这里。",
    blocked: "没有取到 {}：那个网站没有回应，或不许别的网页取它的文本。请把它存成文件，再拖到这里；网站的管理者可以在回应里加上 Access-Control-Allow-Origin 来准许。",
    too_slow: "没有取完 {}：那个网站 15 秒没有传来任何内容，或五分钟还没有传完。请稍后再试，或把它存成文件，再拖到这里。",
    gone: "这份文本只在打开它的时候有，现在不在了。请重新选择文件或粘贴。",
    not_kept: "浏览器不许这个网页存东西，所以记不住打开的文本。请在浏览器的设置里准许，或不用这一项。",
    not_remembered: "{} 太长，浏览器里存不下，这一份没有记住。文本照常可读；忘掉几份旧的也许就有地方。",
    unreadable: "{} 没有读出来：它可能是文件夹，或已经移走。请重新选择。",
    too_large: "{} 超过 64 MB，在浏览器里排不下。请分成几份再打开，或用命令行来读。",
    not_text: "{} 不是文本。请在原来的程序里另存为纯文本或网页后再打开。",
    empty: "{} 里没有文字。请换一个文件。",
    no_report: "{} 不是从这里导出的报道。请打开在本页导出的 JSON 文件，或者电稿的原文。",
    no_source: "{} 里只有读出的结果，没有电稿原文。请打开原文，或在命令行加上 --with-source 重新导出。",
    not_listed: "这里没有叫“{}”的报道。请看地址是否写对，或回到全部报道。",
    not_saved: "没有存成网页文件：页面的文件没有取全，或这个浏览器不许本页计算校验和（须用 https 打开）。请重新载入再试。",
    nothing_copied: "没有复制到文字。请先复制一篇电稿，再来粘贴。",
    clipboard_closed: "浏览器没有允许读取剪贴板。请直接在页面上按 Ctrl+V（或 ⌘V）粘贴。",
};

static HANT: Words = Words {
    name: "電稿",
    open: "開啟",
    file: "檔案……",
    paste: "貼上",
    address: "網址",
    go: "開啟",
    samples: "樣稿",
    sample_default: "本頁的電稿",
    sample_typhoon: "颱風夜，離島搶修供電（繁體）",
    sample_metro: "地鐵訊號故障的早高峰",
    reports: "報導",
    all_reports: "全部報導",
    report_missing: "沒有取到這篇報導",
    recent: "開啟過的",
    remember: "在這個瀏覽器裡記住開啟的文字",
    forget: "忘掉 {}",
    forget_all: "全部忘掉",
    export: "匯出",
    save: "JSON 檔案",
    save_json_ld: "JSON-LD（schema.org）",
    save_markdown: "Markdown",
    save_page: "網頁，一個檔案",
    cite: "複製引文",
    cite_gbt7714: "複製引文（GB/T 7714）",
    cited: "引文已複製。",
    page_saved: "網頁已存成一個檔案，不連網也能開啟。",
    photos_lost: "網頁已存成一個檔案，但有 {} 張圖片沒有取到，不在裡面。",
    embed: "嵌入別的網頁……",
    embedding: "嵌入別的網頁",
    embed_auto: "隨讀者的瀏覽器",
    embed_here: "從「{}」開始",
    embed_only_here: "這份文字只在您的瀏覽器裡開著，別的網頁取不到它。請先把文字放到網頁旁邊，用「開啟」裡的網址開啟它，再來嵌入；或者把它匯出，放到自己的網站上。",
    preview: "預覽",
    markup: "放進網頁的程式碼",
    copy_markup: "複製程式碼",
    markup_copied: "程式碼已複製。",
    markup_by_hand: "瀏覽器沒有允許複製。程式碼已經選中，請按 Ctrl+C（或 ⌘C）。",
    part_of: "{}：{}",
    by_hand: "瀏覽器沒有允許複製。引文已經選中，請按 Ctrl+C（或 ⌘C）：",
    close: "關閉",
    inspect: "核對",
    to_report_view: "回到報道",
    inspecting: "逐行核對",
    inspect_intro: "原文的每一行在這裡，旁邊是它被認作什麼、憑什麼。認錯了就改：報道隨之改變，更正記在匯出的 JSON 裡。",
    corrections: "更正",
    undo: "復原",
    redo: "重做",
    corrected: "已更正 {} 處",
    doubts: "存疑 {} 處",
    line: "第 {} 行",
    label_of: "第 {} 行是",
    judged: "{}（{}）",
    nearly: "也可能是{}",
    restore: "恢復原來的",
    times_found: "時間 {} 處",
    keys: "用鍵盤",
    keys_move: "下一行、上一行",
    keys_restore: "恢復原來的",
    keys_part: "先選中行裡的一段文字再按鍵，只改這一段，行從那裡分開。",
    sheets: "分頁",
    earlier: "上一頁",
    later: "下一頁",
    labelled: "第 {} 行改為{}。",
    restored: "第 {} 行恢復為{}。",
    undone: "已復原。",
    redone: "已重做。",
    others_follow: "有 {} 處隨之改變。",
    display: "顯示",
    language: "語言",
    theme: "明暗",
    light: "淺色",
    dark: "深色",
    auto: "隨系統",
    link: "{}的連結",
    section: "本節",
    paragraph: "第 {} 段",
    one_of_several: "一次開啟一份：這是其中的第一份文字。",
    labels_kept: "上一份文字裡改過的標註沒有丟：用瀏覽器的返回鍵回去就看得到。",
    labels_wait: "改過的標註是照原來的編碼定的：選回原來的編碼，它們就回來。",
    encoding: "編碼",
    guess: "{}（推測）",
    malformed: "有 {} 處不合 {} 編碼，顯示為「�」。如果文字不對，請在頁首換一種編碼。",
    loading: "正在取來電稿……",
    coming: "正在開啟 {}……",
    cancel: "取消",
    dismiss: "知道了",
    instead: "開啟本頁的電稿",
    found_at: "這份文字取自 {}，內容由那個網站負責。",
    private: "全文在您的瀏覽器裡讀成，沒有傳往任何地方。",
    describes: "把電稿讀成有圖說、聲明與響應時限的報導，全程在瀏覽器裡完成。",
    no_script: "指令碼沒有執行：全文照常可讀，選單與時限的拖動用不了。電稿原文在<a href=\"{}\">這裡</a>。",
    no_script_index: "指令碼沒有執行：各篇報導照常可讀，選單用不了。",
    no_script_file: "指令碼沒有執行：全文照常可讀，選單與時限的拖動用不了。",
    untitled: "無標題",
    authors: "作者",
    reporters: "記者",
    editors: "責任編輯",
    figure: "圖{}",
    no_photo: "本文未附圖片",
    broken_photo: "圖片 {} 沒有顯示出來",
    add_photo: "加入圖片",
    change_photo: "換一張",
    remove_photo: "撤下",
    not_image: "{} 不是圖片。請選擇 JPEG、PNG、WebP、GIF、AVIF 或 SVG 圖片。",
    image_too_large: "{} 超過 32 MB。請縮小後再加入。",
    no_room: "{} 沒有放上：沒有空著的圖說。請在圖說下面換圖。",
    captions: "圖說",
    views: "內容",
    story: "正文",
    captions_count: "圖說 {} 則",
    no_captions: "本文沒有圖說。",
    to_gallery: "看全部圖說",
    to_story: "回到正文中的位置",
    to_report: "回到正文",
    alone: "在新分頁裡看全文",
    no_times: "本文沒有寫明時限或日期。",
    no_notice: "本文沒有附聲明。",
    list_missing: "沒有取到圖片清單 {}。請看這個檔案是否放在那裡。",
    list_not_json: "圖片清單不是有效的 JSON：第 {} 行讀不通。請檢查這裡和上一行的引號、逗號。",
    list_not_a_list: "圖片清單第 {} 行寫法不對：每個編號後面寫明 file，另可寫 alt、width、height。",
    list_number: "圖片清單裡的「{}」不是圖說的編號。請寫成 \"1\"、\"2\" 這樣的數字。",
    list_twice: "圖片清單裡圖{}寫了不止一次，這裡用第一次的。",
    list_address: "圖片清單裡圖{}的位址「{}」不能用。請寫相對於清單的路徑，或 http、https 位址。",
    list_unknown: "圖片清單裡有圖{}，本文的圖說只有 {} 則。",
    reports_not_json: "報導清單第 {} 行不合 JSON 的寫法。請檢查那裡和前一行的引號、逗號。",
    reports_not_a_list: "報導清單第 {} 行寫得不對：清單是 [ ] 裡的一項項，每項有 \"file\"，可有 \"photos\"、\"title\"。",
    reports_address: "報導清單裡的地址「{}」不能用。請寫相對於清單的路徑，或 http、https 網址。",
    reports_twice: "報導清單裡叫「{}」的不止一篇，取第一篇。請給另一個檔案改名。",
    notice: "版權及免責聲明",
    clauses: "{} 條",
    to_step: "見時限",
    calendar: "文中日期",
    events: "{} 則",
    more_events: "其餘 {} 則",
    to_event: "見日期",
    refused: "沒有取到 {}（狀態 {}）。請看這個檔案是否放在網頁旁邊，或在頁首開啟自己的文字檔。",
    unreachable: "沒有取到 {}：沒有回應。請檢查網路後重新載入，或在頁首開啟自己的文字檔。",
    no_address: "「{}」不是網頁能取的位址。請寫以 http:// 或 https:// 開頭的網址，或網頁旁邊檔案的路徑。",
    withheld: "沒有取到 {}：那個網站回答 {}。請核對網址；如果在瀏覽器裡打得開，請把它存成檔案，再拖到這裡。",
    blocked: "沒有取到 {}：那個網站沒有回應，或不許別的網頁取它的文字。請把它存成檔案，再拖到這裡；網站的管理者可以在回應裡加上 Access-Control-Allow-Origin 來准許。",
    too_slow: "沒有取完 {}：那個網站 15 秒沒有傳來任何內容，或五分鐘還沒有傳完。請稍後再試，或把它存成檔案，再拖到這裡。",
    gone: "這份文字只在開啟它的時候有，現在不在了。請重新選擇檔案或貼上。",
    not_kept: "瀏覽器不許這個網頁存東西，所以記不住開啟的文字。請在瀏覽器的設定裡准許，或不用這一項。",
    not_remembered: "{} 太長，瀏覽器裡存不下，這一份沒有記住。文字照常可讀；忘掉幾份舊的也許就有地方。",
    unreadable: "{} 沒有讀出來：它可能是資料夾，或已經移走。請重新選擇。",
    too_large: "{} 超過 64 MB，在瀏覽器裡排不下。請分成幾份再開啟，或用命令列來讀。",
    not_text: "{} 不是文字檔。請在原來的程式裡另存為純文字或網頁後再開啟。",
    empty: "{} 裡沒有文字。請換一個檔案。",
    no_report: "{} 不是從這裡匯出的報道。請開啟在本頁匯出的 JSON 檔案，或者電稿的原文。",
    no_source: "{} 裡只有讀出的結果，沒有電稿原文。請開啟原文，或在命令列加上 --with-source 重新匯出。",
    not_listed: "這裡沒有叫「{}」的報導。請看網址是否寫對，或回到全部報導。",
    not_saved: "沒有存成網頁檔案：頁面的檔案沒有取全，或這個瀏覽器不許本頁計算校驗和（須用 https 開啟）。請重新載入再試。",
    nothing_copied: "沒有複製到文字。請先複製一篇電稿，再來貼上。",
    clipboard_closed: "瀏覽器沒有允許讀取剪貼簿。請直接在頁面上按 Ctrl+V（或 ⌘V）貼上。",
};

static EN: Words = Words {
    name: "Wirecopy",
    open: "Open",
    file: "File …",
    paste: "Paste",
    address: "Address",
    go: "Open",
    samples: "Samples",
    sample_default: "The report of this page",
    sample_typhoon: "A typhoon on an outlying island (traditional script)",
    sample_metro: "A metro fault in the rush hour",
    reports: "Reports",
    all_reports: "All reports",
    report_missing: "Could not get this report",
    recent: "Opened before",
    remember: "Remember texts in this browser",
    forget: "Forget {}",
    forget_all: "Forget all",
    export: "Export",
    save: "JSON file",
    save_json_ld: "JSON-LD (schema.org)",
    save_markdown: "Markdown",
    save_page: "Web page, one file",
    cite: "Copy citation",
    cite_gbt7714: "Copy citation (GB/T 7714)",
    cited: "Citation copied.",
    page_saved: "The page is saved as one file, which opens without a network.",
    photos_lost: "The page is saved as one file, but photos could not be fetched and are not in it: {}.",
    embed: "Embed in another page…",
    embedding: "Embed in another page",
    embed_auto: "As the reader’s browser",
    embed_here: "Start at “{}”",
    embed_only_here: "This text is open in your browser alone: no other page can load it. Put the text beside the page and open it by its address in the Open menu, then embed it; or export it and put the file on a site of yours.",
    preview: "Preview",
    markup: "Markup for the page",
    copy_markup: "Copy the markup",
    markup_copied: "Markup copied.",
    markup_by_hand: "The browser does not let the page copy. The markup is selected: press Ctrl+C (or ⌘C).",
    part_of: "{}: {}",
    by_hand: "The browser does not let the page copy. The citation is selected: press Ctrl+C (or ⌘C).",
    close: "Close",
    inspect: "Inspect",
    to_report_view: "Back to the report",
    inspecting: "Line by line",
    inspect_intro: "Every line of the source, what it was taken for and why. Set a wrong label right and the report follows; the exported JSON keeps the correction.",
    corrections: "Corrections",
    undo: "Undo",
    redo: "Redo",
    corrected: "{} corrected",
    doubts: "In doubt: {}",
    line: "Line {}",
    label_of: "Line {} is",
    judged: "{} ({})",
    nearly: "or {}",
    restore: "Restore",
    times_found: "Times: {}",
    keys: "By keyboard",
    keys_move: "next line, line before",
    keys_restore: "restore",
    keys_part: "Select a part of a line first, and the key labels that part alone: the line is cut there.",
    sheets: "Sheets",
    earlier: "Previous",
    later: "Next",
    labelled: "Line {} is {} now.",
    restored: "Line {} is {} again.",
    undone: "Undone.",
    redone: "Done again.",
    others_follow: " Lines that follow: {}.",
    display: "Display",
    language: "Language",
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    auto: "As the system",
    link: "Link to {}",
    section: "this section",
    paragraph: "paragraph {}",
    one_of_several: "One text at a time: this is the first of them.",
    labels_kept: "The labels you set in the text before are kept: the browser's back button leads to them.",
    labels_wait: "The labels you set belong to the encoding before: choose it again and they are back.",
    encoding: "Encoding",
    guess: "{} (guess)",
    malformed: "Broken places: {} (not {}), shown as �. If the words look wrong, choose another encoding above.",
    loading: "Fetching the report …",
    coming: "Opening {} …",
    cancel: "Cancel",
    dismiss: "Dismiss",
    instead: "Open the report of this page",
    found_at: "This text comes from {}, which answers for what it says.",
    private: "Read here, in your browser. Nothing was sent anywhere.",
    describes: "Reads Chinese wire copy as a structured report with a response timeline, in the browser alone.",
    no_script: "Scripts do not run: the whole text can be read, menus and the slider do not work. The source is <a href=\"{}\">here</a>.",
    no_script_index: "Scripts do not run: all reports can be read, menus do not work.",
    no_script_file: "Scripts do not run: the whole text can be read, menus and the slider do not work.",
    untitled: "Untitled",
    authors: "By",
    reporters: "Reporters",
    editors: "Editor",
    figure: "Fig. {}",
    no_photo: "No photo came with this text",
    broken_photo: "{} could not be shown",
    add_photo: "Add a photo",
    change_photo: "Replace",
    remove_photo: "Remove",
    not_image: "{} is not a picture. Choose a JPEG, PNG, WebP, GIF, AVIF or SVG file.",
    image_too_large: "{} is larger than 32 MB. Make it smaller and add it again.",
    no_room: "{} is not on the page: no caption is without a photo. Replace one below its caption.",
    captions: "Photo captions",
    views: "Show",
    story: "Story",
    captions_count: "Photo captions: {}",
    no_captions: "This report has no photo captions.",
    to_gallery: "All photo captions",
    to_story: "To its place in the story",
    to_report: "Back to the story",
    alone: "The whole report, in a new tab",
    no_times: "This report gives no deadlines and no dates.",
    no_notice: "This report comes without a notice.",
    list_missing: "Could not get the photo list {}. See whether the file is there.",
    list_not_json: "The photo list is no valid JSON at line {}. Check the quotation marks and commas there and on the line before.",
    list_not_a_list: "Line {} of the photo list is not as it should be: each number has a \"file\" and may have \"alt\", \"width\" and \"height\".",
    list_number: "“{}” in the photo list is not the number of a caption. Write numbers like \"1\" and \"2\".",
    list_twice: "The photo list has fig. {} more than once; the first counts.",
    list_address: "The photo list’s address for fig. {}, “{}”, cannot be used. Write a path relative to the list, or an http or https address.",
    list_unknown: "The photo list has fig. {}, but the report has only {} captions.",
    reports_not_json: "The report list is no valid JSON at line {}. Check the quotation marks and commas there and on the line before.",
    reports_not_a_list: "Line {} of the report list is not as it should be: it is a list in [ ], and each entry has a \"file\" and may have \"photos\" and \"title\".",
    reports_address: "The report list’s address “{}” cannot be used. Write a path relative to the list, or an http or https address.",
    reports_twice: "The report list has more than one report named “{}”; the first counts. Give the other file another name.",
    notice: "Legal notice",
    clauses: "{} clauses",
    to_step: "On the timeline",
    calendar: "Dates in the text",
    events: "{} entries",
    more_events: "{} more",
    to_event: "Among the dates",
    refused: "Could not get {} (status {}). See whether the file stands beside the page, or open a text of your own above.",
    unreachable: "Could not get {}: no answer. Check the network and reload, or open a text of your own above.",
    no_address: "{} is no address a page can fetch. Write one that begins with http:// or https://, or the path of a file beside the page.",
    withheld: "Could not get {}: that site answers {}. Check the address; if the browser can open it, save it as a file and drop it here.",
    blocked: "Could not get {}: that site does not answer, or lets no other page have its texts. Save it as a file and drop it here; its owner can allow it with the header Access-Control-Allow-Origin.",
    too_slow: "Could not get all of {}: nothing came from that site for 15 seconds, or not all of it in five minutes. Try again later, or save it as a file and drop it here.",
    gone: "That text was here only while it was open. Choose the file or paste the text again.",
    not_kept: "The browser does not let this page keep anything, so texts cannot be remembered. Allow it in its settings, or do without.",
    not_remembered: "There is no room in the browser to remember {}. It can be read as usual; forgetting older texts may make room.",
    unreadable: "{} could not be read: it may be a folder, or have moved. Choose it again.",
    too_large: "{} is longer than 64 MB, too much for a page. Open it in parts, or read it on the command line.",
    not_text: "{} is not a text. Save it as plain text or as a web page in its own program and open that.",
    empty: "There is no text in {}. Try another file.",
    no_report: "{} is not a report exported from here. Open a JSON file that this page has exported, or the text itself.",
    no_source: "{} holds what was read, but not the text. Open the text itself, or export it again on the command line with --with-source.",
    not_listed: "There is no report named “{}” here. Check the address, or go back to all reports.",
    not_saved: "The page could not be saved as one file: not all of it could be fetched, or the browser lets no checksums be made here (https is needed). Reload and try again.",
    nothing_copied: "No text was copied. Copy a report first, then paste it.",
    clipboard_closed: "The browser does not let the page read what was copied. Press Ctrl+V (or ⌘V) on the page instead.",
};

impl Words {
    /// `7 则`.
    pub fn events(&self, count: usize) -> String {
        fill(self.events, &[&count.to_string()])
    }

    /// `其余 7 则`.
    pub fn more_events(&self, count: usize) -> String {
        fill(self.more_events, &[&count.to_string()])
    }

    /// `图3`.
    pub fn figure(&self, number: usize) -> String {
        fill(self.figure, &[&number.to_string()])
    }

    /// `图说 6 则`.
    pub fn captions_count(&self, count: usize) -> String {
        fill(self.captions_count, &[&count.to_string()])
    }

    /// A picture is there and can't be shown.
    pub fn broken_photo(&self, name: &str) -> String {
        fill(self.broken_photo, &[name])
    }

    /// Why a file is on no card, and what to do.
    pub fn photo_refused(&self, reason: &Reason) -> String {
        match reason {
            Reason::NotImage(name) => fill(self.not_image, &[name]),
            Reason::TooLarge(name) => fill(self.image_too_large, &[name]),
            Reason::NoRoom(name) => fill(self.no_room, &[name]),
        }
    }

    /// What is wrong with the photo list.
    pub fn list_fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Missing(address) => fill(self.list_missing, &[address]),
            Fault::NotJson(line) => fill(self.list_not_json, &[&line.to_string()]),
            Fault::NotAList(line) => fill(self.list_not_a_list, &[&line.to_string()]),
            Fault::Number(key) => fill(self.list_number, &[key]),
            Fault::Twice(number) => fill(self.list_twice, &[&number.to_string()]),
            Fault::Address(number, address) => fill(self.list_address, &[&number.to_string(), address]),
        }
    }

    /// What is wrong with the list of the page's reports.
    pub fn report_list_fault(&self, fault: &report_list::Fault) -> String {
        match fault {
            report_list::Fault::NotJson(line) => fill(self.reports_not_json, &[&line.to_string()]),
            report_list::Fault::NotAList(line) => fill(self.reports_not_a_list, &[&line.to_string()]),
            report_list::Fault::Address(address) => fill(self.reports_address, &[address]),
            report_list::Fault::Twice(name) => fill(self.reports_twice, &[name]),
        }
    }

    /// The photo list has a picture for a caption that is not there.
    pub fn unknown_figure(&self, number: usize, captions: usize) -> String {
        fill(self.list_unknown, &[&number.to_string(), &captions.to_string()])
    }

    /// `第 12 段`.
    pub fn paragraph(&self, number: usize) -> String {
        fill(self.paragraph, &[&number.to_string()])
    }

    /// `第 12 段的链接`.
    pub fn link(&self, to: &str) -> String {
        fill(self.link, &[to])
    }

    /// `7 条`.
    pub fn clauses(&self, count: usize) -> String {
        fill(self.clauses, &[&count.to_string()])
    }

    /// `GB18030`, or `GB18030（推测）` where the page has guessed it.
    pub fn found(&self, encoding: Encoding, origin: &Origin) -> String {
        let name = title(encoding);
        if origin.guessed && encoding == origin.found { fill(self.guess, &[name]) } else { name.to_owned() }
    }

    /// In how many places a text is not what it was decoded from.
    pub fn malformed(&self, origin: &Origin) -> String {
        fill(self.malformed, &[&origin.malformed.to_string(), title(origin.encoding)])
    }

    /// Where the timeline of a frame may begin.
    pub fn embed_here(&self, within: &str) -> String {
        fill(self.embed_here, &[within])
    }

    /// A part of a report, as the title of a frame.
    pub fn part_of(&self, part: &str, headline: &str) -> String {
        fill(self.part_of, &[part, headline])
    }

    /// The name of a theme.
    pub fn theme(&self, theme: Theme) -> &'static str {
        match theme {
            Theme::Light => self.light,
            Theme::Dark => self.dark,
            Theme::Auto => self.auto,
        }
    }

    /// How many corrections there are.
    pub fn corrected(&self, count: usize) -> String {
        fill(self.corrected, &[&count.to_string()])
    }

    /// How many labels are in doubt.
    pub fn doubts(&self, count: usize) -> String {
        fill(self.doubts, &[&count.to_string()])
    }

    /// `第 3 行`.
    pub fn line(&self, number: usize) -> String {
        fill(self.line, &[&number.to_string()])
    }

    /// What a line's list of labels is called.
    pub fn label_of(&self, line: usize) -> String {
        fill(self.label_of, &[&line.to_string()])
    }

    /// `小标题（短行，不成句）`.
    pub fn judged(&self, label: &str, reason: &str) -> String {
        fill(self.judged, &[label, reason])
    }

    /// `也可能是正文（成句的文字）`.
    pub fn nearly(&self, judged: &str) -> String {
        fill(self.nearly, &[judged])
    }

    /// How many times a line has.
    pub fn times_found(&self, count: usize) -> String {
        fill(self.times_found, &[&count.to_string()])
    }

    /// What the page says back.
    pub fn said(&self, said: Said, lang: Lang) -> Cow<'static, str> {
        let label = |label| terms::label(label, lang);
        let following = |lines: usize| if lines == 0 { String::new() } else { fill(self.others_follow, &[&lines.to_string()]) };
        match said {
            Said::OneOfSeveral => self.one_of_several.into(),
            Said::LabelsKept => self.labels_kept.into(),
            Said::LabelsWait => self.labels_wait.into(),
            Said::Labelled { line, label: set, others } => {
                (fill(self.labelled, &[&line.to_string(), label(set)]) + &following(others)).into()
            }
            Said::Restored { line, label: own, others } => {
                (fill(self.restored, &[&line.to_string(), label(own)]) + &following(others)).into()
            }
            Said::Undone { lines } => (self.undone.to_owned() + &following(lines)).into(),
            Said::Redone { lines } => (self.redone.to_owned() + &following(lines)).into(),
            Said::Link(link) => lang.live().link(link).into(),
            Said::PageSaved => self.page_saved.into(),
            Said::PhotosLost(count) => fill(self.photos_lost, &[&count.to_string()]).into(),
            Said::CitationCopied => self.cited.into(),
        }
    }

    /// How much of a text has come: `3.2 / 10.0 MB`; as long as nothing has, nothing.
    pub fn got(&self, coming: &Coming) -> String {
        let tenths = |bytes: u64| format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000);
        match coming.of {
            _ if coming.got == 0 => String::new(),
            Some(of) => format!("{} / {} MB", tenths(coming.got), tenths(of)),
            None => format!("{} MB", tenths(coming.got)),
        }
    }

    /// That a text is on its way.
    pub fn coming(&self, coming: &Coming) -> String {
        fill(self.coming, &[&coming.name])
    }

    /// What a button says that forgets a text.
    pub fn forget(&self, name: &str) -> String {
        fill(self.forget, &[name])
    }

    /// What went wrong and what to do.
    pub fn trouble(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::Refused(address, status) => fill(self.refused, &[address, &status.to_string()]),
            Trouble::Unreachable(address) => fill(self.unreachable, &[address]),
            Trouble::NoAddress(address) => fill(self.no_address, &[address]),
            Trouble::Withheld(address, status) => fill(self.withheld, &[address, &status.to_string()]),
            Trouble::Blocked(address) => fill(self.blocked, &[address]),
            Trouble::TooSlow(address) => fill(self.too_slow, &[address]),
            Trouble::Gone => self.gone.to_owned(),
            Trouble::NotKept => self.not_kept.to_owned(),
            Trouble::NoRoom(name) => fill(self.not_remembered, &[name]),
            Trouble::Unreadable(name) => fill(self.unreadable, &[name]),
            Trouble::TooLarge(name) => fill(self.too_large, &[name]),
            Trouble::NotText(name) => fill(self.not_text, &[name]),
            Trouble::Empty(name) => fill(self.empty, &[name]),
            Trouble::NoReport(name) => fill(self.no_report, &[name]),
            Trouble::NoSource(name) => fill(self.no_source, &[name]),
            Trouble::NotSaved => self.not_saved.to_owned(),
            Trouble::NotListed(name) => fill(self.not_listed, &[name]),
            Trouble::NothingCopied => self.nothing_copied.to_owned(),
            Trouble::ClipboardClosed => self.clipboard_closed.to_owned(),
        }
    }
}

/// The name of an encoding as people write it.
fn title(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16LE",
        Encoding::Utf16Be => "UTF-16BE",
        Encoding::Gb18030 => "GB18030",
        Encoding::Big5 => "Big5",
    }
}

/// Puts the values where the pattern has `{}`, in order.
pub(super) fn fill(pattern: &str, values: &[&str]) -> String {
    let mut pieces = pattern.split(OPEN);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for (piece, value) in pieces.zip(values) {
        text.push_str(value);
        text.push_str(piece.strip_prefix(CLOSE).unwrap_or(piece));
    }
    text
}

/// What stands before and behind the one `{}` of a pattern.
pub(super) fn around(pattern: &str) -> (&str, &str) {
    let (before, after) = pattern.split_once(OPEN).unwrap_or((pattern, ""));
    (before, after.strip_prefix(CLOSE).unwrap_or(after))
}

/// The place of a value in a pattern. By its characters: looking for strings would be two kilobytes more to load with the text.
const OPEN: char = '{';
const CLOSE: char = '}';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Whose;

    #[test]
    fn how_far_a_text_has_come() {
        let so_far = |got, of| EN.got(&Coming { name: String::new(), got, of });
        assert_eq!(so_far(0, Some(9)), "");
        assert_eq!(so_far(3_250_000, Some(10_000_000)), "3.2 / 10.0 MB");
        assert_eq!(so_far(120_000, None), "0.1 MB");
    }

    #[test]
    fn troubles_say_what_to_do() {
        assert_eq!(
            HANS.trouble(&Trouble::Refused("reports/a.txt".into(), 404)),
            "没有取到 reports/a.txt（状态 404）。请看这个文件是否放在网页旁边，或在页首打开自己的文本。"
        );
        assert_eq!(EN.trouble(&Trouble::Empty("a.txt".into())), "There is no text in a.txt. Try another file.");
        assert!(HANS.trouble(&Trouble::NotText("{}".into())).starts_with("{} 不是文本"));
        assert_eq!(HANT.trouble(&Trouble::NothingCopied), "沒有複製到文字。請先複製一篇電稿，再來貼上。");
    }

    #[test]
    fn what_is_wrong_with_pictures() {
        for (fault, says) in [
            (Fault::Missing("a.photos.json".into()), "没有取到图片清单 a.photos.json。请看这个文件是否放在那里。"),
            (Fault::NotJson(3), "图片清单不是有效的 JSON：第 3 行读不通。请检查这里和上一行的引号、逗号。"),
            (Fault::NotAList(2), "图片清单第 2 行写法不对：每个编号后面写明 file，另可写 alt、width、height。"),
            (Fault::Number("图1".into()), "图片清单里的“图1”不是图说的编号。请写成 \"1\"、\"2\" 这样的数字。"),
            (Fault::Twice(4), "图片清单里图4写了不止一次，这里用第一次的。"),
            (Fault::Address(1, "file:///a".into()), "图片清单里图1的地址“file:///a”不能用。请写相对于清单的路径，或 http、https 地址。"),
        ] {
            assert_eq!(HANS.list_fault(&fault), says);
        }
        assert_eq!(EN.unknown_figure(9, 6), "The photo list has fig. 9, but the report has only 6 captions.");
        assert_eq!(EN.photo_refused(&Reason::TooLarge("a.png".into())), "a.png is larger than 32 MB. Make it smaller and add it again.");
        assert_eq!(HANT.photo_refused(&Reason::NoRoom("a.png".into())), "a.png 沒有放上：沒有空著的圖說。請在圖說下面換圖。");
        assert_eq!(
            HANS.photo_refused(&Reason::NotImage("a.txt".into())),
            "a.txt 不是图片。请选择 JPEG、PNG、WebP、GIF、AVIF 或 SVG 图片。"
        );
    }

    #[test]
    fn encodings() {
        let [found, encoding] = [Encoding::Gb18030, Encoding::Big5];
        let origin = Origin { bytes: [].into(), whose: Whose::Reader, found, guessed: true, encoding, malformed: 2 };
        assert_eq!(HANS.found(Encoding::Gb18030, &origin), "GB18030（推测）");
        assert_eq!(EN.found(Encoding::Gb18030, &origin), "GB18030 (guess)");
        assert_eq!(HANS.found(Encoding::Big5, &origin), "Big5");
        assert_eq!(HANS.malformed(&origin), "有 2 处不合 Big5 编码，显示为“\u{FFFD}”。如果文字不对，请在页首换一种编码。");
    }

    #[test]
    fn languages_by_tag() {
        for (tag, lang) in [
            ("zh-CN", Some(Lang::Hans)),
            ("zh-Hant-HK", Some(Lang::Hant)),
            ("zh_TW", Some(Lang::Hant)),
            ("en-GB", Some(Lang::En)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Lang::of_tag(tag), lang, "{tag}");
        }
    }
}
