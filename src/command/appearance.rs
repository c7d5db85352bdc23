//! Commands for how the page is set: one row for each choice, under one entry
//! of the View menu.

use super::look::PageFace;
use super::page_look::{Leading, LineFill, Measure, ParagraphSpace};
use super::table::{Args, Command, Menu, always, row};
use super::{CommandError, Request, Workbench};
use crate::i18n::Digits;

pub(super) const COMMANDS: &[Command] = &[
    row("view.appearance", Menu::View, &[], always, |wb, _| {
        wb.request(Request::ShowAppearance);
        Ok(())
    })
    .group(),
    choice(
        "view.face-naskh",
        |wb| wb.look().face == PageFace::Naskh,
        |wb, _| face(wb, PageFace::Naskh),
    ),
    choice(
        "view.face-amiri",
        |wb| wb.look().face == PageFace::Amiri,
        |wb, _| face(wb, PageFace::Amiri),
    ),
    choice(
        "view.face-sans",
        |wb| wb.look().face == PageFace::Sans,
        |wb, _| face(wb, PageFace::Sans),
    ),
    choice(
        "view.leading-tight",
        |wb| wb.look().page.leading == Leading::Tight,
        |wb, _| leading(wb, Leading::Tight),
    )
    .group(),
    choice(
        "view.leading-normal",
        |wb| wb.look().page.leading == Leading::Normal,
        |wb, _| leading(wb, Leading::Normal),
    ),
    choice(
        "view.leading-loose",
        |wb| wb.look().page.leading == Leading::Loose,
        |wb, _| leading(wb, Leading::Loose),
    ),
    row(
        "view.measure-narrower",
        Menu::View,
        &[],
        |wb| wb.look().page.measure.step(false).is_some(),
        |wb, _| measure(wb, wb.look().page.measure.step(false)),
    )
    .within(SUBMENU)
    .group(),
    row(
        "view.measure-wider",
        Menu::View,
        &[],
        |wb| wb.look().page.measure.step(true).is_some(),
        |wb, _| measure(wb, wb.look().page.measure.step(true)),
    )
    .within(SUBMENU),
    choice(
        "view.measure-full",
        |wb| wb.look().page.measure == Measure::Full,
        |wb, _| {
            let full = wb.look().page.measure == Measure::Full;
            let wanted = if full {
                Measure::default()
            } else {
                Measure::Full
            };
            measure(wb, Some(wanted))
        },
    ),
    choice(
        "view.fill-ragged",
        |wb| wb.look().page.fill == LineFill::Ragged,
        |wb, _| fill(wb, LineFill::Ragged),
    )
    .group(),
    choice(
        "view.fill-spaces",
        |wb| wb.look().page.fill == LineFill::Spaces,
        |wb, _| fill(wb, LineFill::Spaces),
    ),
    choice(
        "view.fill-kashida",
        |wb| wb.look().page.fill == LineFill::Kashida,
        |wb, _| fill(wb, LineFill::Kashida),
    ),
    choice(
        "view.paragraphs-close",
        |wb| wb.look().page.paragraphs == ParagraphSpace::None,
        |wb, _| paragraphs(wb, ParagraphSpace::None),
    )
    .group(),
    choice(
        "view.paragraphs-normal",
        |wb| wb.look().page.paragraphs == ParagraphSpace::Small,
        |wb, _| paragraphs(wb, ParagraphSpace::Small),
    ),
    choice(
        "view.paragraphs-apart",
        |wb| wb.look().page.paragraphs == ParagraphSpace::Half,
        |wb, _| paragraphs(wb, ParagraphSpace::Half),
    ),
    choice(
        "view.digits-latin",
        |wb| wb.messages().digits() == Digits::Latin,
        |wb, _| digits(wb, Digits::Latin),
    )
    .group(),
    choice(
        "view.digits-arabic",
        |wb| wb.messages().digits() == Digits::ArabicIndic,
        |wb, _| digits(wb, Digits::ArabicIndic),
    ),
];

/// The entry of the View menu that holds the choices.
const SUBMENU: &str = "menu-page";

/// One of several, in the entry for the page.
const fn choice(
    id: &'static str,
    checked: fn(&Workbench) -> bool,
    run: fn(&mut Workbench, &Args) -> Result<(), CommandError>,
) -> Command {
    row(id, Menu::View, &[], always, run)
        .switch(checked)
        .within(SUBMENU)
}

fn face(wb: &mut Workbench, face: PageFace) -> Result<(), CommandError> {
    wb.look_mut().face = face;
    Ok(())
}

fn leading(wb: &mut Workbench, leading: Leading) -> Result<(), CommandError> {
    wb.look_mut().page.leading = leading;
    Ok(())
}

fn measure(wb: &mut Workbench, measure: Option<Measure>) -> Result<(), CommandError> {
    if let Some(measure) = measure {
        wb.look_mut().page.measure = measure;
    }
    Ok(())
}

fn fill(wb: &mut Workbench, fill: LineFill) -> Result<(), CommandError> {
    wb.look_mut().page.fill = fill;
    Ok(())
}

fn paragraphs(wb: &mut Workbench, space: ParagraphSpace) -> Result<(), CommandError> {
    wb.look_mut().page.paragraphs = space;
    Ok(())
}

fn digits(wb: &mut Workbench, digits: Digits) -> Result<(), CommandError> {
    wb.set_digits(digits);
    Ok(())
}
