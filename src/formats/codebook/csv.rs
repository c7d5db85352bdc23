//! The codebook as a table, one tag to a row, for spreadsheets.
//!
//! UTF-8 with a byte order mark, RFC 4180. Columns: `id`, `parent` (an id),
//! `name en`, `name ar` and any other language, `kind`, `color`, `color dark`,
//! `pattern`, `key`, `order`, `retired` (yes or empty), `overlap`,
//! `description`, `examples` (one to a line of the cell), `ends from`, `ends
//! to` (ids, one to a line), `symmetric`, `attributes` (JSON as the project
//! file has it). Only `id` or a name must be there; columns that are missing
//! change nothing when the table is taken in.
//!
//! **Invariant:** a cell that a spreadsheet would run is guarded as in the
//! table of marks; a broken cell is a sentence with its line.

use std::collections::{BTreeMap, BTreeSet};

use super::{Codebook, CodebookFormat, FaultReason, FormatError, ReadCodebook, ReadTag, text_of};
use crate::formats::csv::{delimiter, guard, unguard};
use crate::model::{Ends, Id, Tag, TagKind};

/// How columns of names begin; the language follows.
const NAME: &str = "name ";

/// Columns after the names, and the field of a tag each belongs to.
const COLUMNS: [(&str, &str); 15] = [
    ("kind", "kind"),
    ("color", "color"),
    ("color dark", "color_dark"),
    ("pattern", "pattern"),
    ("key", "key"),
    ("order", "order"),
    ("retired", "retired"),
    ("overlap", "overlap"),
    ("description", "description"),
    ("examples", "examples"),
    ("ends from", "ends"),
    ("ends to", "ends"),
    ("symmetric", "ends"),
    ("attributes", "attributes"),
    ("parent", "parent"),
];

/// Writes a codebook.
pub(super) fn write(codebook: &Codebook) -> Result<Vec<u8>, FormatError> {
    let unwritable = |error: ::csv::Error| FormatError::Unwritable(error.to_string());
    let mut languages: BTreeSet<&str> = ["ar", "en"].into();
    for tag in &codebook.tags {
        languages.extend(tag.names.keys().map(String::as_str));
    }
    let mut table = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut header = vec!["id".to_owned()];
    header.extend(languages.iter().map(|language| format!("{NAME}{language}")));
    header.extend(COLUMNS.map(|(column, _)| column.to_owned()));
    table.write_record(&header).map_err(unwritable)?;
    for tag in &codebook.tags {
        let mut row = vec![guard(tag.id.as_str()).into_owned()];
        for language in &languages {
            let name = tag.names.get(*language).map_or("", String::as_str);
            row.push(guard(name).into_owned());
        }
        for (column, _) in COLUMNS {
            row.push(guard(&cell(tag, column)?).into_owned());
        }
        table.write_record(&row).map_err(unwritable)?;
    }
    table
        .into_inner()
        .map_err(|error| FormatError::Unwritable(error.to_string()))
}

/// What stands in a column of a tag.
fn cell(tag: &Tag, column: &str) -> Result<String, FormatError> {
    let word = |value: Result<serde_json::Value, serde_json::Error>| {
        Ok::<_, FormatError>(value?.as_str().unwrap_or_default().to_owned())
    };
    let ids = |ids: &[Id]| ids.iter().map(Id::as_str).collect::<Vec<_>>().join("\n");
    let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
    Ok(match column {
        "kind" => word(serde_json::to_value(tag.kind))?,
        "color" => tag.color.clone(),
        "color dark" => tag.color_dark.clone(),
        "pattern" => word(serde_json::to_value(tag.pattern))?,
        "key" => tag.key.clone().unwrap_or_default(),
        "order" => tag.order.to_string(),
        "retired" => yes(tag.retired),
        "overlap" => word(serde_json::to_value(tag.overlap))?,
        "description" => tag.description.clone(),
        // A line break inside an example is written so that it can be told
        // from the one after it.
        "examples" => {
            let lines: Vec<String> = tag
                .examples
                .iter()
                .map(|example| example.replace('\\', "\\\\").replace('\n', "\\n"))
                .collect();
            lines.join("\n")
        }
        "ends from" => ids(&tag.ends.from),
        "ends to" => ids(&tag.ends.to),
        "symmetric" => yes(tag.ends.symmetric),
        "attributes" if tag.attributes.is_empty() => String::new(),
        "attributes" => serde_json::to_string(&tag.attributes)?,
        "parent" => tag.parent.as_ref().map_or("", Id::as_str).to_owned(),
        _ => String::new(),
    })
}

/// Reads a table.
pub(super) fn read(bytes: &[u8]) -> Result<ReadCodebook, FormatError> {
    let text = text_of(bytes, CodebookFormat::Csv)?;
    let wrong = |line, reason| super::broken(CodebookFormat::Csv, line, reason);
    let mut table = ::csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .from_reader(text.as_bytes());
    let broken = |error: &::csv::Error| {
        let line = error.position().map_or(0, ::csv::Position::line);
        wrong(line, FaultReason::NotATable)
    };
    let header: Vec<String> = table
        .headers()
        .map_err(|error| broken(&error))?
        .iter()
        .map(|name| name.trim().to_ascii_lowercase().replace('_', " "))
        .collect();
    let named = header
        .iter()
        .any(|name| name == "id" || name == "name" || name.starts_with(NAME));
    if !named {
        return Err(wrong(1, FaultReason::NoColumns));
    }
    let mut tags: Vec<ReadTag> = Vec::new();
    let mut seen: BTreeMap<Id, u64> = BTreeMap::new();
    for row in table.records() {
        let row = row.map_err(|error| broken(&error))?;
        let line = row.position().map_or(0, ::csv::Position::line);
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells: BTreeMap<&str, &str> = header
            .iter()
            .map(String::as_str)
            .zip(row.iter().map(unguard))
            .collect();
        let read = tag_of(&cells).map_err(|reason| wrong(line, reason))?;
        if let Some(first) = seen.insert(read.tag.id.clone(), line) {
            let id = read.tag.id.to_string();
            return Err(wrong(line, FaultReason::IdTwice { id, line: first }));
        }
        tags.push(read);
    }
    Ok(ReadCodebook {
        format: CodebookFormat::Csv,
        name: None,
        tags,
        unknown: header
            .into_iter()
            .filter(|name| {
                !(name.is_empty()
                    || name == "id"
                    || name == "name"
                    || name.starts_with(NAME)
                    || COLUMNS.iter().any(|(column, _)| column == name))
            })
            .collect(),
    })
}

/// A row as a tag, or what is wrong in it.
fn tag_of(cells: &BTreeMap<&str, &str>) -> Result<ReadTag, FaultReason> {
    let cell = |name: &str| cells.get(name).map_or("", |cell| cell.trim());
    let mut names: BTreeMap<String, String> = cells
        .iter()
        .filter_map(|(column, name)| Some((column.strip_prefix(NAME)?, name.trim())))
        .filter(|(language, name)| !language.is_empty() && !name.is_empty())
        .map(|(language, name)| (language.to_owned(), name.to_owned()))
        .collect();
    let mut guessed_language = None;
    if names.is_empty() && !cell("name").is_empty() {
        let language = super::qdc::language_of(cell("name"));
        names.insert(language.to_owned(), cell("name").to_owned());
        guessed_language = Some(language);
    }
    let id = match (cell("id"), names.values().next()) {
        ("", None) => return Err(FaultReason::Nameless),
        ("", Some(name)) => name.clone(),
        (id, _) => id.to_owned(),
    };
    let word = |name: &str, otherwise: &str| {
        let word = cell(name).to_ascii_lowercase().replace(' ', "_");
        serde_json::Value::String(if word.is_empty() {
            otherwise.to_owned()
        } else {
            word
        })
    };
    let unknown = |column: &'static str, known: &'static str| FaultReason::Unknown {
        found: cell(column).to_owned(),
        column,
        known,
    };
    let kind: TagKind = serde_json::from_value(word("kind", "entity"))
        .map_err(|_| unknown("kind", "entity, passage, document, relation"))?;
    let mut tag = Tag::new(Id::new(id), kind, names);
    tag.pattern = serde_json::from_value(word("pattern", "plain"))
        .map_err(|_| unknown("pattern", "plain, double, wave, thick, dots, teeth"))?;
    tag.overlap = serde_json::from_value(word("overlap", "allow"))
        .map_err(|_| unknown("overlap", "allow, nest, forbid"))?;
    for (column, color) in [
        ("color", &mut tag.color),
        ("color dark", &mut tag.color_dark),
    ] {
        let found = cell(column);
        if !found.is_empty() {
            *color = super::qdc::color_of(found)
                .ok_or_else(|| FaultReason::NoColor(found.to_owned()))?;
        }
    }
    if !cell("order").is_empty() {
        tag.order = cell("order")
            .parse()
            .map_err(|_| FaultReason::NoNumber(cell("order").to_owned()))?;
    }
    let is_yes = |name: &'static str| match cell(name).to_ascii_lowercase().as_str() {
        "" | "no" | "false" | "0" => Ok(false),
        "yes" | "true" | "1" | "x" => Ok(true),
        _ => Err(FaultReason::NotYesNo {
            found: cell(name).to_owned(),
            column: name,
        }),
    };
    let lines = |name: &str| -> Vec<String> {
        cells
            .get(name)
            .map_or("", |cell| *cell)
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let ids = |name: &str| lines(name).into_iter().map(Id::new).collect();
    tag.retired = is_yes("retired")?;
    tag.ends = Ends {
        from: ids("ends from"),
        to: ids("ends to"),
        symmetric: is_yes("symmetric")?,
    };
    tag.key = Some(cell("key").to_owned()).filter(|key| !key.is_empty());
    tag.parent = Some(cell("parent"))
        .filter(|parent| !parent.is_empty())
        .map(Id::new);
    cells
        .get("description")
        .map_or("", |cell| *cell)
        .clone_into(&mut tag.description);
    tag.examples = cells
        .get("examples")
        .map_or("", |cell| *cell)
        .split('\n')
        .map(|line| line.trim_end_matches('\r'))
        .filter(|line| !line.is_empty())
        .map(unescaped)
        .collect();
    if !cell("attributes").is_empty() {
        tag.attributes =
            serde_json::from_str(cell("attributes")).map_err(|_| FaultReason::Attributes)?;
    }
    let mut carried: BTreeSet<&'static str> = COLUMNS
        .iter()
        .filter(|(column, _)| cells.contains_key(column))
        .map(|(_, field)| *field)
        .collect();
    if !tag.names.is_empty() {
        carried.insert("names");
    }
    Ok(ReadTag {
        tag,
        carried,
        guessed_language,
    })
}

/// `\n` is a line break, `\\` a backslash.
fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => out.push('\\'),
            },
            (letter, false) => out.push(letter),
        }
    }
    out
}
