//! The picture before it is on any medium: who owns each sub-cell, what lines run through it, what is written where.
//!
//! [`Scene::build`] takes the atlas at a date and a viewport to a grid of owners; [`Scene::paint`] takes that to cells
//! of text. Room rules: knows `atlas` and `geo`, and of ratatui only buffers, styles and symbols.

mod axis;
mod fill;
mod grid;
mod ground;
mod hatch;
mod label;
mod last;
mod layers;
mod lettering;
mod letters;
mod marker;
mod owner;
mod paint;
mod palette;
mod pixels;
mod place;
mod pointer;
mod ramp;
mod raster;
mod rgb;
mod scale;
mod show;
mod symbol;
mod texture;
mod theme;

pub use axis::{Axis, Mark};
pub use fill::{Emphasis, Fill, Pattern, Tint};
pub use grid::Grid;
pub use ground::{Ground, LastGround};
pub use label::{Class, Label};
pub use last::Last;
pub use marker::Marker;
pub use owner::{Land, Owner};
pub use palette::Look;
pub use pixels::{Picture, Sight, WINDOW};
pub use rgb::cube;
pub use show::Layers;
pub use symbol::of as symbol_of;
pub use theme::{Depth, Theme};

use std::sync::Arc;

use fill::Reading;

use crate::{
    atlas::{Atlas, Lens, Place, RegionId, state::Snapshot},
    geo::{Map, Viewport},
    names::Target,
};

/// What is to be seen.
#[derive(Clone, Debug)]
pub struct View<'a> {
    pub atlas: &'a Atlas,
    pub map: &'a Map,
    pub snapshot: &'a Snapshot,
    /// What the snapshot is compared with, earlier or later.
    pub marked: Option<&'a Snapshot>,
    /// What places are coloured by.
    pub lens: Lens,
    pub viewport: Viewport,
    pub selected: Option<Place>,
    /// Only these places stand out; `None` means that all do.
    pub lit: Option<Vec<Place>>,
    pub layers: Layers,
    pub marker: Marker,
    /// What is pointed out of the base map.
    pub pin: Option<Pin>,
}

/// A unit or a town of the base map, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pin {
    Unit(usize),
    Town(usize),
}

impl Pin {
    /// What is pointed out for what was found: places are selected, and actors stand out, by themselves.
    pub const fn of(target: Target) -> Option<Self> {
        match target {
            Target::Unit(n) => Some(Self::Unit(n)),
            Target::Town(n) => Some(Self::Town(n)),
            Target::Place(_) | Target::Actor(_) => None,
        }
    }
}

impl View<'_> {
    /// Whether a place stands out.
    pub fn is_lit(&self, place: Place) -> bool {
        self.lit.as_ref().is_none_or(|lit| lit.contains(&place))
    }

    /// Whether a place is drawn at all: what is selected always is.
    pub fn shows(&self, place: Place) -> bool {
        self.layers.has(place) || self.selected == Some(place)
    }

    /// The two dates that are compared, the earlier first, where they are two.
    pub fn compared(&self) -> Option<(&Snapshot, &Snapshot)> {
        self.marked
            .and_then(|marked| marked.in_order(self.snapshot))
    }

    /// Whether it is among what is asked for: lit, and changed where two dates are compared.
    fn stands_out(&self, place: Place, reading: &Reading) -> bool {
        self.is_lit(place) && (reading.changed || self.compared().is_none())
    }
}

/// A line through a sub-cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stroke {
    None,
    /// A border between units of the country.
    Unit,
    River,
    /// A border between neighbours.
    Abroad,
    /// The outline of a silent region.
    Dots,
    /// The outline of the selected region.
    Edge,
}

/// One frame of the map.
#[derive(Clone, Debug)]
pub struct Scene {
    marker: Marker,
    ground: Arc<Ground>,
    strokes: Grid<Stroke>,
    fills: Vec<Fill>,
    labels: Vec<Label>,
    selected: Option<Place>,
    dimmed: Vec<Place>,
}

impl Scene {
    /// A scene from nothing; where frames follow one another, [`LastGround`] saves most of the work.
    pub fn build(view: &View) -> Self {
        Self::on(Arc::new(Ground::new(view)), view)
    }

    /// A scene on a ground that was made for the same viewport.
    pub fn on(ground: Arc<Ground>, view: &View) -> Self {
        let fills = fills(view);
        let mut strokes = ground.strokes.clone();
        layers::outlines(&mut strokes, view, &ground, &fills);
        layers::pin(&mut strokes, view, &ground);
        Self {
            marker: view.marker,
            labels: label::place(view, &ground.depths),
            ground,
            strokes,
            fills,
            selected: view.selected,
            dimmed: view
                .atlas
                .places()
                .filter(|&place| !view.stands_out(place, &Reading::of(view, place)))
                .collect(),
        }
    }

    /// Who owns each sub-cell.
    pub fn owners(&self) -> &Grid<Owner> {
        &self.ground.owners
    }

    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The place drawn at a cell of the map pane: a site's label or symbol, else the region under it.
    pub fn place_at(&self, col: u16, row: u16) -> Option<Place> {
        let under = |label: &&Label| {
            let width = unicode_width::UnicodeWidthStr::width(label.text.as_str());
            label.at.1 == row
                && (usize::from(label.at.0)..usize::from(label.at.0) + width)
                    .contains(&usize::from(col))
        };
        let labelled = self
            .labels
            .iter()
            .filter(under)
            .find_map(|label| label.place);
        let (wide, high) = self.marker.pieces();
        labelled.or_else(|| {
            let owner = self.ground.owners.get(
                usize::from(col) * wide + wide / 2,
                usize::from(row) * high + high / 2,
            )?;
            match owner.land() {
                Land::Region(id) => Some(Place::Region(id)),
                _ => None,
            }
        })
    }
}

/// How each region is filled.
fn fills(view: &View) -> Vec<Fill> {
    (0..view.atlas.regions.len())
        .map(|n| fill(view, RegionId(n)))
        .collect()
}

fn fill(view: &View, id: RegionId) -> Fill {
    let place = Place::Region(id);
    let reading = Reading::of(view, place);
    let emphasis = if view.selected == Some(place) {
        Emphasis::Selected
    } else if view.stands_out(place, &reading) {
        Emphasis::Plain
    } else {
        Emphasis::Dimmed
    };
    Fill {
        pattern: reading.pattern,
        emphasis,
        letters: reading.letters,
    }
}

impl Scene {
    fn emphasis(&self, place: Option<Place>) -> Emphasis {
        match place {
            Some(place) if self.selected == Some(place) => Emphasis::Selected,
            Some(place) if self.dimmed.contains(&place) => Emphasis::Dimmed,
            _ => Emphasis::Plain,
        }
    }
}

/// A point of the plane that stands for a place: a site's own, or where a region's name stands best.
pub fn anchor(map: &Map, atlas: &Atlas, place: Place) -> geo::Coord {
    match place {
        Place::Site(id) => map.projection.position(atlas[id].at),
        Place::Region(id) => map.region(id).pole(),
    }
}
