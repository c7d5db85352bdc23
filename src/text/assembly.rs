//! From what the engine shaped to cells.
//!
//! Not here: analysis and shaping themselves (`shape`).
//!
//! **Invariant:** the cells tile the text, whatever the engine returned for
//! it, and no cell that shows a letter is without width.

use parley_engine::{Atom, ShapedSlice, ShapedText};

use super::bidi::{is_plain, line_end_flags};
use super::cells::{Cell, CellFlags, Cells, Glyph};
use super::fonts::{FontId, FontSet};
use super::paragraphs::is_separator;

/// The cells of a text; `space` and `size` in points.
pub(super) fn assemble(text: &str, shaped: &ShapedText, space: f32, size: f32) -> Cells {
    Builder::new(text, shaped, space, size).build()
}

/// In ems: see [`Builder::join_thin_letter`].
const THIN: f32 = 0.01;

/// Turns the engine's result into cells.
struct Builder<'a> {
    text: &'a str,
    shaped: &'a ShapedText,
    space: f32,
    /// A letter this wide or less, in points, has no width worth the name.
    thin: f32,
    /// The first character of the last cell.
    before: char,
    out: Cells,
}

/// A run of the engine's result.
struct Run<'a> {
    slice: ShapedSlice<'a>,
    level: u8,
    font: FontId,
    /// The first cell.
    first: usize,
}

const LAM: char = '\u{644}';

fn is_alef(c: char) -> bool {
    matches!(c, '\u{622}' | '\u{623}' | '\u{625}' | '\u{627}' | '\u{671}')
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, shaped: &'a ShapedText, space: f32, size: f32) -> Self {
        Self {
            text,
            shaped,
            space,
            thin: size * THIN,
            before: '\0',
            out: Cells {
                cells: Vec::with_capacity(shaped.characters().len() + 1),
                glyphs: Vec::with_capacity(shaped.shaped_clusters().len()),
            },
        }
    }

    fn build(mut self) -> Cells {
        let fonts = FontSet::bundled();
        let shaped = self.shaped;
        for (index, run) in shaped.runs().iter().enumerate() {
            let font = shaped
                .fonts()
                .get(run.font_index)
                .and_then(|font| fonts.id_of(font.font.data.id()))
                .unwrap_or(FontId(0));
            let run_of = Run {
                slice: shaped.run_slice(index as u32),
                level: run.bidi_level.to_u8(),
                font,
                first: self.out.cells.len(),
            };
            let mut atoms = run_of.slice.atoms_start();
            while let Some(atom) = atoms.next() {
                if !self.letter_atom(&run_of, &atom) {
                    self.atom(&run_of, &atom);
                }
            }
        }
        self.out
    }

    /// Takes an atom that is one grapheme beginning with a letter, a digit, a
    /// mark of Latin or Arabic or a space, and whose width is its own: nearly
    /// every one. Returns whether it was one.
    fn letter_atom(&mut self, run: &Run<'_>, atom: &Atom<'_>) -> bool {
        let [first, rest @ ..] = atom.characters() else {
            return false;
        };
        let byte = first.text_byte_start as usize;
        let Some(c) = self.text.get(byte..).and_then(|rest| rest.chars().next()) else {
            return false;
        };
        let width = atom.advance();
        let space = c == ' ' && rest.is_empty();
        if !(space || is_plain(c))
            || width <= self.thin
            || rest.iter().any(|character| character.grapheme_start)
        {
            return false;
        }
        let own = if space {
            CellFlags::SPACE.with(CellFlags::HANGS, true)
        } else {
            CellFlags::NONE
        };
        let flags = own
            .with(CellFlags::ATOM, true)
            .with(
                CellFlags::SOFT_BREAK,
                first.flags.is_soft_wrap_opportunity() || self.after_separator(),
            )
            .with(CellFlags::WORD_EDGE, first.flags.is_word_boundary())
            .with(CellFlags::HELD, self.before == LAM && is_alef(c));
        self.before = c;
        self.out.cells.push(Cell {
            byte: first.text_byte_start,
            width,
            glyphs: self.out.glyphs.len() as u32,
            flags,
            level: run.level,
            font: run.font,
        });
        let clusters = atom.shaped_clusters_range();
        for step in 0..clusters.len() as u32 {
            let index = if run.level & 1 == 1 {
                clusters.end - 1 - step
            } else {
                clusters.start + step
            };
            for glyph in run.slice.shaped_cluster_glyphs(index) {
                self.out.glyphs.push(Glyph {
                    id: glyph.id as u16,
                    cluster: 0,
                    x: glyph.x,
                    y: glyph.y,
                    advance: glyph.advance,
                });
            }
        }
        true
    }

    /// Whether the last cell is a separator, after which a line may break.
    fn after_separator(&self) -> bool {
        self.out.cells.last().is_some_and(|cell| {
            cell.flags.has(CellFlags::SEPARATOR) && cell.flags.has(CellFlags::HANGS)
        })
    }

    /// Takes any atom.
    fn atom(&mut self, run: &Run<'_>, atom: &Atom<'_>) {
        let first = self.out.cells.len();
        let first_glyph = self.out.glyphs.len();
        let before = self.before;
        let after_separator = self.after_separator();
        for grapheme in atom.graphemes_start() {
            let chars = grapheme.char_range();
            let Some(character) = self.shaped.characters().get(chars.start as usize) else {
                continue;
            };
            let range = run.slice.text_byte_range(chars);
            let content = self.text.get(range.clone()).unwrap_or_default();
            self.before = content.chars().next().unwrap_or_default();
            let flags = cell_flags(content)
                .with(CellFlags::ATOM, self.out.cells.len() == first)
                .with(
                    CellFlags::SOFT_BREAK,
                    character.flags.is_soft_wrap_opportunity() || after_separator,
                )
                .with(CellFlags::WORD_EDGE, character.flags.is_word_boundary());
            self.out.cells.push(Cell {
                byte: range.start as u32,
                width: grapheme.advance(),
                glyphs: first_glyph as u32,
                flags,
                level: run.level,
                font: run.font,
            });
        }
        if self.invisible(first) {
            return;
        }
        self.glyphs(&run.slice, atom, run.level, first);
        let end = self.out.glyphs.len() as u32;
        let [_, rest @ ..] = self.out.cells.get_mut(first..).unwrap_or_default() else {
            return;
        };
        for cell in rest {
            cell.glyphs = end;
        }
        self.unify_space(first);
        self.hold_alef(first, before);
        self.join_thin_letter(first, run.first);
        // A caret cannot go back.
        for cell in self.out.cells.get_mut(first..).unwrap_or_default() {
            cell.width = cell.width.max(0.0);
        }
    }

    /// Whether the atom is a control that shows nothing: separators take the
    /// width of a space, tabs get theirs on the line, all others take none.
    fn invisible(&mut self, first: usize) -> bool {
        let Some(cell) = self.out.cells.get_mut(first) else {
            return true;
        };
        let content = self.text.get(cell.byte as usize..);
        let Some(c) = content.and_then(|rest| rest.chars().next()) else {
            return true;
        };
        if is_separator(c) {
            cell.width = self.space;
        } else if c.is_control() || c == '\u{2028}' {
            cell.width = 0.0;
        } else {
            return false;
        }
        // Such a cell is an atom of its own; were it ever part of a larger
        // one, its glyphs would be needed.
        self.out.cells.len() == first + 1
    }

    fn glyphs(&mut self, slice: &ShapedSlice<'_>, atom: &Atom<'_>, level: u8, first: usize) {
        let atom_byte = self.out.cells.get(first).map_or(0, |cell| cell.byte);
        let clusters = atom.shaped_clusters_range();
        let count = clusters.len() as u32;
        for step in 0..count {
            let index = if level & 1 == 1 {
                clusters.end - 1 - step
            } else {
                clusters.start + step
            };
            let start = self
                .shaped
                .shaped_clusters()
                .get(index as usize)
                .and_then(|cluster| {
                    self.shaped
                        .characters()
                        .get(cluster.chars_range().start as usize)
                })
                .map_or(atom_byte, |character| character.text_byte_start);
            let cells = self.out.cells.get(first..).unwrap_or_default();
            let cell = cells
                .partition_point(|cell| cell.byte <= start)
                .checked_sub(1)
                .and_then(|at| cells.get(at));
            let cluster = cell.map_or(0, |cell| cell.byte - atom_byte);
            for glyph in slice.shaped_cluster_glyphs(index) {
                self.out.glyphs.push(Glyph {
                    id: glyph.id as u16,
                    cluster: u16::try_from(cluster).unwrap_or(u16::MAX),
                    x: glyph.x,
                    y: glyph.y,
                    advance: glyph.advance,
                });
            }
        }
    }

    /// A space that a font ties to its neighbour cannot be reset on its own by
    /// rule L1 without tearing the glyphs apart; the atom then keeps its level.
    fn unify_space(&mut self, first: usize) {
        let Some([one, two, rest @ ..]) = self.out.cells.get_mut(first..) else {
            return;
        };
        for cell in [one, two].into_iter().chain(rest) {
            cell.flags = cell
                .flags
                .with(CellFlags::SPACE, false)
                .with(CellFlags::SEPARATOR, false)
                .with(CellFlags::HANGS, false);
        }
    }

    /// The first letter of a cell.
    fn letter(&self, cell: &Cell) -> Option<char> {
        let rest = self.text.get(cell.byte as usize..)?;
        rest.chars().next().filter(|c| c.is_alphabetic())
    }

    /// Holds the alef of lam-alef to its lam, in whatever way the face draws
    /// the two; `before` is the first character of the cell before it.
    fn hold_alef(&mut self, first: usize, before: char) {
        if before != LAM {
            return;
        }
        let alef = self.out.cells.get(first).and_then(|cell| self.letter(cell));
        if alef.is_some_and(is_alef)
            && let Some(cell) = self.out.cells.get_mut(first)
        {
            cell.flags = cell.flags.with(CellFlags::HELD, true);
        }
    }

    /// Joins a letter without width to the letter before it. Noto Naskh
    /// Arabic draws lam-alef as two glyphs of which the alef has no advance,
    /// Amiri a reh below a teh; such a letter could be neither seen in a
    /// highlight nor reached by a caret. The two become one atom and share the
    /// width, as the parts of a ligature do.
    fn join_thin_letter(&mut self, first: usize, run_start: usize) {
        if first <= run_start || self.out.cells.len() != first + 1 {
            return;
        }
        let cell = |at: usize| self.out.cells.get(at).copied();
        let (Some(wide), Some(thin)) = (cell(first - 1), cell(first)) else {
            return;
        };
        if thin.width > self.thin
            || wide.width <= self.thin
            || self.letter(&wide).is_none()
            || self.letter(&thin).is_none()
        {
            return;
        }
        let cells = &mut self.out.cells;
        let atom = cells
            .get(..first)
            .unwrap_or_default()
            .iter()
            .rposition(|cell| cell.flags.has(CellFlags::ATOM))
            .unwrap_or(first - 1);
        let Some(head) = cells.get(atom).copied() else {
            return;
        };
        let (begin, middle) = (head.glyphs as usize, thin.glyphs as usize);
        let shift = u16::try_from(thin.byte - head.byte).unwrap_or(u16::MAX);
        let end = self.out.glyphs.len();
        for glyph in self.out.glyphs.get_mut(middle..).unwrap_or_default() {
            glyph.cluster = glyph.cluster.saturating_add(shift);
        }
        if thin.level & 1 == 1
            && let Some(both) = self.out.glyphs.get_mut(begin..)
        {
            both.rotate_left(middle - begin);
        }
        for cell in cells.get_mut(first - 1..).unwrap_or_default() {
            cell.width = f32::midpoint(wide.width, thin.width);
        }
        for cell in cells.get_mut(atom + 1..).unwrap_or_default() {
            cell.flags = cell.flags.with(CellFlags::ATOM, false);
            cell.glyphs = end as u32;
        }
    }
}

fn cell_flags(content: &str) -> CellFlags {
    let mut chars = content.chars();
    let Some(first) = chars.next() else {
        return CellFlags::NONE;
    };
    let mut flags = line_end_flags(first);
    // Most cells end here: one letter, or a letter and its marks.
    if flags == CellFlags::NONE {
        return flags;
    }
    for c in chars {
        if line_end_flags(c) == CellFlags::NONE {
            return CellFlags::NONE;
        }
    }
    let hangs = matches!(
        first,
        ' ' | '\t' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}' | '\u{3000}'
    ) || is_separator(first);
    flags = flags
        .with(CellFlags::HANGS, hangs)
        .with(CellFlags::TAB, first == '\t')
        .with(
            CellFlags::BREAK_AFTER,
            matches!(first, '\u{2028}' | '\u{0B}' | '\u{0C}'),
        );
    flags
}
