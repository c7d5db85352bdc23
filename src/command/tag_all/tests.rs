//! Tag all without a window: what is found and ticked, what one step does,
//! and that one undo takes it back.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod standing;

use super::*;
use crate::command::{Args, FixedSurroundings, Selection};
use crate::model::notation::marks;
use crate::model::{
    Analyst, Document, Edit, Entity, Extra, History, Note, Project, Relation, Tag, TagKind,
    Timestamp, Transaction,
};
use crate::store::Settings;

const A: &str = "قال زنكوبار إن وزنكوبار سافر.\nثم عاد بزنكوبار، وقيل زَنكوبار.\nشارك زنكوبار";
const B: &str = "اجتمع زنكوبار أمس. الزنكوباري غائب.";

fn d(number: usize) -> Id {
    Id::new(format!("d{number}"))
}

fn bench(texts: &[&str]) -> Workbench {
    let by = Id::new("me");
    let mut project = Project::new("test", Analyst::new(by.clone(), "Samira"));
    let edits = texts.iter().enumerate().map(|(number, text)| {
        let title = format!("مقال {number}");
        let mut document = Document::new(d(number), title, *text, Timestamp::UNIX_EPOCH);
        document.order = number as u32;
        Edit::create(document)
    });
    let (id, at) = (Id::new("open"), Timestamp::UNIX_EPOCH);
    let opened = Transaction::new(id, at, by, "file.open", edits.collect());
    project.apply(&opened).unwrap();
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    )
}

fn select(wb: &mut Workbench, document: usize, words: &str, nth: usize) {
    let text = wb
        .project()
        .document(&d(document))
        .unwrap()
        .text
        .to_string();
    let (start, _) = text.match_indices(words).nth(nth).unwrap();
    let reader = wb.show_document(&d(document));
    let span = Span::new(start, start + words.len());
    wb.select(reader, Selection::over(span));
}

fn mark(wb: &mut Workbench, document: usize, words: &str, nth: usize, tag: &str) {
    select(wb, document, words, nth);
    run(wb, "annotation.tag", Args::Id(Id::new(tag)));
}

#[allow(clippy::needless_pass_by_value, reason = "arguments are made for it")]
fn run(wb: &mut Workbench, command: &str, args: Args) {
    assert!(
        wb.run(command, &args),
        "{command}: {:?}",
        wb.notices().last()
    );
    wb.run_tag_all_now();
}

fn tag_all(wb: &mut Workbench, tag: &str) {
    run(wb, "annotation.tag-all", Args::Id(Id::new(tag)));
}

/// The rows as `document: words standing`, ticked ones with a star.
fn rows(wb: &Workbench) -> Vec<String> {
    let open = wb.tag_all().unwrap();
    (0..open.row_count())
        .map(|index| {
            let row = open.row(index).unwrap();
            let text = &wb.project().document(&row.document).unwrap().text;
            let standing = format!("{:?}", row.standing);
            let standing = standing.split(['(', ' ']).next().unwrap();
            let tick = if row.ticked { "*" } else { "" };
            format!(
                "{}: {} {standing}{tick}",
                row.document,
                row.span.of(text).unwrap()
            )
        })
        .collect()
}

fn said(wb: &Workbench) -> String {
    let last = wb.notices().last().unwrap().text.clone();
    last.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn every_place_is_listed_marked_at_once_and_undone_at_once() {
    let mut wb = bench(&[A, B]);
    select(&mut wb, 0, "زنكوبار", 0);
    tag_all(&mut wb, "group");
    assert_eq!(
        rows(&wb),
        [
            "d0: زنكوبار Free*",
            "d0: زنكوبار Free*",
            "d0: زنكوبار Free*",
            "d0: زَنكوبار Free*",
            "d0: زنكوبار Furniture",
        ]
    );
    assert_eq!(wb.tag_all().unwrap().group_count(), 1);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(said(&wb), "Marked زنكوبار as Group in 4 places");
    assert!(wb.tag_all().is_none());
    assert_eq!(marks(wb.project(), &d(0)).len(), 4);
    assert_eq!(wb.history().undo_len(), 1);
    run(&mut wb, "edit.undo", Args::None);
    assert_eq!(said(&wb), "Undid marking زنكوبار as Group in 4 places");
    assert!(marks(wb.project(), &d(0)).is_empty());
}

#[test]
fn the_scope_is_the_document_the_readers_or_the_project() {
    let mut wb = bench(&[A, B, B, B]);
    select(&mut wb, 0, "زنكوبار", 0);
    tag_all(&mut wb, "group");
    let count = |wb: &Workbench| wb.tag_all().unwrap().row_count();
    assert_eq!(count(&wb), 5);
    run(&mut wb, "tag-all.readers", Args::None);
    assert_eq!(count(&wb), 6);
    run(&mut wb, "tag-all.project", Args::None);
    assert_eq!(count(&wb), 8);
    assert_eq!(wb.tag_all().unwrap().progress(), (4, 4));
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(wb.project().counts().annotations, 7);
    // The scope is kept for the next list.
    select(&mut wb, 1, "أمس", 0);
    tag_all(&mut wb, "date");
    assert_eq!(count(&wb), 3);
}

#[test]
fn a_mark_a_word_at_the_caret_or_typed_words_begin_a_list() {
    let mut wb = bench(&[A, B]);
    mark(&mut wb, 0, "زنكوبار", 0, "group");
    run(&mut wb, "annotation.tag-all", Args::None);
    let open = wb.tag_all().unwrap();
    assert_eq!(
        (open.words(), open.tag()),
        ("زنكوبار", Some(&Id::new("group")))
    );
    assert_eq!(rows(&wb)[0], "d0: زنكوبار Marked");
    assert_eq!(open.ticked(), 3);
    // The caret in a word with a clitic: the name is looked for.
    let reader = wb.show_document(&d(0));
    let at = A.find("بزنكوبار").unwrap() + 6;
    wb.select(reader, Selection::caret(at));
    wb.choose_mark(None);
    run(&mut wb, "annotation.tag-all", Args::None);
    assert_eq!(wb.tag_all().unwrap().words(), "زنكوبار");
    assert!(wb.tag_all().unwrap().tag().is_none());
    assert!(!wb.run("tag-all.apply", &Args::None), "no tag is chosen");
    run(&mut wb, "annotation.tag-all", Args::Text("سافر".to_owned()));
    assert_eq!(rows(&wb), ["d0: سافر Free*"]);
    let mut empty = bench(&["، ،"]);
    let reader = empty.readers()[0].id;
    empty.select(reader, Selection::caret(4));
    assert!(!empty.run("annotation.tag-all", &Args::Text("  ".to_owned())));
    assert!(said(&empty).starts_with("There are no words here"));
}

#[test]
fn ticks_of_places_documents_and_spellings() {
    let mut wb = bench(&["سوريا وسورية.\nوفي سوريا", "سورية سوريا سوريا"]);
    wb.choose_tag_choices(TagChoices::default());
    select(&mut wb, 0, "سوريا", 0);
    tag_all(&mut wb, "place");
    run(&mut wb, "tag-all.readers", Args::None);
    let open = wb.tag_all().unwrap();
    assert_eq!(open.group_count(), 2);
    assert_eq!(
        open.lines(),
        [
            TagLine::Group(0),
            TagLine::Document(0),
            TagLine::Row(0),
            TagLine::Row(1),
            TagLine::Document(1),
            TagLine::Row(2),
            TagLine::Row(3),
            TagLine::Group(1),
            TagLine::Document(2),
            TagLine::Row(4),
            TagLine::Document(3),
            TagLine::Row(5),
        ]
    );
    let ticks = |wb: &Workbench| {
        let open = wb.tag_all().unwrap();
        let group = open.group(0).unwrap();
        (
            group.tick(),
            open.document(1).unwrap().tick(),
            open.ticked(),
        )
    };
    assert_eq!(ticks(&wb), (Tick::All, Tick::All, 6));
    wb.tick_tag_line(TagLine::Row(3), false);
    assert_eq!(ticks(&wb), (Tick::Some, Tick::Some, 5));
    wb.tick_tag_line(TagLine::Document(1), false);
    assert_eq!(ticks(&wb), (Tick::Some, Tick::None, 4));
    wb.tick_tag_line(TagLine::Group(0), false);
    assert_eq!(ticks(&wb), (Tick::None, Tick::None, 2));
    run(&mut wb, "tag-all.all", Args::None);
    run(&mut wb, "tag-all.none", Args::None);
    assert_eq!(ticks(&wb), (Tick::None, Tick::None, 0));
    wb.tick_tag_line(TagLine::Row(0), true);
    // Another tag, another look: what was said about places stays.
    wb.choose_tag_for_all(&Id::new("group"));
    run(&mut wb, "tag-all.project", Args::None);
    assert_eq!(ticks(&wb).2, 1);
    wb.unfold_tag_group(0, false);
    assert_eq!(wb.tag_all().unwrap().line(1), Some(TagLine::Group(1)));
    wb.tick_tag_line(TagLine::Row(999), true);
    wb.tick_tag_line(TagLine::Group(999), true);
    assert_eq!(ticks(&wb).2, 1);
}

#[test]
fn the_switches_find_more_and_less() {
    let mut wb = bench(&[A, B]);
    select(&mut wb, 0, "زنكوبار", 0);
    tag_all(&mut wb, "group");
    run(&mut wb, "tag-all.exact", Args::None);
    assert_eq!(wb.tag_all().unwrap().row_count(), 4);
    run(&mut wb, "tag-all.clitics", Args::None);
    assert_eq!(wb.tag_all().unwrap().row_count(), 2);
    run(&mut wb, "tag-all.exact", Args::None);
    assert_eq!(wb.tag_all().unwrap().row_count(), 3);
    assert_eq!(wb.tag_all().unwrap().ticked(), 2);
    run(&mut wb, "tag-all.furniture", Args::None);
    assert_eq!(wb.tag_all().unwrap().ticked(), 3);
    wb.set_tag_all_words("سافر");
    wb.run_tag_all_now();
    assert_eq!(rows(&wb), ["d0: سافر Free*"]);
    wb.set_tag_all_words("");
    wb.run_tag_all_now();
    assert!(rows(&wb).is_empty() && !wb.tag_all().unwrap().is_searching());
}

fn entity(wb: &mut Workbench, id: &str, surfaces: &[&str]) {
    let mut entity = Entity::new(Id::new(id), surfaces[0]);
    entity.tag = Some(Id::new("group"));
    entity.surfaces = surfaces.iter().map(|one| (*one).to_owned()).collect();
    wb.commit("test", vec![Edit::create(entity)]).unwrap();
}

#[test]
fn other_names_of_the_entity_and_the_link_in_the_same_step() {
    let mut wb = bench(&["قسد أو قوات سوريا الديمقراطية أو SDF، وقسد"]);
    entity(&mut wb, "e", &["قوات سوريا الديمقراطية", "قسد", "SDF"]);
    select(&mut wb, 0, "قسد", 0);
    tag_all(&mut wb, "group");
    assert_eq!(wb.tag_all().unwrap().offered_entity(), Some(&Id::new("e")));
    assert_eq!(*wb.tag_all().unwrap().entity(), EntityChoice::None);
    assert_eq!(wb.tag_all().unwrap().row_count(), 2);
    run(&mut wb, "tag-all.aliases", Args::None);
    assert_eq!(wb.tag_all().unwrap().row_count(), 4);
    run(&mut wb, "tag-all.entity", Args::None);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(wb.project().mention_count(&Id::new("e")), 4);
    // Marks of it begin with the entity.
    let first = wb
        .project()
        .annotations_of(&d(0))
        .next()
        .unwrap()
        .id
        .clone();
    wb.go_to_mark(&first);
    run(&mut wb, "annotation.tag-all", Args::None);
    assert_eq!(
        *wb.tag_all().unwrap().entity(),
        EntityChoice::Known(Id::new("e"))
    );
    wb.close_tag_all();
    run(&mut wb, "edit.undo", Args::None);
    assert_eq!(wb.project().counts().annotations, 0);
}

#[test]
fn a_new_entity_is_made_in_the_same_step() {
    let mut wb = bench(&["سوريا ثم سورية"]);
    select(&mut wb, 0, "سوريا", 0);
    tag_all(&mut wb, "place");
    run(&mut wb, "tag-all.new-entity", Args::None);
    run(&mut wb, "tag-all.apply", Args::None);
    let made: Vec<&Entity> = wb.project().entities().collect();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].name, "سوريا");
    assert_eq!(made[0].surfaces, ["سوريا", "سورية"]);
    assert_eq!(wb.project().mention_count(&made[0].id), 2);
    run(&mut wb, "edit.undo", Args::None);
    assert_eq!(wb.project().counts().entities, 0);
}

#[test]
fn retype_all_and_untag_all_are_one_undo_each() {
    let mut wb = bench(&[A, B]);
    for (document, nth) in [(0, 0), (0, 1), (1, 0)] {
        mark(&mut wb, document, "زنكوبار", nth, "group");
    }
    mark(&mut wb, 0, "سافر", 0, "group");
    let tags = |wb: &Workbench| {
        let count = |tag: &str| wb.project().tag_count(&Id::new(tag));
        (count("group"), count("person"))
    };
    select(&mut wb, 0, "زنكوبار", 0);
    run(
        &mut wb,
        "annotation.retype-all",
        Args::Id(Id::new("person")),
    );
    run(&mut wb, "tag-all.project", Args::None);
    assert_eq!(wb.tag_all().unwrap().ticked(), 3);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(tags(&wb), (1, 3));
    assert_eq!(said(&wb), "زنكوبار is Person now in 3 places");
    run(&mut wb, "edit.undo", Args::None);
    assert_eq!(tags(&wb), (4, 0));
    // From the mark itself: its tag is what goes.
    let first = wb
        .project()
        .annotations_of(&d(0))
        .next()
        .unwrap()
        .id
        .clone();
    let at = Timestamp::UNIX_EPOCH;
    let note = Note {
        id: Id::new("n"),
        document: None,
        annotation: Some(first.clone()),
        entity: None,
        tag: None,
        text: "؟".to_owned(),
        by: Id::new("me"),
        at,
        extra: Extra::new(),
    };
    let relation = Relation {
        id: Id::new("r"),
        tag: Id::new("group"),
        from: first.clone(),
        to: first.clone(),
        by: Id::new("me"),
        at,
        note: String::new(),
        extra: Extra::new(),
    };
    wb.commit("test", vec![Edit::create(note)]).unwrap();
    let related = wb.commit("test", vec![Edit::create(relation)]).is_ok();
    wb.go_to_mark(&first);
    run(&mut wb, "annotation.untag-all", Args::None);
    assert_eq!(wb.tag_all().unwrap().ticked(), 3);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(said(&wb), "Removed 3 marks from زنكوبار");
    assert_eq!(tags(&wb), (1, 0));
    let counts = wb.project().counts();
    assert_eq!((counts.notes, counts.relations), (0, 0));
    run(&mut wb, "edit.undo", Args::None);
    let counts = wb.project().counts();
    assert_eq!((tags(&wb), counts.notes), ((4, 0), 1));
    assert_eq!(counts.relations, usize::from(related));
}

#[test]
fn marks_behind_lam_and_in_quotation_marks_are_of_the_words_too() {
    let mut wb = bench(&["التحالف وللتحالف ثم تحالف، تنظيم \"داعش\" وتنظيم داعش"]);
    mark(&mut wb, 0, "التحالف", 0, "group");
    select(&mut wb, 0, "التحالف", 0);
    tag_all(&mut wb, "group");
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(
        marks(wb.project(), &d(0)),
        ["التحالف|group", "لتحالف|group"]
    );
    // From either of them.
    let second = wb
        .project()
        .annotations_of(&d(0))
        .nth(1)
        .unwrap()
        .id
        .clone();
    wb.go_to_mark(&second);
    run(&mut wb, "annotation.untag-all", Args::None);
    assert_eq!(wb.tag_all().unwrap().words(), "التحالف");
    assert_eq!(wb.tag_all().unwrap().ticked(), 2);
    select(&mut wb, 0, "تنظيم داعش", 0);
    tag_all(&mut wb, "group");
    run(&mut wb, "tag-all.apply", Args::None);
    run(&mut wb, "annotation.untag-all", Args::Id(Id::new("group")));
    assert_eq!(wb.tag_all().unwrap().ticked(), 2);
}

#[test]
fn a_change_of_the_project_takes_the_list_away() {
    let mut wb = bench(&[A, B]);
    select(&mut wb, 0, "زنكوبار", 0);
    tag_all(&mut wb, "group");
    mark(&mut wb, 1, "أمس", 0, "date");
    assert!(wb.tag_all().is_none());
    assert!(!wb.run("tag-all.apply", &Args::None));
}

#[test]
fn the_search_is_done_in_pieces_and_can_be_stopped() {
    let long = "سافر زنكوبار إلى مكان بعيد جدا ثم عاد منه بعد حين.\n".repeat(4000);
    let texts: Vec<&str> = (0..6).map(|_| long.as_str()).collect();
    let mut wb = bench(&texts);
    select(&mut wb, 0, "زنكوبار", 0);
    assert!(wb.run("annotation.tag-all", &Args::Id(Id::new("group"))));
    assert!(wb.run("tag-all.project", &Args::None));
    let job = wb.next_tag_all_job().unwrap();
    let other = wb.next_tag_all_job().unwrap();
    wb.take_tag_all(&job.run());
    let (done, total) = wb.tag_all().unwrap().progress();
    assert!(done > 0 && done < total && wb.tag_all().unwrap().is_searching());
    run(&mut wb, "tag-all.stop", Args::None);
    let found = wb.tag_all().unwrap().row_count();
    wb.take_tag_all(&other.run());
    assert_eq!(wb.tag_all().unwrap().row_count(), found);
    assert!(wb.tag_all().unwrap().is_stopped() && wb.next_tag_all_job().is_none());
}

#[test]
fn what_the_find_field_holds_can_be_tagged() {
    let mut wb = bench(&[A, B]);
    assert!(!wb.run("annotation.tag-found", &Args::None));
    assert!(wb.run("edit.find", &Args::Text("زنكوبار".to_owned())));
    wb.set_find_query("زنكوبار".to_owned());
    run(&mut wb, "annotation.tag-found", Args::None);
    assert_eq!(wb.tag_all().unwrap().row_count(), 5);
}

#[test]
fn places_found_elsewhere_can_be_handed_over() {
    let mut wb = bench(&[A, B]);
    let place = |document: usize, text: &str, words: &str| {
        let start = text.find(words).unwrap();
        (d(document), Span::new(start, start + words.len()))
    };
    let bad = (d(0), Span::new(1, 4));
    let missing = (d(9), Span::new(0, 4));
    let given = [place(1, B, "أمس"), place(0, A, "سافر"), bad, missing];
    wb.open_tag_all_places(given).unwrap();
    assert_eq!(rows(&wb), ["d1: أمس Free*", "d0: سافر Free*"]);
    let open = wb.tag_all().unwrap();
    assert!(open.is_given() && !open.is_searching());
    wb.choose_tag_for_all(&Id::new("event"));
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(said(&wb), "Marked سافر … as Event in 2 places");
    wb.open_tag_all_places([place(0, A, "سافر")]).unwrap();
    wb.choose_tag_for_all(&Id::new("event"));
    run(&mut wb, "tag-all.unmark", Args::None);
    assert_eq!(wb.tag_all().unwrap().ticked(), 1);
    wb.set_tag_all_words("زنكوبار");
    assert!(!wb.tag_all().unwrap().is_given());
    assert!(wb.open_tag_all_places([]).is_err());
}

#[test]
fn the_list_is_worked_by_commands_alone() {
    let mut wb = bench(&[A, B]);
    assert!(!wb.run("tag-all.tick", &Args::None));
    select(&mut wb, 0, "زنكوبار", 0);
    run(&mut wb, "annotation.tag-all", Args::None);
    run(&mut wb, "tag-all.tag", Args::Id(Id::new("group")));
    assert_eq!(wb.tag_all().unwrap().tag(), Some(&Id::new("group")));
    let all = wb.tag_all().unwrap().ticked();
    // The line of the spelling first, then a place.
    assert!(all > 1);
    run(&mut wb, "tag-all.tick", Args::None);
    assert_ne!(wb.tag_all().unwrap().ticked(), all);
    run(&mut wb, "tag-all.tick", Args::None);
    run(&mut wb, "tag-all.all", Args::None);
    let all = wb.tag_all().unwrap().ticked();
    wb.stand_at_tag_line(2);
    run(&mut wb, "tag-all.tick", Args::None);
    assert_eq!(wb.tag_all().unwrap().ticked(), all - 1);
    // Folded, the line of the spelling is the one that is stood at.
    run(&mut wb, "tag-all.fold", Args::None);
    let open = wb.tag_all().unwrap();
    assert_eq!((open.at(), open.line(0)), (0, Some(TagLine::Group(0))));
    assert_eq!(open.lines().len(), open.group_count());
    run(&mut wb, "tag-all.fold", Args::None);
    wb.stand_at_tag_line(999);
    let open = wb.tag_all().unwrap();
    assert_eq!(open.at(), open.lines().len() - 1);
    run(&mut wb, "tag-all.apply", Args::None);
    assert_eq!(wb.project().counts().annotations, all - 1);
}

#[test]
fn a_tag_for_documents_or_relations_is_not_for_words() {
    let mut wb = bench(&[A]);
    let tags = [("topic", TagKind::Document), ("leads", TagKind::Relation)];
    let edits = tags.map(|(id, kind)| Edit::create(Tag::new(Id::new(id), kind, BTreeMap::new())));
    wb.commit("test", edits.into()).unwrap();
    select(&mut wb, 0, "زنكوبار", 0);
    run(&mut wb, "annotation.tag-all", Args::None);
    for (id, _) in tags {
        assert!(!wb.run("tag-all.tag", &Args::Id(Id::new(id))), "{id}");
        assert_eq!(wb.tag_all().unwrap().tag(), None, "{id}");
    }
}

#[test]
fn undo_shows_the_nearest_of_the_places() {
    let mut wb = bench(&[A, B]);
    select(&mut wb, 0, "زنكوبار", 1);
    tag_all(&mut wb, "group");
    run(&mut wb, "tag-all.apply", Args::None);
    select(&mut wb, 0, "زنكوبار", 1);
    let before = wb.active_reader().unwrap().selection.span();
    run(&mut wb, "edit.undo", Args::None);
    assert_eq!(wb.active_reader().unwrap().selection.span(), before);
}
