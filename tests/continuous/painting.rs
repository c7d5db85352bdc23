//! Marks and selections of any part of a text leave its painted letters as
//! they are: a part of the `layout` target.

use egui::{Color32, Shape, TextureId, pos2, vec2};
use hashiya::model::Span;
use hashiya::text::{BaseDirection, LineOptions, TextStyle};
use hashiya::ui::paint::cpu::Offscreen;
use hashiya::ui::paint::{
    Mark, MarkLine, TextUi, nesting_levels, paint_layout, paint_marks, paint_selection,
};

/// No mark has this colour.
const INK: Color32 = Color32::from_rgb(1, 2, 3);

/// Where letters are painted and with which pieces of which texture.
type Painted = Vec<(TextureId, [f32; 4])>;

/// The letters with these stretches marked and selected are those without.
pub(crate) fn check_marks(
    text: &str,
    base: BaseDirection,
    style: TextStyle,
    options: LineOptions,
    cuts: &[usize],
) {
    let offsets: Vec<usize> = cuts
        .iter()
        .map(|cut| text.floor_char_boundary(cut % (text.len() + 1)))
        .collect();
    let spans: Vec<Span> = offsets
        .windows(2)
        .map(|pair| Span::new(pair[0].min(pair[1]), pair[0].max(pair[1])))
        .collect();
    let mut window = Offscreen::new(vec2(200.0, 100.0), 1.5);
    let mut paint = |spans: &[Span]| -> Painted {
        window.frame(Vec::new(), |ui| {
            let layout = TextUi::get(ui.ctx()).layout(ui.ctx(), text, style, base, options);
            let pos = pos2(7.3, 5.1);
            let levels = nesting_levels(spans);
            let marks: Vec<Mark> = spans
                .iter()
                .zip(levels)
                .map(|(&span, level)| Mark {
                    span,
                    tint: Color32::YELLOW,
                    hue: Color32::RED,
                    line: MarkLine::Solid,
                    level,
                    outline: (level == 0).then_some(Color32::GREEN),
                })
                .collect();
            paint_marks(ui.painter(), pos, &layout, &marks);
            for &span in spans {
                paint_selection(ui.painter(), pos, &layout, span, Color32::BLUE);
            }
            paint_layout(ui.painter(), pos, &layout, INK);
        });
        let mut letters = Vec::new();
        for clipped in window.shapes() {
            if let Shape::Mesh(mesh) = &clipped.shape {
                let inked = mesh.vertices.iter().filter(|corner| corner.color == INK);
                letters.extend(inked.map(|corner| {
                    let (pos, uv) = (corner.pos, corner.uv);
                    (mesh.texture_id, [pos.x, pos.y, uv.x, uv.y])
                }));
            }
        }
        letters
    };
    let unmarked = paint(&[]);
    let arabic = |c: char| ('\u{628}'..='\u{63A}').contains(&c);
    assert!(
        !unmarked.is_empty() || !text.contains(arabic),
        "nothing is painted"
    );
    let marked = paint(&spans);
    assert!(unmarked == marked, "marks {spans:?} changed letters");
}
