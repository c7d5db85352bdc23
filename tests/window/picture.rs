//! The eye: pictures of the screen, and what can be told from them.

use std::path::Path;

/// A rectangle of the screen in pixels; right and bottom exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub left: u32,
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
}

impl Area {
    pub(super) fn width(self) -> u32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> u32 {
        self.bottom - self.top
    }

    pub(super) fn middle(self) -> (u32, u32) {
        (
            u32::midpoint(self.left, self.right),
            u32::midpoint(self.top, self.bottom),
        )
    }
}

/// Rows of pixels, red, green, blue.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Picture {
    pub width: u32,
    pub height: u32,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads the X window dump that the display keeps of its screen; `None`
    /// while it is not written yet.
    pub(super) fn from_xwd(bytes: &[u8]) -> Option<Self> {
        // The header is a list of big-endian 32-bit numbers (XWDFile.h).
        let number = |index: usize| {
            let field = bytes.get(index * 4..index * 4 + 4)?;
            Some(u32::from_be_bytes(field.try_into().ok()?))
        };
        let (header, version) = (number(0)? as usize, number(1)?);
        let (width, height) = (number(4)?, number(5)?);
        let (least_first, bits, row_bytes) = (number(7)? == 0, number(11)?, number(12)? as usize);
        let colours = number(19)? as usize;
        if version != 7 || bits != 32 {
            return None;
        }
        let start = header + colours * 12;
        let mut pixels = Vec::with_capacity((width * height) as usize);
        for y in 0..height as usize {
            let row = bytes.get(start + y * row_bytes..start + (y + 1) * row_bytes)?;
            for pixel in row.chunks_exact(4).take(width as usize) {
                pixels.push(if least_first {
                    [pixel[2], pixel[1], pixel[0]]
                } else {
                    [pixel[1], pixel[2], pixel[3]]
                });
            }
        }
        Some(Self {
            width,
            height,
            pixels,
        })
    }

    pub(super) fn pixel(&self, x: u32, y: u32) -> [u8; 3] {
        self.pixels[(y * self.width + x) as usize]
    }

    /// Writes a PNG.
    pub(super) fn save(&self, path: &Path) {
        let file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
        let mut encoder = png::Encoder::new(file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(self.pixels.as_flattened()).unwrap();
    }

    /// How many pixels are not the same as in the other picture.
    pub(super) fn differing_pixels(&self, other: &Self) -> usize {
        self.pixels
            .iter()
            .zip(&other.pixels)
            .filter(|(mine, theirs)| mine != theirs)
            .count()
    }

    /// The same within `area`.
    pub(super) fn differing_pixels_in(&self, other: &Self, area: Area) -> usize {
        self.within(area)
            .filter(|&(x, y, colour)| other.pixel(x, y) != colour)
            .count()
    }

    /// How many colours `area` shows.
    pub(super) fn colours(&self, area: Area) -> usize {
        let colours: std::collections::BTreeSet<_> =
            self.within(area).map(|(_, _, colour)| colour).collect();
        colours.len()
    }

    /// The smallest rectangle around the pixels of `area` that differ from
    /// `before`.
    pub(super) fn changed(&self, before: &Self, area: Area) -> Option<Area> {
        self.around(area, |x, y, colour| before.pixel(x, y) != colour)
    }

    /// The smallest rectangle around the pixels of `area` for which `wanted`
    /// holds.
    pub(super) fn around(
        &self,
        area: Area,
        wanted: impl Fn(u32, u32, [u8; 3]) -> bool,
    ) -> Option<Area> {
        self.within(area)
            .filter(|&(x, y, colour)| wanted(x, y, colour))
            .fold(None, |found, (x, y, _)| {
                let dot = Area {
                    left: x,
                    top: y,
                    right: x + 1,
                    bottom: y + 1,
                };
                Some(found.map_or(dot, |found: Area| Area {
                    left: found.left.min(dot.left),
                    top: found.top.min(dot.top),
                    right: found.right.max(dot.right),
                    bottom: found.bottom.max(dot.bottom),
                }))
            })
    }

    fn within(&self, area: Area) -> impl Iterator<Item = (u32, u32, [u8; 3])> {
        (area.top..area.bottom.min(self.height)).flat_map(move |y| {
            (area.left..area.right.min(self.width)).map(move |x| (x, y, self.pixel(x, y)))
        })
    }
}
