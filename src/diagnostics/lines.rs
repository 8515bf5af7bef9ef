//! The lines of a file.

/// The places where the lines of a text start, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        Self(
            std::iter::once(0)
                .chain(text.match_indices('\n').map(|(at, _)| at + 1))
                .collect(),
        )
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn number(&self, at: usize) -> usize {
        self.0.partition_point(|&start| start <= at)
    }

    /// The first byte of a line.
    pub(super) fn start(&self, number: usize) -> usize {
        self.0[number - 1]
    }
}
