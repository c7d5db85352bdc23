//! JSON Lines in the shape spaCy and Prodigy use: one document to a line, with
//! tokens and spans.
//!
//! Offsets are code points; `end` is exclusive, `token_end` is the index of
//! the last token (inclusive), as there. Tokens are cut at every edge of a
//! mark (`tokens`), so that no span is ever refused or dropped. Marks that have
//! no token stand under keys of their own, which those tools do not read:
//! `points` (empty marks) and `document_marks` (marks on the whole document).
//!
//! Invariant: `" "` and tokens put together are the text, and the text from
//! the start of token `token_start` to the end of token `token_end` is the
//! span's.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::labels::{analyst_names, labels};
use super::report::{Loss, LossKind, Remark};
use super::set::{RawMark, Reading, place};
use super::tokens::tokenize;
use super::{AnnotatedSet, FormatError, ReadSet, SetDocument, SetMark, Written, json_source};
use crate::model::{OffsetTable, Span, Timestamp};

/// The name of the format in messages.
const TITLE: &str = "JSON Lines (spaCy, Prodigy)";
/// What every line says about its offsets.
const COUNTING: &str = "code points, end exclusive, logical order";

#[derive(Serialize)]
struct WrittenLine<'a> {
    text: &'a str,
    tokens: Vec<WrittenToken<'a>>,
    spans: Vec<WrittenSpan<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    points: Vec<WrittenSpan<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    document_marks: Vec<WrittenSpan<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<WrittenSpan<'a>>,
    answer: &'static str,
    meta: WrittenMeta<'a>,
}

#[derive(Serialize)]
struct WrittenToken<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    id: usize,
    ws: bool,
}

#[derive(Serialize)]
struct WrittenSpan<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_end: Option<usize>,
    label: &'a str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fragment: Option<usize>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: &'a Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f32>,
}

#[derive(Serialize)]
struct WrittenMeta<'a> {
    document: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: &'a Option<String>,
    offsets: &'static str,
}

/// Writes a set.
pub(super) fn write(set: &AnnotatedSet) -> Result<Written, FormatError> {
    let labels = labels(&set.tags);
    let names = analyst_names(&set.analysts);
    let mut out = String::new();
    let mut lost = LossCounts::default();
    for document in &set.documents {
        let line = written_line(document, &labels, &names, &mut lost);
        // Three characters that JSON allows inside a string and that some
        // readers take for the end of a line.
        let line = serde_json::to_string(&line)?
            .replace('\u{85}', "\\u0085")
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029");
        out.push_str(&line);
        out.push('\n');
    }
    let mut lost = lost.into_losses();
    lost.extend(super::losses_outside_marks(set));
    lost.extend(Loss::some(LossKind::TagTree, set.tags.len()));
    Ok(Written {
        bytes: out.into_bytes(),
        lost,
    })
}

#[derive(Default)]
struct LossCounts {
    split: usize,
    empty: usize,
    whole: usize,
    edges_inside: usize,
    white_space: usize,
}

impl LossCounts {
    fn into_losses(self) -> Vec<Loss> {
        [
            (LossKind::SplitMarks, self.split),
            (LossKind::EmptyMarks, self.empty),
            (LossKind::DocumentMarks, self.whole),
            (LossKind::EdgesInsideWords, self.edges_inside),
            (LossKind::WhiteSpaceEdges, self.white_space),
        ]
        .into_iter()
        .filter_map(|(kind, count)| Loss::some(kind, count))
        .collect()
    }

    fn count(&mut self, mark: &SetMark) {
        self.split += usize::from(mark.fragments.len() > 1);
        self.whole += usize::from(mark.fragments.is_empty());
        self.empty += usize::from(mark.fragments.iter().any(|f| f.start == f.end));
        let blank = |quote: &str| {
            quote.starts_with(char::is_whitespace) || quote.ends_with(char::is_whitespace)
        };
        self.white_space += usize::from(mark.fragments.iter().any(|f| blank(&f.quote)));
    }
}

fn written_line<'a>(
    document: &'a SetDocument,
    labels: &'a BTreeMap<&'a str, String>,
    names: &'a BTreeMap<&'a str, &'a str>,
    lost: &mut LossCounts,
) -> WrittenLine<'a> {
    let text = document.text.as_deref().unwrap_or_default();
    let table = OffsetTable::new(text);
    let byte = |code_point| table.byte_of_code_point(code_point).unwrap_or(text.len());
    let marked: Vec<Span> = document
        .marks
        .iter()
        // Nothing is cut at the edges of what may never be a mark.
        .filter(|mark| !mark.suggested)
        .flat_map(|mark| &mark.fragments)
        .map(|fragment| Span::new(byte(fragment.start), byte(fragment.end)))
        .collect();
    let found = tokenize(text, &marked);
    lost.edges_inside += found.edges_inside;
    let tokens: Vec<WrittenToken<'_>> = found
        .tokens
        .iter()
        .enumerate()
        .map(|(id, token)| WrittenToken {
            text: token.span.of(text).unwrap_or_default(),
            start: table.code_point_of_byte(token.span.start),
            end: table.code_point_of_byte(token.span.end),
            id,
            ws: token.space_after,
        })
        .collect();
    let mut spans = Vec::new();
    let mut points = Vec::new();
    let mut document_marks = Vec::new();
    let mut suggestions = Vec::new();
    for mark in &document.marks {
        if !mark.suggested {
            lost.count(mark);
        }
        let several = mark.fragments.len() > 1;
        let label = labels
            .get(mark.tag.as_str())
            .map_or(mark.tag.as_str(), String::as_str);
        let blank = WrittenSpan {
            start: None,
            end: None,
            token_start: None,
            token_end: None,
            label,
            id: &mark.id,
            fragment: None,
            text: "",
            tag: (label != mark.tag).then_some(mark.tag.as_str()),
            note: &mark.note,
            by: mark
                .by
                .as_deref()
                .map(|by| names.get(by).copied().unwrap_or(by)),
            at: &mark.at,
            status: mark.suggested.then_some(super::SUGGESTED),
            confidence: mark.confidence.filter(|_| mark.suggested),
        };
        if mark.fragments.is_empty() {
            document_marks.push(blank);
            continue;
        }
        for (number, fragment) in mark.fragments.iter().enumerate() {
            let placed = WrittenSpan {
                start: Some(fragment.start),
                end: Some(fragment.end),
                fragment: several.then_some(number),
                text: &fragment.quote,
                ..blank
            };
            if mark.suggested {
                suggestions.push(placed);
            } else if fragment.start == fragment.end {
                points.push(placed);
            } else {
                let first = tokens.partition_point(|token| token.end <= fragment.start);
                let after = tokens.partition_point(|token| token.end <= fragment.end);
                spans.push(WrittenSpan {
                    token_start: Some(first),
                    token_end: Some(after.saturating_sub(1)),
                    ..placed
                });
            }
        }
    }
    spans.sort_by_key(|span| (span.start, span.end));
    WrittenLine {
        text,
        tokens,
        spans,
        points,
        document_marks,
        suggestions,
        answer: "accept",
        meta: WrittenMeta {
            document: &document.id,
            title: &document.title,
            source: &document.source,
            sha256: &document.sha256,
            offsets: COUNTING,
        },
    }
}

#[derive(Deserialize)]
struct FoundLine {
    text: String,
    #[serde(default)]
    tokens: Option<Vec<FoundToken>>,
    #[serde(default)]
    spans: Option<Vec<FoundSpan>>,
    #[serde(default)]
    points: Vec<FoundSpan>,
    #[serde(default)]
    document_marks: Vec<FoundSpan>,
    #[serde(default)]
    suggestions: Vec<FoundSpan>,
    #[serde(default)]
    answer: Option<String>,
    #[serde(default)]
    meta: serde_json::Value,
    #[serde(default, rename = "_annotator_id")]
    annotator: Option<String>,
}

#[derive(Deserialize)]
struct FoundToken {
    text: String,
    start: usize,
    end: usize,
}

#[derive(Deserialize, Clone)]
struct FoundSpan {
    #[serde(default)]
    start: Option<usize>,
    #[serde(default)]
    end: Option<usize>,
    #[serde(default)]
    token_start: Option<usize>,
    #[serde(default)]
    token_end: Option<usize>,
    label: String,
    /// Our own lines have texts here, others also numbers.
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    fragment: Option<usize>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    tag: Option<String>,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    at: Option<Timestamp>,
    #[serde(default)]
    confidence: Option<f32>,
}

/// Reads a set. Lines with the same text (several annotators' answers) become
/// one document.
pub(super) fn read(bytes: &[u8], reading: Reading) -> Result<ReadSet, FormatError> {
    let mut remarks = Vec::new();
    let source = json_source(bytes, TITLE, &mut remarks)?;
    let mut set = AnnotatedSet::default();
    let mut by_text: BTreeMap<(String, Arc<str>), usize> = BTreeMap::new();
    for (index, line) in source.split('\n').enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let found: FoundLine = serde_json::from_str(line)
            .map_err(|error| super::malformed_json(TITLE, &error, index))?;
        let document = document_of(&found, &mut set, &mut by_text);
        match found.answer.as_deref() {
            None | Some("accept") => {}
            Some(answer) => {
                remarks.push(Remark::NotAccepted {
                    line: index + 1,
                    answer: answer.to_owned(),
                });
                continue;
            }
        }
        let raw = raw_marks(&found, &mut set, reading, index + 1, &mut remarks);
        if let Some(document) = set.documents.get_mut(document) {
            let name = document.name().to_owned();
            document
                .marks
                .extend(place(&name, &found.text, raw, reading, &mut remarks));
        }
    }
    Ok(ReadSet { set, remarks })
}

/// The index of the document this line belongs to; new if need be.
fn document_of(
    found: &FoundLine,
    set: &mut AnnotatedSet,
    by_text: &mut BTreeMap<(String, Arc<str>), usize>,
) -> usize {
    let meta = |key: &str| {
        found
            .meta
            .get(key)
            .and_then(serde_json::Value::as_str)
            .map(str::to_owned)
    };
    let id = meta("document").unwrap_or_default();
    let text: Arc<str> = Arc::from(found.text.as_str());
    let next = set.documents.len();
    let index = *by_text
        .entry((id.clone(), Arc::clone(&text)))
        .or_insert(next);
    if index == next {
        set.documents.push(SetDocument {
            id,
            title: meta("title").unwrap_or_default(),
            source: meta("source"),
            sha256: meta("sha256"),
            version: 1,
            text: Some(text),
            ..SetDocument::default()
        });
    }
    index
}

fn raw_marks(
    found: &FoundLine,
    set: &mut AnnotatedSet,
    reading: Reading,
    line: usize,
    remarks: &mut Vec<Remark>,
) -> Vec<RawMark> {
    let tokens = found.tokens.as_deref().unwrap_or_default();
    let mut raw: Vec<RawMark> = Vec::new();
    // Pieces of one mark carry the same id and a number each; equal ids alone
    // mean nothing, since other programs number their spans by other rules.
    let mut split: BTreeMap<String, usize> = BTreeMap::new();
    let spans = found
        .spans
        .iter()
        .flatten()
        .chain(&found.points)
        .chain(&found.document_marks)
        .map(|span| (span, false))
        .chain(found.suggestions.iter().map(|span| (span, true)));
    for (span, suggested) in spans {
        let id = match &span.id {
            serde_json::Value::String(id) => id.clone(),
            serde_json::Value::Number(id) => id.to_string(),
            _ => String::new(),
        };
        let piece = piece_of(span, tokens, reading);
        if let Ok(piece) = &piece
            && span.fragment.is_some()
            && let Some(first) = split.get(&id).and_then(|&index| raw.get_mut(index))
        {
            first.pieces.extend(piece.clone());
            continue;
        }
        let Ok(piece) = piece else {
            remarks.push(Remark::Misplaced {
                document: format!("line {line}"),
                mark: id,
                quote: span.text.clone(),
            });
            continue;
        };
        let tag = span.tag.as_deref().unwrap_or(&span.label);
        set.know_tag(tag, Some(&span.label), piece.is_none());
        let by = span.by.as_ref().or(found.annotator.as_ref());
        if let Some(by) = by {
            set.know_analyst(by);
        }
        if span.fragment.is_some() {
            split.insert(id.clone(), raw.len());
        }
        raw.push(RawMark {
            mark: SetMark {
                id,
                tag: tag.to_owned(),
                note: span.note.clone().unwrap_or_default(),
                by: by.cloned(),
                at: span.at,
                confidence: span.confidence.filter(|_| suggested),
                suggested,
                ..SetMark::default()
            },
            pieces: piece.into_iter().collect(),
        });
    }
    for mark in &mut raw {
        mark.pieces.sort_by_key(|(start, end, _)| (*start, *end));
    }
    raw
}

/// Where a span stands, as start, end and quote; `None` for a mark on the
/// whole document. An error if it names tokens that do not exist, or, when our
/// own work is checked, tokens that stand elsewhere than its offsets say.
fn piece_of(
    span: &FoundSpan,
    tokens: &[FoundToken],
    reading: Reading,
) -> Result<Option<(usize, usize, Option<String>)>, ()> {
    let numbers = span.token_start.zip(span.token_end);
    let by_tokens = numbers.and_then(|(first, last)| {
        tokens
            .get(first)
            .zip(tokens.get(last))
            .map(|(first, last)| (first.start, last.end))
    });
    let offsets = span.start.zip(span.end);
    let (start, end) = match (offsets, by_tokens) {
        (None, None) if numbers.is_none() => return Ok(None),
        (None, Some(place)) => place,
        (Some(place), same) => {
            if reading == Reading::Strict && numbers.is_some() && same != Some(place) {
                return Err(());
            }
            place
        }
        (None, None) => return Err(()),
    };
    // Lines without quotes still have one where a span is a single token.
    let quote = span.text.clone().or_else(|| {
        let at = tokens.partition_point(|token| token.start < start);
        let token = tokens
            .get(at)
            .filter(|token| (token.start, token.end) == (start, end))?;
        Some(token.text.clone())
    });
    Ok(Some((start, end, quote)))
}

/// In lines we wrote, the tokens rebuild the text; checked when an export is
/// verified. Returns the number (from 1) of the first line that fails.
pub(super) fn first_line_with_wrong_tokens(bytes: &[u8]) -> Option<usize> {
    #[derive(Deserialize)]
    struct Line {
        text: String,
        tokens: Vec<Token>,
    }
    #[derive(Deserialize)]
    struct Token {
        text: String,
        start: usize,
        end: usize,
        id: usize,
        ws: bool,
    }
    let is_right = |line: &[u8]| {
        let Ok(line) = serde_json::from_slice::<Line>(line) else {
            return false;
        };
        let mut rebuilt = String::with_capacity(line.text.len());
        let mut count = 0;
        for (index, token) in line.tokens.iter().enumerate() {
            let length = token.text.chars().count();
            if (token.start, token.end, token.id) != (count, count + length, index) {
                return false;
            }
            rebuilt.push_str(&token.text);
            count += length;
            if token.ws {
                rebuilt.push(' ');
                count += 1;
            }
        }
        rebuilt == line.text
    };
    bytes
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty())
        .position(|line| !is_right(line))
        .map(|index| index + 1)
}
