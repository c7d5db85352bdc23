//! Linked scrolling: pages that follow the one that a person moves.
//!
//! Lives here: where the other pages go. Does not live here: which paragraphs
//! stand for which, and where things are mentioned (command).
//!
//! Where a page stands is taken at a line of its window that goes down with
//! the page: at the top of the window at the top of the document, at the
//! bottom at its end. So both ends of every page are reached, and the way
//! there and back is the same. When the caret moves by keys, the line of the
//! caret counts instead.
//!
//! Invariant: only a page that a person has moved leads; what follows never
//! leads, so that nothing swings. A page that nobody moves stays where it is.

use std::collections::BTreeMap;

use crate::command::{LinkedScroll, Reader, ReaderId, Workbench};
use crate::text::{Affinity, Caret, TextEngine};
use crate::ui::within::within;

use super::ReaderView;
use super::flow::Flow;

/// How far around the line a mention is looked for, as a part of the window.
const AROUND: f32 = 0.5;

/// What the readers keep of one another between frames.
#[derive(Debug, Default)]
pub(in crate::ui) struct Link {
    /// The mention the others stand at: whose, and which byte.
    mention: Option<(ReaderId, usize)>,
    /// How they were linked.
    how: LinkedScroll,
}

/// What a person did to a page in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Moved {
    /// The page was scrolled.
    pub(super) scrolled: bool,
    /// The caret was moved by a key: its height in the window, points.
    pub(super) caret: Option<f32>,
}

impl Link {
    /// Lets the others follow the page a person has moved, if any; whether a
    /// page has moved.
    pub(in crate::ui) fn follow(
        &mut self,
        wb: &Workbench,
        views: &mut BTreeMap<ReaderId, ReaderView>,
        engine: &mut TextEngine,
    ) -> bool {
        let moved: Vec<(ReaderId, Moved)> = views
            .iter_mut()
            .map(|(id, view)| (*id, std::mem::take(&mut view.moved)))
            .filter(|(_, moved)| *moved != Moved::default())
            .collect();
        let how = wb.look().link;
        let fresh = self.how != how;
        self.how = how;
        if how == LinkedScroll::Off {
            self.mention = None;
            return false;
        }
        let active = wb.active_reader().map(|reader| reader.id);
        let leads = moved
            .iter()
            .find(|(id, _)| Some(*id) == active)
            .or(moved.first())
            .copied();
        // Just linked: the others come to where the active one is.
        let leads = leads.or(active.filter(|_| fresh).map(|id| (id, Moved::default())));
        let Some((id, moved)) = leads else {
            return false;
        };
        let (Some(reader), Some(leader)) = (wb.reader(id), views.remove(&id)) else {
            return false;
        };
        let mut any = false;
        if let Some(flow) = &leader.flow {
            let height = leader.height;
            let part = flow.progress(height).map_or(0.0, |(at, _)| at);
            let line = moved.caret.unwrap_or(part as f32 * height);
            let lead = Lead {
                wb,
                reader,
                flow,
                height,
                part,
                line,
            };
            any = match how {
                LinkedScroll::Off => false,
                LinkedScroll::Position => moved.caret.is_none() || moved.scrolled,
                LinkedScroll::Paragraph => true,
                LinkedScroll::Entity => self.next_mention(&lead, fresh),
            };
            if any {
                for (other, view) in views.iter_mut() {
                    if let Some(follower) = wb.reader(*other) {
                        lead.bring(follower, view, engine, how, self.mention);
                    }
                }
            }
        }
        views.insert(id, leader);
        any
    }

    /// Whether another mention is nearest to the line now.
    fn next_mention(&mut self, lead: &Lead<'_>, fresh: bool) -> bool {
        let next = lead.mention().map(|byte| (lead.reader.id, byte));
        let differs = next.is_some() && (next != self.mention || fresh);
        if next.is_some() {
            self.mention = next;
        }
        differs
    }
}

/// The page that leads.
struct Lead<'a> {
    wb: &'a Workbench,
    reader: &'a Reader,
    flow: &'a Flow,
    /// Height of its window, points.
    height: f32,
    /// How far through the document it is, 0 to 1.
    part: f64,
    /// The line that counts, points below the top of the window.
    line: f32,
}

impl Lead<'_> {
    /// The mention nearest to the line that the other documents have too.
    fn mention(&self) -> Option<usize> {
        let mentions = self.wb.mentions_in(&self.reader.document);
        let others: Vec<_> = self
            .wb
            .readers()
            .iter()
            .filter(|reader| reader.id != self.reader.id)
            .map(|reader| self.wb.mentions_in(&reader.document))
            .collect();
        let reach = self.height * AROUND;
        let from = self.flow.byte_at((self.line - reach).max(0.0));
        let to = self.flow.byte_at((self.line + reach).min(self.height));
        let end = self.flow.end_of(to);
        let near = |at: usize| {
            self.flow
                .height_of_byte(at)
                .map_or(f32::INFINITY, |y| (y - self.line).abs())
        };
        mentions
            .within(from, end)
            .iter()
            .filter(|(at, _)| near(*at).is_finite())
            .filter(|(_, name)| others.iter().any(|other| !other.of(name).is_empty()))
            .map(|(at, _)| *at)
            .min_by(|a, b| near(*a).total_cmp(&near(*b)))
    }

    /// Brings another page to where this one stands.
    fn bring(
        &self,
        follower: &Reader,
        view: &mut ReaderView,
        engine: &mut TextEngine,
        how: LinkedScroll,
        mention: Option<(ReaderId, usize)>,
    ) {
        let height = view.height;
        let Some(flow) = &mut view.flow else {
            return;
        };
        match how {
            LinkedScroll::Off => {}
            LinkedScroll::Position => flow.go_to_part(engine, self.part, height),
            LinkedScroll::Paragraph => {
                let aligned = self.wb.aligned(&self.reader.document, &follower.document);
                let byte = self.flow.byte_at(self.line);
                let stretches =
                    aligned.and_then(|aligned| aligned.stretch(aligned.group_at(byte)?));
                if let Some((here, there)) = stretches {
                    let part = self.flow.part_of(here, self.line);
                    // Windows of different height have the line at the same
                    // part of it.
                    let line = self.line * height / self.height.max(1.0);
                    flow.put(engine, (there, part), line, height);
                }
            }
            LinkedScroll::Entity => {
                let place = mention.and_then(|(_, byte)| self.counterpart(byte, follower));
                if let Some((from, to)) = place {
                    let y = self.flow.height_of_byte(from).unwrap_or(self.line);
                    let y = y * height / self.height.max(1.0);
                    flow.put_byte(engine, to, within(y, 0.0, height * 0.9), height);
                }
            }
        }
    }

    /// The mention here at `byte`, and that of the same thing in the other
    /// document at the most similar part of it.
    fn counterpart(&self, byte: usize, follower: &Reader) -> Option<(usize, usize)> {
        let project = self.wb.project();
        let length = |id| project.document(id).map_or(1, |d| d.text.len().max(1)) as f64;
        let mentions = self.wb.mentions_in(&self.reader.document);
        let others = self.wb.mentions_in(&follower.document);
        let part = byte as f64 / length(&self.reader.document);
        let wanted = part * length(&follower.document);
        mentions
            .within(byte, byte)
            .iter()
            .flat_map(|(_, name)| others.of(name))
            .min_by(|a, b| {
                let away = |at: usize| (at as f64 - wanted).abs();
                away(**a).total_cmp(&away(**b))
            })
            .map(|to| (byte, *to))
    }
}

/// The height of the caret in the window, points.
pub(super) fn caret_height(flow: &mut Flow, engine: &mut TextEngine, byte: usize) -> Option<f32> {
    let caret = Caret {
        byte,
        affinity: Affinity::Downstream,
    };
    flow.caret_rect(engine, caret).map(|rect| rect.y0)
}
