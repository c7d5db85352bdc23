//! Where a user's settings and unsaved projects live.
//!
//! **Invariant:** nothing here creates or reads a file; paths only.

use super::StoreError;
use etcetera::{BaseStrategy, choose_base_strategy};
use std::path::{Path, PathBuf};

/// The folders of one user.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Places {
    /// Settings.
    pub config: PathBuf,
    /// Projects that have no name yet.
    pub state: PathBuf,
}

impl Places {
    /// The folders of the user who runs the program (XDG).
    pub fn of_user() -> Result<Self, StoreError> {
        let base = choose_base_strategy().map_err(|_| StoreError::NoHome)?;
        Ok(Self {
            config: base.config_dir().join("hashiya"),
            state: base
                .state_dir()
                .unwrap_or_else(|| base.data_dir())
                .join("hashiya"),
        })
    }

    /// Both under one folder, for tests and portable use.
    pub fn under(folder: &Path) -> Self {
        Self {
            config: folder.join("config"),
            state: folder.join("state"),
        }
    }

    /// The settings file.
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// The user's own list of words.
    pub fn word_list(&self) -> PathBuf {
        self.config.join("words.tsv")
    }

    /// The folder of how the window stood, project by project.
    pub fn desks(&self) -> PathBuf {
        self.state.join("desks")
    }

    /// The folder of projects that have no name yet.
    pub fn unnamed(&self) -> PathBuf {
        self.state.join("unnamed")
    }
}
