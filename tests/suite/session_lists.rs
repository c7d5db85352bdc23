//! Lists of marks, notes and documents on a workbench without a window, what
//! is done to many marks at once, and how the window stood.

use hashiya::command::{
    Args, DocumentFilter, DocumentSort, DocumentStanding, FixedSurroundings, LowerTab, MarkColumn,
    MarkFilter, NoteFilter, NoteOn, Pick, Request, Selection, Workbench,
};
use hashiya::model::{
    Attribute, AttributeKind, Edit, Entity, Extra, History, Id, Note, Span, Timestamp,
};
use hashiya::store::{Places, Settings};

use super::support::window::bench;

const FIRST: &str = "زار أحمد دمشق ثم بغداد.";
const SECOND: &str = "قال أحمَد إن دمشق بعيدة.";

fn mark(wb: &mut Workbench, document: usize, words: &str, tag: &str) -> Id {
    let id = wb.project().documents().nth(document).unwrap().id.clone();
    let reader = wb.show_document(&id);
    let text = wb.project().document(&id).unwrap().text.clone();
    let start = text.find(words).unwrap();
    wb.select(
        reader,
        Selection::over(Span::new(start, start + words.len())),
    );
    assert!(wb.run("annotation.tag", &Args::Id(Id::new(tag))));
    wb.selected_mark().unwrap().id.clone()
}

/// Two documents, four marks: أحمد، دمشق، بغداد | أحمَد.
fn desk() -> (Workbench, [Id; 4]) {
    let mut wb = bench(&[("ب", FIRST), ("ا", SECOND)], None);
    let marks = [
        mark(&mut wb, 0, "أحمد", "person"),
        mark(&mut wb, 0, "دمشق", "place"),
        mark(&mut wb, 0, "بغداد", "place"),
        mark(&mut wb, 1, "أحمَد", "person"),
    ];
    (wb, marks)
}

fn listed(wb: &mut Workbench) -> Vec<String> {
    wb.prepare_marks();
    (0..wb.marks_listed())
        .map(|row| {
            let mark = wb.mark_listed(row).unwrap();
            mark.quote(&wb.project().document(&mark.document).unwrap().text)
        })
        .collect()
}

fn with(wb: &mut Workbench, change: impl FnOnce(&mut MarkFilter)) -> Vec<String> {
    let mut filter = MarkFilter::default();
    change(&mut filter);
    wb.set_mark_filter(filter);
    listed(wb)
}

#[test]
fn marks_are_filtered_by_everything_that_is_known_of_them() {
    let (mut wb, [ahmad, damascus, ..]) = desk();
    let entity: Entity =
        serde_json::from_value(serde_json::json!({ "id": "e", "name": "Ahmad" })).unwrap();
    let before = wb.project().annotation(&ahmad).unwrap().clone();
    let mut after = before.clone();
    after.entity = Some(Id::new("e"));
    wb.commit(
        "entity.new",
        vec![Edit::create(entity), Edit::change(before, after)],
    )
    .unwrap();
    wb.set_note(&damascus, "العاصمة").unwrap();
    assert_eq!(listed(&mut wb), ["أحمد", "دمشق", "بغداد", "أحمَد"]);
    let here = wb.project().documents().nth(1).unwrap().id.clone();
    assert_eq!(with(&mut wb, |f| f.document = Some(here)), ["أحمَد"]);
    // Folded, in words, notes and names.
    assert_eq!(
        with(&mut wb, |f| f.text = "احمد".to_owned()),
        ["أحمد", "أحمَد"]
    );
    assert_eq!(with(&mut wb, |f| f.text = "عاصمه".to_owned()), ["دمشق"]);
    assert_eq!(with(&mut wb, |f| f.text = "ahm".to_owned()), ["أحمد"]);
    assert_eq!(
        with(&mut wb, |f| f.tags = [Id::new("place")].into()),
        ["دمشق", "بغداد"]
    );
    assert_eq!(with(&mut wb, |f| f.entity = Some(Id::new("e"))), ["أحمد"]);
    assert_eq!(with(&mut wb, |f| f.note = Some(true)), ["دمشق"]);
    assert_eq!(with(&mut wb, |f| f.linked = Some(false)).len(), 3);
    let by = wb.analyst().clone();
    assert_eq!(with(&mut wb, |f| f.by = Some(by)).len(), 4);
    assert!(with(&mut wb, |f| f.by = Some(Id::new("nobody"))).is_empty());
}

#[test]
fn required_answers_that_lack_are_found_and_said_when_done() {
    let (mut wb, _) = desk();
    assert!(with(&mut wb, |f| f.unanswered = true).is_empty());
    let before = wb.project().tag(&Id::new("place")).unwrap().clone();
    let mut after = before.clone();
    let mut asked = Attribute::new("certain", AttributeKind::YesNo);
    asked.required = true;
    after.attributes.push(asked);
    wb.commit("tag.attributes", vec![Edit::change(before, after)])
        .unwrap();
    assert_eq!(with(&mut wb, |f| f.unanswered = true), ["دمشق", "بغداد"]);
    let first = wb.project().documents().next().unwrap().id.clone();
    assert!(wb.run("document.state-done", &Args::Id(first.clone())));
    let said = wb.notices().last().unwrap().text.clone();
    assert!(said.contains("lack a required answer"), "{said}");
    // The warning can be switched off.
    wb.run("document.state-new", &Args::Id(first.clone()));
    wb.run("document.warn-done", &Args::None);
    let number = wb.notices().last().unwrap().number;
    wb.run("document.state-done", &Args::Id(first));
    assert_eq!(wb.notices().last().unwrap().number, number);
}

#[test]
fn marks_are_sorted_by_columns_and_the_list_follows_changes() {
    let (mut wb, [ahmad, ..]) = desk();
    wb.sort_marks(MarkColumn::Surface);
    let sorted = listed(&mut wb);
    assert_eq!(sorted.last().unwrap(), "دمشق");
    assert!(sorted[0].starts_with("أح") && sorted[1].starts_with("أح"));
    wb.sort_marks(MarkColumn::Surface);
    assert_eq!(listed(&mut wb)[0], "دمشق");
    wb.sort_marks(MarkColumn::Tag);
    assert_eq!(listed(&mut wb)[..2], ["أحمد", "أحمَد"]);
    wb.run("annotation.remove", &Args::Id(ahmad));
    assert_eq!(listed(&mut wb).len(), 3);
    wb.run("edit.undo", &Args::None);
    assert_eq!(listed(&mut wb).len(), 4);
    wb.sort_marks(MarkColumn::Place);
    wb.sort_marks(MarkColumn::Place);
    assert_eq!(listed(&mut wb), ["أحمَد", "بغداد", "دمشق", "أحمد"]);
}

#[test]
fn many_marks_are_changed_in_one_step() {
    let (mut wb, [ahmad, damascus, baghdad, other]) = desk();
    listed(&mut wb);
    wb.pick_mark(&damascus, Pick::Only);
    wb.pick_mark(&baghdad, Pick::To);
    assert_eq!(wb.picked_count(), 2);
    let steps = wb.history().transactions().len();
    assert!(wb.run("marks.retag", &Args::Id(Id::new("organisation"))));
    assert_eq!(wb.history().transactions().len(), steps + 1);
    assert_eq!(wb.project().tag_count(&Id::new("organisation")), 2);
    wb.run("edit.undo", &Args::None);
    assert_eq!(wb.project().tag_count(&Id::new("place")), 2);
    wb.pick_mark(&ahmad, Pick::Only);
    wb.pick_mark(&other, Pick::Toggle);
    assert!(wb.is_picked(&ahmad) && wb.is_picked(&other));
    let note = Note {
        id: Id::new("n"),
        document: None,
        annotation: Some(ahmad),
        entity: None,
        tag: None,
        text: "x".to_owned(),
        by: wb.analyst().clone(),
        at: Timestamp::UNIX_EPOCH,
        extra: Extra::new(),
    };
    wb.commit("note.new", vec![Edit::create(note)]).unwrap();
    assert!(wb.run("marks.remove", &Args::None));
    let counts = wb.project().counts();
    assert_eq!((counts.annotations, counts.notes), (2, 0));
    wb.run("edit.undo", &Args::None);
    let counts = wb.project().counts();
    assert_eq!((counts.annotations, counts.notes), (4, 1));
    // Only what the filter shows is picked.
    wb.set_mark_filter(MarkFilter {
        tags: [Id::new("place")].into(),
        ..MarkFilter::default()
    });
    wb.run("marks.pick-all", &Args::None);
    assert_eq!(wb.picked_count(), 2);
    assert!(wb.run("marks.documents-done", &Args::None));
    wb.prepare_documents();
    assert_eq!(wb.progress().done, 1);
}

#[test]
fn tables_for_the_clipboard_hold_every_number() {
    let (mut wb, _) = desk();
    wb.run("marks.copy-counts", &Args::None);
    let Some(Request::Copy(table)) = wb.take_requests().pop() else {
        panic!("nothing copied");
    };
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0], "Document\tState\tAll\tPerson\tPlace");
    assert_eq!(lines[1], "ب\tIn progress\t3\t1\t2");
    assert_eq!(lines[3], "All\t\t4\t2\t2");
    wb.run("marks.copy", &Args::None);
    let Some(Request::Copy(table)) = wb.take_requests().pop() else {
        panic!("nothing copied");
    };
    assert_eq!(table.lines().count(), 5);
    assert!(
        table
            .lines()
            .nth(1)
            .unwrap()
            .starts_with("أحمد\tPerson\t\tب\t4–8\t")
    );
}

#[test]
fn all_notes_are_listed_and_lead_to_what_they_are_about() {
    let (mut wb, [_, damascus, ..]) = desk();
    wb.set_note(&damascus, "العاصمة").unwrap();
    let note = |id: &str, text: &str| Note {
        id: Id::new(id),
        document: None,
        annotation: None,
        entity: None,
        tag: None,
        text: text.to_owned(),
        by: wb.analyst().clone(),
        at: Timestamp::UNIX_EPOCH,
        extra: Extra::new(),
    };
    let mut on_tag = note("n1", "only towns");
    on_tag.tag = Some(Id::new("place"));
    let edits = vec![Edit::create(note("n2", "to be read")), Edit::create(on_tag)];
    wb.commit("note.new", edits).unwrap();
    wb.prepare_notes();
    let abouts: Vec<NoteOn> = (0..wb.notes_listed())
        .map(|row| wb.note_listed(row).unwrap().about)
        .collect();
    assert_eq!(abouts, [NoteOn::Mark, NoteOn::Tag, NoteOn::Project]);
    wb.set_note_filter(NoteFilter {
        text: "عاصمه".to_owned(),
        about: None,
    });
    wb.prepare_notes();
    assert_eq!(wb.notes_listed(), 1);
    let row = wb.note_listed(0).unwrap().clone();
    wb.choose_mark(None);
    wb.go_to_note(&row);
    assert_eq!(wb.selected_mark().unwrap().id, damascus);
    wb.set_note_filter(NoteFilter {
        text: String::new(),
        about: Some(NoteOn::Tag),
    });
    wb.prepare_notes();
    let row = wb.note_listed(0).unwrap().clone();
    wb.go_to_note(&row);
    assert_eq!(wb.look().lower_tab, LowerTab::Marks);
    assert_eq!(listed(&mut wb), ["دمشق", "بغداد"]);
}

#[test]
fn documents_are_filtered_and_sorted() {
    let (mut wb, _) = desk();
    let titles = |wb: &mut Workbench, filter: DocumentFilter| -> Vec<String> {
        wb.set_document_filter(filter);
        wb.prepare_documents();
        let ids = wb.documents_listed();
        ids.iter()
            .map(|id| wb.project().document(id).unwrap().title.clone())
            .collect()
    };
    let sorted = |sort, down| DocumentFilter {
        sort,
        down,
        ..DocumentFilter::default()
    };
    assert_eq!(
        titles(&mut wb, sorted(DocumentSort::Order, false)),
        ["ب", "ا"]
    );
    assert_eq!(
        titles(&mut wb, sorted(DocumentSort::Title, false)),
        ["ا", "ب"]
    );
    assert_eq!(
        titles(&mut wb, sorted(DocumentSort::Marks, true)),
        ["ب", "ا"]
    );
    assert_eq!(
        titles(&mut wb, sorted(DocumentSort::Changed, true)),
        ["ا", "ب"],
        "the last mark was made there"
    );
    wb.run("document.state-done", &Args::None);
    let done = DocumentFilter {
        state: Some(DocumentStanding::Done),
        ..DocumentFilter::default()
    };
    assert_eq!(titles(&mut wb, done), ["ا"]);
    let typed = DocumentFilter {
        text: "أ".to_owned(),
        ..DocumentFilter::default()
    };
    assert_eq!(titles(&mut wb, typed), ["ا"]);
}

#[test]
fn how_the_window_stood_comes_back_with_the_project() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.hashiya.json");
    let mut wb = bench(&[("ب", FIRST), ("ا", SECOND)], Some(folder.path()));
    mark(&mut wb, 0, "دمشق", "place");
    assert!(wb.run("file.save-as", &Args::Paths(vec![path.clone()])));
    let second = wb.project().documents().nth(1).unwrap().id.clone();
    wb.add_reader(Some(second.clone()));
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, Selection::over(Span::new(7, 13)));
    wb.set_mark_filter(MarkFilter {
        text: "دمشق".to_owned(),
        note: Some(false),
        ..MarkFilter::default()
    });
    wb.sort_marks(MarkColumn::At);
    wb.run("view.marks", &Args::None);
    wb.run("view.documents", &Args::None);
    wb.run("view.reading-mode", &Args::None);
    let before = std::fs::read(&path).unwrap();
    wb.leave();
    drop(wb);
    assert_eq!(std::fs::read(&path).unwrap(), before, "not in the project");
    let start = || {
        let mut wb = Workbench::new(
            bench(&[], None).project().clone(),
            History::new(),
            Settings::default(),
            Some(Places::under(folder.path())),
            Box::new(FixedSurroundings::new()),
        );
        assert!(wb.run("file.open", &Args::Paths(vec![path.clone()])));
        wb
    };
    let wb = start();
    assert_eq!(wb.readers().len(), 3);
    let reader = wb.active_reader().unwrap();
    assert_eq!(reader.document, second);
    assert_eq!(reader.selection.span(), Span::new(7, 13));
    assert_eq!(wb.mark_filter().text, "دمشق");
    assert_eq!(wb.mark_order().0, MarkColumn::At);
    assert_eq!(wb.look().lower_tab, LowerTab::Marks);
    assert!(!wb.look().documents && wb.modes().reading);
    drop(wb);
    // What cannot be understood is as at a first start.
    let desks = Places::under(folder.path()).desks();
    let file = std::fs::read_dir(desks).unwrap().next().unwrap().unwrap();
    for odd in [
        "{",
        "[]",
        r#"{"readers":7,"marks":{"tags":3},"modes":null}"#,
    ] {
        std::fs::write(file.path(), odd).unwrap();
        let wb = start();
        assert!(!wb.readers().is_empty() && wb.mark_filter().text.is_empty());
    }
}
