//! Quotations: which mark opens, which closes, which belongs to none.
//!
//! Here: pairing the marks of one line. Not here: who said it, and whether it
//! is speech or a name in quotation marks.
//!
//! Newspapers type quotation marks of any shape and hand, so a mark is judged
//! first by the spaces around it and only then by its shape: a mark before a
//! word opens, a mark after one closes. That also tells a quotation inside
//! another with the same marks.
//!
//! **Invariant:** a quotation lies within one line; two quotations are nested
//! or apart; every mark is in one pair or listed as unbalanced.

use super::letters::{TATWEEL, is_arabic_letter, is_invisible, is_mark, is_space};
use super::lines::lines;
use crate::model::Span;

/// A quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks (bytes, end exclusive).
    pub span: Span,
    /// Between the marks.
    pub inner: Span,
    /// How many quotations are around it.
    pub depth: usize,
}

/// The quotation marks of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// The pairs, by where they open.
    pub pairs: Vec<Quotation>,
    /// Marks without a partner in their line, in order.
    pub unbalanced: Vec<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// Straight and curly marks, which are mixed up in practice.
    Plain,
    Guillemet,
    SingleGuillemet,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Opens when nothing is open, else closes.
    Alternates,
}

#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    family: Family,
    role: Role,
}

/// The quotations of a text, line by line.
pub fn quotations(text: &str) -> Quotations {
    let mut found = Quotations::default();
    for line in lines(text) {
        let in_line = quotations_of_line(text, line);
        found.pairs.extend(in_line.pairs);
        found.unbalanced.extend(in_line.unbalanced);
    }
    found
}

/// The quotations of one line.
pub(crate) fn quotations_of_line(text: &str, line: Span) -> Quotations {
    let mut found = Quotations::default();
    let mut open: Vec<Mark> = Vec::new();
    for mark in marks(text, line) {
        let opens = match mark.role {
            Role::Opens => true,
            Role::Closes => false,
            Role::Alternates => !open.iter().any(|opener| opener.family == mark.family),
        };
        if opens {
            open.push(mark);
            continue;
        }
        let Some(at) = open.iter().rposition(|opener| opener.family == mark.family) else {
            found.unbalanced.push(mark.span);
            continue;
        };
        found
            .unbalanced
            .extend(open.drain(at + 1..).map(|opener| opener.span));
        if let Some(opener) = open.pop() {
            found.pairs.push(Quotation {
                span: Span::new(opener.span.start, mark.span.end),
                inner: Span::new(opener.span.end, mark.span.start),
                depth: 0,
            });
        }
    }
    found
        .unbalanced
        .extend(open.iter().map(|opener| opener.span));
    found.unbalanced.sort_unstable();
    found.pairs.sort_unstable_by_key(|pair| pair.span);
    let mut around: Vec<usize> = Vec::new();
    for pair in &mut found.pairs {
        while around.last().is_some_and(|end| *end <= pair.span.start) {
            around.pop();
        }
        pair.depth = around.len();
        around.push(pair.span.end);
    }
    found
}

/// The quotation marks of a line with what their surroundings say of them.
fn marks(text: &str, line: Span) -> Vec<Mark> {
    let words = line.of(text).unwrap_or_default();
    let mut marks: Vec<Mark> = Vec::new();
    let mut chars = words
        .char_indices()
        .filter(|(_, c)| !is_invisible(*c))
        .peekable();
    let mut before: Option<char> = None;
    // The letters just before the mark, as far as a clitic could reach.
    let mut letters = String::new();
    while let Some((at, c)) = chars.next() {
        if let Some((family, hint)) = shape(c) {
            let after = chars.peek().map(|(_, after)| *after);
            let after_opener = before.is_some_and(|before| shape(before).is_some())
                && marks.last().is_some_and(|last| last.role == Role::Opens);
            let role = role(before, after, after_opener, is_clitic(&letters), hint);
            let start = line.start + at;
            marks.push(Mark {
                span: Span::new(start, start + c.len_utf8()),
                family,
                role,
            });
        }
        if is_arabic_letter(c) {
            letters.push(c);
        } else if !is_mark(c) && c != TATWEEL {
            letters.clear();
        }
        if letters.len() > 8 {
            letters = String::from("....");
        }
        before = Some(c);
    }
    marks
}

/// What a quotation mark is by its shape alone.
fn shape(c: char) -> Option<(Family, Role)> {
    match c {
        '"' | '\u{FF02}' | '\u{2033}' | '\u{2036}' => Some((Family::Plain, Role::Alternates)),
        '\u{201C}' | '\u{201E}' | '\u{201F}' => Some((Family::Plain, Role::Opens)),
        '\u{201D}' => Some((Family::Plain, Role::Closes)),
        '«' => Some((Family::Guillemet, Role::Opens)),
        '»' => Some((Family::Guillemet, Role::Closes)),
        '\u{2039}' => Some((Family::SingleGuillemet, Role::Opens)),
        '\u{203A}' => Some((Family::SingleGuillemet, Role::Closes)),
        _ => None,
    }
}

fn role(
    before: Option<char>,
    after: Option<char>,
    after_opener: bool,
    after_clitic: bool,
    hint: Role,
) -> Role {
    let Some(before) = before else {
        return Role::Opens;
    };
    let space_before = is_space(before);
    let opens_before = space_before
        || after_opener
        || matches!(before, '(' | '[' | '{' | TATWEEL | '-' | '–' | '—' | '/');
    let word_after = after.is_some_and(|after| !is_space(after) && !ends_clause(after));
    match (opens_before, word_after) {
        (true, true) => Role::Opens,
        // Only a clitic before: `و" باسوك "`
        (false, false) if after_clitic && after.is_some_and(is_space) => Role::Alternates,
        (false, false) => Role::Closes,
        // A space before, and after it a full stop or nothing: ` ”.`
        (true, false) if after.is_none_or(|after| !is_space(after)) => Role::Closes,
        // Space on both sides: `: ” لدينا`
        (true, false) => Role::Alternates,
        // Glued on both sides: `و"قسد"`, `:"قال`, `"كذا"و`
        (false, true) if after_clitic || matches!(before, ':' | '،' | ',' | '؛' | ';') => {
            Role::Opens
        }
        (false, true) => hint,
    }
}

fn ends_clause(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '}' | '،' | '؛' | '؟' | '۔'
    )
}

fn is_clitic(letters: &str) -> bool {
    matches!(
        letters,
        "و" | "ف" | "ب" | "ل" | "ك" | "وب" | "ول" | "وك" | "فب" | "فل" | "ال" | "وال"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<(&str, usize)> {
        quotations(text)
            .pairs
            .iter()
            .filter_map(|pair| Some((pair.inner.of(text)?, pair.depth)))
            .collect()
    }

    #[test]
    fn marks_of_every_shape_pair_up() {
        assert_eq!(inner("تنظيم “داعش” في"), [("داعش", 0)]);
        assert_eq!(inner("ميليشيا «قسد»، ثم «قسد»."), [("قسد", 0), ("قسد", 0)]);
        assert_eq!(
            inner("لـ\"قسد\" و\"داعش\"و\"الهول\""),
            [("قسد", 0), ("داعش", 0), ("الهول", 0)]
        );
        assert_eq!(inner("قال:\"نعم\"."), [("نعم", 0)]);
        assert_eq!(
            inner("\" الجديدة \" و\" باسوك \"، على"),
            [(" الجديدة ", 0), (" باسوك ", 0)]
        );
        assert_eq!(inner("«قال “نعم” له»"), [("قال “نعم” له", 0), ("نعم", 1)]);
    }

    #[test]
    fn wrong_hands_and_spaces_do_not_matter() {
        assert_eq!(
            inner("تضمن “إطلاق النار في 12 أكتوبر “."),
            [("إطلاق النار في 12 أكتوبر ", 0)]
        );
        assert_eq!(
            inner("الأبيض: ” لدينا آلاف نحو أوروبا”."),
            [(" لدينا آلاف نحو أوروبا", 0)]
        );
        assert_eq!(
            inner("ارتكبوها “هذه السجون مقاضاتهم ”"),
            [("هذه السجون مقاضاتهم ", 0)]
        );
    }

    #[test]
    fn a_lone_mark_takes_nothing_with_it() {
        let text = "إلى تكساس”.\nثم “نعم”";
        let found = quotations(text);
        assert_eq!(found.unbalanced.len(), 1);
        assert_eq!(inner(text), [("نعم", 0)]);
        assert_eq!(inner("قال \"نعم\nثم\" قال"), []);
        assert_eq!(quotations("\"").unbalanced.len(), 1);
    }

    #[test]
    fn same_marks_nest() {
        let text = "تنظيم \"داعش\"، جاء، \"في إطار قادة \"داعش\" الإرهابي وسوريا\".";
        assert_eq!(
            inner(text),
            [
                ("داعش", 0),
                ("في إطار قادة \"داعش\" الإرهابي وسوريا", 0),
                ("داعش", 1)
            ]
        );
    }
}
