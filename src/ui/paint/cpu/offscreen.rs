//! A window without a window: egui's passes, drawn by the painter of this
//! folder.

use std::time::Duration;

use egui::epaint::ClippedShape;
use egui::{Context, Event, FullOutput, RawInput, Rect, Ui, Vec2, ViewportId};

use super::{Image, Textures, paint};
use crate::ui::theme::Theme;

/// A window off screen, with its own egui context.
pub struct Offscreen {
    ctx: Context,
    size: Vec2,
    scale: f32,
    textures: Textures,
    time: f64,
    last: Option<FullOutput>,
}

impl Offscreen {
    /// A window of that size in points, `scale` pixels a point.
    pub fn new(size: Vec2, scale: f32) -> Self {
        Self {
            ctx: Context::default(),
            size,
            scale,
            textures: Textures::default(),
            time: 0.0,
            last: None,
        }
    }

    /// The window's egui context.
    pub fn ctx(&self) -> &Context {
        &self.ctx
    }

    /// Runs one frame with these events, a sixtieth of a second after the last.
    pub fn frame(&mut self, events: Vec<Event>, add_contents: impl FnMut(&mut Ui)) {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, self.size)),
            time: Some(self.time),
            predicted_dt: 1.0 / 60.0,
            focused: true,
            events,
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(self.scale);
        }
        self.time += 1.0 / 60.0;
        let mut output = self.ctx.run_ui(input, add_contents);
        self.textures.apply(&output.textures_delta);
        self.textures.free(&output.textures_delta);
        output.textures_delta.clear();
        self.last = Some(output);
    }

    /// Gives the window another size, points.
    pub fn resize(&mut self, size: Vec2) {
        self.size = size;
    }

    /// Lets that many seconds pass before the next frame.
    pub fn wait(&mut self, seconds: f64) {
        self.time += seconds;
    }

    /// After how long the last frame asked for the next one;
    /// [`Duration::MAX`] when it asked for none.
    pub fn repaint_delay(&self) -> Duration {
        self.last
            .as_ref()
            .and_then(|output| output.viewport_output.get(&ViewportId::ROOT))
            .map_or(Duration::MAX, |viewport| viewport.repaint_delay)
    }

    /// What the last frame asked to be painted, in order.
    pub fn shapes(&self) -> &[ClippedShape] {
        self.last.as_ref().map_or(&[], |output| &output.shapes)
    }

    /// The picture of the last frame, on the window's ground colour.
    pub fn image(&self) -> Image {
        let size = [
            (self.size.x * self.scale).round().max(1.0) as usize,
            (self.size.y * self.scale).round().max(1.0) as usize,
        ];
        let (shapes, scale) = self
            .last
            .as_ref()
            .map_or((Vec::new(), self.scale), |output| {
                (output.shapes.clone(), output.pixels_per_point)
            });
        let primitives = self.ctx.tessellate(shapes, scale);
        paint(
            &primitives,
            &self.textures,
            size,
            scale,
            Theme::get(&self.ctx).window,
        )
    }
}

/// Draws a window of `size` points at `scale` pixels a point after `frames`
/// frames (at least one; popups and panels need two or three to settle).
pub fn render_offscreen(
    size: Vec2,
    scale: f32,
    frames: usize,
    mut add_contents: impl FnMut(&mut Ui),
) -> Image {
    let mut window = Offscreen::new(size, scale);
    for _ in 0..frames.max(1) {
        window.frame(Vec::new(), &mut add_contents);
    }
    window.image()
}
