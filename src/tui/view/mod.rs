//! The state as a frame: one file a part, none of which changes anything.

mod ascii;
mod banner;
mod bidi;
mod choose;
mod citation;
mod confirm;
mod date;
mod drawing;
mod filter;
mod foot;
mod frame;
mod help;
mod legend;
mod map;
mod pane;
mod panel;
mod problems;
mod prompt;
mod reader;
mod save;
mod shape;
mod style;
mod timeline;
mod unread;

pub use map::{WINDOW, scene};
pub use pane::MapPane;

use ratatui::{buffer::Buffer, layout::Position, style::Modifier};

use super::{
    layout::Layout,
    mode::Mode,
    pages,
    state::{State, TextOrder},
    unread::Unread,
};
use crate::{atlas::ActorId, scene::Marker, session::World};

/// Draws everything.
pub fn draw(state: &State, world: &World, buf: &mut Buffer) {
    let layout = state.layout(world);
    map::draw(state, world, &layout, buf);
    timeline::draw(state, world, &layout, buf);
    if let (Mode::Draw(it), false) = (state.modes.base(), is_proposed(state)) {
        drawing::draw(state, world, &layout, it, buf);
    }
    match *state.modes.base() {
        Mode::Reader { reader, scroll } => {
            let page = pages::reader_and_foot(state, world, reader);
            reader::draw(state, world, &layout, page, scroll, buf);
        }
        Mode::Write { scroll } => {
            let page = pages::desk(state, world);
            reader::draw(state, world, &layout, page, scroll, buf);
        }
        Mode::Review { scroll, .. } => {
            let page = (pages::review(state, world), Vec::new());
            reader::draw(state, world, &layout, page, scroll, buf);
        }
        Mode::Draw(_) => {
            let page = (pages::drawing(state, world), Vec::new());
            reader::draw(state, world, &layout, page, 0, buf);
        }
        _ => panel::draw(state, world, &layout, buf),
    }
    foot::draw(state, world, &layout, buf);
    banner::draw(state, world, &layout, buf);
    match state.mode() {
        &Mode::Filter { cursor } => filter::draw(state, world, &layout, cursor, buf),
        &Mode::Help { scroll } => help::draw(state, world, scroll, buf),
        &Mode::Problems { scroll, .. } => problems::draw(state, world, scroll, buf),
        &Mode::Choose(choice) => choose::draw(state, world, &layout, choice, buf),
        &Mode::Citation { cited, scroll } => citation::draw(state, world, cited, scroll, buf),
        Mode::Date { input, mistake } => date::draw(state, &layout, input, *mistake, buf),
        Mode::Save(saving) => save::draw(state, &layout, saving, buf),
        Mode::Search { prompt, .. } => prompt::search(state, world, prompt, buf),
        Mode::Palette(prompt) => prompt::palette(state, world, prompt, buf),
        Mode::Ask(asked) => prompt::question(state, world, asked, buf),
        Mode::Confirm(proposed) => confirm::draw(state, world, &layout, proposed, buf),
        Mode::Browse
        | Mode::Inspect
        | Mode::List { .. }
        | Mode::Reader { .. }
        | Mode::Write { .. }
        | Mode::Draw(_)
        | Mode::Review { .. } => {}
    }
    suit(state.text_order, state.italics, state.marker, buf);
}

/// Draws the screen while a file is read.
pub fn unread(it: &Unread, buf: &mut Buffer) {
    unread::draw(it, buf);
    let options = it.options;
    suit(options.text_order, options.italics, options.marker, buf);
}

/// Makes a frame what the terminal can show.
fn suit(text_order: TextOrder, italics: bool, marker: Marker, buf: &mut Buffer) {
    if text_order != TextOrder::Logical {
        bidi::reorder(text_order, buf);
    }
    if !italics {
        for cell in &mut buf.content {
            cell.modifier.remove(Modifier::ITALIC);
        }
    }
    ascii::translate(buf, marker);
}

/// Tells whether what is drawn is on the map already, to be looked at.
fn is_proposed(state: &State) -> bool {
    matches!(state.mode(), Mode::Confirm(_))
}

/// The actor at a cell of the screen: in the list to filter by, or in the legend.
pub fn actor_at(state: &State, world: &World, layout: &Layout, at: Position) -> Option<ActorId> {
    match *state.mode() {
        Mode::Filter { cursor } => filter::actor_at(state, world, layout, cursor, at),
        _ => legend::actor_at(state, world, layout, at),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::{buffer::Buffer, layout::Rect};
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::{
        caption::sample::{NORTHEAST, Sample},
        scene::{Depth, Marker, Theme},
        session::Session,
        tui::{Action, Keymap, Size, update},
    };

    /// Names in any script, with what is wide, combining, joined or from right to left.
    fn name() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC{1,16}",
            "[a-zء-ي\u{64b}-\u{652} ]{1,16}",
            "[א-ת中-丿a-z0-9()«» ]{1,16}",
            "(e\u{301}|👨‍👩‍👧|🇸🇾|ก็|ﷺ|\u{200d}|\u{200f}|ه‍){1,8}",
        ]
    }

    fn renamed(names: &[String]) -> World {
        let Sample {
            mut atlas, mut map, ..
        } = Sample::new();
        let mut names = names.iter().cycle().cloned();
        let mut next = || names.next().unwrap_or_default();
        atlas.title = next();
        for actor in &mut atlas.actors {
            (actor.name, actor.short, actor.note) = (next(), next(), Some(next()));
        }
        for region in &mut atlas.regions {
            (region.name, region.also, region.note) = (next(), vec![next()], Some(next()));
        }
        for site in &mut atlas.sites {
            (site.name, site.also) = (next(), vec![next(), next()]);
        }
        for source in &mut atlas.sources {
            source.title = Some(next());
        }
        for unit in &mut std::sync::Arc::make_mut(&mut map.base).units {
            unit.name = next();
        }
        World::new(atlas, map)
    }

    /// Tells whether every cell of a pane's sides is a line, and nothing wide reaches over one. Titles and the legend
    /// stand in the edges above and below.
    fn is_whole(buf: &Buffer, pane: Rect) -> bool {
        let symbol = |x: u16, y: u16| buf.cell((x, y)).map_or("", |cell| cell.symbol());
        (pane.top() + 1..pane.bottom() - 1).all(|y| {
            [pane.left(), pane.right() - 1].into_iter().all(|x| {
                let clear = x == 0 || symbol(x - 1, y).width() < 2;
                clear && "│┌┐└┘├┤┬┴┼".contains(symbol(x, y)) && !symbol(x, y).is_empty()
            })
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn no_name_breaks_a_frame(
            names in prop::collection::vec(name(), 1..12), typed in name(), visual in any::<bool>(),
        ) {
            let world = renamed(&names);
            for (cols, rows) in [(120, 36), (80, 24), (60, 16), (59, 16), (24, 8), (20, 5)] {
                let size = Size { cols, rows, aspect: 0.5 };
                let theme = Theme::new(Depth::True);
                let session = Session::at(&world, world.atlas.as_of);
                let keymap = Keymap::builtin().expect("the shipped keys");
                let mut state = State::new(session, &world, keymap, Marker::Quadrant, theme, size);
                state.text_order = if visual { TextOrder::Visual } else { TextOrder::Logical };
                let look = |state: &State| {
                    let mut buf = Buffer::empty(Rect::new(0, 0, cols, rows));
                    draw(state, &world, &mut buf);
                    let layout = state.layout(&world);
                    let panes = [layout.map, layout.panel, layout.foot];
                    panes
                        .into_iter()
                        .flatten()
                        .filter(super::super::layout::Pane::has_frame)
                        .all(|pane| is_whole(&buf, pane.outer))
                };
                prop_assert!(look(&state), "{cols}×{rows}");
                state.session.selected = Some(NORTHEAST);
                prop_assert!(look(&state), "{cols}×{rows}, selected");
                update(&mut state, &world, Action::Search);
                for char in typed.chars() {
                    update(&mut state, &world, Action::Type(char));
                }
                prop_assert!(look(&state), "{cols}×{rows}, searching");
                update(&mut state, &world, Action::Back);
                update(&mut state, &world, Action::Filter);
                let mut buf = Buffer::empty(Rect::new(0, 0, cols, rows));
                draw(&state, &world, &mut buf);
            }
        }
    }
}
