//! The sample project: what whoever opens the program first has to try things
//! on.

use std::collections::BTreeSet;

use egui::{Key, Modifiers};
use hashiya::analysis::guideline;
use hashiya::command::Workbench;
use hashiya::model::TagKind;
use hashiya::store;

use super::outside;
use super::support::window::sample;

const FILE: &str = "assets/sample/sample.hashiya.json";

#[test]
fn the_sample_is_sound_and_keeps_to_its_guideline() {
    let path = outside::repository(FILE);
    let loaded = store::load(&path).unwrap();
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    assert!(guideline::breaches(&loaded.project).is_empty());
}

#[test]
fn the_sample_has_something_of_everything_in_both_languages() {
    let wb = Workbench::for_picture(None).unwrap();
    let project = wb.project();
    let relations: Vec<_> = project
        .tags()
        .filter(|tag| tag.kind == TagKind::Relation)
        .collect();
    assert_eq!(relations.len(), 2);
    for tag in project.tags() {
        assert!(tag.names.contains_key("en") && tag.names.contains_key("ar"));
        for attribute in &tag.attributes {
            assert!(attribute.names.contains_key("en") && attribute.names.contains_key("ar"));
        }
    }
    let asked: BTreeSet<&str> = project
        .tags()
        .filter(|tag| !tag.attributes.is_empty())
        .map(|tag| tag.id.as_str())
        .collect();
    assert_eq!(asked, BTreeSet::from(["claim", "event"]));
    assert!(
        project
            .annotations()
            .any(|mark| !mark.attributes.is_empty())
    );
    // Every relation tag has examples, none of them on the first screen.
    let shown: Vec<_> = project.documents().take(2).collect();
    for relation in project.relations() {
        let from = project.annotation(&relation.from).unwrap();
        let at = from.hull().unwrap().start;
        assert!(shown.iter().all(|first| first.id != from.document) || at > 1500);
    }
    for tag in relations {
        assert!(project.relations().any(|relation| relation.tag == tag.id));
    }
    let known = project
        .entities()
        .filter(|one| one.identifier("wikidata").is_some());
    assert!(known.count() >= 2);
    // One is written in several ways and in several documents.
    let spellings = |id: &hashiya::model::Id| {
        let of_it = project
            .annotations()
            .filter(|mark| mark.entity.as_ref() == Some(id));
        let places: BTreeSet<_> = of_it.map(|mark| mark.document.clone()).collect();
        places.len()
    };
    assert!(
        project
            .entities()
            .any(|one| one.surfaces.len() > 2 && spellings(&one.id) > 2)
    );
}

#[test]
fn two_marks_of_the_sample_can_be_related_at_once() {
    let mut window = sample();
    let before = window.wb().project().counts().relations;
    let mark = |window: &super::support::window::Window, tag: &str, nth: usize| {
        let marks = window.marks();
        let mut found = marks.iter().filter(|mark| mark.tag.as_str() == tag);
        found.nth(nth).unwrap().id.clone()
    };
    let (person, group) = (mark(&window, "person", 0), mark(&window, "organisation", 0));
    window.wb_mut().go_to_mark(&person);
    window.rest();
    window.key(Modifiers::ALT, Key::R);
    window.wb_mut().go_to_mark(&group);
    window.rest();
    window.plain_key(Key::Enter);
    window.keep_picture("sample-relation");
    window.type_text("member");
    window.plain_key(Key::Enter);
    assert_eq!(window.wb().project().counts().relations, before + 1);
    assert!(window.problems().is_empty());
}
