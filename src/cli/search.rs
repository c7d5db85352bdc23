//! `hashiya search`: where words stand in texts, folders and projects.
//!
//! Invariant: a line for every hit, in the order of the paths and of the text;
//! `text` is what the file holds from `start` to `end`, marks included.

use std::path::{Path, PathBuf};

use anyhow::bail;
use serde::Serialize;

use super::{Output, Status, project_at};
use crate::analysis::{Likeness, Query, Searchable, concordance, hits};
use crate::language::Level;
use crate::model::{OffsetTable, Span};
use crate::store;

/// Prints a JSON line for every place where the words stand.
///
/// Spelling is overlooked: vowel signs, tatweel, forms of alef, ya and ha,
/// digits, case, سوريا and سورية, a missing space. likeness says how closely a
/// hit agrees: exact, spelling or word. Offsets are code points of the text,
/// end exclusive; before and after are the context in the same line.
#[derive(Debug, clap::Args)]
pub struct SearchArguments {
    /// What to look for
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    query: String,
    /// Texts, folders of texts, projects
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Match code point by code point
    #[arg(long, conflicts_with = "regex")]
    exact: bool,
    /// Take QUERY as a regular expression over the text as it is written
    #[arg(long)]
    regex: bool,
    /// Match whole words only; clitics before a word do not count
    #[arg(long)]
    whole_words: bool,
    /// Most code points of context on either side
    #[arg(long, value_name = "N", default_value_t = 60)]
    context: usize,
    /// The encoding of text files, e.g. windows-1256; without it, it is guessed
    #[arg(long, value_name = "E")]
    encoding: Option<String>,
}

/// A hit as it is printed.
#[derive(Serialize)]
struct Found<'a> {
    file: &'a str,
    /// The title, for the documents of a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    start: usize,
    end: usize,
    text: &'a str,
    before: &'a str,
    after: &'a str,
    likeness: &'static str,
}

pub(super) fn run(arguments: &SearchArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let query = if arguments.regex {
        Query::regex(&arguments.query)?
    } else if arguments.exact {
        Query::exact(&arguments.query)
    } else {
        Query::plain(&arguments.query, Level::Loose)
    }
    .whole_words(arguments.whole_words);
    if query.is_empty() {
        bail!("there is nothing to look for: QUERY is empty");
    }
    let mut status = Status::Fine;
    for path in &arguments.paths {
        let files = if path.is_dir() {
            store::documents_in(path)
        } else {
            Ok(vec![path.clone()])
        };
        // One file that cannot be read does not hide what is in the others.
        let mut unread = |error: &anyhow::Error, output: &mut Output<'_>| {
            output.say(&format!("hashiya: {error}"));
            status = Status::Failed;
        };
        match files {
            Ok(files) => {
                for file in files {
                    match search_file(arguments, &query, &file, output) {
                        Err(error) if error.is::<store::StoreError>() => unread(&error, output),
                        result => result?,
                    }
                }
            }
            Err(error) => unread(&error.into(), output),
        }
    }
    Ok(status)
}

fn search_file(
    arguments: &SearchArguments,
    query: &Query,
    path: &Path,
    output: &mut Output<'_>,
) -> anyhow::Result<()> {
    let file = path.to_string_lossy();
    let context = arguments.context;
    if store::is_project(path) {
        let project = project_at(path, output)?;
        for document in project.documents() {
            let title = Some(document.title.as_str());
            print_hits(&document.text, &file, title, query, context, output)?;
        }
        return Ok(());
    }
    let read = store::read_document(path, arguments.encoding.as_deref())?;
    print_hits(&read.decoded.text, &file, None, query, context, output)
}

fn print_hits(
    text: &str,
    file: &str,
    document: Option<&str>,
    query: &Query,
    context: usize,
    output: &mut Output<'_>,
) -> anyhow::Result<()> {
    let found = hits(&Searchable::new(text), query);
    if found.is_empty() {
        return Ok(());
    }
    let offsets = OffsetTable::new(text);
    let spans: Vec<Span> = found.iter().map(|hit| hit.span).collect();
    let words = |span: Span| span.of(text).unwrap_or_default();
    for (hit, line) in found.iter().zip(concordance(text, &spans, context)) {
        output.line(&Found {
            file,
            document,
            start: offsets.code_point_of_byte(hit.span.start),
            end: offsets.code_point_of_byte(hit.span.end),
            text: words(line.hit),
            before: words(line.before),
            after: words(line.after),
            likeness: match hit.likeness {
                Likeness::Exact => "exact",
                Likeness::Spelling => "spelling",
                Likeness::Word => "word",
            },
        })?;
    }
    Ok(())
}
