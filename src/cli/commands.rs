//! `hashiya commands`: the table of what can be done in the window.
//!
//! Invariant: README.md holds exactly this table (a test compares them).

use serde_json::json;

use super::{Output, Status};
use crate::command::key_caps;
use crate::command::table::{Command, commands};
use crate::i18n::{Language, Messages};

#[derive(Debug, clap::Args)]
pub struct CommandsArguments {
    /// Print a Markdown table instead of JSON Lines
    #[arg(long)]
    markdown: bool,
    /// The language of the titles
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = ["en", "ar"])]
    ui: String,
}

pub(super) fn run(
    arguments: &CommandsArguments,
    output: &mut Output<'_>,
) -> anyhow::Result<Status> {
    let messages = Messages::new(Language::from_code(&arguments.ui).unwrap_or_default());
    let keys = |command: &Command| -> Vec<Vec<String>> {
        command
            .keys
            .iter()
            .map(|keys| key_caps(*keys, &messages))
            .collect()
    };
    if !arguments.markdown {
        for command in commands() {
            let keys: Vec<String> = keys(command).iter().map(|caps| caps.join("+")).collect();
            output.line(&json!({
                "id": command.id,
                "menu": messages.text(command.menu.message()),
                "title": messages.text(&command.message()),
                "keys": keys,
            }))?;
        }
        return Ok(Status::Fine);
    }
    writeln!(output.out, "| Menu | Command | Keys |\n| --- | --- | --- |")?;
    for command in commands() {
        let keys: Vec<String> = keys(command)
            .iter()
            .map(|caps| {
                // A backslash would take the tag behind it for text.
                let caps: Vec<String> = caps
                    .iter()
                    .map(|cap| format!("<kbd>{}</kbd>", cap.replace('\\', "&#92;")))
                    .collect();
                caps.join("+")
            })
            .collect();
        writeln!(
            output.out,
            "| {} | {} | {} |",
            messages.text(command.menu.message()),
            messages.text(&command.message()),
            keys.join(", ")
        )?;
    }
    Ok(Status::Fine)
}
