//! The JSON Schema of the project file, made from the types that read it.
//!
//! **Invariant:** `assets/schema/project.schema.json` equals
//! [`project_schema`]; a test compares them.

use super::project_file::ProjectFile;

/// The JSON Schema of the project file, as it stands in
/// `assets/schema/project.schema.json`.
pub fn project_schema() -> String {
    let schema = schemars::schema_for!(ProjectFile);
    // A schema is a JSON value; writing one as text cannot fail.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
