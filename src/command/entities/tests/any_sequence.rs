//! Any sequence of links, merges, splits and changes, undone and done again:
//! the index says what counting all marks says, and every step taken back
//! leaves the project as it was.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::command::entities::registry::{names_a_thing, words_of};
use crate::command::{NameKey, NameList, NameOrder, NamesAsked, NamesChange, NamesShown};

/// One thing a person does; the numbers choose among what there is.
#[derive(Clone, Debug)]
enum Deed {
    Mark(usize, usize, usize),
    Unmark(usize),
    New(usize),
    Link(usize, usize, usize),
    Unlink(usize),
    Merge(usize, usize, usize),
    Split(usize, usize, bool),
    SplitSurface(usize, usize),
    Rename(usize, usize),
    Apart(usize, usize),
    Remove(usize),
    Move(usize),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let n = 0..40_usize;
    let one = prop_oneof![
        8 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Deed::Mark(a, b, c)),
        1 => n.clone().prop_map(Deed::Unmark),
        4 => n.clone().prop_map(Deed::New),
        5 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Deed::Link(a, b, c)),
        1 => n.clone().prop_map(Deed::Unlink),
        3 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Deed::Merge(a, b, c)),
        3 => (n.clone(), n.clone(), any::<bool>()).prop_map(|(a, b, c)| Deed::Split(a, b, c)),
        1 => (n.clone(), n.clone()).prop_map(|(a, b)| Deed::SplitSurface(a, b)),
        2 => (n.clone(), n.clone()).prop_map(|(a, b)| Deed::Rename(a, b)),
        1 => (n.clone(), n.clone()).prop_map(|(a, b)| Deed::Apart(a, b)),
        1 => n.clone().prop_map(Deed::Remove),
        1 => n.prop_map(Deed::Move),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ];
    prop::collection::vec(one, 0..30)
}

const TAGS: [&str; 4] = ["person", "place", "group", "date"];

fn take(wb: &mut Workbench, deed: &Deed, number: usize) {
    let marks: Vec<Id> = wb
        .project()
        .annotations()
        .map(|mark| mark.id.clone())
        .collect();
    let entities: Vec<Id> = wb
        .project()
        .entities()
        .map(|entity| entity.id.clone())
        .collect();
    let mark = |n: usize| marks.get(n % marks.len().max(1)).cloned();
    let entity = |n: usize| entities.get(n % entities.len().max(1)).cloned();
    // Refusals are answers too; what they leave is looked at all the same.
    match deed {
        Deed::Mark(a, b, c) => {
            let document = wb.project().documents().nth(a % 2).unwrap().clone();
            let words: Vec<Span> = crate::language::words(&document.text).collect();
            let first = words[b % words.len()];
            let last = words[(b + c % 2).min(words.len() - 1).max(b % words.len())];
            let mark = Annotation::new(
                Id::new(format!("m{number}")),
                document.id.clone(),
                vec![Span::new(first.start, last.end)],
                Id::new(TAGS[c % TAGS.len()]),
                Id::new("me"),
                Timestamp::UNIX_EPOCH,
            );
            wb.commit("annotation.tag", vec![Edit::create(mark)])
                .unwrap();
        }
        Deed::Unmark(n) => {
            if let Some(id) = mark(*n) {
                wb.run("annotation.remove", &Args::Id(id));
            }
        }
        Deed::New(n) => drop(mark(*n).map(|id| wb.new_entity(&id, None, Reach::ALL[n % 3]))),
        Deed::Link(a, b, c) => {
            if let (Some(mark), Some(entity)) = (mark(*a), entity(*b)) {
                let _ = wb.link_mark(&mark, &entity, Reach::ALL[c % 3]);
            }
        }
        Deed::Unlink(n) => drop(mark(*n).map(|id| wb.unlink_mark(&id))),
        Deed::Merge(a, b, c) => {
            if let (Some(keep), Some(one), Some(two)) = (entity(*a), entity(*b), entity(*c)) {
                let _ = wb.merge_entities(&keep, &[one, two], (c % 2 == 0).then_some("قسد"));
            }
        }
        Deed::Split(a, b, new) => {
            if let (Some(from), Some(to)) = (entity(*a), entity(*b)) {
                let some = wb.project().mentions(&from).step_by(2);
                let some: Vec<Id> = some.map(|mark| mark.id.clone()).collect();
                let to = if *new {
                    SplitTo::New("آخر".into())
                } else {
                    SplitTo::Entity(to)
                };
                let _ = wb.split_entity(&from, &some, &to);
            }
        }
        Deed::SplitSurface(a, b) => {
            if let Some(from) = entity(*a) {
                let surfaces = wb.surfaces_of_entity(&from);
                if let Some(surface) = surfaces.get(b % surfaces.len().max(1)) {
                    let _ = wb.split_surface(&from, &surface.words, &SplitTo::New("آخر".into()));
                }
            }
        }
        Deed::Rename(a, b) => {
            if let Some(entity) = entity(*a) {
                let name = ["دمشق", "أحمد الشرع", "SDF", "…"][b % 4];
                let _ = wb.change_entity(&entity, &EntityChange::Name(name.into()));
            }
        }
        Deed::Apart(a, b) => {
            if let (Some(one), Some(other)) = (entity(*a), entity(*b)) {
                let _ = wb.keep_apart(&one, &other);
            }
        }
        Deed::Remove(n) => drop(entity(*n).map(|id| wb.remove_entity(&id))),
        Deed::Move(n) => {
            let before = wb.project().documents().nth(n % 2).unwrap().clone();
            let mut after = before.clone();
            after.order += 2;
            wb.commit("document.state-new", vec![Edit::change(before, after)])
                .unwrap();
        }
        Deed::Undo => drop(wb.run("edit.undo", &Args::None)),
        Deed::Redo => drop(wb.run("edit.redo", &Args::None)),
    }
}

/// Lists of names in every order, kept up to date all the time.
#[derive(Default)]
struct Lists(Vec<(NamesAsked, NameList)>);

impl Lists {
    fn new() -> Self {
        let orders = [NameOrder::Count, NameOrder::Name, NameOrder::First];
        let shown = [NamesShown::All, NamesShown::Entities, NamesShown::Unlinked];
        let all = orders.into_iter().flat_map(|order| {
            shown.into_iter().map(move |shown| NamesAsked {
                order,
                shown,
                tag: (shown == NamesShown::Unlinked).then(|| Id::new("person")),
                ..NamesAsked::default()
            })
        });
        Self(all.map(|asked| (asked, NameList::default())).collect())
    }

    /// What moved row by row against what is gathered anew.
    fn check(&mut self, wb: &Workbench) {
        for (asked, list) in &mut self.0 {
            list.refresh(wb, asked);
            let mut anew = NameList::default();
            anew.refresh(wb, asked);
            assert_eq!(list.rows(), anew.rows(), "{asked:?}");
            assert_eq!(list.refresh(wb, asked), NamesChange::Nothing);
        }
    }
}

/// The index against counting all marks.
fn check(wb: &mut Workbench, lists: &mut Lists) {
    wb.finish_reading_entities();
    lists.check(wb);
    let (project, registry) = (wb.project(), wb.registry());
    let mut mentions: BTreeMap<Id, BTreeSet<(u32, Id, usize, Id)>> = BTreeMap::new();
    let mut unlinked: BTreeMap<NameKey, usize> = BTreeMap::new();
    for mark in project.annotations() {
        let document = project.document(&mark.document).unwrap();
        match &mark.entity {
            Some(entity) => {
                assert!(
                    project.entity(entity).is_some(),
                    "every mark's entity exists"
                );
                let start = mark.hull().unwrap().start;
                let spot = (document.order, document.id.clone(), start, mark.id.clone());
                mentions.entry(entity.clone()).or_default().insert(spot);
            }
            None if names_a_thing(project, mark) => {
                *unlinked
                    .entry(words_of(mark, &document.text).0)
                    .or_default() += 1;
            }
            None => {}
        }
    }
    for entity in project.entities() {
        let known: Vec<_> = registry
            .mentions(&entity.id)
            .map(|spot| {
                (
                    spot.order,
                    spot.document.clone(),
                    spot.start,
                    spot.mark.clone(),
                )
            })
            .collect();
        let counted: Vec<_> = mentions.remove(&entity.id).into_iter().flatten().collect();
        assert_eq!(known, counted, "{}", entity.name);
        let by_document: usize = registry
            .by_document(&entity.id)
            .iter()
            .map(|(_, n)| n)
            .sum();
        assert_eq!(by_document, counted.len());
        let found = wb.find_entities(&entity.name);
        assert!(
            found.contains(&entity.id),
            "{} is found by its name",
            entity.name
        );
        for other in &entity.distinct_from {
            assert!(
                project
                    .entity(other)
                    .is_some_and(|other| other.id != entity.id)
            );
        }
    }
    assert!(mentions.is_empty());
    let known: BTreeMap<NameKey, usize> = registry
        .unlinked()
        .filter_map(|owner| registry.name_with(owner))
        .map(|name| (name.key.clone(), name.count as usize))
        .collect();
    assert_eq!(known, unlinked);
    let total: usize = unlinked.values().sum();
    assert_eq!(registry.unlinked_marks(), total);
    for pair in wb.duplicates() {
        assert!(pair.first != pair.second && project.entity(&pair.first).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn the_index_follows_and_undo_is_exact(deeds in deeds()) {
        let mut wb = bench(&[A, B]);
        let mut lists = Lists::new();
        let mut states: Vec<Project> = vec![wb.project().clone()];
        for (number, deed) in deeds.iter().enumerate() {
            let steps = wb.history().transactions().len();
            take(&mut wb, deed, number);
            check(&mut wb, &mut lists);
            if matches!(deed, Deed::Undo | Deed::Redo) {
                continue;
            }
            prop_assert!(wb.history().transactions().len() <= steps + 1, "one deed is one step");
            if wb.history().transactions().len() > steps {
                let after = wb.project().clone();
                prop_assert!(wb.run("edit.undo", &Args::None));
                check(&mut wb, &mut lists);
                wb.run("edit.redo", &Args::None);
                prop_assert!(*wb.project() == after, "undone and done again: {:?}", deed);
                states.push(after);
            }
        }
        while wb.history().undo_len() > 0 {
            wb.run("edit.undo", &Args::None);
        }
        prop_assert!(*wb.project() == states[0]);
        check(&mut wb, &mut lists);
    }
}
