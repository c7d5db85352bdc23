//! Marked text in one line, for tests of every folder and for examples.
//!
//! `سافر [أحمد|PERSON] إلى [دمشق|PLACE]` is a text with two marks. Marks may
//! be nested. Marks with the same number are one mark with several places:
//! `[قوات|GROUP#1] مهمة [سورية|GROUP#1]`. A backslash makes the next character
//! plain. Labels are tag ids in any case, or the usual short forms of corpora
//! (ORG, LOC, FAC, NORP, …); a label no tag has becomes a new tag.
//!
//! **Invariant:** reading never fails: a bracket without partner or label is
//! text.

use super::{
    Analyst, Annotation, Document, Edit, Id, Project, Span, Tag, TagKind, Timestamp, Transaction,
};
use std::collections::BTreeMap;

/// The id of the document made by [`marked`].
pub const DOCUMENT: &str = "d1";
/// The id of the analyst made by [`marked`].
pub const ANALYST: &str = "analyst";

/// A project with one document (id [`DOCUMENT`]) that holds the text without
/// its brackets, and its marks (ids `a1`, `a2`, … in order of their closing
/// brackets), made at the Unix epoch by the analyst [`ANALYST`].
pub fn marked(notation: &str) -> Project {
    let (text, marks) = read(notation);
    let analyst = Analyst::new(Id::new(ANALYST), "Analyst");
    let at = Timestamp::UNIX_EPOCH;
    let mut project = Project::new("marked", analyst);
    let document = Document::new(Id::new(DOCUMENT), "marked", text, at);
    let mut edits = vec![Edit::create(document)];
    let mut order = project.counts().tags as u32;
    let mut seen: Vec<Id> = Vec::new();
    for (index, (label, spans)) in marks.into_iter().enumerate() {
        let tag = tag_of_label(&label);
        if project.tag(&tag).is_none() && !seen.contains(&tag) {
            edits.push(Edit::create(new_tag(&tag, &label, order)));
            seen.push(tag.clone());
            order += 1;
        }
        edits.push(Edit::create(Annotation::new(
            Id::new(format!("a{}", index + 1)),
            Id::new(DOCUMENT),
            spans,
            tag,
            Id::new(ANALYST),
            at,
        )));
    }
    let transaction = Transaction::new(
        Id::new("marked"),
        at,
        Id::new(ANALYST),
        "document.import",
        edits,
    );
    let applied = project.apply(&transaction);
    debug_assert_eq!(applied, Ok(()), "{notation}");
    project
}

/// The marks of a document in order, each as `words|tag`, holes as ` … `.
pub fn marks(project: &Project, document: &Id) -> Vec<String> {
    let text = project.document(document).map_or("", |d| &d.text);
    project
        .annotations_of(document)
        .map(|mark| format!("{}|{}", mark.quote(text), mark.tag))
        .collect()
}

/// A label with its number (if any) and the places it marks.
type Mark = (String, Vec<Span>);

fn read(notation: &str) -> (String, Vec<Mark>) {
    let mut text = String::with_capacity(notation.len());
    // For each open bracket: where its words start, and where its last bar is.
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    let mut numbered: BTreeMap<String, usize> = BTreeMap::new();
    let mut closers = unmatched_openers(notation).into_iter().peekable();
    let mut characters = notation.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => text.extend(characters.next().map(|(_, next)| next)),
            '[' if closers.next_if_eq(&at).is_some() => text.push('['),
            '[' => {
                // A label holds no mark: the bar before this one was text.
                if let Some(outer) = open.last_mut() {
                    outer.1 = None;
                }
                open.push((text.len(), None));
            }
            '|' if !open.is_empty() => {
                if let Some(last) = open.last_mut() {
                    last.1 = Some(text.len());
                }
                text.push('|');
            }
            ']' => match open.pop() {
                Some((start, Some(bar))) => {
                    let label = text.split_off(bar).split_off(1);
                    let span = Span::new(start, bar);
                    let index = *numbered.entry(label.clone()).or_insert(marks.len());
                    match marks.get_mut(index) {
                        Some((_, spans)) if label.contains('#') => spans.push(span),
                        _ => marks.push((label, vec![span])),
                    }
                }
                Some((start, None)) => {
                    text.insert(start, '[');
                    for span in marks.iter_mut().flat_map(|(_, spans)| spans) {
                        if span.start >= start {
                            *span = Span::new(span.start + 1, span.end + 1);
                        }
                    }
                    text.push(']');
                }
                None => text.push(']'),
            },
            plain => text.push(plain),
        }
    }
    for (_, spans) in &mut marks {
        spans.sort_unstable();
    }
    (text, marks)
}

/// Byte offsets of opening brackets that are never closed.
fn unmatched_openers(notation: &str) -> Vec<usize> {
    let mut open = Vec::new();
    let mut characters = notation.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '[' => open.push(at),
            ']' => drop(open.pop()),
            _ => {}
        }
    }
    open
}

fn tag_of_label(label: &str) -> Id {
    let label = label
        .split('#')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    Id::new(match label.as_str() {
        "per" => "person",
        "org" | "organization" => "organisation",
        "loc" | "gpe" => "place",
        "fac" => "facility",
        "norp" => "people",
        "num" => "number",
        "email" | "url" => "address",
        other => other,
    })
}

fn new_tag(id: &Id, label: &str, order: u32) -> Tag {
    let name = label.split('#').next().unwrap_or_default().trim();
    let names = BTreeMap::from([("en".to_owned(), name.to_owned())]);
    Tag {
        order,
        ..Tag::new(id.clone(), TagKind::Entity, names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_and_marks(notation: &str) -> (String, Vec<String>) {
        let project = marked(notation);
        let id = Id::new(DOCUMENT);
        let text = project.document(&id).map(|d| d.text.to_string());
        (text.unwrap_or_default(), marks(&project, &id))
    }

    #[test]
    fn brackets_become_marks() {
        let (text, marks) = text_and_marks("سافر [أحمد|PERSON] إلى [دمشق|PLACE]");
        assert_eq!(text, "سافر أحمد إلى دمشق");
        assert_eq!(marks, ["أحمد|person", "دمشق|place"]);
    }

    #[test]
    fn marks_nest_share_a_place_and_may_be_empty() {
        let (text, marks) =
            text_and_marks("[قوات [سوريا|LOC] الديمقراطية|GROUP]، [[قسد|ORG]|GROUP][|X]");
        assert_eq!(text, "قوات سوريا الديمقراطية، قسد");
        assert_eq!(
            marks,
            [
                "قوات سوريا الديمقراطية|group",
                "سوريا|place",
                "قسد|organisation",
                "قسد|group",
                "|x"
            ]
        );
    }

    #[test]
    fn equal_numbers_make_one_mark() {
        let (_, marks) = text_and_marks("[قوات|GROUP#1] مهمة [سورية|GROUP#1] و[جيش|GROUP#2]");
        assert_eq!(marks, ["قوات … سورية|group", "جيش|group"]);
    }

    #[test]
    fn what_is_no_mark_is_text() {
        for plain in ["a|b", "] a", "[ a", "[a]", "[", "]", "|", "[[", "]["] {
            let (text, marks) = text_and_marks(plain);
            assert_eq!((text.as_str(), marks.len()), (plain, 0));
        }
        let (text, marks) = text_and_marks("[a|b [c|X] d]");
        assert_eq!(
            (text.as_str(), marks),
            ("[a|b c d]", vec!["c|x".to_owned()])
        );
        assert_eq!(text_and_marks("\\[a\\|b\\]\\\\").0, "[a|b]\\");
        let (text, marks) = text_and_marks("[a [b|PERSON] c]");
        assert_eq!(
            (text.as_str(), marks),
            ("[a b c]", vec!["b|person".to_owned()])
        );
        let (text, marks) = text_and_marks("[a [b|PERSON] c");
        assert_eq!(
            (text.as_str(), marks),
            ("[a b c", vec!["b|person".to_owned()])
        );
    }
}
