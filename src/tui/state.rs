//! What is loaded, and what of it is on the screen.

use serde::Deserialize;

use ::geo::Coord;

use super::{
    action::{Action, Size},
    key::Key,
    keymap::Keymap,
    layout::{Focus, Layout},
};
use crate::{
    atlas::{ActorId, Atlas, Date, Lens, Place, date::NotADate, state::Snapshot, timeline},
    caption::{Captions, Sort},
    geo::{Camera, Map},
    scene::{self, LastGround, Layers, Marker, Theme},
};

/// Everything that is loaded and doesn't change while the screen is up.
#[derive(Clone, Debug)]
pub struct World {
    pub atlas: Atlas,
    pub map: Map,
    pub keymap: Keymap,
    /// Where each place is, for the arrow keys; in the order of [`Atlas::places`].
    pub points: Vec<(Place, Coord)>,
    /// The dates at which something is said, see [`timeline::stops`].
    pub stops: Vec<Date>,
    /// What frames of the map have in common.
    pub ground: LastGround,
}

impl World {
    pub fn new(atlas: Atlas, map: Map, keymap: Keymap) -> Self {
        let points = atlas
            .places()
            .map(|place| (place, scene::anchor(&map, &atlas, place)))
            .collect();
        Self {
            stops: timeline::stops(&atlas),
            atlas,
            map,
            keymap,
            points,
            ground: LastGround::default(),
        }
    }
}

/// What the keys are about, with what only matters there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The map.
    Browse,
    /// The panel.
    Inspect,
    /// The list of places; rows above the first that is seen.
    List { top: usize },
    /// The list of actors; the cursor counts from 0.
    Filter { cursor: usize },
    /// A date is typed; what was wrong with it when it was to be gone to.
    Date {
        input: String,
        mistake: Option<NotADate>,
    },
    /// The keys; lines above the first that is seen.
    Help { scroll: usize },
}

/// A mode by its name in `assets/keys.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModeName {
    Browse,
    Inspect,
    List,
    Filter,
    Date,
    Help,
}

impl ModeName {
    pub const ALL: &[Self] = &[
        Self::Browse,
        Self::Inspect,
        Self::List,
        Self::Filter,
        Self::Date,
        Self::Help,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Inspect => "inspect",
            Self::List => "list",
            Self::Filter => "filter",
            Self::Date => "date",
            Self::Help => "help",
        }
    }
}

impl Mode {
    /// Whether keys that are bound to nothing are typed.
    pub const fn takes_text(&self) -> bool {
        matches!(self, Self::Date { .. })
    }

    pub const fn name(&self) -> ModeName {
        match self {
            Self::Browse => ModeName::Browse,
            Self::Inspect => ModeName::Inspect,
            Self::List { .. } => ModeName::List,
            Self::Filter { .. } => ModeName::Filter,
            Self::Date { .. } => ModeName::Date,
            Self::Help { .. } => ModeName::Help,
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
    /// The date that the shown one is compared with.
    pub marked: Option<Snapshot>,
    /// What places are coloured by.
    pub lens: Lens,
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
            marked: None,
            lens: Lens::default(),
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

    /// What a key asks for: what it is bound to, or else to be typed where text is.
    pub fn action(&self, world: &World, key: Key) -> Option<Action> {
        let bound = world.keymap.action(self.mode.name(), key);
        let typed = || {
            key.char()
                .filter(|_| self.mode.takes_text())
                .map(Action::Type)
        };
        bound.or_else(typed)
    }

    pub fn lets_through(&self, place: Place) -> bool {
        scene::lets_through(&self.snapshot, &self.filter, place)
    }

    /// The two dates that are compared, the earlier first, where they are two.
    pub fn compared(&self) -> Option<(&Snapshot, &Snapshot)> {
        self.marked
            .as_ref()
            .and_then(|marked| marked.in_order(&self.snapshot))
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
            self.captions(world).doubt().is_some(),
        )
    }
}
