//! The codebook in the window: by mouse, by keyboard alone, in both languages.

use egui::{Event, Key, Modifiers, PointerButton, Role, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hashiya::command::{Args, Selection, TagChange};
use hashiya::formats::codebook::{CodebookFormat, export_codebook};
use hashiya::i18n::Language;
use hashiya::model::{Attribute, AttributeKind, Choice, Id, Overlap, Pattern, Span, TagKind};

use super::support::window::{Window, bench, on_text, sample};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn open(window: &mut Window) {
    window.key(CTRL_SHIFT, Key::B);
    assert!(window.sees("Codebook") || window.sees("دليل الوسوم"));
}

fn names(window: &Window) -> Vec<String> {
    let tags = window.wb().project().tags();
    tags.map(|tag| tag.name("en").to_owned()).collect()
}

fn type_each(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.frame(vec![Event::Text(letter.to_string())]);
    }
    window.rest();
}

#[test]
fn a_tag_is_made_named_and_placed_without_the_mouse() {
    let mut window = on_text("نص");
    open(&mut window);
    // The search finds by either language; the arrows go through what it found.
    window.type_text("منظم");
    window.plain_key(Key::ArrowDown);
    assert_eq!(
        window.wb().codebook_tag().unwrap().name("en"),
        "Organisation"
    );
    window.plain_key(Key::Escape);
    // Escape empties the search and the codebook stays.
    assert!(window.sees("Find a tag"));
    window.key(CTRL_SHIFT, Key::N);
    type_each(&mut window, "حزب");
    window.plain_key(Key::Enter);
    let tag = window.wb().codebook_tag().unwrap().clone();
    // The window is English: so is the name that is asked first.
    assert_eq!(tag.names.get("en").map(String::as_str), Some("حزب"));
    assert_eq!(tag.parent, Some(Id::new("organisation")));
    // Out, and above the tag it stood under.
    let inwards = Modifiers::ALT;
    window.key(inwards, Key::ArrowLeft);
    window.key(inwards, Key::ArrowUp);
    let all = names(&window);
    let at = all.iter().position(|name| name == "حزب").unwrap();
    assert_eq!(all[at + 1], "Organisation");
    // Escape leaves the field first, then the codebook.
    window.plain_key(Key::Escape);
    window.plain_key(Key::Escape);
    assert!(!window.sees("Find a tag"));
    assert_eq!(window.wb().history().undo_len(), 4);
}

#[test]
fn what_is_typed_is_handed_over_when_another_tag_is_clicked_and_escape_takes_it_back() {
    let mut window = on_text("نص");
    open(&mut window);
    window.plain_key(Key::F2);
    type_each(&mut window, "Human");
    window.press(Role::ListBoxOption, "Group");
    assert_eq!(names(&window)[0], "Human");
    assert_eq!(names(&window)[1], "Group");
    window.plain_key(Key::F2);
    type_each(&mut window, "Nothing");
    window.plain_key(Key::Escape);
    assert_eq!(names(&window)[1], "Group");
    assert!(window.sees("Find a tag"), "the codebook stays");
    // Undo, outside of any field, is the project's.
    window.press(Role::ListBoxOption, "Human");
    window.key(CTRL, Key::Z);
    assert_eq!(names(&window)[0], "Person");
}

#[test]
fn colour_pattern_kind_and_retiring_are_clicked() {
    let mut window = sample();
    open(&mut window);
    window.press(Role::RadioButton, "Wave");
    window.press(Role::RadioButton, "Teal");
    let tag = window.wb().codebook_tag().unwrap().clone();
    assert_eq!(
        (tag.pattern, tag.color.as_str()),
        (Pattern::Wave, "#009C9C")
    );
    window.press(Role::RadioButton, "Passages");
    assert_eq!(window.wb().codebook_tag().unwrap().kind, TagKind::Passage);
    window.keep_picture("codebook-look");
    window.run("codebook.retire", Args::None);
    assert!(window.sees("Retired: no longer offered. Its marks stay and are shown."));
}

#[test]
fn a_key_of_another_tag_is_told_and_taken() {
    let mut window = on_text("نص");
    open(&mut window);
    let field = window.center_of(Role::TextInput, "Key");
    window.click(field);
    window.key(CTRL, Key::A);
    window.type_text("g");
    window.plain_key(Key::Enter);
    assert_eq!(
        window.wb().codebook_tag().unwrap().key.as_deref(),
        Some("P")
    );
    window.keep_picture("codebook-key");
    let take = window
        .harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Take"))
        })
        .map(|node| node.rect().center())
        .unwrap();
    window.click(take);
    assert_eq!(
        window.wb().codebook_tag().unwrap().key.as_deref(),
        Some("G")
    );
}

#[test]
fn tags_are_dragged_to_their_place() {
    let mut window = on_text("نص");
    open(&mut window);
    let row = |window: &Window, name: &str| window.center_of(Role::ListBoxOption, name);
    let (from, onto) = (row(&window, "Event"), row(&window, "Place"));
    drag(&mut window, from, onto);
    let tag = window.wb().project().tag(&Id::new("event")).unwrap();
    assert_eq!(tag.parent, Some(Id::new("place")));
    // Above another one.
    let (from, onto) = (row(&window, "Event"), row(&window, "Person"));
    drag(&mut window, from, onto - vec2(0.0, 12.0));
    assert_eq!(names(&window)[..2], ["Event", "Person"]);
    assert_eq!(window.wb().history().undo_len(), 2);
}

fn drag(window: &mut Window, from: egui::Pos2, to: egui::Pos2) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.frame(vec![Event::PointerMoved(from)]);
    window.frame(vec![button(from, true)]);
    for step in 1..=6 {
        let point = from + (to - from) * (step as f32 / 6.0);
        window.frame(vec![Event::PointerMoved(point)]);
    }
    window.frame(vec![button(to, false)]);
    window.rest();
    window.pause();
}

#[test]
fn a_merge_is_shown_first_and_left_by_escape() {
    let mut window = sample();
    let tags = window.wb().project().tags().count();
    open(&mut window);
    window.run("codebook.merge", Args::None);
    window.type_text("جماع");
    window.plain_key(Key::ArrowDown);
    window.keep_picture("codebook-merge");
    window.plain_key(Key::Escape);
    window.plain_key(Key::Escape);
    assert_eq!(window.wb().project().tags().count(), tags);
    window.run("codebook.merge", Args::None);
    window.type_text("جماع");
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::Enter);
    assert_eq!(window.wb().project().tags().count(), tags - 1);
    assert!(window.wb().project().tag(&Id::new("person")).is_none());
    assert_eq!(window.wb().codebook_tag().unwrap().id, Id::new("group"));
    window.run("edit.undo", Args::None);
    assert_eq!(window.wb().project().tags().count(), tags);
}

#[test]
fn what_may_not_be_merged_is_listed_gone_to_and_left() {
    let mut window = on_text("سافر أحمد إلى دمشق");
    let reader = window.wb().active_reader().unwrap().id;
    let mark = |window: &mut Window, span: (usize, usize), tag: &str| {
        let over = Selection::over(Span::new(span.0, span.1));
        window.wb_mut().select(reader, over);
        window.run("annotation.tag", Args::Id(Id::new(tag)));
    };
    mark(&mut window, (9, 17), "person");
    mark(&mut window, (9, 17), "group");
    mark(&mut window, (25, 33), "person");
    let forbid = TagChange::Overlap(Overlap::Forbid);
    window.run("codebook.overlap", Args::Tag(Id::new("group"), forbid));
    window.wb_mut().choose_mark(None);
    open(&mut window);
    window.run("codebook.merge", Args::None);
    window.type_text("جماع");
    window.plain_key(Key::ArrowDown);
    assert!(window.sees("One cannot become Group as the guideline stands. A click goes to it."));
    window.keep_picture("codebook-merge-refused");
    // Enter does not do less than it says.
    window.plain_key(Key::Enter);
    assert_eq!(window.wb().project().tag_count(&Id::new("person")), 2);
    let row = window.center_of(
        Role::ListBox,
        "One cannot become Group as the guideline stands. A click goes to it.",
    );
    window.click(row);
    assert!(!window.sees("Codebook"));
    assert_eq!(window.wb().selected_mark().unwrap().tag, Id::new("person"));
    open(&mut window);
    window.run("codebook.merge", Args::None);
    window.type_text("جماع");
    window.plain_key(Key::ArrowDown);
    window.press(Role::Button, "Merge the other one");
    assert_eq!(window.wb().project().tag_count(&Id::new("person")), 1);
    assert_eq!(window.wb().project().tag_count(&Id::new("group")), 2);
}

fn degree() -> Attribute {
    let choices = [("high", "High", "عالية"), ("low", "Low", "منخفضة")]
        .map(|(id, en, ar)| {
            let mut choice = Choice::new(id);
            choice.names.insert("en".to_owned(), en.to_owned());
            choice.names.insert("ar".to_owned(), ar.to_owned());
            choice
        })
        .to_vec();
    let mut degree = Attribute::new("degree", AttributeKind::OneOf { choices });
    degree.names.insert("en".to_owned(), "Degree".to_owned());
    degree.names.insert("ar".to_owned(), "الدرجة".to_owned());
    degree
}

#[test]
fn attributes_are_opened_and_choices_added_by_typing() {
    let mut window = on_text("نص");
    let attributes = TagChange::Attributes(vec![degree()]);
    let person = Id::new("person");
    window.run("codebook.attributes", Args::Tag(person.clone(), attributes));
    window.wb_mut().choose_tag(Some(person.clone()));
    window.run("codebook.attributes", Args::None);
    window.press(Role::Button, "Degree");
    window.run("codebook.attributes", Args::None);
    window.keep_picture("codebook-attributes");
    let add = "Add choices; commas between several";
    let field = window.center_of(Role::TextInput, add);
    window.click(field);
    type_each(&mut window, "متوسطة، لا أدري");
    window.plain_key(Key::Enter);
    let kind = window.wb().project().tag(&person).unwrap().attributes[0]
        .value
        .clone();
    let AttributeKind::OneOf { choices } = kind else {
        panic!("{kind:?}");
    };
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!(ids, ["high", "low", "متوسطة", "لا-أدري"]);
    window.press(Role::Button, "Remove the attribute");
    assert!(
        window
            .wb()
            .project()
            .tag(&person)
            .unwrap()
            .attributes
            .is_empty()
    );
}

#[test]
fn a_codebook_from_a_file_is_shown_and_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.qdc");
    let mut other = bench(&[], None);
    let rename = TagChange::Name {
        language: "en".to_owned(),
        name: "Militia".to_owned(),
    };
    other.change_tag(&Id::new("group"), &rename).unwrap();
    other.run("codebook.new-tag", &Args::Text("Rumour".to_owned()));
    export_codebook(other.project(), CodebookFormat::Qdc, &path, "en").unwrap();
    let mut window = on_text("نص");
    window.answer(std::slice::from_ref(&path));
    window.run("codebook.import", Args::None);
    assert!(window.sees("Import a codebook"));
    window.keep_picture("codebook-import");
    // Escape leaves it, and the codebook stays open.
    window.plain_key(Key::Escape);
    assert!(window.sees("Find a tag") && !window.sees("Import a codebook"));
    window.plain_key(Key::Escape);
    window.answer(std::slice::from_ref(&path));
    window.run("codebook.import", Args::None);
    window.plain_key(Key::Enter);
    let all = names(&window);
    assert!(all.contains(&"Militia".to_owned()) && all.contains(&"Rumour".to_owned()));
    window.run("edit.undo", Args::None);
    assert!(names(&window).contains(&"Group".to_owned()));
}

#[test]
fn uses_are_gone_to_from_the_codebook() {
    let mut window = sample();
    open(&mut window);
    window.press(Role::ListBoxOption, "Claim");
    let next = window
        .harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Next use of the tag"))
        })
        .map(|node| node.rect().center())
        .unwrap();
    window.click(next);
    assert!(!window.sees("Find a tag"), "the page is in sight");
    let first = window.wb().selected_mark().unwrap().clone();
    assert_eq!(first.tag, Id::new("claim"));
    window.key(Modifiers::ALT, Key::PageDown);
    let second = window.wb().selected_mark().unwrap().clone();
    assert_eq!(second.tag, Id::new("claim"));
    assert_ne!(first.id, second.id);
}

#[test]
fn the_arabic_codebook_is_the_english_one_in_a_mirror() {
    let mut window = Window::of(bench(&[("نص", "نص")], None), [1024.0, 700.0]);
    window.wb_mut().set_language(Language::Ar);
    window.rest();
    open(&mut window);
    let attributes = TagChange::Attributes(vec![degree()]);
    window.run(
        "codebook.attributes",
        Args::Tag(Id::new("person"), attributes),
    );
    let tree = window.center_of(Role::ListBoxOption, "شخص");
    let field = window.center_of(Role::TextInput, "العربية");
    assert!(tree.x > field.x, "{tree:?} {field:?}");
    let screen = egui::Rect::from_min_size(pos2(0.0, 0.0), vec2(1024.0, 700.0));
    for (role, name) in [(Role::Button, "تم"), (Role::Button, "وسم جديد")] {
        assert!(screen.contains(window.center_of(role, name)), "{name}");
    }
    window.keep_picture("codebook-arabic");
    // The first name that is asked is the Arabic one.
    window.plain_key(Key::F2);
    type_each(&mut window, "إنسان");
    window.plain_key(Key::Enter);
    let tag = window.wb().project().tag(&Id::new("person")).unwrap();
    assert_eq!(tag.name("ar"), "إنسان");
    // In a mirror, to the left is inwards.
    window.press(Role::ListBoxOption, "جماعة");
    window.key(Modifiers::ALT, Key::ArrowLeft);
    let group = window.wb().project().tag(&Id::new("group")).unwrap();
    assert_eq!(group.parent, Some(Id::new("person")));
}
