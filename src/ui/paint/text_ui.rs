//! The text side of one window: engine, atlas and caches behind one handle.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use egui::Context;
use egui::mutex::{Mutex, MutexGuard};

use super::GlyphAtlas;
use super::glyphs::MeshCache;
use crate::language::invisible::tamed;
use crate::text::{
    Align, BaseDirection, Face, LineOptions, ParagraphLayout, ShapedParagraph, TextEngine,
    TextStyle,
};
use crate::ui::theme::UiDirection;

/// Frames a layout stays cached without being asked for.
const KEPT_FRAMES: u64 = 90;

/// Handle to the text engine and its caches; one a window, cheap to clone.
#[derive(Clone)]
pub struct TextUi {
    state: Arc<Mutex<State>>,
}

pub(super) struct State {
    engine: TextEngine,
    pub(super) atlas: GlyphAtlas,
    pub(super) meshes: MeshCache,
    shaped: HashMap<ShapeKey, Cached<Arc<ShapedParagraph>>>,
    layouts: HashMap<LayoutKey, Cached<Arc<ParagraphLayout>>>,
    elided: HashMap<ElideKey, Cached<Arc<str>>>,
    frame: u64,
}

struct Cached<T> {
    value: T,
    frame: u64,
}

/// The text itself is compared after the lookup; its hash only finds it.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
struct ShapeKey {
    text: u64,
    length: usize,
    base: BaseDirection,
    face: Face,
    bold: bool,
    size_bits: u32,
}

#[derive(Copy, Clone, PartialEq, Eq, Hash)]
struct LayoutKey {
    shape: ShapeKey,
    width_bits: u32,
    line_height_bits: u32,
    align: Align,
}

#[derive(Copy, Clone, PartialEq, Eq, Hash)]
struct ElideKey {
    shape: ShapeKey,
    width_bits: u32,
}

impl TextUi {
    /// The handle of this window, made at the first call.
    pub fn get(ctx: &Context) -> Self {
        let id = egui::Id::unique("hashiya.text");
        ctx.data_mut(|data| {
            data.get_temp_mut_or_insert_with(id, || Self {
                state: Arc::new(Mutex::new(State {
                    engine: TextEngine::new(),
                    atlas: GlyphAtlas::default(),
                    meshes: MeshCache::default(),
                    shaped: HashMap::new(),
                    layouts: HashMap::new(),
                    elided: HashMap::new(),
                    frame: 0,
                })),
            })
            .clone()
        })
    }

    /// Lays out one paragraph, or finds it laid out already.
    pub fn layout(
        &self,
        ctx: &Context,
        text: &str,
        style: TextStyle,
        base: BaseDirection,
        options: LineOptions,
    ) -> Arc<ParagraphLayout> {
        self.lock(ctx).layout(text, style, base, options)
    }

    /// One line in the direction of its content (the interface's when it has
    /// none), as wide as it comes. `line_height` in points. What could turn the
    /// order of its letters unseen is made visible ([`tamed`]), here and in
    /// [`TextUi::elided_line`].
    pub fn line(
        &self,
        ctx: &Context,
        text: &str,
        style: TextStyle,
        line_height: f32,
    ) -> Arc<ParagraphLayout> {
        let options = LineOptions {
            width: f32::INFINITY,
            line_height,
            align: Align::Start,
        };
        self.layout(ctx, &tamed(text), style, content_direction(ctx), options)
    }

    /// One line no wider than `width` points, cut at its logical end with "…"
    /// when it would be; the second value says whether it was cut.
    pub fn elided_line(
        &self,
        ctx: &Context,
        text: &str,
        style: TextStyle,
        line_height: f32,
        width: f32,
    ) -> (Arc<ParagraphLayout>, bool) {
        let base = content_direction(ctx);
        let text = &tamed(text);
        let options = LineOptions {
            width: f32::INFINITY,
            line_height,
            align: Align::Start,
        };
        let mut state = self.lock(ctx);
        let layout = state.layout(text, style, base, options);
        if layout.shaped().width() <= width {
            return (layout, false);
        }
        let cut = state.elide(text, style, base, width);
        (state.layout(&cut, style, base, options), true)
    }

    /// Width of the text on one line, points.
    pub fn width(&self, ctx: &Context, text: &str, style: TextStyle) -> f32 {
        self.lock(ctx)
            .shape(&tamed(text), style, content_direction(ctx))
            .width()
    }

    /// Lends the engine, for layouts that are kept elsewhere. What is done
    /// with it must not paint or ask this handle for anything.
    pub fn with_engine<R>(&self, ctx: &Context, work: impl FnOnce(&mut TextEngine) -> R) -> R {
        work(&mut self.lock(ctx).engine)
    }

    pub(super) fn lock(&self, ctx: &Context) -> MutexGuard<'_, State> {
        let frame = ctx.cumulative_frame_nr();
        let mut state = self.state.lock();
        if frame != state.frame {
            state.begin_frame(frame);
        }
        state
    }
}

/// Direction from the content, the interface's when it has no letter.
pub fn content_direction(ctx: &Context) -> BaseDirection {
    BaseDirection::Auto {
        fallback: UiDirection::get(ctx).text(),
    }
}

impl State {
    fn begin_frame(&mut self, frame: u64) {
        self.frame = frame;
        self.atlas.begin_frame();
        // Sweeping rarely is enough: what is kept longer costs only memory.
        if frame.is_multiple_of(KEPT_FRAMES) {
            let oldest = frame.saturating_sub(KEPT_FRAMES);
            self.shaped.retain(|_, cached| cached.frame >= oldest);
            self.layouts.retain(|_, cached| cached.frame >= oldest);
            self.elided.retain(|_, cached| cached.frame >= oldest);
            self.meshes.sweep(oldest);
        }
    }

    /// Number of this frame, for the caches.
    pub(super) fn frame(&self) -> u64 {
        self.frame
    }

    fn shape(&mut self, text: &str, style: TextStyle, base: BaseDirection) -> Arc<ShapedParagraph> {
        let key = ShapeKey::new(text, style, base);
        if let Some(cached) = self.shaped.get_mut(&key)
            && cached.value.text() == text
        {
            cached.frame = self.frame;
            return Arc::clone(&cached.value);
        }
        let value = self.engine.shape(text, base, style);
        self.shaped.insert(
            key,
            Cached {
                value: Arc::clone(&value),
                frame: self.frame,
            },
        );
        value
    }

    fn layout(
        &mut self,
        text: &str,
        style: TextStyle,
        base: BaseDirection,
        options: LineOptions,
    ) -> Arc<ParagraphLayout> {
        let key = LayoutKey {
            shape: ShapeKey::new(text, style, base),
            width_bits: options.width.to_bits(),
            line_height_bits: options.line_height.to_bits(),
            align: options.align,
        };
        if let Some(cached) = self.layouts.get_mut(&key)
            && cached.value.shaped().text() == text
        {
            cached.frame = self.frame;
            return Arc::clone(&cached.value);
        }
        let value = Arc::new(self.shape(text, style, base).break_lines(options));
        self.layouts.insert(
            key,
            Cached {
                value: Arc::clone(&value),
                frame: self.frame,
            },
        );
        value
    }

    fn elide(&mut self, text: &str, style: TextStyle, base: BaseDirection, width: f32) -> Arc<str> {
        let key = ElideKey {
            shape: ShapeKey::new(text, style, base),
            width_bits: width.to_bits(),
        };
        if let Some(cached) = self.elided.get_mut(&key) {
            cached.frame = self.frame;
            return Arc::clone(&cached.value);
        }
        let value: Arc<str> = self.engine.elide(text, base, style, width).text.into();
        self.elided.insert(
            key,
            Cached {
                value: Arc::clone(&value),
                frame: self.frame,
            },
        );
        value
    }
}

impl ShapeKey {
    fn new(text: &str, style: TextStyle, base: BaseDirection) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self {
            text: hasher.finish(),
            length: text.len(),
            base,
            face: style.face,
            bold: style.bold,
            size_bits: style.size.to_bits(),
        }
    }
}
