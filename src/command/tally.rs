//! How many marks there are, person by person: what counts beside documents,
//! tags and entities show.
//!
//! Several people mark the same text, and what is settled between them stands
//! in a layer of its own: the sum of all says how often a mark was made, not
//! how often a name stands in the text. What is counted is what the active
//! reader shows: one person's layer, or all marks.
//!
//! Lives here: the counts, which follow the project step by step. Does not live
//! here: the layers of a document ([`Workbench::layers`]), and sums over all
//! ([`crate::model::Project`]).
//!
//! **Invariant:** the counts of all people together are the project's (tested
//! with any sequence of steps); asking costs no look at any mark.

use std::collections::{BTreeMap, HashMap};

use crate::i18n::Arg;
use crate::model::{Annotation, Edit, Id, Record};

use super::{Owner, Stand, Workbench};

/// What marks are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountOf<'a> {
    /// The marks of a document.
    Document(&'a Id),
    /// The marks of a tag.
    Tag(&'a Id),
    /// The mentions of an entity.
    Entity(&'a Id),
}

/// The counts of one person.
#[derive(Debug, Default, PartialEq, Eq)]
struct OfOne {
    documents: HashMap<Id, usize>,
    tags: HashMap<Id, usize>,
    entities: HashMap<Id, usize>,
}

impl OfOne {
    fn count(&self, of: CountOf<'_>) -> usize {
        let (counts, id) = match of {
            CountOf::Document(id) => (&self.documents, id),
            CountOf::Tag(id) => (&self.tags, id),
            CountOf::Entity(id) => (&self.entities, id),
        };
        counts.get(id).copied().unwrap_or(0)
    }

    fn change(&mut self, mark: &Annotation, more: bool) {
        change(&mut self.documents, &mark.document, more);
        change(&mut self.tags, &mark.tag, more);
        if let Some(entity) = &mark.entity {
            change(&mut self.entities, entity, more);
        }
    }
}

fn change(counts: &mut HashMap<Id, usize>, id: &Id, more: bool) {
    match counts.get_mut(id) {
        Some(count) if more => *count += 1,
        Some(count) if *count > 1 => *count -= 1,
        Some(_) => {
            counts.remove(id);
        }
        None if more => {
            counts.insert(id.clone(), 1);
        }
        None => {}
    }
}

/// The counts of everybody, and up to which step.
#[derive(Debug, Default)]
pub(super) struct Tally {
    read: Option<(u64, usize)>,
    people: BTreeMap<Id, OfOne>,
    names: Option<OfNames>,
}

/// How many marks of one person entities and names without one have, as far as
/// that was asked, and what it was counted from.
#[derive(Debug)]
struct OfNames {
    layer: Id,
    known: ((u64, usize), Stand),
    counts: HashMap<Owner, usize>,
}

impl Tally {
    /// Reads what happened since.
    fn follow(&mut self, wb: &Workbench) {
        let now = wb.revision();
        match self.read {
            Some(read) if read == now => return,
            Some((generation, seen)) if generation == now.0 && seen < now.1 => {
                for step in wb.history().transactions().skip(seen) {
                    for edit in &step.edits {
                        self.edit(edit);
                    }
                }
            }
            _ => {
                self.people.clear();
                for mark in wb.project().annotations() {
                    self.mark(mark, true);
                }
            }
        }
        self.read = Some(now);
    }

    fn edit(&mut self, edit: &Edit) {
        if let Some(Record::Annotation(mark)) = &edit.before {
            self.mark(mark, false);
        }
        if let Some(Record::Annotation(mark)) = &edit.after {
            self.mark(mark, true);
        }
    }

    fn mark(&mut self, mark: &Annotation, more: bool) {
        match self.people.get_mut(&mark.by) {
            Some(one) => one.change(mark, more),
            None if more => {
                let one = self.people.entry(mark.by.clone()).or_default();
                one.change(mark, more);
            }
            None => {}
        }
    }
}

impl Workbench {
    /// Whose marks are counted: the person whose layer the active reader shows;
    /// nobody's while it shows all marks.
    pub fn counted_layer(&self) -> Option<&Id> {
        self.active_reader()?.layer.as_ref()
    }

    /// How many marks there are in what the active reader shows: those of one
    /// person, or all.
    pub fn marks_counted(&self, of: CountOf<'_>) -> usize {
        let Some(layer) = self.counted_layer() else {
            let project = self.project();
            return match of {
                CountOf::Document(id) => project.annotation_count(id),
                CountOf::Tag(id) => project.tag_count(id),
                CountOf::Entity(id) => project.mention_count(id),
            };
        };
        let mut tally = self.tally.borrow_mut();
        tally.follow(self);
        tally.people.get(layer).map_or(0, |one| one.count(of))
    }

    /// The same for a row of the list of names: an entity, or a name that
    /// mentions nobody. Goes over the marks of that row alone, once after each
    /// change.
    pub fn name_marks_counted(&self, owner: Owner) -> usize {
        let registry = self.registry();
        let Some(layer) = self.counted_layer() else {
            return registry.count(owner);
        };
        let known = (self.revision(), registry.stand());
        let mut tally = self.tally.borrow_mut();
        let fits = |names: &OfNames| names.known == known && names.layer == *layer;
        if !tally.names.as_ref().is_some_and(fits) {
            tally.names = Some(OfNames {
                layer: layer.clone(),
                known,
                counts: HashMap::new(),
            });
        }
        let count = || {
            let marks = registry
                .marks(owner)
                .filter_map(|spot| self.project().annotation(&spot.mark));
            marks.filter(|mark| mark.by == *layer).count()
        };
        match &mut tally.names {
            Some(names) => *names.counts.entry(owner).or_insert_with(count),
            None => count(),
        }
    }

    /// How many of them each person made, most first, in words: "Amal 12, Basil
    /// 9"; nothing where fewer than two have any.
    pub fn marks_by_person(&self, of: CountOf<'_>) -> Option<String> {
        if self.project().analysts().len() < 2 {
            return None;
        }
        let mut tally = self.tally.borrow_mut();
        tally.follow(self);
        let mut counts: Vec<(&str, usize)> = tally
            .people
            .iter()
            .map(|(id, one)| (id, one.count(of)))
            .filter(|(_, count)| *count > 0)
            .filter_map(|(id, count)| Some((self.project().analyst(id)?.name.as_str(), count)))
            .collect();
        if counts.len() < 2 {
            return None;
        }
        counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let messages = self.messages();
        counts
            .into_iter()
            .map(|(name, count)| {
                let facts = [("name", Arg::from(name)), ("count", Arg::from(count))];
                messages.format("count-of-person", &facts)
            })
            .reduce(|first, second| {
                let both = [("first", Arg::from(first)), ("second", Arg::from(second))];
                messages.format("counts-beside", &both)
            })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;
    use crate::command::{Args, FixedSurroundings};
    use crate::model::{Analyst, Document, Entity, History, Project, Span, Timestamp, Transaction};
    use crate::store::Settings;

    const PEOPLE: [&str; 3] = ["a", "b", "c"];

    fn mark(id: &str, document: &str, tag: &str, by: &str, entity: Option<&str>) -> Annotation {
        let mut mark = Annotation::new(
            Id::new(id),
            Id::new(document),
            vec![Span::new(0, 3)],
            Id::new(tag),
            Id::new(by),
            Timestamp::UNIX_EPOCH,
        );
        mark.entity = entity.map(Id::new);
        mark
    }

    fn workbench() -> Workbench {
        let mut project = Project::new("p", Analyst::new(Id::new("a"), "Amal"));
        let at = Timestamp::UNIX_EPOCH;
        let edits = vec![
            Edit::create(Analyst::new(Id::new("b"), "Basil")),
            Edit::create(Analyst::new(Id::new("c"), "Nobody")),
            Edit::create(Document::new(Id::new("d"), "d", "aaa bbb", at)),
            Edit::create(Document::new(Id::new("e"), "e", "aaa bbb", at)),
            Edit::create(Entity::new(Id::new("x"), "Aaa")),
            Edit::create(mark("1", "d", "person", "a", Some("x"))),
            Edit::create(mark("2", "d", "person", "b", Some("x"))),
            Edit::create(mark("3", "d", "place", "b", None)),
            Edit::create(mark("4", "e", "person", "b", Some("x"))),
        ];
        let first = Transaction::new(Id::new("t"), at, Id::new("a"), "test", edits);
        project.apply(&first).unwrap();
        let settings = Settings {
            analyst: "Amal".to_owned(),
            ..Settings::default()
        };
        let surroundings = Box::new(FixedSurroundings::new());
        let mut wb = Workbench::new(project, History::new(), settings, None, surroundings);
        wb.show_document(&Id::new("d"));
        wb
    }

    fn counts(wb: &Workbench) -> [usize; 3] {
        let (document, tag, entity) = (Id::new("d"), Id::new("person"), Id::new("x"));
        [
            wb.marks_counted(CountOf::Document(&document)),
            wb.marks_counted(CountOf::Tag(&tag)),
            wb.marks_counted(CountOf::Entity(&entity)),
        ]
    }

    #[test]
    fn what_the_active_reader_shows_is_counted() {
        let mut wb = workbench();
        let reader = wb.active_reader().unwrap().id;
        assert_eq!(counts(&wb), [3, 3, 3], "all marks");
        wb.set_layer(reader, Some(Id::new("a")));
        assert_eq!(counts(&wb), [1, 1, 1]);
        wb.set_layer(reader, Some(Id::new("b")));
        assert_eq!(counts(&wb), [2, 2, 2]);
        wb.set_layer(reader, Some(Id::new("c")));
        assert_eq!(counts(&wb), [0, 0, 0]);
    }

    #[test]
    fn names_without_an_entity_are_counted_by_layer_too() {
        let mut wb = workbench();
        wb.finish_reading_entities();
        let reader = wb.active_reader().unwrap().id;
        let (x, name) = (
            wb.registry().owner_of_entity(&Id::new("x")).unwrap(),
            wb.registry().owner_of(&Id::new("3")).unwrap(),
        );
        let both = |wb: &Workbench| (wb.name_marks_counted(x), wb.name_marks_counted(name));
        assert_eq!(both(&wb), (3, 1));
        wb.set_layer(reader, Some(Id::new("a")));
        assert_eq!(both(&wb), (1, 0));
        wb.set_layer(reader, Some(Id::new("b")));
        assert_eq!(both(&wb), (2, 1));
        let gone = wb.project().annotation(&Id::new("4")).unwrap().clone();
        wb.commit("test", vec![Edit::delete(gone)]).unwrap();
        assert_eq!(both(&wb), (1, 1));
    }

    #[test]
    fn who_made_them_is_told_where_there_are_two() {
        let wb = workbench();
        let (person, place) = (Id::new("person"), Id::new("place"));
        let said = wb.marks_by_person(CountOf::Tag(&person)).unwrap();
        let said = said.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(said, "Basil 2 · Amal 1");
        assert_eq!(wb.marks_by_person(CountOf::Tag(&place)), None);
    }

    #[test]
    fn the_counts_of_all_are_the_projects_after_any_steps() {
        let mut wb = workbench();
        let mut seed = 3_u64;
        let mut draw = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(seed >> 33).unwrap() % below
        };
        for step in 0..120 {
            let marks: Vec<Annotation> = wb.project().annotations().cloned().collect();
            match draw(5) {
                0 | 1 => {
                    let id = format!("n{step}");
                    let document = ["d", "e"][draw(2)];
                    let tag = ["person", "place"][draw(2)];
                    let entity = [None, Some("x")][draw(2)];
                    let made = mark(&id, document, tag, PEOPLE[draw(3)], entity);
                    wb.commit("test", vec![Edit::create(made)]).unwrap();
                }
                2 if !marks.is_empty() => {
                    let gone = marks[draw(marks.len())].clone();
                    wb.commit("test", vec![Edit::delete(gone)]).unwrap();
                }
                3 if !marks.is_empty() => {
                    let before = marks[draw(marks.len())].clone();
                    let mut after = before.clone();
                    after.by = Id::new(PEOPLE[draw(3)]);
                    after.tag = Id::new(["group", "person"][draw(2)]);
                    wb.commit("test", vec![Edit::change(before, after)])
                        .unwrap();
                }
                _ => {
                    wb.run(["edit.undo", "edit.redo"][draw(2)], &Args::None);
                }
            }
            // What was undone is shown, in another reader if need be.
            let reader = wb.active_reader().unwrap().id;
            wb.set_layer(reader, None);
            let all = counts(&wb);
            let mut sum = [0; 3];
            for person in PEOPLE {
                wb.set_layer(reader, Some(Id::new(person)));
                for (sum, count) in sum.iter_mut().zip(counts(&wb)) {
                    *sum += count;
                }
            }
            assert_eq!(sum, all, "step {step}");
        }
    }
}
