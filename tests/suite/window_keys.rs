//! What is found by typing, and the sheet of keys: the picker of tags, the
//! palette, shortcuts that are changed.

use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::NodeT as _;
use hashiya::command::{Args, FoundKind, Workbench, read_keys};
use hashiya::i18n::Language;
use hashiya::model::{
    About, Analyst, Document, Entity, History, Id, Project, Record, Tag, TagKind, Timestamp,
};
use hashiya::store::{Places, Settings};

use super::support::window::{WIDE, Window, bench, on_text, sample};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn names(english: &str, arabic: &str) -> std::collections::BTreeMap<String, String> {
    [("en", english), ("ar", arabic)]
        .map(|(language, name)| (language.to_owned(), name.to_owned()))
        .into()
}

/// A project with a thousand tags in a tree, and some of one's own.
fn thousand() -> Workbench {
    let analyst = Analyst::new(Id::new("analyst"), "Analyst");
    let at = Timestamp::UNIX_EPOCH;
    let mut records: Vec<Record> = vec![
        analyst.clone().into(),
        Document::new(Id::new("d"), "d", "ذهب أحمد إلى دمشق", at).into(),
    ];
    for index in 0..1000_u32 {
        let mut tag = Tag::new(
            Id::new(format!("t{index:04}")),
            TagKind::Entity,
            names(&format!("Kind {index}"), &format!("نوع {index}")),
        );
        tag.order = index;
        if index % 10 != 0 {
            tag.parent = Some(Id::new(format!("t{:04}", index - index % 10)));
        }
        records.push(tag.into());
    }
    for (id, english, arabic, parent) in [
        ("armed", "Armed group", "جماعة مسلّحة", None),
        ("state-armed", "State force", "قوّة حكومية", Some("armed")),
        ("statement", "Statement", "إعلان", None),
        ("old", "Statement, old", "إعلان قديم", None),
    ] {
        let mut tag = Tag::new(Id::new(id), TagKind::Entity, names(english, arabic));
        tag.parent = parent.map(Id::new);
        tag.order = 2000;
        tag.retired = id == "old";
        records.push(tag.into());
    }
    let mut entity = Entity::new(Id::new("e"), "قوات سوريا الديمقراطية");
    entity.surfaces = vec!["قسد".to_owned(), "SDF".to_owned()];
    entity.tag = Some(Id::new("armed"));
    records.push(entity.into());
    let project = Project::from_records(About::new("Thousand"), records).unwrap();
    Workbench::new(
        project,
        History::new(),
        Settings::default(),
        None,
        Box::new(hashiya::command::FixedSurroundings::new()),
    )
}

fn first(wb: &Workbench, typed: &str) -> String {
    wb.find_tags(typed)
        .first()
        .map_or_else(String::new, |id| id.as_str().to_owned())
}

#[test]
fn a_tag_is_found_among_a_thousand_by_a_part_of_its_name() {
    let mut wb = thousand();
    wb.run("annotation.tag", &Args::None);
    for (typed, wanted) in [
        ("armed", "armed"),
        ("ARMED GR", "armed"),
        ("جماعه مسلحه", "armed"),
        ("مسلح", "armed"),
        ("قوة", "state-armed"),
        ("قوه حكوميه", "state-armed"),
        ("اعلان", "statement"),
        ("kind 517", "t0517"),
        ("نوع 517", "t0517"),
        // The one above it helps.
        ("armed force", "state-armed"),
    ] {
        assert_eq!(first(&wb, typed), wanted, "{typed}");
    }
    // A name that begins so goes before one that holds it; what is retired is
    // not offered.
    let found = wb.find_tags("state");
    let found: Vec<&str> = found.iter().map(Id::as_str).collect();
    assert_eq!(found, ["state-armed", "statement"]);
    assert!(wb.find_tags("xyzzy").is_empty());
    assert_eq!(wb.find_tags("").len(), 1003);
    // What was used lately goes before the rest.
    let armed = Args::Id(Id::new("t0999"));
    let reader = wb.active_reader().unwrap().id;
    wb.select(reader, hashiya::command::Selection::caret(3));
    assert!(wb.run("annotation.tag", &armed));
    wb.run("annotation.tag", &Args::None);
    assert_eq!(first(&wb, ""), "t0999");
    assert_eq!(first(&wb, "kind"), "t0999");
}

#[test]
fn the_picker_marks_and_the_caret_goes_on() {
    let mut window = Window::of(thousand(), WIDE);
    window.select_words("أحمد");
    window.key(CTRL, Key::T);
    window.keep_picture("keys-picker");
    assert!(window.sees("Enter marks “أحمد”"));
    window.type_text("مسلحه");
    window.keep_picture("keys-picker-typed");
    window.plain_key(Key::Enter);
    assert_eq!(window.mark_names(), ["أحمد|armed"]);
    let end = window.span_of("أحمد", 0).end;
    assert_eq!(window.selection().span().start, end);
    // Down and up in the list; Escape changes nothing; the page has the keys.
    window.select_words("دمشق");
    window.key(CTRL, Key::T);
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::ArrowUp);
    window.plain_key(Key::ArrowUp);
    window.plain_key(Key::Escape);
    assert_eq!(window.marks().len(), 1);
    assert_eq!(window.selected(), "دمشق");
    window.plain_key(Key::Num2);
    assert_eq!(window.mark_names(), ["أحمد|armed", "دمشق|t0001"]);
    // Nothing is called so: the list is as small as its sentence.
    window.key(CTRL, Key::T);
    window.type_text("xyzzy");
    assert!(window.sees("Nothing is called xyzzy"));
    window.keep_picture("keys-picker-none");
    window.plain_key(Key::Enter);
    window.plain_key(Key::Escape);
    assert_eq!(window.marks().len(), 2);
}

#[test]
fn the_palette_finds_everything_in_both_languages() {
    let mut wb = thousand();
    wb.run("go.palette", &Args::None);
    let kinds = |wb: &Workbench, typed: &str| -> Vec<FoundKind> {
        let found = wb.find_anything(typed);
        found.into_iter().map(|found| found.kind).collect()
    };
    let command = FoundKind::Command;
    assert_eq!(kinds(&wb, "dark th")[0], command("view.theme-dark"));
    assert_eq!(kinds(&wb, "مظهر داكن")[0], command("view.theme-dark"));
    assert_eq!(kinds(&wb, "zoom in")[0], command("view.zoom-in"));
    // The menu helps.
    assert!(kinds(&wb, "view zoom").contains(&command("view.zoom-out")));
    let entity = FoundKind::Entity(Id::new("e"));
    for typed in ["قسد", "@قسد", "sdf", "سوريا الديمق"] {
        assert_eq!(kinds(&wb, typed)[0], entity, "{typed}");
    }
    assert_eq!(kinds(&wb, "#armed")[0], FoundKind::Tag(Id::new("armed")));
    assert!(kinds(&wb, "#dark theme").is_empty());
    assert_eq!(kinds(&wb, "/"), [FoundKind::Document(Id::new("d"))]);
    assert!(
        kinds(&wb, ">")
            .iter()
            .all(|kind| matches!(kind, FoundKind::Command(_)))
    );
    // What was chosen lately comes first, and is known at the next start.
    wb.choose_found(&command("view.theme-dark"));
    let found = wb.find_anything("");
    assert!(found[0].recent && found[0].kind == command("view.theme-dark"));
    let again = Workbench::new(
        Project::new("x", Analyst::new(Id::new("a"), "A")),
        History::new(),
        wb.settings().clone(),
        None,
        Box::new(hashiya::command::FixedSurroundings::new()),
    );
    assert_eq!(again.find_anything("")[0].kind, command("view.theme-dark"));
}

#[test]
fn the_palette_in_the_window_says_why_and_shrinks() {
    let mut window = sample();
    window.key(CTRL, Key::P);
    window.keep_picture("keys-palette");
    window.type_text("redo");
    window.keep_picture("keys-palette-disabled");
    // What cannot be done says why, and Enter does nothing.
    window.plain_key(Key::Enter);
    assert!(window.sees("Redo"));
    window.key(CTRL, Key::A);
    window.type_text("xyzzy");
    assert!(window.sees("Nothing is called xyzzy"));
    window.keep_picture("keys-palette-none");
    window.key(CTRL, Key::A);
    window.type_text(">dark");
    window.plain_key(Key::Enter);
    assert_eq!(
        window.wb().look().theme,
        hashiya::command::ThemeChoice::Dark
    );
    // The keyboard is in the page again.
    let before = window.marks().len();
    let word = window
        .text()
        .trim()
        .split(' ')
        .next_back()
        .unwrap()
        .to_owned();
    window.select_words(&word);
    window.plain_key(Key::X);
    assert_eq!(window.marks().len(), before + 1);
    // The next time it stands first.
    window.key(CTRL, Key::P);
    window.keep_picture("keys-palette-recent");
    window.plain_key(Key::Enter);
    assert_eq!(
        window.wb().look().theme,
        hashiya::command::ThemeChoice::Dark
    );
    // Another document by name.
    let titles: Vec<String> = window
        .wb()
        .project()
        .documents()
        .map(|document| document.title.clone())
        .collect();
    window.key(CTRL, Key::K);
    window.type_text(&titles[4].chars().take(30).collect::<String>());
    window.plain_key(Key::Enter);
    assert_eq!(window.wb().active_document().unwrap().title, titles[4]);
}

/// Puts the sheet on the row of a command.
fn open_sheet_at(window: &mut Window, words: &str) {
    window.plain_key(Key::F1);
    window.type_text(words);
}

#[test]
fn shortcuts_are_changed_by_pressing_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::of(bench(&[("a", "نص قصير")], Some(folder.path())), WIDE);
    window.keep_picture("keys-window");
    open_sheet_at(&mut window, "line numbers");
    window.plain_key(Key::Enter);
    assert!(window.sees("Press the new keys. Esc leaves everything as it is."));
    window.keep_picture("keys-sheet-press");
    // Somebody else's: refused, and the name said.
    window.key(CTRL, Key::S);
    assert!(
        window.sees("Ctrl S belongs to “Save”."),
        "it says whose they are"
    );
    window.keep_picture("keys-sheet-refused");
    assert!(!window.wb().keymap().is_any_changed());
    // Keys of tags and of pages too.
    for (key, said) in [
        (
            Key::P,
            "P alone is a key for tags; take Ctrl or Alt with it.",
        ),
        (Key::Num3, "1 to 9 mark with the first nine tags."),
        (
            Key::ArrowLeft,
            "← is needed in pages, lists and text fields.",
        ),
    ] {
        window.plain_key(Key::Enter);
        window.plain_key(key);
        assert!(window.sees(said), "{said}");
    }
    // Escape leaves it and does not close the sheet.
    window.plain_key(Key::Enter);
    window.plain_key(Key::Escape);
    assert!(!window.wb().keymap().is_any_changed());
    // Free ones are given, beside others, and work at once.
    window.plain_key(Key::Enter);
    window.key(CTRL_SHIFT, Key::F12);
    window.plain_key(Key::Enter);
    window.plain_key(Key::F12);
    window.keep_picture("keys-sheet-changed");
    window.plain_key(Key::Escape);
    assert!(window.wb().look().line_numbers);
    window.plain_key(Key::F12);
    assert!(!window.wb().look().line_numbers);
    window.key(CTRL_SHIFT, Key::F12);
    assert!(window.wb().look().line_numbers);
    // The next start knows them.
    let kept = Settings::load(&Places::under(folder.path()).settings());
    assert_eq!(
        kept.extra["keys"],
        serde_json::json!({"view.line-numbers": ["Ctrl+Shift+F12", "F12"]})
    );
    // Taken over from another command.
    open_sheet_at(&mut window, "line numbers");
    window.plain_key(Key::Enter);
    window.plain_key(Key::F8);
    window.press(Role::Button, "Take them over");
    let keymap = window.wb().keymap();
    assert_eq!(
        keymap.owner(read_keys("F8").unwrap()),
        Some("view.line-numbers")
    );
    assert!(keymap.keys("annotation.next").is_empty());
    // All back.
    window.press(Role::Button, "All shortcuts back to the defaults");
    window.press(Role::Button, "Forget all changes");
    assert!(!window.wb().keymap().is_any_changed());
    window.plain_key(Key::Escape);
    window.plain_key(Key::P);
    assert_eq!(window.marks().len(), 1, "the page has the keyboard");
    let kept = Settings::load(&Places::under(folder.path()).settings());
    assert!(kept.extra.get("keys").is_none());
}

#[test]
fn the_sheet_is_searched_by_name_in_both_languages_and_by_keys() {
    let mut window = sample();
    open_sheet_at(&mut window, "مظهر داكن");
    assert!(window.sees("Dark theme") && !window.sees("Light theme"));
    window.key(CTRL, Key::A);
    window.type_text("ctrl shift z");
    assert!(window.sees("Redo") && !window.sees("Undo"));
    window.key(CTRL, Key::A);
    window.type_text("xyzzy");
    assert!(window.sees("Nothing is called xyzzy"));
    window.plain_key(Key::Escape);
    window.run("view.language-ar", Args::None);
    window.run("view.theme-dark", Args::None);
    window.plain_key(Key::F1);
    window.keep_picture("keys-sheet-ar");
}

#[test]
fn keys_in_settings_that_are_none_are_told_and_the_defaults_stand() {
    let mut settings = Settings::default();
    settings.extra.insert(
        "keys".to_owned(),
        serde_json::json!({"edit.undo": ["Banana"], "later.command": ["F12"]}),
    );
    let project = Project::new("x", Analyst::new(Id::new("a"), "A"));
    let surroundings = Box::new(hashiya::command::FixedSurroundings::new());
    let mut wb = Workbench::new(project, History::new(), settings, None, surroundings);
    let said: Vec<String> = wb.notices().map(|notice| notice.text.clone()).collect();
    assert!(said.iter().any(|text| text.contains("Banana")), "{said:?}");
    assert!(!wb.keymap().is_any_changed());
    // What a later version wrote is kept when something is changed.
    assert!(wb.run(
        "help.shortcuts",
        &Args::Text("edit.undo = Ctrl+Alt+F5".to_owned())
    ));
    assert_eq!(wb.settings().extra["keys"]["later.command"][0], "F12");
    assert_eq!(wb.settings().extra["keys"]["edit.undo"][0], "Ctrl+Alt+F5");
    assert!(wb.run("help.shortcuts", &Args::Text("edit.undo =".to_owned())));
    assert!(!wb.keymap().is_any_changed());
    for bad in ["nothing = F12", "edit.undo = Banana"] {
        assert!(!wb.run("help.shortcuts", &Args::Text(bad.to_owned())));
    }
}

#[test]
fn after_every_dialog_the_page_has_the_keyboard() {
    let mut window = on_text("ذهب أحمد إلى دمشق وحلب وحمص وحماة ودرعا والرقة وإدلب");
    let commands = [
        "go.palette",
        "annotation.tag",
        "help.shortcuts",
        "help.about",
        "help.licences",
        "view.appearance",
        "annotation.analyst",
        "file.open-path",
        "words.list",
    ];
    let text = window.text();
    let mut words = text.split(' ').skip(1);
    for command in commands {
        window.select_words(words.next().unwrap());
        // The dialog is asked for while something else has the keyboard.
        window.plain_key(Key::F6);
        window.run(command, Args::None);
        window.plain_key(Key::Escape);
        let before = window.marks().len();
        window.plain_key(Key::L);
        assert_eq!(window.marks().len(), before + 1, "after {command}");
    }
}

/// Steps through the parts of the window until something of this role and
/// name has the keyboard.
fn step_to(window: &mut Window, role: Role, part_of_name: &str) {
    let mut seen = Vec::new();
    for _ in 0..80 {
        let root = window.harness.root();
        let found = root.children_recursive().any(|node| {
            let node = node.accesskit_node();
            node.is_focused()
                && node.role() == role
                && node
                    .label()
                    .is_some_and(|label| label.contains(part_of_name))
        });
        if found {
            return;
        }
        let focused = root
            .children_recursive()
            .find(|node| node.accesskit_node().is_focused());
        seen.push(focused.and_then(|node| node.accesskit_node().label()));
        window.plain_key(Key::Tab);
    }
    panic!("Tab does not come to {part_of_name}: {seen:?}");
}

#[test]
fn lists_are_gone_through_and_chosen_from_by_keys() {
    let mut window = sample();
    let titles: Vec<String> = window
        .wb()
        .project()
        .documents()
        .map(|document| document.title.clone())
        .collect();
    // The list of documents: to the third with the arrows, opened by Enter.
    step_to(&mut window, Role::ListBoxOption, &titles[0]);
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::Enter);
    assert_eq!(window.wb().active_document().unwrap().title, titles[2]);
    // The list of suggestions.
    step_to(&mut window, Role::Tab, "Suggestions");
    step_to(&mut window, Role::ListBoxOption, "");
    window.plain_key(Key::ArrowDown);
    window.plain_key(Key::Enter);
    assert!(window.wb().current_suggestion().is_some());
    // A chip of a tag, by Tab and Enter.
    window.plain_key(Key::Escape);
    let before = window.marks().len();
    step_to(&mut window, Role::Button, "Quotation");
    window.plain_key(Key::Enter);
    assert!(window.marks().len() > before);
}

/// A key, and the letter it types.
fn struck(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    let text = (modifiers == Modifiers::NONE && key.name().len() == 1)
        .then(|| Event::Text(key.name().to_lowercase()));
    [event(true)]
        .into_iter()
        .chain(text)
        .chain([event(false)])
        .collect()
}

/// On a busy machine all this arrives before one frame: the letters belong to
/// the palette, and Enter to what all of them found, not the first.
#[test]
fn keys_that_arrive_together_do_what_they_do_one_by_one() {
    let mut window = sample();
    window.select_words("واشنطن");
    let before: Vec<_> = window.wb().project().annotations().cloned().collect();
    let mut events = vec![Event::ModifiersChanged(Modifiers::COMMAND)];
    events.extend(struck(Key::P, Modifiers::COMMAND));
    events.push(Event::ModifiersChanged(Modifiers::NONE));
    for key in [Key::A, Key::R, Key::A, Key::B, Key::I, Key::C] {
        events.extend(struck(key, Modifiers::NONE));
    }
    events.extend(struck(Key::Enter, Modifiers::NONE));
    window.together(events);
    window.rest();
    assert_eq!(window.wb().messages().language(), Language::Ar);
    let after: Vec<_> = window.wb().project().annotations().cloned().collect();
    assert!(before == after, "no letter went to the page");
}
