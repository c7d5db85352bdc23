//! A look at a project without opening it for work.
//!
//! For whoever only reads (the headless commands), also while a window has the
//! project open.
//!
//! **Invariant:** nothing is locked, mended, made or written.

use std::path::Path;

use super::super::{
    StoreError, Warning, atomic::resolve, journal::read_journal, project_file, recovery::recover,
};
use super::names::journal_path;
use crate::model::Project;

/// A project as it would open: its file and what its journal has beyond it,
/// with what was odd about them.
pub fn glance(path: &Path) -> Result<(Project, Vec<Warning>), StoreError> {
    let path = resolve(path);
    let look = || {
        let loaded = project_file::load(&path)?;
        let journal = read_journal(&journal_path(&path))?;
        let recovered = recover(loaded.project, &loaded.header, journal);
        Ok::<_, StoreError>((loaded.warnings, recovered))
    };
    let (mut warnings, mut recovered) = look()?;
    if recovered.mismatch.is_some() {
        // A window may have saved between the two readings.
        (warnings, recovered) = look()?;
    }
    if recovered.from_journal > 0 {
        warnings.push(Warning::Recovered {
            transactions: recovered.from_journal,
        });
    }
    warnings.extend(recovered.mismatch.map(|reason| Warning::SetAside {
        reason,
        lost: recovered.lost,
        path: None,
    }));
    Ok((recovered.project, warnings))
}
