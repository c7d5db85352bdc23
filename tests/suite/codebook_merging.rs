//! One tag merged into another, without a window: everything comes along, and
//! what the guideline keeps from it is named.

use hashiya::command::{Args, CodebookProblem, TagChange, Workbench};
use hashiya::model::{Annotation, Attribute, AttributeKind, Edit, Id, Overlap, Span};

use super::codebook::{change, id, named_everywhere, problem, with_marks};

#[test]
fn merging_moves_everything_that_names_the_tag_and_one_undo_brings_it_back() {
    let mut wb = named_everywhere();
    let certain = Attribute::new("certain", AttributeKind::YesNo);
    let mut asked = certain.clone();
    asked.required = true;
    assert!(change(
        &mut wb,
        "person",
        TagChange::Attributes(vec![asked])
    ));
    assert!(change(
        &mut wb,
        "person",
        TagChange::Examples(vec!["أحمد".to_owned()])
    ));
    let before = wb.project().clone();
    let preview = wb.merge_preview(&id("person"), &id("group")).unwrap();
    let usage = preview.usage;
    assert_eq!((usage.marks, usage.documents, usage.entities), (2, 1, 1));
    assert_eq!((usage.notes, usage.children, usage.ends), (1, 1, 1));
    assert_eq!((preview.twice, preview.outside), (1, 0));
    assert_eq!(preview.attributes, ["certain"]);

    assert!(change(&mut wb, "person", TagChange::MergeInto(id("group"))));
    let project = wb.project();
    assert!(project.tag(&id("person")).is_none());
    assert_eq!(project.tag_count(&id("group")), 3);
    assert_eq!(project.entity(&id("e")).unwrap().tag, Some(id("group")));
    assert_eq!(project.note(&id("n")).unwrap().tag, Some(id("group")));
    assert_eq!(project.tag(&id("child")).unwrap().parent, Some(id("group")));
    let ends = &project.tag(&id("near")).unwrap().ends;
    assert_eq!(
        (&ends.from, &ends.to),
        (&vec![id("group")], &vec![id("group")])
    );
    let group = project.tag(&id("group")).unwrap();
    assert_eq!(group.attributes, [certain]);
    assert_eq!(group.examples, ["أحمد"]);
    assert_eq!(wb.codebook_tag().unwrap().id, id("group"));
    assert!(
        wb.action_name(wb.history().next_undo().unwrap())
            .contains("Person")
    );
    wb.run("edit.undo", &Args::None);
    assert!(*wb.project() == before);
}

/// What a merge says stands in the way: the marks, in order.
fn in_the_way(wb: &Workbench, from: &str, into: &str) -> Vec<Id> {
    let preview = wb.merge_preview(&id(from), &id(into)).unwrap();
    preview.refused.into_iter().map(|one| one.mark).collect()
}

#[test]
fn all_marks_that_may_not_be_merged_are_named_and_the_rest_can_be() {
    let mut wb = with_marks(&[("دمشق", "person")]);
    let model = wb.project().annotations().next().unwrap().clone();
    let place = |name: &str, tag: &str, start: usize, end: usize| Annotation {
        id: id(name),
        tag: id(tag),
        spans: vec![Span::new(start, end)],
        entity: None,
        ..model.clone()
    };
    let made = vec![
        place("w1", "weapon", 0, 8),
        place("t1", "title", 2, 6),
        place("t2", "title", 9, 13),
        place("t3", "title", 11, 15),
        place("t4", "title", 18, 22),
    ];
    let made = made.into_iter().map(Edit::create).collect();
    wb.commit("test", made).unwrap();
    assert!(change(
        &mut wb,
        "weapon",
        TagChange::Overlap(Overlap::Forbid)
    ));
    let before = wb.project().clone();
    assert_eq!(in_the_way(&wb, "title", "weapon"), [id("t1"), id("t3")]);

    assert!(!change(
        &mut wb,
        "title",
        TagChange::MergeInto(id("weapon"))
    ));
    assert!(problem(&wb).contains("2 of the tag"), "{}", problem(&wb));
    assert!(*wb.project() == before, "nothing was changed");

    assert!(change(&mut wb, "title", TagChange::MergeRest(id("weapon"))));
    let left: Vec<&Id> = wb
        .project()
        .annotations_with_tag(&id("title"))
        .map(|mark| &mark.id)
        .collect();
    assert_eq!(left, [&id("t1"), &id("t3")], "the rest went");
    assert_eq!(wb.project().tag_count(&id("weapon")), 3);
    assert_eq!(in_the_way(&wb, "title", "weapon").len(), 2);
    assert!(!change(
        &mut wb,
        "title",
        TagChange::MergeRest(id("weapon"))
    ));
    assert!(problem(&wb).contains("none"), "{}", problem(&wb));
    wb.run("edit.undo", &Args::None);
    assert!(*wb.project() == before);

    // Once nothing stands in the way, all of it goes.
    for name in ["w1", "t3"] {
        let mark = wb.project().annotation(&id(name)).unwrap().clone();
        wb.commit("test", vec![Edit::delete(mark)]).unwrap();
    }
    assert_eq!(in_the_way(&wb, "title", "weapon"), []);
    assert!(change(&mut wb, "title", TagChange::MergeInto(id("weapon"))));
    assert!(wb.project().tag(&id("title")).is_none());
}

#[test]
fn a_tag_is_merged_into_one_under_it_and_kinds_must_fit() {
    let mut wb = named_everywhere();
    assert!(change(&mut wb, "person", TagChange::MergeInto(id("child"))));
    assert_eq!(wb.project().tag(&id("child")).unwrap().parent, None);
    assert_eq!(wb.project().tag_count(&id("child")), 2);
    wb.run("edit.undo", &Args::None);
    for (into, said) in [("near", "different things"), ("person", "into itself")] {
        assert!(!change(&mut wb, "person", TagChange::MergeInto(id(into))));
        assert!(problem(&wb).contains(said), "{}", problem(&wb));
    }
    assert!(change(&mut wb, "group", TagChange::Retired(true)));
    assert!(!change(
        &mut wb,
        "person",
        TagChange::MergeInto(id("group"))
    ));
    assert!(problem(&wb).contains("is retired"));
    assert_eq!(
        wb.check_merge(&id("person"), &id("nobody")),
        Err(CodebookProblem::MergeSame)
    );
}
