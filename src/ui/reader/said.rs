//! Who says what on the page: quotations with their speakers, as suggestions
//! in the margin.
//!
//! Lives here: reading the part of a document that is in sight for them, at
//! once where that takes no time and else in the background. Does not live
//! here: what a quotation is (`language::attribution`), and how the margin
//! draws it.
//!
//! Invariant: what is marked as a quotation already is not suggested; what a
//! change costs does not grow with the document.

use std::collections::HashMap;
use std::sync::Arc;

use egui::Context;

use crate::command::Workbench;
use crate::language::attribution::{Attribution, Kind, Named, attributions};
use crate::language::sections;
use crate::model::{Document, Span};
use crate::ui::background::Background;
use crate::ui::voices::names_within;

/// Texts no longer than this, bytes, are read where they are drawn.
const AT_ONCE: usize = 16 * 1024;
/// A section with more names than this is asked for them when marking pauses:
/// going over them takes longer than a frame has.
const MANY: usize = 1000;
/// So long a pause is one, seconds.
const PAUSE: f64 = 0.3;
/// The tag that quotations are marked with.
pub(super) const QUOTATION: &str = "quotation";

type Found = Arc<[Attribution]>;
type Names = Arc<[Named]>;
/// Changes when sections may have other names.
type Print = ((u64, usize), u64, bool);

/// A section of a document: which one of which text, and with which names.
type Reading = (usize, usize, Names, Found);

/// The quotations of the document in a reader.
#[derive(Debug)]
pub(super) struct Said {
    background: Background<Reading>,
    /// Where the text lies whose sections these are.
    text: usize,
    sections: Vec<Span>,
    /// What stands in those that were in sight, and with which names each was
    /// asked for last.
    known: HashMap<usize, Found>,
    asked: HashMap<usize, (Print, Names)>,
    calm: Calm,
}

/// When what names depend on changed last.
#[derive(Debug, Default)]
struct Calm(Option<(Print, f64)>);

impl Calm {
    /// Whether nothing changed for a while; if not, a frame comes when that is
    /// so.
    fn reached(&mut self, ctx: &Context, print: Print) -> bool {
        let now = ctx.input(|input| input.time);
        let since = match self.0 {
            Some((known, since)) if known == print => since,
            _ => {
                self.0 = Some((print, now));
                now
            }
        };
        let rest = PAUSE - (now - since);
        if rest > 0.0 {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(rest));
        }
        rest <= 0.0
    }
}

impl Default for Said {
    fn default() -> Self {
        Self {
            background: Background::new("quotations"),
            text: 0,
            sections: Vec::new(),
            known: HashMap::new(),
            asked: HashMap::new(),
            calm: Calm::default(),
        }
    }
}

impl Said {
    /// Brings what is known of the words in `sight` (bytes of the document) up
    /// to date, or begins to.
    pub(super) fn read(&mut self, ctx: &Context, wb: &Workbench, document: &Document, sight: Span) {
        for (text, section, names, found) in self.background.finished() {
            let asked = self.asked.get(&section);
            if text == self.text && asked.is_some_and(|(_, asked)| Arc::ptr_eq(asked, &names)) {
                self.known.insert(section, found);
            }
        }
        let text = document.text.as_ptr() as usize;
        if text != self.text {
            self.text = text;
            self.sections = sections(&document.text);
            self.known.clear();
            self.asked.clear();
        }
        let print = (
            wb.revision(),
            wb.suggestions_revision(),
            wb.suggestions_shown(),
        );
        for section in self.sections_at(sight) {
            let Some(part) = self.sections.get(section).copied() else {
                continue;
            };
            let asked = self.asked.get_mut(&section);
            if let Some((known, names)) = &asked {
                if *known == print {
                    continue;
                }
                if names.len() > MANY && !self.calm.reached(ctx, print) {
                    continue;
                }
            }
            let names: Names = names_within(wb, document, part).into();
            if let Some((known, before)) = asked
                && *before == names
            {
                *known = print;
                continue;
            }
            if self.background.waiting() > 1 {
                return;
            }
            self.asked.insert(section, (print, Arc::clone(&names)));
            let whole = Arc::clone(&document.text);
            let work = move || {
                let words = part.of(&whole).unwrap_or_default();
                let found = attributions(words, &names);
                let found = found.into_iter().map(|said| moved(said, part.start));
                (text, section, names, found.collect())
            };
            if part.len() <= AT_ONCE {
                self.known.insert(section, work().3);
            } else {
                self.background.ask(ctx, work);
            }
        }
    }

    fn sections_at(&self, sight: Span) -> std::ops::Range<usize> {
        let first = self
            .sections
            .partition_point(|section| section.end <= sight.start);
        let last = self
            .sections
            .partition_point(|section| section.start < sight.end);
        first..last.max(first)
    }

    /// The direct quotations that touch `sight` (bytes of the document) and
    /// are not marked.
    pub(super) fn direct(
        &self,
        wb: &Workbench,
        document: &Document,
        sight: Span,
    ) -> Vec<Attribution> {
        if self.text != document.text.as_ptr() as usize || !wb.suggestions_shown() {
            return Vec::new();
        }
        let is_marked = |said: &Attribution| {
            wb.project()
                .annotations_in(&document.id, said.quote)
                .any(|mark| mark.tag.as_str() == QUOTATION)
        };
        self.sections_at(sight)
            .filter_map(|section| self.known.get(&section))
            .flat_map(|found| {
                // Quotations may lie in one another, but none is a book.
                let first = found.partition_point(|said| said.quote.start < sight.start);
                found.get(first.saturating_sub(4)..).unwrap_or_default()
            })
            .filter(|said| said.kind == Kind::Direct && said.quote.overlaps(sight))
            .filter(|said| !is_marked(said))
            .copied()
            .collect()
    }
}

/// What was found in a part of a document that begins at `start`.
fn moved(said: Attribution, start: usize) -> Attribution {
    let by = |span: Span| Span::new(span.start + start, span.end + start);
    Attribution {
        quote: by(said.quote),
        cue: said.cue.map(by),
        speaker: said.speaker.map(by),
        ..said
    }
}
