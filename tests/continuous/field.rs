//! A text field under any hands: keys, typing, clipboard, input methods, mouse.
//!
//! A case: `lines=one|many rtl=yes|no width=… menu=yes|no reading=yes|no`
//! (whether it has its menu, whether arrows go in the order of reading), the
//! text as a JSON string,
//! and one event a line.

use egui::{Event, ImeEvent, Key, Modifiers, PointerButton, pos2, vec2};
use hashiya::i18n::{Language, Messages};
use hashiya::ui::paint::cpu::Offscreen;
use hashiya::ui::theme::{Theme, ThemeKind, UiDirection};
use hashiya::ui::widgets::{FieldManners, TextField};
use serde_json::Value;

use super::dice::Dice;
use super::{Target, head_and_rest, letters, option};

pub(crate) const TARGET: Target = Target {
    name: "field",
    draw: |dice| {
        let lines = dice.pick(&["one", "many"]);
        let rtl = dice.pick(&["yes", "no"]);
        let width = dice.pick(&[300, 40, 120]);
        let text = quoted(&letters::text(dice));
        let (menu, reading) = (dice.pick(&["no", "yes"]), dice.pick(&["no", "yes"]));
        let mut case =
            format!("lines={lines} rtl={rtl} width={width} menu={menu} reading={reading}\n{text}");
        for _ in 0..dice.roll(24) {
            case.push('\n');
            case.push_str(&drawn_event(dice));
        }
        case.into_bytes()
    },
    vary: |dice, case| {
        let case = String::from_utf8_lossy(case);
        let mut lines: Vec<String> = case.split('\n').map(str::to_owned).collect();
        for _ in 0..=dice.roll(3) {
            let at = lines.len().min(2 + dice.roll(lines.len()));
            match dice.roll(3) {
                0 if at < lines.len() => drop(lines.remove(at)),
                1 if at < lines.len() => lines[at] = drawn_event(dice),
                _ => lines.insert(at, drawn_event(dice)),
            }
        }
        lines.join("\n").into_bytes()
    },
    check: |case| {
        let (head, rest) = head_and_rest(case);
        check_case(&head, &rest);
    },
};

const KEYS: [Key; 20] = [
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
    Key::Delete,
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::A,
    Key::Z,
    Key::Y,
    Key::Insert,
    Key::X,
    Key::Menu,
    Key::F10,
];

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn drawn_event(dice: &mut Dice) -> String {
    let place = |dice: &mut Dice| format!("{} {}", dice.roll(340), dice.roll(140));
    match dice.roll(22) {
        0..6 => {
            let key = dice.pick(&KEYS);
            // Ctrl, Shift, Alt, as bits; mostly one or none.
            let modifiers = if dice.one_in(2) {
                0
            } else {
                dice.pick(&[1, 2, 4, 3, 5, 6, 7])
            };
            format!("key {} {modifiers}", key.name())
        }
        6..11 => format!("text {}", quoted(&letters::piece(dice))),
        11 => format!("paste {}", quoted(&letters::text(dice))),
        12 => dice.pick(&["copy", "cut"]).to_owned(),
        13 => {
            let text = if dice.one_in(4) {
                String::new()
            } else {
                letters::piece(dice)
            };
            format!("compose {} {}", dice.roll(8), quoted(&text))
        }
        14 => format!("commit {}", quoted(&letters::piece(dice))),
        15 => format!("around {} {}", dice.roll(4), dice.roll(4)),
        16 | 17 => format!("press {}", place(dice)),
        18 => format!("move {}", place(dice)),
        19 => format!("ask {}", place(dice)),
        20 => "wait".to_owned(),
        _ => format!("release {}", place(dice)),
    }
}

fn modifiers(bits: u8) -> Modifiers {
    let command = bits & 1 != 0;
    Modifiers {
        ctrl: command,
        command,
        shift: bits & 2 != 0,
        alt: bits & 4 != 0,
        mac_cmd: false,
    }
}

/// The events of one line; none where it is not understood.
fn events(line: &str) -> Vec<Event> {
    let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
    let text = || serde_json::from_str::<String>(rest).unwrap_or_default();
    let mut numbers = rest
        .split(' ')
        .map(|word| word.parse::<usize>().unwrap_or(0));
    let mut number = || numbers.next().unwrap_or(0);
    let mut pointer = |pressed: Option<bool>, button: PointerButton| {
        let pos = pos2(number() as f32, number() as f32);
        let mut all = vec![Event::PointerMoved(pos)];
        all.extend(pressed.map(|pressed| Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        }));
        all
    };
    match what {
        "key" => {
            let (name, bits) = rest.split_once(' ').unwrap_or((rest, ""));
            let Some(key) = Key::from_name(name) else {
                return Vec::new();
            };
            let modifiers = modifiers(bits.parse().unwrap_or(0));
            [true, false]
                .map(|pressed| Event::Key {
                    key,
                    physical_key: None,
                    pressed,
                    repeat: false,
                    modifiers,
                })
                .to_vec()
        }
        "text" => vec![Event::Text(text())],
        "paste" => vec![Event::Paste(text())],
        "copy" => vec![Event::Copy],
        "cut" => vec![Event::Cut],
        "compose" => {
            let (caret, composed) = rest.split_once(' ').unwrap_or(("0", rest));
            let caret = caret.parse().unwrap_or(0);
            vec![Event::Ime(ImeEvent::Preedit {
                text: serde_json::from_str(composed).unwrap_or_default(),
                active_range_chars: Some(caret..caret),
            })]
        }
        "commit" => vec![Event::Ime(ImeEvent::Commit(text()))],
        "around" => vec![Event::Ime(ImeEvent::DeleteSurrounding {
            before_chars: number(),
            after_chars: number(),
        })],
        "press" => pointer(Some(true), PointerButton::Primary),
        "move" => pointer(None, PointerButton::Primary),
        "release" => pointer(Some(false), PointerButton::Primary),
        "ask" => {
            let mut all = pointer(Some(true), PointerButton::Secondary);
            if let Some(Event::PointerButton { pos, .. }) = all.last().cloned() {
                all.push(Event::PointerButton {
                    pos,
                    button: PointerButton::Secondary,
                    pressed: false,
                    modifiers: Modifiers::NONE,
                });
            }
            all
        }
        _ => Vec::new(),
    }
}

struct Field {
    window: Offscreen,
    text: String,
    many: bool,
    rtl: bool,
    width: f32,
    /// Its own menu, and whether arrows go in the order of reading.
    menu: Option<bool>,
}

impl Field {
    /// One frame; what is answered fits the text.
    fn frame(&mut self, events: Vec<Event>) {
        let Self {
            window,
            text,
            many,
            rtl,
            width,
            menu,
        } = self;
        window.frame(events, |ui| {
            let direction = if *rtl {
                UiDirection::RightToLeft
            } else {
                UiDirection::LeftToRight
            };
            Theme::of(ThemeKind::Light).install(ui.ctx(), direction);
            if let Some(reading) = *menu {
                let messages = Messages::new(if *rtl { Language::Ar } else { Language::En });
                FieldManners::install(ui.ctx(), &messages, reading);
            }
            let mut field = TextField::new("it", "Note", text)
                .request_focus(true)
                .width(*width);
            if *many {
                field = field.multiline(3);
            }
            let answer = field.show(ui);
            let caret = answer.caret_rect;
            assert!(caret.is_finite(), "the caret stands nowhere: {caret:?}");
            let selection = answer.selection;
            assert!(
                selection.of(text).is_some(),
                "{selection:?} is no stretch of {text:?}"
            );
        });
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        self.frame(vec![Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }]);
    }
}

fn check_case(head: &str, rest: &str) {
    let (first, script) = rest.split_once('\n').unwrap_or((rest, ""));
    let start: String = serde_json::from_str(first).unwrap_or_else(|_| first.to_owned());
    let width = option(head, "width").and_then(|width| width.parse().ok());
    let mut field = Field {
        window: Offscreen::new(vec2(340.0, 140.0), 1.0),
        text: start.clone(),
        many: option(head, "lines") == Some("many"),
        rtl: option(head, "rtl") == Some("yes"),
        width: width.unwrap_or(300.0),
        menu: (option(head, "menu") == Some("yes")).then(|| option(head, "reading") == Some("yes")),
    };
    field.frame(Vec::new());
    field.frame(Vec::new());
    for line in script.lines() {
        field.frame(events(line));
    }
    // Whatever was done can be taken back, step by step, to the beginning,
    // and done again.
    for _ in 0..3 {
        field.key(Key::Escape, Modifiers::NONE);
    }
    field.frame(vec![Event::Ime(ImeEvent::Preedit {
        text: String::new(),
        active_range_chars: None,
    })]);
    field.frame(vec![Event::PointerButton {
        pos: pos2(-5.0, -5.0),
        button: PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    }]);
    let end = field.text.clone();
    let steps = script.lines().count() + 2;
    for _ in 0..steps {
        field.key(Key::Z, modifiers(1));
    }
    assert_eq!(field.text, start, "undo leads back to the beginning");
    let by_key = ["key Z", "key Y", "key X"];
    let by_menu = ["press", "ask", "key F10", "key Menu"];
    let has_menu = field.menu.is_some();
    let undoes = |line: &str| {
        let starts = |with: &[&str]| with.iter().any(|start| line.starts_with(start));
        starts(&by_key) || has_menu && starts(&by_menu)
    };
    if script.lines().any(undoes) {
        // Steps taken back in the script itself, by key or menu, may be redone
        // beyond its end.
        return;
    }
    for _ in 0..steps {
        field.key(Key::Y, modifiers(1));
    }
    assert_eq!(field.text, end, "redo leads to the end again");
}
