//! A screen reader beside the program: the tree, the text, the caret and the
//! marks through AT-SPI, as Orca would find them.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

use super::display::Display;
use super::program::Program;
use super::wait_for;
use crate::suite::outside;

/// Debian's own Python: others do not have its introspection.
const PYTHON: &str = "/usr/bin/python3";

/// Both directions, two kinds of digits, an emoji, a ligature, an empty line.
const TEXT: &str = "زار وفد NATO دمشق في 2019.\n\nقال لا إله 🙂 ٣٤ في بغداد.\nThe SDF (قسد) left.\n";

/// A session bus with the bus of accessibility on it.
struct Buses {
    session: Child,
    launcher: Child,
    address: String,
}

impl Buses {
    /// Starts both, or says what is missing.
    fn start(display: &Display) -> Option<Self> {
        outside::need("dbus-daemon")?;
        let launcher = launcher()?;
        let mut session = display
            .command("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(session.stdout.take().unwrap())
            .read_line(&mut address)
            .unwrap();
        let address = address.trim().to_owned();
        assert!(!address.is_empty(), "dbus-daemon did not start");
        let launcher = listening(display.command(launcher), &address)
            .arg("--launch-immediately")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Some(Self {
            session,
            launcher,
            address,
        })
    }
}

impl Drop for Buses {
    fn drop(&mut self) {
        for process in [&mut self.launcher, &mut self.session] {
            process.kill().ok();
            process.wait().ok();
        }
    }
}

fn launcher() -> Option<PathBuf> {
    let found = [
        "/usr/libexec/at-spi-bus-launcher",
        "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    ]
    .iter()
    .map(Path::new)
    .find(|path| path.is_file())
    .map(Path::to_owned);
    if found.is_none() {
        outside::skip("at-spi-bus-launcher", "at-spi2-core");
    }
    found
}

fn listening(mut command: Command, address: &str) -> Command {
    command
        .env("DBUS_SESSION_BUS_ADDRESS", address)
        .env_remove("AT_SPI_BUS_ADDRESS")
        .env_remove("NO_AT_BRIDGE");
    command
}

/// The listener: asked a line, it answers a line.
struct Listener {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Listener {
    fn start(display: &Display, buses: &Buses) -> Option<Self> {
        let can = Command::new(PYTHON)
            .args(["-I", "-c"])
            .arg("import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !can {
            outside::skip("Atspi for Python", "gir1.2-atspi-2.0 (and python3-gi)");
            return None;
        }
        let mut process = listening(display.command(PYTHON), &buses.address)
            .arg("-I")
            .arg(outside::repository("tests/outside/at_spi.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let questions = process.stdin.take().unwrap();
        let answers = BufReader::new(process.stdout.take().unwrap());
        Some(Self {
            process,
            questions,
            answers,
        })
    }

    fn ask(&mut self, question: &str) -> Value {
        writeln!(self.questions, "{question}").unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap_or_else(|_| panic!("{question}: {answer:?}"))
    }

    /// Asks until the answer is the one that is waited for.
    fn wait(&mut self, question: &str, what: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        wait_for(what, || {
            Some(self.ask(question)).filter(|answer| wanted(answer))
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

fn strings(value: &Value) -> Vec<String> {
    let list = value.as_array().cloned().unwrap_or_default();
    list.iter()
        .map(|one| one.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Where words begin and end, in code points.
fn place(words: &str) -> (usize, usize) {
    let byte = TEXT.find(words).unwrap();
    let start = TEXT[..byte].chars().count();
    (start, start + words.chars().count())
}

#[test]
fn a_screen_reader_finds_text_caret_and_marks() {
    let Some(display) = Display::start("listening") else {
        return;
    };
    let Some(buses) = Buses::start(&display) else {
        return;
    };
    let Some(mut listener) = Listener::start(&display, &buses) else {
        return;
    };
    let file = display.folder().join("خبر.txt");
    std::fs::write(&file, TEXT).unwrap();
    let bus = [("DBUS_SESSION_BUS_ADDRESS", buses.address.as_str())];
    let program = Program::start_with(&display, [&file], &bus);
    let window = listener.ask("wait");
    assert!(
        window["window"]
            .as_str()
            .unwrap_or_default()
            .contains("Hashiya"),
        "{window}"
    );

    // Window, document, paragraphs: the whole text in reading order.
    let documents = listener.wait("documents", "the marks", |answer| {
        answer[0]["marks"]
            .as_array()
            .is_some_and(|marks| marks.len() > 2)
    });
    let document = &documents[0];
    assert_eq!(document["text"], TEXT);
    let paragraphs: Vec<&str> = TEXT.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(strings(&document["paragraphs"]), paragraphs);
    assert_eq!(document["name"], paragraphs[0]);
    let states = strings(&document["states"]);
    assert!(states.contains(&"focused".to_owned()), "{states:?}");
    assert_eq!(document["caret"], 0);
    let suggested: Vec<String> = document["marks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mark| format!("{}: {}", mark["role"], mark["name"]))
        .collect();
    assert!(
        suggested
            .iter()
            .any(|mark| mark.contains("suggestion") && mark.contains("دمشق")),
        "{suggested:?}"
    );

    // The caret by keys: each step is told, in code points of the text.
    listener.ask("heard");
    display.keys("Left", 3);
    let document = listener.wait("documents", "the caret", |answer| answer[0]["caret"] == 3);
    assert_eq!(document[0]["caret"], 3);
    let heard = listener.ask("heard");
    let moved: Vec<i64> = heard
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["type"] == "object:text-caret-moved")
        .filter_map(|event| event["detail"][0].as_i64())
        .collect();
    assert_eq!(moved, [1, 2, 3]);
    display.key("ctrl+End");
    let end = TEXT.chars().count();
    listener.wait("documents", "the end", |answer| answer[0]["caret"] == end);

    // The reader puts the caret, and selects across both directions.
    let (start, stop) = place("لا إله 🙂 ٣٤");
    assert_eq!(listener.ask(&format!("caret 0 {start}")), true);
    listener.wait("documents", "the caret set", |answer| {
        answer[0]["caret"] == start
    });
    assert_eq!(listener.ask(&format!("select 0 {start} {stop}")), true);
    listener.wait("documents", "the selection", |answer| {
        answer[0]["selections"] == serde_json::json!([[start, stop]])
    });
    display.look_when_still("selected");
    display.key("ctrl+c");
    wait_for("the copied words", || {
        (display.clipboard()? == "لا إله 🙂 ٣٤").then_some(())
    });

    // A suggestion is chosen through its node, and said.
    listener.ask("heard");
    assert_eq!(listener.ask("press suggestion Suggestion: بغداد"), true);
    let chosen = listener.wait("documents", "the suggestion", |answer| {
        let marks = answer[0]["marks"].as_array().cloned().unwrap_or_default();
        marks.iter().any(|mark| {
            mark["name"]
                .as_str()
                .is_some_and(|name| name.contains("بغداد"))
                && strings(&mark["states"]).contains(&"selected".to_owned())
        })
    });
    assert!(chosen.is_array());
    let heard = listener.ask("heard");
    let said = heard.as_array().unwrap().iter().any(|event| {
        event["type"]
            .as_str()
            .is_some_and(|kind| kind.starts_with("object:announcement"))
            && event["data"]
                .as_str()
                .is_some_and(|data| data.contains("بغداد"))
    });
    assert!(said, "{heard}");

    // A field: what is typed is there, with the caret behind it.
    display.key("ctrl+f");
    listener.wait("focused", "the find field", |answer| {
        answer[0][0] == "entry"
    });
    display.type_text("NATO");
    let field = listener.wait("field Text to find", "the words", |answer| {
        answer["text"] == "NATO"
    });
    assert_eq!(field["caret"], 4);
    display.keys("shift+Left", 2);
    let field = listener.wait("field Text to find", "the selection", |answer| {
        answer["selections"] == serde_json::json!([[2, 4]])
    });
    assert_eq!(field["caret"], 2);

    // Lists say where in them a row stands.
    let tree = listener.ask("tree");
    let rows: Vec<&Value> = tree
        .as_array()
        .unwrap()
        .iter()
        .filter(|node| node["role"] == "list item" && node["attributes"]["posinset"].is_string())
        .collect();
    assert!(!rows.is_empty());
    assert!(
        rows.iter()
            .all(|row| row["attributes"]["setsize"].is_string())
    );
    program.kill();
}
