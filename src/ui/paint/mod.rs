//! How laid-out text gets onto the screen.
//!
//! Here live the glyph atlas, the meshes made of it, the marks painted under
//! the letters, the cache of layouts, and a painter that needs no graphics
//! card. No layout happens here ([`crate::text`] does that) and no widget
//! ([`crate::ui::widgets`]).
//!
//! **Invariant**: marks are painted from geometry, before the glyphs, and can
//! change neither a glyph nor its place.

mod agreement_sign;
mod atlas;
mod glyphs;
mod marks;
mod missing;
mod nesting;
mod patterns;
mod points;
mod quads;
mod raster;
mod text_ui;

pub mod cpu;

pub use agreement_sign::{difference_color, paint_difference};
pub use atlas::GlyphAtlas;
pub use glyphs::{ColorSpan, paint_layout, paint_layout_in_colors};
pub use marks::{
    Mark, MarkLine, box_of, caret_rect, mark_boxes, paint_caret, paint_caret_flag, paint_marks,
    paint_selected_break, paint_selection,
};
pub use nesting::nesting_levels;
pub use patterns::{paint_pattern, paint_stripe};
pub use points::{PointSign, paint_points, point_place, point_reach};
pub use text_ui::{TextUi, content_direction};
