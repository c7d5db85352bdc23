//! Two layers side by side: every way to settle, and that nothing of them is
//! changed.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod carrying;
mod pairs;

use std::collections::BTreeMap;

use super::*;
use crate::command::{Args, FixedSurroundings};
use crate::model::{Annotation, Document, Entity, History, Project, Span, Timestamp, Transaction};
use crate::store::Settings;

const TEXT: &str = "aaaa bbbb cccc dddd eeee ffff";

fn mark(id: &str, place: (usize, usize), tag: &str, by: &str) -> Annotation {
    Annotation::new(
        Id::new(id),
        Id::new("d"),
        vec![Span::new(place.0, place.1)],
        Id::new(tag),
        Id::new(by),
        Timestamp::UNIX_EPOCH,
    )
}

/// Marks of Amal and Basil: one the same, one of another extent, one with
/// another tag, one of each alone.
fn workbench() -> Workbench {
    let mut project = Project::new("p", Analyst::new(Id::new("a"), "Amal"));
    let at = Timestamp::UNIX_EPOCH;
    let mut same = mark("a1", (0, 4), "person", "a");
    same.note = "of Amal".to_owned();
    let mut same_too = mark("b1", (0, 4), "person", "b");
    same_too.entity = Some(Id::new("e"));
    same_too.attributes = BTreeMap::from([("x".to_owned(), "y".into())]);
    let entity = Entity::new(Id::new("e"), "Aaaa");
    let edits = vec![
        Edit::create(Analyst::new(Id::new("b"), "Basil")),
        Edit::create(Document::new(Id::new("d"), "d", TEXT, at)),
        Edit::create(entity),
        Edit::create(same),
        Edit::create(same_too),
        Edit::create(mark("a2", (5, 9), "person", "a")),
        Edit::create(mark("b2", (5, 14), "person", "b")),
        Edit::create(mark("a3", (15, 19), "group", "a")),
        Edit::create(mark("b3", (15, 19), "place", "b")),
        Edit::create(mark("a4", (20, 24), "place", "a")),
        Edit::create(mark("b5", (25, 29), "place", "b")),
    ];
    project
        .apply(&Transaction::new(
            Id::new("t"),
            at,
            Id::new("a"),
            "test",
            edits,
        ))
        .unwrap();
    let settings = Settings {
        analyst: "Amal".to_owned(),
        ..Settings::default()
    };
    let mut wb = Workbench::new(
        project,
        History::new(),
        settings,
        None,
        Box::new(FixedSurroundings::new()),
    );
    assert!(wb.run("layers.compare", &Args::None));
    wb
}

/// The adjudicated marks: place, tag, from.
fn adjudicated(wb: &Workbench) -> Vec<(usize, usize, String, usize)> {
    let layer = wb.adjudicated_layer().map(|layer| layer.id.clone());
    wb.project()
        .annotations_of(&Id::new("d"))
        .filter(|mark| Some(&mark.by) == layer.as_ref())
        .map(|mark| {
            let hull = mark.hull().unwrap();
            let Origin::Adjudicated { from } = &mark.origin else {
                panic!("{:?}", mark.origin);
            };
            (hull.start, hull.end, mark.tag.to_string(), from.len())
        })
        .collect()
}

fn of_the_two(wb: &Workbench) -> Vec<Annotation> {
    wb.project()
        .annotations()
        .filter(|mark| ["a", "b"].contains(&mark.by.as_str()))
        .cloned()
        .collect()
}

fn at_hand(wb: &Workbench) -> (Option<String>, Option<String>) {
    let comparison = wb.comparison().unwrap();
    let row = &comparison.rows[wb.current_difference().unwrap()];
    let text = |id: &Option<Id>| id.as_ref().map(ToString::to_string);
    (text(&row.first), text(&row.second))
}

#[test]
fn comparing_opens_two_readers_and_goes_to_the_first_difference() {
    let wb = workbench();
    let layers: Vec<_> = wb
        .readers()
        .iter()
        .map(|reader| reader.layer.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(layers, ["a", "b"], "whoever sits here comes first");
    assert_eq!(at_hand(&wb), (Some("a2".into()), Some("b2".into())));
    let comparison = wb.comparison().unwrap();
    assert_eq!(comparison.progress(), (0, 4));
    assert_eq!(comparison.agreed_waiting(), 1);
    assert!(wb.readers().iter().all(|reader| reader.reveal.is_some()));
}

#[test]
fn every_difference_is_settled_by_one_key_and_the_next_one_comes() {
    let mut wb = workbench();
    let before = of_the_two(&wb);
    assert!(wb.run("layers.take-second", &Args::None));
    assert_eq!(at_hand(&wb), (Some("a3".into()), Some("b3".into())));
    assert!(wb.run("layers.take-both", &Args::None));
    assert_eq!(at_hand(&wb), (Some("a4".into()), None));
    assert!(wb.run("layers.take-first", &Args::None));
    assert_eq!(at_hand(&wb), (None, Some("b5".into())));
    assert!(wb.run("layers.take-neither", &Args::None));
    let place = |start, end, tag: &str, from| (start, end, tag.to_owned(), from);
    assert_eq!(
        adjudicated(&wb),
        [
            place(5, 14, "person", 2),
            place(15, 19, "group", 2),
            place(15, 19, "place", 2),
            place(20, 24, "place", 1),
        ]
    );
    assert_eq!(wb.comparison().unwrap().progress(), (4, 4));
    assert_eq!(of_the_two(&wb), before, "nothing of the two is changed");
    // The layer and each settlement are one step each.
    for settled in [3, 2, 1, 0] {
        assert!(wb.run("edit.undo", &Args::None));
        assert_eq!(wb.comparison().unwrap().progress().0, settled);
    }
    assert!(wb.adjudicated_layer().is_none());
    assert!(wb.project().decisions().next().is_none());
}

#[test]
fn what_only_the_other_marked_is_not_taken_with_the_first() {
    let mut wb = workbench();
    wb.go_to_difference(wb.comparison().unwrap().row_of(&Id::new("b5")).unwrap());
    assert!(wb.run("layers.take-first", &Args::None));
    assert_eq!(adjudicated(&wb), []);
    let decision = wb.project().decisions().next().unwrap();
    assert_eq!(decision.verdict, Verdict::Neither);
    assert_eq!(decision.marks, [Id::new("b5")]);
    assert_eq!(wb.comparison().unwrap().progress(), (1, 4));
}

#[test]
fn settling_again_takes_back_what_was_made() {
    let mut wb = workbench();
    let here = wb.current_difference().unwrap();
    for (command, count) in [
        ("layers.take-both", 2),
        ("layers.take-neither", 0),
        ("layers.take-first", 1),
        ("layers.take-second", 1),
    ] {
        wb.go_to_difference(here);
        assert!(wb.run(command, &Args::None));
        assert_eq!(adjudicated(&wb).len(), count, "{command}");
        assert_eq!(wb.comparison().unwrap().progress(), (1, 4));
    }
    assert_eq!(adjudicated(&wb)[0].1, 14);
    assert_eq!(wb.project().decisions().count(), 0);
}

#[test]
fn all_that_agree_are_taken_in_one_step_with_what_either_says() {
    let mut wb = workbench();
    assert!(wb.run("layers.take-agreed", &Args::None));
    assert_eq!(adjudicated(&wb), [(0, 4, "person".to_owned(), 2)]);
    let layer = wb.adjudicated_layer().unwrap().id.clone();
    let taken = wb
        .project()
        .annotations()
        .find(|mark| mark.by == layer)
        .unwrap();
    assert_eq!(taken.note, "of Amal");
    assert_eq!(taken.entity, Some(Id::new("e")));
    assert_eq!(taken.attributes["x"], "y");
    assert_eq!(wb.comparison().unwrap().agreed_waiting(), 0);
    assert!(
        !wb.run("layers.take-agreed", &Args::None),
        "nothing is left"
    );
    assert!(wb.run("edit.undo", &Args::None));
    assert_eq!(adjudicated(&wb), []);
}

#[test]
fn settling_by_hand_opens_the_third_layer_with_the_mark_chosen() {
    let mut wb = workbench();
    assert!(wb.run("layers.edit", &Args::None));
    assert_eq!(wb.readers().len(), 3);
    let layer = wb.adjudicated_layer().unwrap().id.clone();
    assert_eq!(wb.active_reader().unwrap().layer, Some(layer.clone()));
    let chosen = wb.selected_mark().unwrap().clone();
    assert_eq!(
        (chosen.by.clone(), chosen.hull()),
        (layer.clone(), Some(Span::new(5, 9)))
    );
    assert_eq!(wb.signer(), &layer);
    // It is changed like any other mark, and stays what settles the place.
    wb.resize_mark(&chosen.id, 0, Span::new(5, 12)).unwrap();
    assert_eq!(wb.comparison().unwrap().progress(), (1, 4));
    assert!(
        wb.run("layers.edit", &Args::None),
        "a settled place leads there"
    );
    assert_eq!(wb.selected_mark().unwrap().hull(), Some(Span::new(5, 12)));
    assert_eq!(wb.readers().len(), 3);
}

#[test]
fn marks_are_made_in_the_layer_that_is_shown_or_not_at_all() {
    let mut wb = workbench();
    let second = wb.readers()[1].id;
    wb.select(second, crate::command::Selection::over(Span::new(0, 3)));
    let count = wb.project().annotations().count();
    assert!(!wb.run("annotation.tag", &Args::Id(Id::new("place"))));
    assert_eq!(wb.project().annotations().count(), count);
    assert!(wb.notices().count() > 0, "it is said why");
    wb.run("layers.take-first", &Args::None);
    wb.run("layers.show-adjudicated", &Args::None);
    let third = wb.active_reader().unwrap().id;
    wb.select(third, crate::command::Selection::over(Span::new(0, 3)));
    assert!(wb.run("annotation.tag", &Args::Id(Id::new("place"))));
    let made = wb.selected_mark().unwrap();
    assert_eq!(
        Some(&made.by),
        wb.adjudicated_layer().map(|layer| &layer.id)
    );
}

#[test]
fn without_two_layers_it_is_said_what_to_do() {
    let mut wb = workbench();
    let first = wb.readers()[0].id;
    wb.set_layer(first, None);
    assert!(wb.comparison().is_none());
    for id in ["layers.next", "layers.take-first", "layers.take-agreed"] {
        assert!(!wb.run(id, &Args::None), "{id}");
    }
    assert!(
        wb.settle_difference("layers.take-first", Settlement::First)
            .is_err()
    );
    assert!(wb.settle_agreed().is_err());
    // The key goes through all layers and back to all marks.
    wb.activate(first);
    let mut seen = Vec::new();
    for _ in 0..3 {
        wb.run("layers.show", &Args::None);
        seen.push(wb.reader(first).unwrap().layer.clone());
    }
    assert_eq!(seen, [Some(Id::new("a")), Some(Id::new("b")), None]);
}

#[test]
fn every_way_to_mark_signs_for_the_layer_that_is_shown() {
    let mut wb = workbench();
    let topic = crate::model::Tag::new(
        Id::new("topic"),
        crate::model::TagKind::Document,
        BTreeMap::new(),
    );
    wb.commit("test", vec![Edit::create(topic)]).unwrap();
    let second = wb.readers()[1].id;
    let mut ways: Vec<(&str, &str)> = vec![
        ("annotation.point", "event"),
        ("annotation.duplicate", "group"),
        ("document.tag", "topic"),
    ];
    wb.select(second, crate::command::Selection::caret(2));
    let count = |wb: &Workbench| wb.project().annotations().count();
    let before = count(&wb);
    for (command, tag) in &ways {
        wb.run(command, &Args::Id(Id::new(*tag)));
        assert_eq!(count(&wb), before, "{command} in the layer of another");
    }
    wb.run("layers.take-first", &Args::None);
    wb.run("layers.show-adjudicated", &Args::None);
    let third = wb.active_reader().unwrap().id;
    wb.select(third, crate::command::Selection::caret(2));
    ways.push(("annotation.tag-all", "person"));
    for (command, tag) in ways {
        let known: Vec<Id> = wb
            .project()
            .annotations()
            .map(|mark| mark.id.clone())
            .collect();
        if command == "annotation.tag-all" {
            wb.select(third, crate::command::Selection::over(Span::new(0, 4)));
        }
        assert!(wb.run(command, &Args::Id(Id::new(tag))), "{command}");
        if command == "annotation.tag-all" {
            wb.set_tag_all_words("ffff");
            wb.run_tag_all_now();
            assert!(wb.run("tag-all.apply", &Args::None));
        }
        let layer = wb.adjudicated_layer().unwrap().id.clone();
        let all = wb.project().annotations();
        let made: Vec<_> = all.filter(|mark| !known.contains(&mark.id)).collect();
        assert_eq!(made.len(), 1, "{command}");
        assert_eq!(made[0].by, layer, "{command}");
    }
}
