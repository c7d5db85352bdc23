//! The window as eframe asks for it: input comes in, frames go out.
//!
//! Lives here: what is done with input before a frame. Not here: the frame
//! ([`App`]), how the window is opened (`run`).

use egui::{Context, RawInput, Ui};

use super::App;
use super::widgets::TextField;

/// Textures are no wider, pixels; the largest is a page of glyphs, 1024.
const WIDEST_TEXTURE: usize = 2048;

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame_ui(ui);
    }

    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        // egui makes its own glyph texture as wide as the driver allows, often
        // 16,384 pixels; our engine draws the text, so that stays empty.
        raw.max_texture_side = raw.max_texture_side.map(|side| side.min(WIDEST_TEXTURE));
        self.strokes
            .cut(TextField::any_focused(ctx), &mut raw.events);
        if self.strokes.are_waiting() {
            ctx.request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.finish();
    }
}
