//! The mouse in a page: caret, words, sentences, dragging, what a click
//! chooses. The handles of a mark are in [`super::handles`].

use egui::{CursorIcon, Event, Key, PointerButton, Pos2, Response, Ui, pos2};

use crate::command::Selection;
use crate::entities::bare_word;
use crate::language::{sentences, words};
use crate::model::{Id, Span};
use crate::text::{self, Caret, Point};
use crate::ui::action::Action;
use crate::ui::paint::point_reach;

use super::suggested::{self, Chosen};
use super::under::{length_of, marks_under, near};
use super::{Column, Page, ReaderView, TOP_MARGIN, beyond};

/// Presses closer than this in time (seconds) and place (points) are one
/// double or triple click.
const CLICK_TIME: f64 = 0.4;
const CLICK_REACH: f32 = 5.0;
/// A drag whose pointer left the window and was not heard of since scrolls on
/// for so long, seconds.
const UNHEARD: f64 = 3.0;
/// A press that moves less than this is a click, points.
const STILL: f32 = 2.0;

/// What a drag selects by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Grapheme,
    Word,
    Sentence,
}

/// A drag in progress.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Drag {
    /// Selecting, by unit, from what the press selected.
    Select {
        unit: Unit,
        origin: Span,
        anchor: Caret,
    },
    /// Moving a border of a mark's span.
    Border {
        mark: Id,
        index: usize,
        start: bool,
        span: Span,
    },
}

/// The last press, to count double and triple clicks.
#[derive(Clone, Debug, Default)]
pub(super) struct Press {
    time: f64,
    pos: Pos2,
    count: u8,
    /// The word the last double click selected whole, while the pointer rests.
    word: Option<Span>,
    /// The mark that was chosen before, by a press at this place.
    chosen: Option<Id>,
}

/// What presses and drags act on, borrowed for one frame.
pub(super) struct Hand<'a, 'b> {
    pub(super) view: &'a mut ReaderView,
    pub(super) column: &'a mut Column<'b>,
    pub(super) page: Page<'a>,
    pub(super) actions: &'a mut Vec<Action>,
    /// Whether a dragged border keeps to words.
    pub(super) by_words: bool,
}

impl Hand<'_, '_> {
    /// Handles presses and drags in the page, event by event: a quick hand
    /// presses, moves and lets go within one frame.
    pub(super) fn handle(&mut self, ui: &Ui, response: &Response) {
        let (events, now, shift) =
            ui.input(|input| (input.events.clone(), input.time, input.modifiers.shift));
        let before = self.page.reader.selection;
        let before_drag = matches!(self.view.drag, Some(Drag::Select { .. }));
        let mut selection = before;
        let mut chosen = None;
        self.view.let_go_by_key = false;
        for event in &events {
            match *event {
                Event::PointerButton {
                    pos,
                    button: PointerButton::Primary,
                    pressed: true,
                    ..
                } if self.page.rects.page.contains(pos)
                    && ui.ctx().layer_id_at(pos) == Some(response.layer_id)
                    && !self.on_scroll_bar(ui, pos) =>
                {
                    response.request_focus();
                    self.actions.push(Action::Activate(self.page.reader.id));
                    selection = self.press(pos, now, shift, selection);
                    // A double click selects; it does not choose as well.
                    chosen = None;
                }
                Event::PointerMoved(pos) => {
                    // Moves outside the window come only while the button is
                    // held. Where the pointer comes back without one, the
                    // button may have been let go outside, unheard.
                    let outside = !ui.ctx().content_rect().contains(pos);
                    if self.view.gone_at.take().is_some() && !outside {
                        self.view.drag = None;
                    }
                    selection = self.drag(pos, selection);
                }
                Event::PointerButton {
                    pos,
                    button: PointerButton::Primary,
                    pressed: false,
                    modifiers,
                } => {
                    // Ctrl as it was then: it may be let go in the same frame.
                    self.by_words = modifiers.command;
                    selection = self.drag(pos, selection);
                    if self.let_go(pos, shift) {
                        let point = self.point(pos);
                        chosen = Some(self.chosen_at(point));
                    }
                }
                // In the order it came: the button may go up in the same frame.
                Event::Key {
                    key: Key::Escape,
                    pressed: true,
                    ..
                } => {
                    let border = matches!(self.view.drag, Some(Drag::Border { .. }));
                    self.view.let_go_by_key |= border;
                    self.view.drag = None;
                }
                Event::PointerGone => self.view.gone_at = Some(now),
                Event::WindowFocused(false) => self.view.drag = None,
                _ => {}
            }
        }
        let seen = ui.input(|input| input.pointer.latest_pos());
        self.view.dragged_to = seen.or(self.view.dragged_to);
        let unheard = self.view.gone_at.is_some_and(|at| now - at > UNHEARD);
        if self.view.drag.is_none() || unheard {
            self.view.dragged_to = None;
        } else if matches!(self.view.drag, Some(Drag::Border { .. }))
            && let Some(pos) = self.view.dragged_to
        {
            // Ctrl may have been pressed or let go while the hand is still.
            beyond::scroll(ui, self.page.rects.page, self.column.flow, pos);
            selection = self.drag(pos, selection);
        } else if let Some(pos) = self.view.dragged_to
            && beyond::scroll(ui, self.page.rects.page, self.column.flow, pos)
        {
            selection = self.drag(pos, selection);
        }
        let settled = before_drag && self.view.drag.is_none();
        if settled && let Some(words) = selection.span().of(&self.page.document.text) {
            // Selected words can be pasted with the middle button on X11.
            if !words.is_empty() {
                let words = words.to_owned();
                ui.send_cmd(egui::OutputCommand::TextSelectionSettled(words));
            }
        }
        if selection != before {
            self.actions
                .push(Action::Select(self.page.reader.id, selection));
        }
        if let Some(chosen) = chosen {
            self.choose(chosen);
        }
        self.cursor(ui, response);
        if response.secondary_clicked()
            && let Some(pos) = response.interact_pointer_pos()
        {
            response.request_focus();
            self.right_click(pos);
        }
    }

    fn on_scroll_bar(&self, ui: &Ui, pos: Pos2) -> bool {
        super::scroll_bar::strip(ui, self.page.rects.page).contains(pos)
    }

    fn cursor(&mut self, ui: &Ui, response: &Response) {
        let Some(pos) = response
            .hover_pos()
            .filter(|pos| !self.on_scroll_bar(ui, *pos))
        else {
            return;
        };
        let point = self.point(pos);
        let dragging = matches!(self.view.drag, Some(Drag::Border { .. }));
        let over = dragging || (self.view.drag.is_none() && self.border_at(point).is_some());
        ui.set_cursor_icon(if over {
            CursorIcon::ResizeHorizontal
        } else {
            CursorIcon::Text
        });
    }

    /// A point of the screen relative to the column, points.
    fn point(&self, pos: Pos2) -> Point {
        Point {
            x: pos.x - self.page.rects.column.left(),
            y: pos.y - self.page.rects.page.top() - TOP_MARGIN,
        }
    }

    fn press(&mut self, pos: Pos2, now: f64, shift: bool, selection: Selection) -> Selection {
        let near = self.view.press.pos.distance(pos) < CLICK_REACH;
        let soon = now - self.view.press.time < CLICK_TIME;
        let count = if near && soon {
            self.view.press.count % 3 + 1
        } else {
            1
        };
        self.view.press = Press {
            time: now,
            pos,
            count,
            word: self.view.press.word.filter(|_| near),
            chosen: self
                .page
                .wb
                .selected_mark()
                .filter(|_| near)
                .map(|mark| mark.id.clone()),
        };
        self.view.goal_x = None;
        let point = self.point(pos);
        if count == 1
            && !shift
            && let Some(drag) = self.border_at(point)
        {
            self.view.drag = Some(drag);
            return selection;
        }
        let caret = self.column.flow.hit(self.column.engine, point);
        if shift && count == 1 {
            let anchor = selection.anchor;
            self.view.drag = Some(Drag::Select {
                unit: Unit::Grapheme,
                origin: Span::new(anchor.byte, anchor.byte),
                anchor,
            });
            return Selection {
                anchor,
                head: caret,
            };
        }
        let unit = match count {
            1 => Unit::Grapheme,
            2 => Unit::Word,
            _ => Unit::Sentence,
        };
        let mut origin = self.unit_at(unit, point, caret);
        if unit == Unit::Word {
            origin = self.again(origin);
        }
        self.view.drag = Some(Drag::Select {
            unit,
            origin,
            anchor: caret,
        });
        if unit == Unit::Grapheme {
            Selection {
                anchor: caret,
                head: caret,
            }
        } else {
            Selection::over(origin)
        }
    }

    /// What a double click on a word selects: the word, and again on the same
    /// one the word without its clitics.
    fn again(&mut self, word: Span) -> Span {
        let last = self.view.press.word.take();
        if last == Some(word) {
            return bare_word(&self.page.document.text, word);
        }
        self.view.press.word = Some(word);
        word
    }

    fn drag(&mut self, pos: Pos2, selection: Selection) -> Selection {
        // A hand that holds still on the button selects nothing more.
        let still = self.view.press.pos.distance(pos) < STILL;
        let Some(drag) = self.view.drag.clone().filter(|_| !still) else {
            return selection;
        };
        let point = self.point(pos);
        let caret = self.column.flow.hit(self.column.engine, point);
        match drag {
            Drag::Select {
                unit: Unit::Grapheme,
                anchor,
                ..
            } => Selection {
                anchor,
                head: caret,
            },
            Drag::Select { unit, origin, .. } => {
                let here = self.unit_at(unit, point, caret);
                if here.start < origin.start {
                    Selection {
                        anchor: Selection::over(origin).head,
                        head: Selection::over(here).anchor,
                    }
                } else {
                    Selection::over(Span::new(origin.start, here.end.max(origin.end)))
                }
            }
            Drag::Border {
                mark,
                index,
                start,
                span,
            } => {
                let span = self.dragged_to(span, start, point);
                self.view.drag = Some(Drag::Border {
                    mark,
                    index,
                    start,
                    span,
                });
                selection
            }
        }
    }

    /// Ends a drag; returns whether it was a plain click, which chooses the
    /// mark under it, or none. A click on a handle chooses only a mark.
    fn let_go(&mut self, pos: Pos2, shift: bool) -> bool {
        let still = self.view.press.pos.distance(pos) < STILL;
        match self.view.drag.take() {
            Some(Drag::Border {
                mark, index, span, ..
            }) if !still => {
                self.actions.push(Action::ResizeMark(mark, index, span));
                false
            }
            Some(Drag::Border { .. }) => {
                let point = self.point(pos);
                self.standing_at(point).is_some()
            }
            Some(Drag::Select { .. }) => still && self.view.press.count == 1 && !shift,
            None => false,
        }
    }

    fn right_click(&mut self, pos: Pos2) {
        let point = self.point(pos);
        let caret = self.column.flow.hit(self.column.engine, point);
        let selected = self.page.reader.selection.span();
        if selected.is_empty() || !selected.contains(caret.byte) {
            let chosen = self.chosen_at(point);
            let selection = Selection {
                anchor: caret,
                head: caret,
            };
            self.actions
                .push(Action::Select(self.page.reader.id, selection));
            self.choose(chosen);
        }
    }

    /// The word or sentence at a point. Words are found from the letter under
    /// the pointer, which may stand before `caret`, the nearest border.
    pub(super) fn unit_at(&mut self, unit: Unit, point: Point, caret: Caret) -> Span {
        let text = &self.page.document.text;
        match unit {
            Unit::Grapheme => Span::new(caret.byte, caret.byte),
            Unit::Word => words::word_at(text, self.letter_under(point, caret)),
            Unit::Sentence => sentences::sentence_at(text, self.letter_under(point, caret)),
        }
    }

    fn letter_under(&mut self, point: Point, caret: Caret) -> usize {
        let before = text::previous_grapheme(&self.page.document.text, caret.byte);
        let (index, local) = self.column.flow.local(caret);
        let (Some(layout), Some(paragraph)) = (
            self.column.flow.layout(self.column.engine, index),
            self.column.flow.unit_span(index),
        ) else {
            return caret.byte;
        };
        if before < paragraph.start || local.byte == 0 {
            return caret.byte;
        }
        let on_before = layout
            .rects(Span::new(before - paragraph.start, local.byte))
            .iter()
            .any(|piece| piece.rect.x0 <= point.x && point.x < piece.rect.x1);
        if on_before { before } else { caret.byte }
    }

    fn choose(&mut self, chosen: Chosen) {
        self.actions.push(match chosen {
            Chosen::Mark(mark) => Action::ChooseMark(mark),
            Chosen::Suggestion(span, kind) => {
                Action::GoToSuggestion(self.page.document.id.clone(), span, kind)
            }
        });
    }

    /// What a click on a point of the column chooses: the innermost of the
    /// marks and suggestions there, and clicked again, the one around it.
    fn chosen_at(&mut self, point: Point) -> Chosen {
        self.standing_at(point).unwrap_or(Chosen::Mark(None))
    }

    fn standing_at(&mut self, point: Point) -> Option<Chosen> {
        let caret = self.column.flow.hit(self.column.engine, point);
        let (index, _) = self.column.flow.local(caret);
        let paragraph = self.column.flow.unit_span(index)?;
        let layout = self.column.flow.layout(self.column.engine, index)?;
        let top = self.column.flow.top_of(index);
        let Page {
            wb,
            reader,
            document,
            ..
        } = self.page;
        let under = |span| {
            layout.rects(span).iter().any(|piece| {
                let y = point.y - top;
                (piece.rect.x0..piece.rect.x1).contains(&point.x)
                    && (piece.rect.y0..piece.rect.y1).contains(&y)
            })
        };
        let on_point = |byte: usize, nth: u8| {
            point_reach(pos2(0.0, top), &layout, byte, nth).contains(pos2(point.x, point.y))
        };
        let near = near(&document.text, paragraph, caret.byte);
        let marks = marks_under(wb, reader, paragraph, near, under, on_point);
        let mut found: Vec<(usize, Chosen)> = marks
            .on_words
            .iter()
            .map(|mark| (length_of(mark), Chosen::Mark(Some(mark.id.clone()))))
            .collect();
        let suggestions = suggested::all_under(wb, reader, paragraph, near, &under);
        found.extend(suggestions.map(|one| {
            let chosen = Chosen::Suggestion(one.span, one.kind);
            (one.span.len(), chosen)
        }));
        // The innermost first; of the same length a mark.
        found.sort_by_key(|(length, chosen)| (*length, matches!(chosen, Chosen::Suggestion(..))));
        let on_words = found.len();
        // Passages are reached by going on clicking, not at once.
        let passages = marks.passages.iter();
        found.extend(passages.map(|mark| (0, Chosen::Mark(Some(mark.id.clone())))));
        let now = found.iter().position(|(_, chosen)| match chosen {
            Chosen::Mark(mark) => mark.is_some() && *mark == self.view.press.chosen,
            Chosen::Suggestion(span, kind) => {
                wb.current_suggestion().is_some_and(|(id, current)| {
                    *id == document.id && current.span == *span && current.kind == *kind
                })
            }
        });
        let next = match now {
            Some(index) if index + 1 < found.len() => index + 1,
            _ if on_words > 0 => 0,
            _ => return None,
        };
        found.into_iter().nth(next).map(|(_, chosen)| chosen)
    }
}
