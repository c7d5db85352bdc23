//! What two people say of one place and tag that cannot both be so: entity,
//! answers, grade.
//!
//! Lives here: the words for it. Does not live here: whether they contradict
//! each other (command).
//!
//! **Invariant:** only what both say is told, never what one left open.

use serde_json::Value;

use crate::command::{Compared, Workbench};
use crate::model::{Annotation, Attribute, AttributeKind};

/// What `mark` says that the other mark of its place contradicts, in words;
/// nothing where they do not.
pub(super) fn contradicted(wb: &Workbench, row: &Compared, mark: &Annotation) -> Option<String> {
    if !row.contradict {
        return None;
    }
    let project = wb.project();
    let sides = [&row.first, &row.second].into_iter().flatten();
    let other = sides
        .filter(|id| **id != mark.id)
        .find_map(|id| project.annotation(id))?;
    let language = wb.messages().language().code();
    let mut said: Vec<String> = Vec::new();
    if mark.entity != other.entity && other.entity.is_some() {
        let entity = mark.entity.as_ref().and_then(|id| project.entity(id));
        said.extend(entity.map(|entity| isolated(&entity.name)));
    }
    let tag = project.tag(&mark.tag);
    for (id, value) in &mark.attributes {
        if other.attributes.get(id).is_none_or(|told| told == value) {
            continue;
        }
        let attribute = tag.and_then(|tag| tag.attribute(id));
        let name = attribute.map_or(id.as_str(), |one| one.name(language));
        let value = answer(wb, attribute, value);
        said.push(format!("{}: {}", isolated(name), isolated(&value)));
    }
    if mark.grade != other.grade && other.grade.is_some() {
        said.extend(mark.grade.as_deref().map(isolated));
    }
    (!said.is_empty()).then(|| said.join(" · "))
}

fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// An answer as people read it: choices by their names.
fn answer(wb: &Workbench, attribute: Option<&Attribute>, value: &Value) -> String {
    let messages = wb.messages();
    let language = messages.language().code();
    let choices = match attribute.map(|attribute| &attribute.value) {
        Some(AttributeKind::OneOf { choices } | AttributeKind::SomeOf { choices }) => {
            choices.as_slice()
        }
        _ => &[],
    };
    match value {
        Value::String(text) => {
            let choice = choices.iter().find(|choice| choice.id == *text);
            choice.map_or_else(|| text.clone(), |choice| choice.name(language).to_owned())
        }
        Value::Bool(true) => messages.text("inspector-yes"),
        Value::Bool(false) => messages.text("inspector-no"),
        Value::Number(number) => messages.number(number.to_string()),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().map(|one| answer(wb, attribute, one)).collect();
            messages.list(&all.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}
