//! What a date says, before it is placed in time.
//!
//! Here: the fields the rules fill in. Not here: the rules, and what the
//! fields come to (value).
//!
//! **Invariant:** days are 1–31, months 1–12, weekdays 0–6 from Monday.

use crate::language::calendar::MonthFamily;
use crate::language::scan::vocabulary::{Part, Period};

/// What was read of a date.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fields {
    pub(super) weekday: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) last_day: Option<u8>,
    pub(super) month: Option<u8>,
    pub(super) family: Option<MonthFamily>,
    pub(super) last_month: Option<u8>,
    pub(super) year: Option<i16>,
    pub(super) last_year: Option<i16>,
    pub(super) before_christ: bool,
    /// The year is counted from the Hijra.
    pub(super) hijri: bool,
    /// Days from the document's date.
    pub(super) days_away: Option<i64>,
    /// A period counted from the document's date.
    pub(super) away: Option<(i8, Option<Period>)>,
    pub(super) part: Option<Part>,
    /// 20, 30 … 90
    pub(super) decade: Option<u8>,
    pub(super) century: Option<u8>,
    /// 0 winter, 1 spring, 2 summer, 3 autumn, 4 of a league.
    pub(super) season: Option<u8>,
    /// Two names, or a name and a date, do not agree.
    pub(super) conflict: bool,
}
