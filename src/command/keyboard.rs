//! What hands on the keyboard have set and left behind: the keys of commands,
//! what the arrows walk, what was chosen lately.
//!
//! **Invariant:** nothing of it belongs to the project.

use crate::model::Span;
use crate::store::Settings;

use super::finder::Finder;
use super::keymap::Keymap;
use super::{ReaderId, Selection};

/// What the arrow keys go by in a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Walk {
    /// Letters and lines.
    #[default]
    Letters,
    /// From mark to mark.
    Marks,
}

/// A selection that was made larger, and what it was before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grown {
    pub(super) reader: ReaderId,
    pub(super) before: Selection,
    pub(super) after: Span,
}

/// The keyboard's part of the workbench.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    pub(super) keymap: Keymap,
    pub(super) walk: Walk,
    /// The steps back from a selection that grew.
    pub(super) grown: Vec<Grown>,
    /// What is found by typing.
    pub(super) finder: Finder,
}

impl Keyboard {
    /// As the settings say, and what in them is of no use.
    pub(super) fn of_settings(settings: &Settings) -> (Self, Vec<String>) {
        let (keymap, useless) = Keymap::of_settings(&settings.extra);
        let keyboard = Self {
            keymap,
            finder: Finder::of_settings(&settings.extra),
            ..Self::default()
        };
        (keyboard, useless)
    }
}
