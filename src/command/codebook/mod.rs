//! The codebook: tags made, changed, moved, merged, retired, exchanged.
//!
//! Lives here: the commands about tags, what would contradict the marks, and
//! which tag is being looked at. Does not live here: how the codebook is shown
//! (ui/codebook), its files (formats/codebook), how well colours can be told
//! apart (analysis/hues).
//!
//! **Invariant:** a tag keeps its id whatever is changed about it, so no mark
//! is ever lost; every change is one step of undo.

mod attributes;
mod change;
mod exchange;
pub(in crate::command) mod faults;
mod going;
mod merge;
mod problem;
mod tree;

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

pub use attributes::{Outside, id_from_name};
pub use change::TagChange;
pub use exchange::{CodebookImport, Fate, ImportRow, field_message};
pub use merge::{MergePreview, TagUsage, Unmerged};
pub use problem::CodebookProblem;
pub use tree::PATTERNS;

use self::tree::TreeStep;
use super::go::id_of;
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, LowerTab, MarkFilter, NoticeKind, PathPurpose, Request, Workbench};
use crate::formats::codebook::CodebookFormat;
use crate::i18n::Arg;
use crate::model::{Id, Tag};

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
/// The entries of the menu the rows stand under.
const CODEBOOK: &str = "menu-codebook";
const TAG: &str = "menu-codebook-tag";

/// Which part of a tag's page is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodebookPart {
    /// Its names.
    Names,
    /// Its colour and pattern.
    Look,
    /// Its key.
    Key,
    /// What it is put on, overlap, ends.
    Rules,
    /// Description and examples.
    Words,
    /// Its attributes.
    Attributes,
    /// Merging it into another.
    Merge,
}

/// What is being looked at in the codebook.
#[derive(Debug, Default)]
pub(super) struct CodebookState {
    chosen: Option<Id>,
    import: Option<CodebookImport>,
}

pub(super) const COMMANDS: &[Command] = &[
    row(
        "codebook.show",
        Menu::Mark,
        &[KeyboardShortcut::new(CTRL_SHIFT, Key::B)],
        always,
        |wb, args| {
            if let Some(id) = id_of(args).filter(|id| wb.project().tag(id).is_some()) {
                wb.choose_tag(Some(id.clone()));
            } else if let Some(tag) = wb.selected_mark().map(|mark| mark.tag.clone()) {
                wb.choose_tag(Some(tag));
            } else if wb.codebook_tag().is_none() {
                let first = wb.project().tags().next().map(|tag| tag.id.clone());
                wb.choose_tag(first);
            }
            wb.request(Request::ShowCodebook(None));
            Ok(())
        },
    )
    .within(CODEBOOK)
    .group(),
    row(
        "codebook.new-tag",
        Menu::Mark,
        &[],
        Workbench::can_edit,
        |wb, args| {
            let beside = wb
                .codebook_tag()
                .map(|tag| (tag.id.clone(), tag.parent.clone()));
            let (after, parent) = beside.map_or((None, None), |(id, parent)| (Some(id), parent));
            wb.make_tag(
                "codebook.new-tag",
                text_of(args),
                parent.as_ref(),
                after.as_ref(),
            )?;
            show(wb, CodebookPart::Names)
        },
    )
    .within(CODEBOOK),
    row(
        "codebook.new-child",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.codebook_tag().is_some(),
        |wb, args| {
            let parent = wb.codebook_tag().map(|tag| tag.id.clone());
            wb.make_tag("codebook.new-child", text_of(args), parent.as_ref(), None)?;
            show(wb, CodebookPart::Names)
        },
    )
    .within(CODEBOOK),
    row(
        "codebook.tell-apart",
        Menu::Mark,
        &[],
        Workbench::can_edit,
        |wb, _| {
            let count = wb.tell_tags_apart()?;
            let text = wb
                .messages()
                .format("codebook-told-apart", &[("count", Arg::from(count))]);
            wb.notify(NoticeKind::Done, text);
            Ok(())
        },
    )
    .within(CODEBOOK),
    row(
        "codebook.import",
        Menu::Mark,
        &[],
        Workbench::can_edit,
        |wb, args| {
            with_path(wb, args, PathPurpose::ImportCodebook, |wb, path| {
                wb.begin_import(path)
            })
        },
    )
    .within(CODEBOOK),
    row(
        "codebook.export-json",
        Menu::Mark,
        &[],
        always,
        |wb, args| export(wb, args, CodebookFormat::Json),
    )
    .within(CODEBOOK),
    row(
        "codebook.export-csv",
        Menu::Mark,
        &[],
        always,
        |wb, args| export(wb, args, CodebookFormat::Csv),
    )
    .within(CODEBOOK),
    row(
        "codebook.export-qdc",
        Menu::Mark,
        &[],
        has_tags,
        |wb, args| export(wb, args, CodebookFormat::Qdc),
    )
    .within(CODEBOOK),
    tag_row("codebook.rename", |wb, args| {
        let language = wb.messages().language().code().to_owned();
        if let (Args::Text(name), Some(id)) = (args, wb.codebook_tag().map(|tag| tag.id.clone())) {
            let name = name.clone();
            return wb.change_tag(&id, &TagChange::Name { language, name });
        }
        change(wb, args, CodebookPart::Names)
    }),
    tag_row("codebook.color", |wb, args| {
        change(wb, args, CodebookPart::Look)
    }),
    tag_row("codebook.pattern", |wb, args| {
        change(wb, args, CodebookPart::Look)
    }),
    tag_row("codebook.key", |wb, args| {
        change(wb, args, CodebookPart::Key)
    }),
    tag_row("codebook.kind", |wb, args| {
        change(wb, args, CodebookPart::Rules)
    }),
    tag_row("codebook.overlap", |wb, args| {
        change(wb, args, CodebookPart::Rules)
    }),
    tag_row("codebook.ends", |wb, args| {
        change(wb, args, CodebookPart::Rules)
    }),
    tag_row("codebook.describe", |wb, args| {
        change(wb, args, CodebookPart::Words)
    }),
    tag_row("codebook.examples", |wb, args| {
        change(wb, args, CodebookPart::Words)
    }),
    row(
        "codebook.example-from-mark",
        Menu::Mark,
        &[],
        |wb| wb.can_edit() && wb.codebook_tag().is_some() && wb.words_for_example().is_some(),
        |wb, args| match (tag_of(wb, args), wb.words_for_example()) {
            (Some(id), Some(words)) => wb.add_example(&id, words),
            _ => Ok(()),
        },
    )
    .within(TAG),
    tag_row("codebook.attributes", |wb, args| {
        change(wb, args, CodebookPart::Attributes)
    }),
    tag_row("codebook.move-up", |wb, args| step(wb, args, TreeStep::Up)).group(),
    tag_row("codebook.move-down", |wb, args| {
        step(wb, args, TreeStep::Down)
    }),
    tag_row("codebook.move-in", |wb, args| step(wb, args, TreeStep::In)),
    tag_row("codebook.move-out", |wb, args| {
        step(wb, args, TreeStep::Out)
    }),
    tag_row("codebook.move", |wb, args| {
        change(wb, args, CodebookPart::Names)
    }),
    tag_row("codebook.merge", |wb, args| {
        change(wb, args, CodebookPart::Merge)
    })
    .group(),
    tag_row("codebook.retire", |wb, args| {
        if matches!(args, Args::Tag(..)) {
            return change(wb, args, CodebookPart::Names);
        }
        let Some(id) = tag_of(wb, args) else {
            return Ok(());
        };
        let retired = wb.project().tag(&id).is_some_and(|tag| tag.retired);
        wb.change_tag(&id, &TagChange::Retired(!retired))
    })
    .switch(|wb| wb.codebook_tag().is_some_and(|tag| tag.retired)),
    tag_row("codebook.delete", |wb, args| match tag_of(wb, args) {
        Some(id) => wb.delete_tag(&id),
        None => Ok(()),
    }),
    row(
        "codebook.list-uses",
        Menu::Mark,
        &[],
        has_tags,
        |wb, args| {
            let Some(tag) = tag_of(wb, args) else {
                return Ok(());
            };
            wb.set_mark_filter(MarkFilter {
                tags: [tag].into(),
                ..MarkFilter::default()
            });
            let look = wb.look_mut();
            look.lower = true;
            look.lower_tab = LowerTab::Marks;
            Ok(())
        },
    )
    .within(TAG),
    row(
        "go.next-of-tag",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::ALT, Key::PageDown)],
        has_tags,
        |wb, args| go(wb, args, true),
    ),
    row(
        "go.previous-of-tag",
        Menu::Go,
        &[KeyboardShortcut::new(Modifiers::ALT, Key::PageUp)],
        has_tags,
        |wb, args| go(wb, args, false),
    ),
];

/// A row about the tag that is looked at.
const fn tag_row(
    id: &'static str,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    row(id, Menu::Mark, &[], |wb| wb.can_edit() && has_tags(wb), run).within(TAG)
}

/// Whether there is a tag at all.
fn has_tags(wb: &Workbench) -> bool {
    wb.project().tags().next().is_some()
}

fn text_of(args: &Args) -> &str {
    match args {
        Args::Text(text) => text,
        _ => "",
    }
}

/// The tag a command is about: the one named, else the one looked at.
fn tag_of(wb: &Workbench, args: &Args) -> Option<Id> {
    let named = match args {
        Args::Id(id) | Args::Tag(id, _) => Some(id),
        _ => None,
    };
    named
        .filter(|id| wb.project().tag(id).is_some())
        .or_else(|| wb.codebook_tag().map(|tag| &tag.id))
        .cloned()
}

fn show(wb: &mut Workbench, part: CodebookPart) -> Result<(), CommandError> {
    wb.request(Request::ShowCodebook(Some(part)));
    Ok(())
}

/// Makes the change given, or shows where it is made.
fn change(wb: &mut Workbench, args: &Args, part: CodebookPart) -> Result<(), CommandError> {
    if let Args::Tag(id, change) = args {
        return wb.change_tag(id, change);
    }
    let tag = tag_of(wb, args);
    wb.choose_tag(tag);
    show(wb, part)
}

fn step(wb: &mut Workbench, args: &Args, step: TreeStep) -> Result<(), CommandError> {
    match tag_of(wb, args) {
        Some(id) => wb.step_tag(&id, step),
        None => Ok(()),
    }
}

fn go(wb: &mut Workbench, args: &Args, forward: bool) -> Result<(), CommandError> {
    match tag_of(wb, args) {
        Some(id) => wb.go_to_use(&id, forward),
        None => Ok(()),
    }
}

fn with_path(
    wb: &mut Workbench,
    args: &Args,
    purpose: PathPurpose,
    work: impl FnOnce(&mut Workbench, &PathBuf) -> Result<(), CommandError>,
) -> Result<(), CommandError> {
    if let Args::Paths(paths) = args {
        return paths.first().map_or(Ok(()), |path| work(wb, path));
    }
    let suggestion = wb.path_suggestion(purpose);
    wb.request(Request::PickPath {
        purpose,
        suggestion,
    });
    Ok(())
}

fn export(wb: &mut Workbench, args: &Args, format: CodebookFormat) -> Result<(), CommandError> {
    with_path(wb, args, PathPurpose::ExportCodebook(format), |wb, path| {
        wb.export_codebook(format, path)
    })
}

impl Workbench {
    /// The tag that is looked at in the codebook; else that of the chosen
    /// mark.
    pub fn codebook_tag(&self) -> Option<&Tag> {
        let project = self.project();
        let chosen = self.codebook.chosen.as_ref().and_then(|id| project.tag(id));
        chosen.or_else(|| project.tag(&self.selected_mark()?.tag))
    }

    /// Looks at a tag in the codebook.
    pub fn choose_tag(&mut self, tag: Option<Id>) {
        self.codebook.chosen = tag;
    }

    /// The selected words, else those of the chosen mark: what an example can
    /// be made of.
    pub fn words_for_example(&self) -> Option<String> {
        let selected = self.selected_text().map(str::to_owned);
        let words = selected.or_else(|| {
            let mark = self.selected_mark()?;
            let document = self.project().document(&mark.document)?;
            Some(mark.quote(&document.text))
        })?;
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    }

    fn add_example(&mut self, id: &Id, words: String) -> Result<(), CommandError> {
        let Some(tag) = self.project().tag(id) else {
            return Ok(());
        };
        let mut examples = tag.examples.clone();
        if !examples.contains(&words) {
            examples.push(words);
        }
        self.change_tag(id, &TagChange::Examples(examples))
    }
}
