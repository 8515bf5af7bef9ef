//! The transformation by which a page puts what it draws in its place.

/// A transformation of the plane, by rows: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Clone, Copy, Debug)]
pub struct Matrix(pub [f32; 6]);

impl Matrix {
    /// The one that changes nothing.
    pub const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// One that moves every point by so much.
    pub const fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one, and then another.
    #[expect(
        clippy::many_single_char_names,
        reason = "as the comment above names them"
    )]
    pub fn then(self, Self(next): Self) -> Self {
        let mapped = |x: f32, y: f32| {
            let row = |n: usize| x * next[n] + y * next[n + 2];
            [row(0), row(1)]
        };
        let own = self.0;
        let ([a, b], [c, d]) = (mapped(own[0], own[1]), mapped(own[2], own[3]));
        let [e, f] = mapped(own[4], own[5]);
        Self([a, b, c, d, e + next[4], f + next[5]])
    }

    /// The one of six numbers.
    pub fn of(numbers: &[f32]) -> Option<Self> {
        numbers.try_into().ok().map(Self)
    }
}
