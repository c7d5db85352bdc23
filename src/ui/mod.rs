//! egui and nothing else: reads the model, sends commands.
//!
//! Lives here: the window ([`App`]), its panels, readers, dialogs, and the
//! widgets and painting they are made of. Does not live here: what a command
//! does, how text is laid out, any file but by asking for it.
//!
//! Invariant: the workbench is changed only between frames, by the
//! actions panels returned; every string is drawn by our own text engine.

mod access;
mod action;
mod app;
mod background;
mod clipboard;
mod dialogs;
mod direction_keys;
mod docks;
pub mod icons;
mod keys;
mod native;
pub mod paint;
mod panels;
mod pick;
mod reader;
mod run;
mod still;
mod strokes;
pub mod theme;
mod unseen;
mod voices;
pub mod widgets;
mod within;

pub use app::App;
pub use pick::{Picked, Picker, SystemPicker};
pub use run::run;
pub use still::still;
