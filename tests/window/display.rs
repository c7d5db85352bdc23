//! A display without a screen (Xvfb), with a window manager, and a home of
//! its own for everything that is started on it.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::picture::Picture;
use super::{PATIENCE, wait_for};
use crate::suite::outside;

/// The screen's size in pixels.
pub(super) const WIDTH: u32 = 1440;
pub(super) const HEIGHT: u32 = 900;

/// A blinking caret, and what is drawn around it, is no change.
pub(super) const CARET_PIXELS: usize = 200;

/// No frames around windows and no keys of its own: the keyboard belongs to
/// the program. New windows get the focus, as on a person's desktop.
const WINDOW_MANAGER_CONFIG: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <theme><keepBorder>no</keepBorder></theme>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number></desktops>
  <keyboard></keyboard>
  <mouse></mouse>
  <applications>
    <application class="*"><decor>no</decor><focus>yes</focus></application>
  </applications>
</openbox_config>
"#;

/// One window test at a time: two would fight for two cores, not for a
/// display, but a starved window looks like a broken one.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A running display. Everything started on it ends with it.
pub(super) struct Display {
    name: String,
    folder: TempDir,
    /// Where this test's pictures go; they are kept for looking at.
    album: PathBuf,
    window_manager: Child,
    server: Child,
    _turn: MutexGuard<'static, ()>,
}

impl Display {
    /// Starts display and window manager, or says what is missing for it.
    pub(super) fn start(test: &str) -> Option<Self> {
        for program in ["Xvfb", "openbox", "xdotool", "xclip"] {
            outside::need(program)?;
        }
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().unwrap();
        for part in [
            "home", "config", "state", "data", "cache", "runtime", "screen",
        ] {
            std::fs::create_dir(folder.path().join(part)).unwrap();
        }
        let album = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .with_file_name("window")
            .join(test);
        std::fs::remove_dir_all(&album).ok();
        std::fs::create_dir_all(&album).unwrap();

        // The server takes a free number and says which; the screen is kept
        // in a file, so that looking at it needs no program.
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"])
            .args(["-screen", "0", &format!("{WIDTH}x{HEIGHT}x24"), "-fbdir"])
            .arg(folder.path().join("screen"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap())
            .read_line(&mut number)
            .unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        let name = format!(":{}", number.trim());

        let config = folder.path().join("openbox.xml");
        std::fs::write(&config, WINDOW_MANAGER_CONFIG).unwrap();
        let window_manager = at_home(Command::new("openbox"), &name, folder.path())
            .arg("--config-file")
            .arg(&config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let display = Self {
            name,
            folder,
            album,
            window_manager,
            server,
            _turn: turn,
        };
        wait_for("the window manager", || {
            display
                .say("xdotool", &["get_desktop"])
                .filter(|text| !text.is_empty())
        });
        Some(display)
    }

    /// A folder that ends with the display, for the files of the test.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A command whose windows appear here and whose home is fresh.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        at_home(Command::new(program), &self.name, self.folder.path())
    }

    /// Runs a small tool to its end and returns what it printed; `None` when
    /// it fails (for xdotool: nothing found).
    pub(super) fn say(&self, program: &str, args: &[&str]) -> Option<String> {
        let output = self
            .command(program)
            .args(args)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(text)
    }

    /// The screen as it is now.
    pub(super) fn look(&self) -> Picture {
        let file = self.folder.path().join("screen/Xvfb_screen0");
        wait_for("the screen's file", || {
            std::fs::read(&file)
                .ok()
                .and_then(|bytes| Picture::from_xwd(&bytes))
        })
    }

    /// The screen once it has stopped changing (a blinking caret is no
    /// change), kept in the album as `name`.png.
    pub(super) fn look_when_still(&self, name: &str) -> Picture {
        let start = Instant::now();
        let mut last = self.look();
        let mut still_since = Instant::now();
        while still_since.elapsed() < Duration::from_millis(400) {
            std::thread::sleep(Duration::from_millis(50));
            let now = self.look();
            if now.differing_pixels(&last) > CARET_PIXELS {
                still_since = Instant::now();
            }
            last = now;
            assert!(
                start.elapsed() < PATIENCE,
                "the screen does not come to rest"
            );
        }
        self.keep(name, &last);
        last
    }

    /// Puts a picture into the album.
    pub(super) fn keep(&self, name: &str, picture: &Picture) {
        picture.save(&self.album.join(format!("{name}.png")));
    }

    /// The ids of the visible windows of a program (its window class).
    pub(super) fn windows_of_class(&self, class: &str) -> Vec<String> {
        self.windows(&["--class", class])
    }

    fn windows(&self, by: &[&str]) -> Vec<String> {
        let mut args = vec!["search", "--onlyvisible"];
        args.extend(by);
        let found = self.say("xdotool", &args).unwrap_or_default();
        found.lines().map(str::to_owned).collect()
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // What was on the screen when the test failed tells most.
            let file = self.folder.path().join("screen/Xvfb_screen0");
            if let Some(last) = std::fs::read(file)
                .ok()
                .and_then(|bytes| Picture::from_xwd(&bytes))
            {
                self.keep("failed", &last);
                eprintln!(
                    "the screen at the failure: {}",
                    self.album.join("failed.png").display()
                );
            }
        }
        for process in [&mut self.window_manager, &mut self.server] {
            process.kill().ok();
            process.wait().ok();
        }
    }
}

fn at_home(mut command: Command, display: &str, folder: &Path) -> Command {
    command
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env_remove("XAUTHORITY")
        .env("HOME", folder.join("home"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_STATE_HOME", folder.join("state"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_RUNTIME_DIR", folder.join("runtime"))
        .env("LC_ALL", "C.UTF-8")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        // No portal answers here, so the file dialog is the one that runs on
        // the display (zenity), the same on every machine.
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        .env("GTK_USE_PORTAL", "0")
        .env("NO_AT_BRIDGE", "1")
        .env("GSETTINGS_BACKEND", "memory");
    command
}
