//! The schema of the project file is the one in assets, and true.

use hashiya::model::Kind;
use hashiya::store::schema::project_schema;
use serde_json::Value;
use std::path::Path;

const BLESS: &str = "HASHIYA_BLESS";

#[test]
fn the_schema_in_assets_is_the_one_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/schema/project.schema.json");
    let schema = project_schema();
    if std::env::var_os(BLESS).is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &schema).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == schema,
        "assets/schema/project.schema.json is out of date; write it anew with\n    \
         {BLESS}=1 cargo test --test suite store_schema"
    );
}

#[test]
fn the_model_knows_the_names_of_all_its_fields() {
    let schema: Value = serde_json::from_str(&project_schema()).unwrap();
    let names = |of: &Value| -> Vec<String> {
        of["properties"]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect()
    };
    let definitions = &schema["$defs"];
    for (kind, of) in [
        (Kind::About, &schema),
        (Kind::Analyst, &definitions["Analyst"]),
        (Kind::Tag, &definitions["Tag"]),
        (Kind::Entity, &definitions["Entity"]),
        (Kind::Document, &definitions["Document"]),
        (Kind::Annotation, &definitions["Annotation"]),
        (Kind::Relation, &definitions["Relation"]),
        (Kind::Note, &definitions["Note"]),
        (Kind::Decision, &definitions["Decision"]),
    ] {
        let mut expected = names(of);
        let mut known: Vec<String> = kind.fields().iter().map(|f| (*f).to_owned()).collect();
        expected.sort();
        known.sort();
        assert_eq!(known, expected, "Kind::fields of {kind}");
    }
}
