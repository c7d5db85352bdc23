//! What helps to read some words: their name in Latin letters, where a place
//! is, what a number comes to, a date in three calendars, the other names of
//! the same thing.
//!
//! Invariant: it is worked out once for the words that are looked at, not in
//! every frame.

use std::sync::Arc;

use egui::Ui;

use crate::analysis::card::{DateFacts, Manner, Subject, aliases, card};
use crate::command::Workbench;
use crate::entities::{Canonical, Suggestion, Type};
use crate::i18n::Arg;
use crate::language::{Bound, MonthFamily, day_of_writing};
use crate::model::{Annotation, Document, Id, Span};
use crate::ui::widgets::Label;

/// The most other names that are told.
const MOST_NAMES: usize = 6;

/// What is told of some words, line by line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Aids {
    /// The name in Latin letters, and whether it is attested.
    pub(super) gloss: Option<(String, bool)>,
    /// Its name in English, where that is another.
    pub(super) english: Option<String>,
    /// ISO, Gregorian, Hijri; or why a date is not known.
    pub(super) dates: Vec<String>,
    /// What a number comes to.
    pub(super) number: Option<String>,
    /// Where a place is.
    pub(super) place: Option<String>,
    /// What the same thing is called elsewhere.
    pub(super) names: Option<String>,
}

/// What the aids were worked out for.
#[derive(Clone, PartialEq)]
struct Asked {
    document: Id,
    span: Span,
    kind: Type,
    revision: (u64, usize),
    suggestions: u64,
    language: &'static str,
}

/// The aids for a suggestion.
pub(super) fn of_suggestion(
    ui: &Ui,
    wb: &Workbench,
    document: &Document,
    suggestion: &Suggestion,
) -> Arc<Aids> {
    known(ui, wb, document, suggestion.span, suggestion.kind, || {
        let thing = suggestion.canonical.as_deref();
        let mut aids = read(wb, document, suggestion.span, suggestion.kind, thing);
        aids.names = thing.and_then(|thing| {
            let same = wb
                .suggestions(&document.id)
                .iter()
                .filter(|other| other.canonical.as_ref().is_some_and(|it| it.id == thing.id))
                .filter_map(|other| other.span.of(&document.text));
            other_names(
                std::iter::once(&*thing.name).chain(same),
                document,
                suggestion.span,
            )
        });
        aids
    })
}

/// The aids for a mark; for a mark with a tag of the user's own, nothing.
pub(super) fn of_mark(
    ui: &Ui,
    wb: &Workbench,
    document: &Document,
    mark: &Annotation,
) -> Arc<Aids> {
    let (Some(span), Some(kind)) = (mark.hull(), Type::from_tag(&mark.tag)) else {
        return Arc::default();
    };
    known(ui, wb, document, span, kind, || {
        let entity = mark.entity.as_ref().and_then(|id| wb.project().entity(id));
        let mut aids = read(wb, document, span, kind, None);
        aids.names = entity.and_then(|entity| {
            let surfaces = entity.surfaces.iter().map(String::as_str);
            other_names(
                std::iter::once(entity.name.as_str()).chain(surfaces),
                document,
                span,
            )
        });
        aids
    })
}

fn known(
    ui: &Ui,
    wb: &Workbench,
    document: &Document,
    span: Span,
    kind: Type,
    work: impl FnOnce() -> Aids,
) -> Arc<Aids> {
    let asked = Asked {
        document: document.id.clone(),
        span,
        kind,
        revision: wb.revision(),
        suggestions: wb.suggestions_revision(),
        language: wb.messages().language().code(),
    };
    let id = ui.scope_id().with("hashiya.aids");
    let before: Option<(Asked, Arc<Aids>)> = ui.data(|data| data.get_temp(id));
    if let Some((known, aids)) = before
        && known == asked
    {
        return aids;
    }
    let aids = Arc::new(work());
    ui.data_mut(|data| data.insert_temp(id, (asked, Arc::clone(&aids))));
    aids
}

fn read(
    wb: &Workbench,
    document: &Document,
    span: Span,
    kind: Type,
    canonical: Option<&Canonical>,
) -> Aids {
    let messages = wb.messages();
    let subject = Subject {
        text: &document.text,
        span,
        kind,
        canonical,
        document_date: (kind == Type::Date)
            .then(|| day_of_writing(document))
            .flatten(),
    };
    let manner = Manner {
        months: months(wb),
        ..Manner::default()
    };
    let found = card(subject, manner);
    let gloss = found
        .gloss
        .map(|gloss| (gloss.text(), gloss.is_certain()))
        .filter(|(text, _)| !text.is_empty());
    let english = found
        .english
        .filter(|english| gloss.as_ref().is_none_or(|(gloss, _)| gloss != english));
    let place = found
        .place
        .filter(|place| place.population > 0)
        .map(|place| {
            let people = messages
                .digits()
                .apply(&grouped(f64::from(place.population)));
            let facts = [
                ("country", Arg::from(place.country)),
                ("count", Arg::from(people)),
            ];
            messages.format("card-place", &facts)
        });
    Aids {
        gloss,
        english,
        dates: found
            .date
            .map_or_else(Vec::new, |date| date_lines(wb, &date)),
        number: found
            .number
            .and_then(|number| number_text(wb, number.value.or(number.low)?, number.bound)),
        place,
        names: None,
    }
}

/// The other names under which a thing is written, each once.
fn other_names<'a>(
    all: impl Iterator<Item = &'a str>,
    document: &Document,
    span: Span,
) -> Option<String> {
    let words = span.of(&document.text).unwrap_or_default();
    let own = aliases([words]);
    let all: Vec<String> = aliases(all)
        .into_iter()
        .map(|alias| alias.written)
        .collect();
    // Behind the preposition ل the article lacks its alef: the same name.
    let is_cut = |written: &String| {
        let whole = format!("ا{written}");
        written.starts_with('ل')
            && all
                .iter()
                .chain(own.iter().map(|own| &own.written))
                .any(|other| *other == whole)
    };
    let names: Vec<String> = all
        .iter()
        .filter(|written| own.iter().all(|own| own.written != **written))
        .filter(|written| !is_cut(written))
        .take(MOST_NAMES)
        .cloned()
        .collect();
    (!names.is_empty()).then(|| names.join("، "))
}

/// The reader's names of months: those the settings name, else those of the
/// Levant.
fn months(wb: &Workbench) -> MonthFamily {
    let named = wb.settings().extra.get("months");
    match named.and_then(|name| name.as_str()) {
        Some("standard") => MonthFamily::Standard,
        Some("algerian") => MonthFamily::Algerian,
        Some("moroccan") => MonthFamily::Moroccan,
        Some("mauritanian") => MonthFamily::Mauritanian,
        _ => MonthFamily::Levantine,
    }
}

/// A date in three calendars.
fn date_lines(wb: &Workbench, date: &DateFacts) -> Vec<String> {
    let messages = wb.messages();
    let reading = &date.reading;
    let (Some(first), Some(iso)) = (&date.first, &reading.iso) else {
        return vec![messages.text("card-date-open")];
    };
    let stretch = |from: &str, to: Option<&str>| match to {
        Some(to) if to != from => format!("{from} – {to}"),
        _ => from.to_owned(),
    };
    let last = date.last.as_ref();
    let mut lines = vec![
        iso.clone(),
        stretch(&first.gregorian, last.map(|last| last.gregorian.as_str())),
    ];
    if let Some(hijri) = &first.hijri {
        let date = stretch(hijri, last.and_then(|last| last.hijri.as_deref()));
        lines.push(messages.format("card-hijri", &[("date", Arg::from(date))]));
    }
    if reading.relative {
        lines.push(messages.text("card-date-relative"));
    }
    if reading.conflict {
        lines.push(messages.text("card-date-conflict"));
    }
    lines
}

/// A value in digits, with what bounds it: "≈ 1,600", "≥ 60,000".
pub(super) fn number_text(wb: &Workbench, value: f64, bound: Bound) -> Option<String> {
    let sign = match bound {
        Bound::Exact => "",
        Bound::About => "≈ ",
        Bound::AtLeast => "≥ ",
        Bound::AtMost => "≤ ",
    };
    value
        .is_finite()
        .then(|| format!("{sign}{}", wb.messages().digits().apply(&grouped(value))))
}

/// A number with a comma between thousands, and two decimals where it has any.
fn grouped(value: f64) -> String {
    let plain = if value.fract() == 0.0 {
        format!("{value:.0}")
    } else {
        format!("{value:.2}")
    };
    let (whole, rest) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    let count = whole.chars().filter(char::is_ascii_digit).count();
    let mut left = count;
    for c in whole.chars() {
        if c.is_ascii_digit() {
            if left != count && left.is_multiple_of(3) {
                out.push(',');
            }
            left -= 1;
        }
        out.push(c);
    }
    if let Some(rest) = rest {
        out.push('.');
        out.push_str(rest);
    }
    out
}

/// Shows the aids under some words.
pub(super) fn aids_ui(ui: &mut Ui, aids: &Aids) {
    if let Some((gloss, attested)) = &aids.gloss {
        let label = Label::new(gloss).size(12.5).lines(3);
        if *attested {
            label.show(ui);
        } else {
            label.second().show(ui);
        }
    }
    if let Some(english) = &aids.english {
        Label::new(english).size(12.5).lines(3).show(ui);
    }
    for (index, line) in aids.dates.iter().enumerate() {
        let label = Label::new(line).size(12.5).lines(2);
        if index == 0 {
            label.bold().show(ui);
        } else {
            label.second().show(ui);
        }
    }
    for line in [&aids.number, &aids.place].into_iter().flatten() {
        Label::new(line).size(12.5).lines(2).show(ui);
    }
    if let Some(names) = &aids.names {
        Label::new(names).naskh(14.0).second().lines(3).show(ui);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (value, shown) in [
            (0.0, "0"),
            (785.0, "785"),
            (1600.0, "1,600"),
            (60_000.0, "60,000"),
            (1_234_567.0, "1,234,567"),
            (-1600.5, "-1,600.50"),
        ] {
            assert_eq!(grouped(value), shown);
        }
    }
}
