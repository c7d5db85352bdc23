//! Pictures to look at: written where `HASHIYA_PICTURES` says, else nowhere.

use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;

use hashiya::ui::paint::cpu::{Image, Textures, paint};
use hashiya::ui::theme::Theme;

/// Writes `image` as `name.png` when someone wants to look.
pub(crate) fn keep(name: &str, image: &Image) {
    let Some(folder) = std::env::var_os("HASHIYA_PICTURES").map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    let file = std::fs::File::create(folder.join(format!("{name}.png"))).unwrap();
    let mut encoder = png::Encoder::new(file, image.width as u32, image.height as u32);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&image.rgba)
        .unwrap();
}

/// A renderer for `egui_kittest`'s harness that keeps its textures where the
/// test can draw with them.
#[derive(Clone, Default)]
pub(crate) struct CpuRenderer(Rc<RefCell<Textures>>);

impl egui_kittest::TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        let mut textures = self.0.borrow_mut();
        textures.apply(delta);
        textures.free(delta);
        delta.clear();
    }
}

impl CpuRenderer {
    /// The picture of the harness's last frame.
    pub(crate) fn image<State>(&self, harness: &egui_kittest::Harness<'_, State>) -> Image {
        let output = harness.output();
        let scale = output.pixels_per_point;
        let primitives = harness.ctx.tessellate(output.shapes.clone(), scale);
        let size = harness.ctx.content_rect().size() * scale;
        let size = [size.x.round() as usize, size.y.round() as usize];
        paint(
            &primitives,
            &self.0.borrow(),
            size,
            scale,
            Theme::get(&harness.ctx).window,
        )
    }
}
