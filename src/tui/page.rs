//! The words of the panel and of the help, wrapped for where they stand: drawing and scrolling go by the same lines.

use std::sync::Arc;

use ratatui::layout::Rect;

use super::{
    layout::Pane,
    reading::{self, Cited, Reader},
    state::{Mode, ModeName, State, World},
    trouble::Trouble,
};
use crate::{
    atlas::{ActorId, ClaimId, Date, Place, Switchboard},
    caption::{Caption, Line, Role, prose::mark, wrap},
    scene::{self, Cache},
};

/// Lines that may be more than there is room for.
#[derive(Clone, Debug)]
pub struct Page {
    pub title: String,
    pub lines: Vec<Line>,
    /// Rows there are for them.
    pub height: usize,
}

/// Columns for the keys on the help screen.
const KEYS: usize = 17;
/// Columns that problems are wide where they can be.
const PROBLEMS_WIDTH: u16 = 100;
/// Rows around a citation that is to be copied by hand: its title, a rule, and the key bar with its frame.
pub const HAND_EDGES: u16 = 5;
/// Columns that the help is wide where it can be.
const HELP_WIDTH: u16 = 72;
/// Rows that the palette takes where it can.
const PALETTE_HEIGHT: u16 = 20;

impl Page {
    /// Rows that lines are seen in: one is kept to say that there are more.
    pub const fn rows(&self) -> usize {
        if self.lines.len() > self.height {
            self.height.saturating_sub(1)
        } else {
            self.height
        }
    }

    /// The furthest that it can be scrolled, and how far one page is.
    pub fn scrolls(&self) -> (usize, usize) {
        (
            self.lines.len().saturating_sub(self.rows()),
            self.rows().saturating_sub(1).max(1),
        )
    }

    /// Where to scroll to so that what is highlighted is seen, with some lines `above` it; nowhere where it is seen.
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
        first.saturating_sub(above).min(self.scrolls().0)
    }
}

/// What the panel is about: the selection, the one actor that is filtered by, or else the map.
fn caption(state: &State, world: &World) -> Caption {
    let captions = state.captions(world);
    match (state.selected, state.filter.as_slice(), &state.marked) {
        (Some(place), _, Some(marked)) => captions.place_since(place, marked),
        (Some(place), _, None) => captions.place(place),
        (None, _, Some(marked)) => captions.changes(marked),
        (None, [actor], None) => captions.actor(*actor),
        (None, _, None) => captions.map(),
    }
}

/// The claim of the panel that the keys are about.
pub fn current(state: &State, world: &World) -> Option<ClaimId> {
    let claims = claims(state, world);
    claims.get(state.current).or(claims.last()).copied()
}

/// The claims that the panel shows, from its top.
pub fn claims(state: &State, world: &World) -> Vec<ClaimId> {
    mark(&mut caption(state, world).lines(&world.atlas), None)
}

/// The page of the panel as it was last.
pub type PanelCache = Cache<About, Page>;

/// All that the panel's page depends on, in one world.
#[derive(Debug, PartialEq)]
pub struct About {
    selected: Option<Place>,
    filter: Vec<ActorId>,
    date: Date,
    marked: Option<Date>,
    switchboard: Switchboard,
    /// Which of its claims the keys are about, where they are about one.
    current: Option<usize>,
    pane: Option<Pane>,
    /// That the file as it was last saved is not what is shown.
    outdated: Option<String>,
}

/// What the panel says.
pub fn panel(state: &State, world: &World) -> Arc<Page> {
    let about = About {
        selected: state.selected,
        filter: state.filter.clone(),
        date: state.snapshot.date,
        marked: state.marked.as_ref().map(|marked| marked.date),
        switchboard: state.snapshot.switchboard.clone(),
        current: (*state.base() == Mode::Inspect).then_some(state.current),
        pane: state.layout(world).panel,
        outdated: world.trouble.as_ref().and_then(Trouble::stale),
    };
    let (current, pane, outdated) = (about.current, about.pane, about.outdated.clone());
    world.panel.get(about, || {
        let caption = caption(state, world);
        let mut lines = caption.lines(&world.atlas);
        if let Some(current) = current {
            let last = mark(&mut lines, None).len().saturating_sub(1);
            mark(&mut lines, Some(current.min(last)));
        }
        let Some(pane) = pane else {
            return Page {
                title: caption.title,
                lines: Vec::new(),
                height: 0,
            };
        };
        if !pane.has_frame() {
            lines.insert(0, Line::new(Role::Title, &caption.title));
            lines.splice(0..0, outdated.map(|text| Line::new(Role::Alarm, &text)));
        }
        Page {
            title: caption.title,
            lines: wrap(&lines, usize::from(pane.inner.width)),
            height: usize::from(pane.inner.height),
        }
    })
}

/// The source that is read, and what the passage at hand bears on.
pub fn opened(state: &State, world: &World, reader: Reader) -> (Page, Vec<Line>) {
    let reading = state.captions(world).reading(reader.source, reader.stop);
    let (width, height, framed) = match state.layout(world).panel {
        Some(pane) => (pane.inner.width, pane.inner.height, pane.has_frame()),
        None => (0, 0, false),
    };
    let mut text = reading.text;
    if !framed {
        text.insert(0, Line::new(Role::Title, &reading.title));
    }
    let mut foot = wrap(&reading.foot, usize::from(width));
    let room = usize::from(height) / 3;
    if foot.len() > room {
        foot.truncate(room.saturating_sub(1));
        foot.extend((room > 1).then(|| Line::new(Role::Quiet, "…")));
    }
    // A line parts the two.
    let taken = if foot.is_empty() { 0 } else { foot.len() + 1 };
    let page = Page {
        title: reading.title,
        lines: wrap(&text, usize::from(width)),
        height: usize::from(height) - taken,
    };
    (page, foot)
}

/// The source that is read.
pub fn reader(state: &State, world: &World, reader: Reader) -> Page {
    opened(state, world, reader).0
}

/// A citation from edge to edge, so that nothing else is copied with it.
pub fn by_hand(state: &State, world: &World, cited: Cited) -> Page {
    let text = reading::citation(state, world, cited);
    let lines: Vec<Line> = text
        .lines()
        .map(|line| Line::new(Role::Plain, line))
        .collect();
    Page {
        title: format!("To be copied by hand: {}", cited.format.name()),
        lines: wrap(&lines, usize::from(state.size.cols)),
        height: usize::from(state.size.rows.saturating_sub(HAND_EDGES)),
    }
}

/// Every key with what it does, and how the map is read.
pub fn help(state: &State, world: &World) -> Page {
    let mut lines = vec![Line::new(Role::Heading, "Keys")];
    lines.extend(world.keymap.commands.iter().map(|command| {
        let everywhere =
            command.modes.len() == ModeName::ALL.len() || command.modes.contains(&ModeName::Browse);
        let modes: Vec<&str> = command.modes.iter().map(|mode| mode.name()).collect();
        let when = if everywhere {
            String::new()
        } else {
            format!(" ({})", modes.join(", "))
        };
        entry(
            Role::State,
            &command.keys(),
            &format!("{}{when}", command.help),
        )
    }));
    lines.extend([Line::default(), Line::new(Role::Heading, "The map")]);
    lines.extend(reading(state).map(|(sign, meaning)| entry(Role::State, &sign, meaning)));
    if let Some(why) = &world.blind {
        lines.extend([Line::default(), Line::new(Role::Heading, "The file")]);
        let text = format!("it can't be watched, so open it again to see what was saved: {why}");
        lines.push(entry(Role::State, "not followed", &text));
    }
    let (cols, rows) = help_size(state);
    let lines = wrap(&lines, usize::from(cols.saturating_sub(4)));
    Page {
        title: "Help".to_owned(),
        lines,
        height: usize::from(rows.saturating_sub(2)),
    }
}

/// Where a prompt and what it leads to stand: places in the panel's place or over the map's lower half, so that they are
/// seen on the map; commands over the middle.
pub fn prompt(state: &State, world: &World) -> Option<Pane> {
    let layout = state.layout(world);
    if let (Mode::Palette(_), Some(foot)) = (&state.mode, layout.foot) {
        let width = help_size(state).0;
        let height = foot.outer.y.min(PALETTE_HEIGHT);
        return Some(Pane::padded(Rect {
            x: (state.size.cols - width) / 2,
            y: (foot.outer.y - height) / 2,
            width,
            height,
        }));
    }
    layout.panel.or_else(|| {
        let map = layout.map?.outer;
        let height = map.height.div_ceil(2);
        Some(Pane::padded(Rect {
            y: map.bottom() - height,
            height,
            ..map
        }))
    })
}

/// Rows there are for what a prompt leads to.
pub fn found(state: &State, world: &World) -> usize {
    prompt(state, world).map_or(0, |pane| usize::from(pane.inner.height).saturating_sub(1))
}

/// What is wrong with the file.
pub fn problems(state: &State, world: &World) -> Page {
    let (cols, rows) = problems_size(state);
    let width = usize::from(cols.saturating_sub(4));
    let lines = world.trouble.as_ref().map_or_else(
        || vec![Line::new(Role::Plain, "There are none.")],
        |trouble| trouble.lines(width),
    );
    Page {
        title: "Problems".to_owned(),
        lines: wrap(&lines, width),
        height: usize::from(rows.saturating_sub(2)),
    }
}

/// How many columns and rows the problems take with their frame.
pub fn problems_size(state: &State) -> (u16, u16) {
    (state.size.cols.min(PROBLEMS_WIDTH + 4), state.size.rows)
}

/// How many columns and rows the help takes with its frame.
pub fn help_size(state: &State) -> (u16, u16) {
    (state.size.cols.min(HELP_WIDTH + 4), state.size.rows)
}

fn entry(role: Role, left: &str, right: &str) -> Line {
    // Longer keys have their space too.
    let left = format!("{left} ");
    Line::new(role, &format!("{left:<KEYS$}"))
        .and(Role::Plain, right)
        .set_in(0, KEYS)
}

/// The signs of the map.
fn reading(state: &State) -> impl Iterator<Item = (String, &'static str)> {
    use crate::atlas::{Says, SiteKind, state::Status};
    let ascii = state.marker.is_ascii();
    let operated = Status {
        agreed: vec![(Says::Operates, ActorId(0))],
        disputed: Vec::new(),
    };
    let areas = [
        ("one colour", "one actor is said to hold it"),
        (
            "paler",
            "that is the editor’s reading, or nobody has confirmed it for long",
        ),
        ("stripes, thin ground", "occupied by that actor"),
        (
            "stripes, ground",
            "that actor is said to hold parts of it; which parts is not said",
        ),
        ("stripes, two", "contested, or sources differ"),
        ("dots around", "silent: no source here says who holds it"),
    ];
    let areas = areas
        .into_iter()
        .map(|(sign, meaning)| (sign.to_owned(), meaning));
    let sites = SiteKind::ALL.iter().map(move |&kind| {
        let signs =
            [&operated, &Status::default()].map(|status| scene::symbol_of(kind, status, ascii));
        (format!("{} {}", signs[0], signs[1]), kind)
    });
    areas
        .chain(sites.map(|(signs, kind)| (signs, kind.plain())))
        .chain([(
            "filled, hollow".to_owned(),
            "operated, or forces are there; being left, left, or nothing certain is said",
        )])
}
