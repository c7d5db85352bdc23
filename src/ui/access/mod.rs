//! What a screen reader is told beside what egui's own widgets tell it.
//!
//! Lives here: text as `AccessKit` wants it ([`runs`]), nodes that are no
//! widgets ([`branch`]), places in lists ([`lists`]), what is said when
//! something happens ([`announce`]). Does not live here: what a page or a
//! panel has to say, which is beside what it paints.
//!
//! Invariant: nothing is built while no screen reader listens; and every node
//! that is named (as a child, as the end of a selection) is in the same frame.

mod announce;
mod branch;
mod lists;
mod runs;

pub(super) use announce::{announce, live};
pub(super) use branch::Branch;
pub(super) use lists::{
    Member, Row, listed, rows_drawn, say_around, say_keys, say_list, say_opens_menu, say_place,
    say_switch,
};
pub(super) use runs::{Part, TextMap, runs_of};

use egui::Context;
use egui::accesskit::TextDirection;

use crate::text::Direction;

/// Whether a screen reader (or a test) listens in this frame.
pub(super) fn is_listening(ctx: &Context) -> bool {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |_| ())
        .is_some()
}

/// A rectangle of the screen, points, as `AccessKit` takes it.
pub(super) fn bounds(rect: egui::Rect) -> egui::accesskit::Rect {
    egui::accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    }
}

/// A direction as `AccessKit` takes it.
pub(super) fn text_direction(direction: Direction) -> TextDirection {
    match direction {
        Direction::RightToLeft => TextDirection::RightToLeft,
        Direction::LeftToRight => TextDirection::LeftToRight,
    }
}

/// The voice words are to be read with, as a BCP 47 tag: told by the script
/// of the first letter, which is all that a text says for certain. Latin
/// letters may be of any language.
pub(super) fn voice_of(words: &str) -> Option<&'static str> {
    words.chars().find_map(|c| match c {
        '\u{0620}'..='\u{064A}'
        | '\u{0671}'..='\u{06D3}'
        | '\u{0750}'..='\u{077F}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' => Some("ar"),
        '\u{05D0}'..='\u{05EA}' => Some("he"),
        '\u{0710}'..='\u{072F}' => Some("syr"),
        'a'..='z' | 'A'..='Z' | '\u{00C0}'..='\u{024F}' => Some("und-Latn"),
        '\u{0370}'..='\u{03FF}' => Some("el"),
        '\u{0400}'..='\u{04FF}' => Some("und-Cyrl"),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_the_first_letter_names_the_voice() {
        assert_eq!(voice_of("«2019: قال"), Some("ar"));
        assert_eq!(voice_of("٣ NATO قال"), Some("und-Latn"));
        assert_eq!(voice_of("שלום"), Some("he"));
        assert_eq!(voice_of("12 …"), None);
    }
}
