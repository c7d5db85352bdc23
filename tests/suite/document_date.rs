//! The day a document was written, as somebody says it: what counts from it,
//! and where it is kept.

use egui::{Key, Modifiers};
use hashiya::command::{Args, Workbench};
use hashiya::formats::Format;
use hashiya::language::day_of_writing;
use hashiya::model::{Attribute, AttributeKind, Document, Extra};
use hashiya::store;
use jiff::civil::date;
use serde_json::json;

use super::formats_round_trip::{imported, through};
use super::support::window::{WIDE, Window, bench};

const TEXT: &str = "قال أحمد أمس إن الوفد وصل إلى دمشق.";

fn document(wb: &Workbench) -> Document {
    wb.active_document().unwrap().clone()
}

fn set(wb: &mut Workbench, text: &str) {
    wb.run("document.date", &Args::Text(text.to_owned()));
}

#[test]
fn dates_that_count_from_the_day_of_writing_count_from_the_one_that_is_given() {
    let mut window = Window::of(bench(&[("a", TEXT)], None), WIDE);
    window.select_words("أمس");
    window.plain_key(Key::D);
    let mark = window.marks()[0].clone();
    let attribute = Attribute {
        id: "day".to_owned(),
        names: [("en".to_owned(), "Day".to_owned())].into(),
        value: AttributeKind::Date,
        required: false,
        default: None,
        description: String::new(),
        extra: Extra::new(),
    };
    let yesterday = |wb: &Workbench| wb.read_answer(&mark, &attribute, "أمس").ok().flatten();
    assert_eq!(
        yesterday(window.wb()),
        None,
        "nobody knows when it was written"
    );
    set(window.wb_mut(), "١٣ تشرين الأول ٢٠١٩");
    assert_eq!(document(window.wb()).written_on, Some(date(2019, 10, 13)));
    assert_eq!(yesterday(window.wb()), Some(json!("2019-10-12")));
    assert!(window.wb().project().document(&mark.document).is_some());
    // One step, and one undo.
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(document(window.wb()).written_on, None);
    assert_eq!(yesterday(window.wb()), None);
}

#[test]
fn the_day_that_is_given_comes_before_the_one_in_the_text() {
    let mut wb = bench(
        &[("a", "نشر في 9 أكتوبر 2019\n\nقال أحمد أمس إن الوفد وصل.")],
        None,
    );
    assert_eq!(day_of_writing(&document(&wb)), Some(date(2019, 10, 9)));
    set(&mut wb, "2019-10-13");
    assert_eq!(day_of_writing(&document(&wb)), Some(date(2019, 10, 13)));
    set(&mut wb, " ");
    assert_eq!(day_of_writing(&document(&wb)), Some(date(2019, 10, 9)));
}

#[test]
fn what_is_no_day_is_said_and_changes_nothing() {
    let mut wb = bench(&[("a", TEXT)], None);
    for text in ["تشرين", "2019-10", "2019-02-30", "قريبًا"] {
        let before = wb.notices().count();
        set(&mut wb, text);
        assert_eq!(document(&wb).written_on, None, "{text}");
        let said: Vec<String> = wb.notices().map(|notice| notice.text.clone()).collect();
        assert!(said.len() > before || said.len() == 5, "{text}: {said:?}");
        assert!(said.last().unwrap().contains(text), "{text}: {said:?}");
    }
}

#[test]
fn the_field_reads_while_one_types_and_keeps_a_day_only() {
    let mut window = Window::of(bench(&[("a", TEXT)], None), WIDE);
    window.run("document.date", Args::None);
    assert!(window.sees("The text gives no day."));
    window.type_text("2019-10");
    window.plain_key(Key::Enter);
    assert_eq!(document(window.wb()).written_on, None);
    assert!(window.sees("Date of the document"), "it stays open");
    window.type_text("-13");
    window.keep_picture("document-date");
    window.plain_key(Key::Enter);
    assert_eq!(document(window.wb()).written_on, Some(date(2019, 10, 13)));
    assert!(window.sees("2019-10-13"), "the inspector shows it");
    // The history says it in words.
    window.run("view.history", Args::None);
    assert!(window.sees("Changed the date of “a”"));
}

#[test]
fn the_day_is_kept_in_the_project_and_in_annotated_sets() {
    let folder = tempfile::tempdir().unwrap();
    let mut wb = bench(&[("a", TEXT)], None);
    set(&mut wb, "2019-10-13");
    let path = folder.path().join("p.hashiya.json");
    wb.run("file.save-as", &Args::Paths(vec![path.clone()]));
    let saved = store::load(&path).unwrap().project;
    let kept = |document: Option<&Document>| document.unwrap().written_on;
    assert_eq!(kept(saved.documents().next()), Some(date(2019, 10, 13)));
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .contains("\"written_on\":\"2019-10-13\"")
    );
    let set = through(wb.project(), Format::Json, &folder.path().join("set.json"));
    let again = imported(set, Format::Json);
    assert_eq!(kept(again.documents().next()), Some(date(2019, 10, 13)));
    // Through the journal as well.
    let text = std::fs::read_to_string(&path).unwrap();
    self::set(&mut wb, "2019-10-14");
    wb.leave();
    let opened = store::Session::open(&path).unwrap();
    assert_eq!(
        kept(opened.project.documents().next()),
        Some(date(2019, 10, 14))
    );
    drop(opened);
    // A file of before has none, and one that is no day is said to be damaged.
    let old = text.replacen("\"written_on\":\"2019-10-13\",", "", 1);
    std::fs::write(&path, old).unwrap();
    assert_eq!(
        kept(store::load(&path).unwrap().project.documents().next()),
        None
    );
    std::fs::write(&path, text.replacen("2019-10-13", "2019-13-13", 1)).unwrap();
    let error = store::load(&path).unwrap_err().to_string();
    assert!(error.contains("damaged at line"), "{error}");
}
