//! Entities in the window: linked by typing, merged, listed, followed, all
//! from the keyboard.

use egui::{Key, Modifiers, Role};
use hashiya::command::{Args, Reach, SplitTo};
use hashiya::i18n::Language;
use hashiya::model::{Annotation, Document, Edit, Entity, Id, Span, Timestamp};

use super::support::window::{WIDE, Window, bench};

const A: &str = "قالت قوات سوريا الديمقراطية (قسد) إن أحمد الشرع وصل إلى دمشق.\n\nوأضافت قسد أن الشرع زار حلب ثم عاد إلى دمشق.\n";
const B: &str = "أعلنت SDF وقسد أمس أنهما واحد.\n\nوكان الشرع في دمشق، وقال إن حلب بخير.\n";

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Two documents side by side with marked names that mention nobody.
fn marked() -> Window {
    let mut wb = bench(&[("مقال أول عن الشمال", A), ("مقال ثان", B)], None);
    let mut edits = Vec::new();
    for (document, words, nth, tag) in [
        (0, "قوات سوريا الديمقراطية", 0, "group"),
        (0, "قسد", 0, "group"),
        (0, "قسد", 1, "group"),
        (0, "أحمد الشرع", 0, "person"),
        (0, "الشرع", 1, "person"),
        (0, "دمشق", 0, "place"),
        (0, "دمشق", 1, "place"),
        (0, "حلب", 0, "place"),
        (1, "SDF", 0, "group"),
        (1, "قسد", 0, "group"),
        (1, "الشرع", 0, "person"),
        (1, "دمشق", 0, "place"),
        (1, "حلب", 0, "place"),
    ] {
        let id = Id::new(format!("d{document}"));
        let text = wb.project().document(&id).unwrap().text.clone();
        let at = text.match_indices(words).nth(nth).unwrap().0;
        let mark = Annotation::new(
            Id::new(format!("m{:02}", edits.len())),
            id,
            vec![Span::new(at, at + words.len())],
            Id::new(tag),
            Id::new("analyst-1"),
            Timestamp::UNIX_EPOCH,
        );
        edits.push(Edit::create(mark));
    }
    wb.commit("annotation.tag", edits).unwrap();
    let mut window = Window::of(wb, WIDE);
    window.run("suggestion.show", Args::None);
    window
}

/// The name of the entity that the mark `m<number>` mentions.
fn whom(window: &Window, number: usize) -> Option<String> {
    let project = window.wb().project();
    let mark = project
        .annotation(&Id::new(format!("m{number:02}")))
        .unwrap();
    let entity = project.entity(mark.entity.as_ref()?).unwrap();
    Some(entity.name.clone())
}

fn choose(window: &mut Window, number: usize) {
    let id = Id::new(format!("m{number:02}"));
    window.wb_mut().go_to_mark(&id);
    window.rest();
}

/// The entity of this name.
fn entity(window: &Window, name: &str) -> Id {
    let mut all = window.wb().project().entities();
    all.find(|entity| entity.name == name).unwrap().id.clone()
}

/// Entities for the names, as a person would have made them.
fn linked() -> Window {
    let mut window = marked();
    for number in [0, 3, 5, 7] {
        let id = Id::new(format!("m{number:02}"));
        window
            .wb_mut()
            .new_entity(&id, None, Reach::Project)
            .unwrap();
    }
    window.rest();
    window
}

#[test]
fn a_mark_is_linked_by_typing_with_the_keyboard_alone() {
    let mut window = marked();
    // The first name without an entity becomes one.
    window.key(CTRL, Key::F7);
    assert_eq!(window.chosen(), "قوات سوريا الديمقراطية");
    window.key(CTRL_SHIFT, Key::L);
    assert_eq!(whom(&window, 0).as_deref(), Some("قوات سوريا الديمقراطية"));
    // The next is what stands in brackets beside it: it is suggested first.
    window.key(CTRL, Key::F7);
    assert_eq!(window.chosen(), "قسد");
    window.key(CTRL, Key::L);
    assert!(window.sees("The same as which?"));
    assert!(
        window.sees("In all documents (3)"),
        "the count is told before"
    );
    window.keep_picture("entities-link");
    window.key(CTRL, Key::Num3);
    window.plain_key(Key::Enter);
    assert!(!window.sees("The same as which?"));
    for number in [1, 2, 9] {
        assert_eq!(
            whom(&window, number).as_deref(),
            Some("قوات سوريا الديمقراطية")
        );
    }
    assert_eq!(window.wb().history().undo_len(), 3);
    // By part of a name, and by its Latin letters.
    choose(&mut window, 8);
    window.key(CTRL, Key::L);
    window.type_text("ديمقراطيه");
    window.keep_picture("entities-link-typed");
    window.plain_key(Key::Enter);
    assert_eq!(whom(&window, 8), whom(&window, 0));
    // A name nobody has makes a new entity.
    choose(&mut window, 5);
    window.key(CTRL, Key::L);
    window.type_text("مدينة دمشق");
    window.key(CTRL, Key::Enter);
    assert_eq!(whom(&window, 5).as_deref(), Some("مدينة دمشق"));
    assert_eq!(whom(&window, 6), None, "this mark only");
    choose(&mut window, 6);
    window.key(CTRL, Key::L);
    window.type_text("damascus");
    window.plain_key(Key::Escape);
    assert_eq!(whom(&window, 6), None);
    window.key(CTRL, Key::Z);
    assert_eq!(whom(&window, 5), None);
    assert!(window.problems().is_empty());
}

#[test]
fn two_entities_are_merged_and_one_undo_parts_them() {
    let mut window = linked();
    choose(&mut window, 8);
    window.key(CTRL_SHIFT, Key::L);
    assert_eq!(whom(&window, 8).as_deref(), Some("SDF"));
    window.run("entity.merge", Args::None);
    assert!(window.sees("Merge with which entity?"));
    window.type_text("سوريا");
    window.keep_picture("entities-merge-with");
    window.plain_key(Key::Enter);
    assert!(window.sees("Which name stays?"));
    window.plain_key(Key::ArrowDown);
    window.keep_picture("entities-merge-name");
    window.plain_key(Key::Enter);
    assert!(!window.sees("Which name stays?"));
    assert_eq!(whom(&window, 8).as_deref(), Some("قوات سوريا الديمقراطية"));
    assert_eq!(whom(&window, 8), whom(&window, 0));
    let id = entity(&window, "قوات سوريا الديمقراطية");
    assert_eq!(window.wb().project().mention_count(&id), 2);
    window.key(CTRL, Key::Z);
    assert_eq!(whom(&window, 8).as_deref(), Some("SDF"));
}

#[test]
fn pairs_that_may_be_one_are_settled_by_keys() {
    let mut window = linked();
    for number in [1, 8] {
        let id = Id::new(format!("m{number:02}"));
        window
            .wb_mut()
            .new_entity(&id, None, Reach::Project)
            .unwrap();
    }
    let count = window.wb().project().counts().entities;
    window.run("entity.duplicates", Args::None);
    assert!(window.sees("Entities that may be the same"));
    window.keep_picture("entities-duplicates");
    assert!(window.sees("3 pairs have names alike."));
    window.plain_key(Key::Num1);
    assert_eq!(window.wb().project().counts().entities, count - 1);
    assert!(window.sees("One pair has names alike."));
    window.plain_key(Key::Num0);
    assert_eq!(window.wb().project().counts().entities, count - 1);
    assert!(window.sees("No two entities have names alike."));
    window.plain_key(Key::Escape);
    window.key(CTRL, Key::Z);
    assert_eq!(window.wb().duplicates().len(), 1);
}

#[test]
fn other_pages_go_to_their_mention_when_they_follow() {
    let line = "سطر لا اسم فيه ولا علامة، وهو طويل بما يكفي ليملأ السطر.\n";
    let long = format!(
        "{}ثم وصل الوفد إلى دمشق.\n{}",
        line.repeat(200),
        line.repeat(50)
    );
    let short = "زار الوفد دمشق أمس.\n";
    let mut wb = bench(&[("قصير", short), ("طويل", &long)], None);
    for (number, text) in [short, long.as_str()].into_iter().enumerate() {
        let at = text.find("دمشق").unwrap();
        let mark = Annotation::new(
            Id::new(format!("m{number:02}")),
            Id::new(format!("d{number}")),
            vec![Span::new(at, at + "دمشق".len())],
            Id::new("place"),
            Id::new("analyst-1"),
            Timestamp::UNIX_EPOCH,
        );
        wb.commit("annotation.tag", vec![Edit::create(mark)])
            .unwrap();
    }
    let mut window = Window::of(wb, WIDE);
    window.run("suggestion.show", Args::None);
    window
        .wb_mut()
        .new_entity(&Id::new("m00"), None, Reach::Project)
        .unwrap();
    choose(&mut window, 0);
    let revealed = |window: &Window| window.wb().readers()[1].reveal.is_none();
    assert!(!window.sees("ثم وصل الوفد إلى دمشق."));
    window.key(CTRL, Key::F4);
    window.rest();
    assert!(window.wb().follows_entities());
    assert!(revealed(&window), "the page has gone there");
    window.keep_picture("entities-follow");
    // Next mention: into the other document, and back.
    window.key(Modifiers::ALT, Key::F8);
    assert_eq!(window.wb().selected_mark().unwrap().id, Id::new("m01"));
    window.key(Modifiers::ALT, Key::F8);
    assert_eq!(window.wb().selected_mark().unwrap().id, Id::new("m00"));
}

#[test]
fn the_list_filters_sorts_and_leads_to_mentions() {
    let mut window = linked();
    // Four entities; قسد, SDF and الشرع mention nobody.
    assert!(window.sees("Names · 7"));
    window.keep_picture("entities-list");
    window.key(CTRL_SHIFT, Key::E);
    window.type_text("dimash");
    assert!(window.sees("Names · 0") || window.sees("Names · 1"));
    window.key(CTRL, Key::A);
    window.type_text("دمشق");
    assert!(window.sees("Names · 1"));
    window.plain_key(Key::Enter);
    window.rest();
    assert_eq!(window.chosen(), "دمشق");
    assert!(window.sees("مقال ثان"), "its documents stand under it");
    window.keep_picture("entities-list-open");
    window.key(CTRL, Key::A);
    window.plain_key(Key::Backspace);
    // Everything of the entity, changed in place.
    window.key(CTRL, Key::I);
    assert!(window.sees("About the entity"));
    assert!(window.sees("Mentioned 3 times in 2 documents"));
    window.keep_picture("entities-card");
    window.key(CTRL, Key::A);
    window.type_text("مدينة دمشق");
    window.plain_key(Key::Enter);
    assert_eq!(whom(&window, 5).as_deref(), Some("مدينة دمشق"));
    window.plain_key(Key::Escape);
    assert!(!window.sees("About the entity"));
    assert!(window.problems().is_empty());
}

#[test]
fn everything_about_entities_stands_mirrored_in_arabic_and_in_the_dark() {
    let mut window = linked();
    for number in [1, 8] {
        let id = Id::new(format!("m{number:02}"));
        window
            .wb_mut()
            .new_entity(&id, None, Reach::Project)
            .unwrap();
    }
    window.wb_mut().set_language(Language::Ar);
    window.run("view.theme-dark", Args::None);
    choose(&mut window, 5);
    window.keep_picture("entities-list-ar");
    for (command, picture) in [
        ("entity.link", "entities-link-ar"),
        ("entity.edit", "entities-card-ar"),
        ("entity.duplicates", "entities-duplicates-ar"),
    ] {
        window.run(command, Args::None);
        window.rest();
        window.keep_picture(picture);
        window.plain_key(Key::Escape);
    }
    let shown = window.wb().notices().count();
    assert_eq!(shown, 0);
}

#[test]
fn an_identifier_that_cannot_be_one_is_refused_at_once() {
    let mut window = linked();
    choose(&mut window, 5);
    window.key(CTRL, Key::I);
    let field = window.center_of(Role::TextInput, "Add an identifier");
    window.click(field);
    window.type_text("wikidata:Damascus");
    window.plain_key(Key::Enter);
    assert!(
        window
            .problems()
            .iter()
            .any(|text| text.contains("letter Q and a number"))
    );
    window.type_text("Q3766");
    window.plain_key(Key::Enter);
    let id = entity(&window, "دمشق");
    let known = window.wb().project().entity(&id).unwrap();
    assert_eq!(known.identifier("wikidata"), Some("Q3766"));
}

#[test]
fn ten_thousand_entities_are_listed_and_searched() {
    let mut wb = bench(&[("text", "زار الوفد دمشق أمس.\n")], None);
    let names = ["أحمد", "محمد", "خالد", "سامر", "هفرين", "زنكوبار", "الشرع"];
    let edits: Vec<Edit> = (0..10_000)
        .map(|n: usize| {
            let (a, b) = (names[n % 7], names[(n / 7) % 7]);
            let mut entity = Entity::new(Id::new(format!("e{n:05}")), format!("{a} {b} {n}"));
            entity.tag = Some(Id::new("person"));
            entity.surfaces = vec![format!("{b} {n}")];
            Edit::create(entity)
        })
        .collect();
    wb.commit("file.open", edits).unwrap();
    let mut window = Window::of(wb, WIDE);
    window.wb_mut().finish_reading_entities();
    window.rest();
    assert!(window.sees("Names · 10000"));
    let found = window.wb().find_entities("هفرين 99");
    assert!(found.len() > 10);
}

#[test]
fn a_project_of_an_older_version_shows_its_entities() {
    let mut wb = bench(&[("text", "قسد")], None);
    let old = r#"{"id":"e1","name":"قسد","tag":"group","identifiers":{"wikidata":"Q1"}}"#;
    let entity: Entity = serde_json::from_str(old).unwrap();
    wb.commit("file.open", vec![Edit::create(entity)]).unwrap();
    let other = Document::new(Id::new("d9"), "آخر", "قسد", Timestamp::UNIX_EPOCH);
    wb.commit("file.open", vec![Edit::create(other)]).unwrap();
    let mut window = Window::of(wb, WIDE);
    assert!(window.sees("Names · 1"));
    let to = SplitTo::New("آخر".to_owned());
    assert!(
        window
            .wb_mut()
            .split_surface(&Id::new("e1"), "قسد", &to)
            .is_ok()
    );
}
