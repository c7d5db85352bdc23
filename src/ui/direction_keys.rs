//! The keys with which systems turn a text the other way.
//!
//! Windows: Ctrl with the Shift key of the side where lines are to begin, let
//! go without another key. macOS: Ctrl and Command with an arrow. Elsewhere
//! Ctrl with Shift often changes the keyboard's language, so nothing is read
//! into it; Ctrl Shift X, which turns a text everywhere, is an ordinary
//! shortcut and not here.
//!
//! Invariant: a chord with any other key or a click in it is no chord.

use egui::os::OperatingSystem;
use egui::{Event, Key};

use crate::text::Direction;

/// The keys of a chord that are down.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chord {
    control: bool,
    shift: Option<Key>,
    spoiled: bool,
}

impl Chord {
    /// Hears an event; the direction that was asked for with it, if one was.
    pub(super) fn hear(&mut self, event: &Event, system: OperatingSystem) -> Option<Direction> {
        if system.is_mac() {
            return of_arrow(event);
        }
        if system != OperatingSystem::Windows {
            return None;
        }
        match event {
            Event::Key { key, pressed, .. } => self.key(*key, *pressed),
            Event::PointerButton { pressed: true, .. } => {
                self.spoiled = true;
                None
            }
            Event::WindowFocused(_) => {
                *self = Self::default();
                None
            }
            _ => None,
        }
    }

    fn key(&mut self, key: Key, pressed: bool) -> Option<Direction> {
        let asked = match self.shift {
            Some(Key::ShiftRight) if self.control => Some(Direction::RightToLeft),
            Some(_) if self.control => Some(Direction::LeftToRight),
            _ => None,
        };
        let is_control = matches!(key, Key::ControlLeft | Key::ControlRight);
        let is_shift = matches!(key, Key::ShiftLeft | Key::ShiftRight);
        if pressed {
            if !self.control && self.shift.is_none() {
                self.spoiled = false;
            }
            if is_control {
                self.control = true;
            } else if is_shift {
                self.spoiled |= self.shift.is_some_and(|other| other != key);
                self.shift = Some(key);
            } else {
                self.spoiled = true;
            }
            return None;
        }
        if !is_control && !is_shift {
            return None;
        }
        if is_control {
            self.control = false;
        } else {
            self.shift = None;
        }
        let fired = asked.filter(|_| !self.spoiled);
        self.spoiled = true;
        fired
    }
}

fn of_arrow(event: &Event) -> Option<Direction> {
    match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } if modifiers.ctrl && modifiers.mac_cmd => match key {
            Key::ArrowLeft => Some(Direction::RightToLeft),
            Key::ArrowRight => Some(Direction::LeftToRight),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        }
    }

    fn chord(system: OperatingSystem, keys: &[(Key, bool)]) -> Vec<Direction> {
        let mut chord = Chord::default();
        keys.iter()
            .filter_map(|(name, pressed)| {
                chord.hear(&key(*name, *pressed, Modifiers::NONE), system)
            })
            .collect()
    }

    #[test]
    fn ctrl_with_a_shift_key_turns_the_text_to_its_side_on_windows() {
        use Key::{A, ControlLeft, ShiftLeft, ShiftRight};
        let windows = OperatingSystem::Windows;
        let right = [
            (ControlLeft, true),
            (ShiftRight, true),
            (ShiftRight, false),
            (ControlLeft, false),
        ];
        assert_eq!(chord(windows, &right), [Direction::RightToLeft]);
        assert_eq!(chord(OperatingSystem::Nix, &right), []);
        let left = [
            (ShiftLeft, true),
            (ControlLeft, true),
            (ControlLeft, false),
            (ShiftLeft, false),
        ];
        assert_eq!(chord(windows, &left), [Direction::LeftToRight]);
        let with_a_letter = [
            (ControlLeft, true),
            (ShiftLeft, true),
            (A, true),
            (A, false),
            (ShiftLeft, false),
            (ControlLeft, false),
        ];
        assert_eq!(chord(windows, &with_a_letter), []);
        let twice = [right, right].concat();
        assert_eq!(chord(windows, &twice).len(), 2);
    }

    #[test]
    fn ctrl_and_command_with_an_arrow_turn_it_on_a_mac() {
        let keys = Modifiers {
            ctrl: true,
            mac_cmd: true,
            command: true,
            ..Modifiers::NONE
        };
        let mut chord = Chord::default();
        let asked = chord.hear(&key(Key::ArrowLeft, true, keys), OperatingSystem::Mac);
        assert_eq!(asked, Some(Direction::RightToLeft));
        let plain = key(Key::ArrowLeft, true, Modifiers::COMMAND);
        assert_eq!(chord.hear(&plain, OperatingSystem::Mac), None);
    }
}
