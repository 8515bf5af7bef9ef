//! Going up and down in whatever the keys are about.

use super::{
    action::Scroll,
    list, page, palette,
    reading::Reader,
    search,
    state::{Mode, State, World},
    update::select,
};

/// Goes through the mode's rows or lines.
pub fn go(state: &mut State, world: &World, scroll: Scroll) {
    match &state.mode {
        &Mode::List { top } => {
            if scroll != Scroll::Stay
                && let Some(place) = list::go(state, world, scroll)
            {
                select(state, world, Some(place));
            } else {
                let top = list::top(state, world, top);
                state.mode = Mode::List { top };
            }
        }
        &Mode::Filter { cursor } => {
            let last = world.atlas.actors.len().saturating_sub(1);
            state.mode = Mode::Filter {
                cursor: step(scroll, cursor, last, last),
            };
        }
        &Mode::Help { scroll: at } => {
            let (last, page) = page::help(state, world).scrolls();
            state.mode = Mode::Help {
                scroll: step(scroll, at, last, page),
            };
        }
        &Mode::Problems { scroll: at } => {
            let (last, page) = page::problems(state, world).scrolls();
            state.mode = Mode::Problems {
                scroll: step(scroll, at, last, page),
            };
        }
        &Mode::Choose(choice) => {
            let last = choice.len(state, world).saturating_sub(1);
            state.mode = Mode::Choose(choice.at(step(scroll, choice.cursor(), last, last)));
        }
        &Mode::Reader(reader) => {
            let (last, page) = page::reader(state, world, reader).scrolls();
            let scroll = step(scroll, reader.scroll, last, page);
            state.mode = Mode::Reader(Reader { scroll, ..reader });
        }
        &Mode::ByHand { cited, scroll: at } => {
            let (last, page) = page::by_hand(state, world, cited).scrolls();
            let scroll = step(scroll, at, last, page);
            state.mode = Mode::ByHand { cited, scroll };
        }
        Mode::Search { prompt, .. } => {
            let count = search::hits(prompt, world).len();
            choose(state, world, scroll, count);
            search::preview(state, world);
        }
        Mode::Palette(prompt) => {
            let count = palette::deeds(state, world, prompt).len();
            choose(state, world, scroll, count);
        }
        Mode::Browse | Mode::Inspect | Mode::Date { .. } => {
            let (last, page) = page::panel(state, world).scrolls();
            state.scroll = step(scroll, state.scroll, last, page);
        }
    }
}

/// Goes through `count` things that were found.
fn choose(state: &mut State, world: &World, scroll: Scroll, count: usize) {
    let page = page::found(state, world).max(1);
    if let Mode::Search { prompt, .. } | Mode::Palette(prompt) = &mut state.mode {
        prompt.chosen = step(scroll, prompt.chosen, count.saturating_sub(1), page);
    }
}

/// Where a way leads from `at`, no further than `last`.
pub fn step(scroll: Scroll, at: usize, last: usize, page: usize) -> usize {
    let to = match scroll {
        Scroll::Stay => at,
        Scroll::LineUp => at.saturating_sub(1),
        Scroll::LineDown => at + 1,
        Scroll::PageUp => at.saturating_sub(page),
        Scroll::PageDown => at + page,
        Scroll::Top => 0,
        Scroll::Bottom => last,
    };
    to.min(last)
}
