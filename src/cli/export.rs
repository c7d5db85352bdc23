//! `hashiya export`: a project's annotated set in another format, verified.
//!
//! Invariant: exit status 0 means that every mark was found again in the file
//! on disk.

use std::path::PathBuf;

use serde_json::json;

use super::{Output, Status};
use crate::command::{SystemSurroundings, Workbench};
use crate::formats::codebook::{CodebookFormat, export_codebook};
use crate::formats::{self, ExportOptions, Format, OpenSuggestion};
use crate::model::{History, Id, Project};
use crate::store::Settings;

#[derive(Debug, clap::Args)]
pub struct ExportArguments {
    /// The project (name.hashiya.json)
    project: PathBuf,
    /// json (everything), jsonl (spaCy, Prodigy) or csv (a table); the codebook
    /// alone: codebook-json (everything), codebook-csv (a table) or
    /// codebook-qdc (REFI-QDA)
    #[arg(long, value_name = "F", value_parser = [
        "json", "jsonl", "csv", "codebook-json", "codebook-csv", "codebook-qdc",
    ])]
    format: String,
    /// The file to write; an older one is replaced as a whole
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
    /// Only the marks of the analyst with this name or id
    #[arg(long, value_name = "NAME")]
    annotator: Option<String>,
    /// Also write the suggestions that nobody has decided about, told apart
    /// from marks by the status "suggested" (not with --annotator)
    #[arg(long, conflicts_with = "annotator")]
    suggestions: bool,
    /// Leave out the byte order mark, which Excel needs, from a table
    #[arg(long)]
    no_bom: bool,
    /// The language of the names where a format has one name only: en or ar
    #[arg(long, value_name = "L", default_value = "en")]
    language: String,
}

pub(super) fn run(arguments: &ExportArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    if let Some(format) = CodebookFormat::from_id(&arguments.format) {
        return run_codebook(format, arguments, output);
    }
    let format = Format::from_id(&arguments.format)?;
    let project = super::project_at(&arguments.project, output)?;
    let annotator = arguments
        .annotator
        .as_deref()
        .map(|name| analyst_called(&project, name))
        .transpose()?;
    let options = ExportOptions {
        annotator,
        bom: !arguments.no_bom,
        suggestions: if arguments.suggestions {
            open_suggestions(&project)
        } else {
            Vec::new()
        },
    };
    let report = formats::export(&project, format, &arguments.out, &options)?;
    let lost: Vec<_> = report
        .lost
        .iter()
        .map(|loss| json!({"kind": loss.kind.id(), "count": loss.count, "message": loss.to_string()}))
        .collect();
    output.line(&json!({
        "format": format.id(),
        "path": report.path.to_string_lossy(),
        "documents": report.documents,
        "marks": report.marks_total,
        "suggestions": report.suggestions,
        "verified": report.marks_verified,
        "failed": report.failed,
        "lost": lost,
    }))?;
    output.say(&report.summary());
    for loss in &report.lost {
        output.say(&format!("Not carried: {loss}"));
    }
    if !report.is_sound() {
        output.say(&format!(
            "These marks were not found again in the file; please report this: {}",
            report.failed.join(", ")
        ));
    }
    Ok(Status::finding_if(!report.is_sound()))
}

/// What a window on this project would suggest once it has read everything.
fn open_suggestions(project: &Project) -> Vec<OpenSuggestion> {
    let mut wb = Workbench::new(
        project.clone(),
        History::new(),
        Settings::default(),
        None,
        Box::new(SystemSurroundings),
    );
    wb.run_suggestions_now();
    wb.open_suggestions()
}

/// Writes the codebook alone.
fn run_codebook(
    format: CodebookFormat,
    arguments: &ExportArguments,
    output: &mut Output<'_>,
) -> anyhow::Result<Status> {
    anyhow::ensure!(
        arguments.annotator.is_none(),
        "A codebook has no annotators; leave --annotator out"
    );
    let project = super::project_at(&arguments.project, output)?;
    let report = export_codebook(&project, format, &arguments.out, &arguments.language)?;
    let lost: Vec<_> = report
        .lost
        .iter()
        .map(|(field, count)| json!({"field": field, "tags": count}))
        .collect();
    let verified = report.tags - report.failed.len();
    output.line(&json!({
        "format": format.id(),
        "path": report.path.to_string_lossy(),
        "tags": report.tags,
        "verified": verified,
        "failed": report.failed,
        "lost": lost,
    }))?;
    output.say(&format!(
        "{verified} of {} tags verified in {}",
        report.tags,
        report.path.display()
    ));
    for (field, count) in &report.lost {
        output.say(&format!("Not carried: {field} ({count} tags)"));
    }
    Ok(Status::finding_if(!report.failed.is_empty()))
}

/// The analyst with this id or name.
pub(super) fn analyst_called(project: &Project, name: &str) -> anyhow::Result<Id> {
    let found = project
        .analysts()
        .find(|analyst| analyst.id.as_str() == name)
        .or_else(|| project.analysts().find(|analyst| analyst.name == name));
    found.map(|analyst| analyst.id.clone()).ok_or_else(|| {
        let known: Vec<&str> = project
            .analysts()
            .map(|analyst| analyst.name.as_str())
            .collect();
        anyhow::anyhow!(
            "Nobody called “{name}” annotates in this project; there are: {}",
            known.join(", ")
        )
    })
}
