//! The note in a corner of the map: its scale, and how many regions there is no room to name.

use unicode_width::UnicodeWidthStr;

use super::{Class, placement::Labels, scale};

/// A corner that is kept free for the note.
#[derive(Debug)]
pub struct Corner {
    at: (usize, usize),
    width: usize,
    is_right: bool,
    bar: Option<String>,
}

/// The words for so many names that are left out.
fn more(left_out: usize) -> Option<String> {
    match left_out {
        0 => None,
        1 => Some("+1 name".to_owned()),
        many => Some(format!("+{many} names")),
    }
}

impl Labels<'_> {
    /// Keeps the first corner free that has room: for the scale bar and the note, or else for either.
    pub(super) fn corner(&mut self) -> Option<Corner> {
        let bar = scale::bar(self.view);
        let most = more(self.view.atlas.regions.len());
        let note = |bar: &Option<String>, more: &Option<String>| {
            let words: Vec<&str> = bar.iter().chain(more).map(String::as_str).collect();
            words.join("  ").width()
        };
        let choices = [(&bar, &most), (&bar, &None), (&None, &most)];
        let (bar, width, (x, y, is_right)) = choices.into_iter().find_map(|(bar, more)| {
            let width = note(bar, more);
            let corner = self.free_corner(width)?;
            (width > 0).then(|| (bar.clone(), width, corner))
        })?;
        self.take(x, y, width);
        Some(Corner {
            at: (x, y),
            width,
            is_right,
            bar,
        })
    }

    /// The start of so many free cells in a corner, and whether that is one on the right.
    fn free_corner(&self, width: usize) -> Option<(usize, usize, bool)> {
        let (cols, rows) = (self.taken.cols(), self.taken.rows());
        let (right, bottom) = (cols.checked_sub(width + 1)?, rows.checked_sub(1)?);
        let corners = [
            (1, bottom, false),
            (right, bottom, true),
            (1, 0, false),
            (right, 0, true),
        ];
        corners
            .into_iter()
            .find(|&(x, y, _)| self.taken.is_free(x.cast_signed(), y.cast_signed(), width))
    }

    /// Writes the scale into its corner, with the number of names that are left out.
    pub(super) fn note(&mut self, corner: Corner, left_out: usize) {
        let Corner {
            at: (x, y),
            width,
            is_right,
            bar,
        } = corner;
        let bar = bar.unwrap_or_default();
        let text = match more(left_out) {
            Some(more) if bar.is_empty() => more,
            Some(more) => format!("{bar}  {more}"),
            None => bar.clone(),
        };
        let text = if text.width() > width { bar } else { text };
        let spare = width.saturating_sub(text.width());
        let x = if is_right { x + spare } else { x };
        if !text.is_empty() {
            self.push((x, y), text, Class::Scale, None);
        }
    }
}
