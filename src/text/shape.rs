//! From a string to cells and glyphs.
//!
//! `parley_engine` analyses the text (levels, breaks, graphemes, scripts) and
//! shapes it with harfrust; what it returns is turned into cells and dropped.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use parley_engine::itemize::{Item, Segment};
use parley_engine::shape::CharCluster;
use parley_engine::{
    Analysis, AnalysisOptions, Analyzer, FontInstanceRef, FontSelector, ShapeOptions, ShapedText,
    Shaper,
};

use super::assembly::assemble;
use super::cells::{Cell, CellFlags, Cells, ShapedParagraph};
use super::direction::{BaseDirection, Direction, resolve_isolates};
use super::fonts::{FontId, FontSet, TextStyle, sane_size};
use super::glue::glue;

/// Shapes paragraphs. Keeps its working memory between calls.
#[derive(Default)]
pub struct TextEngine {
    analyzer: Analyzer,
    analysis: Analysis,
    shaper: Shaper,
    shaped: ShapedText,
    styles: Vec<u16>,
}

impl std::fmt::Debug for TextEngine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextEngine").finish_non_exhaustive()
    }
}

/// Working memory is given back after a paragraph longer than this, in bytes.
const KEEP: usize = 1 << 20;

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
            self.run(text, direction, style);
            shaped.data = assemble(text, &self.shaped, shaped.space, style.size);
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

    /// Analyses and shapes.
    fn run(&mut self, text: &str, direction: Direction, style: TextStyle) {
        let options = AnalysisOptions {
            base_direction: match direction {
                Direction::LeftToRight => parley_engine::BaseDirection::Ltr,
                Direction::RightToLeft => parley_engine::BaseDirection::Rtl,
            },
            ..AnalysisOptions::default()
        };
        self.analyzer
            .analyze(&resolve_isolates(text), &options, &mut self.analysis);
        let chars = self.analysis.char_info().len();
        self.styles.clear();
        self.styles.resize(chars, 0);
        let fonts = FontSet::bundled();
        let chain = FontSet::chain(style);
        let selector = ByCoverage {
            fonts,
            chain,
            previous: chain.first().copied(),
        };
        let item = Item {
            char_end: chars as u32,
            options: ShapeOptions {
                font_size: style.size,
                language: None,
                features: &[],
                variations: &[],
            },
        };
        self.shaper.shape_text(
            text,
            &self.analysis,
            &self.styles,
            [item],
            selector,
            &mut self.shaped,
        );
    }
}

/// Chooses faces by coverage.
struct ByCoverage {
    fonts: &'static FontSet,
    chain: &'static [FontId],
    previous: Option<FontId>,
}

impl FontSelector for ByCoverage {
    fn select_font(
        &mut self,
        _segment: &Segment,
        _options: &ShapeOptions<'_>,
        cluster: &mut CharCluster,
    ) -> Option<FontInstanceRef<'_>> {
        let shown = cluster
            .chars()
            .iter()
            .filter(|c| c.contributes_to_shaping)
            .map(|c| c.ch);
        // Controls stay with the run before them: they shape their neighbours
        // (a joiner) or nothing.
        let id = match (shown.clone().next(), self.previous) {
            (None, Some(previous)) => previous,
            // The sign for the end of a verse counts as a control, too.
            (_, previous) => cluster
                .chars()
                .first()
                .and_then(|first| FontSet::sign(self.chain, first.ch, previous))
                .unwrap_or_else(|| self.fonts.choose(self.chain, &shown)),
        };
        self.previous = Some(id);
        let font = self.fonts.font(id)?;
        Some(FontInstanceRef {
            data: &font.blob,
            index: 0,
            synthesis: self.fonts.synthesis(),
        })
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
