//! The layout of everything: from the size of the screen alone, once a frame.

use ratatui::layout::Rect;

/// The part that is seen where there is no room for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    Map,
    Panel,
    /// The places in rows: the wide side where both are seen, as rows have columns.
    List,
    /// The wide side where both are seen, else the whole screen.
    Reader,
}

/// The room that a user wants for the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Columns more than it has by itself, or less.
    pub more: i16,
    /// `true` for the whole screen.
    pub whole: bool,
}

impl Room {
    /// The columns of a panel that has some by itself, of all there are.
    fn columns(self, own: u16, all: u16) -> u16 {
        let most = all.saturating_sub(LEAST).max(LEAST);
        own.saturating_add_signed(self.more).clamp(LEAST, most)
    }

    /// The same room with some columns more or less, as far as that shows.
    #[must_use]
    pub fn with(self, more: i16, all: u16) -> Self {
        let most = all.cast_signed();
        Self {
            more: self.more.saturating_add(more).clamp(-most, most),
            whole: false,
        }
    }
}

/// The least columns of a map and a panel beside each other.
const LEAST: u16 = 24;

/// A part of the screen with its frame, which it shares with its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pane {
    /// The frame's outside, or the same as `inner` where there is no room for frames.
    pub outer: Rect,
    pub inner: Rect,
}

/// The parts of the screen; what there is no room for is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub banner: Option<Rect>,
    pub map: Option<Pane>,
    pub panel: Option<Pane>,
    /// In the map's frame, under the map.
    pub timeline: Option<Rect>,
    /// The legend stands in its frame's upper edge, the key bar inside.
    pub foot: Option<Pane>,
    pub keybar: Option<Rect>,
}

/// From this width on the panel stands beside the map, whatever the height.
const WIDE: u16 = 100;
/// Columns of words in a panel beside a map that is narrower.
const NARROW: u16 = 30;
/// From this size on the map and the panel are seen together.
const BOTH: (u16, u16) = (60, 16);
/// From this size on there are frames.
const FRAMED: (u16, u16) = (24, 8);
/// From this size on a map gives rows to the timeline: one, then a second for its labels.
const DATED: [(u16, u16); 2] = [(40, 13), (40, 22)];
/// The rows of the key bar and its frame.
const FOOT: u16 = 3;
/// The columns of an edge of a frame and the air inside it, where there are words.
const EDGE: u16 = 2;

impl Layout {
    pub fn new(cols: u16, rows: u16, focus: Focus, banner: bool, room: Room) -> Self {
        let whole = Rect::new(0, 0, cols, rows);
        let fits = |(least_cols, least_rows)| cols >= least_cols && rows >= least_rows;
        if !fits(FRAMED) {
            return Self::bare(whole);
        }
        let (banner, rest) = if banner {
            (Some(row(whole, 0)), below(whole, 1))
        } else {
            (None, whole)
        };
        let foot = below(rest, rest.height - FOOT);
        // The frames overlap by the edge that they share.
        let body = Rect {
            height: rest.height - FOOT + 1,
            ..rest
        };
        let (map, panel) = match focus {
            _ if room.whole => (None, Some(body)),
            _ if fits(BOTH) && cols >= WIDE => {
                let own = match focus {
                    Focus::List | Focus::Reader => cols * 3 / 5,
                    Focus::Map | Focus::Panel => (cols * 3 / 10).clamp(36, 44) + 2 * EDGE,
                };
                let (left, right) = body_columns(body, room.columns(own, cols));
                (Some(left), Some(right))
            }
            Focus::Reader => (None, Some(body)),
            _ if fits(BOTH) => {
                let (map, panel) = parted(body, room);
                (Some(map), Some(panel))
            }
            Focus::Map => (Some(body), None),
            Focus::Panel | Focus::List => (None, Some(body)),
        };
        let (map, timeline) = map.map(Pane::framed).map_or((None, None), dated);
        Self {
            banner,
            map,
            timeline,
            panel: panel.map(Pane::padded),
            foot: Some(Pane::padded(foot)),
            keybar: Some(Pane::padded(foot).inner),
        }
    }

    /// Words alone: a map of so few cells would show nothing.
    fn bare(whole: Rect) -> Self {
        let keys = u16::from(whole.height > 3);
        let words = Rect {
            height: whole.height - keys,
            ..whole
        };
        Self {
            panel: Some(Pane {
                outer: words,
                inner: words,
            }),
            keybar: (keys > 0).then(|| row(whole, whole.height - 1)),
            ..Self::default()
        }
    }
}

impl Pane {
    const fn framed(outer: Rect) -> Self {
        let inner = Rect {
            x: outer.x + 1,
            y: outer.y + 1,
            width: outer.width.saturating_sub(2),
            height: outer.height.saturating_sub(2),
        };
        Self { outer, inner }
    }

    /// With a column of air on both sides.
    pub(super) const fn padded(outer: Rect) -> Self {
        let Self { outer, inner } = Self::framed(outer);
        let inner = Rect {
            x: inner.x + 1,
            width: inner.width.saturating_sub(2),
            ..inner
        };
        Self { outer, inner }
    }

    pub const fn has_frame(&self) -> bool {
        self.outer.width != self.inner.width
    }
}

/// A map and a panel beside it or under it, as the map is larger.
fn parted(body: Rect, room: Room) -> (Rect, Rect) {
    let beside = body_columns(body, room.columns(NARROW + 2 * EDGE, body.width));
    let rows = (body.height * 2 / 5).clamp(6, 16);
    let rows = rows.saturating_add_signed(room.more / 2);
    let under = body_rows(body, rows.clamp(6, body.height.saturating_sub(6).max(6)));
    // Rows that a country takes which is as wide as it is high.
    let size = |map: Rect| (map.width / 2).min(map.height);
    if size(beside.0) > size(under.0) {
        beside
    } else {
        under
    }
}

/// A map with what it leaves to the timeline.
fn dated(map: Pane) -> (Option<Pane>, Option<Rect>) {
    let Pane { outer, inner } = map;
    let fits = |&(cols, rows): &(u16, u16)| inner.width >= cols && inner.height >= rows;
    let rows: u16 = DATED
        .iter()
        .take_while(|least| fits(least))
        .map(|_| 1)
        .sum();
    if rows == 0 {
        return (Some(map), None);
    }
    let left = Rect {
        height: inner.height - rows,
        ..inner
    };
    (
        Some(Pane { outer, inner: left }),
        Some(below(inner, left.height)),
    )
}

const fn row(of: Rect, n: u16) -> Rect {
    Rect {
        y: of.y + n,
        height: 1,
        ..of
    }
}

const fn below(of: Rect, n: u16) -> Rect {
    Rect {
        y: of.y + n,
        height: of.height - n,
        ..of
    }
}

const fn body_columns(body: Rect, right: u16) -> (Rect, Rect) {
    let left = body.width - right + 1;
    (
        Rect {
            width: left,
            ..body
        },
        Rect {
            x: body.x + left - 1,
            width: right,
            ..body
        },
    )
}

const fn body_rows(body: Rect, lower: u16) -> (Rect, Rect) {
    let upper = body.height - lower + 1;
    (
        Rect {
            height: upper,
            ..body
        },
        Rect {
            y: body.y + upper - 1,
            height: lower,
            ..body
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(layout: &Layout) -> Vec<Rect> {
        let panes = [layout.map, layout.panel]
            .into_iter()
            .flatten()
            .map(|pane| pane.inner);
        let rows = [layout.banner, layout.timeline, layout.keybar];
        panes.chain(rows.into_iter().flatten()).collect()
    }

    #[test]
    fn parts_never_overlap_and_never_leave_the_screen() {
        for (cols, rows) in (1..=300).flat_map(|cols| (1..=100).map(move |rows| (cols, rows))) {
            for (focus, banner) in [
                (Focus::Map, false),
                (Focus::Panel, false),
                (Focus::Map, true),
                (Focus::Reader, false),
            ] {
                let more = i16::try_from(cols % 7).unwrap_or_default() * 20 - 60;
                let room = Room {
                    more,
                    whole: cols % 11 == 0,
                };
                let layout = Layout::new(cols, rows, focus, banner, room);
                let parts = parts(&layout);
                for (n, part) in parts.iter().enumerate() {
                    assert!(
                        part.right() <= cols && part.bottom() <= rows,
                        "{cols}×{rows}: {layout:?}"
                    );
                    assert!(!part.is_empty(), "{cols}×{rows}: {layout:?}");
                    assert!(
                        parts[n + 1..].iter().all(|other| !part.intersects(*other)),
                        "{cols}×{rows}: {layout:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_panel_stands_beside_under_or_instead_of_the_map() {
        let at = |cols, rows, focus| Layout::new(cols, rows, focus, false, Room::default());
        let wide = at(120, 36, Focus::Map);
        let (map, panel) = (wide.map.expect("a map"), wide.panel.expect("a panel"));
        assert_eq!(
            (map.inner, panel.inner),
            (Rect::new(1, 1, 79, 30), Rect::new(82, 1, 36, 32))
        );
        let narrow = at(80, 24, Focus::Map);
        let (map, panel) = (narrow.map.expect("a map"), narrow.panel.expect("a panel"));
        assert_eq!(map.outer.right(), panel.outer.x + 1);
        assert_eq!((map.inner.width, panel.inner.width), (45, 30));
        let tall = at(80, 48, Focus::Map);
        let (map, panel) = (tall.map.expect("a map"), tall.panel.expect("a panel"));
        assert_eq!(map.outer.bottom(), panel.outer.y + 1);
        assert!(at(59, 16, Focus::Map).panel.is_none() && at(59, 16, Focus::Panel).map.is_none());
        assert!(at(20, 5, Focus::Map).map.is_none());
        let reader = at(120, 36, Focus::Reader);
        let (map, panel) = (reader.map.expect("a map"), reader.panel.expect("a panel"));
        assert!(panel.inner.width > map.inner.width);
    }

    #[test]
    fn the_panel_is_as_wide_as_is_wanted() {
        let width = |more, whole| {
            let layout = Layout::new(120, 36, Focus::Map, false, Room { more, whole });
            let panel = layout.panel.expect("a panel").outer.width;
            (panel, layout.map.is_some())
        };
        assert_eq!(width(0, false), (40, true));
        assert_eq!(width(8, false), (48, true));
        assert_eq!(width(-90, false), (LEAST, true));
        assert_eq!(width(i16::MAX, false), (120 - LEAST, true));
        assert_eq!(width(0, true), (120, false));
    }
}
