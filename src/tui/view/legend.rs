//! The legend: what each colour stands for, and how much of the map it has.

use std::collections::BTreeSet;

use ratatui::{
    layout::Position,
    text::{Line as Styled, Span},
};

use super::{
    super::{layout::Layout, state::State},
    frame,
};
use crate::{
    atlas::{ActorId, Lens},
    caption::{
        Portion, Share,
        words::{clean, draws_numbers},
    },
    scene::symbol_of,
    session::World,
};

/// Columns between entries.
const GAP: usize = 2;

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
    for entry in entries(state, world, usize::from(pane.inner.width)) {
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
    /// The same in the fewest words.
    Least,
}

/// An entry of the legend in each detail.
struct Item {
    full: Entry,
    short: Entry,
    tight: Entry,
    least: Entry,
    /// `true` if nothing is lost without it.
    is_empty: bool,
    /// `true` if it is left out before others are.
    is_minor: bool,
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
            tight: entry.clone(),
            least: entry,
            is_empty: false,
            is_minor: false,
        }
    }

    const fn in_detail(&self, detail: Detail) -> &Entry {
        match detail {
            Detail::Full => &self.full,
            Detail::Short => &self.short,
            Detail::Tight => &self.tight,
            Detail::Least => &self.least,
        }
    }
}

/// Lists what the lens shows and its shares of the area, in as much detail as there is room for, and without what has
/// no share where there is little.
fn entries(state: &State, world: &World, room: usize) -> Vec<Entry> {
    let items = match state.session.lens {
        Lens::Actors => actors(state, world),
        lens => steps(state, world, lens),
    };
    let shown = |detail, kept: &dyn Fn(&&Item) -> bool| -> Vec<Entry> {
        let kept = items.iter().filter(kept);
        kept.map(|item| item.in_detail(detail).clone()).collect()
    };
    let fits = |entries: &Vec<Entry>| {
        let width: usize = entries.iter().map(|entry| entry.width() + GAP).sum();
        width <= room
    };
    let all = |detail| shown(detail, &|_| true);
    let whole = [
        all(Detail::Full),
        shown(Detail::Full, &|item| !item.is_empty),
    ];
    let details = [Detail::Short, Detail::Tight, Detail::Least].map(all);
    let mut choices = whole.into_iter().chain(details);
    choices.find(fits).unwrap_or_else(|| {
        let is_kept = |item: &&Item| !item.is_empty && !item.is_minor;
        let kept = shown(Detail::Least, &is_kept);
        let left_out = items.len() - kept.len();
        cut(kept, left_out, room)
    })
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
            least: entry(Detail::Least),
            is_empty: false,
            is_minor: share.is_landless(),
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
            tight: entry(words.clone()),
            least: entry(words),
            is_empty: share.is_empty(),
            is_minor: false,
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

/// The entries that there is room for, and how many more there are, beside those that are left out already; the last
/// one, silence, always stays.
fn cut(mut entries: Vec<Entry>, left_out: usize, room: usize) -> Vec<Entry> {
    let width =
        |entries: &[Entry]| -> usize { entries.iter().map(|entry| entry.width() + GAP).sum() };
    if left_out == 0 && width(&entries) <= room + GAP {
        return entries;
    }
    let Some(last) = entries.pop() else {
        return entries;
    };
    let more = |count: usize| Entry {
        actor: None,
        spans: vec![Span::raw(format!("+{count}"))],
    };
    let all = entries.len();
    let kept = width(&[more(all + left_out), last.clone()]);
    while !entries.is_empty() && width(&entries) + kept > room {
        entries.pop();
    }
    let left_out = left_out + all - entries.len();
    entries.extend([more(left_out), last]);
    entries
}

/// The entries that a pane of so many columns has room for, side by side.
pub fn line(state: &State, world: &World, room: usize) -> Styled<'static> {
    let mut line = Styled::from(" ");
    for (n, entry) in entries(state, world, room).into_iter().enumerate() {
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
    let is_among =
        state.session.filter.is_empty() || world.atlas.is_among(share.actor, &state.session.filter);
    let symbols = symbols(state, world, share);
    let swatch = match (is_among, &symbols) {
        (false, _) => theme.dim(),
        (true, None) => theme.swatch(actor.hue),
        (true, Some(_)) => theme.site_swatch(actor.hue),
    };
    let sign = symbols.unwrap_or_else(|| "■".to_owned());
    let text = frame::on_edge(if is_among { theme.text() } else { theme.dim() });
    let words = match detail {
        Detail::Full => share.words(),
        Detail::Short => share.short_words(),
        Detail::Tight => share.tight_words(),
        Detail::Least => share.least_words(),
    };
    let named = if draws_numbers(&name) {
        format!(" {} {words}{name}", actor.letter)
    } else {
        format!(" {}{name} {words}", actor.letter)
    };
    vec![
        Span::styled(sign, frame::on_edge(swatch)),
        Span::styled(named, text),
    ]
}

/// The symbols of an actor's sites, each once, where it has no land.
fn symbols(state: &State, world: &World, share: &Share) -> Option<String> {
    let (atlas, snapshot) = (&world.atlas, &state.session.snapshot);
    let sites = atlas
        .site_ids()
        .map(|id| (atlas[id].kind, &snapshot[id].status));
    let symbols = sites
        .filter(|(_, status)| status.has(share.actor))
        .map(|(kind, status)| symbol_of(kind, status, state.marker.is_ascii()));
    let symbols: BTreeSet<char> = symbols.collect();
    (share.is_landless() && !symbols.is_empty()).then(|| symbols.into_iter().collect())
}
