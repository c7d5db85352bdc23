//! What a user has chosen, kept between starts.
//!
//! **Invariant:** settings never stop the program: what cannot be read is
//! replaced by its default, and fields of newer versions are kept.

use super::{StoreError, reading::read_bytes, write_atomically};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// How many files the recent list remembers.
const MOST_RECENT: usize = 20;

/// What a user has chosen.
#[derive(Clone, PartialEq, Debug)]
pub struct Settings {
    /// Projects and documents opened lately, newest first.
    pub recent: Vec<PathBuf>,
    /// The name of the theme; empty for the system's.
    pub theme: String,
    /// The interface language (`en`, `ar`); empty for the system's.
    pub language: String,
    /// The zoom of the page, 1 for the normal size.
    pub zoom: f32,
    /// The name of the face documents are set in.
    pub face: String,
    /// How panels and readers are arranged, as the window describes it.
    pub panes: Value,
    /// The window.
    pub window: WindowSize,
    /// The name new marks are signed with.
    pub analyst: String,
    /// Fields of newer versions, and fields other parts keep here.
    pub extra: Map<String, Value>,
}

/// The size of the window in points.
#[derive(Copy, Clone, PartialEq, Debug, serde::Serialize, serde::Deserialize)]
pub struct WindowSize {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Whether it fills the screen.
    #[serde(default)]
    pub maximized: bool,
}

impl Default for WindowSize {
    fn default() -> Self {
        Self {
            width: 1280.0,
            height: 800.0,
            maximized: false,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            recent: Vec::new(),
            theme: String::new(),
            language: String::new(),
            zoom: 1.0,
            face: String::new(),
            panes: Value::Null,
            window: WindowSize::default(),
            analyst: String::new(),
            extra: Map::new(),
        }
    }
}

impl Settings {
    /// Reads the settings; a missing or unreadable file gives the defaults.
    pub fn load(path: &Path) -> Self {
        match read_bytes(path) {
            Ok(bytes) => match serde_json::from_slice(&bytes) {
                Ok(fields) => Self::from_fields(fields),
                Err(error) => {
                    log::warn!("the settings are not used: {error}: {}", path.display());
                    keep_unreadable(path);
                    Self::default()
                }
            },
            Err(StoreError::Missing(_)) => Self::default(),
            Err(error) => {
                log::warn!("the settings are not used: {error}");
                Self::default()
            }
        }
    }

    /// Writes the settings, making their folder if it is not there.
    pub fn save(&self, path: &Path) -> Result<(), StoreError> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| StoreError::writing(folder, error))?;
        }
        let mut json = serde_json::to_vec_pretty(&self.to_fields()).unwrap_or_default();
        json.push(b'\n');
        write_atomically(path, &json)
    }

    /// Puts a file at the head of the recent list.
    pub fn add_recent(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }

    fn from_fields(mut fields: Map<String, Value>) -> Self {
        let default = Self::default();
        let size = |given: f32, least: f32, most: f32, usual: f32| {
            if given.is_finite() && (least..=most).contains(&given) {
                given
            } else {
                usual
            }
        };
        let window: WindowSize = take(&mut fields, "window").unwrap_or_default();
        let usual = default.window;
        Self {
            recent: take::<Vec<String>>(&mut fields, "recent")
                .unwrap_or_default()
                .into_iter()
                .take(MOST_RECENT)
                .map(PathBuf::from)
                .collect(),
            theme: take(&mut fields, "theme").unwrap_or_default(),
            language: take(&mut fields, "language").unwrap_or_default(),
            zoom: take(&mut fields, "zoom").map_or(default.zoom, |z| size(z, 0.2, 8.0, 1.0)),
            face: take(&mut fields, "face").unwrap_or_default(),
            panes: fields.remove("panes").unwrap_or_default(),
            window: WindowSize {
                width: size(window.width, 200.0, 20_000.0, usual.width),
                height: size(window.height, 150.0, 20_000.0, usual.height),
                maximized: window.maximized,
            },
            analyst: take(&mut fields, "analyst").unwrap_or_default(),
            extra: fields,
        }
    }

    fn to_fields(&self) -> Map<String, Value> {
        let mut fields = self.extra.clone();
        // A path that is not Unicode cannot be written as JSON and is left out.
        let recent: Vec<&str> = self
            .recent
            .iter()
            .filter_map(|path| path.to_str())
            .collect();
        put(&mut fields, "recent", &recent);
        put(&mut fields, "theme", &self.theme);
        put(&mut fields, "language", &self.language);
        put(&mut fields, "zoom", &self.zoom);
        put(&mut fields, "face", &self.face);
        put(&mut fields, "panes", &self.panes);
        put(&mut fields, "window", &self.window);
        put(&mut fields, "analyst", &self.analyst);
        fields
    }
}

fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Option<T> {
    let value = fields.remove(name)?;
    match serde_json::from_value(value) {
        Ok(value) => Some(value),
        Err(error) => {
            log::warn!("the setting {name} is not used: {error}");
            None
        }
    }
}

fn put(fields: &mut Map<String, Value>, name: &str, value: &impl Serialize) {
    match serde_json::to_value(value) {
        Ok(value) => drop(fields.insert(name.to_owned(), value)),
        Err(error) => log::warn!("the setting {name} is not kept: {error}"),
    }
}

/// Somebody may have written that file by hand: it is not overwritten.
fn keep_unreadable(path: &Path) {
    let kept = path.with_extension("json.unreadable");
    if let Err(error) = fs::rename(path, &kept) {
        log::warn!("{} cannot be kept: {error}", path.display());
    }
}
