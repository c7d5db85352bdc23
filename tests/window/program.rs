//! Hashiya itself, started on a [`Display`] as a person starts it.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Child, ExitStatus, Stdio};

use super::display::Display;
use super::picture::Area;
use super::wait_for;

/// The running program. It is ended when the test is over, whatever happened.
pub(super) struct Program<'a> {
    display: &'a Display,
    process: Child,
    messages: PathBuf,
    window: String,
}

impl<'a> Program<'a> {
    /// Starts the program and waits until its window is there and has the
    /// focus.
    pub(super) fn start<S: AsRef<OsStr>>(
        display: &'a Display,
        args: impl IntoIterator<Item = S>,
    ) -> Self {
        Self::start_with(display, args, &[])
    }

    /// The same with more in its environment.
    pub(super) fn start_with<S: AsRef<OsStr>>(
        display: &'a Display,
        args: impl IntoIterator<Item = S>,
        environment: &[(&str, &str)],
    ) -> Self {
        let messages = display.folder().join("messages.txt");
        let mut process = display
            .command(env!("CARGO_BIN_EXE_hashiya"))
            .args(args)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(std::fs::File::create(&messages).unwrap())
            .spawn()
            .unwrap();
        let id = process.id().to_string();
        let said = || std::fs::read_to_string(&messages).unwrap_or_default();
        let window = wait_for("the program's window", || {
            if let Ok(Some(status)) = process.try_wait() {
                panic!(
                    "the program ended ({status}) before its window was there: {}",
                    said()
                );
            }
            let found = display.say("xdotool", &["search", "--onlyvisible", "--pid", &id])?;
            let window = found.lines().next_back()?.to_owned();
            let focused = display.say("xdotool", &["getwindowfocus"])?;
            (focused == window).then_some(window)
        });
        Self {
            display,
            process,
            messages,
            window,
        }
    }

    /// The title bar's text.
    pub(super) fn title(&self) -> String {
        self.display
            .say("xdotool", &["getwindowname", &self.window])
            .unwrap_or_default()
    }

    /// Waits until the title bar says something.
    pub(super) fn wait_for_title(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        wait_for(what, || Some(self.title()).filter(|title| wanted(title)))
    }

    /// Where the window is on the screen.
    pub(super) fn area(&self) -> Area {
        let text = self
            .display
            .say("xdotool", &["getwindowgeometry", "--shell", &self.window])
            .expect("the window is there");
        let number = |name: &str| -> u32 {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|value| value.parse().ok()).expect("a number")
        };
        let (left, top) = (number("X="), number("Y="));
        Area {
            left,
            top,
            right: left + number("WIDTH="),
            bottom: top + number("HEIGHT="),
        }
    }

    /// Gives the window the size of the screen, so that places are known.
    pub(super) fn fill_screen(&self) {
        use super::display::{HEIGHT, WIDTH};
        let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
        self.display
            .say("xdotool", &["windowmove", &self.window, "0", "0"]);
        self.display
            .say("xdotool", &["windowsize", &self.window, &width, &height]);
        wait_for("the window to fill the screen", || {
            (self.area()
                == Area {
                    left: 0,
                    top: 0,
                    right: WIDTH,
                    bottom: HEIGHT,
                })
            .then_some(())
        });
    }

    /// Waits until the window has the focus again (a dialog had it).
    pub(super) fn wait_for_focus(&self) {
        wait_for("the focus to come back", || {
            let focused = self.display.say("xdotool", &["getwindowfocus"])?;
            (focused == self.window).then_some(())
        });
    }

    /// What the program printed for people.
    pub(super) fn messages(&self) -> String {
        std::fs::read_to_string(&self.messages).unwrap_or_default()
    }

    /// Waits until the program has ended by itself.
    pub(super) fn wait_for_end(mut self) -> ExitStatus {
        wait_for("the program to end", || self.process.try_wait().unwrap())
    }

    /// Ends the program at once, as a power cut would.
    pub(super) fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the program had printed: {}", self.messages());
        }
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
