//! The hands: mouse, keyboard and clipboard of a [`Display`], by xdotool and
//! xclip. Coordinates are pixels of the screen.

use std::io::Write as _;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use super::display::{CARET_PIXELS, Display};
use super::picture::Picture;
use super::wait_for;

/// Between two things a hand does; a program sees them in frames of their own.
const BEAT: Duration = Duration::from_millis(60);

impl Display {
    fn hand(&self, args: &[&str]) {
        assert!(
            self.say("xdotool", args).is_some(),
            "xdotool {args:?} failed"
        );
    }

    /// Presses a key or a chord: `ctrl+z`, `Return`, `Home`.
    pub(super) fn key(&self, chord: &str) {
        self.hand(&["key", "--clearmodifiers", chord]);
        sleep(BEAT);
    }

    /// Presses the same chord several times.
    pub(super) fn keys(&self, chord: &str, times: usize) {
        for _ in 0..times {
            self.key(chord);
        }
    }

    /// Types text of any script, letter by letter.
    pub(super) fn type_text(&self, text: &str) {
        self.hand(&["type", "--clearmodifiers", "--delay", "40", text]);
        sleep(BEAT);
    }

    pub(super) fn move_to(&self, (x, y): (u32, u32)) {
        self.hand(&["mousemove", "--sync", &x.to_string(), &y.to_string()]);
        sleep(BEAT);
    }

    /// One, two or three clicks in quick succession.
    pub(super) fn clicks(&self, at: (u32, u32), times: usize) {
        self.move_to(at);
        self.hand(&[
            "click",
            "--repeat",
            &times.to_string(),
            "--delay",
            "90",
            "1",
        ]);
        sleep(BEAT);
    }

    /// Presses the left button at one place, moves and releases at another,
    /// passing through places between as a hand does.
    pub(super) fn drag(&self, from: (u32, u32), to: (u32, u32)) {
        const STEPS: i64 = 8;
        self.move_to(from);
        self.hand(&["mousedown", "1"]);
        sleep(BEAT);
        let between = |from: u32, to: u32, step: i64| {
            (i64::from(from) + (i64::from(to) - i64::from(from)) * step / STEPS).to_string()
        };
        for step in 1..=STEPS {
            let (x, y) = (between(from.0, to.0, step), between(from.1, to.1, step));
            self.hand(&["mousemove", &x, &y]);
            sleep(Duration::from_millis(20));
        }
        sleep(BEAT);
        self.hand(&["mouseup", "1"]);
        sleep(BEAT);
    }

    /// Presses a key whose effect is seen, and returns the screen once it has
    /// come to rest after it; kept in the album as `name`.png.
    pub(super) fn key_seen(&self, chord: &str, name: &str) -> Picture {
        let before = self.look();
        self.key(chord);
        self.wait_for_change(chord, &before);
        self.look_when_still(name)
    }

    /// A drag of something that is seen to follow the hand, with a key held
    /// down if one is named: nothing is let go before it has followed.
    pub(super) fn drag_seen(
        &self,
        from: (u32, u32),
        to: (u32, u32),
        held: Option<&str>,
        name: &str,
    ) {
        self.move_to(from);
        // A hand over what can be dragged looks different: it has been seen.
        let before = self.look_when_still(&format!("{name}-over"));
        self.hand(&["mousedown", "1"]);
        self.look_when_still(&format!("{name}-held"));
        if let Some(key) = held {
            self.hand(&["keydown", key]);
        }
        let halfway = (u32::midpoint(from.0, to.0), u32::midpoint(from.1, to.1));
        self.move_to(halfway);
        self.move_to(to);
        self.wait_for_change("what is dragged to follow", &before);
        self.look_when_still(&format!("{name}-followed"));
        self.hand(&["mouseup", "1"]);
        self.look_when_still(name);
        if let Some(key) = held {
            self.hand(&["keyup", key]);
        }
    }

    fn wait_for_change(&self, what: &str, before: &Picture) {
        wait_for(what, || {
            (self.look().differing_pixels(before) > CARET_PIXELS).then_some(())
        });
    }

    /// The text on the clipboard, if there is any.
    pub(super) fn clipboard(&self) -> Option<String> {
        let output = self
            .command("xclip")
            .args(["-selection", "clipboard", "-out", "-target", "UTF8_STRING"])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        // Not trimmed: what was copied is the point.
        output
            .status
            .success()
            .then(|| String::from_utf8(output.stdout).unwrap())
    }

    /// Puts text on the clipboard.
    pub(super) fn set_clipboard(&self, text: &str) {
        let mut program = self
            .command("xclip")
            .args(["-selection", "clipboard", "-in"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        program
            .stdin
            .take()
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
        // It forks and keeps the text; the parent ends at once.
        assert!(program.wait().unwrap().success());
    }
}
