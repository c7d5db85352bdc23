//! Keeping a length between two others, also where there is no room.
//!
//! Lives here: that one question. Not here: what is measured.

/// `value`, at most `most` and at least `least`. Where `most` is less than
/// `least` (a window of a few points) it is `least`; [`f32::clamp`] panics
/// there.
pub(in crate::ui) fn within(value: f32, least: f32, most: f32) -> f32 {
    value.min(most).max(least)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn without_room_the_least_is_taken() {
        assert_eq!(within(5.0, 2.0, 8.0), 5.0);
        assert_eq!(within(9.0, 2.0, 8.0), 8.0);
        assert_eq!(within(9.0, 2.0, 1.0), 2.0);
        assert_eq!(within(f32::NAN, 2.0, 8.0), 8.0);
    }
}
