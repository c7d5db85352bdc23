//! Keys to commands.
//!
//! Shortcuts come from the workbench's keymap; a plain letter or digit marks with
//! a tag while the keyboard is in a page and not in a text field.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use crate::command::table::{Args, command};
use crate::command::{Workbench, key_caps};
use crate::i18n::Messages;
use crate::model::{Id, Tag};

/// A command with its arguments, to be run after layout.
pub(super) type Run = (&'static str, Args);

/// The commands whose keys were pressed. While `typing`, keys that a text
/// field needs for itself are left to it. Keys that write something else
/// elsewhere are a command's only while a suggestion is looked at.
pub(super) fn pressed_commands(ctx: &Context, wb: &Workbench, typing: bool) -> Vec<Run> {
    let mac = ctx.os().is_mac();
    let reviewing = wb.current_suggestion().is_some() || wb.bulk_preview().is_some();
    let allowed = |id: &'static str, keys: KeyboardShortcut| {
        !(typing && (belongs_to_fields(keys) || mac && writes_with_alt(keys)))
            && (!belongs_to_review(keys)
                || (reviewing && command(id).is_some_and(|command| (command.enabled)(wb))))
    };
    ctx.input_mut(|input| {
        let mut run: Vec<Run> = Vec::new();
        let mut writes = false;
        input.events.retain_mut(|event| {
            read_by_place(event);
            let Event::Key {
                key,
                physical_key,
                pressed: true,
                repeat,
                modifiers,
            } = event
            else {
                return true;
            };
            let meant = wb.keymap().meant(*key, *physical_key, *modifiers, allowed);
            if let Some(id) = meant {
                // A key held down does not turn a switch to and fro.
                let switch = command(id).is_some_and(|command| command.checked.is_some());
                if !(*repeat && switch) {
                    run.push((id, Args::None));
                }
                writes |= !modifiers.command && !modifiers.ctrl;
            }
            meant.is_none()
        });
        if writes {
            // The letter itself, which comes as text as well, is spent.
            input
                .events
                .retain(|event| !matches!(event, Event::Text(_)));
        }
        run
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
        // What is selected in the page stays while something is written.
        key if alt && !command && key.name().bytes().all(|byte| byte.is_ascii_digit()) => true,
        key if key.name().chars().count() == 1 && !command && !alt => true,
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown => {
            command || alt || keys.modifiers.is_none()
        }
        _ => false,
    }
}

/// Keys that write a sign on a Mac: Option with a letter or digit.
fn writes_with_alt(keys: KeyboardShortcut) -> bool {
    let Modifiers { command, alt, .. } = keys.modifiers;
    alt && !command && keys.logical_key.name().chars().count() == 1
}

/// The tag whose key was pressed in a page, if any. Keys are found both by
/// the letter typed and, on an Arabic keyboard, by the place of the key.
pub(super) fn pressed_tag(ctx: &Context, wb: &Workbench) -> Option<Id> {
    if let Some(tag) = written_tag(ctx, wb) {
        return Some(tag);
    }
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

/// The tag whose key is the letter that was written, where that is no Latin
/// one: a key of an Arabic keyboard that somebody gave to a tag.
fn written_tag(ctx: &Context, wb: &Workbench) -> Option<Id> {
    ctx.input_mut(|input| {
        let held = input.modifiers;
        if held.command || held.ctrl || held.alt {
            return None;
        }
        let tag = input.events.iter().find_map(|event| match event {
            Event::Text(text) if !text.is_ascii() => wb.tag_of_key(text),
            _ => None,
        })?;
        input
            .events
            .retain(|event| !matches!(event, Event::Text(_) | Event::Key { pressed: true, .. }));
        Some(tag)
    })
}

fn tag_of(event: &Event, wb: &Workbench) -> Option<Id> {
    let Event::Key {
        key, physical_key, ..
    } = event
    else {
        return None;
    };
    wb.tag_of_key(key.name())
        .or_else(|| wb.tag_of_key(physical_key.as_ref()?.name()))
}

/// How keys are written on caps: `Ctrl Shift Z`, in the interface's language.
pub(super) fn key_text(keys: KeyboardShortcut, messages: &Messages) -> String {
    key_caps(keys, messages).join(" ")
}

/// The keys of a command that menus show; empty for one without any.
pub(super) fn keys_of(wb: &Workbench, id: &str) -> String {
    wb.keymap()
        .first(id)
        .map(|keys| key_text(keys, wb.messages()))
        .unwrap_or_default()
}

/// All keys of a command.
pub(super) fn all_keys_of(wb: &Workbench, id: &str) -> Vec<String> {
    let keys = wb.keymap().keys(id).iter();
    keys.map(|keys| key_text(*keys, wb.messages())).collect()
}

/// The key or number that marks with a tag; empty for a tag without any.
pub(super) fn tag_key(wb: &Workbench, tag: &Tag) -> String {
    tag.key.clone().unwrap_or_else(|| {
        let number = wb
            .marking_tags()
            .take(9)
            .position(|other| other.id == tag.id);
        number.map_or_else(String::new, |index| (index + 1).to_string())
    })
}
