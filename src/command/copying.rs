//! What comes to the clipboard: the words, the words as a quotation with
//! where they stand, and the words with their marks as HTML.
//!
//! Invariant: the quoted words are the file's own characters; what is added
//! stands around them.

mod html;

use crate::i18n::{Arg, Messages};
use crate::language::document_title;
use crate::model::{Document, OffsetTable, Span};
use crate::text::{self, Direction};

use super::paragraph::{direction_of_paragraph, touched};
use super::{CommandError, Request, Workbench};

/// Code points of a title in a source line.
const LONGEST_NAME: usize = 80;

/// Copies the selected words, character for character.
pub(super) fn copy(wb: &mut Workbench) -> Result<(), CommandError> {
    if let Some(text) = wb.selected_text().map(str::to_owned) {
        wb.request(Request::Copy(text));
    }
    Ok(())
}

/// Copies the selected words in quotation marks, and under them where they
/// stand.
pub(super) fn copy_quote(wb: &mut Workbench) -> Result<(), CommandError> {
    let Some(reader) = wb.active_reader() else {
        return Ok(());
    };
    let (span, id) = (reader.selection.span(), reader.document.clone());
    if let Some(document) = wb.project().document(&id)
        && let Some(quote) = quotation(document, span, wb.messages())
    {
        wb.request(Request::Copy(quote));
    }
    Ok(())
}

/// Copies the selected words with their marks, as HTML and as text.
pub(super) fn copy_html(wb: &mut Workbench) -> Result<(), CommandError> {
    let Some(reader) = wb.active_reader() else {
        return Ok(());
    };
    let (span, id) = (reader.selection.span(), reader.document.clone());
    let plain = wb.selected_text().map(str::to_owned);
    let language = wb.messages().language().code();
    if let Some(plain) = plain
        && let Some(html) = html::html(wb.project(), &id, span, language)
    {
        wb.request(Request::CopyHtml { html, plain });
    }
    Ok(())
}

/// The words without the white space around them.
fn trimmed(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text)?;
    let start = span.start + (words.len() - words.trim_start().len());
    let length = words.trim().len();
    (length > 0).then(|| Span::new(start, start + length))
}

/// Words of a document (bytes) in the quotation marks of their script, then a
/// line that says where they stand, in the language of the interface.
///
/// The words are not isolated: a paragraph that holds nothing but an isolate
/// takes no direction from it (UAX #9, rule P2). Where their first letter
/// would set them the wrong way, a direction mark before them says which.
/// What the source line names is isolated, so that an English file name does
/// not tear an Arabic line apart.
pub(super) fn quotation(document: &Document, span: Span, messages: &Messages) -> Option<String> {
    let text = &document.text;
    let span = trimmed(text, span)?;
    let words = span.of(text)?;
    let paragraphs = touched(text, span);
    let (first, paragraph) = *paragraphs.first()?;
    let (last, _) = *paragraphs.last()?;
    let fallback = text::document_direction(text);
    let of_paragraph = direction_of_paragraph(document, paragraph, fallback);
    // Words of one direction run in it; mixed ones as their paragraph does.
    let (rtl, ltr) = directions_in(words);
    let direction = match (rtl, ltr) {
        (false, true) => Direction::LeftToRight,
        (true, false) if document.paragraph_direction(paragraph.start).is_none() => {
            Direction::RightToLeft
        }
        _ => of_paragraph,
    };
    let (open, close) = if rtl && (direction.is_rtl() || !ltr) {
        ('«', '»')
    } else {
        ('“', '”')
    };
    let own = words.lines().next().and_then(text::first_strong);
    let mark = if own == Some(direction) {
        ""
    } else {
        mark_of(direction)
    };
    let source = source_line(document, span, (first, last), messages);
    // What the source line names is isolated and gives it no direction.
    let line = if messages.language().is_right_to_left() {
        mark_of(Direction::RightToLeft)
    } else {
        mark_of(Direction::LeftToRight)
    };
    Some(format!("{mark}{open}{words}{close}\n{line}{source}"))
}

/// The mark that gives a line its direction.
fn mark_of(direction: Direction) -> &'static str {
    match direction {
        Direction::RightToLeft => "\u{200F}",
        Direction::LeftToRight => "\u{200E}",
    }
}

/// Whether words have letters that run to the left, and to the right.
fn directions_in(words: &str) -> (bool, bool) {
    let mut found = (false, false);
    let mut buffer = [0; 4];
    for c in words.chars().filter(|c| c.is_alphabetic()) {
        match text::first_strong(c.encode_utf8(&mut buffer)) {
            Some(Direction::RightToLeft) => found.0 = true,
            Some(Direction::LeftToRight) => found.1 = true,
            None => {}
        }
    }
    found
}

/// A title no longer than fits a line, cut after a word.
fn shortened(title: &str) -> String {
    let Some((limit, _)) = title.char_indices().nth(LONGEST_NAME) else {
        return title.to_owned();
    };
    let head = title.get(..limit).unwrap_or_default();
    let end = head.rfind(char::is_whitespace).unwrap_or(limit);
    let head = title.get(..end).unwrap_or_default();
    format!("{}…", head.trim_end())
}

/// Where words (bytes) stand: title, document, paragraphs, characters.
fn source_line(
    document: &Document,
    span: Span,
    (first, last): (usize, usize),
    messages: &Messages,
) -> String {
    let headline = document_title(&document.text);
    let name = document.title.as_str();
    let title = |title: &str| Arg::from(shortened(title));
    let offsets = OffsetTable::new(&document.text);
    let number = |value: usize| Arg::from(messages.number(value));
    let mut args = vec![
        ("title", title(name)),
        ("first", number(first)),
        ("last", number(last)),
        ("start", number(offsets.code_point_of_byte(span.start))),
        ("end", number(offsets.code_point_of_byte(span.end))),
    ];
    let place = if first == last {
        messages.format("copy-place-one", &args)
    } else {
        messages.format("copy-place-many", &args)
    };
    let file = document
        .source
        .as_deref()
        .and_then(|path| path.rsplit(['/', '\\']).next())
        .filter(|file| !file.is_empty() && *file != name);
    // A list names a document by its first line, its file, or otherwise; said
    // is what there is, and nothing twice.
    let said = if headline.is_empty() || headline == name || name.contains(&headline) {
        file
    } else {
        Some(name)
    };
    if said == Some(name) {
        args[0].1 = title(&headline);
    }
    // The place is isolated as a whole.
    let place = place.replace(['\u{2068}', '\u{2069}'], "");
    args.push(("place", Arg::from(place)));
    match said {
        Some(said) => {
            args.push(("file", title(said)));
            messages.format("copy-source-with-file", &args)
        }
        None => messages.format("copy-source", &args),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::string_slice, reason = "the tests know their texts")]

    use super::*;
    use crate::i18n::Language;
    use crate::model::{ChosenDirection, Id, Timestamp};

    fn document(text: &str) -> Document {
        let mut document = Document::new(Id::new("d"), "003.txt", text, Timestamp::UNIX_EPOCH);
        document.source = Some("/cases/raqqa/003.txt".to_owned());
        document
    }

    fn plain(text: &str) -> String {
        text.replace(['\u{2068}', '\u{2069}', '\u{200E}', '\u{200F}'], "")
    }

    #[test]
    fn a_quotation_has_the_marks_of_its_script_and_says_where_it_stands() {
        let text = "مقتل قيادي في الرقة\nقال SDF إن \"قسد\" عادت.\nHe said no.\n";
        let document = document(text);
        let english = Messages::new(Language::En);
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let quote = quotation(&document, span(" \"قسد\" عادت.\n"), &english).unwrap();
        let (words, source) = quote.split_once('\n').unwrap();
        assert_eq!(words, "«\"قسد\" عادت.»");
        assert_eq!(
            plain(source),
            "— مقتل قيادي في الرقة (003.txt), paragraph 2, characters 31–42"
        );
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(
            chars[31..42].iter().collect::<String>(),
            "\"قسد\" عادت.\n"[..].trim()
        );
        // Names are isolated from the line around them.
        assert!(source.contains("\u{2068}مقتل قيادي في الرقة\u{2069}"));
        let quote = quotation(&document, span("He said no."), &english).unwrap();
        assert!(quote.starts_with("“He said no.”\n"), "{quote}");
        // Words that begin with Latin ones stand to the right all the same.
        let quote = quotation(&document, span("SDF إن"), &english).unwrap();
        assert!(
            quote.starts_with("\u{200F}«SDF إن»\n\u{200E}— "),
            "{quote:?}"
        );
        let quote = quotation(&document, span("SDF"), &english).unwrap();
        assert!(quote.starts_with("“SDF”\n"), "{quote:?}");
        let arabic = Messages::new(Language::Ar);
        let quote = quotation(&document, span("SDF"), &arabic).unwrap();
        assert!(quote.starts_with("“SDF”\n\u{200F}— "), "{quote:?}");
        let both = span("عادت.\nHe said");
        let quote = quotation(&document, both, &Messages::new(Language::Ar)).unwrap();
        assert!(quote.starts_with("«عادت.\nHe said»\n"), "{quote}");
        assert!(plain(&quote).contains("الفقرات 2–3"), "{quote}");
        assert!(quotation(&document, span("\n"), &english).is_none());
    }

    #[test]
    fn a_turned_paragraph_is_quoted_in_its_chosen_direction() {
        let text = "سلام عليكم";
        let mut document = document(text);
        document.set_paragraph_direction(0, Some(ChosenDirection::LeftToRight));
        let english = Messages::new(Language::En);
        let quote = quotation(&document, Span::new(0, text.len()), &english).unwrap();
        assert!(quote.starts_with("\u{200E}«سلام عليكم»"), "{quote:?}");
    }
}
