//! The native file dialog, answered through its text field as a person who
//! knows the path would.

use std::path::Path;

use super::display::Display;
use super::wait_for;

/// The window class of the dialog where no desktop portal answers.
const CLASS: &str = "zenity";

/// Waits for a dialog that asks for an existing file and names one.
pub(super) fn choose_file(display: &Display, path: &Path) {
    let window = wait_until_open(display);
    // Ctrl+L turns the path bar into a field.
    display.key("ctrl+l");
    display.key("ctrl+a");
    display.type_text(&path.to_string_lossy());
    accept(display, &window);
}

/// Waits for a dialog that asks for a name to save under and gives one.
pub(super) fn save_as(display: &Display, path: &Path) {
    let window = wait_until_open(display);
    display.key("ctrl+a");
    display.type_text(&path.to_string_lossy());
    accept(display, &window);
}

fn wait_until_open(display: &Display) -> String {
    let window = wait_for("the file dialog", || {
        let window = display.windows_of_class(CLASS).pop()?;
        // It has the focus, so that keys reach it.
        let focused = display.say("xdotool", &["getwindowfocus"])?;
        (focused == window).then_some(window)
    });
    display.look_when_still("dialog");
    window
}

fn accept(display: &Display, window: &str) {
    display.look_when_still("dialog-answered");
    display.key("Return");
    wait_until_closed(display, window);
}

fn wait_until_closed(display: &Display, window: &str) {
    wait_for("the file dialog to close", || {
        (!display
            .windows_of_class(CLASS)
            .iter()
            .any(|open| open == window))
        .then_some(())
    });
}
