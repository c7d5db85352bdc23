//! `hashiya commands`: the table of commands, for documentation and scripts.
//!
//! Not here: the commands themselves (`command::table`). README.md holds what
//! `--markdown` prints; a test compares the two.

use egui::{Key, KeyboardShortcut, Modifiers};
use serde_json::json;

use super::{Output, Status};
use crate::command::table::{Command, commands};
use crate::i18n::{Language, Messages};

/// Prints every command with its title, keys and menu: one JSON object to a
/// line, or a table.
#[derive(Debug, clap::Args)]
pub struct CommandsArguments {
    /// As a Markdown table
    #[arg(long)]
    markdown: bool,
    /// The language of the titles: en or ar
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = language)]
    language: Language,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code)
        .ok_or_else(|| format!("the interface speaks en and ar, and not {code}"))
}

pub(super) fn run(
    arguments: &CommandsArguments,
    output: &mut Output<'_>,
) -> anyhow::Result<Status> {
    let messages = Messages::new(arguments.language);
    if arguments.markdown {
        writeln!(output.out, "| Command | Keys | Menu | Id |")?;
        writeln!(output.out, "| --- | --- | --- | --- |")?;
    }
    for command in commands() {
        let title = messages.text(&command.message());
        let menu = messages.text(command.menu.message());
        if arguments.markdown {
            let keys: Vec<String> = keys_of(command)
                .iter()
                .map(|names| {
                    let caps: Vec<String> = names
                        .iter()
                        .map(|name| format!("<kbd>{name}</kbd>"))
                        .collect();
                    caps.join("+")
                })
                .collect();
            writeln!(
                output.out,
                "| {title} | {} | {menu} | `{}` |",
                keys.join(", "),
                command.id
            )?;
        } else {
            let keys: Vec<String> = keys_of(command)
                .iter()
                .map(|names| names.join("+"))
                .collect();
            output.line(&json!({
                "id": command.id,
                "title": title,
                "menu": menu,
                "keys": keys,
            }))?;
        }
    }
    Ok(Status::Fine)
}

/// The names on the keys of each of a command's shortcuts.
fn keys_of(command: &Command) -> Vec<Vec<&'static str>> {
    command.keys.iter().map(|keys| names(*keys)).collect()
}

fn names(keys: KeyboardShortcut) -> Vec<&'static str> {
    let Modifiers {
        command,
        ctrl,
        alt,
        shift,
        ..
    } = keys.modifiers;
    let modifiers = [(command || ctrl, "Ctrl"), (alt, "Alt"), (shift, "Shift")];
    let key = keys.logical_key;
    let name = match key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::PageUp => "Page Up",
        Key::PageDown => "Page Down",
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Equals => "=",
        Key::Backslash => "\\",
        key => key.name(),
    };
    modifiers
        .into_iter()
        .filter_map(|(held, name)| held.then_some(name))
        .chain([name])
        .collect()
}
