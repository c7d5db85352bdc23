//! Selecting by key: words, sentences and paragraphs, one after the other,
//! and from the smaller to what is around it.
//!
//! **Invariant:** a selection made here is never empty, and the caret stands
//! at its end in reading order.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::entities::bare_word;
use crate::language::{sentences, words};
use crate::model::Span;
use crate::text::is_paragraph_separator as is_separator;

use super::keyboard::Grown;
use super::table::{Command, Menu, row};
use super::{CommandError, Selection, Workbench};

const ALT: Modifiers = Modifiers::ALT;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const MENU: &str = "menu-select";

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

pub(super) const COMMANDS: &[Command] = &[
    row(
        "select.word",
        Menu::Edit,
        &[key(ALT, Key::Num1)],
        reads,
        |wb, _| more(wb, Unit::Word),
    )
    .within(MENU),
    row(
        "select.sentence",
        Menu::Edit,
        &[key(ALT, Key::Num2)],
        reads,
        |wb, _| more(wb, Unit::Sentence),
    )
    .within(MENU),
    row(
        "select.paragraph",
        Menu::Edit,
        &[key(ALT, Key::Num3)],
        reads,
        |wb, _| more(wb, Unit::Paragraph),
    )
    .within(MENU),
    row(
        "select.word-less",
        Menu::Edit,
        &[key(ALT_SHIFT, Key::Num1)],
        has_selection,
        |wb, _| less(wb, Unit::Word),
    )
    .within(MENU)
    .group(),
    row(
        "select.sentence-less",
        Menu::Edit,
        &[key(ALT_SHIFT, Key::Num2)],
        has_selection,
        |wb, _| less(wb, Unit::Sentence),
    )
    .within(MENU),
    row(
        "select.paragraph-less",
        Menu::Edit,
        &[key(ALT_SHIFT, Key::Num3)],
        has_selection,
        |wb, _| less(wb, Unit::Paragraph),
    )
    .within(MENU),
    row(
        "select.around",
        Menu::Edit,
        &[key(ALT, Key::ArrowUp)],
        reads,
        |wb, _| around(wb),
    )
    .within(MENU)
    .group(),
    row(
        "select.within",
        Menu::Edit,
        &[key(ALT, Key::ArrowDown)],
        |wb| !wb.keyboard.grown.is_empty() && has_selection(wb),
        |wb, _| within(wb),
    )
    .within(MENU),
];

fn reads(wb: &Workbench) -> bool {
    wb.active_document()
        .is_some_and(|document| !document.text.is_empty())
}

fn has_selection(wb: &Workbench) -> bool {
    wb.selected_text().is_some()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Word,
    Sentence,
    Paragraph,
}

impl Unit {
    /// The unit at a byte; empty where there is none.
    fn at(self, text: &str, byte: usize) -> Span {
        match self {
            Self::Word => {
                let span = words::word_at(text, byte);
                // What stands between words is none.
                let is_word = span
                    .of(text)
                    .is_some_and(|word| word.chars().any(char::is_alphanumeric));
                if is_word { span } else { Span::new(byte, byte) }
            }
            Self::Sentence => sentences::sentence_at(text, byte),
            Self::Paragraph => paragraph_at(text, byte),
        }
    }

    /// The first unit that ends after a byte.
    fn from(self, text: &str, byte: usize) -> Option<Span> {
        let mut at = byte;
        loop {
            let span = self.at(text, at);
            let is_blank = span.of(text).is_none_or(|words| words.trim().is_empty());
            if !is_blank && span.end > byte {
                return Some(span);
            }
            let next = text.get(at..)?.chars().next()?;
            at = (at + next.len_utf8()).max(if span.end > at { span.end } else { 0 });
        }
    }

    /// The last unit that begins before a byte.
    fn before(self, text: &str, byte: usize) -> Option<Span> {
        let mut at = byte;
        loop {
            let previous = text.get(..at)?.chars().next_back()?;
            at -= previous.len_utf8();
            let span = self.at(text, at);
            let is_blank = span.of(text).is_none_or(|words| words.trim().is_empty());
            if !is_blank && span.start < byte {
                return Some(span);
            }
        }
    }
}

/// The paragraph around a byte, without what ends it.
fn paragraph_at(text: &str, byte: usize) -> Span {
    let byte = text.floor_char_boundary(byte);
    let before = text.get(..byte).unwrap_or_default();
    let after = text.get(byte..).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| is_separator(*c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let end = after.find(is_separator).map_or(text.len(), |at| byte + at);
    Span::new(start, end)
}

/// Selects the unit at the caret; where something is selected, adds the rest
/// of the unit it ends in, or the next one.
fn more(wb: &mut Workbench, unit: Unit) -> Result<(), CommandError> {
    change(wb, |text, selection| {
        let span = selection.span();
        if span.is_empty() {
            return unit.from(text, span.start);
        }
        let here = unit.at(text, span.start);
        // A selection within one unit becomes that unit.
        if here.contains_span(span) && here != span && !here.is_empty() {
            return Some(here);
        }
        let next = unit.from(text, span.end)?;
        Some(Span::new(span.start, next.end))
    })
}

/// Gives back the last unit of the selection; the first one stays.
fn less(wb: &mut Workbench, unit: Unit) -> Result<(), CommandError> {
    change(wb, |text, selection| {
        let span = selection.span();
        let last = unit.before(text, span.end)?;
        let left = unit.before(text, last.start)?;
        (left.end > span.start).then(|| Span::new(span.start, left.end.min(span.end)))
    })
}

fn change(
    wb: &mut Workbench,
    wanted: impl FnOnce(&str, Selection) -> Option<Span>,
) -> Result<(), CommandError> {
    let Some((reader, document)) = wb.active_reader().zip(wb.active_document()) else {
        return Err(CommandError::message("error-no-document"));
    };
    let id = reader.id;
    if let Some(span) = wanted(&document.text, reader.selection).filter(|span| !span.is_empty()) {
        wb.select(id, Selection::over(span));
        wb.reveal(id, Span::new(span.end, span.end));
    }
    Ok(())
}

/// Selects the next larger thing around the selection: the word without its
/// clitics, the word, marks and suggestions, the sentence, the paragraph, all.
fn around(wb: &mut Workbench) -> Result<(), CommandError> {
    let Some((reader, document)) = wb.active_reader().zip(wb.active_document()) else {
        return Err(CommandError::message("error-no-document"));
    };
    let (id, before) = (reader.id, reader.selection);
    let (text, span) = (&document.text, before.span());
    let word = Unit::Word.at(text, span.start);
    let mut all = vec![
        bare_word(text, word),
        word,
        Unit::Sentence.at(text, span.start),
        Unit::Paragraph.at(text, span.start),
        Span::new(0, text.len()),
    ];
    let marks = wb.marks_shown(reader, span);
    all.extend(marks.filter_map(crate::model::Annotation::hull));
    let suggested = wb.suggestion_at(&document.id, span.start);
    all.extend(suggested.map(|suggestion| suggestion.span));
    let larger = all
        .into_iter()
        .filter(|one| one.contains_span(span) && one.len() > span.len())
        .min_by_key(|one| one.len());
    if let Some(after) = larger {
        if wb
            .keyboard
            .grown
            .last()
            .is_none_or(|last| last.after != span || last.reader != id)
        {
            wb.keyboard.grown.clear();
        }
        wb.keyboard.grown.push(Grown {
            reader: id,
            before,
            after,
        });
        wb.select(id, Selection::over(after));
    }
    Ok(())
}

/// Takes back what [`around`] did, step by step.
fn within(wb: &mut Workbench) -> Result<(), CommandError> {
    let here = wb
        .active_reader()
        .map(|reader| (reader.id, reader.selection.span()));
    match wb.keyboard.grown.pop() {
        Some(last) if here == Some((last.reader, last.after)) => {
            wb.select(last.reader, last.before);
        }
        _ => wb.keyboard.grown.clear(),
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests read known texts")]
mod tests {
    use super::*;
    use crate::command::{Args, FixedSurroundings};
    use crate::model::{Analyst, Document, Edit, History, Id, Project, Transaction};
    use crate::store::Settings;

    const TEXT: &str = "قالت هفرين خلف إن \"قسد\" باقية. ثم سكتت.\n\nوفي الرقة هدوء.";

    fn bench(text: &str) -> Workbench {
        let mut project = Project::new("test", Analyst::new(Id::new("a"), "A"));
        let document = Document::new(
            Id::new("d"),
            "d",
            text,
            "2026-01-01T00:00:00Z".parse().unwrap(),
        );
        let edits = vec![Edit::create(document)];
        let at = "2026-01-01T00:00:00Z".parse().unwrap();
        let step = Transaction::new(Id::new("t"), at, Id::new("a"), "file.open", edits);
        project.apply(&step).unwrap();
        Workbench::new(
            project,
            History::new(),
            Settings::default(),
            None,
            Box::new(FixedSurroundings::new()),
        )
    }

    fn caret(wb: &mut Workbench, before: &str) {
        let byte = TEXT.find(before).unwrap();
        let reader = wb.active_reader().unwrap().id;
        wb.select(reader, Selection::caret(byte));
    }

    fn selected(wb: &mut Workbench, command: &str) -> String {
        wb.run(command, &Args::None);
        wb.selected_text().unwrap_or_default().to_owned()
    }

    #[test]
    fn words_are_selected_one_after_the_other_and_given_back() {
        let mut wb = bench(TEXT);
        caret(&mut wb, "هفرين");
        assert_eq!(selected(&mut wb, "select.word"), "هفرين");
        assert_eq!(selected(&mut wb, "select.word"), "هفرين خلف");
        assert_eq!(selected(&mut wb, "select.word"), "هفرين خلف إن");
        assert_eq!(selected(&mut wb, "select.word"), "هفرين خلف إن \"قسد");
        assert_eq!(selected(&mut wb, "select.word-less"), "هفرين خلف إن");
        assert_eq!(selected(&mut wb, "select.word-less"), "هفرين خلف");
        assert_eq!(selected(&mut wb, "select.word-less"), "هفرين");
        assert_eq!(selected(&mut wb, "select.word-less"), "هفرين", "one stays");
    }

    #[test]
    fn sentences_and_paragraphs_too() {
        let mut wb = bench(TEXT);
        caret(&mut wb, "خلف");
        let first = "قالت هفرين خلف إن \"قسد\" باقية.";
        assert_eq!(selected(&mut wb, "select.sentence"), first);
        let both = "قالت هفرين خلف إن \"قسد\" باقية. ثم سكتت.";
        assert_eq!(selected(&mut wb, "select.sentence"), both);
        assert_eq!(selected(&mut wb, "select.sentence-less"), first);
        assert_eq!(selected(&mut wb, "select.paragraph"), both);
        assert_eq!(selected(&mut wb, "select.paragraph"), TEXT);
        assert_eq!(selected(&mut wb, "select.paragraph-less"), both);
    }

    #[test]
    fn the_selection_grows_to_what_is_around_it_and_comes_back() {
        let mut wb = bench("ذهب إلى بدمشق أمس. ثم عاد.");
        let reader = wb.active_reader().unwrap().id;
        let at = "ذهب إلى بد".len();
        wb.select(reader, Selection::caret(at));
        let steps = [
            "دمشق",
            "بدمشق",
            "ذهب إلى بدمشق أمس.",
            "ذهب إلى بدمشق أمس. ثم عاد.",
        ];
        for wanted in steps {
            assert_eq!(selected(&mut wb, "select.around"), wanted);
        }
        for wanted in steps.iter().rev().skip(1) {
            assert_eq!(selected(&mut wb, "select.within"), *wanted);
        }
        assert_eq!(selected(&mut wb, "select.within"), "");
        assert_eq!(wb.active_reader().unwrap().selection, Selection::caret(at));
    }

    #[test]
    fn nothing_is_selected_where_nothing_is() {
        for text in ["", " ", "\n\n", "، ."] {
            let mut wb = bench(text);
            for command in COMMANDS {
                for _ in 0..3 {
                    wb.run(command.id, &Args::None);
                }
            }
        }
    }
}
