//! The part of an axis of time that is seen.

/// A part of a whole axis, each place on which is a number from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeWindow {
    start: f64,
    length: f64,
}

/// The factor by which a window gets longer or shorter at a time.
const FACTOR: f64 = 2.0;
/// The part of a window that is kept between its ends and what it is moved to.
const MARGIN: f64 = 0.1;

impl Default for TimeWindow {
    /// The whole axis.
    fn default() -> Self {
        Self {
            start: 0.0,
            length: 1.0,
        }
    }
}

impl TimeWindow {
    /// The place where it begins.
    pub const fn start(self) -> f64 {
        self.start
    }

    /// The place where it ends.
    pub fn end(self) -> f64 {
        self.start + self.length
    }

    /// The part of the axis that it shows.
    pub const fn length(self) -> f64 {
        self.length
    }

    /// Returns `true` if it is the whole axis.
    pub fn is_whole(self) -> bool {
        self.length >= 1.0
    }

    /// A shorter one, but not shorter than that, in which a place stays where it is seen.
    #[must_use]
    pub fn closer(self, place: f64, shortest: f64) -> Self {
        self.scaled(place, (self.length / FACTOR).max(shortest))
    }

    /// A longer one, in which a place stays where it is seen as far as the axis goes.
    #[must_use]
    pub fn farther(self, place: f64) -> Self {
        self.scaled(place, self.length * FACTOR)
    }

    /// The same one, moved as far as it must be to show a place.
    #[must_use]
    pub fn showing(self, place: f64) -> Self {
        let margin = self.length * MARGIN;
        let start = if place < self.start {
            place - margin
        } else if place > self.end() {
            place + margin - self.length
        } else {
            self.start
        };
        Self { start, ..self }.fitted()
    }

    fn scaled(self, place: f64, length: f64) -> Self {
        let length = length.min(1.0);
        let before = (place - self.start) / self.length;
        Self {
            start: place - before * length,
            length,
        }
        .fitted()
    }

    /// Inside the axis.
    fn fitted(self) -> Self {
        let start = self.start.clamp(0.0, 1.0 - self.length);
        Self { start, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_stays_where_it_is_seen() {
        let whole = TimeWindow::default();
        let half = whole.closer(0.5, 0.01);
        assert_eq!((half.start(), half.end()), (0.25, 0.75));
        let end = half.closer(0.75, 0.01);
        assert_eq!((end.start(), end.end()), (0.5, 0.75));
        assert_eq!(end.farther(0.75), half);
        assert!(half.farther(0.5).is_whole());
        assert_eq!(half.closer(0.5, 0.5), half);
    }

    #[test]
    fn a_window_moves_only_to_what_it_does_not_show() {
        let half = TimeWindow::default().closer(0.5, 0.01);
        assert_eq!(half.showing(0.7), half);
        let later = half.showing(0.8);
        assert!((later.end() - 0.85).abs() < 1e-9, "{later:?}");
        let ends = (half.showing(0.0).start(), half.showing(1.0).end());
        assert_eq!(ends, (0.0, 1.0));
    }

    proptest! {
        #[test]
        fn a_window_never_leaves_the_axis(steps in prop::collection::vec((0..3_u8, 0.0..=1.0), 0..40)) {
            let mut window = TimeWindow::default();
            for (step, place) in steps {
                window = match step {
                    0 => window.closer(place, 0.01),
                    1 => window.farther(place),
                    _ => window.showing(place),
                };
                prop_assert!(window.start() >= 0.0 && window.end() <= 1.0 + 1e-9 && window.length() >= 0.01);
            }
        }
    }
}
