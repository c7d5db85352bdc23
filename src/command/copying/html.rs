//! Words and their marks as a piece of HTML.
//!
//! Invariant: the characters between the tags, entities resolved, are the
//! words, paragraph by paragraph; what is open is closed in order.

use std::fmt::Write as _;

use crate::command::paragraph::{direction_of_paragraph, touched};
use crate::model::{Annotation, Document, Id, Project, Span};
use crate::text::{self, Direction};

/// A mark's colour shows through at this part of its strength, hexadecimal
/// alpha, as the page shows it.
const TINT: &str = "40";

/// The words in `span` (bytes) of a document, one element a paragraph, with
/// marks. `language` is the code in which tags are named.
pub(super) fn html(project: &Project, id: &Id, span: Span, language: &str) -> Option<String> {
    let document = project.document(id)?;
    let fallback = text::document_direction(&document.text);
    let mut out = String::from("<meta charset=\"utf-8\">");
    for (_, paragraph) in touched(&document.text, span) {
        let part = Span::new(
            span.start.clamp(paragraph.start, paragraph.end),
            span.end.clamp(paragraph.start, paragraph.end),
        );
        let words = paragraph.of(&document.text)?;
        let dir = match direction_of_paragraph(document, paragraph, fallback) {
            Direction::RightToLeft => "rtl",
            Direction::LeftToRight => "ltr",
        };
        let _ = write!(out, "<p dir=\"{dir}\"");
        if let Some(language) = language_of(words) {
            let _ = write!(out, " lang=\"{language}\"");
        }
        out.push_str(" style=\"white-space:pre-wrap\">");
        if part.is_empty() {
            out.push_str("<br>");
        } else {
            marked(&mut out, project, document, part, language);
        }
        out.push_str("</p>\n");
    }
    Some(out)
}

/// The words of one stretch with the marks that touch it. Marks that cross
/// are cut where the other one ends, for elements cannot cross.
fn marked(out: &mut String, project: &Project, document: &Document, part: Span, language: &str) {
    let mut pieces: Vec<(Span, &Annotation)> = project
        .annotations_in(&document.id, part)
        .flat_map(|mark| mark.spans.iter().map(move |span| (*span, mark)))
        .filter_map(|(span, mark)| {
            let cut = Span::new(
                span.start.clamp(part.start, part.end),
                span.end.clamp(part.start, part.end),
            );
            (!cut.is_empty()).then_some((cut, mark))
        })
        .collect();
    pieces.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut borders: Vec<usize> = pieces
        .iter()
        .flat_map(|(span, _)| [span.start, span.end])
        .chain([part.start, part.end])
        .collect();
    borders.sort_unstable();
    borders.dedup();
    let mut open: Vec<(Span, &Annotation)> = Vec::new();
    let mut waiting = pieces.into_iter().peekable();
    for (index, border) in borders.iter().copied().enumerate() {
        // Everything above the lowest mark that ends here is closed with it,
        // and what goes on is opened again.
        if let Some(lowest) = open.iter().position(|(span, _)| span.end <= border) {
            let above = open.split_off(lowest);
            out.push_str(&"</mark>".repeat(above.len()));
            for (span, mark) in above.into_iter().filter(|(span, _)| span.end > border) {
                tag(out, project, mark, language);
                open.push((span, mark));
            }
        }
        while let Some((span, mark)) = waiting.next_if(|(span, _)| span.start == border) {
            tag(out, project, mark, language);
            open.push((span, mark));
        }
        let next = borders.get(index + 1).copied().unwrap_or(border);
        escape(out, document.text.get(border..next).unwrap_or_default());
    }
}

fn tag(out: &mut String, project: &Project, mark: &Annotation, language: &str) {
    out.push_str("<mark data-tag=\"");
    escape(out, mark.tag.as_str());
    if let Some(tag) = project.tag(&mark.tag) {
        out.push_str("\" title=\"");
        escape(out, tag.name(language));
        if is_color(&tag.color) {
            let _ = write!(
                out,
                "\" style=\"background-color:{}{TINT};color:inherit",
                tag.color
            );
        }
    }
    out.push_str("\">");
}

/// `#RRGGBB`; anything else could say more than a colour.
fn is_color(color: &str) -> bool {
    let digits = color.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // HTML has no character for it.
            '\0' => out.push('\u{FFFD}'),
            // A line end inside a paragraph would be read as a newline.
            '\u{2028}' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
}

/// The language of a paragraph as far as its letters say (BCP 47): letters
/// only Persian or Urdu has, else the script's best known language; Latin
/// letters say the script alone.
fn language_of(words: &str) -> Option<&'static str> {
    let mut counts = [0_usize; 7];
    let mut persian = 0;
    let mut urdu = 0;
    for c in words.chars() {
        let script = match c {
            '\u{0621}'..='\u{064A}'
            | '\u{066E}'..='\u{06D3}'
            | '\u{0750}'..='\u{077F}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => 0,
            '\u{05D0}'..='\u{05EA}' => 1,
            '\u{0710}'..='\u{074F}' => 2,
            '\u{0400}'..='\u{04FF}' => 3,
            '\u{0370}'..='\u{03FF}' => 4,
            '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' => 5,
            c if c.is_alphabetic() && c < '\u{250}' => 6,
            _ => continue,
        };
        if let Some(count) = counts.get_mut(script) {
            *count += 1;
        }
        persian += usize::from(matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی'));
        urdu += usize::from(matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ'));
    }
    let (script, most) = counts
        .iter()
        .enumerate()
        .max_by_key(|(index, count)| (**count, std::cmp::Reverse(*index)))?;
    if *most == 0 {
        return None;
    }
    Some(match script {
        // A single foreign name makes no Persian text.
        0 if urdu * 40 > *most => "ur",
        0 if persian * 25 > *most => "fa",
        0 => "ar",
        1 => "he",
        2 => "syr",
        3 => "und-Cyrl",
        4 => "el",
        5 => "und-Hani",
        _ => "und-Latn",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation::{DOCUMENT, marked as project_of};

    fn of(notation: &str) -> String {
        let project = project_of(notation);
        let id = Id::new(DOCUMENT);
        let length = project.document(&id).unwrap().text.len();
        html(&project, &id, Span::new(0, length), "en").unwrap()
    }

    /// What a browser would show, paragraph by paragraph.
    fn shown(html: &str) -> Vec<String> {
        html.split("<p ")
            .skip(1)
            .map(|paragraph| {
                let mut out = String::new();
                let mut inside = true;
                for c in paragraph.chars() {
                    match c {
                        '<' => inside = true,
                        '>' => inside = false,
                        c if !inside => out.push(c),
                        _ => {}
                    }
                }
                out.trim_end_matches('\n')
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&")
            })
            .collect()
    }

    #[test]
    fn paragraphs_have_direction_and_language_and_marks_their_tag() {
        let html = of("سافر [أحمد|PERSON] إلى [دمشق|PLACE]\nA <b> & \"c\"\n\nגם כן");
        assert!(html.contains("<p dir=\"rtl\" lang=\"ar\""), "{html}");
        assert!(html.contains("<p dir=\"ltr\" lang=\"und-Latn\""), "{html}");
        assert!(html.contains("<p dir=\"rtl\" lang=\"he\""), "{html}");
        assert!(
            html.contains(
                "<mark data-tag=\"person\" title=\"Person\" \
                 style=\"background-color:#22568840;color:inherit\">أحمد</mark>"
            ),
            "{html}"
        );
        assert_eq!(
            shown(&html),
            ["سافر أحمد إلى دمشق", "A <b> & \"c\"", "", "גם כן"]
        );
    }

    #[test]
    fn nested_marks_nest_and_crossing_marks_are_cut() {
        let nested = of("[قوات [سوريا|PLACE] الديمقراطية|GROUP] ثم");
        let tags: Vec<&str> = nested.matches("data-tag=\"group\"").collect();
        assert_eq!(tags.len(), 1, "{nested}");
        let project = project_of("[واحد اثنان|PERSON] ثلاثة");
        let id = Id::new(DOCUMENT);
        let mut crossing = project.clone();
        let mark = project.annotations_of(&id).next().unwrap().clone();
        let text = project.document(&id).unwrap().text.to_string();
        let start = text.find("اثنان").unwrap();
        let mut other = mark.clone();
        other.id = Id::new("other");
        other.tag = Id::new("place");
        other.spans = vec![Span::new(start, text.len())];
        let step = crate::model::Transaction::new(
            Id::new("t"),
            mark.at,
            mark.by.clone(),
            "annotation.tag",
            vec![crate::model::Edit::create(other)],
        );
        crossing.apply(&step).unwrap();
        let html = html(&crossing, &id, Span::new(0, text.len()), "ar").unwrap();
        assert_eq!(
            html.matches("<mark").count(),
            html.matches("</mark>").count()
        );
        assert_eq!(html.matches("data-tag=\"place\"").count(), 2, "{html}");
        assert_eq!(shown(&html), [text.as_str()]);
        // A part of it is that part, its marks cut.
        let part = super::html(&crossing, &id, Span::new(2, start + 4), "ar").unwrap();
        assert_eq!(shown(&part), [text.get(2..start + 4).unwrap()]);
        assert_eq!(part.matches("<mark").count(), 2, "{part}");
    }

    #[test]
    fn languages_are_told_by_their_letters() {
        assert_eq!(language_of("این گزارش را پیش از چاپ بخوانید"), Some("fa"));
        assert_eq!(language_of("یہ رپورٹ پڑھیں"), Some("ur"));
        assert_eq!(
            language_of("قال المتحدث باسم قوات سوريا الديمقراطية إن شركة Peugeot"),
            Some("ar")
        );
        assert_eq!(language_of("12 / 3"), None);
    }
}
