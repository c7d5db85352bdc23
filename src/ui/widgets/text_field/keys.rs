//! What the keyboard, the clipboard and the input method ask of a field.

use egui::os::OperatingSystem;
use egui::{Event, ImeEvent, Key, Modifiers};

use super::buffer::Buffer;
use super::column::{Column, Movement};
use crate::model::Span;
use crate::text::{Affinity, Caret, Direction};
use crate::ui::direction_keys::Chord;

/// What an event led to beyond the buffer.
#[derive(Default)]
pub(super) struct Outcome {
    /// The caret or the text changed.
    pub(super) touched: bool,
    /// Text for the clipboard.
    pub(super) copied: Option<String>,
    /// Enter in a field of one line.
    pub(super) submitted: bool,
    /// The clipboard's text is wanted.
    pub(super) wants_paste: bool,
}

/// What an input method is composing.
#[derive(Clone, Debug, Default)]
pub(super) struct Preedit {
    pub(super) text: String,
    /// Byte of the text where the method's own caret stands.
    pub(super) caret: usize,
    /// Bytes the method works on now: the clause that is being converted.
    pub(super) active: Option<Span>,
}

/// The state events act on.
pub(super) struct Editor<'a> {
    pub(super) buffer: &'a mut Buffer,
    pub(super) preedit: &'a mut Option<Preedit>,
    /// Where up and down want to go, points; kept between such keys.
    pub(super) goal_x: &'a mut Option<f32>,
    pub(super) multiline: bool,
    pub(super) editable: bool,
    /// Whether Left and Right go on and back in the order of reading.
    pub(super) reading_order: bool,
    /// The direction chosen for the field.
    pub(super) direction: &'a mut Option<Direction>,
    /// The keys of a change of direction that are down.
    pub(super) chord: &'a mut Chord,
    pub(super) system: OperatingSystem,
}

impl Editor<'_> {
    /// Acts on one event. `column` lays out a text; it is only asked for
    /// movements.
    pub(super) fn handle(&mut self, event: &Event, column: &dyn Fn(&str) -> Column) -> Outcome {
        let mut outcome = Outcome::default();
        if let Some(direction) = self.chord.hear(event, self.system) {
            *self.direction = Some(direction);
            outcome.touched = true;
            return outcome;
        }
        match event {
            Event::Copy => outcome.copied = self.copy(),
            Event::Cut => self.cut(&mut outcome),
            Event::Paste(text) if self.editable => {
                let text = fitting(text, self.multiline);
                self.buffer.insert(&text);
                outcome.touched = true;
            }
            Event::Text(text)
                if self.editable && !text.is_empty() && text != "\n" && text != "\r" =>
            {
                let text = fitting(text, self.multiline);
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

    fn cut(&mut self, outcome: &mut Outcome) {
        outcome.copied = self.copy();
        if self.editable && outcome.copied.is_some() {
            self.buffer.insert("");
            outcome.touched = true;
        }
    }

    fn copy(&self) -> Option<String> {
        Some(self.buffer.selected())
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
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
                // What is selected stays in the text until something takes its
                // place: a composition that is given up leaves it there.
                let byte = |count: usize| {
                    let found = text.char_indices().nth(count);
                    found.map_or(text.len(), |(byte, _)| byte)
                };
                let active = active_range_chars
                    .as_ref()
                    .map(|range| Span::new(byte(range.start), byte(range.end)));
                *self.preedit = (!text.is_empty()).then(|| Preedit {
                    text: text.clone(),
                    caret: active.map_or(text.len(), |active| active.end),
                    active: active.filter(|active| !active.is_empty()),
                });
                outcome.touched = true;
            }
            ImeEvent::Commit(text) => {
                let composing = self.preedit.take().is_some();
                if text == "\n" || text == "\r" || text.is_empty() && !composing {
                    return;
                }
                let text = fitting(text, self.multiline);
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
            Key::X if modifiers.command && modifiers.shift => self.turn(column),
            Key::Insert if modifiers.command => {
                outcome.copied = self.copy();
                outcome.touched = false;
            }
            Key::Insert if modifiers.shift && self.editable => {
                outcome.wants_paste = true;
                outcome.touched = false;
            }
            Key::Delete if modifiers.shift && !word => self.cut(outcome),
            Key::Backspace if self.editable && word => self.buffer.delete_word_backward(),
            Key::Backspace if self.editable => self.buffer.delete_backward(),
            Key::Delete if self.editable && word => self.buffer.delete_word_forward(),
            Key::Delete if self.editable => self.buffer.delete_forward(),
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

    /// Turns the field the other way.
    pub(super) fn turn(&mut self, column: &dyn Fn(&str) -> Column) {
        *self.direction = Some(match column(self.buffer.text()).direction() {
            Direction::RightToLeft => Direction::LeftToRight,
            Direction::LeftToRight => Direction::RightToLeft,
        });
    }

    fn go(&mut self, movement: Movement, extend: bool, column: &dyn Fn(&str) -> Column) {
        let column = column(self.buffer.text());
        let caret = self.buffer.caret();
        let selection = self.buffer.selection();
        let movement = match movement {
            Movement::Left | Movement::Right if self.reading_order => {
                if (movement == Movement::Left) == column.runs_rtl(caret) {
                    Movement::Forward
                } else {
                    Movement::Back
                }
            }
            other => other,
        };
        if !extend && !selection.is_empty() {
            match movement {
                Movement::Forward => return self.buffer.place(Caret::after(selection.end), false),
                Movement::Back => return self.buffer.place(Caret::before(selection.start), false),
                _ => {}
            }
        }
        let sideways = matches!(movement, Movement::Left | Movement::Right);
        if sideways
            && extend
            && let Some((near, far)) = column.letter_beside(caret, movement == Movement::Left)
        {
            // Where two directions meet, the letter beside the caret is taken,
            // not the other end of its run.
            let anchor = if selection.is_empty() {
                near.byte
            } else {
                self.buffer.anchor()
            };
            self.buffer.select_to(anchor, far);
            return;
        }
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

/// A field of one line takes line breaks as spaces.
pub(super) fn fitting(text: &str, multiline: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if multiline {
        text
    } else {
        text.trim_end_matches('\n')
            .replace(['\n', '\u{2028}', '\u{2029}', '\u{85}'], " ")
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
