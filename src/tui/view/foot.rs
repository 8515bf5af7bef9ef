//! The legend and the key bar.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line as Styled, Span},
    widgets::Widget,
};

use super::{
    super::{
        keymap::Command,
        layout::Layout,
        state::{State, World},
    },
    frame,
};
use crate::{
    atlas::Lens,
    caption::{
        Share,
        words::{clean, percent},
    },
};

/// Columns between entries.
const GAP: usize = 2;

pub fn draw(state: &State, world: &World, layout: &Layout, buf: &mut Buffer) {
    if let Some(pane) = layout.foot {
        let block = frame::frame(state.theme.dim());
        let legend = legend(state, world, usize::from(pane.inner.width));
        block.title_top(legend).render(pane.outer, buf);
    }
    if let Some(area) = layout.keybar {
        keybar(state, world, area, buf);
    }
}

/// An entry of the legend, and what it is worth where there is little room.
struct Item {
    full: Vec<Span<'static>>,
    short: Vec<Span<'static>>,
    /// Whether it can be left out.
    minor: bool,
}

/// What the lens shows and its shares of the area: with names, with letters, or with letters and without what has no
/// share, as there is room.
fn legend(state: &State, world: &World, room: usize) -> Styled<'static> {
    let items = match state.lens {
        Lens::Actors => actors(state, world),
        lens => steps(state, world, lens),
    };
    let entries = |full: bool, all: bool| -> Vec<Vec<Span<'static>>> {
        let kept = items.iter().filter(|item| all || !item.minor);
        kept.map(|item| {
            if full {
                item.full.clone()
            } else {
                item.short.clone()
            }
        })
        .collect()
    };
    let fits = |entries: &Vec<Vec<Span>>| {
        entries.iter().flatten().map(Span::width).sum::<usize>() + entries.len() * GAP <= room
    };
    let choices = [(true, true), (true, false), (false, true)];
    let mut choices = choices.map(|(full, all)| entries(full, all)).into_iter();
    joined(
        choices.find(fits).unwrap_or_else(|| entries(false, false)),
        room,
    )
}

fn actors(state: &State, world: &World) -> Vec<Item> {
    let legend = state.captions(world).legend();
    let shares = legend.shares.iter().map(|share| Item {
        full: entry(state, world, share, true),
        short: entry(state, world, share, false),
        minor: share.whole + share.parts <= 0.0,
    });
    let rest = [
        ("contested", legend.contested),
        ("disputed", legend.disputed),
        ("silent", legend.silent),
    ];
    shares
        .chain(
            rest.into_iter()
                .filter_map(|(name, share)| rest_of(state, name, share)),
        )
        .collect()
}

/// The name of the lens, then its steps.
fn steps(state: &State, world: &World, lens: Lens) -> Vec<Item> {
    let (theme, of) = (state.theme, lens.steps().len());
    let legend = state.captions(world).evidence(lens);
    let name = Span::styled(lens.plain(), frame::on_edge(theme.strong()));
    let name = Item {
        full: vec![name.clone()],
        short: vec![name],
        minor: false,
    };
    let steps = legend.steps.iter().enumerate().map(|(nth, share)| {
        let entry = |words: String| {
            let swatch = frame::on_edge(theme.step_swatch(nth, of));
            vec![
                Span::styled(format!(" {} ", share.step.letter), swatch),
                Span::styled(format!(" {words}"), frame::on_edge(theme.text())),
            ]
        };
        let words = share.words();
        Item {
            full: entry(format!("{} {words}", share.step.plain)),
            short: entry(words),
            minor: share.is_empty(),
        }
    });
    std::iter::once(name)
        .chain(steps)
        .chain(rest_of(state, "silent", legend.silent))
        .collect()
}

fn rest_of(state: &State, name: &str, share: f64) -> Option<Item> {
    let span = Span::styled(
        format!("{name} {}", percent(share)),
        frame::on_edge(state.theme.dim()),
    );
    (share > 0.0).then(|| Item {
        full: vec![span.clone()],
        short: vec![span],
        minor: false,
    })
}

/// The entries side by side, and a mark where there is no room for all.
fn joined(entries: Vec<Vec<Span<'static>>>, room: usize) -> Styled<'static> {
    let mut line = Styled::from(" ");
    let count = entries.len();
    for (n, entry) in entries.into_iter().enumerate() {
        let gap = if n == 0 { 0 } else { GAP };
        let end = if n + 1 == count { 1 } else { 2 };
        if line.width() + gap + entry.iter().map(Span::width).sum::<usize>() + end > room {
            line.push_span("… ");
            return line;
        }
        line.push_span(" ".repeat(gap));
        line.spans.extend(entry);
    }
    line.push_span(" ");
    line
}

fn entry(state: &State, world: &World, share: &Share, names: bool) -> Vec<Span<'static>> {
    let (theme, actor) = (state.theme, &world.atlas[share.actor]);
    let name = if names {
        clean(&format!(" {}", actor.short))
    } else {
        String::new()
    };
    let (swatch, text) = if state.filter.is_empty() || state.filter.contains(&share.actor) {
        (theme.swatch(actor.hue), theme.text())
    } else {
        (theme.dim(), theme.dim())
    };
    let (swatch, text) = (frame::on_edge(swatch), frame::on_edge(text));
    vec![
        Span::styled("■ ", swatch),
        Span::styled(format!("{}{name}", actor.letter), text),
        Span::styled(format!(" {}", share.words()), text),
    ]
}

/// As many of the mode's keys as there is room for, those that are kept in any case.
fn keybar(state: &State, world: &World, area: Rect, buf: &mut Buffer) {
    let commands: Vec<(&Command, Styled)> = world
        .keymap
        .in_bar(state.mode.name())
        .map(|command| (command, label(state, command)))
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

fn label(state: &State, command: &Command) -> Styled<'static> {
    let word = command.bar.clone().unwrap_or_default();
    let keys = Span::styled(command.short_keys(), state.theme.strong());
    Styled::from(vec![
        keys,
        Span::styled(format!(" {word}"), state.theme.dim()),
    ])
}
