//! Whatever a hand does, in any order, on any project, in a window of any
//! size: nothing breaks, no text changes, undo leads back to the beginning,
//! redo to the end, and what is saved is what there is.
//!
//! The same cases every time, so that nothing fails by luck;
//! `PROPTEST_CASES=400 cargo test --test suite window_hand::` draws more, and
//! `PROPTEST_RNG_SEED` other ones.

use hashiya::command::{Args, Workbench};
use hashiya::i18n::Language;
use hashiya::model::{Analyst, Annotation, Edit, Id, Project, Span, Timestamp};
use hashiya::store::{Header, load, save};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::samples;
use super::support::deeds::deed;
use super::support::hand::{Deed, Hand};
use super::support::values;
use super::support::window::{WIDE, Window, bench};

/// What the hand begins with.
#[derive(Clone, Copy, Debug)]
enum Start {
    /// The sample as it ships.
    Sample,
    /// The same in Arabic.
    ArabicSample,
    /// Marks with questions, and tags for relations between them.
    Values,
    /// Two texts, whose names mention entities.
    Entities,
    /// Two annotators side by side.
    Layers,
    /// Two parallel texts, linked.
    Parallel,
    /// The list of all places where a name stands.
    TagAll,
    /// No document at all.
    Empty,
}

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![
        2 => Just(Start::Sample),
        1 => Just(Start::ArabicSample),
        2 => Just(Start::Values),
        2 => Just(Start::Entities),
        2 => Just(Start::Layers),
        1 => Just(Start::Parallel),
        2 => Just(Start::TagAll),
        1 => Just(Start::Empty),
    ]
}

fn mark(wb: &Workbench, span: Span, tag: &str, by: &str) -> Edit {
    let document = wb.active_document().unwrap().id.clone();
    let id = Id::new(format!("m-{by}-{tag}-{}", span.start));
    let (tag, by) = (Id::new(tag), Id::new(by));
    let at = Timestamp::UNIX_EPOCH;
    Edit::create(Annotation::new(id, document, vec![span], tag, by, at))
}

/// The first sample with what two people marked in it.
fn layers() -> Workbench {
    let (name, text) = samples::documents()[0];
    let mut wb = bench(&[(name, text)], None);
    let mut edits = vec![Edit::create(Analyst::new(Id::new("b"), "Basil"))];
    for (index, (at, word)) in text.match_indices("داعش").enumerate() {
        let span = Span::new(at, at + word.len());
        if index % 3 != 1 {
            edits.push(mark(&wb, span, "group", "analyst-1"));
        }
        if index % 3 != 2 {
            let tag = if index % 2 == 0 { "group" } else { "place" };
            edits.push(mark(&wb, span, tag, "b"));
        }
    }
    wb.commit("test", edits).unwrap();
    wb
}

fn workbench(start: Start) -> Workbench {
    let mut wb = match start {
        Start::Sample | Start::TagAll => Workbench::for_picture(None).unwrap(),
        Start::ArabicSample => Workbench::for_picture_in(None, Language::Ar).unwrap(),
        Start::Values | Start::Entities => values::with_marks(),
        Start::Layers => layers(),
        Start::Parallel => bench(
            &[
                ("ar", "فصل أول.\n\nقال إن 12 رجلا.\n\nنهاية"),
                ("en", "One.\n\nTwo.\n\n12"),
            ],
            None,
        ),
        Start::Empty => bench(&[], None),
    };
    let run = |wb: &mut Workbench, id: &str, args: Args| assert!(wb.run(id, &args), "{id}");
    match start {
        Start::Entities => {
            for id in ["p1", "l1", "g1", "p3"] {
                wb.go_to_mark(&Id::new(id));
                run(&mut wb, "entity.new", Args::None);
            }
        }
        Start::Layers => run(&mut wb, "layers.compare", Args::None),
        Start::Parallel => run(&mut wb, "parallel.declare", Args::None),
        Start::TagAll => run(
            &mut wb,
            "annotation.tag-all",
            Args::Text("سوريا".to_owned()),
        ),
        _ => {}
    }
    wb
}

/// What must hold of any project at any time.
fn check(hand: &Hand) {
    let project = hand.window.wb().project();
    for document in project.documents() {
        for mark in project.annotations_of(&document.id) {
            let inside = |span: &Span| span.of(&document.text).is_some();
            assert!(mark.spans.iter().all(inside), "{mark:?}");
        }
    }
    for reader in hand.window.wb().readers() {
        let document = project.document(&reader.document).expect("a document");
        let span = reader.selection.span();
        assert!(span.of(&document.text).is_some(), "{span:?}");
    }
}

/// What undoing everything leads to, which another project may take the
/// place of.
struct Beginning {
    generation: u64,
    /// Not known of a project that came with steps of its own.
    project: Option<Project>,
}

impl Beginning {
    /// Of a workbench with steps of its own.
    fn of(wb: &mut Workbench) -> Self {
        let steps = wb.history().undo_len();
        for _ in 0..steps {
            assert!(wb.run("edit.undo", &Args::None));
        }
        let project = Some(wb.project().clone());
        for _ in 0..steps {
            assert!(wb.run("edit.redo", &Args::None));
        }
        Self {
            generation: wb.generation(),
            project,
        }
    }

    /// Of what stands there now.
    fn now(wb: &Workbench) -> Self {
        Self {
            generation: wb.generation(),
            project: (wb.history().undo_len() == 0).then(|| wb.project().clone()),
        }
    }
}

/// The project is saved and read again as it is.
fn check_saved(wb: &Workbench) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("end.hashiya.json");
    save(wb.project(), &Header::fresh(), &path).unwrap();
    let loaded = load(&path).unwrap();
    assert!(loaded.warnings.is_empty(), "{:?}", loaded.warnings);
    assert!(loaded.project == *wb.project(), "what is saved is read");
}

fn go_through(start: Start, deeds: &[Deed]) {
    let mut wb = workbench(start);
    let mut beginning = Beginning::of(&mut wb);
    let mut hand = Hand::of(Window::of(wb, WIDE));
    for deed in deeds {
        hand.perform(deed);
        check(&hand);
        if hand.window.wb().generation() != beginning.generation {
            beginning = Beginning::now(hand.window.wb());
        }
    }
    let wb = hand.window.wb_mut();
    if wb.modes().reading {
        assert!(wb.run("view.reading-mode", &Args::None));
    }
    check_saved(wb);
    if wb.can_edit() {
        let (end, steps) = (wb.project().clone(), wb.history().undo_len());
        for _ in 0..steps {
            assert!(wb.run("edit.undo", &Args::None));
        }
        if let Some(project) = &beginning.project {
            assert!(wb.project() == project, "undo leads to the beginning");
        }
        hand.window.frame(Vec::new());
        check(&hand);
        let wb = hand.window.wb_mut();
        for _ in 0..steps {
            assert!(wb.run("edit.redo", &Args::None));
        }
        assert!(*wb.project() == end, "redo leads to the end");
    }
    hand.window.frame(Vec::new());
    check(&hand);
}

/// As many cases as are asked for, else a few; of the seed that is asked for,
/// else always of the same.
fn config(few: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|asked| asked.parse().ok());
    let mut config = ProptestConfig::with_cases(asked.unwrap_or(few));
    config.failure_persistence = None;
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(1);
    }
    config
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn whatever_a_hand_does_breaks_nothing(
        start in start(),
        deeds in prop::collection::vec(deed(), 1..60),
    ) {
        go_through(start, &deeds);
    }
}
