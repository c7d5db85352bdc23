//! Time and randomness, handed in so that everything else is repeatable.

use crate::model::{Id, Timestamp};

/// Where the present moment and new names come from.
pub trait Surroundings {
    /// The present moment.
    fn now(&self) -> Timestamp;
    /// A name never used before, sortable by the time of its making.
    fn new_id(&self) -> Id;
}

/// Day and time by the clock of this place, `2026-11-22 14:02`.
pub fn local_time(at: Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system())
        .strftime("%Y-%m-%d %H:%M")
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
