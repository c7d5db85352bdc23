//! How well the colours of tags can be told apart, also by readers who see
//! fewer colours, and the colours that are offered.
//!
//! Lives here: the palette, simulated sight and the distance of two colours.
//! Does not live here: what is drawn (ui), and which tag gets which colour
//! (command).
//!
//! Simulation: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
//! Physiologically-based Model for Simulation of Color Vision Deficiency",
//! IEEE TVCG 15 (2009), severity 1.0, on linear sRGB. Distance: CIEDE2000 (CIE
//! 142-2001; G. Sharma, W. Wu, E. N. Dalal, Color Res. Appl. 30, 2005) under
//! D65.
//!
//! **Invariant:** the distance of two looks is the smallest over every sight
//! and both grounds; no two colours of the palette are nearer than [`HARD`]
//! (tested).

use crate::model::Tag;

/// Colours nearer than this (CIEDE2000) are hard to tell apart as thin lines.
pub const HARD: f32 = 8.0;

/// How a reader sees colours.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sight {
    /// Three kinds of cones.
    Usual,
    /// Without the cones for long waves: red is dark.
    Protan,
    /// Without the cones for middle waves: red and green are alike.
    Deutan,
    /// Without the cones for short waves: blue and green are alike.
    Tritan,
}

impl Sight {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Protan, Self::Deutan, Self::Tritan];

    /// The id of the message that says who sees so.
    pub fn message(self) -> &'static str {
        match self {
            Self::Usual => "sight-usual",
            Self::Protan => "sight-protan",
            Self::Deutan => "sight-deutan",
            Self::Tritan => "sight-tritan",
        }
    }

    fn matrix(self) -> Option<[[f32; 3]; 3]> {
        match self {
            Self::Usual => None,
            Self::Protan => Some([
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ]),
            Self::Deutan => Some([
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ]),
            Self::Tritan => Some([
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ]),
        }
    }
}

/// A colour that is offered, for both grounds.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub struct Hue {
    /// The id of the message with its name.
    pub message: &'static str,
    /// On a light ground, `#RRGGBB`.
    pub light: &'static str,
    /// On a dark ground, `#RRGGBB`.
    pub dark: &'static str,
}

const fn hue(message: &'static str, light: &'static str, dark: &'static str) -> Hue {
    Hue {
        message,
        light,
        dark,
    }
}

/// The colours that are offered. Each is the one farthest from those before
/// it under every sight, among colours of a contrast of at least 3.3 : 1 with
/// the page (4.5 : 1 on the dark one, of the same hue within 24°), beginning
/// with a blue.
pub const PALETTE: [Hue; 12] = [
    hue("hue-blue", "#2F6BB3", "#7FB2EE"),
    hue("hue-ochre", "#B48400", "#C08400"),
    hue("hue-brown", "#483024", "#F0D8CC"),
    hue("hue-ink", "#003C54", "#78909C"),
    hue("hue-olive", "#787860", "#CCE460"),
    hue("hue-rust", "#904800", "#B49C90"),
    hue("hue-teal", "#009C9C", "#30F0F0"),
    hue("hue-violet", "#9078FC", "#6C84FC"),
    hue("hue-plum", "#6C5460", "#E4A8C0"),
    hue("hue-indigo", "#48309C", "#9084C0"),
    hue("hue-pink", "#E45490", "#FC546C"),
    hue("hue-crimson", "#D82448", "#FC906C"),
];

/// A tag's two colours as every reader sees them, ready to be compared.
#[derive(Clone, PartialEq, Debug)]
pub struct Look {
    seen: [[Lab; 4]; 2],
}

impl Look {
    /// The look of these colours (`#RRGGBB`); none if one is no colour.
    pub fn new(light: &str, dark: &str) -> Option<Self> {
        let all = |color: &str| {
            let color = rgb(color)?;
            Some(Sight::ALL.map(|sight| lab(simulated(color, sight))))
        };
        Some(Self {
            seen: [all(light)?, all(dark)?],
        })
    }

    /// The look of a tag.
    pub fn of(tag: &Tag) -> Option<Self> {
        Self::new(&tag.color, &tag.color_dark)
    }

    /// How far two looks are from each other where they are nearest
    /// (CIEDE2000), and for whom.
    pub fn distance(&self, other: &Self) -> (f32, Sight) {
        let mut least = (f32::INFINITY, Sight::Usual);
        for (mine, theirs) in self.seen.iter().zip(&other.seen) {
            for ((a, b), sight) in mine.iter().zip(theirs).zip(Sight::ALL) {
                let found = ciede2000(*a, *b);
                if found < least.0 {
                    least = (found, sight);
                }
            }
        }
        least
    }
}

/// Whether `#RRGGBB` is a colour.
pub fn is_color(text: &str) -> bool {
    rgb(text).is_some()
}

/// Red, green and blue of `#RRGGBB`, linear, 0 to 1.
fn rgb(text: &str) -> Option<[f32; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| {
        digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
    })?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    let part = |shift: u32| {
        let value = f32::from((number >> shift) as u8) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    Some([part(16), part(8), part(0)])
}

fn simulated(color: [f32; 3], sight: Sight) -> [f32; 3] {
    let Some(matrix) = sight.matrix() else {
        return color;
    };
    matrix.map(|row| {
        let parts = row.iter().zip(color).map(|(factor, part)| factor * part);
        parts.sum::<f32>().clamp(0.0, 1.0)
    })
}

/// A colour in CIE L*a*b*.
#[derive(Copy, Clone, PartialEq, Debug)]
struct Lab {
    l: f32,
    a: f32,
    b: f32,
}

#[allow(clippy::many_single_char_names, reason = "the names of the standard")]
fn lab([r, g, b]: [f32; 3]) -> Lab {
    let f = |t: f32| {
        if t > 216.0 / 24_389.0 {
            t.cbrt()
        } else {
            (24_389.0 / 27.0 * t + 16.0) / 116.0
        }
    };
    let x = f((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47);
    let y = f(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175 * b);
    let z = f((0.019_333_9 * r + 0.119_192 * g + 0.950_304_1 * b) / 1.088_83);
    Lab {
        l: 116.0 * y - 16.0,
        a: 500.0 * (x - y),
        b: 200.0 * (y - z),
    }
}

/// CIEDE2000 after Sharma, Wu and Dalal; their names of the quantities.
#[allow(
    clippy::many_single_char_names,
    clippy::similar_names,
    reason = "the paper's names"
)]
fn ciede2000(one: Lab, two: Lab) -> f32 {
    const SEVENTH: f32 = 6_103_515_625.0;
    let mean_chroma = f32::midpoint(one.a.hypot(one.b), two.a.hypot(two.b));
    let seventh = |c: f32| (c.powi(7) / (c.powi(7) + SEVENTH)).sqrt();
    let g = 0.5 * (1.0 - seventh(mean_chroma));
    let (a1, a2) = (one.a * (1.0 + g), two.a * (1.0 + g));
    let (c1, c2) = (a1.hypot(one.b), a2.hypot(two.b));
    let angle = |a: f32, b: f32| {
        if a == 0.0 && b == 0.0 {
            0.0
        } else {
            b.atan2(a).to_degrees().rem_euclid(360.0)
        }
    };
    let (h1, h2) = (angle(a1, one.b), angle(a2, two.b));
    let grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let (dl, dc) = (two.l - one.l, c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = (f32::midpoint(one.l, two.l), f32::midpoint(c1, c2));
    let h = match h1 + h2 {
        sum if grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => f32::midpoint(sum, 360.0),
        sum => (sum - 360.0) / 2.0,
    };
    let cos = |degrees: f32| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let about_blue = 30.0 * (-((h - 275.0) / 25.0).powi(2)).exp();
    let rc = 2.0 * seventh(c);
    let off = (l - 50.0).powi(2);
    let sl = 1.0 + 0.015 * off / (20.0 + off).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rt = -(2.0 * about_blue).to_radians().sin() * rc;
    let (l, c, h) = (dl / sl, dc / sc, dh / sh);
    (l * l + c * c + h * h + rt * c * h).max(0.0).sqrt()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_paper() {
        // Sharma, Wu and Dalal, table 1: pairs 1, 7, 17, 25.
        for (one, two, expected) in [
            ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
            ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
            ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
            (
                (60.2574, -34.0099, 36.2677),
                (60.4626, -34.1751, 39.4387),
                1.2644,
            ),
        ] {
            let lab = |(l, a, b)| Lab { l, a, b };
            let found = ciede2000(lab(one), lab(two));
            assert!((found - expected).abs() < 0.01, "{found} {expected}");
        }
    }

    #[test]
    fn every_two_colours_offered_can_be_told_apart_by_everybody() {
        for (index, one) in PALETTE.iter().enumerate() {
            for two in PALETTE.iter().skip(index + 1) {
                let look = |hue: &Hue| Look::new(hue.light, hue.dark).unwrap();
                let (distance, sight) = look(one).distance(&look(two));
                assert!(distance >= HARD, "{one:?} {two:?} {distance} {sight:?}");
            }
        }
    }

    #[test]
    fn every_two_tags_of_a_new_project_can_be_told_apart_by_everybody() {
        let tags = crate::model::default_tags();
        for (index, one) in tags.iter().enumerate() {
            for two in tags.iter().skip(index + 1) {
                // Passages are stripes in the margin, never lines under words.
                if one.kind != two.kind {
                    continue;
                }
                let (distance, sight) = Look::of(one).unwrap().distance(&Look::of(two).unwrap());
                let pair = (&one.id, &two.id);
                assert!(distance >= HARD, "{pair:?} {distance} {sight:?}");
            }
        }
    }

    #[test]
    fn red_and_green_are_alike_to_some_and_nonsense_is_no_colour() {
        // A rust and an olive as they were once shipped.
        let (group, address) = (
            Look::new("#B4472C", "#EE9478").unwrap(),
            Look::new("#5E7A2E", "#B6D08A").unwrap(),
        );
        let (distance, sight) = group.distance(&address);
        assert!(
            distance < HARD && sight != Sight::Usual,
            "{distance} {sight:?}"
        );
        for wrong in ["", "#12345", "#GGGGGG", "112233", "#+12345", "#٢٢٢"] {
            assert!(!is_color(wrong), "{wrong}");
        }
    }
}
