//! The real program in a real window: a virtual display, a window manager, a
//! mouse, a keyboard, the clipboard and the file dialog, used as a person
//! would. README.md in this folder says how it works and how to watch it.
//!
//! What lives here: the display, the hands, the eye, and the flows. What does
//! not: tests of one panel (they run without a window, by `egui_kittest`).
//!
//! **Invariant:** the program under test is the one that people start; it
//! knows nothing of being tested. Whatever is learned about it is learned by
//! looking at the screen, the clipboard, the window's title and its files.

mod annotating;
mod dialog;
mod display;
mod flow;
mod hand;
mod hands;
mod listening;
mod opening;
mod picture;
mod program;
mod rehearsal;

use std::time::{Duration, Instant};

/// How long anything may take before a test gives up: generous, because a
/// busy machine is slow and a wait ends as soon as the thing has happened.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until `look` finds something.
///
/// # Panics
/// When [`PATIENCE`] runs out; `what` says what was waited for.
fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(
            start.elapsed() < PATIENCE,
            "waited {} s in vain for {what}",
            PATIENCE.as_secs()
        );
        std::thread::sleep(Duration::from_millis(40));
    }
}
