//! The direction of single paragraphs: what each has, and choosing it.
//!
//! A chosen direction is part of the document's record, kept by the place of
//! the paragraph; the text stays as it is, so no offset moves. Layout asks
//! [`Document::paragraph_direction`]; this file says what a paragraph has all
//! told, and holds the commands that change it.
//!
//! Invariant: a choice that says what the letters say anyway is still kept:
//! a person made it.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::model::{ChosenDirection, Document, DocumentDirection, Edit, Span};
use crate::text::{self, Direction};

use super::table::{Args, Command, Menu, row};
use super::{CommandError, Workbench};

/// The entry of the menu.
const DIRECTION: &str = "menu-paragraph-direction";

pub(super) const COMMANDS: &[Command] = &[
    choice(
        "document.paragraph-auto",
        &[],
        |wb| has(wb, None),
        |wb, _| choose(wb, "document.paragraph-auto", None),
    )
    .group()
    .within(DIRECTION),
    choice(
        "document.paragraph-rtl",
        &[],
        |wb| has(wb, Some(ChosenDirection::RightToLeft)),
        |wb, _| {
            choose(
                wb,
                "document.paragraph-rtl",
                Some(ChosenDirection::RightToLeft),
            )
        },
    )
    .within(DIRECTION),
    choice(
        "document.paragraph-ltr",
        &[],
        |wb| has(wb, Some(ChosenDirection::LeftToRight)),
        |wb, _| {
            choose(
                wb,
                "document.paragraph-ltr",
                Some(ChosenDirection::LeftToRight),
            )
        },
    )
    .within(DIRECTION),
    row(
        "document.paragraph-turn",
        Menu::View,
        &[KeyboardShortcut::new(
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
            Key::X,
        )],
        can_choose,
        turn,
    )
    .within(DIRECTION),
];

const fn choice(
    id: &'static str,
    keys: &'static [KeyboardShortcut],
    checked: fn(&Workbench) -> bool,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    row(id, Menu::View, keys, can_choose, run).switch(checked)
}

fn can_choose(wb: &Workbench) -> bool {
    wb.can_edit() && wb.active_document().is_some()
}

/// The paragraphs (bytes, without separators) that a stretch of a text
/// touches, each with its number counted from 1. A stretch that ends where a
/// paragraph begins does not touch that one.
pub(super) fn touched(text: &str, span: Span) -> Vec<(usize, Span)> {
    text::paragraphs(text)
        .into_iter()
        .enumerate()
        .filter(|(_, paragraph)| {
            let inside = paragraph.start < span.end && span.start <= paragraph.end;
            inside || (span.is_empty() && span.start == paragraph.start)
        })
        .map(|(index, paragraph)| (index + 1, paragraph))
        .collect()
}

/// Which way a paragraph runs: as chosen for it, or for the document, or as
/// its first strong letter says, or as most of the document does.
/// `fallback` is that majority; see [`text::document_direction`].
pub fn direction_of_paragraph(
    document: &Document,
    paragraph: Span,
    fallback: Direction,
) -> Direction {
    match document.paragraph_direction(paragraph.start) {
        Some(ChosenDirection::RightToLeft) => return Direction::RightToLeft,
        Some(ChosenDirection::LeftToRight) => return Direction::LeftToRight,
        None => {}
    }
    match document.direction {
        DocumentDirection::RightToLeft => Direction::RightToLeft,
        DocumentDirection::LeftToRight => Direction::LeftToRight,
        DocumentDirection::Auto => paragraph
            .of(&document.text)
            .and_then(text::first_strong)
            .unwrap_or(fallback),
    }
}

/// The paragraphs the active reader's selection touches, with its document.
fn at_hand(wb: &Workbench) -> Option<(&Document, Vec<(usize, Span)>)> {
    let reader = wb.active_reader()?;
    let document = wb.project().document(&reader.document)?;
    Some((document, touched(&document.text, reader.selection.span())))
}

/// Whether the paragraph of the caret has this choice.
fn has(wb: &Workbench, direction: Option<ChosenDirection>) -> bool {
    let Some(reader) = wb.active_reader() else {
        return false;
    };
    let Some(document) = wb.project().document(&reader.document) else {
        return false;
    };
    // Asked for rows of a menu in every frame: no pass over the text.
    if document.paragraph_directions.is_empty() {
        return direction.is_none();
    }
    let at = document
        .text
        .floor_char_boundary(reader.selection.span().start);
    let head = document.text.get(..at).unwrap_or_default();
    let start = head
        .char_indices()
        .rev()
        .find(|(_, c)| text::is_paragraph_separator(*c))
        .map_or(0, |(index, c)| index + c.len_utf8());
    document.paragraph_direction(start) == direction
}

fn choose(
    wb: &mut Workbench,
    command: &'static str,
    direction: Option<ChosenDirection>,
) -> Result<(), CommandError> {
    let Some((before, paragraphs)) = at_hand(wb) else {
        return Ok(());
    };
    let mut after = before.clone();
    for (_, paragraph) in paragraphs {
        after.set_paragraph_direction(paragraph.start, direction);
    }
    commit(wb, command, after)
}

/// Turns every paragraph at hand the other way; one that turned back to what
/// its letters say has no choice any more.
fn turn(wb: &mut Workbench, _: &Args) -> Result<(), CommandError> {
    let Some((before, paragraphs)) = at_hand(wb) else {
        return Ok(());
    };
    let fallback = text::document_direction(&before.text);
    let mut after = before.clone();
    for (_, paragraph) in paragraphs {
        let now = direction_of_paragraph(before, paragraph, fallback);
        after.set_paragraph_direction(paragraph.start, None);
        if direction_of_paragraph(&after, paragraph, fallback) == now {
            let other = if now.is_rtl() {
                ChosenDirection::LeftToRight
            } else {
                ChosenDirection::RightToLeft
            };
            after.set_paragraph_direction(paragraph.start, Some(other));
        }
    }
    commit(wb, "document.paragraph-turn", after)
}

fn commit(wb: &mut Workbench, command: &'static str, after: Document) -> Result<(), CommandError> {
    match wb.active_document() {
        Some(before) if *before != after => {
            let before = before.clone();
            wb.commit(command, vec![Edit::change(before, after)])
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_touches_the_paragraphs_it_has_letters_of() {
        let text = "ab\ncd\n\nef";
        let numbers = |start, end| -> Vec<usize> {
            let found = touched(text, Span::new(start, end));
            found.into_iter().map(|(number, _)| number).collect()
        };
        assert_eq!(numbers(0, 2), [1]);
        assert_eq!(numbers(1, 3), [1]);
        assert_eq!(numbers(1, 4), [1, 2]);
        assert_eq!(numbers(3, 3), [2]);
        assert_eq!(numbers(6, 6), [3]);
        assert_eq!(numbers(0, 9), [1, 2, 3, 4]);
        assert_eq!(numbers(9, 9), [4]);
    }
}
