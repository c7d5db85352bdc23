//! The rows of the sheet of keys: every command under its menu, then the keys
//! that are no command's, then those of tags.

use crate::command::table::{Command, commands};
use crate::command::{Menu, Workbench, name_fits};
use crate::i18n::{Language, Messages};
use crate::model::Id;
use crate::ui::keys::{all_keys_of, tag_key};
use crate::ui::panels::{marking_tags, tag_name};

/// Keys that pages and lists have for themselves: what they do, and the keys
/// as they are engraved or the message that names them.
const FIXED: [(&str, &str); 12] = [
    ("shortcuts-move-letter", "← →"),
    ("shortcuts-move-word", "Ctrl ← →"),
    ("shortcuts-move-line", "↑ ↓"),
    ("shortcuts-move-line-ends", "Home End"),
    ("shortcuts-move-document-ends", "Ctrl Home End"),
    ("shortcuts-extend-selection", "Shift"),
    ("shortcuts-page-menu", "Shift F10"),
    ("shortcuts-marks-walk", "← → ↑ ↓"),
    ("shortcuts-marks-actions", "key-enter"),
    ("shortcuts-marks-leave", "Esc"),
    ("shortcuts-parts-things", "Tab"),
    ("shortcuts-tags-numbers", "1 … 9"),
];

/// What is done with the mouse.
const MOUSE: [(&str, &str); 5] = [
    ("shortcuts-select-text", "shortcuts-drag"),
    ("shortcuts-select-word", "shortcuts-double-click"),
    ("shortcuts-select-sentence", "shortcuts-triple-click"),
    ("shortcuts-extend-selection", "shortcuts-shift-click"),
    ("shortcuts-zoom", "shortcuts-ctrl-wheel"),
];

/// A row of the sheet.
#[derive(Clone, Debug)]
pub(super) enum SheetRow {
    /// The title of what follows.
    Heading(String),
    /// A command, whose keys can be changed.
    Command(&'static Command),
    /// Something with keys of its own.
    Fixed(String, String),
    /// A tag, whose key stands in the codebook.
    Tag(Id),
}

impl SheetRow {
    /// Whether the keys of the list come to it.
    pub(super) fn is_stop(&self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// The rows that hold all words of the query, in names of either language or
/// in keys.
pub(super) fn rows(wb: &Workbench, query: &str) -> Vec<SheetRow> {
    let messages = wb.messages();
    let others: Vec<Messages> = Language::ALL
        .into_iter()
        .filter(|language| *language != messages.language())
        .map(Messages::new)
        .collect();
    let in_all = |id: &str| {
        let mut names = vec![messages.text(id)];
        names.extend(others.iter().map(|messages| messages.text(id)));
        names
    };
    let mut all = Vec::new();
    for menu in Menu::ALL {
        let under: Vec<SheetRow> = commands()
            .filter(|command| command.menu == menu)
            .filter(|command| {
                let mut names = in_all(&command.message());
                names.extend(all_keys_of(wb, command.id));
                name_fits(query, &names)
            })
            .map(SheetRow::Command)
            .collect();
        push(&mut all, messages.text(menu.message()), under);
    }
    let named = |keys: &str| {
        if messages.has(keys) {
            messages.text(keys)
        } else {
            keys.to_owned()
        }
    };
    for (title, rows) in [
        ("shortcuts-caret", FIXED.as_slice()),
        ("shortcuts-mouse", MOUSE.as_slice()),
    ] {
        let under = rows
            .iter()
            .map(|(id, keys)| (in_all(id), named(keys)))
            .filter(|(names, keys)| {
                let mut words = names.clone();
                words.push(keys.clone());
                name_fits(query, &words)
            })
            .map(|(names, keys)| {
                SheetRow::Fixed(names.into_iter().next().unwrap_or_default(), keys)
            })
            .collect();
        push(&mut all, messages.text(title), under);
    }
    let tags = marking_tags(wb)
        .filter(|tag| {
            let mut words: Vec<String> = tag.names.values().cloned().collect();
            words.push(tag_name(wb, tag).to_owned());
            words.push(tag_key(wb, tag));
            name_fits(query, &words)
        })
        .map(|tag| SheetRow::Tag(tag.id.clone()))
        .collect();
    push(&mut all, messages.text("shortcuts-tags"), tags);
    all
}

fn push(all: &mut Vec<SheetRow>, title: String, rows: Vec<SheetRow>) {
    if !rows.is_empty() {
        all.push(SheetRow::Heading(title));
        all.extend(rows);
    }
}
