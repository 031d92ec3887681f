//! One alphabet for both scripts: the grammar and its word tables are written in simplified characters, texts are folded to them.

use crate::text::{Firsts, Span, begins_with, ends_with, is_han_lead};

/// First and last code point of the folded block.
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;

/// Traditional characters, each followed by the simplified one the tables are written in.
const PAIRS: &str = "慶庆晝昼顆颗驅驱緒绪貓猫濃浓曉晓並并佈布佔占佢他併并來来係系倆俩倉仓個个們们側侧偵侦備备傳传債债傷伤傾倾僅仅價价億亿儘尽償偿優优兒儿內内兩两冇没冊册凍冻剛刚創创劃划劇剧劉刘動动務务勝胜勞劳勢势區区協协\
卻却參参咗了員员問问啓启啟启啲些喪丧單单喺在嗎吗嘅的嘔呕嘗尝嚟来嚴严國国圍围園园圓元圖图團团執执報报場场塊块墜坠壓压壞坏壩坝夠够奪夺妳你婦妇媽妈孫孙學学宮宫寢寝實实審审寫写寬宽將将尋寻對对導导屆届屍尸\
層层屬属島岛嶺岭師师帳帐幣币幫帮幹干幾几庫库廠厂廢废廣广廳厅張张強强彈弹彙汇後后徑径從从復复徵征恆恒悶闷態态慣惯憑凭應应懷怀戰战戲戏戶户掃扫掛挂採采換换揮挥損损搖摇搶抢撲扑擇择擊击擔担據据擬拟擴扩攔拦\
攜携攞拿敗败敵敌數数斷断於于昇升時时曆历書书會会東东條条棄弃棟栋楊杨業业槍枪樁桩樓楼標标樣样機机檢检欄栏權权歐欧歡欢歲岁歷历歸归殘残殺杀氣气決决沒没況况淨净淺浅減减測测準准溫温滅灭滯滞滲渗漁渔潔洁潰溃\
澤泽濕湿濟济灣湾災灾為为烏乌無无煙烟熱热燒烧營营爭争爾尔牽牵狀状獎奖獨独獲获獸兽現现瑪玛環环產产畀给畝亩畢毕畫画異异當当疊叠痺痹療疗發发盜盗盡尽監监盤盘盧卢眾众瞭了確确碼码磚砖礙碍礦矿禮礼稅税種种稱称\
積积穩稳窮穷窺窥競竞筆笔節节範范築筑簡简簽签籲吁糧粮糾纠紀纪約约納纳純纯紙纸級级紛纷紮扎細细紹绍終终組组結结絕绝絡络給给統统綁绑經经綜综維维網网緊紧線线緝缉締缔編编緩缓練练縣县縮缩縱纵總总績绩織织繞绕\
繩绳繫系繳缴繼继續续罰罚罵骂罷罢羅罗義义習习聞闻聯联聲声職职聽听肅肃脫脱腦脑腳脚臨临與与興兴舉举舊旧艦舰萬万蓋盖藝艺藥药蘭兰處处虛虚號号蝕蚀蟲虫術术衛卫衝冲裏里補补裝装裡里製制襲袭覆复見见規规親亲覺觉\
觀观觸触訂订計计訊讯訓训託托記记訟讼訪访設设許许訴诉診诊註注詐诈評评詞词詢询話话該该認认語语誤误說说誰谁課课調调談谈請请諒谅論论諭谕諮咨諾诺謀谋謂谓講讲謝谢證证識识譯译議议護护譽誉讀读變变讓让豐丰豬猪\
財财貢贡貧贫貨货販贩貫贯責责貴贵買买貸贷費费貼贴資资賊贼賓宾賠赔賣卖賴赖購购賽赛贈赠贊赞贏赢贓赃趕赶趙赵趨趋跡迹踐践蹤踪躍跃車车軌轨軍军軟软較较載载輕轻輛辆輪轮輸输轄辖轉转轟轰辦办辭辞農农迴回這这連连\
週周進进遊游運运過过達达違违遞递遠远適适遲迟遷迁選选遺遗還还邊边邏逻郵邮鄉乡鄰邻醫医釋释釘钉針针釣钓鈔钞銀银銷销鋪铺鋼钢錄录錢钱錯错錶表鍵键鎖锁鎮镇鏈链鐘钟鐵铁鑑鉴長长門门閃闪閉闭開开閒闲間间閘闸閣阁\
閱阅闆板闖闯關关闢辟陰阴陳陈陸陆陽阳隊队隕陨際际隨随險险隱隐雖虽雙双雜杂雞鸡離离難难雲云電电霑沾霧雾靈灵靜静響响頁页頂顶項项順顺須须預预頒颁頓顿領领頭头頻频題题額额願愿類类顧顾顯显風风飛飞飯饭飲饮餘余\
館馆馬马駐驻騎骑騙骗驗验驚惊體体鬆松鬥斗鬧闹魚鱼鮮鲜鳥鸟鹽盐麗丽麵面黃黄點点黨党齊齐齒齿齡龄龍龙專专絲丝丟丢爲为樂乐亞亚衆众夥伙兌兑養养沖冲湊凑兇凶則则別别剝剥勸劝捲卷廁厕釐厘廚厨隻只臺台颱台嘆叹歎叹\
噸吨嘯啸堅坚壇坛複复奮奋嬰婴寧宁寶宝壽寿塵尘屢屡崗岗峯峰帥帅帶带蓆席乾干牀床憶忆誌志癒愈纔才撫抚撥拨輓挽撈捞搗捣攬揽攙搀擱搁蒐搜攝摄撐撑崑昆曬晒暈晕暫暂槓杠盃杯極极構构櫃柜橋桥殲歼毀毁燬毁斃毙匯汇滬沪\
澆浇瀏浏塗涂湧涌澇涝漲涨漸渐滾滚滿满潛潜爐炉燉炖愛爱爺爷猶犹獄狱暢畅瘓痪癱瘫睜睁瞞瞒竊窃竄窜篩筛籌筹籤签籃篮紅红紐纽綿绵綠绿縫缝繕缮羣群揹背騰腾輿舆蘇苏甦苏榮荣穫获銜衔視视覽览討讨証证試试誕诞諸诸謠谣\
負负賬账質质賦赋賞赏讚赞軸轴輔辅輯辑輾辗辯辩邁迈蹟迹鑽钻銅铜鋒锋錫锡錦锦鏡镜閥阀闡阐陣阵顏颜飆飙飾饰飼饲餅饼饋馈馳驰駛驶駕驾鵝鹅";

/// The folds: small, since few characters have one and most texts touch nothing but the bits.
struct Folds {
    /// The traditional characters, one bit each, from U+4000 on.
    known: [u64; WORDS],
    /// How many of them stand before each word of bits.
    before: [u16; WORDS],
    /// The simplified ones, in the order of the traditional ones.
    simplified: [u16; PAIRS.len() / 6],
}

/// Words of 64 bits from U+4000 to U+9FFF.
const WORDS: usize = 384;

static FOLDS: Folds = folds();

#[expect(clippy::cast_possible_truncation, reason = "run by the compiler, over one plane")]
const fn folds() -> Folds {
    let mut folds = Folds { known: [0; WORDS], before: [0; WORDS], simplified: [0; PAIRS.len() / 6] };
    let bytes = PAIRS.as_bytes();
    let mut i = 0;
    while i + 5 < bytes.len() {
        let from = point([bytes[i], bytes[i + 1], bytes[i + 2]]);
        folds.known[Folds::word(from)] |= 1 << (from & 63);
        i += 6;
    }
    let mut word = 1;
    while word < WORDS {
        folds.before[word] = folds.before[word - 1] + folds.known[word - 1].count_ones() as u16;
        word += 1;
    }
    i = 0;
    while i + 5 < bytes.len() {
        let from = point([bytes[i], bytes[i + 1], bytes[i + 2]]);
        folds.simplified[folds.rank(from)] = point([bytes[i + 3], bytes[i + 4], bytes[i + 5]]) as u16;
        i += 6;
    }
    folds
}

impl Folds {
    /// The word with the bit of a code point; beyond all of them for one that is none of the block's.
    const fn word(point: u32) -> usize {
        (point >> 6).wrapping_sub(0x4000 >> 6) as usize
    }

    /// How many traditional characters stand before one of them.
    const fn rank(&self, point: u32) -> usize {
        let word = Self::word(point);
        self.before[word] as usize + (self.known[word] & ((1 << (point & 63)) - 1)).count_ones() as usize
    }

    /// What a code point is folded to.
    #[inline]
    fn fold(&self, point: u32) -> u32 {
        match self.known.get(Self::word(point)) {
            Some(bits) if bits >> (point & 63) & 1 == 1 => u32::from(self.simplified[self.rank(point)]),
            _ => point,
        }
    }

    /// The character that three bytes of UTF-8 are folded to, if they are one between U+4000 and U+9FFF.
    #[inline]
    fn ideograph(&self, c: [u8; 3]) -> Option<char> {
        let point = point(c);
        char::from_u32(if self.knows(c)? { u32::from(self.simplified[self.rank(point)]) } else { point })
    }

    /// Whether a character, as UTF-8 has it, is folded to the ideograph `want`.
    #[inline]
    fn same(&self, here: [u8; 3], want: [u8; 3]) -> bool {
        match self.knows(here) {
            Some(false) => here == want,
            Some(true) => u32::from(self.simplified[self.rank(point(here))]) == point(want),
            None => false,
        }
    }

    /// Whether a character between U+4000 and U+9FFF, as UTF-8 has it, is a traditional one.
    #[inline]
    fn knows(&self, [a, b, c]: [u8; 3]) -> Option<bool> {
        let bits = self.known.get(usize::from(a.wrapping_sub(0xE4)) << 6 | usize::from(b & 63))?;
        Some(bits >> (c & 63) & 1 == 1)
    }
}

/// The code point that three bytes of UTF-8 stand for.
const fn point([a, b, c]: [u8; 3]) -> u32 {
    ((a as u32 & 15) << 12) | ((b as u32 & 63) << 6) | (c as u32 & 63)
}

/// A character as the word tables spell it: simplified, half-width, one kind of space.
pub(crate) fn fold(c: char) -> char {
    match u32::from(c) {
        point @ FIRST..=LAST => char::from_u32(FOLDS.fold(point)).unwrap_or(c),
        point @ 0xFF01..=0xFF5E => char::from_u32(point - 0xFEE0).unwrap_or(c),
        0x3000 | 0xA0 => ' ',
        _ => c,
    }
}

/// The folded character at byte `at` and the offset behind it.
#[inline]
pub(crate) fn next(text: &str, at: usize) -> Option<(char, usize)> {
    next_inline(text, at)
}

/// The same, for where most of the time goes.
#[inline(always)]
#[expect(clippy::inline_always, reason = "measured")]
pub(crate) fn next_inline(text: &str, at: usize) -> Option<(char, usize)> {
    match *text.as_bytes().get(at..)? {
        [ascii @ 0..=0x7F, ..] => Some((char::from(ascii), at + 1)),
        [a, b, c, ..] if is_han_lead(a) => Some((FOLDS.ideograph([a, b, c])?, at + 3)),
        _ => next_sign(text, at),
    }
}

/// The same where no ideograph stands.
#[inline(never)]
fn next_sign(text: &str, at: usize) -> Option<(char, usize)> {
    let c = text.get(at..)?.chars().next()?;
    Some((fold(c), at + c.len_utf8()))
}

/// The folded character before byte `at` and the offset it starts at.
#[inline]
pub(crate) fn prev(text: &str, at: usize) -> Option<(char, usize)> {
    match *text.as_bytes().get(..at)? {
        [.., a, b, c] if is_han_lead(a) => Some((FOLDS.ideograph([a, b, c])?, at - 3)),
        _ => prev_sign(text, at),
    }
}

/// The same where no ideograph stands.
#[inline(never)]
fn prev_sign(text: &str, at: usize) -> Option<(char, usize)> {
    let c = text.get(..at)?.chars().next_back()?;
    Some((fold(c), at - c.len_utf8()))
}

/// The offset behind `word`, if the text reads so at `at`.
pub(crate) fn eat(text: &str, at: usize, word: &str) -> Option<usize> {
    let (mut i, mut rest) = (at, word.as_bytes());
    while let [a, b, c, behind @ ..] = rest
        && is_han_lead(*a)
    {
        let here = text.as_bytes().get(i..)?.first_chunk()?;
        if !FOLDS.same(*here, [*a, *b, *c]) {
            return None;
        }
        i += 3;
        rest = behind;
    }
    if rest.is_empty() {
        return Some(i);
    }
    for want in word[word.len() - rest.len()..].chars() {
        let (c, end) = next(text, i)?;
        if c != want {
            return None;
        }
        i = end;
    }
    Some(i)
}

/// The offset where `word` starts, if the text reads so up to `at`.
pub(crate) fn eat_back(text: &str, at: usize, word: &str) -> Option<usize> {
    let (mut i, mut rest) = (at, word.as_bytes());
    while let [before @ .., a, b, c] = rest
        && is_han_lead(*a)
    {
        let here = text.as_bytes().get(..i)?.last_chunk()?;
        if !FOLDS.same(*here, [*a, *b, *c]) {
            return None;
        }
        i -= 3;
        rest = before;
    }
    if rest.is_empty() {
        return Some(i);
    }
    for want in word[..rest.len()].chars().rev() {
        let (c, start) = prev(text, i)?;
        if c != want {
            return None;
        }
        i = start;
    }
    Some(i)
}

/// The first row of a table whose word the text reads at `at`, and the offset behind it. Longer words stand first in a table.
pub(crate) fn eat_row<'t, T>(text: &str, at: usize, rows: &'t [T], word: fn(&T) -> &'static str) -> Option<(&'t T, usize)> {
    let (first, after) = next(text, at)?;
    // The first character tells most apart; nearly always it is an ideograph of three bytes.
    let Some(three) = three(first) else {
        let lead = first.encode_utf8(&mut [0; 4]).as_bytes().first().copied();
        let begins = |word: &str| word.as_bytes().first().copied() == lead;
        let here = |word: &'static str| begins(word).then(|| word.strip_prefix(first)).flatten();
        return rows.iter().find_map(|row| Some((row, eat(text, after, here(word(row))?)?)));
    };
    for row in rows {
        let word = word(row);
        if begins_with(word, three)
            && let Some(end) = eat(text, after, &word[3..])
        {
            return Some((row, end));
        }
    }
    None
}

/// The bytes of a character that has three.
#[inline]
pub(crate) fn three(c: char) -> Option<[u8; 3]> {
    let mut buffer = [0; 4];
    let len = c.encode_utf8(&mut buffer).len();
    buffer.first_chunk().filter(|_| len == 3).copied()
}

/// The rows of a table whose words end at `at`, in order, and the offsets where they start.
pub(crate) fn rows_back<'t, T>(text: &str, at: usize, rows: &'t [T], word: fn(&T) -> &'static str) -> impl Iterator<Item = (&'t T, usize)> {
    let last = prev(text, at);
    let three = last.and_then(|(last, _)| three(last));
    // No text, no rows.
    let rows = if last.is_some() { rows } else { &[] };
    let (last, before) = last.unwrap_or_default();
    // Of other characters the last byte tells enough.
    let end = last.encode_utf8(&mut [0; 4]).as_bytes().last().copied();
    rows.iter().filter_map(move |row| {
        let word = word(row);
        let rest = match three {
            Some(three) => ends_with(word, three).then(|| &word[..word.len() - 3])?,
            None => (word.as_bytes().last().copied() == end).then(|| word.strip_suffix(last)).flatten()?,
        };
        eat_back(text, before, rest).map(|start| (row, start))
    })
}

/// The first of `words` that the text reads at `at`, and the offset behind it.
pub(crate) fn eat_any(text: &str, at: usize, words: &[&'static str]) -> Option<(&'static str, usize)> {
    eat_row(text, at, words, |word| word).map(|(word, end)| (*word, end))
}

/// Words that are looked for at place after place: most have none of their first characters.
pub(crate) struct Words {
    words: &'static [&'static str],
    firsts: Firsts,
}

impl Words {
    /// Words that begin with an ideograph, longer ones first.
    pub(crate) const fn new(words: &'static [&'static str]) -> Self {
        Words { words, firsts: Firsts::of(words) }
    }

    /// The offset behind the first of them that the text reads at `at`, where `c` stands.
    #[inline]
    pub(crate) fn eat(&self, text: &str, at: usize, c: char) -> Option<usize> {
        if self.firsts.may(c) { eat_any(text, at, self.words).map(|(_, end)| end) } else { None }
    }
}

/// The first of `words` that ends at `at`, and the offset where it starts.
pub(crate) fn eat_any_back(text: &str, at: usize, words: &[&'static str]) -> Option<(&'static str, usize)> {
    rows_back(text, at, words, |word| word).next().map(|(word, start)| (*word, start))
}

/// The offset behind at most three spaces.
pub(crate) fn gap(text: &str, at: usize) -> usize {
    // Nothing else begins with these bytes that is a space.
    if !matches!(text.as_bytes().get(at), Some(b' ' | b'\t' | 0xC2 | 0xE3)) {
        return at;
    }
    let mut i = at;
    for _ in 0..3 {
        match next(text, i) {
            Some((' ' | '\t', end)) => i = end,
            _ => break,
        }
    }
    i
}

/// The offset before at most three spaces.
pub(crate) fn gap_back(text: &str, at: usize) -> usize {
    // Nothing else ends with these bytes that is a space.
    let spaced = at.checked_sub(1).is_some_and(|last| matches!(text.as_bytes().get(last), Some(b' ' | b'\t' | 0x80 | 0xA0)));
    if !spaced {
        return at;
    }
    let mut i = at;
    for _ in 0..3 {
        match prev(text, i) {
            Some((' ' | '\t', start)) => i = start,
            _ => break,
        }
    }
    i
}

/// Whether a character ends a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | '\n' | '\r')
}

/// Whether `c` is one of `chars`. The tables of characters that make another word of an expression are strings.
pub(crate) fn one_of(c: char, chars: &str) -> bool {
    let Some(three) = three(c) else { return chars.contains(c) };
    let mut rest = chars.as_bytes();
    loop {
        rest = match rest {
            [a @ 0xE0..=0xEF, b, c, behind @ ..] if [*a, *b, *c] != three => behind,
            [0xE0..=0xEF, ..] => return true,
            [_, behind @ ..] => behind,
            [] => return false,
        };
    }
}

/// Whether a (folded) character ends a clause.
pub(crate) fn ends_clause(c: char) -> bool {
    ends_sentence(c) || matches!(c, ',' | ';' | ':' | '…' | '(' | ')')
}

/// Whether the (folded) character `c` with `before` and `after` around it ends a clause: 20:07 is one time, not two clauses.
pub(crate) fn parts(before: Option<char>, c: char, after: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    ends_clause(c) && !(matches!(c, ':' | ',') && digit(before) && digit(after))
}

/// The offset behind the ideographs that begin at `at`, at most `end`: they end nothing, so that nobody need read them.
pub(crate) fn past_ideographs(text: &str, mut at: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    while bytes.get(at).is_some_and(|&byte| is_han_lead(byte)) {
        at += 3;
    }
    at
}

/// The offset before the ideographs that end at `at`, not before `low`.
pub(crate) fn before_ideographs(text: &str, mut at: usize, low: usize) -> usize {
    while let Some([.., lead, _, _]) = text.as_bytes().get(low..at)
        && is_han_lead(*lead)
    {
        at -= 3;
    }
    at
}

/// The start of the clause that ends at `at`, not before `low`.
pub(crate) fn clause_start(text: &str, at: usize, low: usize) -> usize {
    let mut start = at;
    while let Some((c, before)) = prev(text, start).filter(|_| start > low) {
        if ends_clause(c) && parts(prev(text, before).map(|(c, _)| c), c, next(text, start).map(|(c, _)| c)) {
            break;
        }
        start = before_ideographs(text, before, low);
    }
    start.max(low)
}

/// Whether a character is an ideograph.
pub(crate) fn is_han(c: char) -> bool {
    matches!(u32::from(c), FIRST..=LAST)
}

/// Whether one of `words` stands in the span, in traditional characters or not.
pub(crate) fn says(text: &str, span: Span, words: &[&'static str]) -> bool {
    place_of(text, span, words).is_some()
}

/// Where the first of `words` stands in the span, in traditional characters or not.
pub(crate) fn place_of(text: &str, span: Span, words: &[&'static str]) -> Option<usize> {
    // One bit for each word by its first character's last byte: most places are passed over by it.
    let (mut firsts, mut short) = (0_u64, false);
    for word in words {
        match word.as_bytes() {
            [0xE0..=0xEF, _, last, ..] => firsts |= 1 << (last & 63),
            _ => short = true,
        }
    }
    let mut at = span.start;
    while at < span.end {
        let (c, after) = next_inline(text, at)?;
        let may = three(c).map_or(short, |[_, _, last]| firsts >> (last & 63) & 1 == 1);
        if may && eat_any(text, at, words).is_some_and(|(_, stop)| stop <= span.end) {
            return Some(at);
        }
        at = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, fold};

    #[test]
    fn traditional_and_full_width_characters_are_folded() {
        let folded: String = "３小時內，報案後發現（10分鐘）".chars().map(fold).collect();
        assert_eq!(folded, "3小时内,报案后发现(10分钟)");
    }

    #[test]
    fn no_pair_folds_twice() {
        let chars: Vec<char> = PAIRS.chars().collect();
        assert_eq!(chars.len() % 2, 0);
        for pair in chars.chunks(2) {
            assert_eq!(fold(pair[1]), pair[1], "{pair:?}");
            assert_eq!(fold(pair[0]), pair[1], "{pair:?}");
        }
    }
}
