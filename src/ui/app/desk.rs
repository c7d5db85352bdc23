//! Keeping how the window stands while it is used, so that a crash does not
//! lose it.
//!
//! Lives here: when it is written. Does not live here: what is written
//! ([`crate::command::Workbench::desk_to_keep`]) and where (`store`).
//!
//! Invariant: the disk is never waited for while the window is used, and what
//! is written on leaving is written last.

use std::thread::JoinHandle;

use egui::Context;
use serde_json::Value;

use crate::command::Workbench;
use crate::store::write_desk;

/// The least time between two writings, seconds.
const EVERY: f64 = 5.0;

/// What was written, and when.
#[derive(Debug, Default)]
pub(super) struct DeskKeeper {
    /// Seconds of the window's own time.
    last: f64,
    kept: Value,
    writing: Option<JoinHandle<()>>,
}

impl DeskKeeper {
    /// Writes how the window stands, if that has changed and the last writing
    /// was a while ago.
    pub(super) fn keep(&mut self, ctx: &Context, wb: &Workbench) {
        let now = ctx.input(|input| input.time);
        let busy = self.writing.as_ref().is_some_and(|one| !one.is_finished());
        if busy || now - self.last < EVERY {
            return;
        }
        self.last = now;
        let Some((places, project, desk)) = wb.desk_to_keep() else {
            return;
        };
        if desk == self.kept {
            return;
        }
        self.kept = desk.clone();
        let work = move || {
            if let Err(error) = write_desk(&places, &project, &desk) {
                log::warn!("how the window stands is not kept: {error}");
            }
        };
        let started = std::thread::Builder::new()
            .name("desk".to_owned())
            .spawn(work);
        match started {
            Ok(writing) => self.writing = Some(writing),
            Err(error) => log::warn!("how the window stands is not kept: {error}"),
        }
    }

    /// Waits for what is being written.
    pub(super) fn finish(&mut self) {
        if let Some(writing) = self.writing.take()
            && writing.join().is_err()
        {
            log::error!("keeping how the window stands has panicked");
        }
    }
}
