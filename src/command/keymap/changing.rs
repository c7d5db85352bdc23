//! Giving commands other keys: what may be given to whom, and what stands in
//! the way.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::command::table::{Args, Command, command, commands};
use crate::command::{CommandError, Menu, Request, Workbench, key_caps};
use crate::i18n::Arg;
use crate::model::Id;

use super::{Keymap, chord, read_keys};

/// Who answers to some keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyOwner {
    /// A command of the table.
    Command(&'static str),
    /// A tag, in a page.
    Tag(Id),
}

/// Why a command cannot have some keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyRefusal {
    /// They are another command's, which can give them up.
    Command(&'static str),
    /// They mark with this tag.
    Tag(Id),
    /// 1 to 9 mark with the first tags.
    Number,
    /// Pages, lists and text fields need them.
    Needed,
    /// A letter without Ctrl or Alt marks with a tag.
    Letter,
}

/// Whether keys of this kind can be a command's at all.
pub(super) fn may_have(command: &Command, keys: KeyboardShortcut) -> Result<(), KeyRefusal> {
    let Modifiers {
        command: held,
        ctrl,
        alt,
        ..
    } = keys.modifiers;
    let with = held || ctrl || alt;
    if super::has(command.keys, keys) {
        return Ok(());
    }
    let reviews = command.menu == Menu::Review;
    let is_digit = chord::is_letter_or_digit(keys.logical_key)
        && keys
            .logical_key
            .name()
            .bytes()
            .all(|byte| byte.is_ascii_digit());
    match keys.logical_key {
        // The menu of a page or a text field.
        Key::F10 if keys.modifiers.shift => Err(KeyRefusal::Needed),
        Key::Escape | Key::Tab | Key::Copy | Key::Cut | Key::Paste => Err(KeyRefusal::Needed),
        Key::C | Key::X | Key::V if (held || ctrl) && !alt && !keys.modifiers.shift => {
            Err(KeyRefusal::Needed)
        }
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown => {
            if alt {
                Ok(())
            } else {
                Err(KeyRefusal::Needed)
            }
        }
        Key::Home | Key::End if !alt => Err(KeyRefusal::Needed),
        Key::Enter | Key::Backspace if !with && reviews => Ok(()),
        Key::PageUp | Key::PageDown | Key::Space | Key::Enter | Key::Backspace if !with => {
            Err(KeyRefusal::Needed)
        }
        _ if is_digit && !with => Err(KeyRefusal::Number),
        key if chord::is_letter_or_digit(key) && !with && !reviews => Err(KeyRefusal::Letter),
        key if chord::is_letter_or_digit(key) => Ok(()),
        Key::Delete | Key::Insert => Ok(()),
        key if with || is_far(key) => Ok(()),
        _ => Err(KeyRefusal::Needed),
    }
}

/// Keys that write nothing and that not every keyboard has.
fn is_far(key: Key) -> bool {
    let name = key.name();
    name.starts_with("Browser")
        || name.starts_with("Media")
        || name
            .strip_prefix('F')
            .is_some_and(|number| number.parse::<u8>().is_ok())
}

impl Workbench {
    /// The keys of every command.
    pub fn keymap(&self) -> &Keymap {
        &self.keyboard.keymap
    }

    /// Who answers to these keys now.
    pub fn key_owner(&self, keys: KeyboardShortcut) -> Option<KeyOwner> {
        self.keymap()
            .owner(keys)
            .map(KeyOwner::Command)
            .or_else(|| self.tag_of_keys(keys).map(KeyOwner::Tag))
    }

    /// The command that answers to the key of a tag, while a suggestion is
    /// looked at: such a key should not be given to a tag.
    pub fn command_of_tag_key(&self, key: &str) -> Option<&'static str> {
        let keys = read_keys(key).filter(|keys| keys.modifiers.is_none())?;
        self.keymap().owner(keys)
    }

    /// The tag that these keys mark with.
    fn tag_of_keys(&self, keys: KeyboardShortcut) -> Option<Id> {
        let Modifiers {
            command, ctrl, alt, ..
        } = keys.modifiers;
        if command || ctrl || alt {
            return None;
        }
        self.tag_of_key(keys.logical_key.name())
    }

    /// What stands in the way of giving a command these keys.
    pub fn key_refusal(&self, id: &str, keys: KeyboardShortcut) -> Option<KeyRefusal> {
        let command = command(id)?;
        if let Err(refusal) = may_have(command, keys) {
            return Some(refusal);
        }
        match self.key_owner(keys) {
            Some(KeyOwner::Command(other)) if other != command.id => {
                Some(KeyRefusal::Command(other))
            }
            Some(KeyOwner::Tag(tag)) => Some(KeyRefusal::Tag(tag)),
            _ => None,
        }
    }

    /// The sentence that says so.
    pub fn key_refusal_text(&self, keys: KeyboardShortcut, refusal: &KeyRefusal) -> String {
        let messages = self.messages();
        let caps = Arg::from(key_caps(keys, messages).join(" "));
        match refusal {
            KeyRefusal::Command(other) => messages.format(
                "keys-refused-command",
                &[
                    ("keys", caps),
                    ("command", Arg::from(messages.command_title(other))),
                ],
            ),
            KeyRefusal::Tag(tag) => {
                let name = self
                    .project()
                    .tag(tag)
                    .map_or("", |tag| tag.name(messages.language().code()));
                messages.format(
                    "keys-refused-tag",
                    &[("keys", caps), ("tag", Arg::from(name))],
                )
            }
            KeyRefusal::Number => messages.text("keys-refused-number"),
            KeyRefusal::Needed => messages.format("keys-refused-needed", &[("keys", caps)]),
            KeyRefusal::Letter => messages.format("keys-refused-letter", &[("keys", caps)]),
        }
    }

    /// Gives a command these keys beside those it has.
    pub fn add_keys(&mut self, id: &str, keys: KeyboardShortcut) -> Result<(), KeyRefusal> {
        if let Some(refusal) = self.key_refusal(id, keys) {
            return Err(refusal);
        }
        let Some(command) = command(id) else {
            return Ok(());
        };
        let mut all = self.keymap().keys(id).to_vec();
        if !super::has(&all, keys) {
            all.push(keys);
            self.set_keys(command.id, all);
        }
        Ok(())
    }

    /// Gives a command these keys, which another one loses.
    pub fn take_keys(&mut self, id: &str, keys: KeyboardShortcut) -> Result<(), KeyRefusal> {
        if let Some(KeyRefusal::Command(other)) = self.key_refusal(id, keys) {
            self.remove_keys(other, keys);
        }
        self.add_keys(id, keys)
    }

    /// Takes keys from a command.
    pub fn remove_keys(&mut self, id: &str, keys: KeyboardShortcut) {
        if let Some(command) = command(id) {
            let mut left = self.keymap().keys(id).to_vec();
            left.retain(|own| !chord::same(*own, keys));
            self.set_keys(command.id, left);
        }
    }

    /// Gives a command the keys it has by the table. What another command has
    /// of them stays with that; the first such is the answer.
    pub fn default_keys(&mut self, id: &str) -> Result<(), (KeyboardShortcut, KeyRefusal)> {
        let Some(command) = command(id) else {
            return Ok(());
        };
        let mut refused = None;
        let mut keys = Vec::new();
        for own in command.keys {
            match self.key_refusal(id, *own) {
                None => keys.push(*own),
                Some(refusal) => refused = refused.or(Some((*own, refusal))),
            }
        }
        self.set_keys(command.id, keys);
        refused.map_or(Ok(()), Err)
    }

    /// Says which keys of the settings are of no use: they are left out.
    pub(in crate::command) fn tell_useless_keys(&mut self, useless: &[String]) {
        if let Some(first) = useless.first() {
            let text = self.messages().format(
                "toast-useless-keys",
                &[
                    ("count", Arg::from(useless.len())),
                    ("first", Arg::from(first)),
                ],
            );
            self.notify(crate::command::NoticeKind::Problem, text);
        }
    }

    fn set_keys(&mut self, id: &'static str, keys: Vec<KeyboardShortcut>) {
        self.keyboard.keymap.set(id, keys);
        self.keep_keys();
    }

    /// Keys that were chosen are not lost with the power.
    fn keep_keys(&mut self) {
        let keymap = self.keyboard.keymap.clone();
        keymap.keep_in(&mut self.settings_mut().extra);
        let path = self.places.as_ref().map(crate::store::Places::settings);
        if let Some(path) = path
            && let Err(error) = self.settings_to_keep().save(&path)
        {
            self.report(&error.into());
        }
    }
}

/// `help.shortcuts`: shows the sheet; told `command = keys, keys`, gives a
/// command these keys and no others, and with nothing after the sign those of
/// the table.
pub(in crate::command) fn change(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let Args::Text(text) = args else {
        wb.request(Request::ShowShortcuts);
        return Ok(());
    };
    let (id, wanted) = text.split_once('=').unwrap_or((text, ""));
    let Some(command) = command(id.trim()) else {
        return Err(CommandError::message("error-no-such-command"));
    };
    if wanted.trim().is_empty() {
        return wb.default_keys(command.id).or_else(|(keys, refusal)| {
            let text = wb.key_refusal_text(keys, &refusal);
            wb.notify(crate::command::NoticeKind::Problem, text);
            Ok(())
        });
    }
    let mut keys = Vec::new();
    for one in wanted.split(',') {
        let Some(read) = read_keys(one) else {
            return Err(CommandError::message("error-no-such-keys"));
        };
        if let Some(refusal) = wb.key_refusal(command.id, read) {
            let text = wb.key_refusal_text(read, &refusal);
            wb.notify(crate::command::NoticeKind::Problem, text);
            return Ok(());
        }
        if !super::has(&keys, read) {
            keys.push(read);
        }
    }
    wb.set_keys(command.id, keys);
    Ok(())
}

/// `help.default-keys`: every command has the keys of the table again.
pub(in crate::command) fn default_all(wb: &mut Workbench) {
    for command in commands() {
        wb.keyboard.keymap.set(command.id, command.keys.to_vec());
    }
    wb.keep_keys();
    let text = wb.messages().text("toast-default-keys");
    wb.notify(crate::command::NoticeKind::Done, text);
}
