//! Sentences about marks: made, removed, changed.

use crate::i18n::Arg;
use crate::language::{Level, key};
use crate::model::{Annotation, Origin};

use super::{Change, MOST_NAMED, Sorted, Teller, shortened};

/// What is different about a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Differs {
    Tag,
    Borders,
    Note,
    Entity,
    Attributes,
    Grade,
    Confidence,
    Otherwise,
}

fn differs(before: &Annotation, after: &Annotation) -> Differs {
    let mut found = Vec::new();
    for (is, what) in [
        (before.tag != after.tag, Differs::Tag),
        (before.spans != after.spans, Differs::Borders),
        (before.note != after.note, Differs::Note),
        (before.entity != after.entity, Differs::Entity),
        (before.attributes != after.attributes, Differs::Attributes),
        (before.grade != after.grade, Differs::Grade),
        (before.confidence != after.confidence, Differs::Confidence),
    ] {
        if is {
            found.push(what);
        }
    }
    match found.as_slice() {
        [one] => *one,
        // Another tag may bring other attributes with it.
        [Differs::Tag, Differs::Attributes] => Differs::Tag,
        _ => Differs::Otherwise,
    }
}

impl Teller<'_> {
    /// The sentence for a step that is about marks.
    pub(super) fn marks(&self, sorted: &Sorted<'_>) -> Option<String> {
        if sorted.marks.is_empty() || !sorted.documents.is_empty() || !sorted.others.is_empty() {
            return None;
        }
        let made: Vec<&Annotation> = sorted.marks.iter().filter_map(only_after).collect();
        let gone: Vec<&Annotation> = sorted.marks.iter().filter_map(only_before).collect();
        let changed: Vec<(&Annotation, &Annotation)> = sorted
            .marks
            .iter()
            .filter_map(|(before, after)| Some(((*before)?, (*after)?)))
            .collect();
        match (made.is_empty(), gone.is_empty(), changed.is_empty()) {
            (false, true, true) => Some(self.made(&made)),
            (true, false, true) => Some(self.gone(&gone)),
            (true, true, false) => Some(self.changed(&changed)),
            _ => None,
        }
    }

    fn made(&self, marks: &[&Annotation]) -> String {
        let count = ("count", Arg::from(marks.len()));
        if is_all(marks, |mark| matches!(mark.origin, Origin::Imported { .. })) {
            return self.format("step-imported-marks", &[count]);
        }
        let accepted = is_all(marks, |mark| {
            matches!(mark.origin, Origin::Suggested { .. })
        });
        let tag = self.one_tag(marks);
        let (words, alike) = self.words_of(marks);
        let words = ("words", Arg::from(words));
        match tag {
            None => self.format("step-marked-mixed", &[count, words]),
            Some(tag) => {
                let id = match (accepted, alike) {
                    (false, true) => "step-marked",
                    (false, false) => "step-marked-several",
                    (true, true) => "step-accepted",
                    (true, false) => "step-accepted-several",
                };
                self.format(id, &[count, words, ("tag", Arg::from(tag))])
            }
        }
    }

    fn gone(&self, marks: &[&Annotation]) -> String {
        let count = ("count", Arg::from(marks.len()));
        let (words, alike) = self.words_of(marks);
        let words = ("words", Arg::from(words));
        match self.one_tag(marks) {
            Some(tag) if alike => {
                self.format("step-unmarked", &[count, words, ("tag", Arg::from(tag))])
            }
            _ => self.format("step-unmarked-several", &[count, words]),
        }
    }

    fn changed(&self, changed: &[(&Annotation, &Annotation)]) -> String {
        let after: Vec<&Annotation> = changed.iter().map(|(_, after)| *after).collect();
        let before: Vec<&Annotation> = changed.iter().map(|(before, _)| *before).collect();
        let (words, alike) = self.words_of(&after);
        let count = ("count", Arg::from(changed.len()));
        let quoted = ("words", Arg::from(words));
        let Some((first_before, first)) = changed.first().copied() else {
            return String::new();
        };
        let what = differs(first_before, first);
        if changed.iter().any(|(a, b)| differs(a, b) != what) {
            return self.format("step-changed-marks", &[count, quoted]);
        }
        match what {
            Differs::Tag => {
                let to = ("to", Arg::from(self.tag(&first.tag)));
                match (self.one_tag(&before), self.one_tag(&after)) {
                    (Some(from), Some(_)) if alike => self.format(
                        "step-retagged",
                        &[count, quoted, ("from", Arg::from(from)), to],
                    ),
                    (_, Some(_)) => self.format("step-retagged-several", &[count, quoted, to]),
                    _ => self.format("step-changed-marks", &[count, quoted]),
                }
            }
            Differs::Borders if changed.len() == 1 => {
                let before = self.words(first_before);
                self.format(
                    "step-moved-borders",
                    &[("before", Arg::from(before)), quoted],
                )
            }
            Differs::Note if changed.len() == 1 && first.note.is_empty() => {
                self.format("step-note-mark-removed", &[quoted])
            }
            Differs::Note if changed.len() == 1 => {
                let note = ("note", Arg::from(shortened(&first.note)));
                self.format("step-note-mark", &[quoted, note])
            }
            Differs::Entity => {
                let same = changed.iter().all(|(_, mark)| mark.entity == first.entity);
                match (&first.entity, same) {
                    (Some(entity), true) => {
                        let name = ("name", Arg::from(self.entity(entity)));
                        self.format("step-linked", &[count, quoted, name])
                    }
                    (None, true) => self.format("step-unlinked", &[count, quoted]),
                    _ => self.format("step-changed-marks", &[count, quoted]),
                }
            }
            Differs::Attributes => self.format("step-answered", &[count, quoted]),
            Differs::Grade => {
                let grade = first.grade.clone().unwrap_or_else(|| "–".to_owned());
                self.format("step-graded", &[count, quoted, ("grade", Arg::from(grade))])
            }
            Differs::Confidence => {
                let sure = first
                    .confidence
                    .map_or_else(|| "–".to_owned(), |sure| format!("{:.0}%", sure * 100.0));
                self.format(
                    "step-confidence",
                    &[count, quoted, ("percent", Arg::from(sure))],
                )
            }
            Differs::Borders | Differs::Note | Differs::Otherwise => {
                self.format("step-changed-marks", &[count, quoted])
            }
        }
    }

    fn one_tag(&self, marks: &[&Annotation]) -> Option<String> {
        let first = marks.first()?;
        is_all(marks, |mark| mark.tag == first.tag).then(|| self.tag(&first.tag))
    }

    /// The words of marks, the first few named; and whether all are spellings
    /// of the same ones.
    fn words_of(&self, marks: &[&Annotation]) -> (String, bool) {
        let Some(first) = marks.first() else {
            return (String::new(), true);
        };
        let words = self.words(first);
        if marks.len() == 1 {
            return (words, true);
        }
        let folded = key(&words, Level::Letters);
        let mut named = vec![words];
        let mut keys = vec![folded];
        for mark in marks.iter().skip(1) {
            let words = self.words(mark);
            if named.contains(&words) {
                continue;
            }
            let folded = key(&words, Level::Letters);
            if keys.contains(&folded) {
                continue;
            }
            if named.len() == MOST_NAMED {
                named.push("…".to_owned());
                break;
            }
            named.push(words);
            keys.push(folded);
        }
        let alike = named.len() == 1;
        let open = named.last().is_some_and(|last| last == "…");
        if open {
            named.pop();
        }
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let mut list = if alike {
            named.concat()
        } else {
            self.wb.messages().list(&named)
        };
        if open {
            list.push('…');
        }
        (list, alike)
    }
}

fn is_all(marks: &[&Annotation], holds: impl Fn(&Annotation) -> bool) -> bool {
    marks.iter().all(|mark| holds(mark))
}

fn only_after<'a>(change: &Change<'a, Annotation>) -> Option<&'a Annotation> {
    match change {
        (None, Some(after)) => Some(after),
        _ => None,
    }
}

fn only_before<'a>(change: &Change<'a, Annotation>) -> Option<&'a Annotation> {
    match change {
        (Some(before), None) => Some(before),
        _ => None,
    }
}
