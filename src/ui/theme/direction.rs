//! The direction of the interface.

use egui::Context;

use crate::text::Direction;

/// The direction of the interface: rows run, panels stand and menus open this
/// way. Documents keep their own direction.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum UiDirection {
    /// English and its like.
    #[default]
    LeftToRight,
    /// Arabic.
    RightToLeft,
}

impl UiDirection {
    /// The direction installed with the theme.
    pub fn get(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp::<Self>(key()))
            .unwrap_or_default()
    }

    /// Whether rows run from the right.
    pub fn is_rtl(self) -> bool {
        self == Self::RightToLeft
    }

    /// The same as a direction of text.
    pub fn text(self) -> Direction {
        match self {
            Self::LeftToRight => Direction::LeftToRight,
            Self::RightToLeft => Direction::RightToLeft,
        }
    }

    /// A row in reading order, its items centred on the row's height.
    pub fn row(self) -> egui::Layout {
        match self {
            Self::LeftToRight => egui::Layout::left_to_right(egui::Align::Center),
            Self::RightToLeft => egui::Layout::right_to_left(egui::Align::Center),
        }
    }

    /// A row filled from its end: what is added first stands last.
    pub fn row_from_end(self) -> egui::Layout {
        match self {
            Self::LeftToRight => egui::Layout::right_to_left(egui::Align::Center),
            Self::RightToLeft => egui::Layout::left_to_right(egui::Align::Center),
        }
    }

    /// A column whose items stand at the start side.
    pub fn column(self) -> egui::Layout {
        egui::Layout::top_down(self.start())
    }

    /// Where rows begin.
    pub fn start(self) -> egui::Align {
        match self {
            Self::LeftToRight => egui::Align::Min,
            Self::RightToLeft => egui::Align::Max,
        }
    }

    /// The x of `rect`'s start side, points.
    pub fn start_x(self, rect: egui::Rect) -> f32 {
        if self.is_rtl() {
            rect.right()
        } else {
            rect.left()
        }
    }

    /// The x of `rect`'s end side, points.
    pub fn end_x(self, rect: egui::Rect) -> f32 {
        if self.is_rtl() {
            rect.left()
        } else {
            rect.right()
        }
    }

    /// A rectangle of `size` inside `rect`, `x` points from its start side and
    /// `y` below its top.
    pub fn place(self, rect: egui::Rect, x: f32, y: f32, size: egui::Vec2) -> egui::Rect {
        let from = self.start_x(rect) + self.sign() * x;
        let left = from.min(from + self.sign() * size.x);
        egui::Rect::from_min_size(egui::pos2(left, rect.top() + y), size)
    }

    /// `+1` where reading goes to the right, `-1` where it goes to the left.
    pub fn sign(self) -> f32 {
        if self.is_rtl() { -1.0 } else { 1.0 }
    }
}

pub(super) fn key() -> egui::Id {
    egui::Id::unique("hashiya.direction")
}
