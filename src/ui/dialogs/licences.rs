//! Sources, versions and licences of everything that is built in: fonts and
//! data, as the README beside each of them says.

use egui::{Context, ScrollArea, Ui};

use crate::command::Workbench;
use crate::ui::widgets::{Label, dialog, heading, weak_label};

/// The README of the fonts.
const FONTS: &str = include_str!("../../../fonts/README.md");

/// The README of the data: names, places, words, lists.
const DATA: &str = include_str!("../../../assets/data/README.md");

/// The part of the data's README that says what there is and who made it.
fn data_credits() -> &'static str {
    DATA.split_once("\n## The forms")
        .map_or(DATA, |(credits, _)| credits)
}

/// Draws the licences. Returns whether they stay open.
pub(super) fn licences_ui(ctx: &Context, wb: &Workbench) -> bool {
    let messages = wb.messages();
    let title = messages.text("licences-title");
    let response = dialog(ctx, "licences", &title, 660.0, |ui| {
        ScrollArea::vertical()
            .max_height(500.0)
            .min_scrolled_height(500.0)
            .show(ui, |ui| {
                ui.set_width(646.0);
                heading(ui, "Hashiya");
                weak_label(ui, &messages.text("about-licence"));
                ui.add_space(12.0);
                heading(ui, &messages.text("licences-fonts"));
                readme_ui(ui, FONTS);
                ui.add_space(12.0);
                heading(ui, &messages.text("licences-data"));
                readme_ui(ui, data_credits());
            });
    });
    !response.dismissed
}

/// A README as far as ours go: headings, tables, paragraphs.
fn readme_ui(ui: &mut Ui, text: &str) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut head = true;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            ui.add_space(6.0);
            head = true;
        } else if let Some(row) = line.strip_prefix('|') {
            let cells: Vec<String> = row
                .trim_end_matches('|')
                .split('|')
                .map(|cell| plain(cell.trim()))
                .collect();
            let rule = cells
                .iter()
                .all(|cell| cell.trim_matches(['-', ':', ' ']).is_empty());
            // The row of names over a table says nothing without columns.
            if !rule && !head {
                table_row(ui, &cells);
            }
            head = false;
        } else if line.starts_with('#') {
            ui.add_space(4.0);
            Label::new(&plain(line.trim_start_matches('#').trim()))
                .bold()
                .show(ui);
        } else {
            weak_label(ui, &plain(line));
        }
    }
}

fn table_row(ui: &mut Ui, cells: &[String]) {
    let Some((first, rest)) = cells.split_first() else {
        return;
    };
    Label::new(first).size(12.5).show(ui);
    let rest: Vec<&str> = rest
        .iter()
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    Label::new(&rest.join(" · ")).size(12.0).second().show(ui);
    ui.add_space(4.0);
}

/// Without the marks of Markdown: `code`, **bold**, [names](of links).
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['`', '*', '[']) {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        let link = mark.strip_prefix('[').and_then(|inner| {
            let (name, after) = inner.split_once("](")?;
            let (_, after) = after.split_once(')')?;
            Some((name, after))
        });
        rest = if let Some((name, after)) = link {
            out.push_str(name);
            after
        } else {
            let mut chars = mark.chars();
            if chars.next() == Some('[') {
                out.push('[');
            }
            chars.as_str()
        };
    }
    out.push_str(rest);
    out.replace("\\|", "|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_credits_of_the_data_are_found() {
        for name in ["GeoNames", "CLDR", "Wikidata", "hunspell-ar"] {
            assert!(data_credits().contains(name), "{name}");
        }
        assert!(data_credits().len() < DATA.len());
    }

    #[test]
    fn marks_of_markdown_are_not_shown() {
        for (text, shown) in [
            ("`a.ttf`, `-Bold`", "a.ttf, -Bold"),
            ("in [OFL.txt](OFL.txt).", "in OFL.txt."),
            ("**two** [facts", "two [facts"),
            ("", ""),
        ] {
            assert_eq!(plain(text), shown);
        }
    }
}
