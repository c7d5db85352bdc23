//! How a [`Hand`] does its deeds, and how deeds are drawn.

use egui::accesskit::{
    Action, ActionData, ActionRequest, NodeId, TextPosition, TextSelection, TreeId,
};
use egui::{
    Event, ImeEvent, KeyboardShortcut, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton,
    Pos2, TouchPhase, pos2, vec2,
};
use egui_kittest::kittest::NodeT as _;
use hashiya::command::table::commands;
use hashiya::command::{Args, Selection};
use hashiya::model::Span;
use hashiya::ui::Picked;
use proptest::prelude::*;
use proptest::sample::Index;

use super::hand::{Argument, DIALOGS, Deed, Hand, KEYS, Press, text};

/// Arguments of any kind.
fn argument() -> impl Strategy<Value = Argument> {
    let one = any::<Index>;
    prop_oneof![
        3 => Just(Argument::None),
        3 => one().prop_map(Argument::Id),
        3 => one().prop_map(Argument::Text),
        1 => (one(), any::<Option<Index>>()).prop_map(|(a, b)| Argument::Paths(a, b)),
        2 => (one(), one(), one()).prop_map(|(a, b, c)| Argument::Tag(a, b, c)),
    ]
}

fn press() -> impl Strategy<Value = Press> {
    prop_oneof![
        6 => Just(Press::Plain),
        2 => Just(Press::Twice),
        1 => Just(Press::Thrice),
        2 => Just(Press::Menu),
        1 => Just(Press::Middle),
        2 => (0_u8..8).prop_map(Press::With),
    ]
}

/// Points of a side of the window: mostly what there is, sometimes next to
/// nothing.
fn side() -> impl Strategy<Value = f32> {
    prop_oneof![
        4 => 300.0_f32..1700.0,
        3 => 60.0_f32..420.0,
        1 => 1.0_f32..60.0,
    ]
}

/// Anything a hand does.
pub(crate) fn deed() -> impl Strategy<Value = Deed> {
    let one = any::<Index>;
    let part = || 0.0_f32..1.0;
    let bits = || prop_oneof![3 => Just(0_u8), 1 => 0_u8..8];
    let words = || "[\\p{Arabic}a-z0-9 ()«»#@:]{0,12}";
    prop_oneof![
        10 => (one(), argument()).prop_map(|(a, b)| Deed::Command(a, b)),
        5 => one().prop_map(Deed::Open),
        1 => one().prop_map(Deed::Answer),
        4 => (one(), one()).prop_map(|(a, b)| Deed::Select(a, b)),
        2 => one().prop_map(Deed::Choose),
        8 => (one(), bits()).prop_map(|(key, bits)| Deed::Key(key, bits)),
        5 => one().prop_map(Deed::Chord),
        4 => (part(), part(), press()).prop_map(|(x, y, how)| Deed::Click(x, y, how)),
        8 => (one(), press()).prop_map(|(which, how)| Deed::Press(which, how)),
        3 => (part(), part(), part(), part(), bits())
            .prop_map(|(a, b, c, d, bits)| Deed::Drag(a, b, c, d, bits)),
        2 => (part(), part(), -900.0_f32..900.0, -900.0_f32..900.0, bits())
            .prop_map(|(x, y, dx, dy, bits)| Deed::Wheel(x, y, dx, dy, bits)),
        4 => words().prop_map(Deed::Type),
        1 => one().prop_map(|which| Deed::Type(text(which))),
        1 => one().prop_map(|which| Deed::Paste(text(which))),
        1 => any::<bool>().prop_map(Deed::Clipboard),
        1 => (words(), any::<bool>()).prop_map(|(words, done)| Deed::Compose(words, done)),
        3 => (one(), any::<u8>(), 0_usize..400).prop_map(|(a, b, c)| Deed::Ask(a, b, c)),
        3 => (side(), side()).prop_map(|(w, h)| Deed::Size(w, h)),
        1 => prop_oneof![Just(0.7_f32), Just(1.0), Just(1.25), Just(2.0), Just(3.5)]
            .prop_map(Deed::Scale),
        1 => (1_u8..12).prop_map(Deed::Wait),
        1 => Just(Deed::Leave),
        1 => Just(Deed::Close),
        2 => (1_u8..9).prop_map(Deed::Undo),
        1 => (1_u8..9).prop_map(Deed::Redo),
    ]
}

fn modifiers(bits: u8) -> Modifiers {
    let ctrl = bits & 4 != 0;
    Modifiers {
        shift: bits & 1 != 0,
        alt: bits & 2 != 0,
        ctrl,
        command: ctrl,
        mac_cmd: false,
    }
}

fn button(pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers,
    }
}

impl Hand {
    /// Does it, and lets the window draw.
    pub(crate) fn perform(&mut self, deed: &Deed) {
        if !matches!(
            deed,
            Deed::Command(..)
                | Deed::Open(_)
                | Deed::Key(..)
                | Deed::Chord(_)
                | Deed::Click(..)
                | Deed::Press(..)
        ) {
            self.note(format!("{deed:?}"));
        }
        match deed {
            Deed::Command(which, argument) => {
                let ids: Vec<&str> = commands().map(|command| command.id).collect();
                let args = self.args(argument);
                self.note(format!("{} {args:?}", ids[which.index(ids.len())]));
                self.window.wb_mut().run(ids[which.index(ids.len())], &args);
            }
            Deed::Open(which) => {
                self.note(DIALOGS[which.index(DIALOGS.len())].to_owned());
                self.window
                    .wb_mut()
                    .run(DIALOGS[which.index(DIALOGS.len())], &Args::None);
            }
            Deed::Answer(which) => {
                let paths = self.paths();
                let path = which.get(&paths).clone();
                self.window.answer_with(if path.as_os_str().is_empty() {
                    Picked::Unavailable
                } else {
                    Picked::Paths(vec![path])
                });
            }
            Deed::Select(a, b) => self.select(*a, *b),
            Deed::Choose(which) => {
                let marks = self.window.wb().project().annotations();
                let marks: Vec<_> = marks.map(|mark| mark.id.clone()).collect();
                if !marks.is_empty() {
                    self.window.wb_mut().go_to_mark(which.get(&marks));
                }
            }
            Deed::Key(key, bits) => {
                self.strike(KeyboardShortcut::new(modifiers(*bits), *key.get(&KEYS)));
            }
            Deed::Chord(which) => {
                let keymap = self.window.wb().keymap();
                let all = commands().flat_map(|command| keymap.keys(command.id).to_vec());
                let all: Vec<KeyboardShortcut> = all.collect();
                self.strike(*which.get(&all));
            }
            Deed::Click(x, y, how) => self.press_at(self.place(*x, *y), *how),
            Deed::Press(which, how) => {
                let root = self.window.harness.root();
                let all: Vec<_> = root
                    .children_recursive()
                    .filter(|node| node.accesskit_node().bounding_box().is_some())
                    .collect();
                if !all.is_empty() {
                    let place = which.get(&all).rect().center();
                    drop(all);
                    self.press_at(place, *how);
                }
            }
            Deed::Drag(a, b, c, d, bits) => {
                self.drag(self.place(*a, *b), self.place(*c, *d), *bits);
            }
            Deed::Wheel(x, y, dx, dy, bits) => {
                let wheel = Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: vec2(*dx, *dy),
                    modifiers: modifiers(*bits),
                    phase: TouchPhase::Move,
                    source: MouseWheelSource::Wheel,
                };
                let place = self.place(*x, *y);
                self.window.frame(vec![Event::PointerMoved(place), wheel]);
            }
            Deed::Type(text) => self.window.frame(vec![Event::Text(text.clone())]),
            Deed::Paste(text) => self.window.frame(vec![Event::Paste(text.clone())]),
            Deed::Clipboard(cut) => {
                let event = if *cut { Event::Cut } else { Event::Copy };
                self.window.frame(vec![event]);
            }
            Deed::Compose(text, done) => {
                let letters = text.chars().count();
                let begun = ImeEvent::Preedit {
                    text: text.clone(),
                    active_range_chars: Some(0..letters),
                };
                self.window.frame(vec![Event::Ime(begun)]);
                let ended = if *done {
                    ImeEvent::Commit(text.clone())
                } else {
                    ImeEvent::DeleteSurrounding {
                        before_chars: letters,
                        after_chars: 2,
                    }
                };
                self.window.frame(vec![Event::Ime(ended)]);
            }
            Deed::Ask(which, what, number) => self.ask(*which, *what, *number),
            Deed::Size(width, height) => {
                self.window.harness.set_size(vec2(*width, *height));
            }
            Deed::Scale(scale) => {
                self.window.harness.set_pixels_per_point(*scale);
            }
            Deed::Wait(frames) => {
                for _ in 0..*frames {
                    self.window.frame(Vec::new());
                }
            }
            Deed::Leave => {
                self.window
                    .frame(vec![Event::PointerGone, Event::WindowFocused(false)]);
                self.window.frame(vec![Event::WindowFocused(true)]);
            }
            Deed::Close => self.window.close(),
            Deed::Undo(times) => {
                for _ in 0..*times {
                    self.window.wb_mut().run("edit.undo", &Args::None);
                }
            }
            Deed::Redo(times) => {
                for _ in 0..*times {
                    self.window.wb_mut().run("edit.redo", &Args::None);
                }
            }
        }
        self.window.frame(Vec::new());
    }

    fn place(&self, x: f32, y: f32) -> Pos2 {
        let window = self.window.harness.ctx.content_rect();
        pos2(
            window.left() + x * window.width(),
            window.top() + y * window.height(),
        )
    }

    fn select(&mut self, a: Index, b: Index) {
        let found = self.window.wb().active_reader().map(|reader| reader.id);
        let length = self.window.wb().active_document().map(|d| d.text.len());
        if let (Some(reader), Some(length)) = (found, length) {
            let start = a.index(length + 1);
            // Mostly some words.
            let end = match b.index(4) {
                0 => b.index(length + 1),
                _ => start + b.index(80),
            };
            let span = Span::new(start, end);
            self.window.wb_mut().select(reader, Selection::over(span));
        }
    }

    fn strike(&mut self, keys: KeyboardShortcut) {
        self.note(format!("{keys:?}"));
        let modifiers = Modifiers {
            ctrl: keys.modifiers.ctrl || keys.modifiers.command,
            ..keys.modifiers
        };
        let event = |pressed| Event::Key {
            key: keys.logical_key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.window.frame(vec![
            Event::ModifiersChanged(modifiers),
            event(true),
            event(false),
            Event::ModifiersChanged(Modifiers::NONE),
        ]);
    }

    fn press_at(&mut self, pos: Pos2, how: Press) {
        self.note(format!("{how:?} at {pos:?}"));
        let (which, bits, times) = match how {
            Press::Plain => (PointerButton::Primary, 0, 1),
            Press::Twice => (PointerButton::Primary, 0, 2),
            Press::Thrice => (PointerButton::Primary, 0, 3),
            Press::Menu => (PointerButton::Secondary, 0, 1),
            Press::Middle => (PointerButton::Middle, 0, 1),
            Press::With(bits) => (PointerButton::Primary, bits, 1),
        };
        let modifiers = modifiers(bits);
        self.window.frame(vec![Event::PointerMoved(pos)]);
        self.window.frame(vec![Event::ModifiersChanged(modifiers)]);
        for _ in 0..times {
            self.window.frame(vec![button(pos, which, true, modifiers)]);
            self.window
                .frame(vec![button(pos, which, false, modifiers)]);
        }
        self.window
            .frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    fn drag(&mut self, from: Pos2, to: Pos2, bits: u8) {
        let modifiers = modifiers(bits);
        self.window.frame(vec![
            Event::PointerMoved(from),
            Event::ModifiersChanged(modifiers),
        ]);
        self.window
            .frame(vec![button(from, PointerButton::Primary, true, modifiers)]);
        self.window
            .frame(vec![Event::PointerMoved(from.lerp(to, 0.5))]);
        self.window.frame(vec![Event::PointerMoved(to)]);
        self.window
            .frame(vec![button(to, PointerButton::Primary, false, modifiers)]);
        self.window
            .frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// Something a screen reader asks of something it knows, with data that
    /// fit or not.
    fn ask(&mut self, which: Index, what: u8, number: usize) {
        const ACTIONS: [Action; 12] = [
            Action::Click,
            Action::Focus,
            Action::SetTextSelection,
            Action::SetTextSelection,
            Action::SetValue,
            Action::ReplaceSelectedText,
            Action::ScrollIntoView,
            Action::ScrollDown,
            Action::Increment,
            Action::Decrement,
            Action::Expand,
            Action::ShowContextMenu,
        ];
        let root = self.window.harness.root();
        let all: Vec<(NodeId, TreeId)> = root
            .children_recursive()
            .map(|node| node.accesskit_node().locate())
            .collect();
        if all.is_empty() {
            return;
        }
        let (target_node, target_tree) = *which.get(&all);
        let action = ACTIONS[usize::from(what) % ACTIONS.len()];
        let place = |character_index| TextPosition {
            node: if what & 64 == 0 {
                target_node
            } else {
                all[number % all.len()].0
            },
            character_index,
        };
        let data = match action {
            Action::SetTextSelection => Some(ActionData::SetTextSelection(TextSelection {
                anchor: place(number / 3),
                focus: place(number),
            })),
            Action::SetValue if what & 32 == 0 => Some(ActionData::NumericValue(number as f64)),
            Action::SetValue | Action::ReplaceSelectedText => {
                Some(ActionData::Value("نص abc".into()))
            }
            _ => None,
        };
        let request = ActionRequest {
            action,
            target_tree,
            target_node,
            data,
        };
        self.window
            .frame(vec![Event::AccessKitActionRequest(request)]);
    }
}
