//! Which lines of a saved web page are not part of the article.
//!
//! Here: the lines that are dimmed and left out of counts and suggestions
//! (never deleted): share buttons, counters, credits, notices, newsletters,
//! menus, links to other articles, repeated headlines. Not here: headings,
//! captions and bylines, which read like text and stay.
//!
//! The lists are written for Hashiya from general knowledge of Arabic news
//! sites. Since a sentence of the article may begin with the word on a button
//! (شارك الرئيس في …), every entry says how long its line may be.
//!
//! **Invariant:** the kinds of [`line_kinds`] cover every line of the text
//! once, in order; a line of more than [`LONGEST_FURNITURE_WORDS`] words is
//! text unless it begins with © or was said before.

mod lists;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use lists::{AGES, ANYWHERE, BEGINNINGS, COUNTED, HINTED, HINTS, NETWORKS, SECTIONS, WHOLE};

use super::fold::{Level, key};
use super::letters::is_invisible;
use super::lines::{lines, trimmed};
use super::words::words;
use crate::model::Span;

/// Credit lines that captions are compared with; an article has one or two,
/// and every line is compared with each.
const MOST_CREDITS: usize = 16;

/// What a line of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// Text of the article, its headings and captions.
    Body,
    /// Nothing that is seen.
    Blank,
    /// Part of the web page around the article.
    Boilerplate,
}

/// Most words of such a line.
const AGE_WORDS: usize = 5;

/// Most words of page furniture without ©, such as a call to write to an
/// e-mail address.
pub const LONGEST_FURNITURE_WORDS: usize = 24;

/// Fewest words of a line that may count as said before.
const REPEATED_WORDS: usize = 4;

/// Fewest words of a caption that repeats part of a credit line.
const CAPTION_WORDS: usize = 3;

/// Fewest parts of a menu line.
const MENU_PARTS: usize = 3;

static WHOLE_LINES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| entries(WHOLE).collect());

/// The beginnings by their first three characters, so that a line is compared
/// with a few.
static BY_START: LazyLock<HashMap<String, Vec<Beginning>>> = LazyLock::new(|| {
    let mut by_start: HashMap<String, Vec<Beginning>> = HashMap::new();
    let sure = counted(BEGINNINGS).map(|row| (row, false));
    for ((words, most), is_hinted) in sure.chain(counted(HINTED).map(|row| (row, true))) {
        by_start
            .entry(words.chars().take(START).collect())
            .or_default()
            .push(Beginning {
                words,
                most,
                is_hinted,
            });
    }
    by_start
});

/// A row of `BEGINNINGS` or `HINTED`.
struct Beginning {
    words: &'static str,
    most: usize,
    is_hinted: bool,
}

/// Characters by which the beginnings are told apart.
const START: usize = 3;

static NETWORK_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(NETWORKS));
static SECTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(SECTIONS));
static COUNTED_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(COUNTED));
static AGE_UNITS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(AGES));

static HINT_WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| entries(HINTS).collect());
static MARKERS: LazyLock<Vec<(&'static str, usize)>> =
    LazyLock::new(|| counted(ANYWHERE).collect());

/// The entries of a list.
fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(['|', '\n']).filter(|entry| !entry.is_empty())
}

/// The entries of a list with the most words of their lines.
fn counted(list: &'static str) -> impl Iterator<Item = (&'static str, usize)> {
    list.lines()
        .filter_map(|row| row.split_once(' '))
        .filter_map(|(most, row)| Some((most.parse::<usize>().ok()?, row)))
        .flat_map(|(most, row)| row.split('|').map(move |entry| (entry, most)))
}

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// Whether a line is page furniture by itself, whatever stands around it. A
/// line without a letter is (a rule, a counter), and so is one without
/// anything.
pub fn is_boilerplate(line: &str) -> bool {
    if !line.chars().any(char::is_alphabetic) {
        return true;
    }
    // A page's own lines are short: longer ones need not be folded.
    let count = words(line).take(LONGEST_FURNITURE_WORDS + 1).count();
    if count > LONGEST_FURNITURE_WORDS {
        return begins_credit(line);
    }
    let folded = line_key(line);
    is_label(&folded)
        || begins_as_furniture(&folded, count)
        || MARKERS
            .iter()
            .any(|(words, most)| count <= *most && folded.contains(words))
        || begins_credit(line)
        || holds_mail(line)
        || is_list_of_networks(&folded)
        || is_counter(&folded)
        || is_menu(&folded)
        || is_tags(line)
}

/// A button or heading, whatever punctuation and figures stand around it.
fn is_label(folded: &str) -> bool {
    let label = folded.trim_matches(|c: char| !c.is_alphabetic());
    WHOLE_LINES.contains(label)
}

fn begins_as_furniture(folded: &str, count: usize) -> bool {
    // Arrows and bullets before it.
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '#');
    let start: String = folded.chars().take(START).collect();
    BY_START.get(&start).is_some_and(|beginnings| {
        beginnings.iter().any(|beginning| {
            count <= beginning.most
                && folded.strip_prefix(beginning.words).is_some_and(|rest| {
                    (beginning.words.ends_with(':') || !rest.starts_with(char::is_alphabetic))
                        && (!beginning.is_hinted
                            || HINT_WORDS.iter().any(|hint| rest.contains(hint)))
                })
        })
    })
}

/// تويتر - تلغرام - فيسبوك; (رويترز).
fn is_list_of_networks(folded: &str) -> bool {
    let mut parts = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !part.chars().all(char::is_numeric))
        .peekable();
    parts.peek().is_some() && parts.all(|part| NETWORK_WORDS.contains(part))
}

/// 1,234 مشاهدة; منذ 3 ساعات; 5 دقائق قراءة.
fn is_counter(folded: &str) -> bool {
    let parts: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let (figures, words): (Vec<&str>, Vec<&str>) = parts
        .iter()
        .partition(|part| part.chars().all(char::is_numeric));
    if words.is_empty() || words.len() > AGE_WORDS {
        return false;
    }
    let counts = !figures.is_empty() && words.iter().all(|word| COUNTED_WORDS.contains(word));
    let is_age = words.iter().all(|word| AGE_UNITS.contains(word))
        && matches!(words.first(), Some(&("منذ" | "قبل")))
        && (!figures.is_empty()
            || matches!(
                words.get(1),
                Some(
                    &("ساعه"
                        | "ساعتين"
                        | "دقيقه"
                        | "دقيقتين"
                        | "يوم"
                        | "يومين"
                        | "اسبوع"
                        | "اسبوعين")
                )
            ));
    let is_reading = !figures.is_empty()
        && words.iter().all(|word| AGE_UNITS.contains(word))
        && words
            .iter()
            .any(|word| matches!(*word, "قراءه" | "للقراءه" | "read" | "ago"));
    counts || is_age || is_reading
}

/// الرئيسية | أخبار | رياضة
fn is_menu(folded: &str) -> bool {
    let parts: Vec<&str> = folded
        .split(['|', '/', '»', '>', '•', '·', '›', '-', '"'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let is_section = |part: &&str| {
        let bare = part.strip_prefix("ال").unwrap_or(part);
        SECTION_WORDS.contains(bare)
    };
    let sections = parts.iter().filter(|part| is_section(part)).count();
    parts.len() >= MENU_PARTS && sections * 2 >= parts.len() || parts.len() == 2 && sections == 2
}

/// #سوريا #داعش
fn is_tags(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| word.starts_with('#'))
}

/// Every line of a text with its kind: what [`is_boilerplate`] says, and also
/// lines that repeat an earlier one or are part of a credit line (©).
pub fn line_kinds(text: &str) -> Vec<(Span, LineKind)> {
    let mut kinds = Kinds::new(text);
    lines(text)
        .map(|line| (line, kinds.of_line(line)))
        .collect()
}

/// Tells the kinds of the lines of a text, asked for in their order.
pub(super) struct Kinds<'a> {
    text: &'a str,
    credits: Vec<String>,
    seen: HashSet<String>,
}

impl<'a> Kinds<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let credits = if text.contains('©') {
            lines(text)
                .filter_map(|line| line.of(text))
                .filter(|line| begins_credit(line))
                .take(MOST_CREDITS)
                .map(line_key)
                .collect()
        } else {
            Vec::new()
        };
        Self {
            text,
            credits,
            seen: HashSet::new(),
        }
    }

    /// The kind of the next line, or of one further on when those between are
    /// not to count as said before.
    pub(super) fn of_line(&mut self, line: Span) -> LineKind {
        let written = line.of(self.text).unwrap_or_default();
        if trimmed(self.text, line).is_empty() {
            LineKind::Blank
        } else if is_boilerplate(written) || repeats(written, &mut self.seen, &self.credits) {
            LineKind::Boilerplate
        } else {
            LineKind::Body
        }
    }
}

/// The lines that are page furniture, in order: left out of counts, search
/// ranking and suggestions.
pub fn excluded(text: &str) -> Vec<Span> {
    line_kinds(text)
        .into_iter()
        .filter(|(_, kind)| *kind == LineKind::Boilerplate)
        .map(|(line, _)| line)
        .collect()
}

/// A line as it is compared: folded, ة as ه, without white space around it.
fn line_key(line: &str) -> String {
    key(line, Level::Letters)
        .replace('ة', "ه")
        .trim()
        .to_owned()
}

fn begins_credit(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    line.starts_with('©') || line.starts_with("(c) ") || line.starts_with("(C) ")
}

fn holds_mail(line: &str) -> bool {
    line.contains('@')
        && words(line).any(|word| {
            word.of(line)
                .is_some_and(|word| word.contains('@') && !word.contains("://"))
        })
}

fn repeats(line: &str, seen: &mut HashSet<String>, credits: &[String]) -> bool {
    let count = words(line).take(REPEATED_WORDS).count();
    if count < CAPTION_WORDS {
        return false;
    }
    let folded = line_key(line);
    if credits.iter().any(|credit| credit.contains(&folded)) {
        return true;
    }
    count >= REPEATED_WORDS && !seen.insert(folded)
}

#[cfg(test)]
mod tests {
    use super::LineKind::{Blank, Body, Boilerplate};
    use super::*;

    #[test]
    fn furniture_is_known_by_its_beginning_and_its_length() {
        for line in [
            "شارك",
            "إغلاق",
            "تعليقات (0)",
            "التعليقات مغلقة.",
            "اقرأ المزيد",
            "إقرأ أيضا",
            "آخر الأخبار",
            "المزيد من تقارير",
            "المصدر: وكالات",
            "شبكة شام المصدر: شبكة شام",
            "تابعنا : تويتر - فيسبوك",
            "© سبوتنيك / خبر",
            "52",
            "------",
            "",
            "\u{A0}",
            "Sorry, you need to enable JavaScript to visit this website.",
            "راسلونا على البريد : a@example.org",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn furniture_of_other_pages() {
        for line in [
            "شارك هذا المقال على فيسبوك",
            "تويتر - تلغرام - فيسبوك",
            "Facebook Twitter WhatsApp",
            "مشاركة عبر البريد",
            "نسخ الرابط",
            "1,234 مشاهدة",
            "٣ تعليقات",
            "منذ 3 ساعات",
            "قبل يومين",
            "5 دقائق قراءة",
            "مدة القراءة: 4 دقائق",
            "3 min read",
            "الرئيسية | أخبار | رياضة | اقتصاد",
            "أخبار » سياسة",
            "#سوريا #العراق",
            "الوسوم: سوريا، العراق، الأمم المتحدة",
            "الكلمات المفتاحية: أوكرانيا روسيا",
            "منشور ذو صلة",
            "مقالات ذات صلة",
            "▼ اقرأ أيضاً: انطلاق أعمال القمة في العاصمة",
            "قد يعجبك أيضاً",
            "شاهد أيضا: كيف تغير الطقس هذا العام",
            "الأكثر قراءة",
            "اشترك في نشرتنا البريدية ليصلك كل جديد",
            "انضم إلى قناتنا على تلغرام",
            "لمتابعة آخر الأخبار عبر تطبيقنا",
            "تابعوا آخر أخبارنا عبر Google News",
            "حمّل تطبيق الجريدة الآن",
            "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك",
            "سياسة الخصوصية",
            "جميع الحقوق محفوظة © 2024",
            "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
            "اترك تعليقاً",
            "إلغاء الرد",
            "صورة أرشيفية",
            "(رويترز)",
            "رويترز / أ ف ب",
            "تصوير: سامر علي",
            "آخر تحديث: 12/10/2019 - 10:30",
            "إعلان",
            "تخطي إلى المحتوى",
            "We use cookies to improve your experience.",
            "Read more",
            "Share on Facebook",
            "All rights reserved",
            "المقال السابق انتخابات مبكرة في البلاد",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn lines_of_the_article_stay() {
        for line in [
            "شارك الرئيس السوري في المؤتمر",
            "شاركت روسيا",
            "إغلاق المعبر الحدودي",
            "المزيد من القوات الأميركية تصل إلى سوريا",
            "التعليقات التي أدلى بها الوزير أمس",
            "الخارجية سعيدة",
            "“عودة الدواعش”",
            "100 إرهابي عراقي",
            "* الدولة الإسلامية المعلنة ذاتيا ، المحظورة",
            "قال المصدر: إن القوات دخلت المدينة مساء أمس",
            "3 قتلى في انفجار",
            "قبل الحرب",
            "منذ عام",
            "إعلان الحرب على الفساد",
            "بحث الوزير مع نظيره التركي ملف الحدود",
            "بحث العلاقات الثنائية",
            "تابع الرئيس سير العمليات العسكرية في الشمال",
            "مشاركة واسعة في الانتخابات المحلية",
            "حمل الوزير إيران المسؤولية عن الهجوم",
            "سجل في العراق انخفاض في الإصابات خلال الأسبوع الماضي كما أعلنت الوزارة",
            "الهاتف المحمول يغير حياة الناس في القرى",
            "عاجل: انفجار في العاصمة",
            "واشنطن - رويترز - قال مسؤول أمس إن المحادثات ستستأنف قريبا",
            "الرئيس التركي: سنواصل العمليات",
            "كتب: محمد الأحمد",
            "بقلم سامي الخطيب",
            "السابق والتالي في تاريخ المدينة",
            "تفاصيل الاتفاق بين الحكومة والمعارضة",
            "الموقع الإلكتروني للوزارة يتعرض لهجوم",
            "اشترك في المعارك نحو ألف مقاتل من الفصائل خلال ثلاثة أيام متواصلة من القتال العنيف في الأحياء الشرقية من المدينة قبل الهدنة",
            "انضم إلى الجبهة مئات المقاتلين الأجانب منذ بداية الحرب بحسب تقرير أصدره مركز أبحاث مقره لندن يوم الخميس الماضي",
            "سوريا - العراق - لبنان",
            "أخبار جيدة من الجبهة الشرقية - تقدم جديد",
            "شارك هذا اللاعب في المباراة",
            "يحظر نشر القوات في المنطقة العازلة بحسب الاتفاق",
            "انضم إلى الائتلاف ثلاثة أحزاب",
            "Downing Street said talks would go on",
            "Share prices fell sharply in Tokyo on Monday",
            "Follow the money, an investigation",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn lists_are_folded() {
        let lists = counted(BEGINNINGS)
            .chain(counted(HINTED))
            .chain(counted(ANYWHERE));
        let lists = lists.map(|(words, _)| words).chain(entries(HINTS));
        for entry in lists.chain(WHOLE_LINES.iter().copied()) {
            assert_eq!(line_key(entry), entry);
        }
    }

    #[test]
    fn a_line_said_before_is_furniture() {
        let text = "خبر عن سوريا والعراق اليوم\n\nخبرٌ عن سوريا  والعراق اليوم\nنعم\nنعم";
        let kinds: Vec<LineKind> = line_kinds(text).into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds, [Body, Blank, Boilerplate, Body, Body]);
        assert_eq!(excluded(text).len(), 1);
    }
}
