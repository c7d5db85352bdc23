//! Sentences about everything but marks: documents, entities, tags,
//! relations, notes, decisions, people.

use crate::i18n::Arg;
use crate::model::{
    Annotation, Document, DocumentState, Edit, Entity, Id, Kind, Note, Record, Tag,
};

use super::{Sorted, Teller, shortened};

impl Teller<'_> {
    /// Documents and entities, which may bring marks along.
    pub(super) fn documents_and_entities(&self, sorted: &Sorted<'_>) -> Option<String> {
        let made = sorted.documents.iter().all(|(before, _)| before.is_none());
        let gone = sorted.documents.iter().all(|(_, after)| after.is_none());
        if !sorted.documents.is_empty() && (made || gone) {
            let id = if made {
                "step-document-opened"
            } else {
                "step-document-closed"
            };
            let first = sorted.documents.first();
            let title = first
                .and_then(|(before, after)| after.or(*before))
                .map_or_else(String::new, |document| shortened(&document.title));
            return Some(self.named(id, "title", title, sorted.documents.len()));
        }
        if sorted.documents.is_empty()
            && let Some(edits) = sorted.others.get(&Kind::Entity)
            && sorted.others.len() == 1
        {
            return self.entities(edits, sorted);
        }
        None
    }

    fn entities(&self, edits: &[&Edit], sorted: &Sorted<'_>) -> Option<String> {
        let of = |record: &Option<Record>| match record {
            Some(Record::Entity(entity)) => Some(entity.clone()),
            _ => None,
        };
        let made: Vec<_> = edits
            .iter()
            .filter(|edit| edit.before.is_none())
            .filter_map(|edit| of(&edit.after))
            .collect();
        let gone: Vec<_> = edits
            .iter()
            .filter(|edit| edit.after.is_none())
            .filter_map(|edit| of(&edit.before))
            .collect();
        let changed: Vec<_> = edits
            .iter()
            .filter_map(|edit| Some((of(&edit.before)?, of(&edit.after)?)))
            .collect();
        let relinked: Vec<&Annotation> = sorted
            .marks
            .iter()
            .filter_map(|(_, after)| *after)
            .collect();
        match (made.as_slice(), gone.as_slice(), changed.as_slice()) {
            ([], [first, ..], _) if !relinked.is_empty() || !changed.is_empty() => {
                let into = relinked
                    .iter()
                    .find_map(|mark| mark.entity.as_ref())
                    .or_else(|| changed.first().map(|(_, after)| &after.id))?;
                let name = ("name", Arg::from(first.name.as_str()));
                let into = ("into", Arg::from(self.entity(into)));
                let count = ("count", Arg::from(gone.len()));
                Some(self.format("step-entities-merged", &[name, into, count]))
            }
            ([first], [], []) if !relinked.is_empty() => {
                let words = relinked.first().map(|mark| self.words(mark))?;
                let name = ("name", Arg::from(first.name.as_str()));
                Some(self.format(
                    "step-entity-new-linked",
                    &[
                        name,
                        ("words", Arg::from(words)),
                        ("count", Arg::from(relinked.len())),
                    ],
                ))
            }
            ([first, ..], [], []) => {
                Some(self.named("step-entity-new", "name", first.name.clone(), made.len()))
            }
            ([], [first, ..], []) => Some(self.named(
                "step-entity-removed",
                "name",
                first.name.clone(),
                gone.len(),
            )),
            ([], [], [(before, after)]) if only_renamed(before, after) => Some(self.format(
                "step-entity-renamed",
                &[
                    ("from", Arg::from(before.name.as_str())),
                    ("to", Arg::from(after.name.as_str())),
                ],
            )),
            ([], [], [(_, first), ..]) => Some(self.named(
                "step-entity-changed",
                "name",
                first.name.clone(),
                changed.len(),
            )),
            _ => None,
        }
    }

    /// Steps that are about one kind of record and no marks.
    pub(super) fn rest(&self, sorted: &Sorted<'_>) -> Option<String> {
        if !sorted.marks.is_empty() {
            return None;
        }
        if !sorted.documents.is_empty() {
            return sorted
                .others
                .is_empty()
                .then(|| self.documents(&sorted.documents));
        }
        // Notes on what is gone go with it; they are not what it was about.
        let (kind, edits) = sorted
            .others
            .iter()
            .find(|(kind, _)| **kind != Kind::Note)
            .or_else(|| sorted.others.first_key_value())?;
        let first = edits.first()?;
        let count = edits.len();
        match (kind, &first.before, &first.after) {
            (Kind::Tag, before, after) => {
                let of = |record: &Option<Record>| match record {
                    Some(Record::Tag(tag)) => Some(tag.clone()),
                    _ => None,
                };
                Some(self.tags(of(before).as_deref(), of(after).as_deref(), count))
            }
            (Kind::Relation, before, after) => {
                self.relation(before.as_ref(), after.as_ref(), count)
            }
            (Kind::Note, before, after) => {
                let of = |record: &Option<Record>| match record {
                    Some(Record::Note(note)) => Some(note.clone()),
                    _ => None,
                };
                self.note(of(before).as_deref(), of(after).as_deref())
            }
            (Kind::Decision, before, after) => {
                let (record, made) = match (before, after) {
                    (_, Some(record)) => (record, true),
                    (Some(record), None) => (record, false),
                    (None, None) => return None,
                };
                let Record::Decision(decision) = record else {
                    return None;
                };
                let id = if made {
                    "step-rejected"
                } else {
                    "step-allowed"
                };
                Some(self.named(id, "words", shortened(&decision.surface), count))
            }
            (Kind::Analyst, _, Some(Record::Analyst(analyst))) => Some(self.format(
                "step-analyst",
                &[("name", Arg::from(analyst.name.as_str()))],
            )),
            (Kind::About, _, Some(Record::About(about))) => {
                let name = ("name", Arg::from(about.name.as_str()));
                Some(self.format("step-project", &[name]))
            }
            _ => None,
        }
    }

    fn documents(&self, changes: &[(Option<&Document>, Option<&Document>)]) -> String {
        let count = changes.len();
        let Some((Some(before), Some(after))) = changes.first().copied() else {
            return self.named("step-document-changed", "title", String::new(), count);
        };
        let title = shortened(&after.title);
        let same_state = changes
            .iter()
            .all(|(_, other)| other.is_some_and(|other| other.state == after.state));
        let id = if before.state != after.state && same_state {
            match after.state {
                DocumentState::New => "step-document-new",
                DocumentState::InProgress => "step-document-in-progress",
                DocumentState::Done => "step-document-done",
            }
        } else if before.text != after.text || before.encoding != after.encoding {
            "step-document-encoding"
        } else if before.title != after.title && count == 1 {
            return self.format(
                "step-document-renamed",
                &[
                    ("from", Arg::from(shortened(&before.title))),
                    ("to", Arg::from(title)),
                ],
            );
        } else if before.direction != after.direction {
            "step-document-direction"
        } else if before.written_on != after.written_on {
            "step-document-date"
        } else if before.paragraph_directions != after.paragraph_directions {
            "step-document-paragraph"
        } else {
            "step-document-changed"
        };
        self.named(id, "title", title, count)
    }

    fn tags(&self, before: Option<&Tag>, after: Option<&Tag>, count: usize) -> String {
        let language = self.wb.messages().language().code();
        let name = |tag: &Tag| tag.name(language).to_owned();
        match (before, after) {
            (None, Some(tag)) => self.named("step-tag-new", "name", name(tag), count),
            (Some(tag), None) => self.named("step-tag-removed", "name", name(tag), count),
            (Some(old), Some(tag)) if count == 1 && old.names != tag.names => self.format(
                "step-tag-renamed",
                &[("from", Arg::from(name(old))), ("to", Arg::from(name(tag)))],
            ),
            (Some(old), Some(tag)) if old.retired != tag.retired => {
                let id = if tag.retired {
                    "step-tag-retired"
                } else {
                    "step-tag-back"
                };
                self.named(id, "name", name(tag), count)
            }
            (_, tag) => self.named(
                "step-tag-changed",
                "name",
                tag.map_or_else(String::new, name),
                count,
            ),
        }
    }

    fn relation(
        &self,
        before: Option<&Record>,
        after: Option<&Record>,
        count: usize,
    ) -> Option<String> {
        let id = match (before, after) {
            (None, _) => "step-related",
            (_, None) => "step-unrelated",
            _ => "step-relation-changed",
        };
        let Some(Record::Relation(relation)) = after.or(before) else {
            return None;
        };
        let words = |mark: &Id| match self.record(Kind::Annotation, mark) {
            Some(Record::Annotation(mark)) => self.words(&mark),
            _ => "…".to_owned(),
        };
        Some(self.format(
            id,
            &[
                ("from", Arg::from(words(&relation.from))),
                ("to", Arg::from(words(&relation.to))),
                ("tag", Arg::from(self.tag(&relation.tag))),
                ("count", Arg::from(count)),
            ],
        ))
    }

    fn note(&self, before: Option<&Note>, after: Option<&Note>) -> Option<String> {
        let note = after.or(before)?;
        let about = self.about(note);
        let text = shortened(&note.text);
        let id = match (before, after) {
            (None, _) => "step-note-written",
            (_, None) => "step-note-removed",
            _ => "step-note-changed",
        };
        let args = [("about", Arg::from(about)), ("note", Arg::from(text))];
        Some(self.format(id, &args))
    }

    /// What a note is about, by its name.
    fn about(&self, note: &Note) -> String {
        if let Some(mark) = &note.annotation
            && let Some(Record::Annotation(mark)) = self.record(Kind::Annotation, mark)
        {
            return self.words(&mark);
        }
        if let Some(entity) = &note.entity {
            return self.entity(entity);
        }
        if let Some(tag) = &note.tag {
            return self.tag(tag);
        }
        match &note.document {
            Some(document) => self.title(document),
            None => self.wb.project().name().to_owned(),
        }
    }

    fn named(&self, id: &str, what: &str, name: String, count: usize) -> String {
        self.format(id, &[(what, Arg::from(name)), ("count", Arg::from(count))])
    }
}

/// Whether an entity is the same but for its name.
fn only_renamed(before: &Entity, after: &Entity) -> bool {
    let mut same = before.clone();
    same.name.clone_from(&after.name);
    before.name != after.name && same.tag == after.tag && same.identifiers == after.identifiers
}
