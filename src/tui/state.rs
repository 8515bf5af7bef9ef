//! What is loaded, and what of it is on the screen.

use serde::Deserialize;

use ::geo::Coord;

use super::{
    action::Size,
    keymap::Keymap,
    layout::{Focus, Layout},
    trouble::Trouble,
};
use crate::{
    atlas::{ActorId, Atlas, Date, Place, state::Snapshot},
    caption::{Captions, Sort},
    geo::{Camera, Map},
    scene::{self, LastGround, Layers, Marker, Theme},
};

/// Everything that is loaded: it is replaced as a whole when the file is saved, and doesn't change otherwise.
#[derive(Clone, Debug)]
pub struct World {
    pub atlas: Atlas,
    pub map: Map,
    pub keymap: Keymap,
    /// Where each place is, for the arrow keys; in the order of [`Atlas::places`].
    pub points: Vec<(Place, Coord)>,
    /// What frames of the map have in common.
    pub ground: LastGround,
    /// What is wrong with the file as it was last saved.
    pub trouble: Option<Trouble>,
    /// Why the file can't be watched, if it should be.
    pub blind: Option<String>,
}

impl World {
    pub fn new(atlas: Atlas, map: Map, keymap: Keymap) -> Self {
        let points = atlas
            .places()
            .map(|place| (place, scene::anchor(&map, &atlas, place)))
            .collect();
        Self {
            atlas,
            map,
            keymap,
            points,
            ground: LastGround::default(),
            trouble: None,
            blind: None,
        }
    }
}

/// What the keys are about, with what only matters there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The map.
    Browse,
    /// The panel.
    Inspect,
    /// The list of places; rows above the first that is seen.
    List { top: usize },
    /// The list of actors; the cursor counts from 0.
    Filter { cursor: usize },
    /// The keys; lines above the first that is seen.
    Help { scroll: usize },
    /// What is wrong with the file; lines above the first that is seen.
    Problems { scroll: usize },
}

/// A mode by its name in `assets/keys.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModeName {
    Browse,
    Inspect,
    List,
    Filter,
    Help,
    Problems,
}

impl ModeName {
    pub const ALL: &[Self] = &[
        Self::Browse,
        Self::Inspect,
        Self::List,
        Self::Filter,
        Self::Help,
        Self::Problems,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Inspect => "inspect",
            Self::List => "list",
            Self::Filter => "filter",
            Self::Help => "help",
            Self::Problems => "problems",
        }
    }
}

impl Mode {
    pub const fn name(self) -> ModeName {
        match self {
            Self::Browse => ModeName::Browse,
            Self::Inspect => ModeName::Inspect,
            Self::List { .. } => ModeName::List,
            Self::Filter { .. } => ModeName::Filter,
            Self::Help { .. } => ModeName::Help,
            Self::Problems { .. } => ModeName::Problems,
        }
    }
}

/// What is on the screen.
#[derive(Clone, Debug)]
pub struct State {
    pub mode: Mode,
    pub selected: Option<Place>,
    /// The actors that stand out, ascending; none means that everything does.
    pub filter: Vec<ActorId>,
    pub layers: Layers,
    /// Where the map is looked at from; the whole of it where nothing is said.
    pub camera: Option<Camera>,
    /// What the list of places goes by.
    pub sort: Sort,
    /// The world at the date that is shown.
    pub snapshot: Snapshot,
    /// Lines of the panel above the first that is seen.
    pub scroll: usize,
    pub size: Size,
    pub marker: Marker,
    pub theme: Theme,
}

impl State {
    /// The whole map at a date, with nothing selected.
    pub fn new(world: &World, marker: Marker, theme: Theme, date: Date, size: Size) -> Self {
        Self {
            mode: Mode::Browse,
            selected: None,
            filter: Vec::new(),
            layers: Layers::default(),
            camera: None,
            sort: Sort::default(),
            snapshot: Snapshot::at(&world.atlas, date),
            scroll: 0,
            size,
            marker,
            theme,
        }
    }

    pub const fn captions<'a>(&'a self, world: &'a World) -> Captions<'a> {
        Captions {
            atlas: &world.atlas,
            map: &world.map,
            snapshot: &self.snapshot,
        }
    }

    pub fn lets_through(&self, place: Place) -> bool {
        scene::lets_through(&self.snapshot, &self.filter, place)
    }

    /// What must be known before the map is trusted.
    pub fn warning(&self, world: &World) -> Option<String> {
        let stale = world.trouble.as_ref().and_then(Trouble::stale);
        stale.or_else(|| self.captions(world).doubt())
    }

    /// Where everything stands on a screen of the state's own size.
    pub fn layout(&self, world: &World) -> Layout {
        let focus = if matches!(self.mode, Mode::Inspect | Mode::List { .. }) {
            Focus::Panel
        } else {
            Focus::Map
        };
        Layout::new(
            self.size.cols,
            self.size.rows,
            focus,
            self.warning(world).is_some(),
        )
    }
}
