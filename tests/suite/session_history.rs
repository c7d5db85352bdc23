//! The history on a workbench without a window: sentences, sittings, filters,
//! going back, undoing one step alone; and that undo outlives a restart and a
//! crash.

use std::path::Path;

use hashiya::command::{
    Args, HistoryFilter, HistoryRow, NoticeKind, Selection, StepKind, SystemSurroundings, Workbench,
};
use hashiya::i18n::Language;
use hashiya::model::{DocumentState, Id, Project, Span, Transaction};
use hashiya::store::{Places, Settings};

use super::support::window::bench;

const TEXT: &str = "قالت قسد إن قسد لم تنسحب، وأكدت قسد ذلك في دمشق.";

fn plain(words: &str) -> String {
    words.replace(['\u{2068}', '\u{2069}'], "")
}

fn span(wb: &Workbench, words: &str, nth: usize) -> Span {
    let text = &wb.active_document().unwrap().text;
    let (start, _) = text.match_indices(words).nth(nth).unwrap();
    Span::new(start, start + words.len())
}

fn tag(wb: &mut Workbench, words: &str, nth: usize, tag: &str) {
    let reader = wb.active_reader().unwrap().id;
    let span = span(wb, words, nth);
    wb.select(reader, Selection::over(span));
    assert!(wb.run("annotation.tag", &Args::Id(Id::new(tag))));
}

fn told(wb: &mut Workbench) -> Vec<String> {
    wb.prepare_history();
    let steps: Vec<std::sync::Arc<Transaction>> = wb
        .history_rows()
        .iter()
        .filter_map(|row| match row {
            HistoryRow::Step(place) => wb.history().step(*place).cloned(),
            HistoryRow::Sitting { .. } => None,
        })
        .collect();
    steps
        .iter()
        .map(|step| plain(&wb.step_sentence(step)))
        .collect()
}

/// Chooses a step, as a click on its row does.
fn step(wb: &mut Workbench, place: usize) -> Args {
    let id = wb.history().step(place).unwrap().id.clone();
    wb.choose_step(Some(id.clone()));
    Args::Id(id)
}

fn problem(wb: &Workbench) -> String {
    let last = wb.notices().last().unwrap();
    assert_eq!(last.kind, NoticeKind::Problem);
    plain(&last.text)
}

fn desk() -> Workbench {
    bench(&[("بيان", TEXT), ("other", "Nothing here.")], None)
}

#[test]
fn steps_are_told_in_both_languages() {
    let mut wb = desk();
    tag(&mut wb, "قسد", 0, "group");
    assert_eq!(told(&mut wb), ["Marked “قسد” as Group"]);
    let mark = wb.selected_mark().unwrap().id.clone();
    wb.set_note(&mark, "SDF").unwrap();
    wb.retag_mark(&mark, &Id::new("organisation")).unwrap();
    wb.run("annotation.remove", &Args::Id(mark));
    wb.run("document.state-done", &Args::None);
    let said = told(&mut wb);
    assert_eq!(
        said,
        [
            "“بيان” is done",
            "Removed the mark Organisation from “قسد”",
            "Changed “قسد” from Group to Organisation",
            "Note on “قسد”: SDF",
            "Marked “قسد” as Group",
        ]
    );
    wb.set_language(Language::Ar);
    let said = told(&mut wb);
    assert_eq!(said[0], "«بيان» مكتمل");
    assert!(said[4].starts_with("وسم «قسد» بـ«"), "{}", said[4]);
}

#[test]
fn many_places_are_one_sentence_and_an_unknown_command_has_one() {
    let mut wb = desk();
    let spans: Vec<Span> = (0..3).map(|nth| span(&wb, "قسد", nth)).collect();
    let document = wb.active_document().unwrap().id.clone();
    let (by, at) = (wb.analyst().clone(), wb.now());
    let edits: Vec<hashiya::model::Edit> = spans
        .iter()
        .enumerate()
        .map(|(n, span)| {
            hashiya::model::Edit::create(hashiya::model::Annotation::new(
                Id::new(format!("m{n}")),
                document.clone(),
                vec![*span],
                Id::new("group"),
                by.clone(),
                at,
            ))
        })
        .collect();
    wb.commit("annotation.from-the-future", edits).unwrap();
    assert_eq!(told(&mut wb), ["Marked “قسد” as Group in 3 places"]);
    wb.set_language(Language::Ar);
    assert!(told(&mut wb)[0].ends_with("في 3 مواضع"));
    wb.set_language(Language::En);
    // Marks and tags together: nobody here knows what that was.
    let mark = wb.project().annotation(&Id::new("m0")).unwrap().clone();
    let before = wb.project().tag(&Id::new("place")).unwrap().clone();
    let mut after = before.clone();
    after.color = "#123456".to_owned();
    let edits = vec![
        hashiya::model::Edit::delete(mark),
        hashiya::model::Edit::change(before, after),
    ];
    wb.commit("future.thing", edits).unwrap();
    assert_eq!(told(&mut wb)[0], "A change to 2 records");
}

#[test]
fn the_first_mark_begins_a_document_and_one_undo_takes_both_back() {
    let mut wb = desk();
    let state = |wb: &Workbench| wb.active_document().unwrap().state;
    assert_eq!(state(&wb), DocumentState::New);
    tag(&mut wb, "قسد", 0, "group");
    assert_eq!(state(&wb), DocumentState::InProgress);
    assert_eq!(wb.history().transactions().len(), 1);
    wb.run("edit.undo", &Args::None);
    assert_eq!(state(&wb), DocumentState::New);
    assert_eq!(wb.project().counts().annotations, 0);
    // Done with nothing marked is not the same as untouched.
    wb.run("document.state-done", &Args::None);
    wb.prepare_documents();
    let progress = wb.progress();
    assert_eq!(
        (progress.new, progress.done, progress.done_empty),
        (1, 1, 1)
    );
}

#[test]
fn undone_steps_are_known_and_undo_rows_are_asked_for() {
    let mut wb = desk();
    tag(&mut wb, "قسد", 0, "group");
    tag(&mut wb, "دمشق", 0, "place");
    wb.run("edit.undo", &Args::None);
    assert_eq!(told(&mut wb).len(), 2);
    assert!(wb.history().is_undone(1) && !wb.history().is_undone(0));
    wb.set_history_filter(HistoryFilter {
        with_undo: true,
        ..HistoryFilter::default()
    });
    assert_eq!(told(&mut wb)[0], "Undid: Marked “دمشق” as Place");
    wb.run("edit.redo", &Args::None);
    assert_eq!(told(&mut wb)[0], "Redid: Marked “دمشق” as Place");
    assert!(!wb.history().is_undone(1));
}

#[test]
fn the_history_is_filtered_by_words_kind_and_document() {
    let mut wb = desk();
    tag(&mut wb, "قسد", 0, "group");
    tag(&mut wb, "دمشق", 0, "place");
    wb.run("document.state-done", &Args::None);
    let with = |text: &str, kind| HistoryFilter {
        text: text.to_owned(),
        kind,
        ..HistoryFilter::default()
    };
    // Folded: a mark of vowel changes nothing.
    wb.set_history_filter(with("دِمشق", None));
    assert_eq!(told(&mut wb), ["Marked “دمشق” as Place"]);
    wb.set_history_filter(with("", Some(StepKind::Documents)));
    assert_eq!(told(&mut wb), ["“بيان” is done"]);
    let other = wb.project().documents().nth(1).unwrap().id.clone();
    wb.set_history_filter(HistoryFilter {
        document: Some(other),
        ..HistoryFilter::default()
    });
    assert!(told(&mut wb).is_empty());
}

#[test]
fn going_back_is_a_step_that_can_be_undone() {
    let mut wb = desk();
    tag(&mut wb, "قسد", 0, "group");
    let first: Project = wb.project().clone();
    tag(&mut wb, "دمشق", 0, "place");
    tag(&mut wb, "قسد", 1, "group");
    let all = wb.project().clone();
    let to = step(&mut wb, 1);
    assert!(wb.run("history.restore-before", &to));
    assert!(*wb.project() == first);
    assert!(told(&mut wb)[0].starts_with("Went back to an earlier state"));
    assert!(wb.run("edit.undo", &Args::None));
    assert!(*wb.project() == all);
    assert!(wb.run("history.restore-after", &to));
    assert_eq!(wb.project().counts().annotations, 2);
    assert!(!wb.run("history.restore-after", &to), "it is there already");
}

#[test]
fn one_step_alone_is_undone_or_it_is_said_what_builds_on_it() {
    let mut wb = desk();
    tag(&mut wb, "قسد", 0, "group");
    let mark = wb.selected_mark().unwrap().id.clone();
    tag(&mut wb, "دمشق", 0, "place");
    wb.set_note(&mark, "SDF").unwrap();
    let first = step(&mut wb, 0);
    let steps = wb.history().transactions().len();
    wb.run("history.undo-step", &first);
    let said = problem(&wb);
    assert!(said.contains("Note on “قسد”: SDF"), "{said}");
    assert_eq!(wb.history().transactions().len(), steps);
    // The one in the way undone, it can be undone; the document stays begun.
    let note = step(&mut wb, 2);
    wb.run("edit.undo", &Args::None);
    assert!(wb.run("history.undo-step", &first));
    assert_eq!(wb.project().counts().annotations, 1);
    assert_eq!(
        wb.active_document().unwrap().state,
        DocumentState::InProgress
    );
    assert!(wb.history().is_undone(0));
    assert!(!wb.run("history.undo-step", &first), "undone already");
    assert!(!wb.run("history.undo-step", &note));
    wb.run("edit.undo", &Args::None);
    assert_eq!(wb.project().counts().annotations, 2);
    assert!(!wb.history().is_undone(0));
}

#[test]
fn a_step_leads_to_what_it_changed_and_lights_it() {
    let mut wb = desk();
    tag(&mut wb, "قسد", 2, "group");
    let place = span(&wb, "قسد", 2);
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::caret(0));
    let first = step(&mut wb, 0);
    assert!(wb.run("history.go", &first));
    assert_eq!(wb.lit().unwrap().spans, [place]);
    assert!(wb.selected_mark().is_some());
    // What was removed is lit where its words are.
    let mark = wb.selected_mark().unwrap().id.clone();
    wb.run("annotation.remove", &Args::Id(mark));
    let last = step(&mut wb, 1);
    wb.run("history.go", &last);
    assert_eq!(wb.lit().unwrap().spans, [place]);
    assert_eq!(wb.lit().unwrap().number, 2);
}

#[test]
fn nothing_is_changed_while_reading_and_it_is_said() {
    let mut wb = desk();
    tag(&mut wb, "قسد", 0, "group");
    assert!(wb.run("view.reading-mode", &Args::None));
    for (id, args) in [
        ("annotation.tag", Args::Id(Id::new("place"))),
        ("edit.undo", Args::None),
        ("annotation.remove", Args::None),
        ("document.state-done", Args::None),
    ] {
        let before = wb.notices().last().map(|notice| notice.number);
        assert!(!wb.run(id, &args), "{id}");
        assert_ne!(before, wb.notices().last().map(|notice| notice.number));
        assert!(problem(&wb).starts_with("Reading mode"), "{id}");
    }
    assert_eq!(wb.history().transactions().len(), 1);
    assert!(wb.run("view.reading-mode", &Args::None));
    assert!(wb.run("edit.undo", &Args::None));
}

// ---- after a restart ------------------------------------------------------

fn started(folder: &Path, project: &Path) -> Workbench {
    let mut wb = Workbench::new(
        bench(&[], None).project().clone(),
        hashiya::model::History::new(),
        Settings::default(),
        Some(Places::under(folder)),
        Box::new(SystemSurroundings),
    );
    assert!(wb.run("file.open", &Args::Paths(vec![project.to_path_buf()])));
    wb
}

#[test]
fn undo_outlives_a_restart_of_a_saved_project() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("قضية.hashiya.json");
    let mut wb = bench(&[("بيان", TEXT)], Some(folder.path()));
    let empty = wb.project().clone();
    tag(&mut wb, "قسد", 0, "group");
    tag(&mut wb, "دمشق", 0, "place");
    assert!(wb.run("file.save-as", &Args::Paths(vec![path.clone()])));
    wb.leave();
    drop(wb);
    let mut wb = started(folder.path(), &path);
    assert_eq!(wb.forgotten_steps(), 0);
    assert_eq!(told(&mut wb).len(), 2);
    assert!(wb.run("edit.undo", &Args::None));
    assert!(wb.run("edit.undo", &Args::None));
    assert!(*wb.project() == empty);
    wb.leave();
    drop(wb);
    // Undone in one session, done again in the next.
    let mut wb = started(folder.path(), &path);
    assert!(wb.run("edit.redo", &Args::None));
    assert_eq!(wb.project().counts().annotations, 1);
    // The page stays where it is: the text is the same one.
    let text = wb.active_document().unwrap().text.clone();
    assert!(wb.run("edit.undo", &Args::None));
    assert!(std::sync::Arc::ptr_eq(
        &text,
        &wb.active_document().unwrap().text
    ));
}

#[test]
fn undo_outlives_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.hashiya.json");
    let mut wb = bench(&[("بيان", TEXT)], Some(folder.path()));
    assert!(wb.run("file.save-as", &Args::Paths(vec![path.clone()])));
    tag(&mut wb, "قسد", 0, "group");
    tag(&mut wb, "قسد", 1, "group");
    wb.run("edit.undo", &Args::None);
    let now = wb.project().clone();
    assert!(
        wb.session()
            .unwrap()
            .wait_until_durable(std::time::Duration::from_secs(20))
    );
    // Dropped without leaving: nothing is written in the end.
    drop(wb);
    let mut wb = started(folder.path(), &path);
    assert!(*wb.project() == now);
    assert_eq!((wb.history().undo_len(), wb.history().redo_len()), (1, 1));
    assert!(wb.run("edit.redo", &Args::None));
    assert!(wb.run("edit.undo", &Args::None));
    assert!(wb.run("edit.undo", &Args::None));
    assert_eq!(wb.project().counts().annotations, 0);
}

#[test]
fn a_journal_that_is_gone_is_said_and_the_project_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.hashiya.json");
    let mut wb = bench(&[("بيان", TEXT)], Some(folder.path()));
    tag(&mut wb, "قسد", 0, "group");
    tag(&mut wb, "دمشق", 0, "place");
    assert!(wb.run("file.save-as", &Args::Paths(vec![path.clone()])));
    wb.leave();
    drop(wb);
    std::fs::remove_file(folder.path().join("case.hashiya.log")).unwrap();
    let mut wb = started(folder.path(), &path);
    assert_eq!(wb.project().counts().annotations, 2);
    let said: Vec<String> = wb.notices().map(|notice| plain(&notice.text)).collect();
    assert!(
        said.iter()
            .any(|said| said.contains("lacks the first 2 changes")),
        "{said:?}"
    );
    assert_eq!(wb.forgotten_steps(), 2);
    assert!(!wb.run("edit.undo", &Args::None));
    // What is done from here on can be undone, also after the next start.
    tag(&mut wb, "قسد", 1, "group");
    wb.run("file.save", &Args::None);
    wb.leave();
    drop(wb);
    let mut wb = started(folder.path(), &path);
    assert_eq!((wb.history().undo_len(), wb.forgotten_steps()), (1, 2));
    assert!(wb.run("edit.undo", &Args::None));
    assert_eq!(wb.project().counts().annotations, 2);
}
