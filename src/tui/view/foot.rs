//! The legend and the key bar.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line as Styled, Span},
};

use super::{
    super::{keymap::Command, layout::Layout, state::State},
    frame,
};
use crate::{
    atlas::{ActorId, Lens},
    caption::{Portion, Share, words::clean},
    session::World,
};

/// Columns between entries.
const GAP: usize = 2;

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    if let Some(pane) = layout.foot {
        let legend = legend(state, world, usize::from(pane.inner.width));
        frame::frame(state.theme.dim(), [joined(legend)], pane.outer, buf);
    }
    match (layout.keybar, &state.notice) {
        (Some(area), Some(notice)) => {
            let notice = Styled::styled(clean(notice), state.theme.strong());
            buf.set_line(area.x, area.y, &notice, area.width);
        }
        (Some(area), None) => keybar(state, area, buf),
        (None, _) => {}
    }
}

/// One entry of the legend.
#[derive(Clone)]
struct Entry {
    /// The actor that it is about, where that is one alone.
    actor: Option<ActorId>,
    spans: Vec<Span<'static>>,
}

impl Entry {
    fn width(&self) -> usize {
        self.spans.iter().map(Span::width).sum()
    }
}

/// The actor whose entry is at a cell of the screen.
pub fn actor_at(state: &State, world: &World, layout: &Layout, at: Position) -> Option<ActorId> {
    let pane = layout.foot.filter(|pane| pane.outer.y == at.y)?;
    let mut x = usize::from(pane.outer.x) + 2;
    for entry in legend(state, world, usize::from(pane.inner.width)) {
        if (x..x + entry.width()).contains(&usize::from(at.x)) {
            return entry.actor;
        }
        x += entry.width() + GAP;
    }
    None
}

/// The detail that there is room for in an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// With names.
    Full,
    /// With letters.
    Short,
    /// With letters, and of each actor only what it has most of.
    Tight,
}

/// An entry of the legend in each detail.
struct Item {
    full: Entry,
    short: Entry,
    tight: Entry,
    /// `true` if it can be left out.
    minor: bool,
}

impl Item {
    fn plain(span: Span<'static>) -> Self {
        let entry = Entry {
            actor: None,
            spans: vec![span],
        };
        Self {
            full: entry.clone(),
            short: entry.clone(),
            tight: entry,
            minor: false,
        }
    }

    const fn in_detail(&self, detail: Detail) -> &Entry {
        match detail {
            Detail::Full => &self.full,
            Detail::Short => &self.short,
            Detail::Tight => &self.tight,
        }
    }
}

/// Lists what the lens shows and its shares of the area, in as much detail as there is room for, and without what has
/// no share where there is little.
fn legend(state: &State, world: &World, room: usize) -> Vec<Entry> {
    let items = match state.session.lens {
        Lens::Actors => actors(state, world),
        lens => steps(state, world, lens),
    };
    let entries = |(detail, all): (Detail, bool)| -> Vec<Entry> {
        let kept = items.iter().filter(|item| all || !item.minor);
        kept.map(|item| item.in_detail(detail).clone()).collect()
    };
    let fits = |entries: &Vec<Entry>| {
        let width: usize = entries.iter().map(|entry| entry.width() + GAP).sum();
        width <= room
    };
    let mut choices = [
        (Detail::Full, true),
        (Detail::Full, false),
        (Detail::Short, true),
        (Detail::Tight, true),
    ]
    .into_iter()
    .map(entries);
    let chosen = choices.find(fits);
    cut(
        chosen.unwrap_or_else(|| entries((Detail::Tight, false))),
        room,
    )
}

fn actors(state: &State, world: &World) -> Vec<Item> {
    let legend = state.session.captions(world).legend();
    let shares = legend.shares.iter().map(|share| {
        let entry = |detail| Entry {
            actor: Some(share.actor),
            spans: entry(state, world, share, detail),
        };
        Item {
            full: entry(Detail::Full),
            short: entry(Detail::Short),
            tight: entry(Detail::Tight),
            minor: share.is_landless(),
        }
    });
    let rest = legend
        .rest()
        .into_iter()
        .filter_map(|(name, land)| rest_of(state, name, land));
    shares.chain(rest).collect()
}

/// The name of the lens, then its steps.
fn steps(state: &State, world: &World, lens: Lens) -> Vec<Item> {
    let (theme, of) = (state.theme, lens.ramp());
    let legend = state.session.captions(world).evidence(lens);
    let name = Span::styled(lens.plain(), frame::on_edge(theme.strong()));
    let steps = legend.steps.iter().enumerate().map(|(nth, share)| {
        let entry = |words: String| {
            let nth = if nth < of { nth } else { of / 2 };
            let swatch = frame::on_edge(theme.step_swatch(nth, of));
            let letter = Span::styled(format!(" {} ", share.step.letter), swatch);
            let words = Span::styled(format!(" {words}"), frame::on_edge(theme.text()));
            Entry {
                actor: None,
                spans: vec![letter, words],
            }
        };
        let words = share.words();
        Item {
            full: entry(format!("{} {words}", share.step.plain)),
            short: entry(words.clone()),
            tight: entry(words),
            minor: share.is_empty(),
        }
    });
    std::iter::once(Item::plain(name))
        .chain(steps)
        .chain(rest_of(state, legend.silence, legend.silent))
        .collect()
}

fn rest_of(state: &State, name: &str, land: Portion) -> Option<Item> {
    let text = format!("{name} {}", land.words());
    (!land.is_empty()).then(|| Item::plain(Span::styled(text, frame::on_edge(state.theme.dim()))))
}

/// The entries that there is room for, and a mark where that is not all; the last one, silence, always stays.
fn cut(mut entries: Vec<Entry>, room: usize) -> Vec<Entry> {
    let width =
        |entries: &[Entry]| -> usize { entries.iter().map(|entry| entry.width() + GAP).sum() };
    if width(&entries) <= room + GAP {
        return entries;
    }
    let Some(last) = entries.pop() else {
        return entries;
    };
    let more = Entry {
        actor: None,
        spans: vec![Span::raw("…")],
    };
    let kept = width(&[more.clone(), last.clone()]);
    while !entries.is_empty() && width(&entries) + kept > room {
        entries.pop();
    }
    entries.extend([more, last]);
    entries
}

/// The entries side by side.
fn joined(entries: Vec<Entry>) -> Styled<'static> {
    let mut line = Styled::from(" ");
    for (n, entry) in entries.into_iter().enumerate() {
        line.push_span(" ".repeat(if n == 0 { 0 } else { GAP }));
        line.spans.extend(entry.spans);
    }
    line.push_span(" ");
    line
}

fn entry(state: &State, world: &World, share: &Share, detail: Detail) -> Vec<Span<'static>> {
    let (theme, actor) = (state.theme, &world.atlas[share.actor]);
    let name = if detail == Detail::Full {
        clean(&format!(" {}", actor.short))
    } else {
        String::new()
    };
    let (swatch, text) = if state.session.filter.is_empty()
        || world.atlas.is_among(share.actor, &state.session.filter)
    {
        (theme.swatch(actor.hue), theme.text())
    } else {
        (theme.dim(), theme.dim())
    };
    let (swatch, text) = (frame::on_edge(swatch), frame::on_edge(text));
    let words = match detail {
        Detail::Full => share.words(),
        Detail::Short => share.short_words(),
        Detail::Tight => share.tight_words(),
    };
    vec![
        Span::styled("■ ", swatch),
        Span::styled(format!("{}{name}", actor.letter), text),
        Span::styled(format!(" {words}"), text),
    ]
}

/// Draws as many of the mode's keys as there is room for, those that are kept in any case.
fn keybar(state: &State, area: Rect, buf: &mut Buffer) {
    let commands: Vec<(&Command, Styled)> = state
        .keymap
        .in_bar(state.mode().name())
        .filter_map(|command| Some((command, label(state, command)?)))
        .collect();
    let width = |wanted: bool| -> usize {
        commands
            .iter()
            .filter(|(command, _)| command.kept == wanted)
            .map(|(_, label)| label.width() + GAP)
            .sum()
    };
    let mut room = (usize::from(area.width) + GAP).saturating_sub(width(true));
    let mut x = area.x;
    for (command, label) in &commands {
        let needed = label.width() + GAP;
        if !command.kept {
            if needed > room {
                room = 0;
                continue;
            }
            room -= needed;
        }
        let left = area.right().saturating_sub(x);
        x = buf.set_line(x, area.y, label, left).0.saturating_add(2);
    }
}

fn label(state: &State, command: &Command) -> Option<Styled<'static>> {
    let word = command.bar.clone().unwrap_or_default();
    let keys = Span::styled(
        command.short_keys(state.mode().name())?,
        state.theme.strong(),
    );
    Some(Styled::from(vec![
        keys,
        Span::styled(format!(" {word}"), state.theme.dim()),
    ]))
}
