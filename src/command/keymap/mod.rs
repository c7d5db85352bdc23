//! Which keys run which command: the table's own, changed by a person.
//!
//! Lives here: the map itself ([`Keymap`]), keys as they are written in the
//! settings and matched with what was pressed ([`chord`]), and changing them
//! ([`changing`]). Does not live here: key caps ([`super::caps`]) and hearing
//! keys (`ui::keys`).
//!
//! **Invariant:** no two commands have the same keys, and what the settings
//! say of commands that are not known survives.

mod changing;
mod chord;

use std::collections::BTreeMap;

use egui::{Key, KeyboardShortcut, Modifiers};
use serde_json::{Map, Value};

use super::table::{command, commands};

pub use changing::{KeyOwner, KeyRefusal};
pub(in crate::command) use changing::{change, default_all};
pub use chord::{pressed_keys, read_keys, written_keys};

/// What the settings file calls the changed keys.
const SETTING: &str = "keys";

/// The keys of every command.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    keys: BTreeMap<&'static str, Vec<KeyboardShortcut>>,
    /// What the settings say of commands that this version does not know.
    unknown: Map<String, Value>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            keys: commands()
                .map(|command| (command.id, command.keys.to_vec()))
                .collect(),
            unknown: Map::new(),
        }
    }
}

impl Keymap {
    /// The keys of a command, the first shown in menus; none for a command
    /// that is not in the table.
    pub fn keys(&self, id: &str) -> &[KeyboardShortcut] {
        self.keys.get(id).map_or(&[], Vec::as_slice)
    }

    /// The keys shown in menus.
    pub fn first(&self, id: &str) -> Option<KeyboardShortcut> {
        self.keys(id).first().copied()
    }

    /// Whether a command has other keys than the table gives it.
    pub fn is_changed(&self, id: &str) -> bool {
        command(id).is_some_and(|command| !same_keys(self.keys(id), command.keys))
    }

    /// Whether any command has.
    pub fn is_any_changed(&self) -> bool {
        commands().any(|command| self.is_changed(command.id))
    }

    /// The command that has these keys.
    pub fn owner(&self, keys: KeyboardShortcut) -> Option<&'static str> {
        self.keys
            .iter()
            .find(|(_, own)| own.iter().any(|own| chord::same(*own, keys)))
            .map(|(id, _)| *id)
    }

    /// The command that is meant by what was pressed, among those that
    /// `allowed` lets be: by the sign the key writes or, where that is no
    /// Latin letter or digit, by the place of the key, so that shortcuts work
    /// on an Arabic keyboard too.
    pub fn meant(
        &self,
        key: Key,
        place: Option<Key>,
        modifiers: Modifiers,
        allowed: impl Fn(&'static str, KeyboardShortcut) -> bool,
    ) -> Option<&'static str> {
        let find = |fits: &dyn Fn(KeyboardShortcut) -> bool| {
            self.keys
                .iter()
                .flat_map(|(id, keys)| keys.iter().map(move |keys| (*id, *keys)))
                .find(|(id, keys)| fits(*keys) && allowed(id, *keys))
                .map(|(id, _)| id)
        };
        find(&|own| chord::is_by_sign(own, key, modifiers)).or_else(|| {
            let place = place.filter(|_| !chord::is_letter_or_digit(key))?;
            find(&|own| chord::is_by_sign(own, place, modifiers))
        })
    }

    pub(super) fn set(&mut self, id: &'static str, keys: Vec<KeyboardShortcut>) {
        self.keys.insert(id, keys);
    }

    /// The map that the settings describe, and what in them is of no use: as
    /// `command: keys`. A command with such keys keeps those that are of use,
    /// or has its own.
    pub(super) fn of_settings(settings: &Map<String, Value>) -> (Self, Vec<String>) {
        let mut map = Self::default();
        let mut useless = Vec::new();
        let changed = match settings.get(SETTING) {
            None | Some(Value::Null) => return (map, useless),
            Some(Value::Object(changed)) => changed,
            Some(other) => {
                useless.push(format!("{SETTING}: {other}"));
                return (map, useless);
            }
        };
        let mut given: Vec<(&'static str, Vec<KeyboardShortcut>)> = Vec::new();
        for (id, value) in changed {
            let Some(command) = command(id) else {
                map.unknown.insert(id.clone(), value.clone());
                continue;
            };
            let Some(list) = value.as_array() else {
                useless.push(format!("{id}: {value}"));
                continue;
            };
            let mut keys = Vec::new();
            for one in list {
                let read = one
                    .as_str()
                    .and_then(read_keys)
                    .filter(|keys| changing::may_have(command, *keys).is_ok())
                    .filter(|keys| !given.iter().any(|(_, other)| has(other, *keys)));
                match read {
                    Some(read) if !has(&keys, read) => keys.push(read),
                    Some(_) => {}
                    None => useless.push(format!("{id}: {one}")),
                }
            }
            // Nothing of a list was of use: as if it were not there.
            if !keys.is_empty() || list.is_empty() {
                given.push((command.id, keys));
            }
        }
        // What a person chose goes before what a later version brought.
        for keys in map.keys.values_mut() {
            keys.retain(|own| !given.iter().any(|(_, chosen)| has(chosen, *own)));
        }
        for (id, keys) in given {
            map.set(id, keys);
        }
        (map, useless)
    }

    /// Writes what differs from the table into the settings.
    pub(super) fn keep_in(&self, settings: &mut Map<String, Value>) {
        let mut changed = self.unknown.clone();
        for command in commands().filter(|command| self.is_changed(command.id)) {
            let keys = self.keys(command.id).iter();
            let keys = keys.map(|keys| Value::from(written_keys(*keys))).collect();
            changed.insert(command.id.to_owned(), Value::Array(keys));
        }
        if changed.is_empty() {
            settings.remove(SETTING);
        } else {
            settings.insert(SETTING.to_owned(), Value::Object(changed));
        }
    }
}

/// Whether these keys are among `all`.
fn has(all: &[KeyboardShortcut], keys: KeyboardShortcut) -> bool {
    all.iter().any(|own| chord::same(*own, keys))
}

fn same_keys(a: &[KeyboardShortcut], b: &[KeyboardShortcut]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| chord::same(*a, *b))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use serde_json::json;

    use super::*;

    fn settings(keys: &Value) -> Map<String, Value> {
        [(SETTING.to_owned(), keys.clone())].into_iter().collect()
    }

    fn any(_: &'static str, _: KeyboardShortcut) -> bool {
        true
    }

    #[test]
    fn what_is_changed_survives_the_settings_and_nothing_else_is_written() {
        let mut map = Keymap::default();
        let mut kept = Map::new();
        map.keep_in(&mut kept);
        assert!(kept.is_empty());
        let keys = read_keys("Ctrl+Alt+F12").unwrap();
        map.set("annotation.next", vec![keys]);
        map.keep_in(&mut kept);
        assert_eq!(
            kept,
            settings(&json!({"annotation.next": ["Ctrl+Alt+F12"]}))
        );
        assert_eq!(Keymap::of_settings(&kept), (map, vec![]));
    }

    #[test]
    fn commands_of_other_versions_keep_their_keys() {
        let kept = settings(&json!({"moon.fly": ["Ctrl+Alt+F12"], "edit.undo": []}));
        let (map, useless) = Keymap::of_settings(&kept);
        assert!(useless.is_empty());
        assert!(map.keys("edit.undo").is_empty() && map.is_changed("edit.undo"));
        let mut again = Map::new();
        map.keep_in(&mut again);
        assert_eq!(again, kept);
    }

    #[test]
    fn what_is_no_key_is_told_and_the_command_keeps_its_own() {
        for bad in [
            json!("loud"),
            json!({"edit.undo": "Ctrl+Z"}),
            json!({"edit.undo": ["Ctrl+Banana", 7]}),
            json!({"edit.undo": ["P"]}),
            json!({"edit.undo": ["Left"]}),
        ] {
            let (map, useless) = Keymap::of_settings(&settings(&bad));
            assert!(!useless.is_empty(), "{bad}");
            assert_eq!(map, Keymap::default(), "{bad}");
        }
        // One of two is of use; and two commands cannot have the same.
        let (map, useless) = Keymap::of_settings(&settings(&json!({
            "edit.redo": ["Ctrl+Alt+F11", "Ctrl++"],
            "edit.undo": ["Ctrl+Alt+F11", "Ctrl+Alt+F12"],
        })));
        assert_eq!(useless.len(), 1);
        assert_eq!(
            map.owner(read_keys("Ctrl+Alt+F11").unwrap()),
            Some("edit.redo")
        );
        assert_eq!(map.keys("edit.undo").len(), 1);
    }

    #[test]
    fn a_chosen_key_is_taken_from_the_command_that_has_it_by_the_table() {
        let (map, useless) = Keymap::of_settings(&settings(&json!({"edit.find": ["Ctrl+Z"]})));
        assert!(useless.is_empty());
        assert_eq!(map.owner(read_keys("Ctrl+Z").unwrap()), Some("edit.find"));
        assert!(map.keys("edit.undo").is_empty());
    }

    #[test]
    fn keys_are_found_by_their_sign_and_on_an_arabic_keyboard_by_their_place() {
        let map = Keymap::default();
        let ctrl = Modifiers::COMMAND;
        let shift = ctrl.plus(Modifiers::SHIFT);
        let meant = |key, place, modifiers| map.meant(key, place, modifiers, any);
        assert_eq!(meant(Key::S, Some(Key::S), ctrl), Some("file.save"));
        assert_eq!(meant(Key::S, None, shift), Some("file.save-as"));
        // On an Arabic keyboard Shift makes a bracket of D.
        assert_eq!(
            meant(Key::OpenBracket, Some(Key::D), shift),
            Some("view.documents")
        );
        // Shift with the key of a digit writes another sign on most keyboards.
        assert_eq!(
            meant(
                Key::Exclamationmark,
                Some(Key::Num1),
                Modifiers::ALT.plus(Modifiers::SHIFT)
            ),
            Some("select.word-less")
        );
        // A French keyboard writes A where Q is: never the command of Q.
        assert_eq!(meant(Key::A, Some(Key::Q), ctrl), Some("edit.select-all"));
        assert_eq!(meant(Key::X, Some(Key::Q), ctrl), None);
        // Plus is written with Shift on most keyboards.
        assert_eq!(
            meant(Key::Plus, Some(Key::Equals), shift),
            Some("view.zoom-in")
        );
        // Alt makes another key of it.
        assert_eq!(meant(Key::Z, None, ctrl.plus(Modifiers::ALT)), None);
    }
}
