//! The review without a window: what a decision changes, in which documents,
//! and that one undo brings everything back.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod any_sequence;

use crate::command::{Args, FixedSurroundings, Selection, Workbench};
use crate::entities::Source;
use crate::model::{
    Analyst, Document, Edit, History, Id, Origin, Project, Span, Timestamp, Transaction, Verdict,
};
use crate::store::Settings;

use super::SuggestionFilter;

/// Words no list knows, with and without clitics.
const A: &str = "قال زنكوبار إن قوات سوريا الديمقراطية وصلت إلى دمشق.\nثم زار زنكوبار مدينة حلب.";
const B: &str = "اجتمع قائد زنكوبار أمس.\nوبزنكوبار يثق سكان دمشق وحلب.";

fn bench(texts: &[&str]) -> Workbench {
    let by = Id::new("me");
    let mut project = Project::new("test", Analyst::new(by.clone(), "Samira"));
    let edits = texts.iter().enumerate().map(|(number, text)| {
        let id = Id::new(format!("d{number}"));
        let mut document =
            Document::new(id, format!("مقال {number}"), *text, Timestamp::UNIX_EPOCH);
        document.order = number as u32;
        Edit::create(document)
    });
    let opened = Transaction::new(
        Id::new("open"),
        Timestamp::UNIX_EPOCH,
        by,
        "file.open",
        edits.collect(),
    );
    project.apply(&opened).unwrap();
    let mut wb = Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    );
    wb.run_suggestions_now();
    wb
}

fn d(number: usize) -> Id {
    Id::new(format!("d{number}"))
}

fn text(wb: &Workbench, document: &Id) -> String {
    wb.project().document(document).unwrap().text.to_string()
}

/// What is suggested in a document: words and tags.
fn suggested(wb: &Workbench, document: usize) -> Vec<String> {
    let text = text(wb, &d(document));
    wb.suggestions(&d(document))
        .iter()
        .map(|one| format!("{}|{}", one.span.of(&text).unwrap(), one.tag_id()))
        .collect()
}

fn has(wb: &Workbench, document: usize, what: &str) -> bool {
    suggested(wb, document).iter().any(|one| one == what)
}

/// Marks the `nth` place of some words by hand.
fn mark(wb: &mut Workbench, document: usize, words: &str, nth: usize, tag: &str) {
    let text = text(wb, &d(document));
    let (start, _) = text.match_indices(words).nth(nth).unwrap();
    let reader = wb.show_document(&d(document));
    wb.select(
        reader,
        Selection::over(Span::new(start, start + words.len())),
    );
    assert!(wb.run("annotation.tag", &Args::Id(Id::new(tag))));
}

/// Makes the first suggestion with these words the current one.
fn look_at(wb: &mut Workbench, document: usize, words: &str) {
    let text = text(wb, &d(document));
    let one = wb
        .suggestions(&d(document))
        .iter()
        .find(|one| one.span.of(&text) == Some(words))
        .unwrap_or_else(|| panic!("{words} is not suggested: {:?}", suggested(wb, document)))
        .clone();
    wb.go_to_suggestion(&d(document), one.span, one.kind);
    assert_eq!(wb.current_suggestion().unwrap().1.span, one.span);
}

fn run(wb: &mut Workbench, command: &str) {
    assert!(
        wb.run(command, &Args::None),
        "{command}: {:?}",
        wb.notices().last()
    );
}

#[test]
fn what_is_marked_in_one_document_lights_the_other_at_once() {
    let mut wb = bench(&[A, B]);
    assert!(!has(&wb, 1, "زنكوبار|group"));
    let before = (suggested(&wb, 0), suggested(&wb, 1));
    mark(&mut wb, 0, "زنكوبار", 0, "group");
    // The other place in this document, and both in the other one, one of
    // them behind two clitics.
    assert!(has(&wb, 0, "زنكوبار|group"));
    let there = suggested(&wb, 1);
    assert_eq!(
        there.iter().filter(|one| *one == "زنكوبار|group").count(),
        2
    );
    let learned = wb
        .suggestions(&d(1))
        .iter()
        .find(|one| one.source == Source::Learned);
    let reason = wb.suggestion_reason(&d(1), learned.unwrap());
    assert!(reason.contains("مقال 0"), "{reason}");
    run(&mut wb, "edit.undo");
    assert_eq!((suggested(&wb, 0), suggested(&wb, 1)), before);
    run(&mut wb, "edit.redo");
    assert_eq!(suggested(&wb, 1), there);
}

#[test]
fn accepting_makes_a_mark_with_its_origin_and_an_entity() {
    let mut wb = bench(&[A, B]);
    let before = suggested(&wb, 0);
    look_at(&mut wb, 0, "دمشق");
    run(&mut wb, "suggestion.accept");
    assert!(!has(&wb, 0, "دمشق|place"));
    let mark = wb.project().annotations().next().unwrap().clone();
    assert!(matches!(&mark.origin, Origin::Suggested { rule } if !rule.is_empty()));
    assert!(mark.confidence.unwrap() > 0.5);
    let entity = wb
        .project()
        .entity(mark.entity.as_ref().unwrap())
        .unwrap()
        .clone();
    assert_eq!(entity.tag, Some(Id::new("place")));
    assert!(entity.surfaces.iter().any(|surface| surface == "دمشق"));
    // The next one is current already.
    assert!(wb.current_suggestion().is_some());
    look_at(&mut wb, 1, "دمشق");
    run(&mut wb, "suggestion.accept");
    assert_eq!(wb.project().mention_count(&entity.id), 2);
    assert_eq!(wb.project().counts().entities, 1);
    run(&mut wb, "edit.undo");
    run(&mut wb, "edit.undo");
    assert_eq!(wb.project().counts().entities, 0);
    assert_eq!(suggested(&wb, 0), before);
    // Undo shows what it undid: the suggestion is under review again.
    let (document, current) = wb.current_suggestion().unwrap();
    assert_eq!((document, current.span.of(A)), (&d(0), Some("دمشق")));
}

#[test]
fn rejecting_is_for_the_document_then_for_all() {
    let mut wb = bench(&["زار دمشق ثم دمشق", "في دمشق", "إلى دمشق"]);
    look_at(&mut wb, 0, "دمشق");
    run(&mut wb, "suggestion.reject");
    assert!(!has(&wb, 0, "دمشق|place") && has(&wb, 1, "دمشق|place"));
    assert_eq!(wb.project().counts().decisions, 1);
    look_at(&mut wb, 1, "دمشق");
    run(&mut wb, "suggestion.reject");
    assert!(!has(&wb, 2, "دمشق|place"), "rejected in two documents");
    run(&mut wb, "edit.undo");
    assert!(has(&wb, 1, "دمشق|place") && has(&wb, 2, "دمشق|place"));
    assert_eq!(wb.current_suggestion().unwrap().0, &d(1));
    run(&mut wb, "edit.undo");
    assert_eq!(suggested(&wb, 0).len(), 2);
    // Here only.
    look_at(&mut wb, 0, "دمشق");
    run(&mut wb, "suggestion.reject-here");
    assert_eq!(suggested(&wb, 0).len(), 1);
    let decision = wb.project().decisions().next().unwrap().id.clone();
    wb.remove_decision(&decision).unwrap();
    assert_eq!(suggested(&wb, 0).len(), 2);
}

#[test]
fn a_rejection_beside_an_acceptance_is_for_its_place() {
    let mut wb = bench(&["زار دمشق ثم دمشق ثم دمشق"]);
    look_at(&mut wb, 0, "دمشق");
    run(&mut wb, "suggestion.accept");
    run(&mut wb, "suggestion.reject");
    assert_eq!(suggested(&wb, 0).len(), 1);
    assert!(wb.project().decisions().next().unwrap().span.is_some());
}

#[test]
fn a_tag_key_accepts_as_that_tag_and_teaches_it() {
    let mut wb = bench(&[A, B]);
    look_at(&mut wb, 0, "قوات سوريا الديمقراطية");
    assert!(wb.run("annotation.tag", &Args::Id(Id::new("organisation"))));
    let mark = wb.project().annotations().next().unwrap();
    assert_eq!(mark.tag, Id::new("organisation"));
    let mut wb = bench(&["زار دمشق أمس", "وصل إلى دمشق أمس"]);
    look_at(&mut wb, 0, "دمشق");
    assert!(wb.run("suggestion.retype", &Args::Id(Id::new("organisation"))));
    assert!(has(&wb, 1, "دمشق|organisation"), "{:?}", suggested(&wb, 1));
    run(&mut wb, "edit.undo");
    assert!(has(&wb, 1, "دمشق|place"));
}

#[test]
fn another_tag_by_hand_is_learned_too() {
    let mut wb = bench(&["زار دمشق أمس", "وصل إلى دمشق أمس", "في دمشق"]);
    mark(&mut wb, 0, "دمشق", 0, "organisation");
    assert!(has(&wb, 1, "دمشق|organisation"), "{:?}", suggested(&wb, 1));
    assert_eq!(
        wb.project().decisions().next().unwrap().verdict,
        Verdict::Retyped
    );
    run(&mut wb, "edit.undo");
    assert!(has(&wb, 1, "دمشق|place"));
    // Accepted first, and its tag changed afterwards.
    look_at(&mut wb, 0, "دمشق");
    run(&mut wb, "suggestion.accept");
    let id = wb.project().annotations().next().unwrap().id.clone();
    wb.retag_mark(&id, &Id::new("group")).unwrap();
    wb.run_suggestions_now();
    assert!(has(&wb, 2, "دمشق|group"), "{:?}", suggested(&wb, 2));
    run(&mut wb, "edit.undo");
    run(&mut wb, "edit.undo");
    wb.run_suggestions_now();
    assert!(has(&wb, 2, "دمشق|place"));
}

#[test]
fn borders_move_by_words_and_the_shorter_extent_is_learned() {
    let mut wb = bench(&[A, "وصلت قوات سوريا الديمقراطية إلى هنا"]);
    look_at(&mut wb, 0, "قوات سوريا الديمقراطية");
    run(&mut wb, "suggestion.shorter");
    let now = |wb: &Workbench| {
        wb.current_suggestion()
            .unwrap()
            .1
            .span
            .of(A)
            .map(str::to_owned)
    };
    assert_eq!(now(&wb).as_deref(), Some("قوات سوريا"));
    assert!(
        has(&wb, 0, "قوات سوريا|group"),
        "the list shows what is current"
    );
    run(&mut wb, "suggestion.longer");
    run(&mut wb, "suggestion.longer");
    assert_eq!(now(&wb).as_deref(), Some("قوات سوريا الديمقراطية وصلت"));
    run(&mut wb, "suggestion.shorter-start");
    run(&mut wb, "suggestion.longer-start");
    run(&mut wb, "suggestion.shorter");
    assert_eq!(now(&wb).as_deref(), Some("قوات سوريا الديمقراطية"));
    // Left alone, they are as they were.
    run(&mut wb, "annotation.end-right");
    assert_eq!(now(&wb).as_deref(), Some("قوات سوريا"));
    wb.leave_suggestions();
    assert!(has(&wb, 0, "قوات سوريا الديمقراطية|group"));
    look_at(&mut wb, 0, "قوات سوريا الديمقراطية");
    run(&mut wb, "annotation.end-right");
    run(&mut wb, "suggestion.accept");
    let decision = wb.project().decisions().next().unwrap();
    assert_eq!(decision.verdict, Verdict::Resized);
    assert!(!has(&wb, 1, "قوات سوريا الديمقراطية|group"));
    assert!(has(&wb, 1, "قوات سوريا|group"), "{:?}", suggested(&wb, 1));
    run(&mut wb, "edit.undo");
    assert!(has(&wb, 1, "قوات سوريا الديمقراطية|group"));
}

#[test]
fn bulk_steps_are_shown_first_and_undone_as_one() {
    let mut wb = bench(&[A, B]);
    let before = (suggested(&wb, 0), suggested(&wb, 1));
    run(&mut wb, "suggestion.accept-above-everywhere");
    let preview = wb.bulk_preview().unwrap().clone();
    assert!(!preview.rejects && preview.places.len() > 3);
    let counted: usize = preview.by_surface.iter().map(|surface| surface.count).sum();
    assert_eq!(counted, preview.places.len());
    let damascus = preview
        .by_surface
        .iter()
        .find(|one| one.surface == "دمشق")
        .unwrap();
    assert_eq!((damascus.count, damascus.documents), (2, 2));
    assert_eq!(wb.project().counts().annotations, 0);
    wb.keep_in_bulk(0, false);
    let kept = wb.bulk_preview().unwrap().kept();
    assert!(kept < preview.places.len());
    // Enter does it.
    run(&mut wb, "suggestion.accept");
    assert_eq!(wb.project().counts().annotations, kept);
    assert!(wb.bulk_preview().is_none());
    run(&mut wb, "edit.undo");
    assert_eq!(wb.project().counts().annotations, 0);
    assert_eq!((suggested(&wb, 0), suggested(&wb, 1)), before);
    assert_eq!(wb.history().undo_len(), 0);
    // Backspace does not.
    run(&mut wb, "suggestion.accept-above");
    run(&mut wb, "suggestion.reject");
    assert!(wb.bulk_preview().is_none());
    assert_eq!(wb.project().counts().decisions, 0);
}

#[test]
fn one_surface_is_accepted_or_rejected_in_all_documents() {
    let mut wb = bench(&["دمشق ثم دمشق", "في دمشق", "حلب"]);
    look_at(&mut wb, 0, "دمشق");
    run(&mut wb, "suggestion.accept-surface");
    assert_eq!(wb.bulk_preview().unwrap().kept(), 2);
    wb.drop_bulk_preview();
    run(&mut wb, "suggestion.accept-surface-everywhere");
    assert_eq!(wb.apply_bulk_preview().unwrap(), 3);
    assert_eq!(wb.project().counts().entities, 1);
    run(&mut wb, "edit.undo");
    look_at(&mut wb, 0, "دمشق");
    run(&mut wb, "suggestion.reject-everywhere");
    assert!(wb.bulk_preview().unwrap().rejects);
    run(&mut wb, "suggestion.accept");
    assert_eq!(wb.project().counts().decisions, 1);
    assert!(!has(&wb, 1, "دمشق|place"));
    run(&mut wb, "edit.undo");
    assert!(has(&wb, 1, "دمشق|place"));
}

#[test]
fn the_review_goes_on_to_the_next_document_and_ends_with_a_selection() {
    let mut wb = bench(&["لا شيء", "في دمشق", "إلى حلب"]);
    wb.show_document(&d(0));
    run(&mut wb, "suggestion.next");
    assert_eq!(wb.current_suggestion().unwrap().0, &d(1));
    run(&mut wb, "suggestion.next");
    assert_eq!(wb.current_suggestion().unwrap().0, &d(2));
    run(&mut wb, "suggestion.previous");
    assert_eq!(wb.current_suggestion().unwrap().0, &d(1));
    run(&mut wb, "suggestion.accept");
    assert!(wb.current_suggestion().is_none(), "this document is done");
    run(&mut wb, "suggestion.next");
    assert_eq!(wb.current_suggestion().unwrap().0, &d(2));
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(Span::new(0, 4)));
    assert!(wb.current_suggestion().is_none());
    assert!(!wb.run("suggestion.accept", &Args::None));
}

#[test]
fn the_filter_and_the_switch_hide() {
    let mut wb = bench(&[A, B]);
    let all = suggested(&wb, 0).len();
    wb.set_suggestion_filter(SuggestionFilter {
        kinds: Some([crate::entities::Type::Place].into()),
        ..SuggestionFilter::default()
    });
    let places = suggested(&wb, 0);
    assert!(places.len() < all && places.iter().all(|one| one.ends_with("|place")));
    wb.set_suggestion_filter(SuggestionFilter::default());
    wb.set_suggestion_threshold(1.0);
    assert!(suggested(&wb, 0).is_empty());
    wb.set_suggestion_threshold(0.0);
    run(&mut wb, "suggestion.show");
    assert!(suggested(&wb, 0).is_empty());
    run(&mut wb, "suggestion.show");
    assert_eq!(suggested(&wb, 0).len(), all);
}

#[test]
fn same_as_links_and_teaches_the_surface() {
    let mut wb = bench(&["قوات سوريا الديمقراطية", "أما زنكوبار فلا", "عن زنكوبار"]);
    look_at(&mut wb, 0, "قوات سوريا الديمقراطية");
    run(&mut wb, "suggestion.accept");
    let entity = wb.project().entities().next().unwrap().id.clone();
    mark(&mut wb, 1, "زنكوبار", 0, "group");
    assert_eq!(wb.entity_offers("").len(), 1);
    assert!(wb.run("suggestion.same-as", &Args::Id(entity.clone())));
    assert_eq!(wb.project().mention_count(&entity), 2);
    wb.run_suggestions_now();
    look_at(&mut wb, 2, "زنكوبار");
    run(&mut wb, "suggestion.accept");
    assert_eq!(wb.project().mention_count(&entity), 3);
    run(&mut wb, "edit.undo");
    run(&mut wb, "edit.undo");
    assert_eq!(wb.project().mention_count(&entity), 1);
}

#[test]
fn jobs_come_once_and_late_results_are_dropped() {
    let mut fresh = bench(&[A, B, A, B]);
    run(&mut fresh, "suggestion.run");
    assert_eq!(fresh.suggestion_progress(), (0, 4));
    let jobs: Vec<_> = std::iter::from_fn(|| fresh.next_suggestion_job()).collect();
    let order: Vec<String> = jobs.iter().map(|job| job.document().to_string()).collect();
    assert_eq!(order, ["d0", "d1", "d2", "d3"]);
    let results: Vec<_> = jobs.into_iter().map(super::SuggestionJob::run).collect();
    // Meanwhile something was learned that concerns all of them.
    mark(&mut fresh, 0, "زنكوبار", 0, "group");
    assert!(
        has(&fresh, 1, "زنكوبار|group"),
        "shown documents are done at once"
    );
    for result in results {
        fresh.take_suggestions(result);
    }
    assert!(
        has(&fresh, 1, "زنكوبار|group"),
        "a late result changed nothing"
    );
    assert_eq!(fresh.suggestion_progress(), (2, 4));
    run(&mut fresh, "suggestion.stop");
    assert!(fresh.next_suggestion_job().is_none() && !fresh.suggestions_running());
    run(&mut fresh, "suggestion.run");
    fresh.run_suggestions_now();
    assert!(has(&fresh, 3, "زنكوبار|group"));
}

#[test]
fn a_closed_document_takes_its_suggestions_along() {
    let mut wb = bench(&[A, B]);
    wb.show_document(&d(1));
    look_at(&mut wb, 1, "دمشق");
    run(&mut wb, "suggestion.reject");
    wb.show_document(&d(1));
    run(&mut wb, "file.close-document");
    assert!(wb.suggestions(&d(1)).is_empty() && wb.current_suggestion().is_none());
    assert_eq!(wb.project().counts().decisions, 0);
    run(&mut wb, "edit.undo");
    wb.run_suggestions_now();
    assert!(!has(&wb, 1, "دمشق|place") && has(&wb, 1, "حلب|place"));
}

#[test]
fn nothing_is_accepted_twice_and_marks_hide_what_they_settle() {
    let mut wb = bench(&["قوات سوريا الديمقراطية"]);
    assert!(has(&wb, 0, "قوات سوريا الديمقراطية|group"));
    mark(&mut wb, 0, "سوريا الديمقراطية", 0, "group");
    assert!(!has(&wb, 0, "قوات سوريا الديمقراطية|group"));
}

#[test]
fn borders_moved_onto_another_suggestion_go_back_alone() {
    let mut wb = bench(&["وصلت قوات سوريا الديمقراطية"]);
    let before = suggested(&wb, 0);
    look_at(&mut wb, 0, "قوات سوريا الديمقراطية");
    run(&mut wb, "suggestion.shorter");
    run(&mut wb, "suggestion.shorter-start");
    let (_, now) = wb.current_suggestion().unwrap();
    assert_eq!(now.span.of(&text(&wb, &d(0))), Some("سوريا"));
    wb.leave_suggestions();
    assert_eq!(suggested(&wb, 0), before);
}
