//! What fields take from the window around them: the words of their menu and
//! the habits of the person, put there once for all fields.
//!
//! Invariant: a field without these works; it only has no menu.

use std::sync::Arc;

use egui::{Context, Id, Key, KeyboardShortcut, Modifiers};

use crate::command::key_caps;
use crate::i18n::{Language, Messages};

/// Characters a menu offers: the message that names each, the character that
/// is put in or before the selection, and the one after it.
pub(super) const CHARACTERS: [(&str, char, Option<char>); 9] = [
    ("field-insert-zwnj", '\u{200C}', None),
    ("field-insert-zwj", '\u{200D}', None),
    ("field-insert-nbsp", '\u{00A0}', None),
    ("field-insert-rlm", '\u{200F}', None),
    ("field-insert-lrm", '\u{200E}', None),
    ("field-insert-alm", '\u{061C}', None),
    ("field-insert-rli", '\u{2067}', Some('\u{2069}')),
    ("field-insert-lri", '\u{2066}', Some('\u{2069}')),
    ("field-insert-fsi", '\u{2068}', Some('\u{2069}')),
];

/// A row's title and keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    pub(super) title: String,
    pub(super) keys: String,
}

/// What fields share.
#[derive(Clone, Debug)]
pub struct FieldManners {
    language: Language,
    /// Whether Left and Right go on and back in the order of reading.
    pub(super) reading_order: bool,
    pub(super) undo: Row,
    pub(super) redo: Row,
    pub(super) cut: Row,
    pub(super) copy: Row,
    pub(super) paste: Row,
    pub(super) delete: Row,
    pub(super) select_all: Row,
    pub(super) direction: String,
    pub(super) automatic: String,
    pub(super) right_to_left: String,
    pub(super) left_to_right: String,
    pub(super) turn: Row,
    pub(super) insert: String,
    pub(super) characters: Vec<String>,
}

fn id() -> Id {
    Id::unique("hashiya.field-manners")
}

impl FieldManners {
    /// Gives all fields of the window their words and habits.
    pub fn install(ctx: &Context, messages: &Messages, reading_order: bool) {
        let known = Self::get(ctx).is_some_and(|known| {
            known.language == messages.language() && known.reading_order == reading_order
        });
        if !known {
            let manners = Arc::new(Self::new(messages, reading_order));
            ctx.data_mut(|data| data.insert_temp(id(), manners));
        }
    }

    pub(super) fn get(ctx: &Context) -> Option<Arc<Self>> {
        ctx.data(|data| data.get_temp(id()))
    }

    fn new(messages: &Messages, reading_order: bool) -> Self {
        let row = |message: &str, modifiers: Modifiers, key: Option<Key>| Row {
            title: messages.text(message),
            keys: key.map_or_else(String::new, |key| {
                key_caps(KeyboardShortcut::new(modifiers, key), messages).join(" ")
            }),
        };
        let ctrl = Modifiers::COMMAND;
        let shift = ctrl.plus(Modifiers::SHIFT);
        Self {
            language: messages.language(),
            reading_order,
            undo: row("command-edit-undo", ctrl, Some(Key::Z)),
            redo: row("command-edit-redo", shift, Some(Key::Z)),
            cut: row("field-cut", ctrl, Some(Key::X)),
            copy: row("command-edit-copy", ctrl, Some(Key::C)),
            paste: row("field-paste", ctrl, Some(Key::V)),
            delete: row("field-delete", Modifiers::NONE, Some(Key::Delete)),
            select_all: row("command-edit-select-all", ctrl, Some(Key::A)),
            direction: messages.text("field-direction"),
            automatic: messages.text("inspector-direction-auto"),
            right_to_left: messages.text("status-direction-rtl"),
            left_to_right: messages.text("status-direction-ltr"),
            turn: row("field-turn", shift, Some(Key::X)),
            insert: messages.text("field-insert"),
            characters: CHARACTERS
                .iter()
                .map(|(message, ..)| messages.text(message))
                .collect(),
        }
    }
}
