//! One shortcut: as it is written in the settings, and whether it is what was
//! pressed.

use egui::{Key, KeyboardShortcut, Modifiers};

/// How keys are written in the settings: `Ctrl+Shift+PageDown`.
pub fn written_keys(keys: KeyboardShortcut) -> String {
    let Modifiers {
        command,
        ctrl,
        alt,
        shift,
        ..
    } = keys.modifiers;
    let mut text = String::new();
    for (held, name) in [(command || ctrl, "Ctrl+"), (alt, "Alt+"), (shift, "Shift+")] {
        if held {
            text.push_str(name);
        }
    }
    text.push_str(keys.logical_key.name());
    text
}

/// The keys that are written so; none where that is no key. Case and spaces
/// do not matter.
pub fn read_keys(text: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut rest = text.trim();
    while let Some((first, after)) = rest.split_once('+').filter(|(_, after)| !after.is_empty()) {
        let wanted = match first.trim().to_ascii_lowercase().as_str() {
            "ctrl" | "control" | "cmd" | "command" => Modifiers::COMMAND,
            "alt" | "option" => Modifiers::ALT,
            "shift" => Modifiers::SHIFT,
            _ => return None,
        };
        modifiers = modifiers.plus(wanted);
        rest = after.trim_start();
    }
    let key = Key::from_name(rest)
        .or_else(|| Key::from_name(&rest.to_ascii_uppercase()))
        .or_else(|| {
            let mut keys = Key::ALL.iter();
            keys.find(|key| key.name().eq_ignore_ascii_case(rest))
                .copied()
        })?;
    Some(KeyboardShortcut::new(modifiers, key))
}

/// The shortcut that was pressed, as it is given to a command: by the letter
/// or digit that stands at the place of the key where it writes a sign (Shift
/// with a digit, or with a letter of an Arabic keyboard). None for Shift, Ctrl
/// and Alt alone.
pub fn pressed_keys(
    key: Key,
    place: Option<Key>,
    modifiers: Modifiers,
) -> Option<KeyboardShortcut> {
    let alone = matches!(
        key,
        Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
    );
    if alone {
        return None;
    }
    let mut held = Modifiers {
        command: modifiers.command || modifiers.ctrl,
        alt: modifiers.alt,
        shift: modifiers.shift,
        ..Modifiers::NONE
    };
    let by_place = place.filter(|place| is_sign(key) && is_letter_or_digit(*place));
    if by_place.is_none() && is_sign(key) {
        held.shift = false;
    }
    Some(KeyboardShortcut::new(held, by_place.unwrap_or(key)))
}

/// Whether two shortcuts are the same keys.
pub(super) fn same(a: KeyboardShortcut, b: KeyboardShortcut) -> bool {
    let held = |m: Modifiers| (m.command || m.ctrl, m.alt, m.shift);
    a.logical_key == b.logical_key && held(a.modifiers) == held(b.modifiers)
}

/// Whether `own` is this key with these modifiers. Shift counts for nothing
/// with a sign that may need it to be written (`+`).
pub(super) fn is_by_sign(own: KeyboardShortcut, key: Key, modifiers: Modifiers) -> bool {
    let held = own.modifiers;
    own.logical_key == key
        && (held.command || held.ctrl) == (modifiers.command || modifiers.ctrl)
        && held.alt == modifiers.alt
        && (held.shift == modifiers.shift || (!held.shift && is_sign(key)))
}

/// Whether the key writes a Latin letter or a digit.
pub(super) fn is_letter_or_digit(key: Key) -> bool {
    let name = key.name().as_bytes();
    matches!(name, [one] if one.is_ascii_alphanumeric())
}

/// Whether the key writes a sign that is neither letter nor digit.
fn is_sign(key: Key) -> bool {
    matches!(
        key,
        Key::Plus
            | Key::Minus
            | Key::Equals
            | Key::Colon
            | Key::Comma
            | Key::Period
            | Key::Semicolon
            | Key::Backslash
            | Key::Slash
            | Key::Pipe
            | Key::Questionmark
            | Key::Exclamationmark
            | Key::OpenBracket
            | Key::CloseBracket
            | Key::OpenCurlyBracket
            | Key::CloseCurlyBracket
            | Key::Backtick
            | Key::Quote
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_as_it_is_written() {
        for key in Key::ALL {
            for bits in 0..8_u8 {
                let modifiers = Modifiers {
                    command: bits & 1 != 0,
                    alt: bits & 2 != 0,
                    shift: bits & 4 != 0,
                    ..Modifiers::NONE
                };
                let keys = KeyboardShortcut::new(modifiers, *key);
                assert_eq!(read_keys(&written_keys(keys)), Some(keys), "{key:?}");
            }
        }
    }

    #[test]
    fn hands_write_keys_in_many_ways() {
        let wanted = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::K);
        for text in ["Ctrl+Shift+K", "shift+ctrl+k", " Control + Shift + K "] {
            assert_eq!(read_keys(text), Some(wanted), "{text}");
        }
        let plus = KeyboardShortcut::new(Modifiers::COMMAND, Key::Plus);
        assert_eq!(read_keys("Ctrl++"), Some(plus));
        assert_eq!(read_keys("pagedown").unwrap().logical_key, Key::PageDown);
        for bad in ["", "+", "Ctrl+", "Hyper+K", "Ctrl+Banana", "Ctrl+ك"] {
            assert!(
                read_keys(bad).is_none_or(|keys| keys.modifiers.is_none()),
                "{bad}"
            );
        }
    }
}
