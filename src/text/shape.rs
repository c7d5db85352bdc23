//! From a string to cells and glyphs.
//!
//! `parley_engine` analyses the text (levels, breaks, graphemes, scripts) and
//! harfrust shapes it, each stretch with the text around it as its context;
//! what it returns is turned into cells at once and never kept.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use harfrust::{
    BufferClusterLevel, FontRef, Script, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer,
};
use parley_engine::{Analysis, AnalysisOptions, Analyzer};

use super::assembly::Builder;
use super::cells::{Cell, CellFlags, Cells, ShapedParagraph};
use super::direction::{BaseDirection, Direction, resolve_isolates};
use super::fonts::{FontId, FontSet, TextStyle, sane_size};
use super::glue::glue;
use super::itemize::{Char, Itemizer, Stretch};

/// Shapes paragraphs. Keeps its working memory between calls.
#[derive(Default)]
pub struct TextEngine {
    analyzer: Analyzer,
    analysis: Analysis,
    itemizer: Itemizer,
    chars: Vec<Char>,
    stretches: Vec<Stretch>,
    plans: Vec<Plan>,
    buffer: UnicodeBuffer,
}

impl std::fmt::Debug for TextEngine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextEngine").finish_non_exhaustive()
    }
}

/// Working memory is given back after a paragraph longer than this, in bytes.
const KEEP: usize = 1 << 20;

/// No more plans than this are kept. A text of a few scripts needs a dozen.
const MOST_PLANS: usize = 64;

/// Which rules of a face a script takes, found once for each pair.
struct Plan {
    font: FontId,
    script: Script,
    rtl: bool,
    rules: ShapePlan,
}

/// A face as the shaper reads it.
struct Shaped {
    font: FontRef<'static>,
    data: ShaperData,
}

/// The faces that were needed so far, in the order of their ids.
static FACES: LazyLock<Vec<OnceLock<Option<Shaped>>>> = LazyLock::new(|| {
    (0..FontSet::bundled().len())
        .map(|_| OnceLock::new())
        .collect()
});

fn face(id: FontId) -> Option<&'static Shaped> {
    let face = FACES.get(usize::from(id.0))?.get_or_init(|| {
        let font = FontRef::new(FontSet::bundled().data(id)).ok()?;
        let data = ShaperData::new(&font);
        Some(Shaped { font, data })
    });
    face.as_ref()
}

impl TextEngine {
    /// An engine over the bundled faces.
    pub fn new() -> Self {
        Self::default()
    }

    /// Shapes one paragraph. A paragraph separator inside counts as a space
    /// at which a line may break.
    pub fn shape(
        &mut self,
        text: &str,
        base: BaseDirection,
        style: TextStyle,
    ) -> Arc<ShapedParagraph> {
        let direction = base.resolve(text);
        let style = TextStyle {
            size: sane_size(style.size),
            ..style
        };
        let fonts = FontSet::bundled();
        let mut shaped = ShapedParagraph {
            text: Arc::from(text),
            style,
            direction,
            data: Cells::default(),
            metrics: fonts.vertical_metrics(style),
            space: fonts.space(style),
            pieces: Mutex::new(BTreeMap::new()),
        };
        if !text.is_empty() {
            self.analyze(text, direction);
            shaped.data = self.shape_analyzed(text, style, shaped.space);
            glue(text, &mut shaped.data.cells);
        }
        shaped.data.cells.push(sentinel(text.len(), &shaped.data));
        if text.len() > KEEP {
            *self = Self::default();
            shaped.data.cells.shrink_to_fit();
            shaped.data.glyphs.shrink_to_fit();
        }
        Arc::new(shaped)
    }

    fn analyze(&mut self, text: &str, direction: Direction) {
        let options = AnalysisOptions {
            base_direction: match direction {
                Direction::LeftToRight => parley_engine::BaseDirection::Ltr,
                Direction::RightToLeft => parley_engine::BaseDirection::Rtl,
            },
            ..AnalysisOptions::default()
        };
        self.analyzer
            .analyze(&resolve_isolates(text), &options, &mut self.analysis);
        self.chars.clear();
        self.chars.extend(text.char_indices().map(|(byte, c)| Char {
            c,
            byte: byte as u32,
        }));
    }

    /// Shapes the analysed text; `space` in points.
    fn shape_analyzed(&mut self, text: &str, style: TextStyle, space: f32) -> Cells {
        let Self {
            analysis,
            itemizer,
            chars,
            stretches,
            plans,
            buffer,
            ..
        } = self;
        itemizer.itemize(chars, analysis, FontSet::chain(style), stretches);
        let mut builder = Builder::new(chars, analysis.char_info(), text.len(), space, style.size);
        for stretch in stretches {
            let Some(face) = face(stretch.font) else {
                continue;
            };
            let rtl = stretch.level & 1 == 1;
            let direction = if rtl {
                harfrust::Direction::RightToLeft
            } else {
                harfrust::Direction::LeftToRight
            };
            let shaper = face.data.shaper(&face.font).build();
            let known = plans.iter().position(|plan| {
                plan.font == stretch.font && plan.script == stretch.script && plan.rtl == rtl
            });
            let known = known.unwrap_or_else(|| {
                if plans.len() >= MOST_PLANS {
                    plans.clear();
                }
                plans.push(Plan {
                    font: stretch.font,
                    script: stretch.script,
                    rtl,
                    rules: ShapePlan::new(&shaper, direction, Some(stretch.script), None, &[]),
                });
                plans.len() - 1
            });
            let mut filled = std::mem::take(buffer);
            filled.clear();
            filled.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
            let own = chars.get(stretch.chars.clone()).unwrap_or_default();
            filled.reserve(own.len());
            for (cluster, char) in own.iter().enumerate() {
                filled.add(char.c, cluster as u32);
            }
            let byte = |at: usize| chars.get(at).map_or(text.len(), |char| char.byte as usize);
            let before = text.get(..byte(stretch.chars.start));
            let after = text.get(byte(stretch.chars.end)..);
            filled.set_pre_context(before.unwrap_or_default());
            filled.set_post_context(after.unwrap_or_default());
            filled.set_direction(direction);
            filled.set_script(stretch.script);
            let plan = plans.get(known).map(|plan| &plan.rules);
            let options = ShapeOptions::new().plan(plan).point_size(Some(style.size));
            let glyphs = shaper.shape(filled, options);
            builder.add(stretch, &glyphs);
            *buffer = glyphs.clear();
        }
        builder.finish()
    }
}

/// The entry past the last cell.
fn sentinel(end: usize, data: &Cells) -> Cell {
    Cell {
        byte: end as u32,
        width: 0.0,
        glyphs: data.glyphs.len() as u32,
        flags: CellFlags::ATOM,
        level: 0,
        font: FontId(0),
    }
}
