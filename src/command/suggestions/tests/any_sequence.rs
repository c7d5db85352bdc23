//! Any sequence of decisions: what is shown follows from the project, and undo
//! leads back to where it began.

use proptest::prelude::*;

use super::super::board::order;
use super::{A, B, bench, text};
use crate::command::{Args, FixedSurroundings, Selection, Workbench};
use crate::model::{History, Id, Span};
use crate::store::Settings;

/// One thing a person does; numbers choose among what is there.
#[derive(Clone, Debug)]
enum Deed {
    Run(usize),
    LookAt(usize, usize),
    Tag(usize, usize, usize),
    Retype(usize),
    Choose(usize),
    Undo,
    Redo,
    Jobs(usize),
}

const COMMANDS: [&str; 16] = [
    "suggestion.next",
    "suggestion.accept",
    "suggestion.accept",
    "suggestion.reject",
    "suggestion.reject-here",
    "suggestion.longer",
    "suggestion.shorter",
    "suggestion.longer-start",
    "suggestion.shorter-start",
    "suggestion.accept-surface",
    "suggestion.accept-surface-everywhere",
    "suggestion.reject-everywhere",
    "suggestion.accept-above",
    "suggestion.same-as",
    "annotation.remove",
    "file.close-document",
];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let n = 0..1000_usize;
    let deed = prop_oneof![
        6 => n.clone().prop_map(Deed::Run),
        4 => (n.clone(), n.clone()).prop_map(|(a, b)| Deed::LookAt(a, b)),
        2 => (n.clone(), n.clone(), n.clone()).prop_map(|(a, b, c)| Deed::Tag(a, b, c)),
        1 => n.clone().prop_map(Deed::Retype),
        1 => n.clone().prop_map(Deed::Choose),
        3 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => n.prop_map(Deed::Jobs),
    ];
    prop::collection::vec(deed, 0..25)
}

const TAGS: [&str; 4] = ["group", "place", "person", "claim"];

fn take(wb: &mut Workbench, deed: &Deed) {
    let open: Vec<Id> = wb
        .project()
        .documents()
        .map(|document| document.id.clone())
        .collect();
    let document = |n: usize| open.get(n % open.len().max(1)).cloned();
    match deed {
        Deed::Run(n) => {
            let args = match COMMANDS[n % COMMANDS.len()] {
                "suggestion.same-as" => {
                    let count = wb.project().counts().entities;
                    let entity = wb.project().entities().nth(n % count.max(1));
                    entity.map_or(Args::None, |entity| Args::Id(entity.id.clone()))
                }
                _ => Args::None,
            };
            wb.run(COMMANDS[n % COMMANDS.len()], &args);
        }
        Deed::LookAt(a, b) => {
            let Some(document) = document(*a) else { return };
            let all = wb.suggestions(&document);
            if let Some(one) = all.get(b % all.len().max(1)).cloned() {
                wb.go_to_suggestion(&document, one.span, one.kind);
                assert!(wb.current_suggestion().is_some());
            }
        }
        Deed::Tag(a, b, tag) => {
            let Some(document) = document(*a) else { return };
            let text = text(wb, &document);
            let words: Vec<Span> = crate::language::words(&text).collect();
            let (first, last) = (words[b % words.len()], words[(b + tag % 2) % words.len()]);
            let reader = wb.show_document(&document);
            wb.select(reader, Selection::over(Span::new(first.start, last.end)));
            wb.run("annotation.tag", &Args::Id(Id::new(TAGS[tag % TAGS.len()])));
        }
        Deed::Retype(n) => {
            wb.run(
                "suggestion.retype",
                &Args::Id(Id::new(TAGS[n % TAGS.len()])),
            );
        }
        Deed::Choose(n) => {
            let count = wb.project().counts().annotations;
            let mark = wb.project().annotations().nth(n % count.max(1));
            if let Some(id) = mark.map(|mark| mark.id.clone()) {
                wb.go_to_mark(&id);
            }
        }
        Deed::Undo => drop(wb.run("edit.undo", &Args::None)),
        Deed::Redo => drop(wb.run("edit.redo", &Args::None)),
        Deed::Jobs(n) => {
            let jobs: Vec<_> = std::iter::from_fn(|| wb.next_suggestion_job()).collect();
            for job in jobs.into_iter().skip(n % 2) {
                wb.take_suggestions(job.run());
            }
            if n % 3 == 0 {
                wb.run("suggestion.run", &Args::None);
            }
        }
    }
}

/// The list of a document's suggestions against the same in one vector.
fn list_is_one(wb: &Workbench, document: &Id) -> Result<(), TestCaseError> {
    let list = wb.suggestions(document);
    let all: Vec<_> = list.iter().collect();
    prop_assert_eq!(list.len(), all.len());
    prop_assert!(all.is_sorted_by_key(|one| order(one)));
    prop_assert_eq!(
        (list.first(), list.last()),
        (all.first().copied(), all.last().copied())
    );
    for index in 0..=all.len() {
        prop_assert_eq!(list.get(index), all.get(index).copied());
        prop_assert_eq!(
            list.from(index).collect::<Vec<_>>(),
            all.get(index..).unwrap()
        );
    }
    for byte in 0..text(wb, document).len() + 2 {
        let before = all.partition_point(|one| one.span.start < byte);
        prop_assert_eq!(list.index_at(byte), before);
    }
    Ok(())
}

/// All that is suggested, in words.
fn all_suggested(wb: &Workbench) -> Vec<String> {
    wb.project()
        .documents()
        .flat_map(|document| {
            wb.suggestions(&document.id).iter().map(|one| {
                format!(
                    "{} {:?} {} {:?}",
                    document.id,
                    one.span,
                    one.tag_id(),
                    one.canonical
                )
            })
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn what_is_shown_follows_from_the_project(deeds in deeds()) {
        let third = "زنكوبار ودمشق، ثم قوات سوريا الديمقراطية وحلب";
        let mut wb = bench(&[A, B, third]);
        let first = all_suggested(&wb);
        for deed in &deeds {
            take(&mut wb, deed);
            for document in wb.project().documents() {
                list_is_one(&wb, &document.id)?;
            }
            if let Some((document, current)) = wb.current_suggestion() {
                prop_assert!(wb.suggestions(document).contains(current), "{:?}", current);
            }
        }
        wb.leave_suggestions();
        // Jobs that were handed out and lost are not waited for.
        let lost: Vec<_> = std::iter::from_fn(|| wb.next_suggestion_job()).collect();
        for job in lost {
            wb.take_suggestions(job.run());
        }
        wb.run_suggestions_now();
        let mut fresh = Workbench::new(
            wb.project().clone(),
            History::new(),
            Settings::default(),
            None,
            Box::new(FixedSurroundings::new()),
        );
        fresh.run_suggestions_now();
        prop_assert_eq!(all_suggested(&wb), all_suggested(&fresh));
        while wb.run("edit.undo", &Args::None) {}
        wb.leave_suggestions();
        wb.run_suggestions_now();
        prop_assert_eq!(all_suggested(&wb), first);
        prop_assert_eq!(wb.project().counts().annotations, 0);
    }
}
