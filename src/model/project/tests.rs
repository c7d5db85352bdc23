//! What a project accepts, refuses and finds.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use super::*;
use crate::model::notation::{ANALYST, DOCUMENT, marked};
use crate::model::{Edit, Span, Timestamp};

fn transaction(edits: Vec<Edit>) -> Transaction {
    Transaction::new(
        Id::new("t"),
        Timestamp::UNIX_EPOCH,
        Id::new(ANALYST),
        "test",
        edits,
    )
}

fn mark(id: &str, tag: &str, spans: &[(usize, usize)]) -> Annotation {
    Annotation::new(
        Id::new(id),
        Id::new(DOCUMENT),
        spans
            .iter()
            .map(|&(a, b)| Span { start: a, end: b })
            .collect(),
        Id::new(tag),
        Id::new(ANALYST),
        Timestamp::UNIX_EPOCH,
    )
}

fn refuse(project: &Project, edits: Vec<Edit>) -> ModelError {
    let mut changed = project.clone();
    let error = changed.apply(&transaction(edits)).unwrap_err();
    assert!(changed == *project, "a refused change changed something");
    error
}

#[test]
fn marks_are_found_in_order_of_place() {
    let project = marked("[قوات [سوريا|LOC] كلها|GROUP] و[قسد|GROUP]");
    let document = Id::new(DOCUMENT);
    let tags = |marks: Vec<&Annotation>| {
        marks
            .iter()
            .map(|a| a.tag.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        tags(project.annotations_of(&document).collect()),
        "group place group"
    );
    assert_eq!(
        tags(project.annotations_at(&document, 10).collect()),
        "group place"
    );
    assert_eq!(
        tags(project.annotations_at(&document, 0).collect()),
        "group"
    );
    assert_eq!(
        tags(project.annotations_before(&document, 9).collect()),
        "group"
    );
    assert_eq!(
        tags(project.annotations_from(&document, 9).collect()),
        "place group"
    );
    assert_eq!(project.annotation_count(&document), 3);
    assert_eq!(project.tag_count(&Id::new("group")), 2);
    assert_eq!(project.uses(Kind::Document, &document), 3);
}

#[test]
fn spans_must_fit_the_text() {
    let project = marked("قسد");
    let of = |spans: &[(usize, usize)]| vec![Edit::create(mark("x", "person", spans))];
    for bad in [(0, 1), (0, 7), (4, 2), (99, 99)] {
        assert!(
            matches!(refuse(&project, of(&[bad])), ModelError::BadSpan { .. }),
            "{bad:?}"
        );
    }
    for bad in [&[(2, 4), (0, 2)], &[(0, 4), (2, 6)], &[(2, 2), (2, 2)]] {
        assert!(matches!(
            refuse(&project, of(bad)),
            ModelError::UnsortedSpans { .. }
        ));
    }
    assert!(matches!(
        refuse(&project, of(&[])),
        ModelError::NoSpan { .. }
    ));
    let mut project = project;
    project
        .apply(&transaction(of(&[(0, 2), (2, 4), (6, 6)])))
        .unwrap();
}

#[test]
fn references_must_lead_somewhere_and_be_kept() {
    let project = marked("[قسد|GROUP]");
    let error = refuse(
        &project,
        vec![Edit::create(mark("x", "nothing", &[(0, 2)]))],
    );
    assert!(matches!(
        error,
        ModelError::Dangling {
            target_kind: Kind::Tag,
            ..
        }
    ));
    let document = project.document(&Id::new(DOCUMENT)).unwrap().clone();
    let annotation = project.annotation(&Id::new("a1")).unwrap().clone();
    let error = refuse(&project, vec![Edit::delete(document.clone())]);
    assert!(matches!(
        error,
        ModelError::InUse {
            uses: 1,
            kind: Kind::Document,
            ..
        }
    ));
    let mut changed = project.clone();
    changed
        .apply(&transaction(vec![
            Edit::delete(document),
            Edit::delete(annotation),
        ]))
        .unwrap();
    assert_eq!(changed.counts().documents, 0);
}

#[test]
fn what_an_edit_says_must_be_so() {
    let project = marked("[قسد|GROUP]");
    let annotation = project.annotation(&Id::new("a1")).unwrap().clone();
    let mut other = annotation.clone();
    other.note = "x".to_owned();
    let cases = [
        (Edit::create(annotation.clone()), "Exists"),
        (Edit::change(other.clone(), annotation.clone()), "Stale"),
        (Edit::delete(mark("b", "person", &[(0, 2)])), "Missing"),
        (
            Edit::change(annotation, mark("b", "person", &[(0, 2)])),
            "Renamed",
        ),
        (Edit::default(), "Empty"),
        (Edit::delete(project.about().clone()), "AboutDeleted"),
    ];
    for (edit, name) in cases {
        let error = format!("{:?}", refuse(&project, vec![edit]));
        assert!(error.starts_with(name), "{error} is not {name}");
    }
    assert_eq!(refuse(&project, vec![]), ModelError::Empty);
}

#[test]
fn a_marked_text_cannot_change_and_an_unmarked_one_can() {
    let project = marked("[قسد|GROUP]");
    let document = project.document(&Id::new(DOCUMENT)).unwrap().clone();
    let mut decoded_again = document.clone();
    decoded_again.text = "SDF".into();
    let change = Edit::change(document.clone(), decoded_again.clone());
    assert!(matches!(
        refuse(&project, vec![change.clone()]),
        ModelError::TextInUse { .. }
    ));
    let mark = project.annotation(&Id::new("a1")).unwrap().clone();
    let both = vec![Edit::delete(mark.clone()), change.clone()];
    assert!(matches!(
        refuse(&project, both),
        ModelError::TextInUse { .. }
    ));
    let mut project = project;
    project
        .apply(&transaction(vec![Edit::delete(mark)]))
        .unwrap();
    assert_eq!(project.offsets(&document.id).unwrap().len_code_points(), 3);
    project.apply(&transaction(vec![change])).unwrap();
    assert_eq!(project.offsets(&document.id).unwrap().len_bytes(), 3);
    let mut titled = decoded_again.clone();
    titled.title = "SDF".to_owned();
    project
        .apply(&transaction(vec![Edit::change(decoded_again, titled)]))
        .unwrap();
}

#[test]
fn tags_form_a_tree_in_order() {
    let mut project = marked("");
    let person = project.tag(&Id::new("person")).unwrap().clone();
    let mut child = person.clone();
    child.id = Id::new("minister");
    child.parent = Some(person.id.clone());
    project
        .apply(&transaction(vec![Edit::create(child.clone())]))
        .unwrap();
    let first: Vec<_> = project
        .tags()
        .take(3)
        .map(|tag| tag.id.to_string())
        .collect();
    assert_eq!(first, ["person", "minister", "group"]);
    let mut looped = person.clone();
    looped.parent = Some(child.id.clone());
    let error = refuse(&project, vec![Edit::change(person.clone(), looped)]);
    assert!(matches!(error, ModelError::Cycle { .. }));
    let error = refuse(&project, vec![Edit::delete(person)]);
    assert!(matches!(
        error,
        ModelError::InUse {
            kind: Kind::Tag,
            ..
        }
    ));
}

#[test]
fn a_mark_on_the_whole_document_needs_no_place() {
    let mut project = marked("قسد");
    let mut tag = project.tag(&Id::new("claim")).unwrap().clone();
    tag.id = Id::new("genre");
    tag.kind = crate::model::TagKind::Document;
    let edits = vec![
        Edit::create(mark("x", "genre", &[])),
        Edit::create(tag.clone()),
    ];
    project.apply(&transaction(edits)).unwrap();
    let document = Id::new(DOCUMENT);
    assert_eq!(project.annotations_of(&document).count(), 0);
    assert_eq!(project.annotations_on_whole(&document).count(), 1);
    let mut entity = tag.clone();
    entity.kind = crate::model::TagKind::Entity;
    let error = refuse(&project, vec![Edit::change(tag, entity)]);
    assert!(matches!(error, ModelError::NoSpan { .. }));
}

#[test]
fn an_analyst_may_sign_their_own_coming_and_going() {
    let mut project = marked("");
    let guest = Analyst::new(Id::new("guest"), "Guest");
    let mut coming = transaction(vec![Edit::create(guest)]);
    coming.by = Id::new("guest");
    project.apply(&coming).unwrap();
    let going = coming.inverse(Id::new("u"), Timestamp::UNIX_EPOCH, Id::new("guest"));
    project.apply(&going).unwrap();
    let error = project.apply(&going).unwrap_err();
    assert!(matches!(error, ModelError::Missing { .. }));
    let mut unsigned = transaction(vec![Edit::create(Analyst::new(Id::new("b"), "B"))]);
    unsigned.by = Id::new("guest");
    assert!(matches!(
        project.apply(&unsigned).unwrap_err(),
        ModelError::UnknownAnalyst { .. }
    ));
}

#[test]
fn tags_are_counted_by_document_while_marks_come_change_and_go() {
    let mut project = marked("سافر [أحمد|PERSON] إلى [دمشق|PLACE]");
    let document = Id::new(DOCUMENT);
    let (person, place) = (Id::new("person"), Id::new("place"));
    let counts = |project: &Project, tag: &Id| {
        (
            project.tag_count(tag),
            project.tag_document_count(tag),
            project.tag_count_in(tag, &document),
        )
    };
    assert_eq!(counts(&project, &person), (1, 1, 1));
    let before = project.annotations_with_tag(&place).next().unwrap().clone();
    let mut after = before.clone();
    after.tag = person.clone();
    let change = transaction(vec![Edit::change(before, after)]);
    project.apply(&change).unwrap();
    assert_eq!(counts(&project, &person), (2, 1, 2));
    assert_eq!(counts(&project, &place), (0, 0, 0));
    let back = change.inverse(Id::new("back"), Timestamp::UNIX_EPOCH, change.by.clone());
    project.apply(&back).unwrap();
    assert_eq!(counts(&project, &place), (1, 1, 1));

    let mut tag = project.tag(&place).unwrap().clone();
    tag.id = Id::new("near");
    tag.kind = crate::model::TagKind::Relation;
    let ids: Vec<Id> = project.annotations().map(|mark| mark.id.clone()).collect();
    let relation = crate::model::Relation {
        id: Id::new("r"),
        tag: tag.id.clone(),
        from: ids[0].clone(),
        to: ids[1].clone(),
        by: change.by.clone(),
        at: Timestamp::UNIX_EPOCH,
        note: String::new(),
        extra: crate::model::Extra::new(),
    };
    let near = tag.id.clone();
    let made = transaction(vec![Edit::create(tag), Edit::create(relation)]);
    project.apply(&made).unwrap();
    assert_eq!(project.relation_count(&near), 1);
    assert_eq!(project.relations_with_tag(&near).count(), 1);
    let gone = made.inverse(Id::new("gone"), Timestamp::UNIX_EPOCH, change.by);
    project.apply(&gone).unwrap();
    assert_eq!(project.relation_count(&near), 0);
}
