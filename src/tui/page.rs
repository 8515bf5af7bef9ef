//! Lines that may be more than there is room for, and how far they scroll.

use super::layout::Pane;
use crate::{
    atlas::{Date, Switchboard},
    caption::Line,
    scene::Cache,
    session::Subject,
};

/// Lines that may be more than there is room for.
#[derive(Clone, Debug)]
pub struct Page {
    pub title: String,
    pub lines: Vec<Line>,
    /// Rows there are for them.
    pub height: usize,
}

impl Page {
    /// Rows that lines are seen in: one is kept to say that there are more.
    pub const fn rows(&self) -> usize {
        if self.lines.len() > self.height {
            self.height.saturating_sub(1)
        } else {
            self.height
        }
    }

    /// Returns how far it scrolls.
    pub fn extent(&self) -> Extent {
        Extent {
            last: self.lines.len().saturating_sub(self.rows()),
            page: self.rows().saturating_sub(1).max(1),
        }
    }

    /// Finds the scroll at which what is highlighted is seen, with some lines `above` it; `scroll` where it is seen.
    pub fn showing_current(&self, scroll: usize, above: usize) -> usize {
        let current = |line: &Line| line.is_current();
        let Some(first) = self.lines.iter().position(current) else {
            return scroll;
        };
        let last = self.lines.iter().rposition(current).unwrap_or(first);
        let above = above.min(self.rows() / 4);
        if scroll + above <= first && last < scroll + self.rows() {
            return scroll;
        }
        first.saturating_sub(above).min(self.extent().last)
    }
}

/// The extent that what the keys are about scrolls over, as it was laid out last: in lines, or in rows of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The furthest that it can be scrolled.
    pub last: usize,
    /// The length of one page.
    pub page: usize,
}

/// The page of the panel as it was laid out last.
pub type PanelCache = Cache<PanelKey, Page>;

/// All that the panel's page depends on, in one world.
#[derive(Debug, PartialEq)]
pub struct PanelKey {
    pub subject: Subject,
    pub date: Date,
    pub compared: Option<Date>,
    pub switchboard: Switchboard,
    /// The one of its claims that the keys are about, where they are about one.
    pub current: Option<usize>,
    pub pane: Option<Pane>,
    /// That the file as it was last saved is not what is shown.
    pub outdated: Option<String>,
}
