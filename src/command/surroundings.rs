//! Time and randomness, handed in so that everything else is repeatable.

use crate::model::{Id, Timestamp};

/// Where the present moment and new names come from.
pub trait Surroundings {
    /// The present moment.
    fn now(&self) -> Timestamp;
    /// A name never used before, sortable by the time of its making.
    fn new_id(&self) -> Id;
}

/// Day and time by the clock of this place, `2026-11-22 14:02`, in a
/// left-to-right isolate: after Arabic words the hyphens would otherwise turn
/// the date round (UAX #9, W2 and W4).
pub fn local_time(at: Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system())
        .strftime("\u{2066}%Y-%m-%d %H:%M\u{2069}")
        .to_string()
}

/// The clock and the random numbers of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemSurroundings;

impl Surroundings for SystemSurroundings {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn new_id(&self) -> Id {
        Id::from_uuid(uuid::Uuid::now_v7())
    }
}

/// A clock that advances one second a look, and names counted upwards.
#[derive(Debug)]
pub struct FixedSurroundings {
    count: std::cell::Cell<i64>,
}

impl FixedSurroundings {
    /// Begins at 2026-01-01T00:00:00Z.
    pub fn new() -> Self {
        Self {
            count: std::cell::Cell::new(0),
        }
    }

    fn next(&self) -> i64 {
        let count = self.count.get();
        self.count.set(count + 1);
        count
    }
}

impl Default for FixedSurroundings {
    fn default() -> Self {
        Self::new()
    }
}

impl Surroundings for FixedSurroundings {
    fn now(&self) -> Timestamp {
        const START: i64 = 1_767_225_600;
        Timestamp::from_second(START + self.next()).unwrap_or_default()
    }

    fn new_id(&self) -> Id {
        Id::new(format!("fixed-{:06}", self.next()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::text::{Align, BaseDirection, Direction, Face, LineOptions, TextEngine, TextStyle};

    #[test]
    fn a_date_after_arabic_words_keeps_its_order() {
        let at = Timestamp::from_second(1_790_000_000).unwrap_or_default();
        let line = format!("وُسم · {}", local_time(at));
        let style = TextStyle {
            face: Face::Sans,
            bold: false,
            size: 13.0,
        };
        let base = BaseDirection::Fixed(Direction::RightToLeft);
        let layout = TextEngine::new()
            .shape(&line, base, style)
            .break_lines(LineOptions {
                width: f32::INFINITY,
                line_height: 20.0,
                align: Align::Start,
            });
        let x = |part: &str| {
            let start = line.find(part).unwrap();
            layout.rects(Span::new(start, start + part.len()))[0]
                .rect
                .x0
        };
        assert!(x("2026") < x("-09-"), "the year stands first: {line}");
        assert!(x("-09-") < x(":"), "and the time last: {line}");
    }
}
