//! Opening the window on a screen.

use std::path::PathBuf;

use egui::{ViewportBuilder, vec2};

use crate::command::{Ahead, Workbench};
use crate::store::{Places, Settings};

use super::app::App;

/// The window's icon, drawn from assets/icons/hashiya.svg.
const ICON: &[u8] = include_bytes!("../../assets/icons/hashiya-256.png");
/// The smallest window, points.
const LEAST_SIZE: [f32; 2] = [760.0, 520.0];

/// Opens the window on these files, folders or project; with none, on the
/// sample, and returns when it is closed. When no window can be opened the
/// error says what is missing and what to do.
pub fn run(paths: &[PathBuf]) -> Result<(), String> {
    if let Some(problem) = missing_display() {
        return Err(problem.to_owned());
    }
    // Files are read while the window is made.
    let wanted = paths.to_vec();
    let reading = std::thread::Builder::new()
        .name("opening".to_owned())
        .spawn(move || Ahead::of(&wanted));
    let window = Places::of_user().map_or_else(
        |_| Settings::default().window,
        |places| Settings::load(&places.settings()).window,
    );
    let paths = paths.to_vec();
    let mut viewport = ViewportBuilder::default()
        .with_title("Hashiya")
        .with_app_id("hashiya")
        .with_inner_size(vec2(window.width, window.height))
        .with_maximized(window.maximized)
        .with_min_inner_size(vec2(LEAST_SIZE[0], LEAST_SIZE[1]));
    match eframe::icon_data::from_png_bytes(ICON) {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(error) => log::warn!("the window has no icon: {error}"),
    }
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    let result = eframe::run_native(
        "hashiya",
        options,
        Box::new(move |cc| {
            let ahead = reading.ok().and_then(|reading| reading.join().ok());
            let wb = Workbench::start_with(&paths, ahead.unwrap_or_default());
            Ok(Box::new(App::new(&cc.egui_ctx, wb)))
        }),
    );
    result.map_err(|error| no_window(&error.to_string()))
}

/// On systems where a window needs a display server: what is missing.
fn missing_display() -> Option<&'static str> {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let needed = cfg!(all(unix, not(target_os = "macos")));
    (needed && !set("DISPLAY") && !set("WAYLAND_DISPLAY")).then_some(
        "Hashiya cannot open a window: no display was found (DISPLAY and WAYLAND_DISPLAY are not \
         set). Start it in a desktop session; for work without one see: hashiya --help",
    )
}

/// Why the window did not open, and what most often helps.
fn no_window(error: &str) -> String {
    let display = std::env::var("DISPLAY")
        .map_or_else(|_| String::new(), |name| format!(" on display {name}"));
    format!(
        "Hashiya cannot open a window{display}: {error}\n\
         A window needs OpenGL 2.1 or newer and, on Linux, the libraries libEGL or libGL, \
         libxkbcommon (with libxkbcommon-x11 under X) and libwayland-client or libX11. On Debian \
         and Ubuntu: apt install libegl1 libgl1 libgl1-mesa-dri libxkbcommon-x11-0 libx11-xcb1 \
         libxcursor1 libxi6 libxrandr2. Without a graphics card, LIBGL_ALWAYS_SOFTWARE=1 draws \
         on the processor."
    )
}
