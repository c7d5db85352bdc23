//! Attributes, confidence, grades, relations and notes by commands alone,
//! without a window.

use hashiya::command::{Args, Focus, NoteAbout, NoticeKind, Request, Workbench};
use hashiya::model::{Annotation, Id, Kind};
use serde_json::json;

use super::support::values::with_marks;

fn mark<'a>(wb: &'a Workbench, id: &str) -> &'a Annotation {
    wb.project().annotation(&Id::new(id)).unwrap()
}

fn chosen(id: &str) -> Workbench {
    let mut wb = with_marks();
    wb.go_to_mark(&Id::new(id));
    wb
}

fn text(words: &str) -> Args {
    Args::Text(words.to_owned())
}

fn last_problem(wb: &Workbench) -> String {
    let problems = wb
        .notices()
        .filter(|notice| notice.kind == NoticeKind::Problem);
    problems.last().unwrap().text.clone()
}

#[test]
fn attributes_are_filled_in_by_a_command_and_undone() {
    let mut wb = chosen("p1");
    assert_eq!(
        mark(&wb, "p1").attributes["alive"],
        json!(true),
        "the default"
    );
    assert_eq!(wb.first_question(mark(&wb, "p1")).as_deref(), Some("role"));
    for (typed, attribute, stored) in [
        ("role=ضحية", "role", json!("victim")),
        ("Age = ٤٢", "age", json!(42)),
        ("born=12 تشرين الأول 1977", "born", json!("1977-10-12")),
        ("alive=لا", "alive", json!(false)),
        ("sides=Side 2، طرف 9", "sides", json!(["s2", "s9"])),
        ("يُعرف بـ=أبو علي", "alias", json!("أبو علي")),
    ] {
        assert!(wb.run("annotation.answer", &text(typed)), "{typed}");
        assert_eq!(mark(&wb, "p1").attributes[attribute], stored, "{typed}");
    }
    assert_eq!(wb.open_questions(mark(&wb, "p1")), 0);
    wb.run("edit.undo", &Args::None);
    assert!(!mark(&wb, "p1").attributes.contains_key("alias"));
}

#[test]
fn an_answer_out_of_range_is_refused_with_its_reason_and_the_old_one_stays() {
    let mut wb = chosen("p1");
    wb.run("annotation.answer", &text("age=40"));
    for (typed, reason) in [
        ("age=131", "130"),
        ("age=-1", "0"),
        ("age=كثير", "kind"),
        ("born=31 شباط 2019", "no date"),
        ("role=ملك", "among the choices"),
        ("height=3", "no such attribute"),
    ] {
        assert!(!wb.run("annotation.answer", &text(typed)), "{typed}");
        let said = last_problem(&wb);
        assert!(said.contains(reason), "{typed}: {said}");
    }
    assert_eq!(mark(&wb, "p1").attributes["age"], json!(40));
    wb.run("annotation.answer", &text("age="));
    assert!(!mark(&wb, "p1").attributes.contains_key("age"));
    // Another tag keeps what it does not ask for.
    wb.run("annotation.tag", &Args::Id(Id::new("group")));
    assert_eq!(mark(&wb, "p1").attributes["alive"], json!(true));
}

#[test]
fn confidence_has_five_steps_and_any_percentage() {
    let mut wb = chosen("p1");
    assert!(wb.run("annotation.confidence-75", &Args::None));
    assert_eq!(mark(&wb, "p1").confidence, Some(0.75));
    for (typed, stored) in [("٨٥ %", Some(0.85)), ("0", Some(0.0)), ("", None)] {
        assert!(wb.run("annotation.confidence", &text(typed)));
        assert_eq!(mark(&wb, "p1").confidence, stored, "{typed}");
    }
    assert!(!wb.run("annotation.confidence", &text("101")));
    assert!(last_problem(&wb).contains("0 to 100"));
    wb.run("annotation.confidence", &Args::None);
    assert_eq!(
        wb.take_requests().pop(),
        Some(Request::Focus(Focus::Confidence))
    );
}

#[test]
fn grades_have_two_scales_and_a_history() {
    let mut wb = chosen("p1");
    assert!(wb.run("annotation.grade-2", &Args::None));
    assert!(wb.run("document.reliability-b", &Args::None));
    assert_eq!(wb.grade_of(mark(&wb, "p1")), "B2");
    assert!(wb.run("annotation.grade", &text("3")));
    assert!(wb.run("annotation.grade", &text("c")));
    assert_eq!(wb.grade_of(mark(&wb, "p1")), "C3");
    assert!(!wb.run("annotation.grade", &text("7")));
    assert!(last_problem(&wb).contains("A to F"));
    wb.set_grade_reason(&Id::new("p1"), "مصدران مستقلان")
        .unwrap();
    let history = wb.grade_history(&Id::new("p1"));
    let steps: Vec<(&str, &str)> = history
        .iter()
        .map(|step| (step.from.as_str(), step.to.as_str()))
        .collect();
    assert_eq!(steps, [("3", "3"), ("2", "3"), ("", "2")]);
    assert_eq!(history[0].reason, "مصدران مستقلان");
    assert_eq!(history[0].by, *wb.analyst());
    assert!(history[0].at > history[2].at);
    let document = wb.active_document().unwrap().id.clone();
    let source = wb.reliability_history(&document);
    assert_eq!((source[0].from.as_str(), source[0].to.as_str()), ("B", "C"));
    // Undo is a change too: who looks later sees that it was taken back.
    wb.run("document.reliability-none", &Args::None);
    assert!(
        wb.project()
            .document(&document)
            .unwrap()
            .reliability
            .is_none()
    );
    wb.run("edit.undo", &Args::None);
    let source = wb.reliability_history(&document);
    assert_eq!((source[0].from.as_str(), source[0].to.as_str()), ("", "C"));
}

#[test]
fn a_relation_is_drawn_from_mark_to_mark_with_a_tag_that_fits() {
    let mut wb = chosen("l1");
    assert!(wb.run("relation.begin", &Args::None));
    wb.go_to_mark(&Id::new("l2"));
    // Only one tag connects a place with a place.
    assert!(wb.run("relation.finish", &Args::None));
    let near = wb.chosen_relation().unwrap().clone();
    assert_eq!(
        (near.from.as_str(), near.to.as_str(), near.tag.as_str()),
        ("l1", "l2", "near")
    );
    assert!(wb.relation_from().is_none());
    // Of several the person chooses.
    wb.go_to_mark(&Id::new("p1"));
    wb.run("relation.begin", &Args::None);
    wb.go_to_mark(&Id::new("l1"));
    assert!(wb.run("relation.finish", &Args::None));
    assert_eq!(
        wb.take_requests().pop(),
        Some(Request::PickRelationTag(None))
    );
    assert!(wb.run("relation.finish", &Args::Id(Id::new("lives"))));
    assert_eq!(wb.project().counts().relations, 2);
    // None fits: a sentence, and the relation stays begun.
    wb.go_to_mark(&Id::new("l2"));
    wb.run("relation.begin", &Args::None);
    wb.go_to_mark(&Id::new("p2"));
    assert!(!wb.run("relation.finish", &Args::None));
    assert!(last_problem(&wb).contains("No relation"));
    assert!(wb.relation_from().is_some());
    assert!(wb.run("relation.cancel", &Args::None));
    assert!(wb.relation_from().is_none());
}

#[test]
fn relations_are_reversed_retyped_noted_and_removed() {
    let mut wb = chosen("l1");
    wb.relate(&Id::new("l1"), &Id::new("l2"), &Id::new("near"))
        .unwrap();
    let id = wb.chosen_relation().unwrap().id.clone();
    assert!(wb.run("relation.reverse", &Args::None));
    assert_eq!(wb.project().relation(&id).unwrap().from.as_str(), "l2");
    assert!(wb.run("relation.note", &text("بحسب الخريطة")));
    assert_eq!(wb.project().relation(&id).unwrap().note, "بحسب الخريطة");
    // The same again says nothing more, in either language.
    assert!(
        wb.relate(&Id::new("l2"), &Id::new("l1"), &Id::new("near"))
            .is_err()
    );
    wb.relate(&Id::new("p1"), &Id::new("l1"), &Id::new("lives"))
        .unwrap();
    let lives = wb.chosen_relation().unwrap().id.clone();
    wb.retype_relation(&lives, &Id::new("visits")).unwrap();
    assert!(wb.retype_relation(&lives, &Id::new("near")).is_err());
    // Its ends would not fit the other way round.
    assert!(!wb.run("relation.reverse", &Args::Id(lives.clone())));
    assert!(last_problem(&wb).contains("دمشق"));
    assert!(wb.run("relation.remove", &Args::Id(lives)));
    assert_eq!(wb.project().counts().relations, 1);
}

#[test]
fn a_mark_takes_its_relations_and_notes_along_and_brings_them_back() {
    let mut wb = chosen("l1");
    wb.relate(&Id::new("l1"), &Id::new("l2"), &Id::new("near"))
        .unwrap();
    wb.relate(&Id::new("p1"), &Id::new("l1"), &Id::new("lives"))
        .unwrap();
    wb.add_note(&NoteAbout::Mark(Id::new("l1")), "أي دمشق؟")
        .unwrap();
    wb.go_to_mark(&Id::new("l1"));
    assert!(wb.run("annotation.remove", &Args::None));
    assert_eq!(wb.project().counts().relations, 0);
    assert_eq!(wb.project().counts().notes, 0);
    let said = wb.notices().last().unwrap().text.clone();
    assert!(said.contains('2') && said.contains("relations"), "{said}");
    wb.run("edit.undo", &Args::None);
    assert_eq!(wb.project().counts().relations, 2);
    assert_eq!(wb.project().relations_of(&Id::new("l1")).count(), 2);
    assert_eq!(
        wb.project()
            .notes_about(Kind::Annotation, &Id::new("l1"))
            .len(),
        1
    );
}

#[test]
fn notes_are_about_anything_and_several_about_one_thing() {
    let mut wb = chosen("p1");
    assert_eq!(wb.note_subject(), NoteAbout::Mark(Id::new("p1")));
    wb.run("note.add", &Args::None);
    let asked = Request::WriteNote(NoteAbout::Mark(Id::new("p1")));
    assert_eq!(wb.take_requests().pop(), Some(asked));
    assert!(wb.run("note.add", &text("من هو؟")));
    assert!(wb.run("note.add", &text("Who is he?")));
    assert!(wb.run("note.add-document", &text("مقال طويل")));
    assert!(wb.run("note.add-tag", &text("الأشخاص بأسمائهم فقط")));
    assert!(wb.run("note.add-project", &text("ملاحظة عامة")));
    let subjects = wb.note_subjects();
    let counts: Vec<usize> = subjects
        .iter()
        .map(|one| wb.notes_about(one).len())
        .collect();
    assert_eq!(counts, [2, 1, 1, 1]);
    let note = wb.notes_about(&subjects[0])[1].clone();
    assert_eq!(note.by, *wb.analyst());
    wb.change_note(&note.id, "Who was he?").unwrap();
    let changed = wb.project().note(&note.id).unwrap();
    assert!(changed.at > note.at && changed.text == "Who was he?");
    assert!(wb.run("note.delete", &Args::None));
    assert_eq!(wb.notes_about(&subjects[0]).len(), 1);
    assert!(wb.add_note(&NoteAbout::Mark(Id::new("gone")), "x").is_err());
    // Without words there is no note.
    wb.run("note.add", &text("  "));
    assert_eq!(wb.notes_about(&subjects[0]).len(), 1);
}

#[test]
fn every_refusal_says_the_same_in_print_and_in_the_window() {
    use hashiya::command::{Called, CommandError, Refusal};
    use hashiya::model::Unfit;
    let mut wb = chosen("p1");
    let tag = || Called::from(wb.project().tag(&Id::new("place")).unwrap());
    let answer = |unfit| Refusal::Answer {
        tag: tag(),
        attribute: tag(),
        unfit,
    };
    let words = || "دمشق".to_owned();
    let refusals = [
        Refusal::Overlaps {
            rule: tag(),
            other: tag(),
            words: words(),
        },
        Refusal::Crosses {
            rule: tag(),
            other: tag(),
            words: words(),
        },
        Refusal::Retired { tag: tag() },
        Refusal::NoMark { tag: tag() },
        Refusal::OneMark { tag: tag() },
        Refusal::WrongEnd {
            tag: tag(),
            other: tag(),
            words: words(),
        },
        Refusal::NotForMarks { tag: tag() },
        Refusal::NotForRelations { tag: tag() },
        answer(Unfit::WrongKind),
        answer(Unfit::NotOffered("x".to_owned())),
        answer(Unfit::Twice("x".to_owned())),
        answer(Unfit::TooSmall(1.0)),
        answer(Unfit::TooLarge(2.0)),
        answer(Unfit::NoDate("x".to_owned())),
        answer(Unfit::Missing),
    ];
    for refusal in refusals {
        let printed = refusal.to_string();
        wb.report(&CommandError::from(refusal));
        let said = wb.notices().last().unwrap().text.clone();
        assert_eq!(said.replace(['\u{2068}', '\u{2069}'], ""), printed);
    }
}

#[test]
fn a_key_goes_from_one_unanswered_mark_to_the_next() {
    let mut wb = chosen("l1");
    let mut seen = Vec::new();
    for _ in 0..4 {
        wb.run("annotation.next-unanswered", &Args::None);
        seen.push(wb.selected_mark().unwrap().id.to_string());
    }
    assert_eq!(seen, ["p2", "p3", "p1", "p2"]);
    for id in ["p1", "p2", "p3"] {
        wb.set_answer(&Id::new(id), "role", Some(json!("witness")))
            .unwrap();
    }
    assert!(!wb.run("annotation.next-unanswered", &Args::None));
    assert!(last_problem(&wb).contains("required attributes"));
}

/// In the text دمشق stands twice and is marked once: all are accepted but the
/// one that would lie on the mark; what is left out is said.
#[test]
fn a_bulk_step_leaves_out_what_the_guideline_does_not_allow() {
    let mut wb = with_marks();
    let wide = super::support::values::TEXT.find("إلى دمشق").unwrap();
    let mark = mark(&wb, "l1").clone();
    let mut wider = mark.clone();
    wider.spans = vec![hashiya::model::Span::new(wide, mark.spans[0].end)];
    wb.commit("test", vec![hashiya::model::Edit::change(mark, wider)])
        .unwrap();
    wb.run_visible_suggestions();
    let before = wb.project().counts().annotations;
    assert!(wb.run("suggestion.accept-above", &Args::None));
    let places: Vec<_> = wb.bulk_preview().unwrap().places.clone();
    let on_the_mark = |span: hashiya::model::Span, tag: &str| {
        tag == "place" && mark_spans(&wb, "l1").iter().any(|one| one.overlaps(span))
    };
    let clash = places
        .iter()
        .filter(|place| on_the_mark(place.suggestion.span, place.tag.as_str()))
        .count();
    let done = wb.apply_bulk_preview().unwrap();
    assert_eq!(done, places.len() - clash);
    assert_eq!(wb.project().counts().annotations, before + done);
    if clash > 0 {
        assert!(last_problem(&wb).contains("left out"));
    }
}

fn mark_spans(wb: &Workbench, id: &str) -> Vec<hashiya::model::Span> {
    mark(wb, id).spans.clone()
}
