//! `hashiya suggest`: what could be marked in texts and projects, and why.
//!
//! Invariant: a line for every suggestion of every text, in the order of the
//! files and of the text, page furniture included; `text` is what the file
//! holds from `start` to `end`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::{Output, Status, project_at};
use crate::entities::{Context, Learned, OwnList, Suggestion, suggest};
use crate::i18n::{Language, Messages};
use crate::language::{day_of_writing, document_date};
use crate::model::{Document, OffsetTable};
use crate::store;

/// Prints a JSON line for every name, title, date and number found.
///
/// The types are PERSON, ORG, GROUP, LOC, FAC, NORP, DATE, NUMBER, TITLE,
/// EVENT, WEAPON, EMAIL and URL. Offsets are code points of the text, end
/// exclusive. Suggestions may stand in one another and never cross; those with
/// the same canonical name one thing; canonical is null where nothing is
/// named, as for dates and numbers. source, confidence (0 to 1) and reason say
/// where a suggestion comes from. In a project its analysts' decisions count:
/// what they accepted is suggested in every document, marked already or not,
/// and what they rejected is left out.
#[derive(Debug, clap::Args)]
pub struct SuggestArguments {
    /// Texts and projects
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The encoding of text files, e.g. windows-1256; without it, it is guessed
    #[arg(long, value_name = "E")]
    encoding: Option<String>,
    /// A list of words of your own, in the form of those of the window; the
    /// window's list is not read, so that results are the same everywhere
    #[arg(long, value_name = "LIST")]
    words: Option<PathBuf>,
}

/// A suggestion as it is printed.
#[derive(Serialize)]
struct Suggested<'a> {
    file: &'a str,
    /// The title, for the documents of a project.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a str>,
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    canonical: Option<&'a str>,
    source: &'static str,
    /// Two decimals are all that is known.
    confidence: f64,
    reason: String,
}

/// What the suggestions of one text are printed with.
struct Sheet<'a> {
    file: &'a str,
    document: Option<&'a str>,
    messages: &'a Messages,
}

pub(super) fn run(arguments: &SuggestArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let messages = Messages::new(Language::En);
    let own = match &arguments.words {
        Some(path) => OwnList::read(&store::read_document(path, None)?.decoded.text),
        None => OwnList::default(),
    };
    let own = Arc::new(own);
    let mut status = Status::Fine;
    for path in &arguments.files {
        match suggest_in(path, arguments.encoding.as_deref(), &own, &messages, output) {
            // One file that cannot be read does not hide what is in the others.
            Err(error) if error.is::<store::StoreError>() => {
                output.say(&format!("hashiya: {error}"));
                status = Status::Failed;
            }
            result => result?,
        }
    }
    Ok(status)
}

fn suggest_in(
    path: &Path,
    encoding: Option<&str>,
    own: &Arc<OwnList>,
    messages: &Messages,
    output: &mut Output<'_>,
) -> anyhow::Result<()> {
    let file = &*path.to_string_lossy();
    if !store::is_project(path) {
        let read = store::read_document(path, encoding)?;
        let sheet = Sheet {
            file,
            document: None,
            messages,
        };
        let text = &read.decoded.text;
        let learned = Learned::default().with_own_list(Arc::clone(own));
        let found = suggestions(text, &learned, None);
        return sheet.print(text, &found, output);
    }
    let project = project_at(path, output)?;
    let learned = Learned::from_project(&project).with_own_list(Arc::clone(own));
    let rejected = project.decisions().count();
    if rejected > 0 {
        output.say(&format!(
            "Words rejected in this project are left out ({rejected} decisions): {file}"
        ));
    }
    for document in project.documents() {
        let sheet = Sheet {
            file,
            document: Some(&document.title),
            messages,
        };
        let found = suggestions(&document.text, &learned, Some(document));
        sheet.print(&document.text, &found, output)?;
    }
    Ok(())
}

/// The suggestions of a whole text, its page furniture included.
pub(super) fn suggestions(
    text: &str,
    learned: &Learned,
    document: Option<&Document>,
) -> Vec<Suggestion> {
    let context = Context {
        learned,
        document: document.map(|document| &document.id),
        date: document.map_or_else(|| document_date(text), day_of_writing),
    };
    let mut found = suggest(text, &context);
    learned.settle(text, &mut found);
    found
}

impl Sheet<'_> {
    fn print(
        &self,
        text: &str,
        found: &[Suggestion],
        output: &mut Output<'_>,
    ) -> anyhow::Result<()> {
        let offsets = OffsetTable::new(text);
        for suggestion in found {
            let span = suggestion.span;
            output.line(&Suggested {
                file: self.file,
                document: self.document,
                start: offsets.code_point_of_byte(span.start),
                end: offsets.code_point_of_byte(span.end),
                text: span.of(text).unwrap_or_default(),
                kind: suggestion.kind.code(),
                canonical: suggestion.canonical.as_ref().map(|named| &*named.id),
                source: suggestion.source.code(),
                confidence: (f64::from(suggestion.confidence) * 100.0).round() / 100.0,
                reason: self.reason(suggestion),
            })?;
        }
        Ok(())
    }

    /// Why it was suggested, in a sentence.
    fn reason(&self, suggestion: &Suggestion) -> String {
        let reason = &suggestion.reason;
        let id = format!("why-{}", reason.rule);
        if self.messages.has(&id) {
            // The marks around an argument are for the screen.
            self.messages
                .format(&id, &[("detail", (&*reason.detail).into())])
                .replace(['\u{2068}', '\u{2069}'], "")
        } else {
            reason.detail.to_string()
        }
    }
}
