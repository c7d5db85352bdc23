//! Glyph images packed into textures.
//!
//! A glyph is rasterised once for each font, size in pixels, quarter-pixel
//! column and coverage curve, and copied into a page: a white texture whose
//! alpha (premultiplied into all channels) is the coverage.
//!
//! **Invariant**: what was packed never moves and a page never changes size, so
//! texture coordinates handed out stay right as long as their page lives.
//! Pages die only between frames ([`GlyphAtlas::begin_frame`]), the ones unused
//! for longest first; a mesh that names a dead page has to be built again
//! ([`GlyphAtlas::is_alive`]).

use std::collections::HashMap;

use egui::{Color32, ColorImage, Context, Pos2, Rect, TextureHandle, TextureId, TextureOptions};

use super::raster::{GlyphImage, Rasterizer};
use crate::text::FontId;

/// Side of a page, pixels. 4 MB.
const PAGE: usize = 1024;
/// Side of the first page, where the images fit: 1 MB, enough for most
/// sittings; a whole screen of text takes two fifths.
const FIRST_PAGE: usize = 512;
/// Pages have a white block in their corner, so that shapes can share them:
/// this part of their side.
const WHITE_PART: usize = 128;
/// Pages kept before unused ones are dropped.
const KEPT_PAGES: usize = 4;
/// Frames a page must have been unused before it may be dropped.
const UNUSED_FRAMES: u64 = 3;

/// What tells one glyph image from another.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub struct GlyphKey {
    /// The face.
    pub font: FontId,
    /// Glyph number in the face.
    pub glyph: u16,
    /// Bits of the size in physical pixels per em.
    pub size_bits: u32,
    /// Quarter of a pixel the glyph is shifted to the right by, 0 to 3.
    pub bin: u8,
    /// Whether the coverage is lifted for light letters on a dark ground.
    pub light_on_dark: bool,
}

/// Where a glyph's image is.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct GlyphSlot {
    /// The page's texture.
    pub texture: TextureId,
    /// Corners in texture coordinates, 0 to 1.
    pub uv: Rect,
    /// Left edge of the image from the pen position, physical pixels.
    pub left: i32,
    /// Top edge of the image above the baseline, physical pixels.
    pub top: i32,
    /// Size of the image, physical pixels.
    pub width: u32,
    /// Size of the image, physical pixels.
    pub height: u32,
}

struct Page {
    handle: TextureHandle,
    /// Pixels.
    side: usize,
    shelves: Vec<Shelf>,
    used_in_frame: u64,
}

struct Shelf {
    top: usize,
    height: usize,
    used_width: usize,
}

/// The packed glyph images of one window.
#[derive(Default)]
pub struct GlyphAtlas {
    rasterizer: Rasterizer,
    pages: Vec<Page>,
    slots: HashMap<GlyphKey, Option<GlyphSlot>>,
    frame: u64,
}

impl GlyphAtlas {
    /// To be called once before anything of a frame is painted.
    pub fn begin_frame(&mut self) {
        self.frame += 1;
        while self.pages.len() > KEPT_PAGES {
            let oldest = self
                .pages
                .iter()
                .enumerate()
                .min_by_key(|(_, page)| page.used_in_frame)
                .map(|(index, page)| (index, page.used_in_frame, page.handle.id()));
            match oldest {
                Some((index, used, texture)) if used + UNUSED_FRAMES < self.frame => {
                    self.pages.remove(index);
                    self.slots
                        .retain(|_, slot| slot.is_none_or(|slot| slot.texture != texture));
                }
                _ => break,
            }
        }
    }

    /// Whether this page still exists; says so to the page, which then stays.
    pub fn is_alive(&mut self, texture: TextureId) -> bool {
        let frame = self.frame;
        self.pages
            .iter_mut()
            .find(|page| page.handle.id() == texture)
            .map(|page| page.used_in_frame = frame)
            .is_some()
    }

    /// Middle of the white block of every page, texture coordinates.
    pub fn white_uv() -> Pos2 {
        let middle = 0.5 / WHITE_PART as f32;
        Pos2::new(middle, middle)
    }

    /// A page with a white block, for shapes without glyphs.
    pub fn any_page(&mut self, ctx: &Context) -> TextureId {
        if self.pages.is_empty() {
            self.add_page(ctx, FIRST_PAGE);
        }
        let frame = self.frame;
        self.pages.first_mut().map_or(TextureId::default(), |page| {
            page.used_in_frame = frame;
            page.handle.id()
        })
    }

    /// The image of a glyph, rasterised now if need be; none for a glyph
    /// without ink (a space) or one larger than a page.
    pub fn slot(&mut self, ctx: &Context, key: GlyphKey) -> Option<GlyphSlot> {
        if let Some(&known) = self.slots.get(&key) {
            if let Some(slot) = known {
                self.is_alive(slot.texture);
            }
            return known;
        }
        let image = self.rasterizer.rasterize(key);
        let slot = image.and_then(|image| self.pack(ctx, key, &image));
        self.slots.insert(key, slot);
        slot
    }

    /// Number of pages in use.
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    fn pack(&mut self, ctx: &Context, key: GlyphKey, image: &GlyphImage) -> Option<GlyphSlot> {
        let (width, height) = (image.width as usize, image.height as usize);
        // One empty pixel to the right and below keeps neighbours out of
        // linear sampling.
        let (wide, high) = (width + 1, height + 1);
        let fits = |side: usize| wide < side && high + side / WHITE_PART < side;
        if !fits(PAGE) {
            log::warn!("a glyph of {width} by {height} pixels does not fit an atlas page");
            return None;
        }
        let mut place = self
            .pages
            .last_mut()
            .and_then(|page| page.allocate(wide, high));
        if place.is_none() {
            let small = self.pages.is_empty() && fits(FIRST_PAGE);
            self.add_page(ctx, if small { FIRST_PAGE } else { PAGE });
            place = self
                .pages
                .last_mut()
                .and_then(|page| page.allocate(wide, high));
        }
        let (x, y) = place?;
        let frame = self.frame;
        let page = self.pages.last_mut()?;
        page.used_in_frame = frame;
        let pixels = image
            .coverage
            .iter()
            .map(|&coverage| {
                white(if key.light_on_dark {
                    lift(coverage)
                } else {
                    coverage
                })
            })
            .collect();
        page.handle.set_partial(
            [x, y],
            ColorImage::new([width, height], pixels),
            TextureOptions::LINEAR,
        );
        let side = page.side as f32;
        Some(GlyphSlot {
            texture: page.handle.id(),
            uv: Rect::from_min_max(
                Pos2::new(x as f32 / side, y as f32 / side),
                Pos2::new((x + width) as f32 / side, (y + height) as f32 / side),
            ),
            left: image.left,
            top: image.top,
            width: image.width,
            height: image.height,
        })
    }

    fn add_page(&mut self, ctx: &Context, side: usize) {
        let mut blank = ColorImage::filled([side, side], Color32::TRANSPARENT);
        let white = side / WHITE_PART;
        for y in 0..white {
            for x in 0..white {
                if let Some(pixel) = blank.pixels.get_mut(y * side + x) {
                    *pixel = Color32::WHITE;
                }
            }
        }
        let handle = ctx.load_texture("hashiya.glyphs", blank, TextureOptions::LINEAR);
        self.pages.push(Page {
            handle,
            side,
            // The first shelf starts right of the white block and its margin.
            shelves: vec![Shelf {
                top: 0,
                height: white + 1,
                used_width: white + 1,
            }],
            used_in_frame: self.frame,
        });
    }
}

impl Page {
    /// A free place on the best fitting shelf, or on a new one.
    fn allocate(&mut self, width: usize, height: usize) -> Option<(usize, usize)> {
        let best = self
            .shelves
            .iter_mut()
            .filter(|shelf| {
                // A low image on a high shelf wastes the page.
                height <= shelf.height
                    && shelf.height <= height + height / 2 + 2
                    && shelf.used_width + width <= self.side
            })
            .min_by_key(|shelf| shelf.height);
        if let Some(shelf) = best {
            let place = (shelf.used_width, shelf.top);
            shelf.used_width += width;
            return Some(place);
        }
        let top = self
            .shelves
            .iter()
            .map(|shelf| shelf.top + shelf.height)
            .max()?;
        if top + height > self.side {
            return None;
        }
        self.shelves.push(Shelf {
            top,
            height,
            used_width: width,
        });
        Some((0, top))
    }
}

fn white(coverage: u8) -> Color32 {
    Color32::from_rgba_premultiplied(coverage, coverage, coverage, coverage)
}

/// `2c - c²`: light letters on a dark ground look as heavy as dark ones on a
/// light ground.
fn lift(coverage: u8) -> u8 {
    let coverage = u32::from(coverage);
    ((2 * coverage * 255 - coverage * coverage + 127) / 255) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifting_keeps_the_ends_and_never_darkens() {
        assert_eq!((lift(0), lift(255)), (0, 255));
        assert!((0..=255_u8).all(|coverage| lift(coverage) >= coverage));
        assert!((0..255_u8).all(|coverage| lift(coverage) <= lift(coverage + 1)));
    }

    #[test]
    fn places_never_overlap_and_a_full_page_says_so() {
        for side in [FIRST_PAGE, PAGE] {
            filled_without_overlap(side);
        }
    }

    fn filled_without_overlap(side: usize) {
        let ctx = Context::default();
        let mut atlas = GlyphAtlas::default();
        atlas.add_page(&ctx, side);
        let white = side / WHITE_PART;
        let mut taken: Vec<(usize, usize, usize, usize)> = vec![(0, 0, white, white)];
        let page = &mut atlas.pages[0];
        let mut seed = 7_usize;
        while let Some((x, y)) = {
            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff;
            page.allocate(5 + seed % 40, 5 + seed / 64 % 50)
        } {
            let (w, h) = (5 + seed % 40, 5 + seed / 64 % 50);
            assert!(x + w <= side && y + h <= side);
            for &(a, b, c, d) in &taken {
                assert!(x >= a + c || a >= x + w || y >= b + d || b >= y + h);
            }
            taken.push((x, y, w, h));
        }
        let filled: usize = taken.iter().map(|place| place.2 * place.3).sum();
        assert!(
            filled * 100 / (side * side) > 60,
            "only {filled} pixels used"
        );
    }
}
