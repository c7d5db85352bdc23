//! A picture of the window without a window.

use egui::vec2;

use crate::command::Workbench;

use super::App;
use super::paint::cpu::{Image, Offscreen};

/// Frames until panels and documents have found their sizes and nothing moves
/// any more.
const FRAMES: usize = 16;

/// The window on `wb`, `width` by `height` points at `scale` pixels a point,
/// drawn on the processor.
pub fn still(mut wb: Workbench, width: f32, height: f32, scale: f32) -> Image {
    wb.run_suggestions_now();
    let mut window = Offscreen::new(vec2(width, height), scale);
    let mut app = App::new(window.ctx(), wb);
    for _ in 0..FRAMES {
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
    }
    window.image()
}
