//! Rules in force, on whole workbenches.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not there"
)]

use serde_json::json;

use super::{Judge, in_the_way};
use crate::command::{Args, CommandError, FixedSurroundings, Refusal, Selection, Workbench};
use crate::model::notation::{ANALYST, DOCUMENT, marked};
use crate::model::{
    Annotation, Attribute, AttributeKind, Choice, Edit, Ends, History, Id, Overlap, Relation, Span,
    Tag, TagKind, Timestamp,
};
use crate::store::Settings;

fn workbench(notation: &str) -> Workbench {
    Workbench::new(
        marked(notation),
        History::default(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::default()),
    )
}

fn change_tag(wb: &mut Workbench, id: &str, change: impl FnOnce(&mut Tag)) {
    let before = wb.project().tag(&Id::new(id)).unwrap().clone();
    let mut after = before.clone();
    change(&mut after);
    wb.commit("test", vec![Edit::change(before, after)])
        .unwrap();
}

fn mark(id: &str, spans: &[(usize, usize)], tag: &str) -> Annotation {
    Annotation::new(
        Id::new(id),
        Id::new(DOCUMENT),
        spans.iter().map(|(a, b)| Span::new(*a, *b)).collect(),
        Id::new(tag),
        Id::new(ANALYST),
        Timestamp::UNIX_EPOCH,
    )
}

fn refusal(result: Result<(), CommandError>) -> Refusal {
    match result {
        Err(CommandError::Refused(refusal)) => *refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn add(wb: &mut Workbench, marks: &[Annotation]) -> Result<(), CommandError> {
    wb.commit("test", marks.iter().cloned().map(Edit::create).collect())
}

#[test]
fn a_mark_in_the_way_is_named_with_its_tag_and_words() {
    let mut wb = workbench("[دمشق|PLACE] عاصمة");
    change_tag(&mut wb, "place", |tag| tag.overlap = Overlap::Forbid);
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(Span::new(0, 4)));
    assert!(!wb.run("annotation.tag", &Args::Id(Id::new("place"))));
    let said = wb.notices().last().unwrap().text.clone();
    assert!(said.contains("دمشق") && said.contains("Place"), "{said}");
    assert_eq!(wb.project().counts().annotations, 1);
    // Another tag is not asked.
    assert!(wb.run("annotation.tag", &Args::Id(Id::new("person"))));
    // Nor is what undo brings back.
    wb.run("edit.undo", &Args::None);
    wb.run("edit.redo", &Args::None);
    assert_eq!(wb.project().counts().annotations, 2);
}

#[test]
fn both_languages_say_the_refusal() {
    for (language, part) in [("en", "may not overlap"), ("ar", "تتداخل")] {
        let mut wb = workbench("[دمشق|PLACE] عاصمة");
        wb.run(&format!("view.language-{language}"), &Args::None);
        change_tag(&mut wb, "place", |tag| tag.overlap = Overlap::Forbid);
        let refused = add(&mut wb, &[mark("n", &[(2, 8)], "place")]).unwrap_err();
        wb.report(&refused);
        let said = wb.notices().last().unwrap().text.clone();
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn nested_marks_may_not_cross() {
    let mut wb = workbench("[قوات سوريا|GROUP] الديمقراطية");
    change_tag(&mut wb, "group", |tag| tag.overlap = Overlap::Nest);
    let crossing = mark("n", &[(9, 25)], "group");
    assert!(matches!(
        refusal(add(&mut wb, std::slice::from_ref(&crossing))),
        Refusal::Crosses { .. }
    ));
    assert!(matches!(
        in_the_way(wb.project(), &crossing),
        Some(Refusal::Crosses { .. })
    ));
    add(&mut wb, &[mark("n", &[(9, 19)], "group")]).unwrap();
}

#[test]
fn new_marks_of_one_step_may_not_clash_with_one_another() {
    let mut wb = workbench("كلمة كلمة كلمة كلمة كلمة");
    change_tag(&mut wb, "place", |tag| tag.overlap = Overlap::Forbid);
    let apart = [
        mark("n1", &[(0, 8)], "place"),
        mark("n2", &[(9, 17)], "place"),
    ];
    let both = [
        mark("n1", &[(0, 17)], "place"),
        mark("n2", &[(9, 17)], "place"),
    ];
    assert!(matches!(
        refusal(add(&mut wb, &both)),
        Refusal::Overlaps { .. }
    ));
    let mut judge = Judge::new(wb.project());
    assert_eq!(judge.admit(&both[1]), Ok(()));
    assert!(judge.admit(&both[0]).is_err());
    assert_eq!(judge.admit(&apart[0]), Ok(()));
    add(&mut wb, &apart).unwrap();
    // What goes in the same step is in nobody's way, what stays is.
    let gone = wb.project().annotation(&Id::new("n1")).unwrap().clone();
    let kept = wb.project().annotation(&Id::new("n2")).unwrap().clone();
    let mut noted = kept.clone();
    noted.note = "n".to_owned();
    let edits = vec![
        Edit::create(mark("n3", &[(0, 12)], "place")),
        Edit::delete(gone.clone()),
        Edit::change(kept, noted),
    ];
    refusal(wb.commit("test", edits));
    let edits = vec![
        Edit::create(mark("n3", &[(0, 6)], "place")),
        Edit::delete(gone),
    ];
    wb.commit("test", edits).unwrap();
}

#[test]
fn other_annotators_and_standing_breaches_are_left_alone() {
    let mut wb = workbench("[قوات [سوريا|PLACE] الحرة|PLACE]");
    change_tag(&mut wb, "place", |tag| tag.overlap = Overlap::Forbid);
    // The marks broke the rule before it was made: they can get a note, not a
    // new border in one another.
    let standing = wb.project().annotation(&Id::new("a1")).unwrap().clone();
    wb.set_note(&standing.id, "ملاحظة").unwrap();
    assert!(wb.resize_mark(&standing.id, 0, Span::new(9, 17)).is_err());
    wb.run("annotation.analyst", &Args::Text("Second".to_owned()));
    let mut other = mark("n", &[(0, 8)], "place");
    other.by = wb.analyst().clone();
    add(&mut wb, &[other]).unwrap();
}

#[test]
fn a_retired_tag_marks_nothing_new() {
    let mut wb = workbench("[دمشق|PLACE] [حلب|PERSON]");
    change_tag(&mut wb, "place", |tag| tag.retired = true);
    assert!(matches!(
        refusal(wb.retag_mark(&Id::new("a2"), &Id::new("place"))),
        Refusal::Retired { .. }
    ));
    assert!(matches!(
        refusal(add(&mut wb, &[mark("n", &[(0, 2)], "place")])),
        Refusal::Retired { .. }
    ));
    wb.set_note(&Id::new("a1"), "still there").unwrap();
}

#[test]
fn answers_must_fit_and_defaults_are_filled_in() {
    let mut wb = workbench("[دمشق|PLACE] حلب");
    change_tag(&mut wb, "place", |tag| {
        let mut sure = Attribute::new(
            "kind",
            AttributeKind::OneOf {
                choices: ["city", "village"].map(Choice::new).into(),
            },
        );
        sure.default = Some(json!("city"));
        tag.attributes.push(sure);
        tag.attributes.push(Attribute::new(
            "people",
            AttributeKind::Number {
                least: Some(0.0),
                most: None,
            },
        ));
    });
    let mut new = mark("n", &[(9, 15)], "place");
    new.attributes.insert("people".to_owned(), json!(-1));
    let refused = refusal(add(&mut wb, std::slice::from_ref(&new)));
    assert!(refused.to_string().contains("smallest number allowed is 0"));
    new.attributes.insert("people".to_owned(), json!(12));
    new.attributes
        .insert("of another tag".to_owned(), json!(12));
    add(&mut wb, &[new]).unwrap();
    let made = wb.project().annotation(&Id::new("n")).unwrap();
    assert_eq!(made.attributes["kind"], json!("city"));
    // A mark that gets the tag later starts with them too; one read from a
    // file stays as it was.
    wb.retag_mark(&Id::new("n"), &Id::new("person")).unwrap();
    let old = wb.project().annotation(&Id::new("a1")).unwrap();
    assert!(old.attributes.is_empty());
}

#[test]
fn relations_lead_from_mark_to_mark_of_the_right_tags() {
    let mut wb = workbench("[أحمد|PERSON] في [دمشق|PLACE]");
    let mut lives = Tag::new(
        Id::new("lives"),
        TagKind::Relation,
        [("en".to_owned(), "Lives in".to_owned())].into(),
    );
    lives.ends = Ends {
        from: vec![Id::new("person")],
        to: vec![Id::new("place")],
        symmetric: false,
    };
    wb.commit("test", vec![Edit::create(lives)]).unwrap();
    let relation = |tag: &str, from: &str, to: &str| Relation {
        id: Id::new("r"),
        tag: Id::new(tag),
        from: Id::new(from),
        to: Id::new(to),
        note: String::new(),
        by: Id::new(ANALYST),
        at: Timestamp::UNIX_EPOCH,
        extra: crate::model::Extra::new(),
    };
    let mut refused = |tag: &str, from: &str, to: &str| {
        let edits = vec![Edit::create(relation(tag, from, to))];
        refusal(wb.commit("test", edits))
    };
    assert!(matches!(
        refused("lives", "a1", "gone"),
        Refusal::NoMark { .. }
    ));
    assert!(matches!(
        refused("lives", "a1", "a1"),
        Refusal::OneMark { .. }
    ));
    assert!(matches!(
        refused("place", "a1", "a2"),
        Refusal::NotForRelations { .. }
    ));
    let wrong = refused("lives", "a2", "a1").to_string();
    assert!(wrong.contains("دمشق") && wrong.contains("Place"), "{wrong}");
    assert!(matches!(
        refusal(add(&mut wb, &[mark("n", &[(0, 2)], "lives")])),
        Refusal::NotForMarks { .. }
    ));
    wb.commit("test", vec![Edit::create(relation("lives", "a1", "a2"))])
        .unwrap();
}

/// Not a measurement: a judge that compared each mark with each would not
/// come back in the time of a test.
#[test]
fn ten_thousand_marks_are_judged_at_once() {
    let text = "كلمة ".repeat(20_000);
    for overlap in [Overlap::Allow, Overlap::Forbid] {
        let mut wb = workbench(&text);
        change_tag(&mut wb, "place", |tag| tag.overlap = overlap);
        let marks: Vec<_> = (0..10_000)
            .map(|at| mark(&format!("n{at}"), &[(at * 9, at * 9 + 8)], "place"))
            .collect();
        add(&mut wb, &marks).unwrap();
        assert_eq!(wb.project().counts().annotations, 10_000);
    }
}

#[test]
fn a_mark_keeps_a_tag_its_relation_is_for() {
    let mut wb = workbench("[أحمد|PERSON] في [دمشق|PLACE] و[بغداد|PLACE]");
    let ids: Vec<Id> = wb
        .project()
        .annotations()
        .map(|mark| mark.id.clone())
        .collect();
    let mut tag = Tag::new(Id::new("lives"), TagKind::Relation, [].into());
    tag.ends = Ends {
        from: vec![Id::new("person")],
        ..Ends::default()
    };
    wb.commit("test", vec![Edit::create(tag)]).unwrap();
    wb.relate(&ids[0], &ids[1], &Id::new("lives")).unwrap();
    let refused = refusal(wb.retag_mark(&ids[0], &Id::new("group")));
    assert!(matches!(refused, Refusal::EndInUse { .. }), "{refused:?}");
    // The other end may be anything, and so may marks without relations.
    wb.retag_mark(&ids[1], &Id::new("facility")).unwrap();
    wb.retag_mark(&ids[2], &Id::new("group")).unwrap();
    // A relation that goes, or changes too, is in nobody's way.
    let before = wb.project().annotation(&ids[0]).unwrap().clone();
    let mut after = before.clone();
    after.tag = Id::new("group");
    let relation = wb.project().relations().next().unwrap().clone();
    let edits = vec![Edit::change(before, after), Edit::delete(relation)];
    wb.commit("test", edits).unwrap();
    // What stands against the rule already does not hold anybody.
    wb.run("edit.undo", &Args::None);
    change_tag(&mut wb, "lives", |tag| {
        tag.ends.from = vec![Id::new("event")];
    });
    wb.retag_mark(&ids[0], &Id::new("group")).unwrap();
}
