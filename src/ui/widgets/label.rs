//! Text that is only read.

use egui::{Align, Color32, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::text::{Place, TextLook, paint_line, size_of};
use crate::ui::theme::{Theme, size};

/// A label, wrapped at the width at hand unless told otherwise.
///
/// ```no_run
/// # use hashiya::ui::widgets::Label;
/// # fn show(ui: &mut egui::Ui) {
/// Label::new("هفرين خلف").naskh(21.0).bold().elide().show(ui);
/// # }
/// ```
#[must_use = "call show"]
pub struct Label<'a> {
    text: &'a str,
    look: TextLook,
    color: Ink,
    fit: Fit,
    place: Place,
    fill: bool,
    role: Role,
    sense: Sense,
}

enum Ink {
    Normal,
    Second,
    Faint,
    Own(Color32),
}

#[derive(PartialEq)]
enum Fit {
    Wrap { most: usize },
    Elide,
    Extend,
}

impl<'a> Label<'a> {
    /// Interface text in ink.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            look: TextLook::ui(),
            color: Ink::Normal,
            fit: Fit::Wrap { most: 0 },
            place: Place::Own,
            fill: false,
            role: Role::Label,
            sense: Sense::hover(),
        }
    }

    /// Interface text of that size, points.
    pub fn size(mut self, size: f32) -> Self {
        self.look = TextLook {
            style: crate::text::TextStyle {
                size,
                ..self.look.style
            },
            ..TextLook::sans(size)
        };
        self
    }

    /// A name or quote in Naskh of that size, points.
    pub fn naskh(mut self, size: f32) -> Self {
        let bold = self.look.style.bold;
        self.look = TextLook::naskh(size);
        self.look.style.bold = bold;
        self
    }

    /// Any look.
    pub fn look(mut self, look: TextLook) -> Self {
        self.look = look;
        self
    }

    /// Bold.
    pub fn bold(mut self) -> Self {
        self.look.style.bold = true;
        self
    }

    /// In the second ink.
    pub fn second(mut self) -> Self {
        self.color = Ink::Second;
        self
    }

    /// In the quietest ink; for what need not be read.
    pub fn faint(mut self) -> Self {
        self.color = Ink::Faint;
        self
    }

    /// In a colour of the theme.
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Ink::Own(color);
        self
    }

    /// One line, cut with "…" at its logical end; the whole in a tooltip.
    pub fn elide(mut self) -> Self {
        self.fit = Fit::Elide;
        self
    }

    /// One line, however long.
    pub fn extend(mut self) -> Self {
        self.fit = Fit::Extend;
        self
    }

    /// At most that many lines, the last cut with "…".
    pub fn lines(mut self, most: usize) -> Self {
        self.fit = Fit::Wrap { most };
        self
    }

    /// Takes the whole width at hand and stands in it where its own direction
    /// begins (or at `place`).
    pub fn fill(mut self, place: Place) -> Self {
        self.fill = true;
        self.place = place;
        self
    }

    /// Another role for screen readers.
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Lets the label be clicked or dragged.
    pub fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// Lays out, allocates, paints.
    pub fn show(self, ui: &mut Ui) -> Response {
        let ctx = ui.ctx().clone();
        let available = ui.available_width();
        let look = self.look.fitting(self.text);
        let natural = look.line(&ctx, self.text);
        let (layout, cut) = if natural.shaped().width() <= available && natural.lines().len() <= 1
            || self.fit == Fit::Extend
        {
            (natural, false)
        } else if let Fit::Wrap { most } = self.fit {
            look.wrapped(&ctx, self.text, available, most)
        } else {
            look.elided(&ctx, self.text, available)
        };
        let mut wanted = size_of(&layout);
        if self.fill && available.is_finite() {
            wanted.x = available;
        }
        let (rect, response) = ui.allocate_exact_size(vec2(wanted.x, wanted.y), self.sense);
        response.widget_info(|| WidgetInfo::labeled(self.role, ui.is_enabled(), self.text));
        if ui.is_rect_visible(rect) {
            let theme = Theme::get(&ctx);
            let color = match self.color {
                Ink::Normal => theme.ink,
                Ink::Second => theme.second,
                Ink::Faint => theme.faint,
                Ink::Own(color) => color,
            };
            paint_line(ui.painter(), rect, &layout, self.place, color);
        }
        if cut {
            super::tooltip(response, self.text)
        } else {
            response
        }
    }
}

/// Interface text, wrapped.
pub fn label(ui: &mut Ui, text: &str) -> Response {
    Label::new(text).show(ui)
}

/// Interface text in the second ink, wrapped.
pub fn weak_label(ui: &mut Ui, text: &str) -> Response {
    Label::new(text).second().show(ui)
}

/// The heading of a panel or of a part of one.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    let place = if ui.layout().prefer_right_to_left() {
        Align::Max
    } else {
        Align::Min
    };
    Label::new(text)
        .size(size::HEADING)
        .bold()
        .second()
        .elide()
        .fill(place.into())
        .role(Role::Heading)
        .show(ui)
}
