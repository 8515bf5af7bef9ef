//! The list of places: the same places as on the map, in rows.

use unicode_width::UnicodeWidthStr;

use super::{action::Scroll, page::Page, scroll, state::State};
use crate::{
    atlas::Place,
    caption::{Line, Role, Row, Sort, shortened, wrap},
    session::World,
};

/// Columns for the mark of the selection, and those of holders.
const MARKS: usize = 4;
/// Columns between columns.
const GAP: usize = 2;
/// The narrowest that a name gets beside the column that the list goes by.
const NAME: usize = 12;
/// The narrowest that a holder gets.
const HOLDER: usize = 12;

/// The rows that the filter and the layers leave, sorted.
fn rows(state: &State, world: &World) -> Vec<Row> {
    let session = &state.session;
    let places = session.places(world).map(|(place, _)| place);
    session.captions(world).list(places, session.sort)
}

/// The list as a page, which starts with the row that the mode says.
pub fn page(state: &State, world: &World) -> Page {
    let pane = state.layout(world).panel;
    let (width, height) = pane.map_or((0, 0), |pane| {
        (
            usize::from(pane.inner.width),
            usize::from(pane.inner.height),
        )
    });
    let rows = rows(state, world);
    let columns = Columns::new(&rows, state.session.sort, width);
    let mut lines: Vec<Line> = rows
        .iter()
        .map(|row| columns.line(row, state, world))
        .collect();
    if lines.is_empty() {
        let none = Line::new(Role::Quiet, "the filter leaves no place");
        lines = wrap(&[none], width);
    }
    Page {
        title: format!("Places by {}", state.session.sort.name()),
        lines,
        height,
    }
}

/// The place that a way through the rows leads to.
pub fn go(state: &State, world: &World, scroll: Scroll) -> Option<Place> {
    let rows = state.session.listed(world);
    let at = rows
        .iter()
        .position(|place| Some(*place) == state.session.selected);
    let last = rows.len().checked_sub(1)?;
    let to = match (at, scroll) {
        (Some(at), scroll) => scroll::step(scroll, at, last, state.extent.unwrap_or_default().page),
        (None, Scroll::Bottom | Scroll::LineUp | Scroll::PageUp) => last,
        (None, _) => 0,
    };
    Some(rows[to])
}

/// The row to start with so that the selection is seen, as near as possible to the one there was.
pub fn top(state: &State, world: &World, before: usize) -> usize {
    let page = page(state, world);
    let rows = rows(state, world);
    let at = rows
        .iter()
        .position(|row| Some(row.place) == state.session.selected);
    let seen = page.rows().max(1);
    let top = at.map_or(before, |at| {
        before.min(at).max((at + 1).saturating_sub(seen))
    });
    top.min(page.extent().last)
}

/// The place in a row of the pane, counted from its top.
pub fn at(state: &State, world: &World, top: usize, row: usize) -> Option<Place> {
    let seen = row < page(state, world).rows();
    let rows = rows(state, world);
    rows.get(top + row).filter(|_| seen).map(|row| row.place)
}

/// The columns that there is room for: the name, then others with their widths.
#[derive(Debug)]
struct Columns {
    name: usize,
    others: Vec<(Sort, usize)>,
    /// Dates are told in few words.
    brief: bool,
}

impl Columns {
    /// As many columns as fit, that which the list goes by before others, and as much of each.
    fn new(rows: &[Row], sort: Sort, width: usize) -> Self {
        let mut wanted = [Sort::Holder, Sort::Evidence, Sort::Date];
        wanted.sort_by_key(|&column| column != sort);
        let [first, second, third] = wanted;
        let room = width.saturating_sub(MARKS);
        let choices: [&[Sort]; 7] = [
            &wanted,
            &[first, second],
            &[first, third],
            &[first],
            &[second, third],
            &[second],
            &[third],
        ];
        let choices = choices.into_iter().flat_map(|columns| {
            [false, true].map(|brief| Self::of(rows, sort, columns, brief, room))
        });
        choices.flatten().next().unwrap_or(Self {
            name: room,
            others: Vec::new(),
            brief: true,
        })
    }

    /// These columns, or `None` where they don't fit. Names are cut where that saves the column that the list goes by.
    fn of(rows: &[Row], sort: Sort, columns: &[Sort], brief: bool, room: usize) -> Option<Self> {
        let widest = |column: Sort| {
            let widths = rows.iter().map(|row| word(row, column, brief).width());
            widths.max().unwrap_or(0)
        };
        let whole = widest(Sort::Name);
        let name = if columns == [sort] && brief {
            whole.min(NAME)
        } else {
            whole
        };
        let least = |column: Sort| match column {
            Sort::Holder if brief => widest(column).min(HOLDER),
            column => widest(column),
        };
        let mut others: Vec<(Sort, usize)> = columns
            .iter()
            .map(|&column| (column, least(column)))
            .collect();
        let used: usize = others.iter().map(|(_, width)| width + GAP).sum();
        let mut spare = room.checked_sub(used + name)?;
        // What is left goes to what is cut.
        for (column, width) in &mut others {
            let more = (widest(*column) - *width).min(spare);
            (*width, spare) = (*width + more, spare - more);
        }
        let shown = [Sort::Holder, Sort::Evidence, Sort::Date];
        others.sort_by_key(|(column, _)| shown.iter().position(|other| other == column));
        Some(Self {
            name: name + spare,
            others,
            brief,
        })
    }

    fn line(&self, row: &Row, state: &State, world: &World) -> Line {
        let selected = state.session.selected == Some(row.place);
        let role = if selected { Role::State } else { Role::Plain };
        let mark = if selected { "▸ " } else { "  " };
        let mut line = Line::new(role, mark);
        line = match row.actors.as_slice() {
            [one] => line.and(Role::Mark(*one), &format!("{} ", world.atlas[*one].letter)),
            [] => line.and(Role::Quiet, "· "),
            _ => line.and(Role::Quiet, "? "),
        };
        line = line.and(role, &fitted(&row.name, self.name));
        for &(column, width) in &self.others {
            let text = word(row, column, self.brief);
            line = line.and(
                Role::Quiet,
                &format!("{}{}", " ".repeat(GAP), fitted(&text, width)),
            );
        }
        line
    }
}

/// The words of a row in a column.
fn word(row: &Row, column: Sort, brief: bool) -> String {
    if brief {
        row.brief(column)
    } else {
        row.column(column)
    }
}

/// A text of exactly that many columns, cut or filled up with blanks.
fn fitted(text: &str, width: usize) -> String {
    let mut kept = shortened(text, width);
    kept.extend(std::iter::repeat_n(' ', width.saturating_sub(kept.width())));
    kept
}
