//! How keys are written on key caps, in menus and in lists of keys.
//!
//! Invariant: one name for a key everywhere.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::i18n::Messages;

/// The caps of a shortcut in the order they are pressed, in the interface's
/// language: `Ctrl`, `Shift`, `Z`.
pub fn key_caps(keys: KeyboardShortcut, messages: &Messages) -> Vec<String> {
    let mut caps = Vec::new();
    let Modifiers {
        command,
        alt,
        shift,
        ctrl,
        ..
    } = keys.modifiers;
    if command || ctrl {
        caps.push(messages.text("key-ctrl"));
    }
    if alt {
        caps.push(messages.text("key-alt"));
    }
    if shift {
        caps.push(messages.text("key-shift"));
    }
    caps.push(match keys.logical_key {
        Key::ArrowLeft => "←".to_owned(),
        Key::ArrowRight => "→".to_owned(),
        Key::ArrowUp => "↑".to_owned(),
        Key::ArrowDown => "↓".to_owned(),
        Key::Enter => messages.text("key-enter"),
        Key::Backspace => messages.text("key-backspace"),
        Key::Delete => messages.text("key-delete"),
        Key::PageUp => messages.text("key-page-up"),
        Key::PageDown => messages.text("key-page-down"),
        Key::Home => messages.text("key-home"),
        Key::End => messages.text("key-end"),
        Key::Plus => "+".to_owned(),
        Key::Minus => "−".to_owned(),
        Key::Equals => "=".to_owned(),
        Key::Backslash => "\\".to_owned(),
        key => key.name().to_owned(),
    });
    caps
}
