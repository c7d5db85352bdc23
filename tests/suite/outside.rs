//! Programs and data that tests call but that are not part of the project:
//! `HarfBuzz`, Chromium, a virtual display, the Unicode test files.
//!
//! **Invariant:** a test that needs one and does not find it either fails
//! (`HASHIYA_TESTS_REQUIRE_ALL=1`, as in tests/run) or says "skipped" aloud;
//! it never passes silently.

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The full path of a program, or `None` after the skip has been announced.
///
/// ```ignore
/// let Some(hb_shape) = outside::need("hb-shape") else { return };
/// ```
pub(crate) fn need(program: &str) -> Option<PathBuf> {
    need_one_of(&[program])
}

/// The first of several names of one program (`chromium`, `chromium-browser`).
pub(crate) fn need_one_of(programs: &[&str]) -> Option<PathBuf> {
    let found = programs.iter().find_map(|program| on_path(program));
    if found.is_none() {
        let package = match programs[0] {
            "hb-shape" => "libharfbuzz-bin",
            "Xvfb" => "xvfb",
            program => program,
        };
        skip(programs[0], package);
    }
    found
}

/// The contents of a file of Debian's Unicode data, if installed.
pub(crate) fn unicode_file(name: &str) -> Option<String> {
    let path = Path::new("/usr/share/unicode").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        skip(&path.display().to_string(), "unicode-data");
    }
    text
}

/// Says that the running test is skipped for want of `what`, which a Debian
/// package brings; a failure where everything is required.
pub(crate) fn skip(what: &str, package: &str) {
    let everything_required =
        std::env::var("HASHIYA_TESTS_REQUIRE_ALL").is_ok_and(|value| value == "1");
    assert!(
        !everything_required,
        "{what} is missing; install the Debian package {package}"
    );
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    // Straight to the stream: the test harness swallows what a passing test
    // prints with the macros.
    writeln!(
        std::io::stderr(),
        "skipped: {test}: {what} is missing (Debian package {package})"
    )
    .ok();
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Whether a program can be started; announces the skip otherwise.
pub(crate) fn has_program(name: &str, package: &str) -> bool {
    let found = on_path(name).is_some();
    if !found {
        skip(name, package);
    }
    found
}

/// A file of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn what_is_there_is_found() {
    assert!(need("cargo").is_some());
}
