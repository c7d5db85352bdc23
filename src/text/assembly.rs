//! From what the shaper returned to cells.
//!
//! Not here: analysis and shaping themselves (`shape`).
//!
//! The shaper's clusters and graphemes need not agree: a ligature of two
//! letters is one cluster, a letter and its marks are several. The smallest
//! part at whose ends both agree is an atom.
//!
//! **Invariant:** the cells tile the text, whatever the shaper returned for
//! it, and no cell that shows a letter is without width.

use std::ops::Range;

use harfrust::{GlyphBuffer, GlyphInfo, GlyphPosition};
use parley_engine::CharInfo;

use super::bidi::{is_plain, line_end_flags};
use super::cells::{Cell, CellFlags, Cells, Glyph};
use super::fonts::{FontId, FontSet};
use super::itemize::{Char, Stretch};
use super::paragraphs::is_separator;

/// In ems: see [`Builder::join_thin_letter`].
const THIN: f32 = 0.01;

/// Turns the shaper's results for the stretches of a text into cells.
pub(super) struct Builder<'a> {
    chars: &'a [Char],
    infos: &'a [CharInfo],
    /// Length of the text in bytes.
    end: usize,
    /// Points.
    space: f32,
    size: f32,
    /// A letter this wide or less, in points, has no width worth the name.
    thin: f32,
    /// The first character of the last cell.
    before: char,
    /// Whether the last cell is a separator, after which a line may break.
    after_separator: bool,
    out: Cells,
}

/// The result for one stretch.
struct Run<'a> {
    infos: &'a [GlyphInfo],
    positions: &'a [GlyphPosition],
    /// Points to the font unit.
    scale: f32,
    /// Index of its first character.
    start: usize,
    level: u8,
    font: FontId,
    /// The first cell.
    first: usize,
}

/// Some characters, and the glyphs that show them.
#[derive(Clone, Debug)]
struct Part {
    /// Indices of characters of the text.
    chars: Range<usize>,
    /// Indices of glyphs of the run.
    glyphs: Range<usize>,
}

/// Whether the character ends a line and is never shown, even where a mark is
/// put on it.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

const LAM: char = '\u{644}';

fn is_alef(c: char) -> bool {
    matches!(c, '\u{622}' | '\u{623}' | '\u{625}' | '\u{627}' | '\u{671}')
}

impl<'a> Builder<'a> {
    /// For a text of these characters, `end` bytes long; `space` and `size`
    /// in points.
    pub(super) fn new(
        chars: &'a [Char],
        infos: &'a [CharInfo],
        end: usize,
        space: f32,
        size: f32,
    ) -> Self {
        Self {
            chars,
            infos,
            end,
            space,
            size,
            thin: size * THIN,
            before: '\0',
            after_separator: false,
            out: Cells {
                cells: Vec::with_capacity(chars.len() + 1),
                glyphs: Vec::with_capacity(chars.len()),
            },
        }
    }

    /// The cells of all stretches that were added.
    pub(super) fn finish(self) -> Cells {
        self.out
    }

    /// Adds the next stretch of the text.
    pub(super) fn add(&mut self, stretch: &Stretch, glyphs: &GlyphBuffer) {
        let run = Run {
            infos: glyphs.glyph_infos(),
            positions: glyphs.glyph_positions(),
            scale: self.size / FontSet::bundled().units_per_em(stretch.font),
            start: stretch.chars.start,
            level: stretch.level,
            font: stretch.font,
            first: self.out.cells.len(),
        };
        let end = stretch.chars.end;
        let mut next = run.cluster(run.start, 0, end);
        while next.chars.start < end {
            let mut atom = next.clone();
            let mut clusters = 1;
            loop {
                next = run.cluster(atom.chars.end, run.taken(&atom), end);
                if next.chars.start >= end || self.starts_grapheme(next.chars.start) {
                    break;
                }
                clusters += 1;
                atom.chars.end = next.chars.end;
                atom.glyphs.start = atom.glyphs.start.min(next.glyphs.start);
                atom.glyphs.end = atom.glyphs.end.max(next.glyphs.end);
            }
            if !self.letter(&run, &atom) {
                self.atom(&run, &atom, clusters);
            }
        }
    }

    fn starts_grapheme(&self, at: usize) -> bool {
        self.infos
            .get(at)
            .is_none_or(|info| info.is_grapheme_start())
    }

    fn char(&self, at: usize) -> char {
        self.chars.get(at).map_or('\0', |char| char.c)
    }

    fn byte(&self, at: usize) -> u32 {
        self.chars.get(at).map_or(self.end as u32, |char| char.byte)
    }

    /// Takes an atom that is one grapheme beginning with a letter, a digit, a
    /// mark of Latin or Arabic or a space, and whose width is its own: nearly
    /// every one. Returns whether it was one.
    fn letter(&mut self, run: &Run<'_>, atom: &Part) -> bool {
        let at = atom.chars.start;
        let c = self.char(at);
        let alone = atom.chars.len() == 1;
        let space = c == ' ' && alone;
        let width = run.advance(atom.glyphs.clone());
        if !(space || is_plain(c))
            || width <= self.thin
            || !alone && (at + 1..atom.chars.end).any(|at| self.starts_grapheme(at))
        {
            return false;
        }
        let own = if space {
            CellFlags::SPACE.with(CellFlags::HANGS, true)
        } else {
            CellFlags::NONE.with(CellFlags::HELD, self.before == LAM && is_alef(c))
        };
        let flags = self.breaks(own, at, true);
        self.before = c;
        self.after_separator = false;
        self.out.cells.push(Cell {
            byte: self.byte(at),
            width,
            glyphs: self.out.glyphs.len() as u32,
            flags,
            level: run.level,
            font: run.font,
        });
        self.out
            .glyphs
            .extend(atom.glyphs.clone().filter_map(|glyph| run.glyph(glyph, 0)));
        true
    }

    /// The flags of a cell with what the analysis says of its first character.
    fn breaks(&self, flags: CellFlags, at: usize, atom: bool) -> CellFlags {
        let info = self.infos.get(at);
        let soft = info.is_some_and(|info| info.is_soft_wrap_opportunity());
        let word = info.is_some_and(|info| info.is_word_boundary());
        flags
            .with(CellFlags::ATOM, atom)
            .with(CellFlags::SOFT_BREAK, soft || self.after_separator)
            .with(CellFlags::WORD_EDGE, word)
    }

    /// Takes any atom.
    fn atom(&mut self, run: &Run<'_>, atom: &Part, clusters: usize) {
        let first = self.out.cells.len();
        let first_glyph = self.out.glyphs.len() as u32;
        let before = self.before;
        let mut at = atom.chars.start;
        while at < atom.chars.end {
            let mut end = at + 1;
            while end < atom.chars.end && !self.starts_grapheme(end) {
                end += 1;
            }
            let content = self.chars.get(at..end).unwrap_or_default();
            let flags = self.breaks(cell_flags(content), at, at == atom.chars.start);
            self.before = self.char(at);
            self.out.cells.push(Cell {
                byte: self.byte(at),
                width: 0.0,
                glyphs: first_glyph,
                flags,
                level: run.level,
                font: run.font,
            });
            at = end;
        }
        self.after_separator = self.out.cells.last().is_some_and(|cell| {
            cell.flags.has(CellFlags::SEPARATOR) && cell.flags.has(CellFlags::HANGS)
        });
        if self.invisible(first, atom.chars.start) {
            return;
        }
        self.glyphs(run, atom, clusters, first);
        self.invisible(first, atom.chars.start);
        let end = self.out.glyphs.len() as u32;
        for cell in self.out.cells.get_mut(first + 1..).unwrap_or_default() {
            cell.glyphs = end;
        }
        self.unify_space(first);
        if before == LAM && is_alef(self.char(atom.chars.start)) {
            self.hold(first);
        }
        self.join_thin_letter(first, run.first, atom.chars.start);
        // A caret cannot go back.
        for cell in self.out.cells.get_mut(first..).unwrap_or_default() {
            cell.width = cell.width.max(0.0);
        }
    }

    /// Whether the atom is a control that shows nothing: separators take the
    /// width of a space, tabs get theirs on the line, all others take none.
    fn invisible(&mut self, first: usize, at: usize) -> bool {
        let c = self.char(at);
        let count = self.out.cells.len();
        let Some(cell) = self.out.cells.get_mut(first) else {
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
        count == first + 1
    }

    /// The glyphs of an atom, and the width of each cluster shared out evenly
    /// among the graphemes it shows.
    fn glyphs(&mut self, run: &Run<'_>, atom: &Part, clusters: usize, first: usize) {
        let atom_byte = self.byte(atom.chars.start);
        let mut rest = atom.clone();
        for _ in 0..clusters {
            let cluster = run.cluster(rest.chars.start, run.taken_before(&rest), atom.chars.end);
            rest = run.after(&rest, &cluster);
            let cells = self.out.cells.get(first..).unwrap_or_default();
            let (from, to) = (self.byte(cluster.chars.start), self.byte(cluster.chars.end));
            let low = cells.partition_point(|cell| cell.byte <= from).max(1) - 1;
            let high = cells.partition_point(|cell| cell.byte < to).max(low + 1);
            let width = if is_line_end(self.char(cluster.chars.start)) {
                0.0
            } else {
                run.advance(cluster.glyphs.clone())
            };
            let share = width / (high - low) as f32;
            let cells = self.out.cells.get_mut(first..).unwrap_or_default();
            for cell in cells.get_mut(low..high).unwrap_or_default() {
                cell.width += share;
            }
        }
        // From left to right, as the shaper has them.
        for glyph in atom.glyphs.clone() {
            let Some(info) = run.infos.get(glyph) else {
                continue;
            };
            let at = run.start + info.cluster as usize;
            if is_line_end(self.char(at)) {
                continue;
            }
            let start = self.byte(at);
            let cells = self.out.cells.get(first..).unwrap_or_default();
            let cell = cells
                .partition_point(|cell| cell.byte <= start)
                .checked_sub(1)
                .and_then(|at| cells.get(at));
            let offset = cell.map_or(0, |cell| cell.byte - atom_byte);
            let offset = u16::try_from(offset).unwrap_or(u16::MAX);
            self.out.glyphs.extend(run.glyph(glyph, offset));
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

    /// Holds the alef of lam-alef to its lam, in whatever way the face draws
    /// the two.
    fn hold(&mut self, alef: usize) {
        if let Some(cell) = self.out.cells.get_mut(alef) {
            cell.flags = cell.flags.with(CellFlags::HELD, true);
        }
    }

    /// Joins a letter without width to the letter before it. Noto Naskh
    /// Arabic draws lam-alef as two glyphs of which the alef has no advance,
    /// Amiri a reh below a teh; such a letter could be neither seen in a
    /// highlight nor reached by a caret. The two become one atom and share the
    /// width, as the parts of a ligature do.
    fn join_thin_letter(&mut self, first: usize, run_start: usize, at: usize) {
        if first <= run_start || self.out.cells.len() != first + 1 {
            return;
        }
        let cell = |at: usize| self.out.cells.get(at).copied();
        let (Some(wide), Some(thin)) = (cell(first - 1), cell(first)) else {
            return;
        };
        if thin.width > self.thin
            || wide.width <= self.thin
            || !self.char(at).is_alphabetic()
            || !self.char_at_byte(wide.byte).is_alphabetic()
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

    /// The character that begins at a byte.
    fn char_at_byte(&self, byte: u32) -> char {
        let after = self.chars.partition_point(|char| char.byte <= byte);
        after.checked_sub(1).map_or('\0', |at| self.char(at))
    }
}

impl Run<'_> {
    /// The cluster that begins with the character `start`, after `taken`
    /// glyphs in reading order; its characters end at `end` if it is the last.
    fn cluster(&self, start: usize, taken: usize, end: usize) -> Part {
        let count = self.infos.len();
        let is_rtl = self.level & 1 == 1;
        // Glyphs in reading order; past the last one there is none.
        let of = |step: usize| {
            let index = if is_rtl {
                count.wrapping_sub(step + 1)
            } else {
                step
            };
            let info = self.infos.get(index);
            info.map_or(end, |info| self.start + info.cluster as usize)
        };
        let own = of(taken);
        let mut next = taken;
        while next < count && of(next) == own {
            next += 1;
        }
        // A glyph whose cluster does not lie further on is not to be had from
        // a shaper; the characters must get on all the same.
        Part {
            chars: start..of(next).min(end).max((start + 1).min(end)),
            glyphs: if is_rtl {
                count - next..count - taken.min(count)
            } else {
                taken..next
            },
        }
    }

    /// How many glyphs in reading order end with this part.
    fn taken(&self, part: &Part) -> usize {
        if self.level & 1 == 1 {
            self.infos.len() - part.glyphs.start
        } else {
            part.glyphs.end
        }
    }

    /// How many glyphs in reading order are before this part.
    fn taken_before(&self, part: &Part) -> usize {
        if self.level & 1 == 1 {
            self.infos.len() - part.glyphs.end
        } else {
            part.glyphs.start
        }
    }

    /// What is left of a part after its first cluster.
    fn after(&self, part: &Part, cluster: &Part) -> Part {
        Part {
            chars: cluster.chars.end..part.chars.end,
            glyphs: if self.level & 1 == 1 {
                part.glyphs.start..cluster.glyphs.start
            } else {
                cluster.glyphs.end..part.glyphs.end
            },
        }
    }

    /// The width of some glyphs in points.
    fn advance(&self, glyphs: Range<usize>) -> f32 {
        let positions = self.positions.get(glyphs).unwrap_or_default();
        let units: i64 = positions
            .iter()
            .map(|position| i64::from(position.x_advance))
            .sum();
        units as f32 * self.scale
    }

    /// A glyph in points; `cluster` in bytes from the start of its atom.
    fn glyph(&self, index: usize, cluster: u16) -> Option<Glyph> {
        let (info, position) = (self.infos.get(index)?, self.positions.get(index)?);
        Some(Glyph {
            id: info.glyph_id as u16,
            cluster,
            x: position.x_offset as f32 * self.scale,
            // The shaper's y grows upwards.
            y: position.y_offset.wrapping_neg() as f32 * self.scale,
            advance: position.x_advance as f32 * self.scale,
        })
    }
}

fn cell_flags(content: &[Char]) -> CellFlags {
    let mut chars = content.iter().map(|char| char.c);
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
