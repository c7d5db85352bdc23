//! `hashiya agreement`: how far two people agree who marked the same texts.
//!
//! Here: which marks of which documents are compared, and what is printed. Not
//! here: pairing and figures (`analysis::agreement`).
//!
//! Invariant: documents are compared only where their texts are the same,
//! character by character; those of one side alone are named.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use super::{Output, Status};
use crate::analysis::agreement::figures::Characters;
use crate::analysis::agreement::{Agreement, Figures, Marked, Pair, TagFigures, pairs};
use crate::model::{Analyst, Annotation, Document, Id, Project, Role, Span, TagKind};

/// Compares the marks of two people and prints how far they agree, as JSON.
///
/// A and B are projects with the same texts: all marks of the one are compared
/// with all of the other, or those of `--first` with those of `--second`. With
/// A alone two analysts of one project are compared: those named, or the two
/// with most marks. What was adjudicated counts only where it is named.
///
/// Counted are pairs of the same place and tag (same), of the same tag on
/// places that overlap (span), of different tags (tag, `span_and_tag`), and
/// marks of one alone. F1 is twice the agreeing pairs over the marks of both;
/// kappa (Cohen 1960) and alpha (Krippendorff 2011, nominal) are over all
/// characters of the texts, tag by tag, and null where they are not defined.
#[derive(Debug, clap::Args)]
pub struct AgreementArguments {
    /// A project
    #[arg(value_name = "A")]
    first_project: PathBuf,
    /// Another project with the same texts
    #[arg(value_name = "B")]
    second_project: Option<PathBuf>,
    /// Only the marks of this analyst on the first side, by name or id
    #[arg(long, value_name = "NAME")]
    first: Option<String>,
    /// Only the marks of this analyst on the second side
    #[arg(long, value_name = "NAME")]
    second: Option<String>,
    /// List every pair with its places
    #[arg(long)]
    pairs: bool,
}

/// One side of the comparison.
struct Side<'a> {
    project: &'a Project,
    /// Whose marks; all but what was adjudicated if nobody's.
    by: Option<Id>,
}

impl<'a> Side<'a> {
    fn name(&self) -> String {
        match &self.by {
            Some(id) => self
                .project
                .analyst(id)
                .map_or_else(|| id.to_string(), |analyst| analyst.name.clone()),
            None => self.project.name().to_owned(),
        }
    }

    fn marks(&self, document: &Id) -> Vec<&'a Annotation> {
        let whole = self.project.annotations_on_whole(document);
        let is_own = |mark: &&Annotation| match &self.by {
            Some(by) => mark.by == *by,
            None => self
                .project
                .analyst(&mark.by)
                .is_none_or(|analyst| analyst.role == Role::Annotator),
        };
        self.project
            .annotations_of(document)
            .chain(whole)
            .filter(is_own)
            .collect()
    }
}

pub(super) fn run(
    arguments: &AgreementArguments,
    output: &mut Output<'_>,
) -> anyhow::Result<Status> {
    let one = super::project_at(&arguments.first_project, output)?;
    let two = arguments
        .second_project
        .as_ref()
        .map(|path| super::project_at(path, output))
        .transpose()?;
    let named = |project: &Project, name: &Option<String>| {
        name.as_deref()
            .map(|name| super::export::analyst_called(project, name))
            .transpose()
    };
    let (first, second) = match &two {
        Some(two) => (
            Side {
                project: &one,
                by: named(&one, &arguments.first)?,
            },
            Side {
                project: two,
                by: named(two, &arguments.second)?,
            },
        ),
        None => two_of(
            &one,
            named(&one, &arguments.first)?,
            named(&one, &arguments.second)?,
        )?,
    };
    let report = compared(&first, &second, arguments.pairs);
    for key in ["only_in_first", "only_in_second"] {
        for title in report[key].as_array().into_iter().flatten() {
            let title = title.as_str().unwrap_or_default();
            output.say(&format!(
                "Not compared, since only one side has it: {title}"
            ));
        }
    }
    if report["documents"] == 0 {
        bail!("the two have no text in common; compare projects made from the same files");
    }
    output.line(&report)?;
    Ok(Status::Fine)
}

/// Two analysts of one project: as named, or else those with most marks.
fn two_of(
    project: &Project,
    first: Option<Id>,
    second: Option<Id>,
) -> anyhow::Result<(Side<'_>, Side<'_>)> {
    let mut counts: BTreeMap<&Id, usize> = BTreeMap::new();
    for mark in project.annotations() {
        *counts.entry(&mark.by).or_default() += 1;
    }
    let mut people: Vec<(&Analyst, usize)> = project
        .analysts()
        .filter(|analyst| analyst.role == Role::Annotator)
        .filter_map(|analyst| Some((analyst, *counts.get(&analyst.id)?)))
        .collect();
    people.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.name.cmp(&b.0.name)));
    let named = [first.clone(), second.clone()];
    let mut others = people
        .iter()
        .map(|(analyst, _)| analyst.id.clone())
        .filter(|id| !named.contains(&Some(id.clone())));
    let mut pick = |chosen: Option<Id>| {
        chosen.or_else(|| others.next()).context(
            "fewer than two analysts have marks in this project; name another project to \
             compare it with",
        )
    };
    let (first, second) = (pick(first)?, pick(second)?);
    if first == second {
        bail!("both sides are the same analyst; name two of them with --first and --second");
    }
    let side = |by| Side {
        project,
        by: Some(by),
    };
    Ok((side(first), side(second)))
}

/// Everything that is printed.
fn compared(first: &Side<'_>, second: &Side<'_>, with_pairs: bool) -> Value {
    let mut figures = Figures::default();
    let mut listed = Vec::new();
    let (mut documents, mut alone) = (0, Vec::new());
    let mut left: Vec<&Document> = second.project.documents().collect();
    for document in first.project.documents() {
        let same = left
            .iter()
            .position(|other| other.id == document.id && other.text == document.text)
            .or_else(|| left.iter().position(|other| other.text == document.text));
        let Some(other) = same.map(|at| left.remove(at)) else {
            alone.push(document.title.clone());
            continue;
        };
        documents += 1;
        let marks = (first.marks(&document.id), second.marks(&other.id));
        let one = marked(first.project, &marks.0, None);
        let two = marked(second.project, &marks.1, Some(first.project));
        let found = pairs(&one, &two);
        let table = first.project.offsets(&document.id);
        let point = |byte: usize| table.map_or(byte, |table| table.code_point_of_byte(byte));
        figures.add((&one, &two), &found, point(document.text.len()), |span| {
            point(span.end) - point(span.start)
        });
        if with_pairs {
            let place = |span: &Span| json!([point(span.start), point(span.end)]);
            listed.extend(
                found.iter().map(|pair| {
                    pair_line(document, (&marks.0, &marks.1), (&one, &two), pair, place)
                }),
            );
        }
    }
    let others: Vec<&str> = left
        .iter()
        .map(|document| document.title.as_str())
        .collect();
    let counts: serde_json::Map<String, Value> = Agreement::ALL
        .iter()
        .filter_map(|kind| {
            let name = serde_json::to_value(kind).ok()?.as_str()?.to_owned();
            Some((name, figures.count(*kind).into()))
        })
        .collect();
    let tags: BTreeMap<&String, Value> = figures
        .tags
        .iter()
        .map(|(tag, figures)| (tag, tag_figures(figures, Some(figures.characters))))
        .collect();
    let mut report = json!({
        "first": first.name(),
        "second": second.name(),
        "documents": documents,
        "only_in_first": alone,
        "only_in_second": others,
        "counts": counts,
        "all": tag_figures(&figures.all, None),
        "tags": tags,
    });
    if with_pairs {
        report["pairs"] = listed.into();
    }
    report
}

/// The marks as they are compared: a tag by its id, or by that of the tag with
/// the same name in the other project.
fn marked<'a>(
    project: &'a Project,
    marks: &[&'a Annotation],
    other: Option<&'a Project>,
) -> Vec<Marked<'a>> {
    let shared = |id: &'a Id| -> &'a str {
        let Some(other) = other.filter(|other| other.tag(id).is_none()) else {
            return id.as_str();
        };
        let name = project.tag(id).map_or("", |tag| tag.name("en"));
        other
            .tags()
            .find(|tag| tag.name("en").eq_ignore_ascii_case(name))
            .map_or(id.as_str(), |tag| tag.id.as_str())
    };
    marks
        .iter()
        .map(|mark| Marked {
            spans: &mark.spans,
            tag: shared(&mark.tag),
            kind: project
                .tag(&mark.tag)
                .map_or(TagKind::Entity, |tag| tag.kind),
        })
        .collect()
}

fn tag_figures(figures: &TagFigures, characters: Option<Characters>) -> Value {
    let mut value = json!({
        "first": figures.first,
        "second": figures.second,
        "same": figures.same,
        "span": figures.span,
        "f1": figures.strict_f1(),
        "f1_overlap": figures.lenient_f1(),
    });
    if let Some(characters) = characters {
        value["kappa"] = json!(characters.kappa());
        value["alpha"] = json!(characters.alpha());
        value["characters"] = json!({
            "both": characters.both,
            "first": characters.first,
            "second": characters.second,
            "all": characters.all,
        });
    }
    value
}

fn pair_line(
    document: &Document,
    (first, second): (&[&Annotation], &[&Annotation]),
    (one, two): (&[Marked<'_>], &[Marked<'_>]),
    pair: &Pair,
    place: impl Fn(&Span) -> Value,
) -> Value {
    let side = |marks: &[&Annotation], marked: &[Marked<'_>], at: Option<usize>| {
        let at = at?;
        let (mark, marked) = (marks.get(at)?, marked.get(at)?);
        Some(json!({
            "id": mark.id,
            "tag": marked.tag,
            "spans": mark.spans.iter().map(&place).collect::<Vec<_>>(),
            "quote": mark.quote(&document.text),
        }))
    };
    json!({
        "document": document.id,
        "title": document.title,
        "agreement": pair.agreement,
        "first": side(first, one, pair.first),
        "second": side(second, two, pair.second),
    })
}
