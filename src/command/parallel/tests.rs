//! Declaring, correcting and taking back parallel texts.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use super::*;
use crate::command::{FixedSurroundings, LinkedScroll, Selection};
use crate::model::{Analyst, History, Project, Timestamp, Transaction};
use crate::store::Settings;

const ARABIC: &str = "العنوان\n\nقال إن ١٢ شخصا قتلوا.\nوأضاف أنهم عادوا.\nانتهى";
const ENGLISH: &str = "The title\nHe said that 12 people died.\nHe added they were back.\n\nEnd";

fn workbench() -> Workbench {
    let mut project = Project::new("p", Analyst::new(Id::new("a"), "Amal"));
    let at = Timestamp::UNIX_EPOCH;
    let mut english = Document::new(Id::new("en"), "en", ENGLISH, at);
    english.order = 1;
    let edits = vec![
        Edit::create(Document::new(Id::new("ar"), "ar", ARABIC, at)),
        Edit::create(english),
    ];
    let step = Transaction::new(Id::new("t"), at, Id::new("a"), "test", edits);
    project.apply(&step).unwrap();
    let settings = Settings {
        analyst: "Amal".to_owned(),
        ..Settings::default()
    };
    Workbench::new(
        project,
        History::new(),
        settings,
        None,
        Box::new(FixedSurroundings::new()),
    )
}

fn beads(wb: &Workbench) -> Vec<(u32, u32)> {
    let document = wb.project().document(&Id::new("ar")).unwrap();
    let parallel = document.parallel.as_ref().unwrap();
    parallel
        .beads
        .iter()
        .map(|bead| (bead.here, bead.there))
        .collect()
}

/// Puts the caret of the reader at this index before some words.
fn caret(wb: &mut Workbench, reader: usize, words: &str) {
    let reader = wb.readers()[reader].clone();
    let text = &wb.project().document(&reader.document).unwrap().text;
    let byte = text.find(words).unwrap();
    wb.select(reader.id, Selection::caret(byte));
}

#[test]
fn two_texts_are_declared_parallel_and_one_undo_takes_it_back() {
    let mut wb = workbench();
    assert!(!wb.are_parallel(&Id::new("ar"), &Id::new("en")));
    assert!(
        !wb.run("parallel.join", &Args::None),
        "nothing is parallel yet"
    );
    assert!(wb.run("parallel.declare", &Args::None));
    assert_eq!(beads(&wb), [(1, 1); 4]);
    assert!(wb.are_parallel(&Id::new("en"), &Id::new("ar")));
    caret(&mut wb, 0, "وأضاف");
    let partner = wb.partner_paragraphs(&wb.readers()[1]).unwrap();
    assert_eq!(partner.of(ENGLISH), Some("He added they were back."));
    assert_eq!(wb.partner_paragraphs(&wb.readers()[0]), None);
    wb.run("edit.undo", &Args::None);
    assert!(!wb.are_parallel(&Id::new("ar"), &Id::new("en")));
    assert_eq!(wb.partner_paragraphs(&wb.readers()[1]), None);
}

#[test]
fn a_declaration_from_the_other_side_takes_the_place_of_the_first() {
    let mut wb = workbench();
    wb.run("parallel.declare", &Args::None);
    wb.activate(wb.readers()[1].id);
    wb.run("parallel.declare", &Args::None);
    let project = wb.project();
    assert!(project.document(&Id::new("ar")).unwrap().parallel.is_none());
    assert!(project.document(&Id::new("en")).unwrap().parallel.is_some());
    assert!(wb.run("parallel.remove", &Args::None));
    assert!(!wb.are_parallel(&Id::new("ar"), &Id::new("en")));
}

#[test]
fn an_alignment_is_corrected_at_the_caret() {
    let mut wb = workbench();
    wb.run("parallel.declare", &Args::None);
    caret(&mut wb, 0, "قال");
    assert!(wb.run("parallel.join", &Args::None));
    assert_eq!(beads(&wb), [(1, 1), (2, 2), (1, 1)]);
    caret(&mut wb, 0, "وأضاف");
    assert!(wb.run("parallel.separate", &Args::None));
    assert_eq!(beads(&wb), [(1, 1); 4]);
    // From the other text the same.
    caret(&mut wb, 1, "He added");
    assert!(wb.run("parallel.join", &Args::None));
    assert_eq!(beads(&wb), [(1, 1), (1, 1), (2, 2)]);
    wb.run("edit.undo", &Args::None);
    assert_eq!(beads(&wb), [(1, 1); 4]);
    caret(&mut wb, 0, "انتهى");
    assert!(!wb.run("parallel.join", &Args::None));
    assert!(
        wb.notices()
            .any(|notice| notice.kind == NoticeKind::Problem)
    );
    caret(&mut wb, 0, "وأضاف");
    caret(&mut wb, 1, "End");
    assert!(wb.run("parallel.pin", &Args::None));
    let aligned = wb.aligned(&Id::new("en"), &Id::new("ar")).unwrap();
    let group = aligned.group_at(ENGLISH.find("End").unwrap()).unwrap();
    let (_, there) = aligned.group(group).unwrap();
    assert_eq!(there.of(ARABIC), Some("وأضاف أنهم عادوا."));
    assert!(wb.run("parallel.align", &Args::None));
    assert_eq!(beads(&wb), [(1, 1); 4]);
}

#[test]
fn texts_that_are_not_declared_go_by_number() {
    let wb = workbench();
    let aligned = wb.aligned(&Id::new("ar"), &Id::new("en")).unwrap();
    let group = aligned.group_at(ARABIC.find("وأضاف").unwrap()).unwrap();
    let (_, there) = aligned.group(group).unwrap();
    assert_eq!(there.of(ENGLISH), Some("He added they were back."));
    let again = wb.aligned(&Id::new("ar"), &Id::new("en")).unwrap();
    assert!(Arc::ptr_eq(&aligned, &again), "found once");
    assert!(wb.aligned(&Id::new("ar"), &Id::new("gone")).is_none());
}

#[test]
fn an_alignment_that_does_not_fit_counts_as_none() {
    let mut wb = workbench();
    wb.run("parallel.declare", &Args::None);
    let before = wb.project().document(&Id::new("ar")).unwrap().clone();
    let mut after = before.clone();
    after
        .parallel
        .as_mut()
        .unwrap()
        .beads
        .push(Bead { here: 9, there: 9 });
    wb.commit("test", vec![Edit::change(before, after)])
        .unwrap();
    let aligned = wb.aligned(&Id::new("ar"), &Id::new("en")).unwrap();
    assert_eq!(aligned.count(), 4);
    caret(&mut wb, 0, "قال");
    assert!(
        wb.run("parallel.join", &Args::None),
        "it is found anew first"
    );
    assert_eq!(beads(&wb), [(1, 1), (2, 2), (1, 1)]);
}

#[test]
fn the_key_goes_through_all_ways_to_link_and_says_which() {
    let mut wb = workbench();
    for link in [
        LinkedScroll::Position,
        LinkedScroll::Paragraph,
        LinkedScroll::Entity,
        LinkedScroll::Off,
    ] {
        assert!(wb.run("view.link-next", &Args::None));
        assert_eq!(wb.look().link, link);
    }
    assert_eq!(wb.notices().count(), 4);
    wb.run("view.link-entity", &Args::None);
    assert_eq!(wb.look().link, LinkedScroll::Entity);
}

#[test]
fn any_number_of_readers_also_of_one_document() {
    let mut wb = workbench();
    caret(&mut wb, 0, "وأضاف");
    for _ in 0..9 {
        assert!(wb.run("view.reader-duplicate", &Args::None));
    }
    assert_eq!(wb.readers().len(), 11);
    let active = wb.active_reader().unwrap();
    assert_eq!(active.selection.head.byte, ARABIC.find("وأضاف").unwrap());
    let other = wb.readers()[0].clone();
    wb.select(active.id, Selection::caret(0));
    assert_eq!(wb.reader(other.id).unwrap().selection, other.selection);
}

#[test]
fn names_meet_however_they_are_known() {
    let wb = workbench();
    let mentions = wb.mentions_in(&Id::new("ar"));
    assert!(mentions.list.windows(2).all(|pair| pair[0].0 <= pair[1].0));
    assert!(mentions.of("nothing").is_empty());
    let again = wb.mentions_in(&Id::new("ar"));
    assert!(Arc::ptr_eq(&mentions, &again));
}
