//! `hashiya commands`: the table of commands, for documentation and scripts.
//!
//! Not here: the commands themselves (`command::table`). README.md holds what
//! `--markdown` prints; a test compares the two.

use serde_json::json;

use super::{Output, Status};
use crate::command::key_caps;
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
            let keys: Vec<String> = keys_of(command, &messages)
                .iter()
                .map(|names| {
                    let caps: Vec<String> = names
                        .iter()
                        // A backslash would make the tag behind it text.
                        .map(|name| format!("<kbd>{}</kbd>", name.replace('\\', "&#92;")))
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
            let keys: Vec<String> = keys_of(command, &messages)
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

/// The caps of each of a command's shortcuts.
fn keys_of(command: &Command, messages: &Messages) -> Vec<Vec<String>> {
    command
        .keys
        .iter()
        .map(|keys| key_caps(*keys, messages))
        .collect()
}
