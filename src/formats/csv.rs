//! A table of marks: one row for each piece of each mark, for spreadsheets and
//! statistics.
//!
//! UTF-8 with a byte order mark (so that Excel reads the Arabic), quoting by
//! RFC 4180. Offsets in code points and in UTF-16 units, end exclusive. No
//! direction controls are added to cells. The texts themselves are not in the
//! table; whoever reads it back must give them.
//!
//! Invariant: a text cell that a spreadsheet would run as a formula begins
//! with an apostrophe, and [`unguard`] takes away exactly what [`guard`] put
//! there. Offset cells are never altered.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::code_points::CodePoints;
use super::labels::{analyst_names, labels};
use super::report::{Loss, LossKind};
use super::{AnnotatedSet, FormatError, Fragment, ReadSet, SetDocument, SetMark, Written};
use crate::model::Timestamp;

/// The name of the format in messages.
const TITLE: &str = "CSV table of marks";
/// What every row says about its offsets.
const COUNTING: &str = "code points, end exclusive, logical order";
/// How many code points of context stand on either side of a quote.
const CONTEXT: usize = 40;
/// The longest cell Excel keeps, in UTF-16 units.
const LONGEST_CELL: usize = 32_767;

/// The columns in their order.
const COLUMNS: [&str; 17] = [
    "document",
    "source",
    "mark id",
    "fragment",
    "tag",
    "tag name",
    "start",
    "end",
    "start_utf16",
    "end_utf16",
    "quote",
    "note",
    "by",
    "at",
    "before",
    "after",
    "offsets",
];

/// The columns after them in a table that holds suggestions too: `annotated`
/// or `suggested`, and how likely a suggestion is right.
const STATUS_COLUMNS: [&str; 2] = ["status", "confidence"];

/// Writes a set.
pub(super) fn write(set: &AnnotatedSet, bom: bool) -> Result<Written, FormatError> {
    let tag_labels = labels(&set.tags);
    let tag_names: BTreeMap<&str, &str> = set
        .tags
        .iter()
        .map(|tag| (tag.id.as_str(), tag.name("en")))
        .collect();
    let people = analyst_names(&set.analysts);
    let mut bytes = Vec::new();
    if bom {
        bytes.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(bytes);
    let unwritable = |error: ::csv::Error| FormatError::Unwritable(error.to_string());
    let with_status = set
        .documents
        .iter()
        .any(|document| document.marks.iter().any(|mark| mark.suggested));
    let more: &[&str] = if with_status { &STATUS_COLUMNS } else { &[] };
    table
        .write_record(COLUMNS.iter().chain(more))
        .map_err(unwritable)?;
    let (mut long, mut empty_documents) = (0, 0);
    let mut same_name: BTreeMap<&str, usize> = BTreeMap::new();
    for document in &set.documents {
        *same_name.entry(document.name()).or_default() += 1;
    }
    for document in &set.documents {
        let name = if same_name
            .get(document.name())
            .is_some_and(|&count| count > 1)
        {
            format!("{} ({})", document.name(), document.id)
        } else {
            document.name().to_owned()
        };
        empty_documents += usize::from(document.marks.is_empty());
        let text = document.text.as_deref().unwrap_or_default();
        let places = CodePoints::of(text);
        for mark in &document.marks {
            let label = tag_labels
                .get(mark.tag.as_str())
                .map_or(mark.tag.as_str(), String::as_str);
            let by = mark
                .by
                .as_deref()
                .map_or("", |by| people.get(by).copied().unwrap_or(by));
            let row = |number: usize, fragment: Option<&Fragment>| {
                let count = |pick: fn(&Fragment) -> usize| {
                    fragment.map_or_else(String::new, |fragment| pick(fragment).to_string())
                };
                let units = |pick: fn(&Fragment) -> usize| {
                    fragment.map_or_else(String::new, |f| places.utf16(pick(f)).to_string())
                };
                let (before, after) = fragment.map_or(("", ""), |f| context(&places, f));
                let mut cells = vec![
                    guard(&name).into_owned(),
                    guard(document.source.as_deref().unwrap_or_default()).into_owned(),
                    guard(&mark.id).into_owned(),
                    number.to_string(),
                    guard(label).into_owned(),
                    guard(
                        tag_names
                            .get(mark.tag.as_str())
                            .copied()
                            .unwrap_or_default(),
                    )
                    .into_owned(),
                    count(|f| f.start),
                    count(|f| f.end),
                    units(|f| f.start),
                    units(|f| f.end),
                    guard(fragment.map_or("", |f| f.quote.as_str())).into_owned(),
                    guard(&mark.note).into_owned(),
                    guard(by).into_owned(),
                    mark.at.map(|at| at.to_string()).unwrap_or_default(),
                    guard(before).into_owned(),
                    guard(after).into_owned(),
                    COUNTING.to_owned(),
                ];
                if with_status {
                    let (status, confidence) = status_of(mark);
                    cells.extend([status.to_owned(), confidence]);
                }
                cells
            };
            if mark.fragments.is_empty() {
                table.write_record(row(0, None)).map_err(unwritable)?;
            }
            for (number, fragment) in mark.fragments.iter().enumerate() {
                long += usize::from(fragment.quote.encode_utf16().count() > LONGEST_CELL);
                table
                    .write_record(row(number, Some(fragment)))
                    .map_err(unwritable)?;
            }
        }
    }
    let bytes = table
        .into_inner()
        .map_err(|error| FormatError::Unwritable(error.to_string()))?;
    let mut lost = vec![];
    lost.extend(Loss::some(LossKind::Texts, set.documents.len()));
    lost.extend(Loss::some(LossKind::DocumentsWithoutMarks, empty_documents));
    lost.extend(Loss::some(LossKind::LongCells, long));
    lost.extend(super::losses_outside_marks(set));
    lost.extend(Loss::some(LossKind::TagTree, set.tags.len()));
    Ok(Written { bytes, lost })
}

/// What the last columns say of a mark.
fn status_of(mark: &SetMark) -> (&'static str, String) {
    if mark.suggested {
        let confidence = mark.confidence.map(|value| value.to_string());
        (super::SUGGESTED, confidence.unwrap_or_default())
    } else {
        ("annotated", String::new())
    }
}

/// Up to 40 code points before and after a place.
fn context<'a>(places: &CodePoints<'a>, fragment: &Fragment) -> (&'a str, &'a str) {
    let before = places.slice(fragment.start.saturating_sub(CONTEXT), fragment.start);
    let after = places.slice(fragment.end, (fragment.end + CONTEXT).min(places.count()));
    (before.unwrap_or_default(), after.unwrap_or_default())
}

/// What makes a spreadsheet run a cell (also in full width), or hides such a
/// character from a check of the first one.
fn is_formula_start(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\t'
            | '\r'
            | '\n'
            | '\u{ff1d}'
            | '\u{ff0b}'
            | '\u{ff0d}'
            | '\u{ff20}'
    )
}

/// Puts an apostrophe before a cell that begins like a formula, whatever
/// apostrophes stand before it already.
pub(super) fn guard(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches('\'').starts_with(is_formula_start) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Takes away the apostrophe that [`guard`] put there.
pub(super) fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(is_formula_start) => rest,
        _ => cell,
    }
}

fn broken(error: &::csv::Error) -> FormatError {
    let line = error.position().map_or(0, ::csv::Position::line);
    FormatError::Malformed {
        format: TITLE,
        place: if line == 0 {
            "at the top".to_owned()
        } else {
            format!("line {line}")
        },
        reason: error.to_string(),
    }
}

/// Reads a table. Its documents have no text; their marks are placed on one by
/// [`SetDocument::give_text`].
pub(super) fn read(bytes: &[u8]) -> Result<ReadSet, FormatError> {
    let text = super::text_source(bytes, TITLE)?;
    let mut table = ::csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns = Columns::of(table.headers().map_err(|error| broken(&error))?)?;
    let mut set = AnnotatedSet::default();
    let mut documents: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut marks: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for row in table.records() {
        let row = row.map_err(|error| broken(&error))?;
        let place = || format!("line {}", row.position().map_or(0, ::csv::Position::line));
        let cell = |column: Option<usize>| {
            unguard(
                column
                    .and_then(|column| row.get(column))
                    .unwrap_or_default(),
            )
        };
        if row.iter().all(str::is_empty) {
            continue;
        }
        let key = (
            cell(columns.document).to_owned(),
            cell(columns.source).to_owned(),
        );
        let next = set.documents.len();
        let index = *documents.entry(key).or_insert(next);
        if index == next {
            set.documents.push(SetDocument {
                title: cell(columns.document).to_owned(),
                source: Some(cell(columns.source).to_owned()).filter(|source| !source.is_empty()),
                version: 1,
                ..SetDocument::default()
            });
        }
        let tag = cell(columns.tag);
        let by = Some(cell(columns.by).to_owned()).filter(|by| !by.is_empty());
        if let Some(by) = &by {
            set.know_analyst(by);
        }
        let fragment = fragment(&columns, &row, cell(columns.quote)).map_err(|reason| {
            FormatError::Malformed {
                format: TITLE,
                place: place(),
                reason,
            }
        })?;
        set.know_tag(tag, Some(cell(columns.tag_name)), fragment.is_none());
        let Some(document) = set.documents.get_mut(index) else {
            continue;
        };
        let id = cell(columns.mark);
        let new = document.marks.len();
        let known = if id.is_empty() {
            new
        } else {
            *marks.entry((index, id.to_owned())).or_insert(new)
        };
        if known == new {
            document.marks.push(SetMark {
                id: id.to_owned(),
                tag: tag.to_owned(),
                note: cell(columns.note).to_owned(),
                by,
                at: cell(columns.at).parse::<Timestamp>().ok(),
                suggested: cell(columns.status) == super::SUGGESTED,
                confidence: Some(cell(columns.status))
                    .filter(|status| *status == super::SUGGESTED)
                    .and_then(|_| cell(columns.confidence).parse().ok()),
                ..SetMark::default()
            });
        }
        if let Some(mark) = document.marks.get_mut(known) {
            mark.fragments.extend(fragment);
        }
    }
    Ok(ReadSet {
        set,
        remarks: Vec::new(),
    })
}

/// Excel writes `;` where the comma is the decimal sign, and tabs in "Unicode
/// text": the header row decides.
pub(super) fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |delimiter: char| header.matches(delimiter).count();
    [(b',', count(',')), (b';', count(';')), (b'\t', count('\t'))]
        .into_iter()
        .max_by_key(|(delimiter, count)| (*count, *delimiter == b','))
        .map_or(b',', |(delimiter, _)| delimiter)
}

/// Where each column stands; columns may be moved, and others added.
struct Columns {
    document: Option<usize>,
    source: Option<usize>,
    mark: Option<usize>,
    tag: Option<usize>,
    tag_name: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    start_utf16: Option<usize>,
    end_utf16: Option<usize>,
    quote: Option<usize>,
    note: Option<usize>,
    by: Option<usize>,
    at: Option<usize>,
    status: Option<usize>,
    confidence: Option<usize>,
}

impl Columns {
    fn of(header: &::csv::StringRecord) -> Result<Self, FormatError> {
        let find = |name: &str| header.iter().position(|column| column.trim() == name);
        for name in ["document", "tag", "start", "end"] {
            if find(name).is_none() {
                return Err(FormatError::Malformed {
                    format: TITLE,
                    place: "line 1".to_owned(),
                    reason: format!("there is no column \"{name}\""),
                });
            }
        }
        Ok(Self {
            document: find("document"),
            source: find("source"),
            mark: find("mark id"),
            tag: find("tag"),
            tag_name: find("tag name"),
            start: find("start"),
            end: find("end"),
            start_utf16: find("start_utf16"),
            end_utf16: find("end_utf16"),
            quote: find("quote"),
            note: find("note"),
            by: find("by"),
            at: find("at"),
            status: find("status"),
            confidence: find("confidence"),
        })
    }
}

/// The place a row describes; `None` for a mark on the whole document.
fn fragment(
    columns: &Columns,
    row: &::csv::StringRecord,
    quote: &str,
) -> Result<Option<Fragment>, String> {
    let number = |column: Option<usize>, name: &str| {
        let cell = column
            .and_then(|column| row.get(column))
            .unwrap_or_default()
            .trim();
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse::<usize>()
            .map(Some)
            .map_err(|_| format!("\"{cell}\" in the column \"{name}\" is not a whole number"))
    };
    let start = number(columns.start, "start")?;
    let end = number(columns.end, "end")?;
    let utf16 =
        number(columns.start_utf16, "start_utf16")?.zip(number(columns.end_utf16, "end_utf16")?);
    match (start, end) {
        (None, None) => Ok(None),
        (Some(start), Some(end)) => Ok(Some(Fragment {
            start,
            end,
            quote: quote.to_owned(),
            utf16,
        })),
        _ => Err("only one of \"start\" and \"end\" is given".to_owned()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_formula_is_guarded_and_an_apostrophe_is_not() {
        for (cell, guarded) in [
            ("=1+1", "'=1+1"),
            ("-----", "'-----"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("'=x", "''=x"),
            ("''+x", "'''+x"),
            ("＝١", "'＝١"),
            ("'tis", "'tis"),
            ("'", "'"),
            ("قسد", "قسد"),
            ("", ""),
        ] {
            assert_eq!(guard(cell), guarded);
            assert_eq!(unguard(guarded), cell);
        }
    }

    #[test]
    fn the_delimiter_of_other_spreadsheets_is_found() {
        assert_eq!(delimiter("document,tag,start\r\n\"a;b;c;d\",,"), b',');
        assert_eq!(delimiter("document;tag;start"), b';');
        assert_eq!(delimiter("document\ttag\tstart"), b'\t');
        assert_eq!(delimiter(""), b',');
    }

    #[test]
    fn wrong_tables_are_refused_in_words() {
        let message = |table: &str| read(table.as_bytes()).unwrap_err().to_string();
        assert!(message("a,b\n1,2").contains("no column \"document\""));
        assert!(
            message("document,tag,start,end\nd,t,x,3").contains("\"x\" in the column \"start\"")
        );
        assert!(message("document,tag,start,end\nd,t,,3").contains("(line 2)"));
        assert!(read(b"").is_err());
    }

    proptest! {
        #[test]
        fn guarding_is_undone(cell in "['=+@\\-\\t\\rا-ي]{0,6}") {
            let guarded = guard(&cell).into_owned();
            prop_assert_eq!(unguard(&guarded), &cell);
            prop_assert!(!guarded.starts_with(is_formula_start));
        }
    }
}
