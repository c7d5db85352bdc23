//! Keys to commands.
//!
//! Shortcuts come from the command table; a plain letter or digit marks with
//! a tag while the keyboard is in a page and not in a text field.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use crate::command::table::{Args, commands};
use crate::command::{Workbench, key_caps};
use crate::i18n::Messages;
use crate::model::{Id, TagKind};

/// A command with its arguments, to be run after layout.
pub(super) type Run = (&'static str, Args);

/// The commands whose keys were pressed. While `typing`, keys that a text
/// field needs for itself are left to it. Keys that write something else
/// elsewhere are a command's only while a suggestion is looked at.
pub(super) fn pressed_commands(ctx: &Context, wb: &Workbench, typing: bool) -> Vec<Run> {
    let reviewing = wb.current_suggestion().is_some() || wb.bulk_preview().is_some();
    let mut keys: Vec<(&'static str, KeyboardShortcut)> = commands()
        .flat_map(|command| command.keys.iter().map(move |keys| (command, *keys)))
        .filter(|(command, keys)| {
            let plain = belongs_to_review(*keys);
            !(typing && belongs_to_fields(*keys))
                && (!plain || (reviewing && (command.enabled)(wb)))
        })
        .map(|(command, keys)| (command.id, keys))
        .collect();
    // Egui matches Ctrl+S when Ctrl+Shift+S is pressed: try the fuller first.
    keys.sort_by_key(|(_, keys)| {
        std::cmp::Reverse(u8::from(keys.modifiers.shift) + u8::from(keys.modifiers.alt))
    });
    ctx.input_mut(|input| {
        for event in &mut input.events {
            read_by_place(event);
        }
        keys.into_iter()
            .filter(|(_, keys)| input.consume_shortcut(keys))
            .map(|(id, _)| (id, Args::None))
            .collect()
    })
}

/// On an Arabic keyboard Shift makes brackets of some letters: with Ctrl, such
/// a key is the letter that stands at its place on a Latin one. (Without Shift
/// it writes an Arabic letter, for which egui puts the Latin one itself.)
fn read_by_place(event: &mut Event) {
    let Event::Key {
        key,
        physical_key: Some(place),
        modifiers,
        ..
    } = event
    else {
        return;
    };
    let is_letter = |key: Key| {
        let name = key.name();
        name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let is_bracket = matches!(
        *key,
        Key::OpenBracket
            | Key::CloseBracket
            | Key::OpenCurlyBracket
            | Key::CloseCurlyBracket
            | Key::Comma
            | Key::Period
            | Key::Slash
            | Key::Backslash
            | Key::Quote
            | Key::Colon
            | Key::Semicolon
            | Key::Questionmark
            | Key::Pipe
    );
    if modifiers.command && modifiers.shift && is_bracket && is_letter(*place) {
        *key = *place;
    }
}

/// Keys that have a meaning of their own outside the review: letters, Enter,
/// Backspace.
fn belongs_to_review(keys: KeyboardShortcut) -> bool {
    let Modifiers { command, alt, .. } = keys.modifiers;
    let letter = keys.logical_key.name().chars().count() == 1;
    match keys.logical_key {
        Key::Enter | Key::Backspace => true,
        _ => letter && !command && !alt,
    }
}

/// Keys that mean something in a text field.
fn belongs_to_fields(keys: KeyboardShortcut) -> bool {
    let Modifiers { command, alt, .. } = keys.modifiers;
    match keys.logical_key {
        Key::Z | Key::Y | Key::C | Key::X | Key::V | Key::A => command,
        Key::Delete | Key::Backspace | Key::Enter | Key::Home | Key::End => true,
        key if key.name().chars().count() == 1 && !command && !alt => true,
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown => {
            command || alt || keys.modifiers.is_none()
        }
        _ => false,
    }
}

/// The tag whose key was pressed in a page, if any. Keys are found both by
/// the letter typed and, on an Arabic keyboard, by the place of the key.
pub(super) fn pressed_tag(ctx: &Context, wb: &Workbench) -> Option<Id> {
    let key = ctx.input_mut(|input| {
        let index = input.events.iter().position(|event| {
            matches!(
                event,
                Event::Key { pressed: true, repeat: false, modifiers, .. }
                    if !modifiers.command && !modifiers.ctrl && !modifiers.alt
            ) && tag_of(event, wb).is_some()
        })?;
        let event = input.events.remove(index);
        // The letter itself arrives as text as well; it belongs to the tag.
        input
            .events
            .retain(|event| !matches!(event, Event::Text(_)));
        Some(event)
    })?;
    tag_of(&key, wb)
}

fn tag_of(event: &Event, wb: &Workbench) -> Option<Id> {
    let Event::Key {
        key, physical_key, ..
    } = event
    else {
        return None;
    };
    let find = |name: &str| {
        wb.project()
            .tags()
            .find(|tag| {
                tag.key
                    .as_deref()
                    .is_some_and(|key| key.eq_ignore_ascii_case(name))
            })
            .map(|tag| tag.id.clone())
    };
    let number = |key: Key| {
        let digit = match key {
            Key::Num1 => 0,
            Key::Num2 => 1,
            Key::Num3 => 2,
            Key::Num4 => 3,
            Key::Num5 => 4,
            Key::Num6 => 5,
            Key::Num7 => 6,
            Key::Num8 => 7,
            Key::Num9 => 8,
            _ => return None,
        };
        wb.project()
            .tags()
            .filter(|tag| tag.kind != TagKind::Document)
            .nth(digit)
            .map(|tag| tag.id.clone())
    };
    find(key.name())
        .or_else(|| number(*key))
        .or_else(|| physical_key.and_then(|key| find(key.name()).or_else(|| number(key))))
}

/// How keys are written on caps: `Ctrl Shift Z`, in the interface's language.
pub(super) fn key_text(keys: KeyboardShortcut, messages: &Messages) -> String {
    key_caps(keys, messages).join(" ")
}
