//! Text fields to the last detail: letters at direction borders, input
//! methods, the menu, direction, dragging past the edge.

use egui::{
    Event, ImeEvent, Key, Modifiers, OutputCommand, PointerButton, Pos2, Role, Shape, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use hashiya::i18n::{Language, Messages};
use hashiya::ui::theme::{Theme, ThemeKind, UiDirection};
use hashiya::ui::widgets::{FieldManners, TextField};

use super::support::pictures::{self, CpuRenderer};

struct Form {
    text: String,
    multiline: bool,
    reading_order: bool,
    readonly: bool,
    language: Language,
    selection: String,
    caret: egui::Rect,
}

struct Field {
    harness: Harness<'static, Form>,
    renderer: CpuRenderer,
}

impl Field {
    fn new(text: &str, multiline: bool) -> Self {
        let renderer = CpuRenderer::default();
        let mut harness = Harness::builder()
            .with_size(vec2(420.0, 520.0))
            .with_step_dt(1.0 / 60.0)
            .renderer(renderer.clone())
            .build_ui_state(
                |ui, form: &mut Form| {
                    let direction = if form.language == Language::Ar {
                        UiDirection::RightToLeft
                    } else {
                        UiDirection::LeftToRight
                    };
                    Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
                    FieldManners::install(
                        ui.ctx(),
                        &Messages::new(form.language),
                        form.reading_order,
                    );
                    let mut field = TextField::new("it", "Note", &mut form.text)
                        .width(300.0)
                        .editable(!form.readonly);
                    if form.multiline {
                        field = field.multiline(3);
                    }
                    let answer = field.show(ui);
                    form.caret = answer.caret_rect;
                    let span = answer.selection;
                    form.selection = form.text[span.start..span.end].to_owned();
                },
                Form {
                    text: text.to_owned(),
                    multiline,
                    reading_order: false,
                    readonly: false,
                    language: Language::En,
                    selection: String::new(),
                    caret: egui::Rect::NOTHING,
                },
            );
        let role = if multiline {
            Role::MultilineTextInput
        } else {
            Role::TextInput
        };
        harness.get_by_role_and_label(role, "Note").focus();
        harness.run();
        Self { harness, renderer }
    }

    fn text(&self) -> &str {
        &self.harness.state().text
    }

    fn selected(&self) -> &str {
        &self.harness.state().selection
    }

    fn caret_x(&self) -> f32 {
        self.harness.state().caret.left()
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(8);
    }

    fn plain(&mut self, key: Key) {
        self.key(Modifiers::NONE, key);
    }

    fn event(&mut self, event: Event) {
        self.harness.event(event);
        // Menus take some frames to open.
        self.harness.run_steps(8);
    }

    fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            self.event(Event::Text(c.to_string()));
        }
    }

    fn preedit(&mut self, text: &str, active: Option<std::ops::Range<usize>>) {
        self.event(Event::Ime(ImeEvent::Preedit {
            text: text.to_owned(),
            active_range_chars: active,
        }));
    }

    fn commit(&mut self, text: &str) {
        // As winit sends it: the composition ends, then its text comes.
        self.harness.event(Event::Ime(ImeEvent::Preedit {
            text: String::new(),
            active_range_chars: None,
        }));
        self.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
    }

    fn button(&mut self, pos: Pos2, button: PointerButton, pressed: bool) {
        self.event(Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }

    fn right_click(&mut self, pos: Pos2) {
        self.event(Event::PointerMoved(pos));
        self.button(pos, PointerButton::Secondary, true);
        self.button(pos, PointerButton::Secondary, false);
    }

    fn choose(&mut self, name: &str) {
        let center = self.row(name).unwrap_or_else(|| panic!("no row {name}"));
        self.event(Event::PointerMoved(center));
        self.button(center, PointerButton::Primary, true);
        self.button(center, PointerButton::Primary, false);
    }

    fn row(&self, name: &str) -> Option<Pos2> {
        self.harness
            .query_all(egui_kittest::kittest::by())
            .find(|node| {
                let node = node.accesskit_node();
                matches!(node.role(), Role::MenuItem | Role::MenuItemCheckBox)
                    && node.label().as_deref() == Some(name)
            })
            .map(|node| node.rect().center())
    }

    fn copied(&mut self, event: Event) -> Vec<String> {
        self.harness.event(event);
        self.harness.step();
        let commands = self.harness.output().platform_output.commands.clone();
        self.harness.run();
        commands
            .into_iter()
            .filter_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text),
                _ => None,
            })
            .collect()
    }

    fn flags(&self) -> usize {
        let accent = Theme::get(&self.harness.ctx).accent;
        let shapes = &self.harness.output().shapes;
        shapes
            .iter()
            .filter(|clipped| {
                matches!(&clipped.shape, Shape::Path(path)
                    if path.fill == accent && path.points.len() == 3)
            })
            .count()
    }
}

#[test]
fn r05_shift_and_an_arrow_at_a_border_take_the_letter_beside_the_caret() {
    let text = "قرية بـ1600 نسمة من SDF رحلوا";
    for (words, part) in [
        ("1600", "16"),
        ("1600", "1600"),
        ("SDF", "SD"),
        ("SDF", "SDF"),
    ] {
        let mut field = Field::new(text, false);
        let start = text.find(words).unwrap();
        // To the border before the number by the keyboard, as reading goes.
        field.plain(Key::Home);
        let before = text[..start].chars().count();
        for _ in 0..before {
            field.plain(Key::ArrowLeft);
        }
        // The caret stands at the right end of the run now; the first digit is
        // at its left end, so the walk goes on through it.
        for _ in 0..words.chars().count() {
            field.plain(Key::ArrowLeft);
        }
        for (count, _) in part.char_indices() {
            field.key(Modifiers::SHIFT, Key::ArrowRight);
            assert_eq!(field.selected(), &part[..=count], "in {words}");
        }
    }
    // From outside, over the border: the letter seen there.
    let mut field = Field::new("في 12 قرية", false);
    field.plain(Key::Home);
    for _ in 0..3 {
        field.plain(Key::ArrowLeft);
    }
    field.key(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(field.selected(), "2", "the digit that stands there");
}

#[test]
fn the_caret_of_a_field_has_a_flag_between_two_directions() {
    let mut field = Field::new("قوات SDF في", false);
    field.plain(Key::Home);
    assert_eq!(field.flags(), 0);
    for _ in 0..5 {
        field.plain(Key::ArrowLeft);
    }
    assert_eq!(field.flags(), 1, "between a space and SDF");
    pictures::keep("field-caret-flag", &field.renderer.image(&field.harness));
    field.plain(Key::ArrowLeft);
    assert_eq!(field.flags(), 0);
}

#[test]
fn arrows_of_a_field_go_in_reading_order_when_that_is_chosen() {
    let text = "قال SDF في 12\nback to English 34 قسد";
    let mut field = Field::new(text, true);
    field.harness.state_mut().reading_order = true;
    field.harness.run();
    field.key(Modifiers::COMMAND, Key::Home);
    for _ in 0..4 {
        field.plain(Key::ArrowLeft);
    }
    field.type_in("|");
    assert_eq!(field.text(), text.replacen("SDF", "|SDF", 1));
    field.plain(Key::Backspace);
    field.key(Modifiers::SHIFT, Key::ArrowLeft);
    field.key(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(field.selected(), "SD");
    field.plain(Key::ArrowRight);
    field.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(field.selected(), " ");
    // In the second paragraph Right goes on.
    field.key(Modifiers::COMMAND, Key::End);
    field.plain(Key::Home);
    field.key(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(field.selected(), "b");
}

#[test]
fn an_arabic_composition_stands_in_its_place_and_replaces_the_selection() {
    let mut field = Field::new("قالت SDF إن", false);
    field.plain(Key::Home);
    let home = field.caret_x();
    field.preedit("سلام", None);
    assert_eq!(field.text(), "قالت SDF إن");
    assert!(
        field.caret_x() < home - 10.0,
        "composed text runs to the left"
    );
    pictures::keep(
        "field-compose-arabic",
        &field.renderer.image(&field.harness),
    );
    let ime = field.harness.output().platform_output.ime.unwrap();
    assert!((ime.cursor_rect.left() - field.caret_x()).abs() < 0.5);
    field.commit("سلام ");
    assert_eq!(field.text(), "سلام قالت SDF إن");
    // Over a selection: shown in its place, given up it is there again.
    field.key(Modifiers::COMMAND, Key::A);
    field.preedit("م", None);
    field.preedit("مر", None);
    assert_eq!(field.text(), "سلام قالت SDF إن");
    field.preedit("", None);
    assert_eq!(field.selected(), "سلام قالت SDF إن", "given up");
    field.preedit("مر", None);
    field.commit("مرحبا");
    assert_eq!(field.text(), "مرحبا");
    field.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(field.text(), "سلام قالت SDF إن", "one step back");
}

#[test]
fn a_persian_composition_keeps_its_half_spaces() {
    let mut field = Field::new("", false);
    field.preedit("می\u{200C}خو", Some(5..5));
    assert_eq!(field.text(), "");
    field.commit("می\u{200C}خواهم");
    assert_eq!(field.text(), "می\u{200C}خواهم");
    field.type_in("\u{200C}ها");
    assert_eq!(field.text(), "می\u{200C}خواهم\u{200C}ها");
    field.event(Event::Ime(ImeEvent::DeleteSurrounding {
        before_chars: 3,
        after_chars: 0,
    }));
    assert_eq!(field.text(), "می\u{200C}خواهم");
}

#[test]
fn a_chinese_composition_in_an_arabic_line_shows_its_clause() {
    let mut field = Field::new("قال ", false);
    for (text, active) in [
        ("n", 1..1),
        ("ni", 2..2),
        ("ni'hao", 6..6),
        ("你hao", 0..1),
        ("你好", 0..2),
    ] {
        field.preedit(text, Some(active));
        assert_eq!(field.text(), "قال ");
    }
    // The line is right-to-left, the composed words run to the right in it.
    let x = field.caret_x();
    pictures::keep(
        "field-compose-chinese",
        &field.renderer.image(&field.harness),
    );
    field.preedit("你好", Some(0..1));
    assert!(
        field.caret_x() < x - 4.0,
        "the method's caret after its first sign"
    );
    // Keys belong to the method meanwhile.
    field.plain(Key::ArrowLeft);
    field.plain(Key::Backspace);
    assert_eq!(field.text(), "قال ");
    field.commit("你好");
    assert_eq!(field.text(), "قال 你好");
    // A field of one line takes no line break from a method either.
    field.commit("a\nb");
    assert_eq!(field.text(), "قال 你好a b");
}

#[test]
fn a_composition_in_the_middle_of_several_lines_leaves_the_others() {
    let mut field = Field::new("أول سطر\nsecond\nثالث", true);
    field.key(Modifiers::COMMAND, Key::Home);
    field.plain(Key::ArrowDown);
    field.plain(Key::Home);
    let y = field.harness.state().caret.top();
    field.preedit("日本", Some(2..2));
    assert!((field.harness.state().caret.top() - y).abs() < 1.0);
    field.commit("日本");
    assert_eq!(field.text(), "أول سطر\n日本second\nثالث");
}

#[test]
fn the_menu_edits_and_gives_the_keyboard_back() {
    let mut field = Field::new("قال John هنا", false);
    let middle = field.harness.get_by_role(Role::TextInput).rect().center();
    field.right_click(middle);
    for row in [
        "Undo",
        "Redo",
        "Cut",
        "Copy",
        "Paste",
        "Delete",
        "Select all",
        "Direction",
        "Insert a character",
    ] {
        assert!(field.row(row).is_some(), "{row}");
    }
    pictures::keep("field-menu", &field.renderer.image(&field.harness));
    field.choose("Select all");
    assert_eq!(field.selected(), "قال John هنا");
    field.type_in("x");
    assert_eq!(field.text(), "x", "typed after the menu");
    field.right_click(middle);
    field.choose("Undo");
    assert_eq!(field.text(), "قال John هنا");
    // By the keyboard: what can be chosen first has it.
    field.key(Modifiers::COMMAND, Key::A);
    field.key(Modifiers::SHIFT, Key::F10);
    assert!(field.row("Cut").is_some());
    field.plain(Key::Escape);
    assert!(field.row("Cut").is_none());
    field.type_in("y");
    assert_eq!(field.text(), "y");
    // What cannot be changed can be copied.
    field.harness.state_mut().readonly = true;
    field.harness.run();
    field.key(Modifiers::COMMAND, Key::A);
    field.right_click(middle);
    assert!(field.row("Insert a character").is_none());
    field.choose("Cut");
    assert_eq!(field.text(), "y");
}

#[test]
fn characters_nobody_can_type_are_put_in_from_the_menu() {
    let mut field = Field::new("می خواهم", false);
    field.plain(Key::Home);
    for _ in 0..2 {
        field.plain(Key::ArrowLeft);
    }
    field.plain(Key::Delete);
    field.plain(Key::Menu);
    assert!(field.row("Insert a character").is_some(), "by the menu key");
    field.choose("Insert a character");
    field.choose("Half space: letters apart (ZWNJ)");
    assert_eq!(field.text(), "می\u{200C}خواهم");
    let mut field = Field::new("abc", false);
    field.key(Modifiers::COMMAND, Key::A);
    let middle = field.harness.get_by_role(Role::TextInput).rect().center();
    field.plain(Key::Menu);
    field.choose("Insert a character");
    field.choose("Set apart, right to left (RLI … PDI)");
    assert_eq!(field.text(), "\u{2067}abc\u{2069}");
    assert_eq!(field.selected(), "abc");
    let _ = middle;
}

#[test]
fn the_direction_of_a_field_is_forced_by_menu_and_keys() {
    let mut field = Field::new("abc", false);
    field.plain(Key::Home);
    let left = field.caret_x();
    field.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::X);
    assert!(field.caret_x() > left + 100.0, "turned to the right");
    assert_eq!(field.text(), "abc");
    field.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::X);
    assert!((field.caret_x() - left).abs() < 1.0);
    let middle = field.harness.get_by_role(Role::TextInput).rect().center();
    field.right_click(middle);
    field.choose("Direction");
    field.choose("Right to left");
    field.plain(Key::Home);
    assert!(field.caret_x() > left + 100.0);
    pictures::keep("field-forced", &field.renderer.image(&field.harness));
    field.right_click(middle);
    field.choose("Direction");
    field.choose("Automatic");
    field.plain(Key::Home);
    assert!((field.caret_x() - left).abs() < 1.0);
    // Windows: Ctrl with the right Shift key.
    field.harness.ctx.set_os(egui::os::OperatingSystem::Windows);
    for (key, pressed) in [
        (Key::ControlLeft, true),
        (Key::ShiftRight, true),
        (Key::ShiftRight, false),
        (Key::ControlLeft, false),
    ] {
        field.event(Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    assert!(field.caret_x() > left + 100.0);
}

#[test]
fn line_breaks_pasted_into_one_line_become_spaces_and_stay_in_many() {
    let mut one = Field::new("", false);
    one.event(Event::Paste(
        "أول\r\nثان\u{2028}ثالث\u{2029}رابع\n\n".to_owned(),
    ));
    assert_eq!(one.text(), "أول ثان ثالث رابع");
    let mut many = Field::new("", true);
    many.event(Event::Paste("أول\r\nثان\n".to_owned()));
    assert_eq!(many.text(), "أول\nثان\n");
    many.key(Modifiers::COMMAND, Key::A);
    assert_eq!(many.copied(Event::Copy), ["أول\nثان\n"]);
    assert_eq!(many.copied(Event::Cut), ["أول\nثان\n"]);
    assert_eq!(many.text(), "");
    // The older keys of the clipboard.
    let mut field = Field::new("abc def", false);
    field.key(Modifiers::COMMAND, Key::A);
    field.key(Modifiers::SHIFT, Key::Delete);
    assert_eq!(field.text(), "");
}

#[test]
fn words_are_deleted_and_taken_over_direction_borders() {
    let mut field = Field::new("قال لي John Smith في 2019", false);
    field.plain(Key::End);
    field.key(Modifiers::CTRL, Key::Backspace);
    assert_eq!(field.text(), "قال لي John Smith في ");
    field.plain(Key::Home);
    field.key(Modifiers::CTRL, Key::Delete);
    assert_eq!(field.text(), " لي John Smith في ");
    field.key(Modifiers::CTRL | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(field.selected(), " لي");
    field.key(Modifiers::CTRL | Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(field.selected(), " لي John");
}

#[test]
fn a_drag_past_the_edge_of_a_field_scrolls_while_the_pointer_rests() {
    let text = "قال المتحدث الرسمي باسم التحالف الدولي لمكافحة تنظيم داعش إنهم سيواصلون شراكتهم مع قوات سوريا الديمقراطية في المنطقة";
    let mut field = Field::new(text, false);
    field.plain(Key::Home);
    let rect = field.harness.get_by_role(Role::TextInput).rect();
    let start = Pos2::new(rect.right() - 14.0, rect.center().y);
    field.event(Event::PointerMoved(start));
    field.button(start, PointerButton::Primary, true);
    field.event(Event::PointerMoved(Pos2::new(
        rect.left() - 5.0,
        rect.center().y,
    )));
    let first = field.selected().len();
    for _ in 0..60 {
        field.harness.step();
    }
    let then = field.selected().len();
    assert!(then > first + 10, "{first} then {then}");
    field.event(Event::PointerMoved(Pos2::new(
        rect.left() - 200.0,
        rect.center().y,
    )));
    for _ in 0..400 {
        field.harness.step();
    }
    assert!(
        text.ends_with(field.selected()),
        "to the end: {}",
        field.selected()
    );
    let end = Pos2::new(rect.left() - 200.0, rect.center().y);
    field.button(end, PointerButton::Primary, false);
    let x = field.caret_x();
    assert!((rect.left()..rect.right()).contains(&x));
}

#[test]
fn the_middle_button_pastes_what_is_selected_elsewhere() {
    let mut field = Field::new("قال ", false);
    field.plain(Key::End);
    let at = field.harness.state().caret.center();
    field.event(Event::PointerMoved(at));
    field.event(Event::MiddleClickPaste {
        pos: at,
        text: "نعم\n".to_owned(),
    });
    assert_eq!(field.text(), "قال نعم");
}

#[test]
fn double_and_triple_clicks_take_words_and_paragraphs() {
    let text = "قال المتحدث الرسمي\nthe second line";
    let mut field = Field::new(text, true);
    field.key(Modifiers::COMMAND, Key::Home);
    let start = field.harness.state().caret.center();
    let at = Pos2::new(start.x - 45.0, start.y);
    let mut clicks = |count: usize| {
        field.harness.run_steps(60);
        for _ in 0..count {
            field.harness.drag_at(at);
            field.harness.drop_at(at);
        }
        field.harness.run_steps(4);
        field.selected().to_owned()
    };
    assert_eq!(clicks(2), "المتحدث");
    assert_eq!(clicks(3), "قال المتحدث الرسمي");
    assert_eq!(clicks(1), "");
}

#[test]
fn escape_gives_up_a_composition_before_anything_else() {
    let mut field = Field::new("قال ", false);
    field.preedit("ni", Some(2..2));
    field.plain(Key::Escape);
    field.preedit("", None);
    field.type_in("x");
    assert_eq!(field.text(), "قال x", "the field kept the keyboard");
}
