//! What hangs on settled marks: relations, notes, answers, pieces; and places
//! about which the two contradict each other.

use super::*;
use crate::model::{Kind, Note, Relation, Tag, TagKind};

const NEAR: &str = "near";

/// Records as another step, beside the marks of [`workbench`].
fn with(records: Vec<Edit>) -> Workbench {
    let mut wb = workbench();
    let tag = Tag::new(
        Id::new(NEAR),
        TagKind::Relation,
        [("en".to_owned(), "near".to_owned())].into(),
    );
    let mut edits = vec![Edit::create(tag)];
    edits.extend(records);
    wb.commit("test", edits).unwrap();
    wb
}

fn relation(id: &str, from: &str, to: &str, by: &str, note: &str) -> Relation {
    Relation {
        id: Id::new(id),
        tag: Id::new(NEAR),
        from: Id::new(from),
        to: Id::new(to),
        note: note.to_owned(),
        by: Id::new(by),
        at: Timestamp::UNIX_EPOCH,
        extra: crate::model::Extra::new(),
    }
}

fn note(id: &str, mark: &str, text: &str) -> Note {
    Note {
        id: Id::new(id),
        document: None,
        annotation: Some(Id::new(mark)),
        entity: None,
        tag: None,
        text: text.to_owned(),
        by: Id::new("b"),
        at: Timestamp::UNIX_EPOCH,
        extra: crate::model::Extra::new(),
    }
}

fn settle(wb: &mut Workbench, mark: &str, command: &str) {
    wb.go_to_difference(wb.comparison().unwrap().row_of(&Id::new(mark)).unwrap());
    assert!(wb.run(command, &Args::None), "{command}");
}

/// Relations of the adjudicated layer: where they start, where they lead to,
/// the note.
fn related(wb: &Workbench) -> Vec<(usize, usize, String)> {
    let Some(layer) = wb.adjudicated_layer() else {
        return Vec::new();
    };
    let start = |id: &Id| wb.project().annotation(id).unwrap().hull().unwrap().start;
    let mut all: Vec<_> = wb
        .project()
        .relations()
        .filter(|one| wb.project().annotation(&one.from).unwrap().by == layer.id)
        .map(|one| (start(&one.from), start(&one.to), one.note.clone()))
        .collect();
    all.sort();
    all
}

#[test]
fn relations_come_with_the_marks_they_connect() {
    let mut wb = with(vec![
        Edit::create(relation("r1", "a1", "a2", "a", "why")),
        Edit::create(relation("r2", "b2", "b3", "b", "")),
    ]);
    settle(&mut wb, "a2", "layers.take-first");
    assert_eq!(related(&wb), [], "one end alone connects nothing");
    assert!(wb.run("layers.take-agreed", &Args::None));
    assert_eq!(related(&wb), [(0, 5, "why".to_owned())]);
    // The second's relation begins at a mark that was not taken, and leads to
    // one that is.
    settle(&mut wb, "a3", "layers.take-second");
    let both = [(0, 5, "why".to_owned()), (5, 15, String::new())];
    assert_eq!(related(&wb), both);
    assert!(wb.run("edit.undo", &Args::None));
    assert_eq!(related(&wb), [(0, 5, "why".to_owned())]);
    assert!(wb.run("edit.redo", &Args::None));
    assert_eq!(related(&wb), both);
    // Settled another way, what hung on it goes, and comes back with it.
    settle(&mut wb, "a3", "layers.take-first");
    assert_eq!(related(&wb), [(0, 5, "why".to_owned())]);
    settle(&mut wb, "a3", "layers.take-both");
    assert_eq!(related(&wb), both);
    settle(&mut wb, "a2", "layers.take-neither");
    assert_eq!(related(&wb), []);
    settle(&mut wb, "a2", "layers.take-second");
    assert_eq!(
        related(&wb),
        both[..1]
            .iter()
            .chain(&both[1..])
            .cloned()
            .collect::<Vec<_>>()
    );
    assert!(wb.project().relation(&Id::new("r1")).is_some());
}

#[test]
fn a_relation_of_both_is_carried_once_with_what_either_says() {
    let mut wb = with(vec![
        Edit::create(relation("r1", "a1", "a2", "a", "one")),
        Edit::create(relation("r2", "b1", "b2", "b", "two")),
    ]);
    settle(&mut wb, "a2", "layers.take-second");
    assert!(wb.run("layers.take-agreed", &Args::None));
    assert_eq!(related(&wb), [(0, 5, "one\ntwo".to_owned())]);
}

#[test]
fn a_relation_drawn_in_the_third_layer_moves_to_what_is_settled_next() {
    let mut wb = with(Vec::new());
    settle(&mut wb, "a2", "layers.take-first");
    settle(&mut wb, "a3", "layers.take-first");
    let made: Vec<Id> = wb
        .project()
        .annotations_of(&Id::new("d"))
        .filter(|mark| Some(&mark.by) == wb.adjudicated_layer().map(|layer| &layer.id))
        .map(|mark| mark.id.clone())
        .collect();
    wb.relate(&made[0], &made[1], &Id::new(NEAR)).unwrap();
    assert_eq!(related(&wb).len(), 1);
    settle(&mut wb, "a2", "layers.take-second");
    assert_eq!(related(&wb), [(5, 15, String::new())], "it is kept");
    settle(&mut wb, "a2", "layers.take-neither");
    assert_eq!(related(&wb), []);
    let said = wb.notices().any(|notice| notice.text.contains("relation"));
    assert!(said, "that it went is said");
    wb.run("edit.undo", &Args::None);
    assert_eq!(related(&wb).len(), 1);
}

#[test]
fn a_relation_the_guideline_refuses_stands_in_no_way_and_is_told() {
    let mut wb = with(vec![Edit::create(relation("r1", "a2", "a3", "a", ""))]);
    let mut tag = wb.project().tag(&Id::new(NEAR)).unwrap().clone();
    let before = tag.clone();
    tag.ends.to = vec![Id::new("group")];
    wb.commit("test", vec![Edit::change(before, tag)]).unwrap();
    settle(&mut wb, "a2", "layers.take-first");
    settle(&mut wb, "a3", "layers.take-second");
    assert_eq!(related(&wb), []);
    assert_eq!(wb.comparison().unwrap().progress().0, 2);
    assert!(wb.notices().any(|notice| notice.text.contains("left out")));
    settle(&mut wb, "a3", "layers.take-first");
    assert_eq!(related(&wb), [(5, 15, String::new())]);
}

#[test]
fn notes_answers_and_pieces_come_too() {
    let mut long = mark("a6", (10, 12), "person", "a");
    long.spans.push(Span::new(26, 28));
    long.confidence = Some(0.5);
    long.grade = Some("2".to_owned());
    long.grade_reason = "two sources".to_owned();
    long.note = "inside".to_owned();
    long.attributes = BTreeMap::from([("x".to_owned(), "y".into())]);
    let mut wb = with(vec![
        Edit::create(long.clone()),
        Edit::create(note("n1", "a6", "about it")),
        Edit::create(note("n2", "a1", "said")),
        Edit::create(note("n3", "b1", "said")),
    ]);
    settle(&mut wb, "a6", "layers.take-first");
    wb.run("layers.take-agreed", &Args::None);
    let layer = wb.adjudicated_layer().unwrap().id.clone();
    let notes = |wb: &Workbench, start: usize| -> Vec<String> {
        let mark = wb
            .project()
            .annotations()
            .find(|mark| mark.by == layer && mark.hull().unwrap().start == start)
            .unwrap();
        let notes = wb.project().notes_about(Kind::Annotation, &mark.id);
        notes.into_iter().map(|note| note.text.clone()).collect()
    };
    let taken = wb
        .project()
        .annotations()
        .find(|mark| mark.by == layer && mark.spans.len() == 2)
        .unwrap()
        .clone();
    assert_eq!(
        Annotation {
            id: long.id.clone(),
            by: long.by.clone(),
            at: long.at,
            origin: long.origin.clone(),
            ..taken
        },
        long
    );
    assert_eq!(notes(&wb, 10), ["about it"]);
    assert_eq!(notes(&wb, 0), ["said"], "once, though both say it");
    let mut own = note("n4", taken.id.as_str(), "by the adjudicator");
    own.by = layer.clone();
    wb.commit("test", vec![Edit::create(own)]).unwrap();
    settle(&mut wb, "a6", "layers.take-both");
    let mut kept = notes(&wb, 10);
    kept.sort();
    assert_eq!(kept, ["about it", "by the adjudicator"]);
}

#[test]
fn who_agree_on_the_place_and_not_on_the_answers_differ() {
    let mut wb = workbench();
    let mut one = wb.project().annotation(&Id::new("a1")).unwrap().clone();
    let before = one.clone();
    one.attributes = BTreeMap::from([("x".to_owned(), "z".into())]);
    wb.commit("test", vec![Edit::change(before, one)]).unwrap();
    let comparison = wb.comparison().unwrap();
    let row = &comparison.rows[comparison.row_of(&Id::new("a1")).unwrap()];
    assert_eq!((row.agreement, row.contradict), (Agreement::Same, true));
    assert_eq!(
        (comparison.progress(), comparison.agreed_waiting()),
        ((0, 5), 0)
    );
    assert!(
        !wb.run("layers.take-agreed", &Args::None),
        "nobody decides that silently"
    );
    settle(&mut wb, "a1", "layers.take-second");
    let layer = wb.adjudicated_layer().unwrap().id.clone();
    let taken = |wb: &Workbench| -> Vec<Annotation> {
        wb.project()
            .annotations()
            .filter(|mark| mark.by == layer)
            .cloned()
            .collect()
    };
    assert_eq!(taken(&wb)[0].attributes["x"], "y");
    assert_eq!(taken(&wb)[0].note, "of Amal", "what only one says is kept");
    settle(&mut wb, "a1", "layers.take-both");
    assert_eq!(taken(&wb).len(), 2);
}

#[test]
fn marks_on_whole_documents_and_places_without_length_are_settled_too() {
    let whole = Tag::new(
        Id::new("whole"),
        TagKind::Document,
        [("en".to_owned(), "whole".to_owned())].into(),
    );
    let mut on_all = mark("a7", (0, 0), "whole", "a");
    on_all.spans.clear();
    let point = mark("b7", (24, 24), "person", "b");
    let mut wb = with(vec![Edit::create(whole)]);
    let made = vec![Edit::create(on_all), Edit::create(point)];
    wb.commit("test", made).unwrap();
    let before = of_the_two(&wb);
    let layer = |wb: &Workbench| wb.adjudicated_layer().map(|layer| layer.id.clone());
    settle(&mut wb, "a7", "layers.take-first");
    settle(&mut wb, "b7", "layers.take-second");
    let taken: Vec<Vec<Span>> = wb
        .project()
        .annotations()
        .filter(|mark| Some(&mark.by) == layer(&wb).as_ref())
        .map(|mark| mark.spans.clone())
        .collect();
    assert!(taken.contains(&Vec::new()) && taken.contains(&vec![Span::new(24, 24)]));
    settle(&mut wb, "a7", "layers.take-neither");
    settle(&mut wb, "b7", "layers.take-first");
    let marks = wb.project().annotations();
    assert_eq!(
        marks
            .filter(|mark| Some(&mark.by) == layer(&wb).as_ref())
            .count(),
        0
    );
    assert_eq!(wb.project().decisions().count(), 2);
    for _ in 0..4 {
        assert!(wb.run("edit.undo", &Args::None));
    }
    assert!(layer(&wb).is_none());
    assert_eq!(of_the_two(&wb), before);
}
