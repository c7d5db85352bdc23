//! What lengths say: minus the logarithm of how probable it is that so many
//! characters stand for so many (Gale and Church 1993, section 3).

/// The variance of characters of one side for each of the other.
const VARIANCE: f32 = 6.8;

/// The cost for paragraphs of `here` and `there` characters, where the whole
/// texts have `ratio` characters there for one here.
pub(super) fn of_lengths(here: f32, there: f32, ratio: f32) -> f32 {
    if here <= 0.0 && there <= 0.0 {
        return 0.0;
    }
    let mean = f32::midpoint(here, there / ratio.max(1e-6));
    let z = (here * ratio - there) / (VARIANCE * mean.max(1e-6)).sqrt();
    of_deviation(z.abs())
}

/// −ln(2 · (1 − Φ(z))), for z of 0 and more.
fn of_deviation(z: f32) -> f32 {
    if z > 5.0 {
        // The tail of the normal distribution: φ(z) / z · (1 − 1/z² + 3/z⁴).
        let square = z * z;
        let series = 1.0 - 1.0 / square + 3.0 / (square * square);
        return square / 2.0 + (z * 2.506_628_3 / series).ln() - std::f32::consts::LN_2;
    }
    // Abramowitz and Stegun 1964, 26.2.17; the error is under 1e-7.
    let z = f64::from(z);
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let series = t
        * (0.319_381_530
            + t * (-0.356_563_782
                + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
    let density = (-z * z / 2.0).exp() / (std::f64::consts::TAU).sqrt();
    -((2.0 * density * series).ln()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_is_that_of_the_normal_distribution() {
        // Reckoned with Python's math.erfc: −ln(erfc(z / √2)).
        for (z, cost) in [
            (0.0, 0.0),
            (1.0, 1.147_874),
            (2.0, 3.090_037),
            (4.0, 9.666_954),
        ] {
            assert!((of_deviation(z) - cost).abs() < 1e-3, "{z}");
        }
        assert!((of_deviation(6.0) - 20.044).abs() < 0.01);
        assert!(of_deviation(5.01) > of_deviation(4.99));
        assert!(of_lengths(100.0, 120.0, 1.2) < of_lengths(100.0, 60.0, 1.2));
        assert!(of_lengths(0.0, 0.0, 1.0).abs() < 1e-6);
    }
}
