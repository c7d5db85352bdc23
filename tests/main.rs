//! The one integration-test binary; each subject is a file in `suite/`.

#[path = "suite/formats_round_trip.rs"]
mod formats_round_trip;
