//! Pictures to look at: written where `HASHIYA_PICTURES` says, else nowhere.

use std::path::PathBuf;

use hashiya::ui::paint::cpu::Image;

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
