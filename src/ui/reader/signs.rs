//! Small signs for characters that are not seen, at their place in the text.
//!
//! Lives here: where a sign stands and how it looks. Does not live here: what
//! is hidden (`language::invisible`) and the flags in the margin
//! ([`super::flags`]).
//!
//! Invariant: signs are painted over the letters from the geometry of their
//! layout; none of them moves a glyph.

use std::borrow::Cow;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::command::HiddenIn;
use crate::language::invisible::{Finding, Hidden, HiddenCharacter, Level, hidden_characters};
use crate::model::Span;
use crate::text::{Caret, Face, ParagraphLayout, TextStyle};
use crate::ui::paint::{TextUi, paint_layout};
use crate::ui::theme::Theme;
use crate::ui::unseen::sign_of;

use super::flow::Placed;

/// Size of a label as a part of the type size, and its bounds, points.
const LABEL: f32 = 0.40;
const LABEL_SIZES: (f32, f32) = (7.5, 14.0);
/// Signs closer than this, points, are one sign with several labels.
const TOGETHER: f32 = 3.0;
/// Labels over one another at one place; the rest is counted.
const MOST_LABELS: usize = 3;
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
    let local = Span::new(found.span.start - start, found.span.end - start);
    let length = layout.shaped().text().len();
    let (x, y, line, rtl) = if local.start >= length {
        // A line end after the last letter.
        let caret = Caret::after(length);
        let rect = layout.caret_rect(caret);
        let rtl = layout.shaped().direction().is_rtl();
        (
            (rect.x0, rect.x0),
            (rect.y0, rect.y1),
            layout.line_of(caret),
            rtl,
        )
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

/// Paints the signs of a paragraph whose top left corner is at `pos`; `size`
/// is the type size of the page, points.
pub(super) fn paint_signs(
    painter: &Painter,
    pos: Pos2,
    layout: &ParagraphLayout,
    signs: &[Sign],
    theme: &Theme,
) {
    let size = layout.shaped().style().size;
    let pen = Pen {
        painter,
        size,
        scale: painter.pixels_per_point(),
    };
    let mut rest = signs;
    while let Some(first) = rest.first() {
        let labelled = |sign: &Sign| look_of(sign.what, sign.character) == Look::Label;
        let together = if labelled(first) {
            rest.iter()
                .take_while(|sign| {
                    labelled(sign)
                        && sign.line == first.line
                        && (sign.x.0 - first.x.0).abs() < TOGETHER
                })
                .count()
                .max(1)
        } else {
            1
        };
        let (group, after) = rest.split_at(together);
        rest = after;
        let grave = group.iter().any(|sign| sign.level == Some(Level::Danger));
        let color = if grave { theme.rubric } else { theme.unseen };
        if labelled(first) {
            pen.labels(pos, group, color, theme.page);
        } else {
            pen.sign(pos, first, color);
        }
    }
}

/// Paints a dotted line over words that are flagged for their letters.
pub(super) fn paint_words(
    painter: &Painter,
    pos: Pos2,
    layout: &ParagraphLayout,
    words: &[(Span, Level)],
    theme: &Theme,
) {
    let scale = painter.pixels_per_point();
    for (span, level) in words {
        let color = if *level == Level::Danger {
            theme.rubric
        } else {
            theme.unseen
        };
        for piece in layout.rects(*span) {
            let y = ((pos.y + piece.rect.y0) * scale).round() / scale + 0.5 / scale;
            let line = [
                pos2(pos.x + piece.rect.x0, y),
                pos2(pos.x + piece.rect.x1, y),
            ];
            painter.extend(Shape::dashed_line(&line, Stroke::new(1.5, color), 2.0, 2.0));
        }
    }
}

/// What draws the signs of one paragraph.
struct Pen<'a> {
    painter: &'a Painter,
    /// Type size of the paragraph, points.
    size: f32,
    /// Pixels a point.
    scale: f32,
}

impl Pen<'_> {
    /// Thickness of lines, points: whole pixels.
    fn thin(&self) -> f32 {
        (self.size / 19.0 * self.scale).round().max(1.0) / self.scale
    }

    fn stroke(&self, color: Color32) -> Stroke {
        Stroke::new(self.thin(), color)
    }

    fn snap(&self, value: f32) -> f32 {
        (value * self.scale).round() / self.scale
    }

    /// An upright line, on whole pixels.
    fn upright(&self, x: f32, top: f32, bottom: f32, color: Color32) {
        let thin = self.thin();
        let left = self.snap(x - thin / 2.0);
        let rect = Rect::from_min_max(
            pos2(left, self.snap(top)),
            pos2(left + thin, self.snap(bottom)),
        );
        self.painter.rect_filled(rect, 0.0, color);
    }

    fn line(&self, points: &[(f32, f32)], color: Color32) {
        let points = points.iter().map(|(x, y)| pos2(*x, *y)).collect();
        self.painter.add(Shape::line(points, self.stroke(color)));
    }

    /// An upright line with labels over it, for everything at one place.
    fn labels(&self, pos: Pos2, group: &[Sign], color: Color32, ground: Color32) {
        let Some(first) = group.first() else {
            return;
        };
        let ctx = self.painter.ctx();
        let size = (self.size * LABEL).clamp(LABEL_SIZES.0, LABEL_SIZES.1);
        let height = (size * 1.15).ceil();
        let mut names: Vec<Cow<'static, str>> = Vec::new();
        let mut more = 0_usize;
        for sign in group {
            if names.len() < MOST_LABELS {
                names.push(sign_of(sign.what, sign.character, sign.pair));
            } else {
                more += 1;
            }
        }
        if more > 0 {
            names.pop();
            names.push(Cow::Owned(format!("+{}", more + 1)));
        }
        let x = pos.x + f32::midpoint(first.x.0, first.x.1);
        let style = TextStyle {
            face: Face::Sans,
            bold: true,
            size,
        };
        // From the letters upwards, the first in reading order at the top.
        let top = pos.y + first.y.0 + 1.0 - height * names.len() as f32;
        for (row, name) in names.iter().enumerate() {
            let label = TextUi::get(ctx).line(ctx, name, style, height);
            let width = label.shaped().width();
            let left = self.snap(x - width / 2.0);
            let y = self.snap(top + height * row as f32);
            let ground_rect =
                Rect::from_min_size(pos2(left, y), vec2(width, height)).expand2(vec2(1.5, 0.0));
            self.painter
                .rect_filled(ground_rect, 2.0, ground.gamma_multiply(0.85));
            paint_layout(self.painter, pos2(left, y), &label, color);
        }
        self.upright(
            x,
            pos.y + first.y.0 + 1.0,
            pos.y + first.y.1 - self.size * 0.1,
            color,
        );
    }

    /// Every other sign.
    fn sign(&self, pos: Pos2, sign: &Sign, color: Color32) {
        let (left, right) = (pos.x + sign.x.0, pos.x + sign.x.1);
        let middle = f32::midpoint(left, right);
        let (top, bottom) = (pos.y + sign.y.0, pos.y + sign.y.1);
        let unit = self.size / 19.0;
        // About the height of the letters without ascenders.
        let base = bottom - (bottom - top) * 0.36;
        match look_of(sign.what, sign.character) {
            Look::Label => {}
            Look::Ring => {
                let narrow = sign.character == '\u{202F}';
                let radius = unit * if narrow { 1.2 } else { 1.8 };
                let center = pos2(middle, base - 5.0 * unit);
                self.painter
                    .circle_stroke(center, radius, self.stroke(color));
            }
            Look::Open => {
                let half = ((right - left) / 2.0 - unit).max(1.2 * unit);
                self.line(
                    &[
                        (middle - half, base - 1.0 * unit),
                        (middle - half, base + 1.5 * unit),
                        (middle + half, base + 1.5 * unit),
                        (middle + half, base - 1.0 * unit),
                    ],
                    color,
                );
            }
            Look::Roof => {
                self.upright(middle, base - 12.0 * unit, base + 3.0 * unit, color);
                self.line(
                    &[
                        (middle - 2.5 * unit, base - 9.5 * unit),
                        (middle, base - 12.5 * unit),
                        (middle + 2.5 * unit, base - 9.5 * unit),
                    ],
                    color,
                );
            }
            Look::Cup => {
                self.upright(middle, base - 10.0 * unit, base + 3.0 * unit, color);
                self.line(
                    &[
                        (middle - 2.5 * unit, base - 12.5 * unit),
                        (middle, base - 10.0 * unit),
                        (middle + 2.5 * unit, base - 12.5 * unit),
                    ],
                    color,
                );
            }
            Look::Dots => {
                let mut y = base - 12.0 * unit;
                while y < base + 3.0 * unit {
                    self.upright(middle, y, y + 1.6 * unit, color);
                    y += 3.4 * unit;
                }
            }
            Look::Hyphen => {
                self.upright(middle, base - 10.0 * unit, base + 3.0 * unit, color);
                self.line(
                    &[
                        (middle - 2.2 * unit, base - 4.0 * unit),
                        (middle + 2.2 * unit, base - 4.0 * unit),
                    ],
                    color,
                );
            }
            Look::Tie => {
                self.upright(middle, base - 8.0 * unit, base + 1.0 * unit, color);
                self.line(
                    &[
                        (middle - 3.0 * unit, base + 1.0 * unit),
                        (middle - 1.5 * unit, base + 3.0 * unit),
                        (middle + 1.5 * unit, base + 3.0 * unit),
                        (middle + 3.0 * unit, base + 1.0 * unit),
                    ],
                    color,
                );
            }
            Look::UnderDot => {
                self.painter
                    .circle_filled(pos2(middle, base + 4.5 * unit), 1.1 * unit, color);
            }
            Look::UnderLine => {
                let y = bottom - 2.0 * unit;
                self.line(
                    &[
                        (left + unit, y - 2.0 * unit),
                        (left + unit, y),
                        (right - unit, y),
                        (right - unit, y - 2.0 * unit),
                    ],
                    color,
                );
            }
            Look::Arrow => {
                let y = base - 4.0 * unit;
                let (from, to) = if sign.rtl {
                    (right - unit, left + unit)
                } else {
                    (left + unit, right - unit)
                };
                let back = if sign.rtl { 3.0 * unit } else { -3.0 * unit };
                self.line(&[(from, y), (to, y)], color);
                self.line(
                    &[
                        (to + back, y - 2.5 * unit),
                        (to, y),
                        (to + back, y + 2.5 * unit),
                    ],
                    color,
                );
            }
            Look::Return => self.line_end(sign, (middle, base), unit, color),
            Look::Marks => {
                for offset in [-1.6, 1.6] {
                    let center = pos2(middle + offset * unit, bottom - 2.0 * unit);
                    self.painter.circle_filled(center, 0.9 * unit, color);
                }
            }
        }
    }

    /// A hooked arrow after the last letter, and which line end it is where
    /// that is not the usual one.
    fn line_end(&self, sign: &Sign, (x, base): (f32, f32), unit: f32, color: Color32) {
        let color = color.gamma_multiply(0.8);
        let on = if sign.rtl { -1.0 } else { 1.0 };
        let x = x + on * 5.0 * unit;
        let y = base - 3.0 * unit;
        let (near, far) = (x, x + on * 7.0 * unit);
        self.line(&[(far, y - 5.0 * unit), (far, y), (near, y)], color);
        self.line(
            &[
                (near + on * 2.5 * unit, y - 2.5 * unit),
                (near, y),
                (near + on * 2.5 * unit, y + 2.5 * unit),
            ],
            color,
        );
        if sign.character == '\n' {
            return;
        }
        let ctx = self.painter.ctx();
        let size = (self.size * LABEL).clamp(LABEL_SIZES.0, LABEL_SIZES.1);
        let name = sign_of(sign.what, sign.character, sign.pair);
        let style = TextStyle {
            face: Face::Sans,
            bold: true,
            size,
        };
        let label = TextUi::get(ctx).line(ctx, &name, style, size * 1.15);
        let width = label.shaped().width();
        let left = if sign.rtl {
            far - 4.0 * unit - width
        } else {
            far + 4.0 * unit
        };
        let place = pos2(self.snap(left), self.snap(y - size));
        paint_layout(self.painter, place, &label, color);
    }
}
