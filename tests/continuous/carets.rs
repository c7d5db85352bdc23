//! Places of the caret: a part of the `layout` target.

use hashiya::text::{Affinity, Caret, Logical, ParagraphLayout, Point, Visual};

/// How far apart one place may be when it is reached in two ways, points:
/// rounding grows with what is added up.
pub(crate) fn near(layout: &ParagraphLayout) -> f32 {
    let wide = layout.content_width().abs();
    0.02 + if wide.is_finite() { wide * 1e-5 } else { 0.0 }
}

/// What a click in the middle of a line hits. Lines of letters without size
/// have no height to click on.
fn hit_on(layout: &ParagraphLayout, line: usize, x: f32) -> Caret {
    let found = &layout.lines()[line];
    if found.bottom > found.top {
        let y = f32::midpoint(found.top, found.bottom);
        layout.hit(Point { x, y })
    } else {
        layout.hit_line(line, x)
    }
}

/// Stops go from left to right, stand on their line, and are found again.
pub(crate) fn check_stops(layout: &ParagraphLayout) {
    let near = near(layout);
    for index in 0..layout.lines().len() {
        let stops = layout.stops(index);
        assert!(!stops.is_empty(), "a line without a place");
        for pair in stops.windows(2) {
            assert!(pair[0].x < pair[1].x, "stops go back");
        }
        for stop in &stops {
            assert_eq!(
                layout.line_of(stop.caret),
                index,
                "{stop:?} is on another line"
            );
            let own = layout.caret_rect(stop.caret).x0;
            assert!((own - stop.x).abs() <= near, "{stop:?} stands at {own}");
            let hit = hit_on(layout, index, stop.x);
            assert_eq!(
                layout.line_of(hit),
                index,
                "{stop:?} was hit on another line"
            );
            let found = layout.caret_rect(hit).x0;
            assert!(
                (found - stop.x).abs() <= near,
                "{stop:?} was hit as {hit:?} at {found}"
            );
        }
    }
}

/// Every byte has a caret, which is found again where it stands; every
/// logical move gets on and ends in the text.
pub(crate) fn check_carets(layout: &ParagraphLayout) {
    let text = layout.shaped().text();
    let near = near(layout);
    // Every byte of a short text, some of a long one.
    let step = 1 + text.len() / 300;
    for byte in (0..=text.len() + 2).step_by(step) {
        let at = byte.min(text.len());
        for affinity in [Affinity::Upstream, Affinity::Downstream] {
            let caret = Caret { byte, affinity };
            let rect = layout.caret_rect(caret);
            assert!(rect.x0.is_finite() && rect.x0 == rect.x1 && rect.y0 <= rect.y1);
            layout.caret_direction(caret);
            check_hit(layout, caret, near);
            for (by, forwards) in [
                (Logical::NextGrapheme, true),
                (Logical::NextWord, true),
                (Logical::PreviousGrapheme, false),
                (Logical::PreviousWord, false),
            ] {
                match layout.move_logical(caret, by) {
                    Some(next) => {
                        assert!(text.is_char_boundary(next.byte), "{by:?} left the text");
                        let on = if forwards {
                            next.byte > at
                        } else {
                            next.byte < at
                        };
                        assert!(on, "{by:?} stays at {at}");
                    }
                    None if forwards => assert_eq!(at, text.len(), "{by:?} ends early"),
                    None => assert_eq!(at, 0, "{by:?} ends early"),
                }
            }
            for up in [true, false] {
                if let Some(next) = layout.move_line(caret, rect.x0, up) {
                    let line = layout.line_of(caret);
                    let to = if up {
                        line.checked_sub(1)
                    } else {
                        Some(line + 1)
                    };
                    assert_eq!(Some(layout.line_of(next)), to, "up or down to another line");
                }
            }
            for left in [true, false] {
                if let Some((a, b)) = layout.letter_beside(caret, left) {
                    assert!(text.is_char_boundary(a.byte) && text.is_char_boundary(b.byte));
                }
            }
        }
    }
}

/// Place → caret → place → caret: the second caret is the first, or stands in
/// the same place.
fn check_hit(layout: &ParagraphLayout, caret: Caret, near: f32) {
    let line = layout.line_of(caret);
    let x = layout.caret_rect(caret).x0;
    let hit = hit_on(layout, line, x);
    let again = layout.caret_rect(hit).x0;
    assert_eq!(
        layout.line_of(hit),
        line,
        "{caret:?} came back on another line"
    );
    assert!(
        (again - x).abs() <= near,
        "{caret:?} at {x} came back as {hit:?} at {again}"
    );
}

/// Any point gives a caret in the text, and that caret stays.
pub(crate) fn check_hits(layout: &ParagraphLayout) {
    let text = layout.shaped().text();
    let near = near(layout);
    let edges = layout.lines().iter().map(|line| line.x1);
    let right = edges.fold(0.0, f32::max).min(10_000.0) + 20.0;
    let places = [-1e9, -3.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e9];
    let xs = places
        .into_iter()
        .chain((0..12).map(|step| right * step as f32 / 11.0 - 10.0));
    for x in xs {
        for index in 0..layout.lines().len().min(6) {
            let caret = hit_on(layout, index, x);
            // On the line, the nearest of its places.
            let line = &layout.lines()[index];
            let ends = line.runs.first().zip(line.runs.last());
            if ends.is_some_and(|(first, last)| (first.x0..=last.x1).contains(&x)) {
                let far = (layout.caret_rect(caret).x0 - x).abs();
                let stops = layout.stops(index);
                let nearest = stops.iter().map(|stop| (stop.x - x).abs());
                let nearest = nearest.fold(f32::INFINITY, f32::min);
                assert!(
                    far <= nearest + near,
                    "{x} hit {caret:?}, {far} away, not {nearest}"
                );
            }
            assert!(
                text.is_char_boundary(caret.byte),
                "a hit inside a character"
            );
            check_hit(layout, caret, near);
        }
        for y in [-5.0, 1e9, f32::NAN, f32::NEG_INFINITY, f32::INFINITY] {
            let caret = layout.hit(Point { x, y });
            assert!(
                text.is_char_boundary(caret.byte),
                "a hit inside a character"
            );
        }
    }
}

/// Walks a paragraph from one corner to the other and returns the places, line
/// and x in points.
pub(crate) fn walk(layout: &ParagraphLayout, by: Visual) -> Vec<(usize, f32)> {
    let left = by == Visual::Left;
    let down = left == layout.shaped().direction().is_rtl();
    let first = if down { 0 } else { layout.lines().len() - 1 };
    let stops = layout.stops(first);
    let start = if left { stops.last() } else { stops.first() };
    let mut caret = start.unwrap().caret;
    let mut places: Vec<(usize, f32)> = Vec::new();
    loop {
        let line = layout.line_of(caret);
        let x = layout.caret_rect(caret).x0;
        if let Some(&(last_line, last_x)) = places.last() {
            let forwards = if line == last_line {
                if left { x < last_x } else { x > last_x }
            } else if down {
                line == last_line + 1
            } else {
                line + 1 == last_line
            };
            assert!(
                forwards,
                "{by:?} went from line {last_line} x {last_x} to line {line} x {x} in {:?}",
                layout.shaped().text()
            );
        }
        places.push((line, x));
        match layout.move_visual(caret, by) {
            Some(next) => caret = next,
            None => return places,
        }
    }
}

/// The arrow keys visit every stop once, and as many on the way back. One
/// place a wrapped line has twice: after the space that ends it, which is the
/// start of the next.
pub(crate) fn check_walks(layout: &ParagraphLayout) {
    let left = walk(layout, Visual::Left);
    let right = walk(layout, Visual::Right);
    let near = near(layout);
    for (index, line) in layout.lines().iter().enumerate() {
        let stops = layout.stops(index);
        let twice = usize::from(line.end == hashiya::text::LineEnd::Soft && stops.len() > 1);
        for places in [&left, &right] {
            let here: Vec<f32> = places
                .iter()
                .filter(|place| place.0 == index)
                .map(|place| place.1)
                .collect();
            let missed: Vec<f32> = stops
                .iter()
                .map(|stop| stop.x)
                .filter(|x| !here.iter().any(|place| (place - x).abs() <= near))
                .collect();
            assert!(
                missed.len() <= twice,
                "line {index} has places no arrow key reaches: {missed:?}"
            );
        }
    }
}
