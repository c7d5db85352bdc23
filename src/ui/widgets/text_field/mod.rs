//! A field to write in, of one line or of many.
//!
//! Direction comes from the content, paragraph by paragraph, until it is
//! chosen by menu or key. Arrow keys move over the page, or through the text
//! where the person chose that; Shift, the mouse, the clipboard, an input
//! method and undo work as in other programs.

mod buffer;
mod column;
mod edges;
mod keys;
mod manners;
mod menu;
mod paint;
mod pointer;
mod told;
mod view;

use egui::{
    Context, CursorIcon, EventFilter, Id, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo,
    vec2,
};

pub use buffer::Buffer;
use column::Column;
use keys::{Editor, Preedit};
pub use manners::FieldManners;
use menu::{Choice, Facts};
use pointer::{Grain, Place, point};
use view::{origin_of, scrolled, shown_text};

use super::text::TextLook;
use crate::model::Span;
use crate::text::Direction;
use crate::ui::direction_keys::Chord;
use crate::ui::theme::UiDirection;
use crate::ui::widgets::context_menu_is_open;

/// Space around the text: sideways and above and below, points.
const PADDING: Vec2 = vec2(10.0, 4.0);
/// Height of a field of one line, points.
const HEIGHT: f32 = 30.0;

/// A text field.
///
/// ```no_run
/// # use hashiya::ui::widgets::TextField;
/// # fn show(ui: &mut egui::Ui, query: &mut String, note: &mut String) {
/// let found = TextField::new("find", "Find in project", query).placeholder("Find…").show(ui);
/// if found.submitted || found.response.changed() {}
/// TextField::new("note", "Note", note).multiline(3).naskh(15.0).show(ui);
/// # }
/// ```
#[must_use = "call show"]
#[allow(
    clippy::struct_excessive_bools,
    reason = "options that are set one by one by name"
)]
pub struct TextField<'a> {
    id: Id,
    name: &'a str,
    text: &'a mut String,
    placeholder: &'a str,
    look: TextLook,
    rows: usize,
    width: Option<f32>,
    editable: bool,
    frame: bool,
    focus: bool,
    select_all_on_focus: bool,
    search: bool,
}

/// What a field answers.
pub struct TextFieldResponse {
    /// `changed()` when the text was edited; focus, hover and so on.
    pub response: Response,
    /// Enter was pressed (with Ctrl in a field of many lines).
    pub submitted: bool,
    /// Escape was pressed while the field had the keyboard.
    pub cancelled: bool,
    /// The selected bytes.
    pub selection: Span,
    /// The caret on the screen, points; for lists that hang from it.
    pub caret_rect: Rect,
}

#[derive(Clone, Default)]
struct State {
    buffer: Buffer,
    preedit: Option<Preedit>,
    goal_x: Option<f32>,
    /// How far the line is shifted to the left, points.
    scroll: f32,
    /// When the caret last moved, seconds.
    touched_at: f64,
    /// What a drag grows by, and the stretch it began with.
    drag: Option<(Grain, Span)>,
    /// How far beyond its sides a drag reaches now, points.
    beyond: f32,
    /// The direction chosen for it, whatever its letters say.
    direction: Option<Direction>,
    chord: Chord,
    /// Whether its menu was open in the last frame.
    menu_open: bool,
}

/// Says that a widget id is a field's.
#[derive(Copy, Clone)]
struct Known;

impl<'a> TextField<'a> {
    /// A field of one line. `id` tells it from the others of the window,
    /// `name` is what screen readers say.
    pub fn new(
        id: impl std::hash::Hash + std::fmt::Debug,
        name: &'a str,
        text: &'a mut String,
    ) -> Self {
        Self {
            id: Id::unique(("hashiya.field", id)),
            name,
            text,
            placeholder: "",
            look: TextLook::ui(),
            rows: 1,
            width: None,
            editable: true,
            frame: true,
            focus: false,
            select_all_on_focus: false,
            search: false,
        }
    }

    /// What the window calls the field that is told from others by `id`.
    pub fn id_of(id: impl std::hash::Hash + std::fmt::Debug) -> Id {
        Id::unique(("hashiya.field", id))
    }

    /// Shown while there is no text.
    pub fn placeholder(mut self, text: &'a str) -> Self {
        self.placeholder = text;
        self
    }

    /// Many lines, at least `rows` high; the field grows with its text.
    pub fn multiline(mut self, rows: usize) -> Self {
        self.rows = rows.max(2);
        self
    }

    /// The text in Naskh of that size, points.
    pub fn naskh(mut self, size: f32) -> Self {
        self.look = TextLook::naskh(size);
        self
    }

    /// That wide, points; else the width at hand.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Whether the text can be changed; if not it can still be selected.
    pub fn editable(mut self, editable: bool) -> Self {
        self.editable = editable;
        self
    }

    /// Without ground and border.
    pub fn frameless(mut self) -> Self {
        self.frame = false;
        self
    }

    /// Takes the keyboard now.
    pub fn request_focus(mut self, now: bool) -> Self {
        self.focus = now;
        self
    }

    /// Selects everything when the keyboard comes to it.
    pub fn select_all_on_focus(mut self) -> Self {
        self.select_all_on_focus = true;
        self
    }

    /// What is written is looked for; said by screen readers.
    pub fn search(mut self) -> Self {
        self.search = true;
        self
    }

    /// Whether a field of this kind has the keyboard, so that one-key
    /// commands must wait.
    pub fn any_focused(ctx: &Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        focused.is_some_and(|id| ctx.data(|data| data.get_temp::<Known>(id).is_some()))
    }

    /// Takes events, allocates, paints.
    pub fn show(self, ui: &mut Ui) -> TextFieldResponse {
        let ctx = ui.ctx().clone();
        let multiline = self.rows > 1;
        let known = ctx.data_mut(|data| {
            let known = data.get_temp::<Known>(self.id).is_some();
            data.insert_temp(self.id, Known);
            known
        });
        let mut state =
            ctx.data_mut(|data| std::mem::take(data.get_temp_mut_or_default::<State>(self.id)));
        if !known {
            state.buffer = Buffer::new(self.text);
        }
        state.buffer.replace_all(self.text);
        if self.focus && state.buffer.selection().is_empty() {
            // What stands there already is written on.
            let end = crate::text::Caret::after(state.buffer.text().len());
            state.buffer.place(end, false);
        }

        let width = self.width.unwrap_or_else(|| ui.available_width()).max(40.0);
        let inner_width = width - 2.0 * PADDING.x;
        let fallback = UiDirection::get(&ctx).text();
        let wrap = if multiline {
            inner_width
        } else {
            f32::INFINITY
        };
        let look = self.look;
        let lay_out_in = |text: &str, forced: Option<Direction>| {
            Column::new(&ctx, text, look, wrap, fallback, forced)
        };
        // Heights come from before this frame's events, so that the place of
        // everything below is known when it is allocated.
        let before = lay_out_in(&shown_text(&state).text, state.direction);
        let height = if multiline {
            let least = self.rows as f32 * look.line_height;
            before.height.max(least) + 2.0 * (PADDING.y + 2.0)
        } else {
            HEIGHT.max(look.line_height + 2.0 * PADDING.y)
        };
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let mut response = ui.interact(rect, self.id, Sense::click_and_drag());
        let inner = rect.shrink2(vec2(
            PADDING.x,
            if multiline { PADDING.y + 2.0 } else { 0.0 },
        ));
        if response.hovered() {
            ctx.set_cursor_icon(CursorIcon::Text);
        }
        let secondary = response.secondary_clicked();
        if self.focus || response.clicked() || response.drag_started() || secondary {
            response.request_focus();
        }

        let now = ctx.time();
        let mut submitted = false;
        let mut cancelled = false;
        let mut touched = false;
        let mut menu_by_key = false;
        let editable = self.editable && ui.is_enabled();
        let old = state.buffer.text().to_owned();
        touched |= told::obey(ui, self.id, &mut state.buffer, editable);
        let focused = ctx.memory(|memory| memory.has_focus(self.id));
        if response.gained_focus()
            && self.select_all_on_focus
            && !response.is_pointer_button_down_on()
        {
            state.buffer.select_all();
        }
        if focused {
            let filter = EventFilter {
                tab: false,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
            // While something is composed, Escape gives up that and no more.
            cancelled =
                state.preedit.is_none() && ui.input(|input| input.key_pressed(egui::Key::Escape));
            if cancelled {
                // egui itself would take the focus before the field hears of it.
                response.surrender_focus();
            }
            let events = ui.input(|input| input.filtered_events(&filter));
            let manners = FieldManners::get(&ctx);
            let forced = state.direction;
            let lay_out = |text: &str| lay_out_in(text, forced);
            let mut editor = Editor {
                buffer: &mut state.buffer,
                preedit: &mut state.preedit,
                goal_x: &mut state.goal_x,
                multiline,
                editable,
                reading_order: manners.is_some_and(|manners| manners.reading_order),
                direction: &mut state.direction,
                chord: &mut state.chord,
                system: ctx.os(),
            };
            for event in events {
                menu_by_key |= menu::is_asked(&event);
                let outcome = editor.handle(&event, &lay_out);
                if outcome.wants_paste {
                    ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
                }
                touched |= outcome.touched;
                submitted |= outcome.submitted;
                if let Some(text) = outcome.copied {
                    ctx.copy_text(text);
                }
            }
        } else {
            state.preedit = None;
        }
        let shown = shown_text(&state);
        let column = lay_out_in(&shown.text, state.direction);
        let origin = origin_of(&column, inner, multiline, state.scroll);
        let place = Place {
            origin,
            inner,
            multiline,
            editable,
        };
        touched |= point(ui, &response, &mut state, &column, place);
        if response.drag_stopped() && !state.buffer.selection().is_empty() {
            // It can be pasted with the middle button on X11.
            let words = state.buffer.selected().to_owned();
            ctx.send_cmd(egui::OutputCommand::TextSelectionSettled(words));
        }
        let by_key = menu_by_key.then(|| {
            let caret = column.caret_rect(shown.caret);
            (caret.translate(origin.to_vec2())).left_bottom()
        });
        touched |= self.menu(ui, &response, &mut state, by_key, editable);

        // The text may have changed: lay out what is shown now.
        let shown = shown_text(&state);
        let (text, caret) = (&shown.text, shown.caret);
        let column = lay_out_in(text, state.direction);
        if !multiline {
            state.scroll = scrolled(&column, caret, inner, state.scroll);
        }
        let origin = origin_of(&column, inner, multiline, state.scroll);
        if touched {
            state.touched_at = now;
            ctx.request_repaint();
        }
        if state.buffer.text() != old {
            state.buffer.text().clone_into(self.text);
            response.mark_changed();
        }
        let caret_rect = column.caret_rect(caret).translate(origin.to_vec2());
        if ui.is_rect_visible(rect) {
            let selection = state.buffer.selection();
            paint::paint(
                ui,
                &paint::View {
                    rect,
                    inner,
                    origin,
                    column: &column,
                    selection: if (focused || state.menu_open) && shown.composing.is_none() {
                        selection
                    } else {
                        Span::new(0, 0)
                    },
                    composing: shown.composing,
                    active: shown.active,
                    caret: (focused && (shown.composing.is_some() || selection.is_empty()))
                        .then_some(caret),
                    placeholder: if text.is_empty() {
                        self.placeholder
                    } else {
                        ""
                    },
                    look,
                    focused,
                    frame: self.frame,
                    enabled: ui.is_enabled(),
                    touched_at: state.touched_at,
                },
            );
        }
        if focused {
            if touched && multiline {
                ui.scroll_to_rect(caret_rect.expand(8.0), None);
            }
            let to_global = ctx
                .layer_transform_to_global(ui.layer_id())
                .unwrap_or_default();
            if self.editable {
                ui.output_mut(|output| {
                    output.ime = Some(egui::output::IMEOutput {
                        purpose: egui::IMEPurpose::Normal,
                        rect: to_global * inner,
                        cursor_rect: to_global * caret_rect,
                        should_interrupt_composition: false,
                    });
                });
            }
        }
        self.describe(&response, &state, &old, multiline);
        told::tell(
            ui,
            &told::Field {
                id: self.id,
                text,
                column: &column,
                origin,
                anchor: if shown.composing.is_some() {
                    caret.byte
                } else {
                    state.buffer.anchor()
                },
                caret,
                editable,
            },
        );
        let selection = state.buffer.selection();
        ctx.data_mut(|data| data.insert_temp(self.id, state));
        TextFieldResponse {
            response,
            submitted,
            cancelled,
            selection,
            caret_rect,
        }
    }

    /// The context menu; whether it changed anything.
    fn menu(
        &self,
        ui: &Ui,
        response: &Response,
        state: &mut State,
        by_key: Option<Pos2>,
        editable: bool,
    ) -> bool {
        let facts = Facts {
            editable,
            selected: !state.buffer.selection().is_empty(),
            empty: state.buffer.text().is_empty(),
            can_undo: state.buffer.can_undo(),
            can_redo: state.buffer.can_redo(),
            forced: state.direction,
        };
        let chosen = menu::menu_ui(ui, response, by_key, facts);
        let open = context_menu_is_open(ui.ctx(), response);
        if chosen.is_some() || (state.menu_open && !open) {
            // The menu had the keyboard: it comes back to the field.
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
        state.menu_open = open;
        let Some(chosen) = chosen else {
            return false;
        };
        let buffer = &mut state.buffer;
        match chosen {
            Choice::Undo => {
                buffer.undo();
            }
            Choice::Redo => {
                buffer.redo();
            }
            Choice::Cut => {
                ui.copy_text(buffer.selected().to_owned());
                buffer.insert("");
            }
            Choice::Copy => ui.copy_text(buffer.selected().to_owned()),
            Choice::Paste => ui.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Choice::Delete => buffer.insert(""),
            Choice::SelectAll => buffer.select_all(),
            Choice::Direction(direction) => state.direction = direction,
            Choice::Turn => {
                let now = state.direction.unwrap_or_else(|| {
                    let first = buffer.text().lines().next().unwrap_or_default();
                    let own = crate::text::first_strong(first);
                    own.unwrap_or_else(|| UiDirection::get(ui.ctx()).text())
                });
                state.direction = Some(match now {
                    Direction::RightToLeft => Direction::LeftToRight,
                    Direction::LeftToRight => Direction::RightToLeft,
                });
            }
            Choice::Insert(first, Some(last)) => buffer.surround(first, last),
            Choice::Insert(character, None) => buffer.insert(&character.to_string()),
        }
        true
    }

    fn describe(&self, response: &Response, state: &State, old: &str, multiline: bool) {
        let buffer = &state.buffer;
        let chars = |byte: usize| {
            let head = buffer.text().get(..byte).unwrap_or_default();
            egui::epaint::text::CharIndex(head.chars().count())
        };
        let selection = buffer.selection();
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(
                self.editable && response.enabled(),
                old,
                buffer.text(),
                self.placeholder,
            );
            info.label = Some(self.name.to_owned());
            info.role = if multiline {
                Role::MultilineTextInput
            } else if self.search {
                Role::SearchInput
            } else {
                Role::TextInput
            };
            info.text_selection = Some(chars(selection.start)..chars(selection.end));
            info
        });
    }
}
