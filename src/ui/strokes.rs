//! One stroke a frame.
//!
//! On a slow machine the keys of half a second arrive together. What a key
//! does depends on what the one before it did: letters after the key that
//! opens a list belong to the list, Enter belongs to what all letters before
//! it found. So a frame is given one stroke, and the rest waits for the next.
//!
//! Lives here: where the events of a frame end. Not here: what keys do.
//!
//! **Invariant:** no event is lost and none overtakes another.

use std::collections::VecDeque;

use egui::{Event, Key};

/// More strokes than this are not held back: whatever sends them (a hanging
/// key, a program) is not a person who looks at what happens.
const MOST: usize = 256;

/// Events that wait for the next frame.
#[derive(Debug, Default)]
pub(super) struct Strokes {
    waiting: VecDeque<Event>,
}

impl Strokes {
    /// Leaves in `events` those of one frame. `typing` says whether a text
    /// field has the keyboard: it takes letters in any number at once.
    pub(super) fn cut(&mut self, typing: bool, events: &mut Vec<Event>) {
        self.waiting.extend(events.drain(..));
        if self.waiting.len() > MOST {
            events.extend(self.waiting.drain(..));
            return;
        }
        let mut first: Option<Stroke> = None;
        while let Some(event) = self.waiting.front() {
            let stroke = Stroke::of(event, typing);
            match (&first, stroke) {
                (Some(first), Some(stroke)) if !first.goes_with(&stroke) => return,
                (None, stroke) => first = stroke,
                _ => {}
            }
            events.extend(self.waiting.pop_front());
        }
    }

    /// Whether there is something for the next frame.
    pub(super) fn are_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }
}

/// What a person does with one finger.
#[derive(Debug, PartialEq)]
enum Stroke {
    /// A letter into a field.
    Letter,
    /// A key that does something; whether it is the same held down.
    Key(Key, bool),
    /// A button of the mouse, the clipboard, a word of an input method.
    Other,
}

impl Stroke {
    fn of(event: &Event, typing: bool) -> Option<Self> {
        match event {
            Event::Key {
                key,
                pressed: true,
                repeat,
                modifiers,
                ..
            } => {
                let letter = typing
                    && !modifiers.command
                    && !modifiers.ctrl
                    && !modifiers.alt
                    && !goes_on(*key);
                Some(if letter {
                    Self::Letter
                } else {
                    Self::Key(*key, *repeat)
                })
            }
            Event::PointerButton { pressed: true, .. }
            | Event::Copy
            | Event::Cut
            | Event::Paste(_) => Some(Self::Other),
            _ => None,
        }
    }

    /// Whether both may come in one frame: letters of a word, and a key that is
    /// held down.
    fn goes_with(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Letter, Self::Letter) => true,
            (Self::Key(key, _), Self::Key(same, true)) => key == same,
            _ => false,
        }
    }
}

/// Whether a key in a field may do more than write: choose among what was
/// found, go on, leave.
fn goes_on(key: Key) -> bool {
    matches!(
        key,
        Key::Enter
            | Key::Tab
            | Key::Escape
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::Insert
    ) || (key.name().starts_with('F') && key.name().len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, repeat: bool, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat,
            modifiers,
        }
    }

    /// A key with the letter it types, pressed and let go.
    fn typed(letter: Key) -> Vec<Event> {
        let up = Event::Key {
            key: letter,
            physical_key: None,
            pressed: false,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let down = key(letter, false, Modifiers::NONE);
        vec![down, Event::Text(letter.name().to_lowercase()), up]
    }

    /// The events of frame after frame; a field has the keyboard from the
    /// frame `typing` on.
    fn frames(events: &[Event], typing: usize) -> Vec<Vec<Event>> {
        let mut strokes = Strokes::default();
        let mut coming = events.to_vec();
        let mut frames = Vec::new();
        loop {
            let mut now = std::mem::take(&mut coming);
            strokes.cut(frames.len() >= typing, &mut now);
            frames.push(now);
            if !strokes.are_waiting() {
                return frames;
            }
        }
    }

    #[test]
    fn letters_after_the_key_that_opens_a_field_go_into_it_and_enter_comes_last() {
        let mut events = vec![key(Key::P, false, Modifiers::COMMAND)];
        events.extend([Key::A, Key::R, Key::Space].into_iter().flat_map(typed));
        events.push(key(Key::Enter, false, Modifiers::NONE));
        let frames = frames(&events, 1);
        let lengths: Vec<usize> = frames.iter().map(Vec::len).collect();
        assert_eq!(lengths, [1, 9, 1]);
        assert_eq!(frames.concat(), events);
    }

    #[test]
    fn without_a_field_each_key_has_its_frame_but_a_held_one() {
        let mut events: Vec<Event> = [Key::L, Key::J].into_iter().flat_map(typed).collect();
        events.push(key(Key::ArrowLeft, false, Modifiers::NONE));
        events.extend((0..9).map(|_| key(Key::ArrowLeft, true, Modifiers::NONE)));
        let frames = frames(&events, usize::MAX);
        let lengths: Vec<usize> = frames.iter().map(Vec::len).collect();
        assert_eq!(lengths, [3, 3, 10]);
        assert_eq!(frames.concat(), events);
    }

    #[test]
    fn a_flood_is_not_held_back() {
        let events: Vec<Event> = (0..300).flat_map(|_| typed(Key::A)).collect();
        assert_eq!(frames(&events, usize::MAX), [events]);
    }
}
