//! Programs and data of others that tests compare with. Where they are not
//! installed a test says that it was skipped; with
//! `HASHIYA_TESTS_REQUIRE_ALL=1` it fails instead.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether missing programs and data are failures.
fn required() -> bool {
    std::env::var("HASHIYA_TESTS_REQUIRE_ALL").is_ok_and(|value| value == "1")
}

/// Says that a test cannot run here, or fails if it has to.
pub(crate) fn skip(what: &str, package: &str) {
    assert!(
        !required(),
        "{what} is missing; install the Debian package {package}"
    );
    println!("skipped: {what} is missing (Debian package {package})");
}

/// The contents of a file of the Unicode data of Debian, if installed.
pub(crate) fn unicode_file(name: &str) -> Option<String> {
    let path = Path::new("/usr/share/unicode").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        skip(&path.display().to_string(), "unicode-data");
    }
    text
}

/// Whether a program can be started.
pub(crate) fn has_program(name: &str, package: &str) -> bool {
    let found = Command::new(name)
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    if !found {
        skip(name, package);
    }
    found
}

/// A file of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
