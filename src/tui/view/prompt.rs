//! A line that is typed, and what it leads to.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line as Styled, Span},
    widgets::{Clear, Widget},
};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{
    super::{
        input::Input,
        mode::{Asked, Mode, Prompt},
        pages,
        state::State,
        typing,
    },
    frame,
};
use crate::{
    caption::{Line, Role, words::clean, wrap},
    edit::{Kind, Thing},
    names::Hit,
    session::{Question, World},
};

/// The cursor stands between characters, so that it goes along where the terminal reorders them.
const CURSOR: &str = "▏";
const ASCII_CURSOR: &str = "|";

/// Columns for the names of commands.
const NAME: usize = 13;

const READING: &str = "reading it …; esc leaves it";

/// The way to another letter and colour for a new actor.
const CHOOSES: &str = "; “, Q, pink” behind the name chooses others";

const NOTHING: &str = "nothing of that name";

/// Columns from which on a part of what is said aside is worth showing.
const MEANINGFUL: usize = 12;

/// Something found: what it is called, and what there is to say of it.
struct Row {
    name: String,
    aside: String,
    right: String,
    /// `true` if what is said aside is never cut.
    whole: bool,
}

pub fn search(state: &State, world: &World, prompt: &Prompt, buf: &mut Buffer) {
    let rows: Vec<Row> = typing::hits(prompt, world)
        .into_iter()
        .map(|hit| row(world, hit))
        .collect();
    let title = "Find a place or an actor";
    draw(state, world, (title, "/"), prompt, &rows, NOTHING, buf);
}

pub fn palette(state: &State, world: &World, prompt: &Prompt, buf: &mut Buffer) {
    let rows: Vec<Row> = typing::commands(state, prompt)
        .into_iter()
        .map(|entry| Row {
            name: format!("{:<NAME$}", entry.name),
            aside: entry.help.to_owned(),
            right: entry.keys,
            whole: true,
        })
        .collect();
    draw(state, world, ("Commands", ":"), prompt, &rows, NOTHING, buf);
}

/// A question of whoever writes, and what the answer may mean.
pub fn question(state: &State, world: &World, asked: &Asked, buf: &mut Buffer) {
    let (title, hint) = match asked.question {
        Question::Article => (
            "Add an article",
            "The file of an article: a text or a web page, from the folder the program was started in",
        ),
        Question::Subject => (
            "What is it about?",
            "Nothing of that name. A new site is NAME @ LATITUDE, LONGITUDE, or a name and a click on the map; esc, then A draws a place",
        ),
        Question::Actor => (
            "Who is it?",
            "The name of whoever it is; a new one is given a letter and a colour",
        ),
        Question::Name => (
            "What is it called?",
            "The name of the place; an id is made of it",
        ),
        Question::Time => (
            "When was it?",
            "A year, a month or a day, such as 2026-01-12; nothing for the date of the source",
        ),
    };
    let rows = typing::answers(state, asked);
    let rows = rows.into_iter().map(|thing| answer(state, thing));
    let mut rows: Vec<Row> = rows.collect();
    if asked.refusal.is_some() {
        rows.clear();
    }
    let hint = if asked.reading { READING } else { hint };
    let words = asked.refusal.as_deref().unwrap_or(hint);
    draw(state, world, (title, "→"), &asked.prompt, &rows, words, buf);
}

/// A thing that an answer may mean: whether the claim names it already, and how it would be written.
fn answer(state: &State, thing: Thing) -> Row {
    let claim = state.desk.as_ref().map(|desk| &desk.writing.claim);
    let is_named = claim.is_some_and(|claim| {
        let mut named = claim.about.iter().chain(&claim.actor);
        named.any(|other| other.id == thing.id)
    });
    let chosen = if is_named { "chosen, " } else { "" };
    let is_new_actor = thing.kind == Kind::Actor && thing.new.is_some();
    let others = if is_new_actor { CHOOSES } else { "" };
    Row {
        aside: thing.aside() + others,
        right: format!("{chosen}{}", thing.noun()),
        name: thing.name,
        whole: is_new_actor,
    }
}

fn row(world: &World, hit: Hit) -> Row {
    let kind = hit.target.kind(&world.atlas, &world.map);
    // The name with its kind stands there already.
    let in_full = format!("{} {kind}", hit.name);
    let spelling = hit.spelling.filter(|spelling| *spelling != in_full);
    Row {
        name: hit.name.to_owned(),
        aside: spelling.unwrap_or_default().to_owned(),
        right: kind.to_owned(),
        whole: false,
    }
}

fn draw(
    state: &State,
    world: &World,
    (title, sign): (&str, &str),
    prompt: &Prompt,
    rows: &[Row],
    nothing: &str,
    buf: &mut Buffer,
) {
    let Some(pane) = pages::prompt(state, world) else {
        return;
    };
    if matches!(state.mode(), Mode::Palette(_)) && pane.has_frame() {
        frame::pop_up(state, title, pane.outer, buf);
    } else if pane.has_frame() {
        frame::anew(state, title, pane.outer, buf);
    } else {
        Clear.render(pane.inner, buf);
    }
    let Rect { x, width, .. } = pane.inner;
    let mut lines = pane.inner.top()..pane.inner.bottom();
    if let Some(y) = lines.next() {
        buf.set_line(x, y, &typed(state, sign, &prompt.input, width), width);
    }
    if rows.is_empty() {
        let words = wrap(&[Line::new(Role::Plain, nothing)], usize::from(width));
        for (words, y) in words.iter().zip(lines.by_ref()) {
            let words = Styled::styled(words.text(), state.theme.dim());
            buf.set_line(x, y, &words, width);
        }
    }
    let entries: Vec<Vec<String>> = rows.iter().map(|row| rest(row, width)).collect();
    let first = first(&entries, prompt.chosen, lines.len());
    for (n, (row, rest)) in rows.iter().zip(&entries).enumerate().skip(first) {
        let Some(y) = lines.next() else { return };
        let line = Rect::new(x, y, width, 1);
        entry(state, row, n == prompt.chosen, rest.is_empty(), line, buf);
        for (rest, y) in rest.iter().zip(&mut lines) {
            let rest = Styled::styled(rest.as_str(), state.theme.dim());
            buf.set_line(x + INDENT, y, &rest, width.saturating_sub(INDENT));
        }
    }
}

/// Columns before the lines under a name.
const INDENT: u16 = 4;

/// Wraps what is said aside in lines of its own, where it has no room beside the name.
fn rest(row: &Row, width: u16) -> Vec<String> {
    let beside = 2 + row.name.width() + 2 + row.aside.width() + 2 + row.right.width();
    if row.aside.is_empty() || beside <= usize::from(width) || !row.whole {
        return Vec::new();
    }
    let aside = [Line::new(Role::Quiet, &clean(&row.aside))];
    let lines = wrap(&aside, usize::from(width.saturating_sub(INDENT)));
    lines.iter().map(Line::text).collect()
}

/// The first entry that is seen, so that the chosen one is seen whole.
fn first(entries: &[Vec<String>], chosen: usize, room: usize) -> usize {
    let (mut first, mut used) = (chosen, 0);
    for (n, rest) in entries.iter().enumerate().take(chosen + 1).rev() {
        used += 1 + rest.len();
        if used > room {
            break;
        }
        first = n;
    }
    first
}

/// The line that is typed; of what is too long, the end before the cursor.
pub fn typed(state: &State, sign: &str, input: &Input, width: u16) -> Styled<'static> {
    let cursor = if state.marker.is_ascii() {
        ASCII_CURSOR
    } else {
        CURSOR
    };
    let (before, after) = input.parts();
    let room = usize::from(width).saturating_sub(sign.width() + 1 + cursor.width());
    let (mut used, mut start) = (0, before.len());
    for (at, cluster) in before.grapheme_indices(true).rev() {
        used += cluster.width();
        if used > room {
            break;
        }
        start = at;
    }
    Styled::from(vec![
        Span::styled(format!("{sign} "), state.theme.dim()),
        Span::styled(
            clean(&format!("{}{cursor}{after}", &before[start..])),
            state.theme.strong(),
        ),
    ])
}

/// Its name, what else is said of it as far as there is room, and the rest to the right.
fn entry(state: &State, row: &Row, chosen: bool, beside: bool, area: Rect, buf: &mut Buffer) {
    let theme = state.theme;
    let (sign, style) = if chosen {
        ("▸ ", theme.strong())
    } else {
        ("  ", theme.text())
    };
    let right = Span::styled(clean(&row.right), theme.dim());
    let kept = right.width().saturating_add(2);
    let room = usize::from(area.width).saturating_sub(kept);
    let mut left = Styled::from(vec![Span::raw(sign), Span::styled(clean(&row.name), style)]);
    let aside = Span::styled(format!("  {}", clean(&row.aside)), theme.dim());
    if beside && !row.aside.is_empty() && left.width() + aside.width().min(MEANINGFUL) <= room {
        left.push_span(aside);
    }
    let fits = left.spans[..2].iter().map(Span::width).sum::<usize>() <= room;
    let cut = if fits { room } else { usize::from(area.width) };
    buf.set_line(
        area.x,
        area.y,
        &left,
        u16::try_from(cut).unwrap_or(area.width),
    );
    if fits {
        let x = area.right() - u16::try_from(right.width()).unwrap_or(0);
        buf.set_span(x, area.y, &right, area.width);
    }
}
