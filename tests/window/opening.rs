//! The window opens, shows something, and closes when told to.

use super::display::Display;
use super::program::Program;

#[test]
fn it_opens_and_closes() {
    let Some(display) = Display::start("opening") else {
        return;
    };
    let program = Program::start(&display, std::iter::empty::<&str>());
    program.wait_for_title("the title", |title| title.contains("Hashiya"));
    let area = program.area();
    let picture = display.look_when_still("open");
    // Letters have many shades between ink and paper; an empty or broken
    // window has a handful.
    assert!(
        picture.colours(area) > 100,
        "{} colours",
        picture.colours(area)
    );
    display.key("ctrl+q");
    let status = program.wait_for_end();
    assert_eq!(status.code(), Some(0));
}

#[test]
fn a_text_named_on_the_command_line_is_opened() {
    let Some(display) = Display::start("opening-file") else {
        return;
    };
    let file = display.folder().join("خبر.txt");
    std::fs::write(
        &file,
        "التقى 12 صحفياً (SDF) في دمشق.\nسطر ثانٍ: «نص» و\"نص\".",
    )
    .unwrap();
    let program = Program::start(&display, [&file]);
    display.look_when_still("open");
    display.key("ctrl+q");
    let status = program.wait_for_end();
    assert_eq!(
        status.code(),
        Some(0),
        "nothing was marked, so nothing is asked"
    );
    let after = std::fs::read_to_string(&file).unwrap();
    assert!(
        after.starts_with("التقى") && after.ends_with('.'),
        "the text is as it was"
    );
}
