//! Compares what stands in an exported file with the project.
//!
//! The file has been read from disk by the reader of its format; here every
//! mark of the project is looked for in it. Offsets are measured anew, with a
//! table the writers do not use.
//!
//! Invariant: a mark counts as verified only if every piece of it was found,
//! at its place, with its words, and with the same tag.

use std::collections::{BTreeMap, BTreeSet};

use super::code_points::CodePoints;
use super::gathering::selected;
use super::labels::labels;
use super::{AnnotatedSet, ExportOptions, OpenSuggestion, SetMark};
use crate::model::{Annotation, Id, Project, Tag};

/// How many marks were to be written, and which were not found again.
pub(super) struct Verified {
    pub(super) total: usize,
    pub(super) failed: Vec<String>,
    /// The suggestions that were not found again.
    pub(super) failed_suggestions: Vec<String>,
}

/// Looks for every selected mark of the project in the set read back.
pub(super) fn verify(project: &Project, options: &ExportOptions, found: &AnnotatedSet) -> Verified {
    let tags: Vec<Tag> = project.tags().cloned().collect();
    let labels = labels(&tags);
    let mut by_id: BTreeMap<&str, (usize, &SetMark)> = BTreeMap::new();
    let mut seen_twice: BTreeSet<&str> = BTreeSet::new();
    for (number, document) in found.documents.iter().enumerate() {
        for mark in document.marks.iter().filter(|mark| !mark.suggested) {
            if by_id.insert(&mark.id, (number, mark)).is_some() {
                seen_twice.insert(&mark.id);
            }
        }
    }
    let mut total = 0;
    let mut failed = Vec::new();
    for document in project.documents() {
        let places = CodePoints::of(&document.text);
        // Texts are long: each pair is compared once, not for every mark.
        let mut same_text: BTreeMap<usize, bool> = BTreeMap::new();
        for mark in selected(project, document, options) {
            total += 1;
            let is_there = by_id
                .remove(mark.id.as_str())
                .is_some_and(|(number, same)| {
                    let text_is_same = *same_text.entry(number).or_insert_with(|| {
                        let written = found.documents.get(number).and_then(|d| d.text.as_ref());
                        written.is_none_or(|text| *text == document.text)
                    });
                    let label = labels
                        .get(mark.tag.as_str())
                        .map_or(mark.tag.as_str(), String::as_str);
                    text_is_same
                        && (same.tag == mark.tag.as_str() || same.tag == label)
                        && pieces_agree(mark, same, &places)
                });
            if !is_there || seen_twice.contains(mark.id.as_str()) {
                failed.push(mark.id.as_str().to_owned());
            }
        }
    }
    // What stands in the file and not in the project is as wrong.
    failed.extend(by_id.into_keys().map(str::to_owned));
    Verified {
        total,
        failed,
        failed_suggestions: failed_suggestions(project, options, found, &labels),
    }
}

/// Looks for every suggestion, by its number, in the set read back: at its
/// place, with its words and its tag, and called a suggestion. What is called
/// one and was not asked for has failed too.
fn failed_suggestions(
    project: &Project,
    options: &ExportOptions,
    found: &AnnotatedSet,
    labels: &BTreeMap<&str, String>,
) -> Vec<String> {
    let all = found.documents.iter().flat_map(|document| &document.marks);
    let mut by_id: BTreeMap<&str, &SetMark> = all
        .filter(|mark| mark.suggested)
        .map(|mark| (mark.id.as_str(), mark))
        .collect();
    let mut failed = Vec::new();
    let mut places: BTreeMap<&Id, CodePoints<'_>> = BTreeMap::new();
    for (index, one) in options.suggestions.iter().enumerate() {
        let id = OpenSuggestion::id(index);
        let Some(document) = project.document(&one.document) else {
            continue;
        };
        let places = places
            .entry(&document.id)
            .or_insert_with(|| CodePoints::of(&document.text));
        let is_there = by_id.remove(id.as_str()).is_some_and(|same| {
            let label = labels.get(one.tag.as_str());
            let [fragment] = same.fragments.as_slice() else {
                return false;
            };
            (same.tag == one.tag.as_str() || Some(&same.tag) == label)
                && places.byte(fragment.start) == Some(one.span.start)
                && places.byte(fragment.end) == Some(one.span.end)
                && one.span.of(&document.text) == Some(fragment.quote.as_str())
        });
        if !is_there {
            failed.push(id);
        }
    }
    failed.extend(by_id.into_keys().map(str::to_owned));
    failed
}

fn pieces_agree(mark: &Annotation, found: &SetMark, places: &CodePoints<'_>) -> bool {
    mark.spans.len() == found.fragments.len()
        && mark
            .spans
            .iter()
            .zip(&found.fragments)
            .all(|(span, fragment)| {
                let in_utf16 = fragment.utf16.is_none_or(|(start, end)| {
                    places.of_utf16(start) == Some(fragment.start)
                        && places.of_utf16(end) == Some(fragment.end)
                });
                places.byte(fragment.start) == Some(span.start)
                    && places.byte(fragment.end) == Some(span.end)
                    && places.slice(fragment.start, fragment.end) == Some(fragment.quote.as_str())
                    && in_utf16
            })
}

#[cfg(test)]
mod tests {
    use super::super::SetDocument;
    use super::super::gathering::gather;
    use super::*;
    use crate::model::notation::marked;

    /// How many marks fail when the set read back differs in this way.
    fn failures(spoil: impl Fn(&mut SetDocument)) -> usize {
        let project = marked("😀 [قسد|GROUP] في [دمشق|PLACE] [أ|CLAIM#1] و[ب|CLAIM#1]");
        let options = ExportOptions::default();
        let mut set = gather(&project, &options);
        if let Some(document) = set.documents.first_mut() {
            spoil(document);
        }
        let verified = verify(&project, &options, &set);
        assert_eq!(verified.total, 3);
        verified.failed.len()
    }

    #[test]
    fn every_kind_of_difference_is_noticed() {
        assert_eq!(failures(|_| {}), 0);
        assert_eq!(failures(|d| d.marks[0].fragments[0].start -= 1), 1);
        assert_eq!(failures(|d| d.marks[1].fragments[0].end = 9999), 1);
        assert_eq!(failures(|d| d.marks[1].fragments[0].quote.push('x')), 1);
        assert_eq!(
            failures(|d| d.marks[0].fragments[0].utf16 = Some((2, 5))),
            1
        );
        assert_eq!(
            failures(|d| d.marks[0].fragments[0].utf16 = Some((3, 6))),
            0
        );
        assert_eq!(failures(|d| d.marks[0].tag = "person".to_owned()), 1);
        assert_eq!(failures(|d| drop(d.marks[2].fragments.pop())), 1);
        assert_eq!(failures(|d| drop(d.marks.pop())), 1);
        assert_eq!(failures(|d| d.text = Some("other".into())), 3);
        // A mark that is not in the project, and one that is there twice.
        assert_eq!(failures(|d| d.marks.push(SetMark::default())), 1);
        assert_eq!(failures(|d| d.marks.push(d.marks[0].clone())), 1);
        // Units of another kind everywhere.
        let in_utf16 = |d: &mut SetDocument| {
            for fragment in d.marks.iter_mut().flat_map(|mark| &mut mark.fragments) {
                fragment.start += 1;
                fragment.end += 1;
            }
        };
        assert_eq!(failures(in_utf16), 3);
    }
}
