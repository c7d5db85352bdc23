//! Hostile project files: whatever stands in the JSON, reading it ends with a
//! project and warnings or with a sentence, and the project that comes of it
//! can be shown.

use std::path::Path;

use egui::vec2;
use hashiya::command::Workbench;
use hashiya::store::{Header, Loaded, StoreError, project_file};
use hashiya::ui::App;
use hashiya::ui::paint::cpu::Offscreen;
use serde_json::{Value, json};

use super::robust_documents::workbench;
use super::support::large;

fn read(json: &[u8]) -> Result<Loaded, StoreError> {
    project_file::from_json(json, Path::new("hostile.hashiya.json"))
}

fn small() -> Value {
    let project = large::project("قال الناطق باسم «قسد» في 12 آذار\nEnd.\n", 6);
    let header = Header {
        id: hashiya::model::Id::new("p"),
        transactions: 0,
        last_transaction: None,
    };
    serde_json::from_slice(&project_file::to_json(&project, &header)).unwrap()
}

/// Where every value of the file stands, as JSON pointers.
fn pointers(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(field, &format!("{here}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate().take(3) {
                pointers(item, &format!("{here}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn nested(depth: usize, open: &str, close: &str) -> String {
    format!("{}1{}", open.repeat(depth), close.repeat(depth))
}

/// Either a sentence, or a project that can be shown and written again.
fn survives(what: &str, json: &[u8]) {
    match read(json) {
        Ok(loaded) => {
            let header = loaded.header.clone();
            let again = project_file::to_json(&loaded.project, &header);
            assert!(read(&again).is_ok(), "{what}: cannot be read again");
        }
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.len() > 20, "{what}: {sentence}");
            assert!(sentence.len() < 2000, "{what}: {} bytes", sentence.len());
            assert!(
                sentence.contains("hostile.hashiya.json"),
                "{what}: {sentence}"
            );
        }
    }
}

#[test]
fn every_value_of_the_file_replaced_by_something_else() {
    let whole = small();
    let mut places = Vec::new();
    pointers(&whole, "", &mut places);
    assert!(places.len() > 80, "{}", places.len());
    let others = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(1e308),
        json!(u64::MAX),
        json!("\u{0}\u{202E}"),
        json!([]),
        json!({}),
        json!([[[{"start": -5, "end": 1e99}]]]),
        json!({"start": 4_000_000_000_u64, "end": 2}),
    ];
    for place in &places {
        for other in &others {
            let mut changed = whole.clone();
            if let Some(value) = changed.pointer_mut(place) {
                *value = other.clone();
            }
            survives(
                &format!("{place} = {other}"),
                changed.to_string().as_bytes(),
            );
        }
    }
}

#[test]
fn files_that_are_hardly_json() {
    let whole = small().to_string();
    for depth in [100, 1000, 200_000] {
        survives("arrays in arrays", nested(depth, "[", "]").as_bytes());
        survives(
            "objects in objects",
            nested(depth, "{\"a\":", "}").as_bytes(),
        );
        let inside = whole.replacen('{', &format!("{{\"later\":{},", nested(depth, "[", "]")), 1);
        survives("deep inside an unknown field", inside.as_bytes());
    }
    for end in (0..whole.len()).step_by(97) {
        let end = whole.floor_char_boundary(end);
        survives("cut off", &whole.as_bytes()[..end]);
    }
    survives(
        "numbers without end",
        format!("[{}]", "9".repeat(100_000)).as_bytes(),
    );
    survives(
        "a string of NULs",
        &[b"\"".as_slice(), &[0; 5000], b"\""].concat(),
    );
    survives("no UTF-8", b"\xFF\xFE\x00{\"format\":1}");
    survives("twice the same", format!("{whole}{whole}").as_bytes());
    survives(
        "lone surrogates",
        whole.replacen("End.", "\\ud800", 1).as_bytes(),
    );
}

#[test]
fn damaged_projects_are_shown() {
    let whole = small();
    let mut places = Vec::new();
    pointers(&whole, "", &mut places);
    let mut shown = 0;
    for place in places.iter().filter(|place| place.matches('/').count() > 2) {
        let mut changed = whole.clone();
        if let Some(value) = changed.pointer_mut(place) {
            *value = json!(3);
        }
        let Ok(loaded) = read(changed.to_string().as_bytes()) else {
            continue;
        };
        let wb: Workbench = workbench(loaded.project);
        let mut window = Offscreen::new(vec2(1000.0, 600.0), 1.0);
        let mut app = App::new(window.ctx(), wb);
        window.frame(Vec::new(), |ui| app.frame_ui(ui));
        shown += 1;
    }
    assert!(shown > 10, "{shown} of {}", places.len());
}
