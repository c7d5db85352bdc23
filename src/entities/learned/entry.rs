//! What is known about one surface: who took it for what, and what follows
//! from that.
//!
//! The rules, which a person can follow:
//! * the type and the entity are those of most of the latest three decisions;
//!   when equally many, those of the latest;
//! * for a single word, decisions after the same preceding word come first;
//! * a single word is certain where it was accepted after this very word, in a
//!   document in which it was accepted after two different words, and
//!   everywhere once it was so in two documents, as a mention of one and the
//!   same entity. (الحركة and الحزب mean another one in every text.)
//!
//! **Invariant:** a choice depends on the evidence alone, not on the order in
//! which it came in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Id, Timestamp};

/// How many of the latest decisions are counted.
const LATEST: usize = 3;

/// One accepted mark, or one surface of an entity.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Evidence {
    /// The mark or the entity it comes from.
    pub(super) record: Id,
    /// The document of the mark; none for the surface of an entity.
    pub(super) document: Option<Id>,
    pub(super) tag: Id,
    pub(super) entity: Option<Id>,
    pub(super) at: Timestamp,
    /// The folded word before a single word.
    pub(super) previous: Option<Arc<str>>,
    /// Whether only the end of the mark is meant: a surname.
    pub(super) surname: bool,
}

/// What a surface is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) tag: Id,
    pub(super) entity: Option<Id>,
    /// False for a single word that may be an ordinary word elsewhere.
    pub(super) certain: bool,
    /// Whether only full names that end so were accepted.
    pub(super) surname: bool,
}

/// All evidence about one surface.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) evidence: Vec<Evidence>,
    pub(super) usual: Option<Choice>,
    /// In how many places it was taken for that.
    pub(super) places: usize,
    /// For single words: what they are after certain words, where that is
    /// not the same.
    after: BTreeMap<Arc<str>, Choice>,
    /// For single words: the documents in which they were accepted after
    /// different words.
    sure_in: BTreeSet<Id>,
}

impl Entry {
    /// What the surface is after this word in this document, and whether the
    /// word before says so.
    pub(super) fn choice(
        &self,
        previous: Option<&str>,
        document: Option<&Id>,
    ) -> Option<(Choice, bool)> {
        if let Some(after) = previous.and_then(|previous| self.after.get(previous)) {
            return Some((after.clone(), true));
        }
        let mut usual = self.usual.clone()?;
        usual.certain |= document.is_some_and(|document| self.sure_in.contains(document));
        Some((usual, false))
    }

    /// Draws the conclusions anew; whether any changed.
    pub(super) fn conclude(&mut self, single: bool) -> bool {
        let (usual, after, sure_in) = conclusions(&self.evidence, single);
        let changed = usual != self.usual || after != self.after || sure_in != self.sure_in;
        self.places = usual.as_ref().map_or(0, |usual| {
            let same = |one: &&Evidence| {
                one.document.is_some() && one.tag == usual.tag && one.surname == usual.surname
            };
            self.evidence.iter().filter(same).count()
        });
        self.usual = usual;
        self.after = after;
        self.sure_in = sure_in;
        changed
    }

    /// The newest decision for this tag, in this document or in any.
    pub(super) fn newest(&self, tag: &Id, document: Option<&Id>) -> Option<Timestamp> {
        self.evidence
            .iter()
            .filter(|one| one.document.is_some() && !one.surname && one.tag == *tag)
            .filter(|one| document.is_none() || one.document.as_ref() == document)
            .map(|one| one.at)
            .max()
    }
}

fn conclusions(
    evidence: &[Evidence],
    single: bool,
) -> (Option<Choice>, BTreeMap<Arc<str>, Choice>, BTreeSet<Id>) {
    let mut after = BTreeMap::new();
    let mut sure_in = BTreeSet::new();
    let full = || evidence.iter().filter(|one| !one.surname);
    let Some((tag, entity)) = latest(full()) else {
        // A surname of several people is nobody's.
        let mut people = evidence.iter().map(|one| &one.entity);
        let first = people.next().cloned().flatten();
        let same = people.all(|other| *other == first);
        let usual = latest(evidence.iter()).map(|(tag, _)| Choice {
            tag,
            entity: first.filter(|_| same),
            certain: false,
            surname: true,
        });
        return (usual, after, sure_in);
    };
    let mut usual = Choice {
        tag,
        entity,
        certain: true,
        surname: false,
    };
    if single {
        // Nearly always all decisions say the same; then nothing depends on
        // the word before, or all of it on one word.
        let mut first_in: BTreeMap<&Id, &Option<Arc<str>>> = BTreeMap::new();
        for one in full() {
            if let Some(document) = &one.document
                && *first_in.entry(document).or_insert(&one.previous) != &one.previous
            {
                sure_in.insert(document.clone());
            }
        }
        let mut contexts = first_in.values();
        let first = contexts.next();
        // الحركة is another one in every text: then it is nobody's name.
        let mut entities = full()
            .filter(|one| one.tag == usual.tag)
            .map(|one| &one.entity);
        let one_entity = entities.all(|entity| *entity == usual.entity);
        if !one_entity {
            usual.entity = None;
        }
        usual.certain = one_entity
            && first_in.len() > 1
            && (!sure_in.is_empty() || contexts.any(|other| Some(other) != first));
        let same = |one: &Evidence| one.tag == usual.tag && one.entity == usual.entity;
        if usual.certain && full().all(same) {
            return (Some(usual), after, sure_in);
        }
        let mut groups: BTreeMap<&Arc<str>, Vec<&Evidence>> = BTreeMap::new();
        for one in full() {
            if let Some(previous) = &one.previous {
                groups.entry(previous).or_default().push(one);
            }
        }
        for (previous, group) in groups {
            if let Some((tag, entity)) = latest(group.into_iter()) {
                let choice = Choice {
                    tag,
                    entity,
                    certain: true,
                    surname: false,
                };
                if choice != usual {
                    after.insert(Arc::clone(previous), choice);
                }
            }
        }
    }
    (Some(usual), after, sure_in)
}

/// The tag and the entity of most of the latest decisions; when equally many,
/// of the latest.
fn latest<'a>(evidence: impl Iterator<Item = &'a Evidence>) -> Option<(Id, Option<Id>)> {
    // Surfaces of entities count as older than every mark.
    let rank = |one: &Evidence| (one.document.is_some(), one.at);
    let mut newest: Vec<&Evidence> = Vec::with_capacity(LATEST + 1);
    for one in evidence {
        let key = (rank(one), &one.record);
        let place = newest.partition_point(|other| (rank(other), &other.record) > key);
        if place < LATEST {
            newest.insert(place, one);
            newest.truncate(LATEST);
        }
    }
    let votes = |tag: &Id| newest.iter().filter(|one| one.tag == *tag).count();
    let most = newest.iter().map(|one| votes(&one.tag)).max()?;
    let tag = &newest.iter().find(|one| votes(&one.tag) == most)?.tag;
    let entity = newest
        .iter()
        .find(|one| one.tag == *tag && one.entity.is_some())
        .and_then(|one| one.entity.clone());
    Some((tag.clone(), entity))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn mark(number: i64, tag: &str, previous: &str) -> Evidence {
        Evidence {
            record: Id::new(format!("m{number}")),
            document: Some(Id::new("d")),
            tag: Id::new(tag),
            entity: None,
            at: Timestamp::from_second(number).unwrap(),
            previous: (!previous.is_empty()).then(|| previous.into()),
            surname: false,
        }
    }

    fn entry(evidence: Vec<Evidence>, single: bool) -> Entry {
        let mut entry = Entry {
            evidence,
            ..Entry::default()
        };
        entry.conclude(single);
        entry
    }

    #[test]
    fn most_of_the_latest_three_decide_and_the_latest_breaks_ties() {
        let tag = |tags: &[&str]| {
            let evidence = (0..).zip(tags).map(|(n, tag)| mark(n, tag, "")).collect();
            entry(evidence, false).usual.unwrap().tag.to_string()
        };
        assert_eq!(tag(&["group", "organisation"]), "organisation");
        assert_eq!(tag(&["group", "group", "group", "organisation"]), "group");
        assert_eq!(
            tag(&["group", "group", "organisation", "organisation"]),
            "organisation"
        );
        assert_eq!(tag(&["a", "b", "c"]), "c");
    }

    #[test]
    fn a_single_word_is_certain_after_two_words_or_after_the_same() {
        let certain = |entry: &Entry, previous: &str, document: &str| {
            let document = Id::new(document);
            entry
                .choice(Some(previous), Some(&document))
                .unwrap()
                .0
                .certain
        };
        let once = entry(vec![mark(1, "person", "العميد")], true);
        assert!(!once.choice(None, None).unwrap().0.certain);
        assert!(!certain(&once, "قال", "d"));
        assert!(certain(&once, "العميد", "e"));
        let same = entry(
            vec![mark(1, "person", "العميد"), mark(2, "person", "العميد")],
            true,
        );
        assert!(!certain(&same, "قال", "d"));
        let twice = entry(
            vec![mark(1, "person", "العميد"), mark(2, "person", "قال")],
            true,
        );
        assert!(certain(&twice, "زار", "d") && !certain(&twice, "زار", "e"));
        let elsewhere = Evidence {
            document: Some(Id::new("e")),
            ..mark(3, "person", "العميد")
        };
        let both = entry(vec![mark(1, "person", "قال"), elsewhere], true);
        assert!(certain(&both, "زار", "f"));
        assert!(
            entry(vec![mark(1, "group", "")], false)
                .usual
                .unwrap()
                .certain
        );
    }

    #[test]
    fn the_word_before_can_tell_two_things_apart() {
        let both = entry(
            vec![
                mark(1, "place", "مدينه"),
                mark(2, "place", "الي"),
                mark(3, "person", "السيد"),
            ],
            true,
        );
        assert_eq!(
            both.choice(Some("السيد"), None).unwrap().0.tag,
            Id::new("person")
        );
        assert_eq!(
            both.choice(Some("في"), None).unwrap().0.tag,
            Id::new("place")
        );
    }

    #[test]
    fn a_surname_of_two_people_is_nobodys() {
        let surname = |number, entity: &str| Evidence {
            surname: true,
            entity: Some(Id::new(entity)),
            ..mark(number, "person", "")
        };
        let one = entry(vec![surname(1, "a"), surname(2, "a")], true);
        assert_eq!(one.usual.unwrap().entity, Some(Id::new("a")));
        let two = entry(vec![surname(1, "a"), surname(2, "b")], true);
        let choice = two.usual.unwrap();
        assert!(choice.entity.is_none() && choice.surname && !choice.certain);
    }
}
