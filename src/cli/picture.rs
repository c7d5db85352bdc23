//! `hashiya picture`: the window's picture, drawn off screen.
//!
//! The only command that reaches into `ui`: it runs the window's own frames
//! and paints them on the processor, without display or graphics card.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueEnum};

use super::Status;
use crate::command::{ThemeChoice, Workbench};
use crate::i18n::Language;
use crate::ui::paint::cpu::Image;
use crate::ui::still;

/// The largest picture, pixels a side.
const LARGEST: f32 = 16_384.0;

/// What to draw and how.
#[derive(Debug, Args)]
pub struct PictureArguments {
    /// A text file or a project; none: the sample.
    pub file: Option<PathBuf>,
    /// The PNG file to write.
    #[arg(long)]
    pub out: PathBuf,
    /// Width of the window, points.
    #[arg(long, default_value_t = 1560.0)]
    pub width: f32,
    /// Height of the window, points.
    #[arg(long, default_value_t = 980.0)]
    pub height: f32,
    /// Pixels a point.
    #[arg(long, default_value_t = 1.0)]
    pub scale: f32,
    /// The window's colours.
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    pub theme: Theme,
    /// The window's language.
    #[arg(long, value_enum, default_value_t = Ui::En)]
    pub ui: Ui,
    /// A command to run first, by its name in the table of commands, e.g.
    /// view.fill-kashida; as often as wanted.
    #[arg(long = "run", value_name = "COMMAND")]
    pub commands: Vec<String>,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Theme {
    /// White paper.
    Light,
    /// Warm dark grey.
    Dark,
    /// Old paper.
    Sepia,
}

/// Language of the window.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Ui {
    /// English.
    En,
    /// Arabic.
    Ar,
}

/// Draws the picture. Returns the exit status.
pub(super) fn run(args: &PictureArguments) -> anyhow::Result<Status> {
    let sides = [args.width * args.scale, args.height * args.scale];
    let sane = sides.iter().all(|side| (16.0..=LARGEST).contains(side)) && args.scale > 0.0;
    anyhow::ensure!(
        sane,
        "the picture must be between 16 and {LARGEST} pixels wide and high; choose --width, \
         --height and --scale accordingly"
    );
    let language = match args.ui {
        Ui::En => Language::En,
        Ui::Ar => Language::Ar,
    };
    let mut wb = Workbench::for_picture_in(args.file.as_deref(), language)?;
    wb.look_mut().theme = match args.theme {
        Theme::Light => ThemeChoice::Light,
        Theme::Dark => ThemeChoice::Dark,
        Theme::Sepia => ThemeChoice::Sepia,
    };
    for id in &args.commands {
        let command = crate::command::table::command(id)
            .with_context(|| format!("there is no command {id}"))?;
        anyhow::ensure!((command.enabled)(&wb), "{id} cannot be run now");
        (command.run)(&mut wb, &crate::command::Args::None)
            .with_context(|| format!("{id} was not done"))?;
    }
    let image = still(wb, args.width, args.height, args.scale);
    write_png(&image, &args.out)?;
    Ok(Status::Fine)
}

fn write_png(image: &Image, path: &Path) -> anyhow::Result<()> {
    let say = || format!("the picture could not be written: {}", path.display());
    let file = File::create(path).with_context(say)?;
    let (width, height) = (image.width as u32, image.height as u32);
    let mut encoder = png::Encoder::new(BufWriter::new(file), width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().with_context(say)?;
    writer.write_image_data(&image.rgba).with_context(say)?;
    writer.finish().with_context(say)
}
