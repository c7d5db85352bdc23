//! Marks and their numbers as tables for the clipboard: tab-separated, one
//! line for a row, as every spreadsheet takes them.
//!
//! Invariant: a cell holds no tab and no line break, and begins with nothing
//! a spreadsheet would take for a formula.

use std::collections::HashMap;

use crate::command::Workbench;
use crate::command::progress::standing_of;
use crate::model::{Annotation, Id, Tag};

/// A cell without what would break the table.
fn cell(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if clean.starts_with(['=', '+', '-', '@']) {
        format!("'{clean}")
    } else {
        clean
    }
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join("\t") + "\n"
}

impl Workbench {
    /// How many marks each document has of each tag that is used, with sums.
    pub fn counts_as_table(&self) -> String {
        let project = self.project();
        let messages = self.messages();
        let language = messages.language().code();
        let tags: Vec<&Tag> = project
            .tags()
            .filter(|tag| project.tag_count(&tag.id) > 0)
            .collect();
        let mut counts: HashMap<(&Id, &Id), usize> = HashMap::new();
        for mark in project.annotations() {
            *counts.entry((&mark.document, &mark.tag)).or_default() += 1;
        }
        let mut head = vec![
            messages.text("marks-column-document"),
            messages.text("documents-sort-state"),
            messages.text("counts-all"),
        ];
        head.extend(tags.iter().map(|tag| tag.name(language).to_owned()));
        let mut table = line(&head);
        for document in project.documents() {
            let mut cells = vec![
                document.title.clone(),
                messages.text(standing_of(project, document).message()),
                project.annotation_count(&document.id).to_string(),
            ];
            cells.extend(tags.iter().map(|tag| {
                let count = counts.get(&(&document.id, &tag.id));
                count.copied().unwrap_or(0).to_string()
            }));
            table.push_str(&line(&cells));
        }
        let mut sums = vec![
            messages.text("counts-all"),
            String::new(),
            project.counts().annotations.to_string(),
        ];
        let all = tags
            .iter()
            .map(|tag| project.tag_count(&tag.id).to_string());
        sums.extend(all);
        table.push_str(&line(&sums));
        table
    }

    /// These marks as a table: words, tag, entity, document, place, note, who,
    /// when, grade. Places are code points, end exclusive.
    pub(super) fn marks_as_table(&self, marks: &[Id]) -> String {
        let messages = self.messages();
        let head = [
            "marks-column-surface",
            "marks-column-tag",
            "marks-column-entity",
            "marks-column-document",
            "marks-column-place",
            "marks-column-note",
            "marks-column-by",
            "marks-column-at",
            "marks-column-grade",
        ]
        .map(|id| messages.text(id));
        let mut table = line(&head);
        for mark in marks.iter().filter_map(|id| self.project().annotation(id)) {
            table.push_str(&line(&self.cells_of(mark)));
        }
        table
    }

    fn cells_of(&self, mark: &Annotation) -> [String; 9] {
        let project = self.project();
        let language = self.messages().language().code();
        let document = project.document(&mark.document);
        let words = document.map_or_else(String::new, |document| mark.quote(&document.text));
        let place = project.offsets(&mark.document).map(|table| {
            let spans: Vec<String> = mark
                .spans
                .iter()
                .map(|span| {
                    let start = table.code_point_of_byte(span.start);
                    format!("{start}–{}", table.code_point_of_byte(span.end))
                })
                .collect();
            spans.join(" ")
        });
        [
            words,
            project
                .tag(&mark.tag)
                .map_or_else(String::new, |tag| tag.name(language).to_owned()),
            mark.entity
                .as_ref()
                .and_then(|id| project.entity(id))
                .map_or_else(String::new, |entity| entity.name.clone()),
            document.map_or_else(String::new, |document| document.title.clone()),
            place.unwrap_or_default(),
            mark.note.clone(),
            project
                .analyst(&mark.by)
                .map_or_else(String::new, |analyst| analyst.name.clone()),
            mark.at.to_string(),
            mark.grade.clone().unwrap_or_default(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_breaks_no_table_and_runs_no_formula() {
        assert_eq!(cell("a\tb\nc"), "a b c");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(line(&["ا".to_owned(), "ب".to_owned()]), "ا\tب\n");
    }
}
