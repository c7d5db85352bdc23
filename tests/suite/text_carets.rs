//! Carets over every line of the five documents: no step backwards, no stall,
//! every stop found again.

use std::sync::Arc;

use hashiya::text::{
    Affinity, Align, BaseDirection, Caret, Direction, Face, LineOptions, ParagraphLayout, Point,
    TextEngine, TextStyle, Visual, document_direction, paragraphs,
};

use crate::continuous::carets::walk;
use crate::samples;

/// As far apart as two places of one caret may be, in points.
const NEAR: f32 = 0.02;

fn layouts(face: Face, width: f32, mut each: impl FnMut(&ParagraphLayout)) {
    let mut engine = TextEngine::new();
    for (_, text) in samples::documents() {
        let fallback = document_direction(text);
        for span in paragraphs(text) {
            let paragraph = span.of(text).unwrap();
            let style = TextStyle {
                face,
                bold: false,
                size: 18.0,
            };
            let shaped = engine.shape(paragraph, BaseDirection::Auto { fallback }, style);
            each(&shaped.break_lines(LineOptions {
                width,
                line_height: 34.0,
                align: Align::Start,
            }));
        }
    }
}

fn every_layout(mut each: impl FnMut(&ParagraphLayout)) {
    for face in [Face::Naskh, Face::Amiri] {
        for width in [60.0, 150.0, 320.0, 700.0, f32::INFINITY] {
            layouts(face, width, &mut each);
        }
    }
}

#[test]
fn arrow_keys_never_stall_or_go_back() {
    let mut steps = 0;
    every_layout(|layout| {
        let left = walk(layout, Visual::Left);
        let mut right = walk(layout, Visual::Right);
        right.reverse();
        assert_eq!(left.len(), right.len(), "{:?}", layout.shaped().text());
        for (a, b) in left.iter().zip(&right) {
            assert_eq!(a.0, b.0);
            assert!((a.1 - b.1).abs() < NEAR);
        }
        steps += left.len();
    });
    assert!(steps > 100_000, "only {steps} steps were walked");
}

#[test]
fn every_stop_is_found_again_by_hitting_it() {
    let mut count = 0;
    every_layout(|layout| {
        for (index, line) in layout.lines().iter().enumerate() {
            let y = f32::midpoint(line.top, line.bottom);
            for stop in layout.stops(index) {
                count += 1;
                assert_eq!(layout.line_of(stop.caret), index);
                assert!((layout.caret_rect(stop.caret).x0 - stop.x).abs() < NEAR);
                let hit = layout.hit(Point { x: stop.x, y });
                assert_eq!(layout.line_of(hit), index, "{stop:?} {hit:?}");
                let found = layout.caret_rect(hit).x0;
                assert!(
                    (found - stop.x).abs() < NEAR,
                    "{stop:?} was hit as {hit:?} at {found} in {:?}",
                    layout.shaped().text()
                );
            }
        }
    });
    assert!(count > 100_000, "only {count} stops");
}

#[test]
fn r37_every_offset_comes_back_from_its_place_with_both_affinities() {
    let mut count = 0;
    every_layout(|layout| {
        let text = layout.shaped().text();
        let offsets = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for byte in offsets {
            for affinity in [Affinity::Upstream, Affinity::Downstream] {
                let caret = Caret { byte, affinity };
                let rect = layout.caret_rect(caret);
                let hit = layout.hit(Point {
                    x: rect.x0,
                    y: f32::midpoint(rect.y0, rect.y1),
                });
                let again = layout.caret_rect(hit);
                count += 1;
                assert_eq!(layout.line_of(hit), layout.line_of(caret));
                assert!(
                    (again.x0 - rect.x0).abs() < NEAR,
                    "{caret:?} at {} came back as {hit:?} at {} in {text:?}",
                    rect.x0,
                    again.x0
                );
            }
        }
    });
    assert!(count > 100_000, "only {count} carets");
}

#[test]
fn r37_the_boundary_of_two_directions_has_two_places() {
    let text = "'status' => 'تمت عمليه الحفظ بنجاح'";
    let style = TextStyle {
        face: Face::Naskh,
        bold: false,
        size: 18.0,
    };
    let shaped: Arc<_> =
        TextEngine::new().shape(text, BaseDirection::Fixed(Direction::LeftToRight), style);
    let layout = shaped.break_lines(LineOptions {
        width: f32::INFINITY,
        line_height: 34.0,
        align: Align::Start,
    });
    let arabic = text.find('ت').unwrap();
    let after_quote = layout.caret_rect(Caret::after(arabic)).x0;
    let before_letter = layout.caret_rect(Caret::before(arabic)).x0;
    // The first Arabic letter stands at the right end of its run.
    assert!(before_letter > after_quote + 50.0);
    assert_eq!(
        layout.caret_direction(Caret::before(arabic)),
        Direction::RightToLeft
    );
    assert_eq!(
        layout.caret_direction(Caret::after(arabic)),
        Direction::LeftToRight
    );
}
