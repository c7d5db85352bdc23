//! Any sequence of steps on any text: the places of every mark stay in order,
//! apart, on borders of characters and inside the text, and undo leads back
//! exactly.

use proptest::prelude::*;

use super::{d, on};
use crate::command::{Args, Selection, Workbench};
use crate::model::notation::{ANALYST, marked};
use crate::model::{Annotation, Edit, Id, Span, Timestamp, Transaction};

const COMMANDS: [&str; 20] = [
    "annotation.end-left",
    "annotation.end-right",
    "annotation.start-left",
    "annotation.start-right",
    "annotation.end-word-left",
    "annotation.end-word-right",
    "annotation.start-word-left",
    "annotation.start-word-right",
    "annotation.snap-words",
    "annotation.snap-bare",
    "annotation.snap-sentence",
    "annotation.add-span",
    "annotation.remove-span",
    "annotation.split",
    "annotation.join",
    "annotation.close-gaps",
    "annotation.outer",
    "annotation.inner",
    "edit.undo",
    "edit.redo",
];

const TAGS: [&str; 3] = ["person", "group", "claim"];

#[derive(Clone, Debug)]
enum Deed {
    Run(usize),
    Select(usize, usize),
    Choose(usize),
    Tag(usize),
    Point(usize),
    Copy(usize),
    Drag(usize, usize, usize, usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let n = 0..1000_usize;
    prop::collection::vec(
        prop_oneof![
            8 => n.clone().prop_map(Deed::Run),
            4 => (n.clone(), 0..12_usize).prop_map(|(a, b)| Deed::Select(a, b)),
            3 => n.clone().prop_map(Deed::Choose),
            2 => n.clone().prop_map(Deed::Tag),
            1 => n.clone().prop_map(Deed::Point),
            1 => n.clone().prop_map(Deed::Copy),
            2 => (n.clone(), n.clone(), n.clone(), n).prop_map(|(a, b, c, d)| Deed::Drag(a, b, c, d)),
        ],
        0..30,
    )
}

/// Somewhere in the text, on the border of a character.
fn place(text: &str, n: usize) -> usize {
    text.floor_char_boundary(n % (text.len() + 1))
}

fn take(wb: &mut Workbench, text: &str, deed: &Deed) {
    let marks: Vec<Annotation> = wb.project().annotations_of(&d()).cloned().collect();
    let tag = |n: usize| Args::Id(Id::new(TAGS[n % TAGS.len()]));
    match deed {
        Deed::Run(n) => {
            wb.run(COMMANDS[n % COMMANDS.len()], &Args::None);
        }
        Deed::Select(at, letters) => {
            let start = place(text, *at);
            let end = place(text, (start + letters * 2).min(text.len()));
            let reader = wb.active_reader().unwrap().id;
            wb.select(reader, Selection::over(Span::new(start, end)));
        }
        Deed::Choose(n) => {
            let mark = marks.get(n % marks.len().max(1));
            wb.choose_mark(mark.map(|mark| mark.id.clone()));
        }
        Deed::Tag(n) => {
            wb.run("annotation.tag", &tag(*n));
        }
        Deed::Point(n) => {
            wb.run("annotation.point", &tag(*n));
        }
        Deed::Copy(n) => {
            wb.run("annotation.duplicate", &tag(*n));
        }
        Deed::Drag(mark, piece, from, to) => {
            if let Some(mark) = marks.get(mark % marks.len().max(1)) {
                let span = Span::new(place(text, *from), place(text, *to));
                let _ = wb.resize_mark(&mark.id, piece % mark.spans.len(), span);
            }
        }
    }
}

fn assert_sound(wb: &Workbench, text: &str) {
    for mark in wb.project().annotations() {
        assert!(!mark.spans.is_empty());
        for span in &mark.spans {
            assert!(
                span.start <= span.end && span.of(text).is_some(),
                "{span:?}"
            );
        }
        for pair in mark.spans.windows(2) {
            assert!(
                pair[0].end <= pair[1].start && pair[0] != pair[1],
                "{pair:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 120,
        ..ProptestConfig::default()
    })]
    #[test]
    fn any_steps_keep_marks_sound_and_undo_leads_back(
        text in "([وفبلك]?(ال)?[ابتجدرسعقمني]{1,5}[\u{064B}-\u{0652}]?|SDF|[0-9]{1,3}|[،.؟!\"()]|\n| ){0,60}",
        places in prop::collection::vec((0..400_usize, 0..30_usize, 0..3_usize), 0..6),
        deeds in deeds(),
    ) {
        let mut project = marked("");
        let document = crate::model::Document::new(
            d(), "any", text.as_str(), Timestamp::UNIX_EPOCH,
        );
        let old = project.document(&d()).unwrap().clone();
        let mut edits = vec![Edit::change(old, document)];
        edits.extend(places.iter().enumerate().map(|(number, (at, length, tag))| {
            let start = place(&text, *at);
            let end = place(&text, (start + length).min(text.len()));
            Edit::create(Annotation::new(
                Id::new(format!("m{number}")),
                d(),
                vec![Span::new(start, end.max(start))],
                Id::new(TAGS[*tag]),
                Id::new(ANALYST),
                Timestamp::UNIX_EPOCH,
            ))
        }));
        let first = edits.remove(0);
        let by = Id::new(ANALYST);
        for (id, edits) in [("t1", vec![first]), ("t2", edits)] {
            if edits.is_empty() {
                continue;
            }
            let step = Transaction::new(
                Id::new(id), Timestamp::UNIX_EPOCH, by.clone(), "file.open", edits,
            );
            project.apply(&step).unwrap();
        }
        let mut wb = on(project);
        let begun = wb.project().clone();
        let mut states = vec![begun.clone()];
        for deed in &deeds {
            let steps = wb.history().undo_len();
            take(&mut wb, &text, deed);
            assert_sound(&wb, &text);
            match wb.history().undo_len() {
                now if now > steps => states.push(wb.project().clone()),
                now if now < steps => { states.pop(); }
                _ => {}
            }
            prop_assert!(states.last() == Some(wb.project()), "{deed:?}");
        }
        while wb.history().undo_len() > 0 {
            wb.run("edit.undo", &Args::None);
            states.pop();
            prop_assert!(states.last() == Some(wb.project()));
        }
        prop_assert!(begun == *wb.project());
    }
}
