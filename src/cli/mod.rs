//! The headless commands, and the reading of the command line.
//!
//! One file per command. Not here: the window (`ui`), which is opened by
//! `main` when no command is named.
//!
//! Invariant: machine output on standard output, sentences on standard error;
//! exit status 0, 1 (a finding, a failed check) or 2 (wrong use, unreadable
//! input); a reader that closes the pipe early is not an error.

mod agreement;
mod check;
mod commands;
mod export;
mod hashes;
mod hit;
mod import;
mod inspect;
mod layout;
mod output;
mod page;
mod picture;
mod score;
mod search;
mod suggest;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, Parser, Subcommand};

pub use output::{Output, Status};

use crate::model::Project;
use crate::store;

/// A workbench for close reading and annotation of Arabic and mixed-direction
/// text.
///
/// Without a command, opens the window on the files, folders or project given;
/// without any, on the sample.
#[derive(Debug, Parser)]
#[command(name = "hashiya", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    /// Texts, folders or a project to open; for a file that is named like a
    /// command, write ./NAME
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(subcommand)]
    job: Option<Job>,
}

/// A headless command with its arguments.
#[derive(Debug, Subcommand)]
pub enum Job {
    /// Make a project from texts or annotated sets
    Import(import::ImportArguments),
    /// Write a project's annotated set in another format, and verify it
    Export(export::ExportArguments),
    /// Verify every span, reference and hash of a project
    Check(check::CheckArguments),
    /// Print where every glyph of a text stands
    Layout(layout::LayoutArguments),
    /// Print the caret at a point of a text
    Hit(hit::HitArguments),
    /// Find words in texts, folders and projects, in any spelling
    Search(search::SearchArguments),
    /// Suggest names, titles, dates and numbers in texts and projects
    Suggest(suggest::SuggestArguments),
    /// Find characters that are not seen, and texts that are not what they seem
    Inspect(inspect::InspectArguments),
    /// Measure suggestions against hand-made annotation
    Score(score::ScoreArguments),
    /// Measure how far two people agree who marked the same texts
    Agreement(agreement::AgreementArguments),
    /// Draw the window's picture off screen, as a PNG file
    Picture(picture::PictureArguments),
    /// Print the table of the window's commands and their keys
    Commands(commands::CommandsArguments),
}

impl Job {
    fn run(&self, output: &mut Output<'_>) -> anyhow::Result<Status> {
        match self {
            Self::Import(arguments) => import::run(arguments, output),
            Self::Export(arguments) => export::run(arguments, output),
            Self::Check(arguments) => check::run(arguments, output),
            Self::Layout(arguments) => layout::run(arguments, output),
            Self::Hit(arguments) => hit::run(arguments, output),
            Self::Search(arguments) => search::run(arguments, output),
            Self::Suggest(arguments) => suggest::run(arguments, output),
            Self::Inspect(arguments) => inspect::run(arguments, output),
            Self::Score(arguments) => score::run(arguments, output),
            Self::Agreement(arguments) => agreement::run(arguments, output),
            Self::Picture(arguments) => picture::run(arguments),
            Self::Commands(arguments) => commands::run(arguments, output),
        }
    }
}

/// What the command line asks for.
#[derive(Debug)]
pub enum Request {
    /// The window, on these files (none: the sample).
    Window(Vec<PathBuf>),
    /// A headless command.
    Job(Job),
    /// Nothing more: help, the version or an error has been printed.
    Done(Status),
}

/// Reads the command line; the first argument is the program's name. Help,
/// version and errors of use are printed here.
pub fn request(arguments: impl IntoIterator<Item = OsString>) -> Request {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { job: Some(job), .. }) => Request::Job(job),
        Ok(Arguments { files, .. }) => match mistaken_command(&files) {
            None => Request::Window(files),
            Some(word) => {
                let known: Vec<String> = Arguments::command()
                    .get_subcommands()
                    .map(|command| command.get_name().to_owned())
                    .collect();
                complain(&format!(
                    "There is no file or command named “{word}”; the commands are {}.",
                    known.join(", ")
                ));
                Request::Done(Status::Failed)
            }
        },
        Err(error) => {
            // A closed pipe here loses only the help text.
            drop(error.print());
            Request::Done(if error.use_stderr() {
                Status::Failed
            } else {
                Status::Fine
            })
        }
    }
}

/// A bare word that names no file is a mistyped command rather than a file to
/// open.
fn mistaken_command(files: &[PathBuf]) -> Option<&str> {
    let word = files.first()?.to_str()?;
    let bare = !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    (bare && !Path::new(word).exists()).then_some(word)
}

/// Runs a headless command on the process's own streams.
pub fn run(job: &Job) -> Status {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut messages = io::stderr();
    let result = job
        .run(&mut Output {
            out: &mut out,
            messages: &mut messages,
        })
        .and_then(|status| out.flush().map(|()| status).map_err(anyhow::Error::from));
    // What could not be flushed must not be tried again when `out` goes.
    drop(out.into_parts());
    match result {
        Ok(status) => status,
        Err(error) if is_closed_pipe(&error) => Status::Fine,
        Err(error) => {
            complain(&in_one_sentence(&error));
            Status::Failed
        }
    }
}

/// The project in a file with what its journal has beyond it; what was odd
/// about them is said.
fn project_at(path: &Path, output: &mut Output<'_>) -> anyhow::Result<Project> {
    let (project, warnings) = store::glance(path)?;
    for warning in &warnings {
        output.say(&warning.to_string());
    }
    Ok(project)
}

/// An error with its causes, those left out that it has named already.
fn in_one_sentence(error: &anyhow::Error) -> String {
    error
        .chain()
        .skip(1)
        .map(ToString::to_string)
        .fold(error.to_string(), |said, cause| {
            if said.contains(&cause) {
                said
            } else {
                format!("{said}: {cause}")
            }
        })
}

/// Says why the program could not do what was asked.
pub fn complain(sentence: &str) {
    drop(writeln!(io::stderr(), "hashiya: {sentence}"));
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or_else(|| cause.downcast_ref::<serde_json::Error>()?.io_error_kind())
            == Some(io::ErrorKind::BrokenPipe)
    })
}
