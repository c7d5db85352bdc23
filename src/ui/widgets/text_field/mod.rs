//! A field to write in, of one line or of many.
//!
//! Direction comes from the content, paragraph by paragraph. Arrow keys move
//! over the page, not through the bytes; Shift, the mouse, the clipboard, an
//! input method and undo work as in other programs.

mod buffer;
mod column;
mod edges;
mod keys;
mod paint;
mod pointer;
mod told;
mod view;

use egui::{
    Context, CursorIcon, EventFilter, Id, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2,
};

pub use buffer::Buffer;
use column::Column;
use keys::{Editor, Preedit};
use pointer::{Grain, point};
use view::{origin_of, scrolled, shown_text};

use super::text::TextLook;
use crate::model::Span;
use crate::ui::theme::UiDirection;

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

        let width = self.width.unwrap_or_else(|| ui.available_width()).max(40.0);
        let inner_width = width - 2.0 * PADDING.x;
        let fallback = UiDirection::get(&ctx).text();
        let wrap = if multiline {
            inner_width
        } else {
            f32::INFINITY
        };
        let look = self.look;
        let lay_out = |text: &str| Column::new(&ctx, text, look, wrap, fallback);

        // Heights come from before this frame's events, so that the place of
        // everything below is known when it is allocated.
        let before = lay_out(&shown_text(&state).0);
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
        if self.focus || response.clicked() || response.drag_started() {
            response.request_focus();
        }

        let now = ctx.time();
        let mut submitted = false;
        let mut cancelled = false;
        let mut touched = false;
        let old = state.buffer.text().to_owned();
        let editable = self.editable && ui.is_enabled();
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
            cancelled = ui.input(|input| input.key_pressed(egui::Key::Escape));
            if cancelled {
                // egui itself would take the focus before the field hears of it.
                response.surrender_focus();
            }
            let events = ui.input(|input| input.filtered_events(&filter));
            let mut editor = Editor {
                buffer: &mut state.buffer,
                preedit: &mut state.preedit,
                goal_x: &mut state.goal_x,
                multiline,
                editable: self.editable && ui.is_enabled(),
            };
            for event in events {
                let outcome = editor.handle(&event, &lay_out);
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
        let column = lay_out(&shown.0);
        let origin = origin_of(&column, inner, multiline, state.scroll);
        touched |= point(ui, &response, &mut state, &column, origin);

        // The text may have changed: lay out what is shown now.
        let (text, caret, composing) = shown_text(&state);
        let column = lay_out(&text);
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
                    selection: if focused { selection } else { Span::new(0, 0) },
                    composing,
                    caret: (focused && (composing.is_some() || selection.is_empty()))
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
                text: &text,
                column: &column,
                origin,
                anchor: if composing.is_some() {
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
