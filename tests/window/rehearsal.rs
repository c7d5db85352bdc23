//! The display, the hands and the eye tried on a program that is known to
//! work, so that a failure elsewhere is the window's and not theirs.

use std::process::Stdio;

use super::dialog;
use super::display::{Display, HEIGHT, WIDTH};
use super::picture::Area;
use crate::suite::outside;

const SCREEN: Area = Area {
    left: 0,
    top: 0,
    right: WIDTH,
    bottom: HEIGHT,
};

#[test]
fn hands_and_eye_work_on_a_dialog() {
    let Some(zenity) = outside::need("zenity") else {
        return;
    };
    let Some(display) = Display::start("rehearsal") else {
        return;
    };
    let empty = display.look_when_still("empty");
    assert_eq!((empty.width, empty.height), (WIDTH, HEIGHT));

    let folder = display.folder().join("مجلد");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("مقال أول.txt");
    std::fs::write(&file, "نص").unwrap();
    let asked = display
        .command(zenity)
        .arg("--file-selection")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    dialog::choose_file(&display, &file);
    let answer = asked.wait_with_output().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&answer.stdout).trim_end(),
        file.to_string_lossy()
    );
}

#[test]
fn the_eye_sees_what_the_hands_do() {
    let Some(zenity) = outside::need("zenity") else {
        return;
    };
    let Some(display) = Display::start("rehearsal-eye") else {
        return;
    };
    let empty = display.look_when_still("empty");
    let mut entry = display
        .command(zenity)
        .args(["--entry", "--text", "hashiya"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    super::wait_for("the entry's focus", || {
        let window = display.windows_of_class("zenity").pop()?;
        (display.say("xdotool", &["getwindowfocus"])? == window).then_some(())
    });
    let open = display.look_when_still("open");
    let window = open.changed(&empty, SCREEN).expect("a window is seen");
    assert!(window.width() > 100 && window.height() > 50, "{window:?}");
    assert!(open.colours(window) > 10);

    display.type_text("سلام abc");
    display.key("ctrl+a");
    display.key("ctrl+c");
    assert_eq!(display.clipboard().as_deref(), Some("سلام abc"));
    display.set_clipboard("«نص» ");
    display.key("ctrl+v");
    let written = display.look_when_still("written");
    let field = written
        .changed(&open, window)
        .expect("the field has changed");
    assert!(field.height() < window.height());
    // A drag over the whole field selects it: the picture changes again.
    let (_, y) = field.middle();
    display.drag((field.left + 2, y), (field.right - 2, y));
    let dragged = display.look_when_still("dragged");
    assert!(dragged.differing_pixels(&written) > 0);
    display.key("Return");
    let status = super::wait_for("zenity to end", || entry.try_wait().unwrap());
    assert!(status.success());
    let mut answer = String::new();
    std::io::Read::read_to_string(&mut entry.stdout.take().unwrap(), &mut answer).unwrap();
    assert_eq!(answer, "«نص» \n");
}
