//! The scale bar: a round length on the ground and how long that is on screen.

use super::View;

/// The longest that a bar gets, in columns.
const LONGEST: f64 = 24.0;
/// The shortest that still says something: rounding to whole columns strays by a tenth at most.
const SHORTEST: f64 = 5.0;
/// The share of the pane's width that a bar may take.
const SHARE: f64 = 0.2;

/// A bar with its length, or `None` where the pane is too narrow for one.
pub fn bar(view: &View) -> Option<String> {
    let km_per_col = view.map.projection.km(view.viewport.col());
    let room = (f64::from(view.viewport.cols) * SHARE).min(LONGEST);
    let km = round(room * km_per_col);
    let columns = (km / km_per_col).round();
    if columns < SHORTEST {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between SHORTEST and LONGEST"
    )]
    // Its ends stand in the middle of the first and the last cell.
    let line = columns as usize - 1;
    let (left, dash, right) = if view.resolution.is_ascii() {
        ("|", "-", "|")
    } else {
        ("├", "─", "┤")
    };
    Some(format!("{left}{}{right} {}", dash.repeat(line), length(km)))
}

/// The largest 1, 2 or 5 times a power of ten that is no more than `most`.
pub fn round(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    let times = [5.0, 2.0].into_iter().find(|times| times * power <= most);
    times.unwrap_or(1.0) * power
}

/// A length in words, in metres below a kilometre.
pub fn length(km: f64) -> String {
    if km < 1.0 {
        format!("{:.0} m", km * 1000.0)
    } else {
        format!("{km:.0} km")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_are_round() {
        let shown: Vec<String> = [0.31, 0.99, 1.0, 4.9, 5.0, 19.0, 20.0, 99.9, 120.0, 740.0]
            .map(|most| length(round(most)))
            .to_vec();
        assert_eq!(
            shown,
            [
                "200 m", "500 m", "1 km", "2 km", "5 km", "10 km", "20 km", "50 km", "100 km",
                "500 km"
            ]
        );
    }

    proptest! {
        #[test]
        fn a_round_length_is_at_most_and_more_than_two_fifths(most in 0.01..9000.0f64) {
            let km = round(most);
            prop_assert!(km <= most * (1.0 + 1e-9) && km > most * 0.39);
        }
    }
}
