//! How the program starts where it cannot open a window: it says why and what
//! to do in plain words, and leaves with status 2.

use std::process::{Command, Output};

fn start_without(display: Option<&str>) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_hashiya"));
    program
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env("HOME", home.path())
        .env("XDG_RUNTIME_DIR", home.path())
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_STATE_HOME", home.path().join("state"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .stdin(std::process::Stdio::null());
    if let Some(display) = display {
        program.env("DISPLAY", display);
    }
    program.output().unwrap()
}

fn message_of(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_so() {
    let output = start_without(None);
    let message = message_of(&output);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.contains("no display"), "{message}");
    assert!(message.contains("DISPLAY"), "names the variable: {message}");
    assert!(
        message.contains("hashiya --help"),
        "says what works without one: {message}"
    );
    assert!(!message.contains("panicked"), "{message}");
    assert!(
        message.lines().count() <= 4,
        "a sentence or two, not a report: {message}"
    );
    assert!(
        output.stdout.is_empty(),
        "messages belong on standard error"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_does_not_answer_is_named() {
    let output = start_without(Some(":4095"));
    let message = message_of(&output);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.contains(":4095"), "{message}");
    assert!(!message.contains("panicked"), "{message}");
}
