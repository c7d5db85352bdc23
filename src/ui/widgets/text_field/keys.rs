//! What the keyboard, the clipboard and the input method ask of a field.

use egui::{Event, ImeEvent, Key, Modifiers};

use super::buffer::Buffer;
use super::column::{Column, Movement};
use crate::text::Affinity;
use crate::text::Caret;

/// What an event led to beyond the buffer.
#[derive(Default)]
pub(super) struct Outcome {
    /// The caret or the text changed.
    pub(super) touched: bool,
    /// Text for the clipboard.
    pub(super) copied: Option<String>,
    /// Enter in a field of one line.
    pub(super) submitted: bool,
}

/// What an input method is composing.
#[derive(Clone, Debug, Default)]
pub(super) struct Preedit {
    pub(super) text: String,
    /// Byte of the text where the method's own caret stands.
    pub(super) caret: usize,
}

/// The state events act on.
pub(super) struct Editor<'a> {
    pub(super) buffer: &'a mut Buffer,
    pub(super) preedit: &'a mut Option<Preedit>,
    /// Where up and down want to go, points; kept between such keys.
    pub(super) goal_x: &'a mut Option<f32>,
    pub(super) multiline: bool,
    pub(super) editable: bool,
}

impl Editor<'_> {
    /// Acts on one event. `column` lays out a text; it is only asked for
    /// movements.
    pub(super) fn handle(&mut self, event: &Event, column: &dyn Fn(&str) -> Column) -> Outcome {
        let mut outcome = Outcome::default();
        match event {
            Event::Copy => outcome.copied = self.copy(),
            Event::Cut => {
                outcome.copied = self.copy();
                if self.editable && outcome.copied.is_some() {
                    self.buffer.insert("");
                    outcome.touched = true;
                }
            }
            Event::Paste(text) if self.editable => {
                let text = self.fitting(text);
                self.buffer.insert(&text);
                outcome.touched = true;
            }
            Event::Text(text)
                if self.editable && !text.is_empty() && text != "\n" && text != "\r" =>
            {
                let text = self.fitting(text);
                self.buffer.insert(&text);
                outcome.touched = true;
            }
            Event::Ime(event) if self.editable => self.compose(event, &mut outcome),
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => {
                self.key(*key, *modifiers, column, &mut outcome);
            }
            _ => {}
        }
        if outcome.touched
            && !matches!(
                event,
                Event::Key {
                    key: Key::ArrowUp | Key::ArrowDown,
                    ..
                }
            )
        {
            *self.goal_x = None;
        }
        outcome
    }

    fn copy(&self) -> Option<String> {
        Some(self.buffer.selected())
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// A field of one line takes line breaks as spaces.
    fn fitting(&self, text: &str) -> String {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if self.multiline {
            text
        } else {
            text.trim_end_matches('\n').replace('\n', " ")
        }
    }

    fn compose(&mut self, event: &ImeEvent, outcome: &mut Outcome) {
        match event {
            ImeEvent::Preedit {
                text,
                active_range_chars,
            } => {
                if text == "\n" || text == "\r" || text.is_empty() && self.preedit.is_none() {
                    return;
                }
                if !self.buffer.selection().is_empty() {
                    self.buffer.insert("");
                }
                let chars = active_range_chars.as_ref().map(|range| range.end);
                let caret = chars
                    .and_then(|count| text.char_indices().nth(count))
                    .map_or(text.len(), |(byte, _)| byte);
                *self.preedit = (!text.is_empty()).then(|| Preedit {
                    text: text.clone(),
                    caret,
                });
                outcome.touched = true;
            }
            ImeEvent::Commit(text) => {
                let composing = self.preedit.take().is_some();
                if text == "\n" || text == "\r" || text.is_empty() && !composing {
                    return;
                }
                let text = self.fitting(text);
                self.buffer.insert(&text);
                outcome.touched = true;
            }
            ImeEvent::DeleteSurrounding {
                before_chars,
                after_chars,
            } => {
                self.buffer.delete_around(*before_chars, *after_chars);
                outcome.touched = true;
            }
            #[allow(deprecated, reason = "egui still sends them and asks to ignore them")]
            ImeEvent::Enabled | ImeEvent::Disabled => {}
        }
    }

    fn key(
        &mut self,
        key: Key,
        modifiers: Modifiers,
        column: &dyn Fn(&str) -> Column,
        outcome: &mut Outcome,
    ) {
        // What is being composed is edited by the input method.
        if self.preedit.is_some() {
            return;
        }
        outcome.touched = true;
        let word = modifiers.ctrl || modifiers.alt;
        match key {
            Key::A if modifiers.command => self.buffer.select_all(),
            Key::Z if modifiers.command && modifiers.shift && self.editable => {
                self.buffer.redo();
            }
            Key::Z if modifiers.command && self.editable => {
                self.buffer.undo();
            }
            Key::Y if modifiers.command && self.editable => {
                self.buffer.redo();
            }
            Key::Backspace if self.editable && word => self.buffer.delete_word_backward(),
            Key::Backspace if self.editable => self.buffer.delete_backward(),
            Key::Delete if self.editable && word => self.buffer.delete_word_forward(),
            Key::Delete if self.editable && !modifiers.shift => self.buffer.delete_forward(),
            Key::Enter if self.multiline && self.editable && !modifiers.command => {
                self.buffer.insert("\n");
            }
            Key::Enter => {
                outcome.touched = false;
                outcome.submitted = true;
            }
            _ => match movement(key, word, modifiers) {
                Some(movement) => self.go(movement, modifiers.shift, column),
                None => outcome.touched = false,
            },
        }
    }

    fn go(&mut self, movement: Movement, extend: bool, column: &dyn Fn(&str) -> Column) {
        let column = column(self.buffer.text());
        let caret = self.buffer.caret();
        let selection = self.buffer.selection();
        let sideways = matches!(movement, Movement::Left | Movement::Right);
        if sideways && !extend && !selection.is_empty() {
            // The end of the selection that lies on that side of the page.
            let ends = [
                Caret {
                    byte: selection.start,
                    affinity: Affinity::Downstream,
                },
                Caret {
                    byte: selection.end,
                    affinity: Affinity::Upstream,
                },
            ];
            let [start, end] = ends.map(|caret| column.caret_rect(caret));
            let same_line = (start.top() - end.top()).abs() < 1.0;
            let start_is_left = if same_line {
                start.left() <= end.left()
            } else {
                column.direction() == crate::text::Direction::LeftToRight
            };
            let to_start = start_is_left == (movement == Movement::Left);
            self.buffer
                .place(if to_start { ends[0] } else { ends[1] }, false);
            return;
        }
        let goal = *self
            .goal_x
            .get_or_insert_with(|| column.caret_rect(caret).left());
        let target = column.moved(caret, movement, goal);
        self.buffer.place(target, extend);
    }
}

fn movement(key: Key, word: bool, modifiers: Modifiers) -> Option<Movement> {
    Some(match key {
        Key::ArrowLeft if modifiers.mac_cmd => Movement::LineStart,
        Key::ArrowRight if modifiers.mac_cmd => Movement::LineEnd,
        Key::ArrowLeft if word => Movement::WordLeft,
        Key::ArrowRight if word => Movement::WordRight,
        Key::ArrowLeft => Movement::Left,
        Key::ArrowRight => Movement::Right,
        Key::ArrowUp => Movement::Up,
        Key::ArrowDown => Movement::Down,
        Key::Home if modifiers.command => Movement::TextStart,
        Key::End if modifiers.command => Movement::TextEnd,
        Key::Home => Movement::LineStart,
        Key::End => Movement::LineEnd,
        _ => return None,
    })
}
