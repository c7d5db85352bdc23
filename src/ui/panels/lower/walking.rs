//! Walking through the rows of a long list by keys, also to rows that are not
//! made yet.
//!
//! Invariant: the arrows are taken from egui only while a row of the list has
//! the keyboard; it finds its way among drawn widgets only.

use egui::{FocusDirection, Key, Modifiers, Response, Ui};

/// Where the keyboard is in a list, by row.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The row with the keyboard when the list was last drawn.
    focused: Option<usize>,
    /// The row that is to have it.
    wanted: Option<usize>,
}

impl Walk {
    /// The row a key leads to, and whether the rows between are meant too.
    /// To be called before the rows are drawn; `seen` is how many are in
    /// sight.
    /// Rows that are no stops are passed over.
    pub(super) fn step(
        &mut self,
        ui: &Ui,
        count: usize,
        seen: usize,
        is_stop: impl Fn(usize) -> bool,
    ) -> Option<(usize, bool)> {
        let at = self.focused.take()?;
        let last = count.checked_sub(1)?;
        let (to, extends) = ui.input_mut(|input| {
            let shift = input.modifiers.shift;
            let mut pressed = |key| {
                let with = if shift {
                    Modifiers::SHIFT
                } else {
                    Modifiers::NONE
                };
                input.consume_key(with, key)
            };
            let to = if pressed(Key::ArrowDown) {
                at + 1
            } else if pressed(Key::ArrowUp) {
                at.saturating_sub(1)
            } else if pressed(Key::PageDown) {
                at + seen.max(1)
            } else if pressed(Key::PageUp) {
                at.saturating_sub(seen.max(1))
            } else if pressed(Key::Home) {
                0
            } else if pressed(Key::End) {
                last
            } else {
                return None;
            };
            Some((to.min(last), shift))
        })?;
        let to = if to > at {
            (to..=last).find(|row| is_stop(*row)).unwrap_or(at)
        } else {
            (0..=to).rev().find(|row| is_stop(*row)).unwrap_or(at)
        };
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        self.wanted = Some(to);
        self.focused = Some(at);
        Some((to, extends))
    }

    /// The row that has to be in sight.
    pub(super) fn reveal(&self) -> Option<usize> {
        self.wanted
    }

    /// To be called for every row that is drawn.
    pub(super) fn drawn(&mut self, index: usize, response: &Response) {
        if self.wanted == Some(index) {
            response.request_focus();
            self.wanted = None;
            self.focused = Some(index);
        } else if response.has_focus() && self.wanted.is_none() {
            self.focused = Some(index);
        }
    }
}
