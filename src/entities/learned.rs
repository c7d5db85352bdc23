//! What a project has learned from its analysts' decisions.
//!
//! Here: the dictionary of accepted surfaces with their tags and entities, the
//! surnames of accepted full names, and what was rejected. It is made from the
//! records of the project and nothing else, so undo teaches as well as doing
//! does. Not here: how texts are searched for it (engine), and how decisions
//! become records (command).
//!
//! Dates, numbers and addresses are not learned: a pattern finds them, and
//! their surfaces say nothing about the next text.
//!
//! **Invariant:** a dictionary brought up to date by [`Learned::update`] gives
//! the same answers as one made from the project by [`Learned::from_project`]
//! (tested with any sequence of edits).

mod book;
mod entry;
mod key;
mod rejections;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::own::OwnList;
use super::{Canonical, Reason, Source, Suggestion, Type};
use crate::model::{
    Annotation, Decision, Edit, Id, Kind, Project, Record, Span, Timestamp, Verdict,
};
use book::{Book, is_single, meanings};
use key::Folding;
pub(in crate::entities) use key::surname_of;
pub use key::{key_of, surface_key};

/// The identifier under which an entity keeps the id of the
/// [`Canonical`] it was made for.
pub const AUTHORITY: &str = "hashiya";
/// Begins the id of a [`Canonical`] that is an entity of the project.
pub const ENTITY: &str = "entity:";

/// More surfaces than these that change at once are not named one by one.
const MANY_KEYS: usize = 500;

/// The learned dictionary. Copies share it.
#[derive(Clone, Default, Debug)]
pub struct Learned {
    book: Arc<Book>,
    /// The user's own list, which counts in every project.
    own: Arc<OwnList>,
    /// The document that is being read, if it is known.
    document: Option<Id>,
}

/// A learned name that begins at a word.
#[derive(Clone, PartialEq, Debug)]
pub struct LearnedMatch {
    /// Number of words it takes.
    pub words: usize,
    /// What it names. For a tag of the user's own, the type of the nearest
    /// tag above it; [`Type::Event`] if there is none.
    pub kind: Type,
    /// Its tag, when that is not the default one of `kind`.
    pub tag: Option<Id>,
    /// The thing it names.
    pub canonical: Option<Canonical>,
    /// In how many places it was accepted, for the message `why-learned`.
    pub detail: String,
    /// False for a single word that was accepted only once or only after one
    /// certain word, and for a surname: to be taken only where it is no
    /// ordinary word.
    pub certain: bool,
    /// Whether only full names that end so were accepted.
    pub surname: bool,
}

/// What an acceptance rests on, for those who ask why.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ground {
    /// In how many places the words were accepted as this.
    pub places: usize,
    /// In how many documents.
    pub documents: usize,
    /// The document of the first of these places.
    pub first: Option<Id>,
    /// In how many places they were accepted as something else.
    pub otherwise: usize,
}

/// Which surfaces mean something else now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Changes {
    /// Only these keys; possibly none.
    Keys(BTreeSet<Arc<str>>),
    /// Possibly all of them.
    All,
}

impl Learned {
    /// Learns everything a project holds.
    pub fn from_project(project: &Project) -> Self {
        let mut book = Book {
            tags: meanings(project),
            ..Book::default()
        };
        let mut folding = Folding::default();
        for document in project.documents() {
            for mark in project.annotations_of(&document.id) {
                book.add_mark(mark, &document.text, &mut folding);
            }
        }
        for entity in project.entities() {
            book.add_entity(entity);
        }
        for decision in project.decisions() {
            book.add_decision(decision);
        }
        for (key, entry) in &mut book.entries {
            Arc::make_mut(entry).conclude(is_single(key));
        }
        Self {
            book: Arc::new(book),
            own: Arc::default(),
            document: None,
        }
    }

    /// The same for reading this document: what was decided in it counts for
    /// more there.
    #[must_use]
    pub fn in_document(&self, document: &Id) -> Self {
        Self {
            document: Some(document.clone()),
            ..self.clone()
        }
    }

    /// The same with this list of the user's own.
    #[must_use]
    pub fn with_own_list(mut self, own: Arc<OwnList>) -> Self {
        self.own = own;
        self
    }

    /// The user's own list.
    pub fn own_list(&self) -> &Arc<OwnList> {
        &self.own
    }

    /// Follows the edits of a transaction that has been applied to `project`.
    pub fn update(&mut self, project: &Project, edits: &[Edit]) -> Changes {
        let tags = edits.iter().any(|edit| {
            let record = edit.after.as_ref().or(edit.before.as_ref());
            record.is_some_and(|record| record.kind() == Kind::Tag)
        });
        if tags {
            *self = Self::from_project(project).with_own_list(Arc::clone(&self.own));
            return Changes::All;
        }
        let texts: HashMap<&Id, &str> = edits
            .iter()
            .flat_map(|edit| [&edit.before, &edit.after])
            .filter_map(|record| match record {
                Some(Record::Document(document)) => Some((&document.id, &*document.text)),
                _ => None,
            })
            .collect();
        let text_of = |mark: &Annotation| {
            project
                .document(&mark.document)
                .map(|document| &*document.text)
                .or_else(|| texts.get(&mark.document).copied())
                .unwrap_or_default()
        };
        let mut touched: BTreeSet<Arc<str>> = BTreeSet::new();
        let mut changed: BTreeSet<Arc<str>> = BTreeSet::new();
        let concerns = |edit: &Edit| {
            let record = edit.after.as_ref().or(edit.before.as_ref());
            matches!(
                record.map(Record::kind),
                Some(Kind::Annotation | Kind::Entity | Kind::Decision)
            )
        };
        if !edits.iter().any(concerns) {
            return Changes::Keys(changed);
        }
        let mut folding = Folding::default();
        let book = Arc::make_mut(&mut self.book);
        let (gone, come) = marks_changed(edits);
        touched.extend(
            book.remove_marks(gone.iter().map(|mark| (*mark, text_of(mark))), &mut folding),
        );
        for mark in come {
            let keys = book.add_mark(mark, text_of(mark), &mut folding);
            touched.extend(keys.into_keys());
        }
        for edit in edits {
            match &edit.before {
                Some(Record::Entity(entity)) => touched.extend(book.remove_entity(entity)),
                Some(Record::Decision(decision)) => {
                    changed.extend(book.remove_decision(decision));
                }
                _ => {}
            }
            match &edit.after {
                Some(Record::Entity(entity)) => {
                    let keys = book.add_entity(entity);
                    if renamed(edit) {
                        changed.extend(keys.iter().cloned());
                    }
                    touched.extend(keys);
                }
                Some(Record::Decision(decision)) => changed.extend(book.add_decision(decision)),
                _ => {}
            }
        }
        for key in touched {
            if book.conclude(&key) || book.rejected.contains_key(&key) {
                changed.insert(key);
            }
        }
        if changed.len() > MANY_KEYS {
            return Changes::All;
        }
        Changes::Keys(changed)
    }

    /// Whether nothing has been learned.
    pub fn is_empty(&self) -> bool {
        self.book.entries.is_empty() && self.book.rejected.is_empty()
    }

    /// Whether anything was rejected.
    pub fn has_rejections(&self) -> bool {
        !self.book.rejected.is_empty()
    }

    /// How many surfaces are known.
    pub fn len(&self) -> usize {
        self.book.entries.len()
    }

    /// The longest learned name that begins with the first of `words` (folded
    /// at [`Level::Letters`](crate::language::Level), clitics cut off, the
    /// article's alef put back behind ل); `previous` is the folded word before
    /// it.
    pub fn longest(&self, words: &[&str], previous: Option<&str>) -> Option<LearnedMatch> {
        let book = &self.book;
        let first = words.first()?;
        let most = (*book.heads.get(*first)?).min(words.len());
        if most == 1 {
            return book.found(first, 1, previous, self.document.as_ref());
        }
        let mut key = String::with_capacity(most * 12);
        let mut ends = Vec::with_capacity(most);
        for word in words.iter().take(most) {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(word);
            ends.push(key.len());
        }
        ends.iter().enumerate().rev().find_map(|(index, end)| {
            book.found(
                key.get(..*end)?,
                index + 1,
                previous,
                self.document.as_ref(),
            )
        })
    }

    /// Whether the analysts have rejected this surface as `kind`, in
    /// this document or everywhere.
    pub fn suppresses(&self, document: Option<&Id>, surface: &str, kind: Type) -> bool {
        self.suppresses_tag(document, surface, &Id::new(kind.tag_id()))
    }

    /// The same for a tag.
    pub fn suppresses_tag(&self, document: Option<&Id>, surface: &str, tag: &Id) -> bool {
        let book = &self.book;
        if book.rejected.is_empty() {
            return false;
        }
        let document = document.or(self.document.as_ref());
        let holds = |key: &str| {
            book.rejected.get(key).is_some_and(|rejections| {
                let accepted = book.entries.get(key).map(AsRef::as_ref);
                rejections.hold(tag, document, accepted)
            })
        };
        holds(surface) || holds(&key_of(surface))
    }

    /// Gives suggestions of a text the tag that the same words were accepted
    /// with instead, where somebody said so, and the entity that they were
    /// accepted as.
    pub fn settle(&self, text: &str, suggestions: &mut [Suggestion]) {
        if self.book.entries.is_empty() {
            return;
        }
        for suggestion in suggestions {
            let key = surface_key(text, suggestion.span);
            let Some(entry) = self.book.entries.get(&*key) else {
                continue;
            };
            let words = key.split(' ').count();
            let previous = (words == 1).then(|| key::previous_word(text, suggestion.span.start));
            let previous = previous.flatten();
            let found = self
                .book
                .found(&key, words, previous.as_deref(), self.document.as_ref());
            let Some(found) = found.filter(|found| !found.surname) else {
                continue;
            };
            if found.kind == suggestion.kind && found.tag == suggestion.tag {
                if found.canonical.is_some() {
                    suggestion.canonical = found.canonical.map(Arc::new);
                }
                continue;
            }
            let retyped = self
                .book
                .rejected
                .get(&*key)
                .is_some_and(|said| said.retyped(&suggestion.tag_id(), Some(entry)));
            if retyped {
                suggestion.kind = found.kind;
                suggestion.tag = found.tag;
                suggestion.canonical = found.canonical.map(Arc::new);
                suggestion.source = Source::Learned;
                suggestion.confidence = Source::Learned.confidence();
                suggestion.reason = Arc::new(Reason {
                    rule: "learned",
                    detail: found.detail.into(),
                });
            }
        }
    }

    /// What the acceptance of these words (a [key](surface_key)) with this tag
    /// rests on.
    pub fn ground(&self, key: &str, tag: &Id) -> Ground {
        let mut ground = Ground::default();
        let Some(entry) = self.book.entries.get(key) else {
            return ground;
        };
        let mut documents: BTreeSet<&Id> = BTreeSet::new();
        let mut first: Option<(Timestamp, &Id)> = None;
        let own = entry.evidence.iter().any(|one| !one.surname);
        for one in entry.evidence.iter().filter(|one| one.surname != own) {
            let Some(document) = &one.document else {
                continue;
            };
            if one.tag != *tag {
                ground.otherwise += 1;
                continue;
            }
            ground.places += 1;
            documents.insert(document);
            if first.is_none_or(|(at, _)| one.at < at) {
                first = Some((one.at, document));
            }
        }
        ground.documents = documents.len();
        ground.first = first.map(|(_, document)| document.clone());
        ground
    }

    /// All learned surfaces with their tags, by key; for lists.
    pub fn surfaces(&self) -> impl Iterator<Item = (&str, &Id)> {
        let mut all: Vec<(&str, &Id)> = self
            .book
            .entries
            .iter()
            .filter_map(|(key, entry)| Some((&**key, &entry.usual.as_ref()?.tag)))
            .collect();
        all.sort_unstable();
        all.into_iter()
    }
}

/// All ways the first word of a key is written in a text, clitics and all.
pub fn written_forms(key: &str) -> impl Iterator<Item = String> + '_ {
    key::forms(key.split(' ').next().unwrap_or_default())
}

/// The marks of some edits as they were before all of them, and as they are
/// after.
fn marks_changed(edits: &[Edit]) -> (Vec<&Annotation>, Vec<&Annotation>) {
    fn mark(record: Option<&Record>) -> Option<&Annotation> {
        match record {
            Some(Record::Annotation(mark)) => Some(mark),
            _ => None,
        }
    }
    let mut gone = Vec::new();
    let mut come: Vec<Option<&Annotation>> = Vec::new();
    let mut known: HashMap<&Id, usize> = HashMap::new();
    for edit in edits {
        let (before, after) = (mark(edit.before.as_ref()), mark(edit.after.as_ref()));
        let Some(id) = before.or(after).map(|mark| &mark.id) else {
            continue;
        };
        let place = *known.entry(id).or_insert_with(|| {
            gone.extend(before);
            come.push(None);
            come.len() - 1
        });
        if let Some(last) = come.get_mut(place) {
            *last = after;
        }
    }
    (gone, come.into_iter().flatten().collect())
}

/// Whether an entity goes by another name after an edit.
fn renamed(edit: &Edit) -> bool {
    match (&edit.before, &edit.after) {
        (Some(Record::Entity(before)), Some(Record::Entity(after))) => {
            before.name != after.name || before.identifiers != after.identifiers
        }
        _ => false,
    }
}

/// Whether a place was rejected by itself.
pub fn rejects_place(decision: &Decision, document: &Id, span: Span, tag: &Id) -> bool {
    decision.verdict != Verdict::Neither
        && decision.span == Some(span)
        && decision.document.as_ref() == Some(document)
        && decision.tag.as_ref().is_none_or(|rejected| rejected == tag)
}
