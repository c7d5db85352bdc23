//! The codebook without a window: every change is one step, no mark is lost.

use std::collections::BTreeMap;

use hashiya::command::{Args, NoticeKind, Selection, TagChange, Workbench};
use hashiya::model::{
    Attribute, AttributeKind, Choice, Edit, Id, Kind, Note, Overlap, Pattern, Relation, Span, Tag,
    TagKind,
};
use serde_json::json;

use super::support::window::bench;

const TEXT: &str = "سافر أحمد بن علي إلى دمشق مع وفد قوات سوريا الديمقراطية (SDF) في 2019.";

pub(super) fn id(id: &str) -> Id {
    Id::new(id)
}

/// A workbench on one document in which these words have these tags.
pub(super) fn with_marks(marks: &[(&str, &str)]) -> Workbench {
    let mut wb = bench(&[("text", TEXT)], None);
    for (words, tag) in marks {
        mark(&mut wb, words, tag);
    }
    wb.choose_mark(None);
    wb
}

fn mark(wb: &mut Workbench, words: &str, tag: &str) {
    let start = TEXT.find(words).unwrap();
    let span = Span::new(start, start + words.len());
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(span));
    assert!(wb.run("annotation.tag", &Args::Id(id(tag))), "{words}");
}

pub(super) fn change(wb: &mut Workbench, tag: &str, change: TagChange) -> bool {
    let command = change.command();
    wb.run(command, &Args::Tag(id(tag), change))
}

/// The last problem that was told.
pub(super) fn problem(wb: &Workbench) -> String {
    let told = wb
        .notices()
        .filter(|notice| notice.kind == NoticeKind::Problem);
    told.last()
        .unwrap()
        .text
        .replace(['\u{2068}', '\u{2069}'], "")
}

fn tree(wb: &Workbench) -> Vec<String> {
    wb.project()
        .tags()
        .map(|tag| {
            let parent = tag.parent.as_ref().map_or("", Id::as_str);
            format!("{parent}/{}", tag.name("en"))
        })
        .collect()
}

#[test]
fn renaming_keeps_the_marks_and_is_undone_by_name() {
    let mut wb = with_marks(&[("أحمد بن علي", "person"), ("دمشق", "place")]);
    let before = wb.project().clone();
    assert!(change(
        &mut wb,
        "person",
        TagChange::Name {
            language: "ar".to_owned(),
            name: "  شخصية   عامة ".to_owned(),
        }
    ));
    let tag = wb.project().tag(&id("person")).unwrap();
    assert_eq!((tag.name("ar"), tag.name("en")), ("شخصية عامة", "Person"));
    assert_eq!(wb.project().tag_count(&id("person")), 1);
    let step = wb.history().next_undo().unwrap();
    assert!(wb.action_name(step).contains("Person"));
    wb.run("edit.undo", &Args::None);
    assert!(*wb.project() == before);

    // The last name cannot go.
    for language in ["en", "ar"] {
        change(
            &mut wb,
            "person",
            TagChange::Name {
                language: language.to_owned(),
                name: " ".to_owned(),
            },
        );
    }
    assert!(problem(&wb).contains("needs a name"));
    assert_eq!(wb.project().tag(&id("person")).unwrap().names.len(), 1);
    // What changes nothing is no step.
    let steps = wb.history().transactions().len();
    change(&mut wb, "person", TagChange::Pattern(Pattern::Plain));
    change(&mut wb, "person", TagChange::Overlap(Overlap::Allow));
    assert_eq!(wb.history().transactions().len(), steps);
}

#[test]
fn a_key_that_another_tag_has_is_told_and_can_be_taken() {
    let mut wb = with_marks(&[]);
    assert!(!change(
        &mut wb,
        "person",
        TagChange::Key(Some("g".to_owned()))
    ));
    assert!(problem(&wb).contains("gives “Group”"), "{}", problem(&wb));
    for wrong in ["1", "PP", "ش", "?"] {
        assert!(!change(
            &mut wb,
            "person",
            TagChange::Key(Some(wrong.to_owned()))
        ));
        assert!(problem(&wb).contains("is no key"), "{wrong}");
    }
    assert!(change(
        &mut wb,
        "person",
        TagChange::TakeKey("g".to_owned())
    ));
    let key = |wb: &Workbench, tag: &str| wb.project().tag(&id(tag)).unwrap().key.clone();
    assert_eq!(
        (key(&wb, "person").as_deref(), key(&wb, "group")),
        (Some("G"), None)
    );
    wb.run("edit.undo", &Args::None);
    assert_eq!(key(&wb, "group").as_deref(), Some("G"));
    assert!(change(&mut wb, "person", TagChange::Key(None)));
    assert_eq!(key(&wb, "person"), None);
}

#[test]
fn tags_are_made_moved_and_never_stand_under_themselves() {
    let mut wb = with_marks(&[]);
    wb.choose_tag(Some(id("person")));
    assert!(wb.run("codebook.new-child", &Args::Text("Politician".to_owned())));
    let child = wb.codebook_tag().unwrap().clone();
    assert_eq!(child.parent, Some(id("person")));
    assert_eq!(child.kind, TagKind::Entity);
    // Its look is its own.
    assert!(wb.tags_like(&child.id).is_empty());
    assert!(wb.run("codebook.new-tag", &Args::Text("Minister".to_owned())));
    let minister = wb.codebook_tag().unwrap().id.clone();
    assert!(wb.run("codebook.move-in", &Args::None));
    assert_eq!(
        wb.project().tag(&minister).unwrap().parent,
        Some(child.id.clone())
    );
    let names = tree(&wb);
    assert_eq!(
        &names[1..3],
        ["person/Politician", &format!("{}/Minister", child.id)]
    );

    for parent in [&minister, &child.id, &id("person")] {
        let into = TagChange::Place {
            parent: Some(parent.clone()),
            before: None,
        };
        assert!(!change(&mut wb, "person", into));
        assert!(problem(&wb).contains("under itself"));
    }
    wb.choose_tag(Some(minister.clone()));
    assert!(wb.run("codebook.move-out", &Args::None));
    assert!(wb.run("codebook.move-out", &Args::None));
    assert_eq!(
        tree(&wb)[..4],
        ["/Person", "person/Politician", "/Minister", "/Group"]
    );
    assert!(wb.run("codebook.move-up", &Args::None));
    assert_eq!(tree(&wb)[0], "/Minister");
    assert!(
        wb.run("codebook.move-up", &Args::None),
        "at the top nothing happens"
    );
    assert!(wb.run("codebook.move-down", &Args::None));
    assert!(wb.run("codebook.move-down", &Args::None));
    assert_eq!(
        tree(&wb)[..4],
        ["/Person", "person/Politician", "/Group", "/Minister"]
    );
    let steps = wb.history().undo_len();
    for _ in 0..steps {
        wb.run("edit.undo", &Args::None);
    }
    assert_eq!(tree(&wb).len(), 16);
}

fn relation_tag(name: &str) -> Tag {
    let names = [("en".to_owned(), name.to_owned())].into();
    Tag::new(id(name), TagKind::Relation, names)
}

/// Everything that can name a tag names `person`.
pub(super) fn named_everywhere() -> Workbench {
    let mut wb = with_marks(&[
        ("أحمد بن علي", "person"),
        ("أحمد بن علي", "group"),
        ("دمشق", "person"),
    ]);
    let (by, at) = (wb.analyst().clone(), wb.now());
    let marks: Vec<Id> = wb
        .project()
        .annotations()
        .map(|mark| mark.id.clone())
        .collect();
    let mut near = relation_tag("near");
    near.ends.from = vec![id("person"), id("group")];
    near.ends.to = vec![id("person")];
    let mut child = Tag::new(
        id("child"),
        TagKind::Entity,
        [("en".to_owned(), "Child".to_owned())].into(),
    );
    child.parent = Some(id("person"));
    let mut entity = hashiya::model::Entity::new(id("e"), "أحمد");
    entity.tag = Some(id("person"));
    let note = Note {
        id: id("n"),
        document: None,
        annotation: None,
        entity: None,
        tag: Some(id("person")),
        text: "ملاحظة".to_owned(),
        by: by.clone(),
        at,
        extra: BTreeMap::new(),
    };
    let relation = Relation {
        id: id("r"),
        tag: id("near"),
        from: marks[0].clone(),
        to: marks[2].clone(),
        by,
        at,
        note: String::new(),
        extra: BTreeMap::new(),
    };
    wb.commit(
        "test",
        vec![
            Edit::create(near),
            Edit::create(child),
            Edit::create(entity),
            Edit::create(note),
            Edit::create(relation),
        ],
    )
    .unwrap();
    wb
}

#[test]
fn a_tag_in_use_is_not_deleted_and_says_what_uses_it() {
    let mut wb = named_everywhere();
    assert!(!wb.run("codebook.delete", &Args::Id(id("person"))));
    let told = problem(&wb);
    for part in [
        "2 marks",
        "1 entity",
        "1 note",
        "1 tag under it",
        "retire it",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(wb.run("codebook.delete", &Args::Id(id("weapon"))));
    assert!(!wb.project().has(Kind::Tag, &id("weapon")));
    wb.run("edit.undo", &Args::None);
    assert!(wb.project().has(Kind::Tag, &id("weapon")));
}

#[test]
fn kinds_that_would_contradict_the_marks_are_refused() {
    let mut wb = named_everywhere();
    assert!(!change(
        &mut wb,
        "person",
        TagChange::Kind(TagKind::Relation)
    ));
    assert!(problem(&wb).contains("2 marks"));
    assert!(!change(&mut wb, "near", TagChange::Kind(TagKind::Entity)));
    assert!(problem(&wb).contains("stays a tag for relations"));
    assert!(change(&mut wb, "person", TagChange::Kind(TagKind::Passage)));
    assert_eq!(wb.project().tag_count(&id("person")), 2);
}

fn degree() -> Attribute {
    let choices = ["high", "low"].map(Choice::new).to_vec();
    Attribute::new("degree", AttributeKind::OneOf { choices })
}

/// A mark whose `degree` is high.
fn answered() -> Workbench {
    let mut wb = with_marks(&[("أحمد بن علي", "person"), ("دمشق", "person")]);
    assert!(change(
        &mut wb,
        "person",
        TagChange::Attributes(vec![degree()])
    ));
    let before = wb.project().annotations().next().unwrap().clone();
    let mut after = before.clone();
    after.attributes.insert("degree".to_owned(), json!("high"));
    wb.commit("test", vec![Edit::change(before, after)])
        .unwrap();
    wb
}

#[test]
fn values_of_attributes_that_go_or_narrow_stay_in_the_marks_and_are_counted() {
    let mut wb = answered();
    let outside = |wb: &Workbench| {
        let tag = wb.project().tag(&id("person")).unwrap();
        wb.values_outside(tag)
    };
    assert!(outside(&wb).is_empty());
    let mut narrow = degree();
    narrow.value = AttributeKind::OneOf {
        choices: vec![Choice::new("low")],
    };
    for list in [vec![narrow], Vec::new()] {
        let known = !list.is_empty();
        assert!(change(&mut wb, "person", TagChange::Attributes(list)));
        let found = outside(&wb);
        assert_eq!((found.len(), found[0].marks, found[0].known), (1, 1, known));
        let said = wb.notices().any(|notice| notice.text.contains("keeps it"));
        assert!(said, "{:?}", wb.notices().collect::<Vec<_>>());
        let mark = wb
            .project()
            .annotations()
            .find(|mark| !mark.attributes.is_empty());
        assert_eq!(mark.unwrap().attributes["degree"], json!("high"));
    }
    // With the attribute they fit again.
    assert!(change(
        &mut wb,
        "person",
        TagChange::Attributes(vec![degree()])
    ));
    assert!(outside(&wb).is_empty());
}

#[test]
fn what_an_attribute_is_stored_under_moves_with_its_values() {
    let mut wb = answered();
    let rename = |to: &str| TagChange::AttributeId("degree".to_owned(), to.to_owned());
    assert!(change(&mut wb, "person", rename("درجة")));
    let mark = wb
        .project()
        .annotations()
        .find(|mark| !mark.attributes.is_empty());
    assert_eq!(mark.unwrap().attributes["درجة"], json!("high"));
    wb.run("edit.undo", &Args::None);
    let mark = wb
        .project()
        .annotations()
        .find(|mark| !mark.attributes.is_empty());
    assert_eq!(mark.unwrap().attributes["degree"], json!("high"));
    assert!(!change(&mut wb, "person", rename(" ")));
}

#[test]
fn attributes_that_contradict_themselves_are_refused() {
    let mut wb = with_marks(&[]);
    let mut wrong_default = degree();
    wrong_default.default = Some(json!("middle"));
    let range = Attribute::new(
        "n",
        AttributeKind::Number {
            least: Some(3.0),
            most: Some(1.0),
        },
    );
    let twice = AttributeKind::SomeOf {
        choices: ["a", "a"].map(Choice::new).to_vec(),
    };
    for (list, said) in [
        (vec![degree(), degree()], "two called"),
        (vec![wrong_default], "starts with"),
        (vec![range], "above the largest"),
        (vec![Attribute::new("x", twice)], "two called"),
        (vec![Attribute::new("", AttributeKind::Text)], "need a name"),
    ] {
        assert!(!change(&mut wb, "person", TagChange::Attributes(list)));
        assert!(problem(&wb).contains(said), "{}", problem(&wb));
    }
}

#[test]
fn colours_that_look_alike_are_told_and_patterns_tell_them_apart() {
    let mut wb = with_marks(&[
        ("أحمد بن علي", "person"),
        ("وفد", "organisation"),
        ("دمشق", "place"),
        ("قوات سوريا الديمقراطية", "group"),
        ("SDF", "address"),
        ("2019", "number"),
    ]);
    assert_eq!(wb.tags_like(&id("person")), [], "as they are shipped");
    for (tag, light, dark) in [
        ("person", "#2F6BB3", "#7FB2EE"),
        ("organisation", "#7750A5", "#BE9CE6"),
        ("place", "#3A8253", "#84CE9C"),
        ("group", "#B4472C", "#EE9478"),
        ("address", "#5E7A2E", "#B6D08A"),
        ("number", "#8A6A4A", "#D0AE8A"),
    ] {
        let (light, dark) = (light.to_owned(), dark.to_owned());
        assert!(change(&mut wb, tag, TagChange::Color { light, dark }));
    }
    let like = wb.tags_like(&id("person"));
    assert_eq!(like[0].0, id("organisation"));
    assert!(wb.run("codebook.tell-apart", &Args::None));
    for tag in wb
        .project()
        .tags()
        .map(|tag| tag.id.clone())
        .collect::<Vec<_>>()
    {
        if wb.project().tag_count(&tag) > 0 {
            assert!(wb.tags_like(&tag).is_empty(), "{tag}");
        }
    }
    wb.run("edit.undo", &Args::None);
    assert_eq!(wb.tags_like(&id("person")), like);
    for wrong in ["red", "#12", "#GG0000"] {
        let color = TagChange::Color {
            light: wrong.to_owned(),
            dark: "#FFFFFF".to_owned(),
        };
        assert!(!change(&mut wb, "person", color));
        assert!(problem(&wb).contains("is no colour"));
    }
}

#[test]
fn retired_tags_keep_their_marks_and_come_back() {
    let mut wb = with_marks(&[("أحمد بن علي", "person")]);
    wb.choose_tag(Some(id("person")));
    assert!(wb.run("codebook.retire", &Args::None));
    assert!(wb.project().tag(&id("person")).unwrap().retired);
    assert_eq!(wb.project().tag_count(&id("person")), 1);
    // Its key is free for others meanwhile.
    assert!(change(
        &mut wb,
        "group",
        TagChange::Key(Some("P".to_owned()))
    ));
    assert!(wb.run("codebook.retire", &Args::None));
    assert!(!wb.project().tag(&id("person")).unwrap().retired);
}

#[test]
fn uses_are_gone_through_in_order_over_documents_and_round() {
    let mut wb = bench(&[("a", "قسد ثم قسد"), ("b", "قسد")], None);
    let documents: Vec<Id> = wb.project().documents().map(|d| d.id.clone()).collect();
    for (document, word) in [(0, 0), (0, 1), (1, 0)] {
        let reader = wb.show_document(&documents[document]);
        let text = wb
            .project()
            .document(&documents[document])
            .unwrap()
            .text
            .clone();
        let (at, _) = text.match_indices("قسد").nth(word).unwrap();
        wb.select(
            reader,
            Selection::over(hashiya::model::Span::new(at, at + 6)),
        );
        assert!(wb.run("annotation.tag", &Args::Id(id("group"))));
    }
    let here = |wb: &Workbench| {
        let mark = wb.selected_mark().unwrap();
        (mark.document.clone(), mark.hull().unwrap().start)
    };
    let second = "قسد ثم ".len();
    wb.choose_mark(None);
    let reader = wb.show_document(&documents[0]);
    wb.select(reader, Selection::caret(2));
    let mut seen = Vec::new();
    for _ in 0..4 {
        assert!(wb.run("go.next-of-tag", &Args::Id(id("group"))));
        seen.push(here(&wb));
    }
    assert_eq!(
        seen,
        [
            (documents[0].clone(), second),
            (documents[1].clone(), 0),
            (documents[0].clone(), 0),
            (documents[0].clone(), second),
        ]
    );
    assert!(wb.run("go.previous-of-tag", &Args::None));
    assert_eq!(here(&wb), (documents[0].clone(), 0));
    assert!(wb.run("go.previous-of-tag", &Args::None));
    assert_eq!(here(&wb), (documents[1].clone(), 0));
    assert!(wb.notices().any(|notice| {
        notice
            .text
            .replace(['\u{2068}', '\u{2069}'], "")
            .contains("use 3 of 3")
    }));
    assert!(!wb.run("go.next-of-tag", &Args::Id(id("weapon"))));
}

#[test]
fn the_chosen_words_become_an_example() {
    let mut wb = with_marks(&[("أحمد بن علي", "person")]);
    let mark = wb.project().annotations().next().unwrap().id.clone();
    wb.choose_mark(Some(mark));
    assert!(wb.run("codebook.example-from-mark", &Args::None));
    assert!(
        wb.run("codebook.example-from-mark", &Args::None),
        "twice is once"
    );
    assert_eq!(
        wb.project().tag(&id("person")).unwrap().examples,
        ["أحمد بن علي"]
    );
}

#[test]
fn the_marks_of_a_tag_are_listed_alone() {
    let mut wb = with_marks(&[("أحمد بن علي", "person"), ("دمشق", "place")]);
    assert!(wb.run("codebook.list-uses", &Args::Id(id("place"))));
    wb.prepare_marks();
    assert_eq!(wb.marks_listed(), 1);
    assert_eq!(wb.mark_listed(0).unwrap().tag, id("place"));
}
