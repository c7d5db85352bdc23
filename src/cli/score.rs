//! `hashiya score`: how well suggestions agree with hand-made annotation.
//!
//! Invariant: every gold document is counted, also one without predictions;
//! offsets that do not fit the text are an error, not a miss.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};

use super::suggest::suggestions;
use super::{Output, Status};
use crate::analysis::score::{Counts, FoundSpan, GoldSpan, Linking, Rule, Scope, count, linking};
use crate::entities::Learned;
use crate::model::OffsetTable;
use crate::store;

/// Prints precision, recall and F1 by type, and how purely mentions of one
/// thing are linked.
///
/// GOLD is a folder with a NAME.txt and a NAME.jsonl for every document; a
/// line of the latter is a span: start and end in code points, end exclusive,
/// type, canonical, and where they apply nested, optional (neither earns nor
/// costs), alt (other edges that are as right) and `alt_types`. Strict asks for
/// the same edges and type, overlap for the same type and a shared character;
/// the outermost level leaves out what stands in a longer span.
#[derive(Debug, clap::Args)]
pub struct ScoreArguments {
    /// The folder of hand-made spans
    #[arg(value_name = "GOLD")]
    gold: PathBuf,
    /// What is measured: a folder with a NAME.jsonl for each document, or the
    /// output of `hashiya suggest GOLD/*.txt` in one file; without it, what is
    /// suggested in GOLD's texts now
    #[arg(value_name = "PRED")]
    predictions: Option<PathBuf>,
    /// Print the F1 of each document too
    #[arg(long)]
    by_doc: bool,
    /// Print one JSON object instead of tables
    #[arg(long)]
    json: bool,
}

/// The four tables, in the order they are printed.
const TABLES: [(&str, Rule, Scope); 4] = [
    ("strict all", Rule::Strict, Scope::All),
    ("strict outermost", Rule::Strict, Scope::Outermost),
    ("overlap all", Rule::Overlap, Scope::All),
    ("overlap outermost", Rule::Overlap, Scope::Outermost),
];

/// Everything that is measured.
#[derive(Serialize)]
struct Report {
    documents: usize,
    missing: Vec<String>,
    #[serde(serialize_with = "in_order")]
    scores: Vec<(&'static str, Counts)>,
    linking: Linking,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_doc: Option<BTreeMap<String, ByRule>>,
}

/// The F1 of one document.
#[derive(Serialize)]
struct ByRule {
    strict: f64,
    overlap: f64,
}

fn in_order<S: Serializer>(
    tables: &[(&'static str, Counts)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(tables.iter().map(|(name, counts)| (name, counts)))
}

/// A line of one file with the suggestions of several texts.
#[derive(Deserialize)]
struct FiledSpan {
    file: String,
    #[serde(flatten)]
    span: FoundSpan,
}

pub(super) fn run(arguments: &ScoreArguments, output: &mut Output<'_>) -> anyhow::Result<Status> {
    let names = documents_of(&arguments.gold)?;
    let filed = match &arguments.predictions {
        Some(path) if !path.is_dir() => Some(by_document(path)?),
        _ => None,
    };
    let mut report = Report {
        documents: names.len(),
        missing: Vec::new(),
        scores: TABLES.map(|(name, ..)| (name, Counts::default())).into(),
        linking: Linking::default(),
        by_doc: arguments.by_doc.then(BTreeMap::new),
    };
    for name in names {
        let text = arguments.gold.join(format!("{name}.txt"));
        let gold: Vec<GoldSpan> = lines_of(&arguments.gold.join(format!("{name}.jsonl")))?;
        let found = match (&filed, &arguments.predictions) {
            (Some(filed), _) => filed.get(&name).cloned(),
            (None, None) => Some(suggested(&text)?),
            (None, Some(folder)) => {
                let path = folder.join(format!("{name}.jsonl"));
                path.exists().then(|| lines_of(&path)).transpose()?
            }
        };
        if found.is_none() {
            report.missing.push(name.clone());
        }
        let found: Vec<FoundSpan> = found.unwrap_or_default();
        check_offsets(&text, &found)?;
        report.count(name, &gold, &found);
    }
    if arguments.json {
        output.line(&report)?;
    } else {
        report.print(output)?;
    }
    Ok(Status::Fine)
}

/// The names of the documents of a folder, sorted.
fn documents_of(folder: &Path) -> anyhow::Result<Vec<String>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("The folder cannot be read: {}", folder.display()))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            name.strip_suffix(".jsonl").map(str::to_owned)
        })
        .collect();
    if names.is_empty() {
        bail!(
            "There is no .jsonl file with hand-made spans in this folder: {}",
            folder.display()
        );
    }
    names.sort();
    Ok(names)
}

/// The lines of a JSON Lines file.
fn lines_of<T: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let text = store::read_document(path, Some("utf-8"))?.decoded.text;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("Line {} holds no span: {}", index + 1, path.display()))
        })
        .collect()
}

/// The spans of one file by the name of the text they belong to.
fn by_document(path: &Path) -> anyhow::Result<BTreeMap<String, Vec<FoundSpan>>> {
    let mut by_name: BTreeMap<String, Vec<FoundSpan>> = BTreeMap::new();
    for line in lines_of::<FiledSpan>(path)? {
        let name = Path::new(&line.file)
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        by_name.entry(name).or_default().push(line.span);
    }
    Ok(by_name)
}

/// What is suggested in a text.
fn suggested(path: &Path) -> anyhow::Result<Vec<FoundSpan>> {
    let text = store::read_document(path, None)?.decoded.text;
    let offsets = OffsetTable::new(&text);
    let found = suggestions(&text, &Learned::default(), None);
    Ok(found
        .into_iter()
        .map(|suggestion| FoundSpan {
            start: offsets.code_point_of_byte(suggestion.span.start),
            end: offsets.code_point_of_byte(suggestion.span.end),
            kind: suggestion.kind.code().to_owned(),
            canonical: suggestion.canonical.map(|named| named.id.to_string()),
        })
        .collect())
}

/// Spans that do not fit the text were made for another one.
fn check_offsets(text: &Path, found: &[FoundSpan]) -> anyhow::Result<()> {
    let length = if text.exists() {
        store::read_document(text, None)?
            .decoded
            .text
            .chars()
            .count()
    } else {
        usize::MAX
    };
    match found
        .iter()
        .find(|span| span.start >= span.end || span.end > length)
    {
        None => Ok(()),
        Some(span) => bail!(
            "A prediction from {} to {} does not fit this text: {}",
            span.start,
            span.end,
            text.display()
        ),
    }
}

impl Report {
    fn count(&mut self, name: String, gold: &[GoldSpan], found: &[FoundSpan]) {
        for ((_, rule, scope), (_, counts)) in TABLES.iter().zip(&mut self.scores) {
            counts.add(&count(gold, found, *rule, *scope));
        }
        self.linking.add(linking(gold, found));
        if let Some(by_doc) = &mut self.by_doc {
            let f1 = |rule| count(gold, found, rule, Scope::All).all().f1();
            let row = ByRule {
                strict: f1(Rule::Strict),
                overlap: f1(Rule::Overlap),
            };
            by_doc.insert(name, row);
        }
    }

    fn print(&self, output: &mut Output<'_>) -> anyhow::Result<()> {
        let out = &mut *output.out;
        writeln!(out, "documents: {}", self.documents)?;
        for name in &self.missing {
            writeln!(out, "no predictions for {name}")?;
        }
        for (table, counts) in &self.scores {
            writeln!(out, "\n{table}")?;
            for (kind, row) in counts.rows() {
                writeln!(
                    out,
                    "  {kind:<8} tp {:4}  fp {:4}  fn {:4}  P {:.3}  R {:.3}  F1 {:.3}",
                    row.hits,
                    row.wrong,
                    row.missed,
                    row.precision(),
                    row.recall(),
                    row.f1()
                )?;
            }
        }
        let Linking {
            majority,
            compared,
            shared,
        } = self.linking;
        match self.linking.purity() {
            Some(purity) => writeln!(
                out,
                "\nlinking purity: {majority}/{compared} = {purity:.3} (predicted ids shared by two or more gold entities: {shared})"
            )?,
            None => writeln!(out, "\nlinking purity: nothing to compare")?,
        }
        if let Some(by_doc) = &self.by_doc {
            writeln!(out)?;
            for (name, row) in by_doc {
                writeln!(
                    out,
                    "  {name:<40} strict F1 {:.3}  overlap F1 {:.3}",
                    row.strict, row.overlap
                )?;
            }
        }
        Ok(())
    }
}
