//! Small signs for characters that are not seen, at their place in the text.
//!
//! Lives here: where a sign stands and how it looks. Does not live here: what
//! is hidden (`language::invisible`) and the flags in the margin
//! ([`super::flags`]).
//!
//! Invariant: signs are painted over the letters from the geometry of their
//! layout; none of them moves a glyph.

mod drawing;
mod labels;

use egui::{Painter, Pos2, Rect, pos2};

use crate::command::HiddenIn;
use crate::language::invisible::{Finding, Hidden, HiddenCharacter, Level, hidden_characters};
use crate::model::Span;
use crate::text::{Caret, ParagraphLayout};
use crate::ui::theme::Theme;

use super::flow::Placed;

use drawing::Pen;
pub(super) use drawing::paint_words;

/// How far the ground of a selected sign reaches to either side, points.
const SELECTED: f32 = 3.0;
/// A longer selection (bytes) holds something to be seen.
const MOST_SELECTED: usize = 16;
/// The most signs painted in one paragraph: more cannot be told apart.
const MOST_SIGNS: usize = 4000;

/// How a sign looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Look {
    /// An upright line with a label on it.
    Label,
    /// A ring in the middle of a space.
    Ring,
    /// A bracket under a space.
    Open,
    /// An upright line with a roof: what follows does not join.
    Roof,
    /// An upright line with a cup: what follows joins.
    Cup,
    /// A dotted upright line: a word may end here.
    Dots,
    /// A short upright line with a hyphen.
    Hyphen,
    /// A tie: no line ends here.
    Tie,
    /// A dot under a tatweel.
    UnderDot,
    /// A bracket under a letter of an old encoding.
    UnderLine,
    /// An arrow as wide as a tab.
    Arrow,
    /// A hooked arrow at the end of a line.
    Return,
    /// Two dots under marks in another order.
    Marks,
}

fn look_of(what: Hidden, c: char) -> Look {
    match (what, c) {
        (_, '\u{2060}') => Look::Tie,
        (Hidden::NoBreak, _) => Look::Ring,
        (Hidden::Space, _) => Look::Open,
        (_, '\u{200B}') => Look::Dots,
        (_, '\u{200C}') => Look::Roof,
        (_, '\u{200D}') => Look::Cup,
        (_, '\u{AD}') => Look::Hyphen,
        (Hidden::Tatweel, _) => Look::UnderDot,
        (Hidden::PresentationForm, _) => Look::UnderLine,
        (Hidden::Tab, _) => Look::Arrow,
        (Hidden::LineEnd, _) => Look::Return,
        (Hidden::MarkOrder | Hidden::Tanwin | Hidden::DoubledMark | Hidden::LoneMark, _) => {
            Look::Marks
        }
        _ => Look::Label,
    }
}

/// One invisible character with its place.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    /// Bytes of the document.
    pub(super) span: Span,
    pub(super) what: Hidden,
    pub(super) character: char,
    /// Whether it is CR LF.
    pub(super) pair: bool,
    /// How grave the finding about it is, if there is one.
    pub(super) level: Option<Level>,
    /// Left and right edge, points from the left of the column; one and the
    /// same for what has no width.
    pub(super) x: (f32, f32),
    /// Upper and lower edge of the face, points below the paragraph's top.
    pub(super) y: (f32, f32),
    /// The line it stands on.
    pub(super) line: usize,
    /// Whether it stands in right-to-left text.
    rtl: bool,
}

/// The signs of a paragraph in sight: of everything invisible if `all`, else
/// of what is flagged.
pub(super) fn signs(
    text: &str,
    placed: &Placed,
    hidden: Option<&HiddenIn>,
    all: bool,
) -> Vec<Sign> {
    let mut found: Vec<HiddenCharacter> = if all {
        let mut found = hidden_characters(text, placed.sight);
        if placed.sight.end >= placed.span.end {
            let end = placed.span.end;
            found.extend(
                hidden_characters(text, Span::new(end, (end + 2).min(text.len())))
                    .into_iter()
                    .take(1)
                    .filter(|found| found.what == Hidden::LineEnd && found.span.start == end),
            );
        }
        found
    } else {
        // Only invisible characters have a sign; words have a line over them.
        flagged(hidden, placed.sight)
            .flat_map(|finding| hidden_characters(text, finding.span))
            .filter(|found| {
                !matches!(
                    found.what,
                    Hidden::Tatweel
                        | Hidden::MarkOrder
                        | Hidden::Tanwin
                        | Hidden::PresentationForm
                        | Hidden::LineEnd
                )
            })
            .collect()
    };
    found.truncate(MOST_SIGNS);
    found.dedup();
    found
        .into_iter()
        .filter_map(|one| {
            let part = one.span.of(text)?;
            let level = hidden.and_then(|hidden| {
                hidden
                    .inspection
                    .within(one.span)
                    .map(|finding| finding.level)
                    .max()
            });
            sign(&placed.layout, placed.span.start, one, part, level)
        })
        .collect()
}

/// The flagged findings in a stretch of the document.
pub(super) fn flagged(hidden: Option<&HiddenIn>, sight: Span) -> impl Iterator<Item = &Finding> {
    hidden
        .into_iter()
        .flat_map(move |hidden| hidden.inspection.within(sight))
        .filter(|finding| finding.level > Level::Info)
}

/// Where a character stands; `start` is the byte at which its paragraph
/// begins.
fn sign(
    layout: &ParagraphLayout,
    start: usize,
    found: HiddenCharacter,
    part: &str,
    level: Option<Level>,
) -> Option<Sign> {
    // A line end of several characters may begin in the part before.
    let local = Span::new(
        found.span.start.checked_sub(start)?,
        found.span.end.checked_sub(start)?,
    );
    let length = layout.shaped().text().len();
    let (x, y, line, rtl) = if local.start >= length {
        // A line end stands after the last line, whatever way its last words
        // run.
        let line = layout.lines().len().saturating_sub(1);
        let rect = layout.caret_rect(Caret::after(length));
        let rtl = layout.shaped().direction().is_rtl();
        let x = layout
            .lines()
            .last()
            .map_or(rect.x0, |last| if rtl { last.x0 } else { last.x1 });
        ((x, x), (rect.y0, rect.y1), line, rtl)
    } else {
        let rect = layout.rects(local).first().copied()?;
        let (x0, x1) = (rect.rect.x0, rect.rect.x1);
        let inside = rect.span.start < local.start;
        let on_marks = look_of(found.what, '\0') == Look::Marks;
        // What joins the letter before it stands where that letter ends.
        let x = if inside && !on_marks {
            let edge = if rect.rtl { x0 } else { x1 };
            (edge, edge)
        } else {
            (x0, x1)
        };
        (x, (rect.rect.y0, rect.rect.y1), rect.line, rect.rtl)
    };
    Some(Sign {
        span: found.span,
        what: found.what,
        character: part.chars().next()?,
        pair: part == "\r\n",
        level,
        x,
        y,
        line,
        rtl,
    })
}

/// Paints the ground of a selection that covers only what has no width, which
/// nothing else would show.
pub(super) fn paint_selected(painter: &Painter, pos: Pos2, signs: &[Sign], selection: Span) {
    let covered = |sign: &&Sign| {
        selection.start <= sign.span.start
            && sign.span.end <= selection.end
            && sign.x.1 - sign.x.0 < SELECTED
    };
    if selection.len() > MOST_SELECTED {
        return;
    }
    let theme = Theme::get(painter.ctx());
    for sign in signs.iter().filter(covered) {
        let rect = Rect::from_min_max(
            pos2(pos.x + sign.x.0 - SELECTED, pos.y + sign.y.0),
            pos2(pos.x + sign.x.1 + SELECTED, pos.y + sign.y.1),
        );
        painter.rect_filled(rect, 2.0, theme.selection);
    }
}

/// Paints the signs of a paragraph whose top left corner is at `pos`.
pub(super) fn paint_signs(
    painter: &Painter,
    pos: Pos2,
    layout: &ParagraphLayout,
    signs: &[Sign],
    theme: &Theme,
) {
    if signs.is_empty() {
        return;
    }
    let pen = Pen::new(painter, layout.shaped().style().size);
    let (labelled, drawn): (Vec<&Sign>, Vec<&Sign>) = signs
        .iter()
        .partition(|sign| look_of(sign.what, sign.character) == Look::Label);
    for sign in drawn {
        let color = if sign.level == Some(Level::Danger) {
            theme.rubric
        } else {
            theme.unseen
        };
        pen.sign(pos, sign, color);
    }
    labels::paint(&pen, pos, layout, &labelled, theme);
}
