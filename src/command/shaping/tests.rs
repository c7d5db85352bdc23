//! Shaping without a window: what each step changes and what it keeps.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a failed unwrap is a failed test"
)]

mod any_sequence;

use serde_json::json;

use crate::command::{Args, FixedSurroundings, NextTag, Selection, Workbench};
use crate::model::notation::{ANALYST, DOCUMENT, marked, marks};
use crate::model::{
    Annotation, Edit, History, Id, Note, Project, Relation, Span, Tag, TagKind, Timestamp,
};
use crate::store::Settings;

fn on(project: Project) -> Workbench {
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(FixedSurroundings::new()),
    )
}

fn bench(notation: &str) -> Workbench {
    on(marked(notation))
}

fn d() -> Id {
    Id::new(DOCUMENT)
}

fn text(wb: &Workbench) -> String {
    wb.project().document(&d()).unwrap().text.to_string()
}

fn names(wb: &Workbench) -> Vec<String> {
    marks(wb.project(), &d())
}

fn mark<'a>(wb: &'a Workbench, id: &str) -> &'a Annotation {
    wb.project().annotation(&Id::new(id)).unwrap()
}

fn choose(wb: &mut Workbench, id: &str) {
    wb.go_to_mark(&Id::new(id));
}

fn caret(wb: &mut Workbench, byte: usize) {
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::caret(byte));
}

fn select(wb: &mut Workbench, words: &str) {
    let start = text(wb).find(words).unwrap();
    let reader = wb.active_reader().unwrap().id;
    wb.select(
        reader,
        Selection::over(Span::new(start, start + words.len())),
    );
}

fn run(wb: &mut Workbench, id: &str) {
    assert!(wb.run(id, &Args::None), "{id}: {:?}", wb.notices().last());
}

fn refused(wb: &mut Workbench, id: &str, args: &Args) {
    let before = wb.project().clone();
    let steps = wb.history().transactions().len();
    assert!(!wb.run(id, args), "{id} was done");
    assert!(*wb.project() == before && wb.history().transactions().len() == steps);
}

/// Does it, checks that it was one step, and that one undo takes it back.
fn step(wb: &mut Workbench, id: &str, args: &Args) {
    let before = wb.project().clone();
    let steps = wb.history().transactions().len();
    assert!(wb.run(id, args), "{id}: {:?}", wb.notices().last());
    assert_eq!(wb.history().transactions().len(), steps + 1, "{id}");
    let after = wb.project().clone();
    assert!(before != after, "{id} changed nothing");
    run(wb, "edit.undo");
    assert!(*wb.project() == before, "{id} was not undone exactly");
    run(wb, "edit.redo");
    assert!(*wb.project() == after);
}

fn tag(id: &str) -> Args {
    Args::Id(Id::new(id))
}

/// A mark with everything that can hang on one.
fn laden() -> Workbench {
    let mut project = marked("قال [أحمد بن علي|PERSON] إن [محمد|PERSON] في [دمشق|PLACE]");
    let (at, by) = (Timestamp::UNIX_EPOCH, Id::new(ANALYST));
    let entity: crate::model::Entity =
        serde_json::from_value(json!({"id": "e", "name": "أحمد", "tag": "person"})).unwrap();
    let first = project.annotation(&Id::new("a1")).unwrap().clone();
    let mut full = first.clone();
    full.entity = Some(Id::new("e"));
    full.note = "ملاحظة".to_owned();
    full.confidence = Some(0.5);
    full.grade = Some("2".to_owned());
    full.attributes.insert("role".to_owned(), "speaker".into());
    let relation = |id: &str, from: &str, to: &str| -> Relation {
        serde_json::from_value(json!({
            "id": id, "tag": "person", "from": from, "to": to, "by": ANALYST, "at": at.to_string(),
        }))
        .unwrap()
    };
    let note: Note = serde_json::from_value(json!({
        "id": "n", "annotation": "a2", "text": "عن محمد", "by": ANALYST, "at": at.to_string(),
    }))
    .unwrap();
    let edits = vec![
        Edit::create(entity),
        Edit::change(first, full),
        Edit::create(relation("r1", "a1", "a3")),
        Edit::create(relation("r2", "a2", "a3")),
        Edit::create(relation("r3", "a1", "a2")),
        Edit::create(note),
    ];
    let step = crate::model::Transaction::new(Id::new("x"), at, by, "annotation.note", edits);
    project.apply(&step).unwrap();
    on(project)
}

/// What shaping must not touch.
fn burden(mark: &Annotation) -> Annotation {
    Annotation {
        spans: Vec::new(),
        ..mark.clone()
    }
}

#[test]
fn borders_move_by_word_as_the_paragraph_runs() {
    let mut wb = bench("سافر [أحمد|PERSON] بن علي (SDF) إلى دمشق");
    choose(&mut wb, "a1");
    step(&mut wb, "annotation.end-word-left", &Args::None);
    assert_eq!(names(&wb), ["أحمد بن|person"]);
    run(&mut wb, "annotation.end-word-left");
    run(&mut wb, "annotation.end-word-left");
    assert_eq!(names(&wb), ["أحمد بن علي (SDF|person"]);
    run(&mut wb, "annotation.end-word-right");
    run(&mut wb, "annotation.start-word-right");
    assert_eq!(names(&wb), ["سافر أحمد بن علي|person"]);
    run(&mut wb, "annotation.start-word-left");
    run(&mut wb, "annotation.start-word-left");
    assert_eq!(names(&wb), ["بن علي|person"]);
    // The last word stays.
    for _ in 0..4 {
        wb.run("annotation.start-word-left", &Args::None);
    }
    assert_eq!(names(&wb), ["علي|person"]);

    let mut wb = bench("he saw [John|PERSON] Smith there");
    choose(&mut wb, "a1");
    run(&mut wb, "annotation.end-word-right");
    assert_eq!(names(&wb), ["John Smith|person"]);
    run(&mut wb, "annotation.start-word-left");
    assert_eq!(names(&wb), ["saw John Smith|person"]);
}

#[test]
fn borders_of_the_piece_at_the_caret_move() {
    let mut wb = bench("[قوات|GROUP#1] مهمة كبيرة [سورية|GROUP#1] هنا");
    choose(&mut wb, "a1");
    run(&mut wb, "annotation.end-word-left");
    assert_eq!(names(&wb), ["قوات مهمة … سورية|group"]);
    let at = text(&wb).find("سورية").unwrap();
    caret(&mut wb, at + 2);
    // No mark is chosen: the one at the caret is meant.
    assert!(wb.selected_mark().is_none());
    run(&mut wb, "annotation.end-word-left");
    assert_eq!(names(&wb), ["قوات مهمة … سورية هنا|group"]);
    // Pieces that come to touch are one.
    run(&mut wb, "annotation.start-word-right");
    assert_eq!(names(&wb), ["قوات مهمة … كبيرة سورية هنا|group"]);
    run(&mut wb, "annotation.close-gaps");
    assert_eq!(names(&wb), ["قوات مهمة كبيرة سورية هنا|group"]);
    refused(&mut wb, "annotation.close-gaps", &Args::None);
}

#[test]
fn marks_snap_to_words_clitics_and_sentences() {
    let mut wb = bench("سكت. زار و[فد وال|GROUP]عراق بغداد. وعاد.");
    choose(&mut wb, "a1");
    step(&mut wb, "annotation.snap-words", &Args::None);
    assert_eq!(names(&wb), ["وفد والعراق|group"]);
    refused(&mut wb, "annotation.snap-words", &Args::None);
    step(&mut wb, "annotation.snap-sentence", &Args::None);
    assert_eq!(names(&wb), ["زار وفد والعراق بغداد.|group"]);
    let mut wb = bench("إلى [وللولايات المتحدة|PLACE]");
    choose(&mut wb, "a1");
    step(&mut wb, "annotation.snap-bare", &Args::None);
    assert_eq!(names(&wb), ["لولايات المتحدة|place"]);
    step(&mut wb, "annotation.snap-bare", &Args::None);
    assert_eq!(names(&wb), ["ولايات المتحدة|place"]);
    refused(&mut wb, "annotation.snap-bare", &Args::None);
    run(&mut wb, "annotation.snap-words");
    assert_eq!(names(&wb), ["وللولايات المتحدة|place"]);
}

#[test]
fn a_mark_is_split_at_the_caret_and_both_keep_what_it_had() {
    let mut wb = laden();
    let at = text(&wb).find(" بن").unwrap();
    caret(&mut wb, at);
    step(&mut wb, "annotation.split", &Args::None);
    assert_eq!(
        names(&wb),
        ["أحمد|person", "بن علي|person", "محمد|person", "دمشق|place"]
    );
    let first = mark(&wb, "a1").clone();
    let second = wb.project().annotations_of(&d()).nth(1).cloned().unwrap();
    assert_eq!(
        Annotation {
            id: first.id.clone(),
            at: first.at,
            ..burden(&second)
        },
        burden(&first)
    );
    assert_eq!(wb.project().relations().count(), 3);
    assert_eq!(wb.selected_mark().map(|mark| &mark.id), Some(&first.id));
    // In a hole: the pieces on either side.
    let mut wb = bench("[قوات|GROUP#1] مهمة [سورية|GROUP#1] هنا");
    choose(&mut wb, "a1");
    let at = text(&wb).find("مهمة").unwrap();
    caret(&mut wb, at);
    refused(&mut wb, "annotation.split", &Args::None);
    wb.choose_mark(Some(Id::new("a1")));
    step(&mut wb, "annotation.split", &Args::None);
    assert_eq!(names(&wb), ["قوات|group", "سورية|group"]);
    caret(&mut wb, 0);
    refused(&mut wb, "annotation.split", &Args::None);
}

#[test]
fn joined_marks_hand_everything_to_the_one_that_stays() {
    let mut wb = laden();
    choose(&mut wb, "a1");
    step(&mut wb, "annotation.join", &Args::None);
    assert_eq!(names(&wb), ["أحمد بن علي … محمد|person", "دمشق|place"]);
    let stays = mark(&wb, "a1");
    assert_eq!(stays.note, "ملاحظة");
    assert_eq!(stays.confidence, Some(0.5));
    assert_eq!(stays.entity, Some(Id::new("e")));
    let notes: Vec<_> = wb
        .project()
        .notes()
        .map(|note| note.annotation.clone())
        .collect();
    assert_eq!(notes, [Some(Id::new("a1"))]);
    // r3 was between the two; r2 would be r1 again.
    let left: Vec<_> = wb
        .project()
        .relations()
        .map(|one| one.id.to_string())
        .collect();
    assert_eq!(left, ["r1"]);

    // The other way round the second takes what the first had.
    let mut wb = laden();
    choose(&mut wb, "a2");
    refused(&mut wb, "annotation.join", &Args::None);
    select(&mut wb, "أحمد بن علي إن محمد");
    wb.choose_mark(None);
    run(&mut wb, "annotation.join");
    let stays = mark(&wb, "a2");
    assert_eq!(stays.note, "ملاحظة");
    assert_eq!(stays.grade.as_deref(), Some("2"));
    assert_eq!(stays.attributes["role"], "speaker");
    assert_eq!(stays.spans.len(), 2);
}

#[test]
fn marks_parted_by_a_space_become_one_piece() {
    let mut wb = bench("[قوات|GROUP] [سورية|GROUP]، [قسد|ORG] [قسد|GROUP]");
    choose(&mut wb, "a1");
    run(&mut wb, "annotation.join");
    assert_eq!(
        names(&wb),
        ["قوات سورية|group", "قسد|organisation", "قسد|group"]
    );
    // The chosen one and one among selected words.
    let end = text(&wb).len();
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(Span::new(end - 4, end)));
    run(&mut wb, "annotation.join");
    assert_eq!(names(&wb), ["قوات سورية … قسد|group", "قسد|organisation"]);
}

#[test]
fn contradicting_values_are_said() {
    let mut wb = laden();
    let other = mark(&wb, "a2").clone();
    let mut sure = other.clone();
    sure.confidence = Some(0.9);
    sure.note = "أخرى".to_owned();
    wb.commit("annotation.note", vec![Edit::change(other, sure)])
        .unwrap();
    choose(&mut wb, "a1");
    run(&mut wb, "annotation.join");
    assert_eq!(mark(&wb, "a1").confidence, Some(0.5));
    assert_eq!(mark(&wb, "a1").note, "ملاحظة\nأخرى");
    assert!(
        wb.notices()
            .any(|notice| notice.text.contains("contradict"))
    );
}

#[test]
fn pieces_are_added_and_taken_out() {
    let mut wb = bench("زار [وزير الخارجية السوري السابق|PERSON] دمشق");
    choose(&mut wb, "a1");
    select(&mut wb, "السوري");
    step(&mut wb, "annotation.remove-span", &Args::None);
    assert_eq!(names(&wb), ["وزير الخارجية … السابق|person"]);
    select(&mut wb, "دمشق");
    step(&mut wb, "annotation.add-span", &Args::None);
    assert_eq!(names(&wb), ["وزير الخارجية … السابق … دمشق|person"]);
    refused(&mut wb, "annotation.add-span", &Args::None);
    select(&mut wb, "السابق دمشق");
    run(&mut wb, "annotation.add-span");
    assert_eq!(names(&wb), ["وزير الخارجية … السابق دمشق|person"]);
    let at = text(&wb).find("السابق").unwrap();
    caret(&mut wb, at + 2);
    step(&mut wb, "annotation.remove-span", &Args::None);
    assert_eq!(names(&wb), ["وزير الخارجية|person"]);
    refused(&mut wb, "annotation.remove-span", &Args::None);
    select(&mut wb, "وزير الخارجية");
    refused(&mut wb, "annotation.remove-span", &Args::None);
}

#[test]
fn the_next_tag_puts_a_point_at_the_caret() {
    let mut wb = bench("قال [أحمد|PERSON] إن");
    let at = text(&wb).find(" إن").unwrap();
    caret(&mut wb, at);
    run(&mut wb, "annotation.point");
    assert_eq!(wb.next_tag(), NextTag::Point);
    step(&mut wb, "annotation.tag", &tag("date"));
    let point = wb.selected_mark().unwrap().clone();
    assert_eq!(point.spans, [Span::new(at, at)]);
    assert_eq!(wb.next_tag(), NextTag::Words);
    // The same once more is refused.
    run(&mut wb, "annotation.point");
    refused(&mut wb, "annotation.tag", &tag("date"));
    // It moves as a whole, and becomes a word.
    step(&mut wb, "annotation.end-left", &Args::None);
    assert_eq!(
        wb.selected_mark().unwrap().spans,
        [Span::new(at + 1, at + 1)]
    );
    run(&mut wb, "annotation.start-right");
    assert_eq!(wb.selected_mark().unwrap().spans, [Span::new(at, at)]);
    run(&mut wb, "annotation.snap-words");
    assert_eq!(names(&wb), ["أحمد|person", "أحمد|date"]);
    // Asked for twice, or the caret moved: words are tagged again.
    run(&mut wb, "annotation.point");
    run(&mut wb, "annotation.point");
    assert_eq!(wb.next_tag(), NextTag::Words);
    run(&mut wb, "annotation.point");
    caret(&mut wb, 2);
    assert_eq!(wb.next_tag(), NextTag::Words);
}

#[test]
fn a_mark_is_copied_to_another_tag_with_all_it_has() {
    let mut wb = laden();
    choose(&mut wb, "a1");
    run(&mut wb, "annotation.duplicate");
    step(&mut wb, "annotation.tag", &tag("group"));
    assert!(names(&wb).contains(&"أحمد بن علي|group".to_owned()));
    let copy = wb.selected_mark().unwrap().clone();
    let first = mark(&wb, "a1");
    assert_eq!(copy.note, first.note);
    assert_eq!(copy.attributes, first.attributes);
    assert_eq!(copy.entity, first.entity);
    assert_ne!(copy.id, first.id);
    refused(&mut wb, "annotation.duplicate", &tag("person"));
    // Retyped, it keeps everything too.
    choose(&mut wb, "a1");
    let before = burden(mark(&wb, "a1"));
    step(&mut wb, "annotation.tag", &tag("organisation"));
    let after = burden(mark(&wb, "a1"));
    assert_eq!(after.tag, Id::new("organisation"));
    assert_eq!(
        Annotation {
            tag: before.tag.clone(),
            ..after
        },
        before
    );
}

#[test]
fn shaping_keeps_everything_but_the_places() {
    for id in [
        "annotation.end-left",
        "annotation.end-right",
        "annotation.start-left",
        "annotation.start-right",
        "annotation.end-word-left",
        "annotation.end-word-right",
        "annotation.start-word-left",
        "annotation.start-word-right",
        "annotation.snap-sentence",
        "annotation.split",
        "annotation.join",
    ] {
        let mut wb = laden();
        let before = burden(mark(&wb, "a1"));
        let at = text(&wb).find("بن").unwrap();
        caret(&mut wb, at);
        wb.choose_mark(Some(Id::new("a1")));
        step(&mut wb, id, &Args::None);
        assert_eq!(burden(mark(&wb, "a1")), before, "{id}");
    }
}

#[test]
fn the_marks_around_a_place_are_chosen_by_key() {
    let mut wb = bench("[وفد [قوات [سوريا|PLACE] الديمقراطية|ORG]|GROUP] ثم [|DATE]عاد");
    let at = text(&wb).find("سوريا").unwrap();
    caret(&mut wb, at + 2);
    let mut chosen = Vec::new();
    for _ in 0..4 {
        run(&mut wb, "annotation.outer");
        chosen.push(wb.selected_mark().unwrap().tag.to_string());
    }
    assert_eq!(chosen, ["place", "organisation", "group", "place"]);
    run(&mut wb, "annotation.inner");
    assert_eq!(wb.selected_mark().unwrap().tag, Id::new("group"));
    let at = text(&wb).find("عاد").unwrap();
    caret(&mut wb, at);
    run(&mut wb, "annotation.outer");
    assert_eq!(wb.selected_mark().unwrap().tag, Id::new("date"));
    caret(&mut wb, at + 4);
    refused(&mut wb, "annotation.outer", &Args::None);
}

#[test]
fn documents_are_tagged_as_a_whole() {
    let mut wb = bench("قال [أحمد|PERSON]");
    refused(&mut wb, "document.tag", &Args::None);
    let reviewed = Tag::new(
        Id::new("reviewed"),
        TagKind::Document,
        [("en".to_owned(), "Reviewed".to_owned())].into(),
    );
    wb.commit("annotation.note", vec![Edit::create(reviewed)])
        .unwrap();
    refused(&mut wb, "document.tag", &tag("person"));
    step(&mut wb, "document.tag", &tag("reviewed"));
    assert_eq!(wb.project().annotations_on_whole(&d()).count(), 1);
    // By the tag's key and from the palette as well, and off again.
    step(&mut wb, "annotation.tag", &tag("reviewed"));
    assert_eq!(wb.project().annotations_on_whole(&d()).count(), 0);
    // Words do not get it.
    choose(&mut wb, "a1");
    run(&mut wb, "annotation.tag");
    assert!(wb.run("annotation.tag", &tag("reviewed")));
    assert_eq!(names(&wb), ["أحمد|person"]);
    let whole = wb
        .project()
        .annotations_on_whole(&d())
        .next()
        .unwrap()
        .id
        .clone();
    wb.choose_mark(Some(whole));
    refused(&mut wb, "annotation.tag", &tag("person"));
    run(&mut wb, "annotation.remove");
    assert_eq!(wb.project().annotations_on_whole(&d()).count(), 0);
}

#[test]
fn a_key_that_can_do_nothing_says_why() {
    let mut wb = bench("قال [أحمد|PERSON] إن");
    caret(&mut wb, 0);
    for id in [
        "annotation.split",
        "annotation.join",
        "annotation.end-left",
        "annotation.add-span",
        "annotation.answer",
        "annotation.remove",
        "relation.begin",
        "edit.redo",
    ] {
        let before = wb.notices().last().map(|notice| notice.number);
        assert!(!wb.run(id, &Args::None), "{id}");
        let last = wb.notices().last().unwrap();
        assert_ne!(Some(last.number), before, "{id}");
        assert!(last.text.contains(": "), "{id}: {}", last.text);
    }
}

#[test]
fn undo_of_a_split_chooses_the_whole_mark_again() {
    let mut wb = bench("قال [أحمد بن علي|PERSON] إن");
    let start = text(&wb).find("بن").unwrap();
    caret(&mut wb, start);
    wb.choose_mark(None);
    assert!(wb.run("annotation.split", &Args::None));
    assert_eq!(names(&wb).len(), 2);
    assert!(wb.run("edit.undo", &Args::None));
    let chosen = wb.selected_mark().unwrap();
    assert_eq!(chosen.quote(&text(&wb)), "أحمد بن علي");
}
