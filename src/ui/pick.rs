//! The system's file dialogs.
//!
//! Lives here: asking for paths without stopping the window. Does not live
//! here: reading what was chosen.
//!
//! Invariant: a person always learns why no dialog came (rfd answers "nothing
//! chosen" both when the dialog was cancelled and when there is none).

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use egui::Context;

use crate::command::PathPurpose;
use crate::formats::Format;
use crate::formats::codebook::CodebookFormat;
use crate::i18n::Messages;

/// A dialog that ends sooner than this without an answer was never seen.
const NOBODY_CANCELS_SO_FAST: Duration = Duration::from_millis(400);

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// These paths were chosen.
    Paths(Vec<PathBuf>),
    /// The dialog was closed without a choice.
    Cancelled,
    /// There is no file dialog on this machine.
    Unavailable,
}

/// Where file dialogs come from; tests put their own in its place.
pub trait Picker {
    /// Begins to ask; the answer comes through [`Picker::answer`].
    fn ask(
        &mut self,
        ctx: &Context,
        purpose: PathPurpose,
        suggestion: Option<&Path>,
        messages: &Messages,
    );
    /// The answer, once it is there.
    fn answer(&mut self) -> Option<(PathPurpose, Picked)>;
}

/// The dialogs of the system, by rfd: a portal, or zenity, or what the
/// system has.
#[derive(Debug, Default)]
pub struct SystemPicker {
    waiting: Option<(PathPurpose, Receiver<Picked>)>,
}

impl Picker for SystemPicker {
    fn ask(
        &mut self,
        ctx: &Context,
        purpose: PathPurpose,
        suggestion: Option<&Path>,
        messages: &Messages,
    ) {
        if self.waiting.is_some() {
            // One dialog at a time; the first is still open.
            return;
        }
        let dialog = dialog(purpose, suggestion, messages);
        let (send, receive) = channel();
        let ctx = ctx.clone();
        let spawned = std::thread::Builder::new()
            .name("file dialog".to_owned())
            .spawn(move || {
                // The window may be gone by now; then nobody needs the answer.
                send.send(show(dialog, purpose)).ok();
                ctx.request_repaint();
            });
        match spawned {
            Ok(_) => self.waiting = Some((purpose, receive)),
            Err(error) => log::error!("no thread for the file dialog: {error}"),
        }
    }

    fn answer(&mut self) -> Option<(PathPurpose, Picked)> {
        let (purpose, receive) = self.waiting.as_ref()?;
        let picked = match receive.try_recv() {
            Ok(picked) => picked,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Picked::Unavailable,
        };
        let purpose = *purpose;
        self.waiting = None;
        Some((purpose, picked))
    }
}

fn dialog(purpose: PathPurpose, suggestion: Option<&Path>, messages: &Messages) -> rfd::FileDialog {
    let mut dialog = rfd::FileDialog::new().set_title(messages.text(match purpose {
        PathPurpose::Open => "dialog-open-title",
        PathPurpose::OpenFolder => "dialog-open-folder-title",
        PathPurpose::SaveAs => "dialog-save-title",
        PathPurpose::Export(_) | PathPurpose::ExportCodebook(_) => "dialog-export-title",
        PathPurpose::ImportCodebook => "dialog-codebook-title",
    }));
    if let Some(folder) = suggestion
        .and_then(Path::parent)
        .filter(|folder| folder.is_dir())
    {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = suggestion.and_then(Path::file_name) {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    match purpose {
        PathPurpose::Open => dialog
            .add_filter(messages.text("dialog-filter-all"), &["*"])
            .add_filter(messages.text("dialog-filter-text"), &["txt", "text", "md"])
            .add_filter(
                messages.text("dialog-filter-project"),
                &["hashiya.json", "json"],
            ),
        PathPurpose::OpenFolder => dialog,
        PathPurpose::SaveAs => dialog.add_filter(messages.text("dialog-filter-project"), &["json"]),
        PathPurpose::Export(format) => {
            let (name, extension) = match format {
                Format::Json => ("dialog-filter-json", "json"),
                Format::JsonLines => ("dialog-filter-jsonl", "jsonl"),
                Format::Csv => ("dialog-filter-csv", "csv"),
            };
            dialog.add_filter(messages.text(name), &[extension])
        }
        PathPurpose::ExportCodebook(format) => dialog.add_filter(
            messages.text(codebook_filter(format)),
            &[format.extension()],
        ),
        PathPurpose::ImportCodebook => dialog
            .add_filter(
                messages.text("dialog-filter-codebook"),
                &["json", "csv", "qdc", "qde", "xml"],
            )
            .add_filter(messages.text("dialog-filter-all"), &["*"]),
    }
}

/// The message that names files of a codebook.
fn codebook_filter(format: CodebookFormat) -> &'static str {
    match format {
        CodebookFormat::Json => "dialog-filter-json",
        CodebookFormat::Csv => "dialog-filter-csv",
        CodebookFormat::Qdc => "dialog-filter-qdc",
    }
}

fn show(dialog: rfd::FileDialog, purpose: PathPurpose) -> Picked {
    let begun = Instant::now();
    let paths = match purpose {
        PathPurpose::Open => dialog.pick_files(),
        PathPurpose::OpenFolder => dialog.pick_folder().map(|path| vec![path]),
        PathPurpose::ImportCodebook => dialog.pick_file().map(|path| vec![path]),
        PathPurpose::SaveAs | PathPurpose::Export(_) | PathPurpose::ExportCodebook(_) => {
            dialog.save_file().map(|path| vec![path])
        }
    };
    match paths {
        Some(paths) if !paths.is_empty() => Picked::Paths(paths),
        _ if begun.elapsed() < NOBODY_CANCELS_SO_FAST && !has_zenity() => Picked::Unavailable,
        _ => Picked::Cancelled,
    }
}

/// Whether the program that stands in for a portal is installed.
fn has_zenity() -> bool {
    !cfg!(target_os = "linux")
        || std::env::var_os("PATH").is_some_and(|path| {
            std::env::split_paths(&path).any(|folder| folder.join("zenity").is_file())
        })
}
