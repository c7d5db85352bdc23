//! Small icons, drawn by strokes on a grid of 16 by 16.
//!
//! Icons that point along the reading direction are mirrored in a
//! right-to-left interface.

use std::f32::consts::TAU;

use egui::epaint::PathShape;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::theme::UiDirection;

/// An icon.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug)]
pub enum Icon {
    /// A folder.
    Open,
    /// A disk.
    Save,
    /// An arrow back to the start.
    Undo,
    /// An arrow on to the end.
    Redo,
    /// A lens.
    Search,
    /// A cross.
    Close,
    /// Downwards.
    ChevronDown,
    /// Upwards.
    ChevronUp,
    /// To the start of the line.
    ChevronStart,
    /// To the end of the line.
    ChevronEnd,
    /// The light look.
    Sun,
    /// The dark look.
    Moon,
    /// A page.
    Document,
    /// A cross for "new".
    Plus,
    /// Something shown.
    Eye,
    /// Something hidden.
    EyeOff,
    /// A tick.
    Check,
    /// A label on a string.
    Tag,
    /// A page with lines.
    Note,
    /// An arrow out of a tray.
    Export,
    /// A warning triangle.
    Warning,
    /// Two columns.
    Columns,
    /// A panel at the start side.
    PanelStart,
    /// A panel at the end side.
    PanelEnd,
    /// A panel below.
    PanelBottom,
    /// Three dots.
    More,
    /// A bin.
    Delete,
    /// A circle, empty: not begun.
    StateNew,
    /// A circle, half: in progress.
    StateHalf,
    /// A circle, full: done.
    StateDone,
}

/// A stroke of an icon, grid units.
enum Part {
    Line(&'static [(f32, f32)]),
    Closed(&'static [(f32, f32)]),
    /// Centre, radius, from and to as parts of a turn, clockwise from the
    /// right.
    Arc((f32, f32), f32, f32, f32),
    /// Centre, radius; filled.
    Dot((f32, f32), f32),
    /// The right half of a disc, filled.
    Half((f32, f32), f32),
}

use Part::{Arc, Closed, Dot, Half, Line};

impl Icon {
    /// Whether it points along the reading direction.
    pub fn is_mirrored(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::ChevronStart
                | Self::ChevronEnd
                | Self::PanelStart
                | Self::PanelEnd
                | Self::Tag
                | Self::Note
                | Self::Open
                | Self::StateHalf
        )
    }

    fn parts(self) -> &'static [Part] {
        match self {
            Self::Open => &[Closed(&[
                (2.0, 4.5),
                (2.0, 12.5),
                (14.0, 12.5),
                (14.0, 5.5),
                (8.0, 5.5),
                (6.5, 3.5),
                (2.0, 3.5),
            ])],
            Self::Save => &[
                Closed(&[
                    (2.5, 2.5),
                    (11.0, 2.5),
                    (13.5, 5.0),
                    (13.5, 13.5),
                    (2.5, 13.5),
                ]),
                Line(&[(5.0, 2.5), (5.0, 6.0), (10.0, 6.0), (10.0, 2.5)]),
                Line(&[(5.0, 13.5), (5.0, 9.5), (11.0, 9.5), (11.0, 13.5)]),
            ],
            Self::Undo => &[
                Line(&[(6.0, 3.0), (2.5, 6.5), (6.0, 10.0)]),
                Line(&[(2.5, 6.5), (9.5, 6.5)]),
                Arc((9.5, 9.75), 3.25, -0.25, 0.25),
                Line(&[(9.5, 13.0), (7.0, 13.0)]),
            ],
            Self::Redo => &[
                Line(&[(10.0, 3.0), (13.5, 6.5), (10.0, 10.0)]),
                Line(&[(13.5, 6.5), (6.5, 6.5)]),
                Arc((6.5, 9.75), 3.25, 0.25, 0.75),
                Line(&[(6.5, 13.0), (9.0, 13.0)]),
            ],
            Self::Search => &[
                Arc((7.0, 7.0), 4.5, 0.0, 1.0),
                Line(&[(10.3, 10.3), (14.0, 14.0)]),
            ],
            Self::Close => &[
                Line(&[(4.0, 4.0), (12.0, 12.0)]),
                Line(&[(12.0, 4.0), (4.0, 12.0)]),
            ],
            Self::ChevronDown => &[Line(&[(4.0, 6.0), (8.0, 10.0), (12.0, 6.0)])],
            Self::ChevronUp => &[Line(&[(4.0, 10.0), (8.0, 6.0), (12.0, 10.0)])],
            Self::ChevronStart => &[Line(&[(10.0, 4.0), (6.0, 8.0), (10.0, 12.0)])],
            Self::ChevronEnd => &[Line(&[(6.0, 4.0), (10.0, 8.0), (6.0, 12.0)])],
            Self::Sun => &[
                Arc((8.0, 8.0), 3.0, 0.0, 1.0),
                Line(&[(8.0, 1.0), (8.0, 2.8)]),
                Line(&[(8.0, 13.2), (8.0, 15.0)]),
                Line(&[(1.0, 8.0), (2.8, 8.0)]),
                Line(&[(13.2, 8.0), (15.0, 8.0)]),
                Line(&[(3.1, 3.1), (4.3, 4.3)]),
                Line(&[(11.7, 11.7), (12.9, 12.9)]),
                Line(&[(12.9, 3.1), (11.7, 4.3)]),
                Line(&[(4.3, 11.7), (3.1, 12.9)]),
            ],
            Self::Moon => &[
                Arc((8.0, 8.0), 5.5, 0.08, 0.72),
                Arc((10.7, 5.2), 4.9, 0.247, 0.553),
            ],
            Self::Document => &[
                Closed(&[
                    (3.5, 1.5),
                    (9.5, 1.5),
                    (12.5, 4.5),
                    (12.5, 14.5),
                    (3.5, 14.5),
                ]),
                Line(&[(9.5, 1.5), (9.5, 4.5), (12.5, 4.5)]),
            ],
            Self::Plus => &[
                Line(&[(8.0, 3.0), (8.0, 13.0)]),
                Line(&[(3.0, 8.0), (13.0, 8.0)]),
            ],
            Self::Eye => &[
                Closed(&[
                    (1.5, 8.0),
                    (3.4, 5.6),
                    (5.6, 4.2),
                    (8.0, 3.7),
                    (10.4, 4.2),
                    (12.6, 5.6),
                    (14.5, 8.0),
                    (12.6, 10.4),
                    (10.4, 11.8),
                    (8.0, 12.3),
                    (5.6, 11.8),
                    (3.4, 10.4),
                ]),
                Arc((8.0, 8.0), 2.0, 0.0, 1.0),
            ],
            Self::EyeOff => &[
                Line(&[(1.5, 8.0), (3.4, 5.6), (5.6, 4.2), (8.0, 3.7), (10.4, 4.2)]),
                Line(&[
                    (12.9, 5.9),
                    (14.5, 8.0),
                    (12.6, 10.4),
                    (10.4, 11.8),
                    (8.0, 12.3),
                    (5.6, 11.8),
                ]),
                Line(&[(2.5, 13.5), (13.5, 2.5)]),
            ],
            Self::Check => &[Line(&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)])],
            Self::Tag => &[
                Closed(&[(2.0, 2.5), (8.0, 2.5), (14.0, 8.5), (8.5, 14.0), (2.0, 8.0)]),
                Dot((5.2, 5.7), 1.0),
            ],
            Self::Note => &[
                Closed(&[(2.5, 2.5), (13.5, 2.5), (13.5, 13.5), (2.5, 13.5)]),
                Line(&[(5.0, 6.0), (11.0, 6.0)]),
                Line(&[(5.0, 9.0), (9.0, 9.0)]),
            ],
            Self::Export => &[
                Line(&[(2.5, 9.5), (2.5, 13.5), (13.5, 13.5), (13.5, 9.5)]),
                Line(&[(8.0, 10.5), (8.0, 2.0)]),
                Line(&[(4.8, 5.2), (8.0, 2.0), (11.2, 5.2)]),
            ],
            Self::Warning => &[
                Closed(&[(8.0, 2.0), (14.5, 13.5), (1.5, 13.5)]),
                Line(&[(8.0, 6.2), (8.0, 9.8)]),
                Dot((8.0, 11.7), 0.8),
            ],
            Self::Columns => &[
                Closed(&[(2.0, 3.0), (14.0, 3.0), (14.0, 13.0), (2.0, 13.0)]),
                Line(&[(8.0, 3.0), (8.0, 13.0)]),
            ],
            Self::PanelStart => &[
                Closed(&[(2.0, 3.0), (14.0, 3.0), (14.0, 13.0), (2.0, 13.0)]),
                Line(&[(6.0, 3.0), (6.0, 13.0)]),
            ],
            Self::PanelEnd => &[
                Closed(&[(2.0, 3.0), (14.0, 3.0), (14.0, 13.0), (2.0, 13.0)]),
                Line(&[(10.0, 3.0), (10.0, 13.0)]),
            ],
            Self::PanelBottom => &[
                Closed(&[(2.0, 3.0), (14.0, 3.0), (14.0, 13.0), (2.0, 13.0)]),
                Line(&[(2.0, 9.5), (14.0, 9.5)]),
            ],
            Self::More => &[
                Dot((3.5, 8.0), 1.2),
                Dot((8.0, 8.0), 1.2),
                Dot((12.5, 8.0), 1.2),
            ],
            Self::Delete => &[
                Line(&[(2.5, 4.0), (13.5, 4.0)]),
                Line(&[(6.0, 4.0), (6.0, 2.0), (10.0, 2.0), (10.0, 4.0)]),
                Line(&[(4.0, 4.0), (4.6, 14.0), (11.4, 14.0), (12.0, 4.0)]),
            ],
            Self::StateNew => &[Arc((8.0, 8.0), 4.5, 0.0, 1.0)],
            Self::StateHalf => &[Arc((8.0, 8.0), 4.5, 0.0, 1.0), Half((8.0, 8.0), 4.5)],
            Self::StateDone => &[Dot((8.0, 8.0), 5.0)],
        }
    }
}

/// Paints `icon` into the middle of `rect`, at most 16 points large.
pub fn paint_icon(
    painter: &Painter,
    rect: Rect,
    icon: Icon,
    color: Color32,
    direction: UiDirection,
) {
    let side = rect.width().min(rect.height()).min(16.0);
    let scale = painter.pixels_per_point();
    let center = rect.center();
    // The grid's corner on a whole pixel keeps straight strokes even.
    let snap = |value: f32| (value * scale).round() / scale;
    let corner = pos2(snap(center.x - side / 2.0), snap(center.y - side / 2.0));
    let unit = side / 16.0;
    let mirrored = direction.is_rtl() && icon.is_mirrored();
    let place = |(x, y): (f32, f32)| -> Pos2 {
        let x = if mirrored { 16.0 - x } else { x };
        corner + vec2(x, y) * unit
    };
    let stroke = Stroke::new(1.35 * unit.max(0.75), color);
    for part in icon.parts() {
        match part {
            Line(points) => {
                let points = points.iter().copied().map(place).collect();
                painter.add(Shape::line(points, stroke));
            }
            Closed(points) => {
                let points = points.iter().copied().map(place).collect();
                painter.add(Shape::closed_line(points, stroke));
            }
            Arc(center, radius, from, to) => {
                painter.add(Shape::line(
                    arc(*center, *radius, *from, *to, place),
                    stroke,
                ));
            }
            Dot(center, radius) => {
                painter.circle_filled(place(*center), radius * unit, color);
            }
            Half(center, radius) => {
                let points = arc(*center, *radius, -0.25, 0.25, place);
                painter.add(Shape::Path(PathShape::convex_polygon(
                    points,
                    color,
                    Stroke::NONE,
                )));
            }
        }
    }
}

fn arc(
    center: (f32, f32),
    radius: f32,
    from: f32,
    to: f32,
    place: impl Fn((f32, f32)) -> Pos2,
) -> Vec<Pos2> {
    let steps = ((to - from).abs() * 32.0).ceil().max(2.0) as usize;
    (0..=steps)
        .map(|step| {
            let turn = from + (to - from) * step as f32 / steps as f32;
            let (sin, cos) = (turn * TAU).sin_cos();
            place((center.0 + radius * cos, center.1 + radius * sin))
        })
        .collect()
}
