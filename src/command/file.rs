//! Commands about files: open, save, export, close.

use std::collections::BTreeSet;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::formats::{self, ExportOptions, Format};
use crate::i18n::Arg;
use crate::model::{Edit, Id};

use super::go::id_of;
use super::keeping::Pending;
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, NoticeKind, PathPurpose, Request, Workbench};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

pub(super) const COMMANDS: &[Command] = &[
    row(
        "file.open",
        Menu::File,
        &[KeyboardShortcut::new(CTRL, Key::O)],
        always,
        |wb, args| {
            pick_or(
                wb,
                args,
                PathPurpose::Open,
                super::workbench::Workbench::open,
            )
        },
    ),
    row("file.open-folder", Menu::File, &[], always, |wb, args| {
        pick_or(wb, args, PathPurpose::OpenFolder, |wb, paths| {
            wb.open(paths)
        })
    }),
    row(
        "file.open-path",
        Menu::File,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::O)],
        always,
        |wb, _| {
            let suggestion = wb.path_suggestion(PathPurpose::Open);
            wb.request(Request::TypePath {
                purpose: PathPurpose::Open,
                suggestion,
            });
            Ok(())
        },
    ),
    // Its rows are the files themselves.
    row("file.open-recent", Menu::File, &[], always, |_, _| Ok(())),
    row(
        "file.save",
        Menu::File,
        &[KeyboardShortcut::new(CTRL, Key::S)],
        Workbench::can_edit,
        |wb, _| wb.save(),
    )
    .group(),
    row(
        "file.save-as",
        Menu::File,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::S)],
        always,
        |wb, args| {
            pick_or(wb, args, PathPurpose::SaveAs, |wb, paths| {
                paths.first().map_or(Ok(()), |path| wb.save_as(path))
            })
        },
    ),
    row(
        "file.export-json",
        Menu::File,
        &[KeyboardShortcut::new(CTRL, Key::E)],
        always,
        |wb, args| export(wb, args, Format::Json),
    )
    .group(),
    row("file.export-jsonl", Menu::File, &[], always, |wb, args| {
        export(wb, args, Format::JsonLines)
    }),
    row("file.export-csv", Menu::File, &[], always, |wb, args| {
        export(wb, args, Format::Csv)
    }),
    row(
        "file.export-suggestions",
        Menu::File,
        &[],
        always,
        |wb, _| {
            let look = wb.look_mut();
            look.export_suggestions = !look.export_suggestions;
            Ok(())
        },
    )
    .switch(|wb| wb.look().export_suggestions),
    row(
        "file.reload-encoding",
        Menu::File,
        &[],
        |wb| {
            wb.active_document()
                .is_some_and(|document| wb.can_change_encoding(document))
        },
        |wb, args| match args {
            Args::Text(encoding) => wb.reload_in_encoding(encoding),
            _ => Ok(()),
        },
    )
    .group(),
    row(
        "file.close-document",
        Menu::File,
        &[],
        |wb| wb.can_edit() && wb.active_document().is_some(),
        close_document,
    ),
    row(
        "file.quit",
        Menu::File,
        &[KeyboardShortcut::new(CTRL, Key::Q)],
        always,
        |wb, _| {
            wb.settle(Pending::Close);
            Ok(())
        },
    )
    .group(),
];

/// Does `work` with the paths given, or asks for some.
fn pick_or(
    wb: &mut Workbench,
    args: &Args,
    purpose: PathPurpose,
    work: impl FnOnce(&mut Workbench, &[std::path::PathBuf]) -> Result<(), CommandError>,
) -> Result<(), CommandError> {
    if let Args::Paths(paths) = args {
        return work(wb, paths);
    }
    let suggestion = wb.path_suggestion(purpose);
    wb.request(Request::PickPath {
        purpose,
        suggestion,
    });
    Ok(())
}

fn export(wb: &mut Workbench, args: &Args, format: Format) -> Result<(), CommandError> {
    pick_or(wb, args, PathPurpose::Export(format), |wb, paths| {
        let Some(path) = paths.first() else {
            return Ok(());
        };
        let mut options = ExportOptions::default();
        if wb.look().export_suggestions {
            options.suggestions = wb.open_suggestions();
        }
        let report = formats::export(wb.project(), format, path, &options)?;
        let numbers = [
            ("verified", Arg::from(report.marks_verified)),
            ("total", Arg::from(report.marks_total)),
            ("path", Arg::from(super::shown_path(path))),
        ];
        let messages = wb.messages();
        let (kind, text) = if report.is_sound() {
            (
                NoticeKind::Done,
                messages.format("toast-exported", &numbers),
            )
        } else {
            (
                NoticeKind::Problem,
                messages.format("toast-export-mismatch", &numbers),
            )
        };
        let lost: Vec<String> = report
            .lost
            .iter()
            .map(|loss| {
                messages.format(loss.kind.message_id(), &[("count", Arg::from(loss.count))])
            })
            .collect();
        let lost: Vec<&str> = lost.iter().map(String::as_str).collect();
        let lost = (!lost.is_empty()).then(|| {
            messages.format(
                "toast-export-lost",
                &[("lost", Arg::from(messages.list(&lost)))],
            )
        });
        wb.notify(kind, text);
        if wb.look().export_suggestions {
            wb.say_exported_suggestions(report.suggestions);
        }
        if let Some(lost) = lost {
            wb.notify(NoticeKind::Done, lost);
        }
        Ok(())
    })
}

impl Workbench {
    /// Says how many suggestions went into an export, and that there may be
    /// more while documents are still to be looked through.
    fn say_exported_suggestions(&mut self, count: usize) {
        let count = [("count", Arg::from(count))];
        let text = self.messages().format("toast-exported-suggestions", &count);
        self.notify(NoticeKind::Done, text);
        let (done, total) = self.suggestion_progress();
        if done < total {
            let numbers = [("done", Arg::from(done)), ("total", Arg::from(total))];
            let text = self.messages().format("toast-exported-partly", &numbers);
            self.notify(NoticeKind::Problem, text);
        }
    }
}

/// Takes a document out of the project with all that hangs on it; one undo
/// brings everything back.
fn close_document(wb: &mut Workbench, args: &Args) -> Result<(), CommandError> {
    let id = id_of(args)
        .cloned()
        .or_else(|| wb.active_document().map(|document| document.id.clone()));
    let Some(document) = id.and_then(|id| wb.project().document(&id).cloned()) else {
        return Ok(());
    };
    let project = wb.project();
    let marks: BTreeSet<Id> = project
        .annotations_of(&document.id)
        .chain(project.annotations_on_whole(&document.id))
        .map(|mark| mark.id.clone())
        .collect();
    let on_it = |id: &Option<Id>| id.as_ref().is_some_and(|id| marks.contains(id));
    let mut edits: Vec<Edit> = project
        .notes()
        .filter(|note| note.document.as_ref() == Some(&document.id) || on_it(&note.annotation))
        .map(|note| Edit::delete(note.clone()))
        .collect();
    edits.extend(
        project
            .relations()
            .filter(|relation| marks.contains(&relation.from) || marks.contains(&relation.to))
            .map(|relation| Edit::delete(relation.clone())),
    );
    edits.extend(
        marks
            .iter()
            .filter_map(|id| project.annotation(id))
            .map(|mark| Edit::delete(mark.clone())),
    );
    edits.extend(
        project
            .decisions()
            .filter(|decision| decision.document.as_ref() == Some(&document.id))
            .map(|decision| Edit::delete(decision.clone())),
    );
    edits.push(Edit::delete(document));
    wb.commit("file.close-document", edits)
}
