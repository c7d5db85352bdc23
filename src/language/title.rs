//! What a saved web page is about, and which of its lines are not the article.
//!
//! Here: the title for the list of documents, and the lines that are dimmed
//! and left out of counts and suggestions (never deleted): share buttons,
//! credits, notices, repeated headlines. Not here: headings and captions,
//! which read like text and stay.
//!
//! **Invariant:** the kinds of [`line_kinds`] cover every line of the text
//! once, in order.

use std::collections::HashSet;

use super::fold::{Level, key};
use super::letters::{is_arabic_letter, is_invisible};
use super::lines::{lines, trimmed};
use super::words::words;
use crate::model::Span;

/// Longest title in code points; a longer first line is cut at a word.
pub const LONGEST_TITLE: usize = 160;

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

/// How page furniture begins (folded to letters, ة as ه), and how many words
/// such a line has at most: a sentence of the article may begin with the same
/// word (شارك الرئيس في …).
const BEGINNINGS: [(&str, usize); 24] = [
    ("شارك", 2),
    ("مشاركه", 2),
    ("شارك هذا", 6),
    ("شارك المقال", 4),
    ("تابعنا", 12),
    ("تابعونا", 12),
    ("اقرا المزيد", 4),
    ("اقرا ايضا", 24),
    ("اقرا كذلك", 24),
    ("اخر الاخبار", 3),
    ("تعليقات", 3),
    ("التعليقات", 3),
    ("التعليقات مغلقه", 4),
    ("اضف تعليق", 4),
    ("اغلاق", 1),
    ("المزيد من", 3),
    ("المزيد حول", 6),
    ("حمل تطبيق", 8),
    ("ملاحظاتك", 16),
    ("المصدر:", 8),
    ("المصدر :", 8),
    ("يحتوي هذا القسم", 24),
    ("جميع الحقوق محفوظه", 24),
    ("sorry, you need to enable javascript", 24),
];

/// Most words of a line that names its source somewhere (المصدر:).
const SOURCE_LINE_WORDS: usize = 6;

/// Most words of page furniture without ©, such as a call to write to an
/// e-mail address.
const LONGEST_FURNITURE_WORDS: usize = 24;

/// Fewest words of a line that may count as said before.
const REPEATED_WORDS: usize = 4;

/// Fewest words of a caption that repeats part of a credit line.
const CAPTION_WORDS: usize = 3;

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
    let begins = BEGINNINGS.iter().any(|(beginning, most)| {
        count <= *most
            && folded.strip_prefix(beginning).is_some_and(|rest| {
                beginning.ends_with(':') || !rest.starts_with(char::is_alphabetic)
            })
    });
    begins
        || begins_credit(line)
        || (count <= SOURCE_LINE_WORDS && folded.contains("المصدر:"))
        || holds_mail(line)
}

/// Every line of a text with its kind: what [`is_boilerplate`] says, and also
/// lines that repeat an earlier one or are part of a credit line (©).
pub fn line_kinds(text: &str) -> Vec<(Span, LineKind)> {
    let credits: Vec<String> = if text.contains('©') {
        lines(text)
            .filter_map(|line| line.of(text))
            .filter(|line| begins_credit(line))
            .take(MOST_CREDITS)
            .map(line_key)
            .collect()
    } else {
        Vec::new()
    };
    let mut seen: HashSet<String> = HashSet::new();
    lines(text)
        .map(|line| {
            let written = line.of(text).unwrap_or_default();
            let kind = if trimmed(text, line).is_empty() {
                LineKind::Blank
            } else if is_boilerplate(written) || repeats(written, &mut seen, &credits) {
                LineKind::Boilerplate
            } else {
                LineKind::Body
            };
            (line, kind)
        })
        .collect()
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

/// The title of a document: the first line that is text and has Arabic
/// letters; else the first line that is text; else the first line with
/// anything in it; else nothing. At most [`LONGEST_TITLE`] code points, and
/// without the white space and direction controls around it.
pub fn document_title(text: &str) -> String {
    let kinds = line_kinds(text);
    let first = |wanted: &dyn Fn(Span, LineKind) -> bool| {
        kinds
            .iter()
            .find(|(line, kind)| wanted(*line, *kind))
            .map(|(line, _)| *line)
    };
    let is_arabic = |line: Span| {
        line.of(text)
            .is_some_and(|words| words.chars().any(is_arabic_letter))
    };
    let line = first(&|line, kind| kind == LineKind::Body && is_arabic(line))
        .or_else(|| first(&|_, kind| kind == LineKind::Body))
        .or_else(|| first(&|_, kind| kind == LineKind::Boilerplate));
    let title = line
        .map(|line| trimmed(text, line))
        .and_then(|line| line.of(text));
    shortened(title.unwrap_or_default())
}

/// At most [`LONGEST_TITLE`] code points, cut after a word, with an ellipsis.
fn shortened(title: &str) -> String {
    let Some((limit, _)) = title.char_indices().nth(LONGEST_TITLE) else {
        return title.to_owned();
    };
    let fits = |word: &Span| word.end < limit;
    let end = words(title)
        .take_while(fits)
        .last()
        .map_or(0, |word| word.end);
    // A single word longer than the limit is cut where it must be.
    let end = if end == 0 {
        title
            .char_indices()
            .nth(LONGEST_TITLE - 1)
            .map_or(limit, |(at, _)| at)
    } else {
        end
    };
    format!("{}…", title.get(..end).unwrap_or_default())
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
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn a_line_said_before_is_furniture() {
        let text = "خبر عن سوريا والعراق اليوم\n\nخبرٌ عن سوريا  والعراق اليوم\nنعم\nنعم";
        let kinds: Vec<LineKind> = line_kinds(text).into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds, [Body, Blank, Boilerplate, Body, Body]);
    }

    #[test]
    fn titles_of_odd_documents() {
        assert_eq!(document_title(""), "");
        assert_eq!(document_title("\n \u{A0}\n"), "");
        assert_eq!(document_title("52\n---"), "52");
        assert_eq!(document_title("شارك\nHello there\n"), "Hello there");
        assert_eq!(document_title("Hello\n\u{2067}  خبر \u{2069}\n"), "خبر");
        let long = "كلمة ".repeat(500);
        let title = document_title(&long);
        assert!(title.ends_with("كلمة…") && title.chars().count() <= LONGEST_TITLE);
        assert_eq!(
            document_title(&"ك".repeat(500)).chars().count(),
            LONGEST_TITLE
        );
    }
}
