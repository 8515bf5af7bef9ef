//! What is loaded, and what of it is on the screen.

use std::{mem, sync::OnceLock};

use serde::Deserialize;

use ::geo::Coord;

use super::{
    action::{Action, Size},
    key::Key,
    keymap::Keymap,
    layout::{Focus, Layout},
    page::PanelCache,
    reading::{Choice, Cited, Reader},
    search::{Before, Prompt},
    trouble::Trouble,
};
use crate::{
    atlas::{ActorId, Atlas, Date, Lens, Place, date::NotADate, state::Snapshot, timeline},
    caption::{Captions, Sort},
    find::Gazetteer,
    geo::{Camera, Map},
    scene::{self, Depth, Layers, Marker, Pin, Resolution, SceneCache, Theme},
};

/// Everything that is loaded: it is replaced as a whole when the file is saved, and doesn't change otherwise.
#[derive(Clone, Debug)]
pub struct World {
    pub atlas: Atlas,
    pub map: Map,
    pub keymap: Keymap,
    /// Where each place is, for the arrow keys; in the order of [`Atlas::places`].
    pub points: Vec<(Place, Coord)>,
    /// The dates at which something is said, see [`timeline::stops`].
    pub stops: Vec<Date>,
    /// The scene of the last frame.
    pub scenes: SceneCache,
    /// The panel of the last frame.
    pub panel: PanelCache,
    /// What can be looked for; made when something is.
    gazetteer: OnceLock<Gazetteer>,
    /// What is wrong with the file as it was last saved.
    pub trouble: Option<Trouble>,
    /// Why the file can't be watched, if it should be.
    pub blind: Option<String>,
}

impl World {
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer
            .get_or_init(|| Gazetteer::new(&self.atlas, &self.map))
    }

    pub fn new(atlas: Atlas, map: Map, keymap: Keymap) -> Self {
        let points = atlas
            .places()
            .map(|place| (place, scene::anchor(&map, &atlas, place)))
            .collect();
        Self {
            gazetteer: OnceLock::new(),
            stops: timeline::stops(&atlas),
            atlas,
            map,
            keymap,
            points,
            scenes: SceneCache::default(),
            panel: PanelCache::default(),
            trouble: None,
            blind: None,
        }
    }
}

/// What the keys are about, with what only matters there.
#[derive(Clone, Debug, PartialEq)]
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
    /// What is wrong with the file; lines above the first that is seen.
    Problems { scroll: usize },
    /// A source, at a passage.
    Reader(Reader),
    /// A list to choose from.
    Choose(Choice),
    /// A citation, to be copied by hand.
    ByHand { cited: Cited, scroll: usize },
    /// A name that is typed, and what the screen goes back to.
    Search { prompt: Prompt, before: Box<Before> },
    /// A command that is typed.
    Palette(Prompt),
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
    Problems,
    Reader,
    Choose,
    ByHand,
    Search,
    Palette,
}

impl ModeName {
    pub const ALL: &[Self] = &[
        Self::Browse,
        Self::Inspect,
        Self::List,
        Self::Filter,
        Self::Date,
        Self::Help,
        Self::Problems,
        Self::Reader,
        Self::Choose,
        Self::ByHand,
        Self::Search,
        Self::Palette,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Browse => "browse",
            Self::Inspect => "inspect",
            Self::List => "list",
            Self::Filter => "filter",
            Self::Date => "date",
            Self::Help => "help",
            Self::Problems => "problems",
            Self::Reader => "reader",
            Self::Choose => "choose",
            Self::ByHand => "by-hand",
            Self::Search => "search",
            Self::Palette => "palette",
        }
    }

    /// Whether a character is typed, whatever it is bound to elsewhere.
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Date | Self::Search | Self::Palette)
    }
}

impl Mode {
    /// Whether it leaves what it was opened over in sight.
    pub const fn stands_over(&self) -> bool {
        matches!(
            self,
            Self::Filter { .. }
                | Self::Date { .. }
                | Self::Help { .. }
                | Self::Problems { .. }
                | Self::Choose(_)
                | Self::ByHand { .. }
                | Self::Search { .. }
                | Self::Palette(_)
        )
    }

    pub const fn name(&self) -> ModeName {
        match self {
            Self::Browse => ModeName::Browse,
            Self::Inspect => ModeName::Inspect,
            Self::List { .. } => ModeName::List,
            Self::Filter { .. } => ModeName::Filter,
            Self::Date { .. } => ModeName::Date,
            Self::Help { .. } => ModeName::Help,
            Self::Problems { .. } => ModeName::Problems,
            Self::Reader(_) => ModeName::Reader,
            Self::Choose(_) => ModeName::Choose,
            Self::ByHand { .. } => ModeName::ByHand,
            Self::Search { .. } => ModeName::Search,
            Self::Palette(_) => ModeName::Palette,
        }
    }
}

/// How names that are written from right to left are sent to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Names {
    /// In the order they are read: the terminal reorders and joins them.
    #[default]
    Logical,
    /// In the order they are seen, in the forms they are seen in.
    Visual,
}

impl Names {
    pub const ALL: &[Self] = &[Self::Logical, Self::Visual];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Logical => "logical",
            Self::Visual => "visual",
        }
    }
}

/// What is on the screen.
#[derive(Clone, Debug)]
pub struct State {
    pub mode: Mode,
    /// What the mode was opened over and leads back to, the last one first to come back.
    pub under: Vec<Mode>,
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
    /// Which of the panel's claims the keys are about, counted from 0.
    pub current: usize,
    /// What became of the last action, until the next.
    pub notice: Option<String>,
    pub size: Size,
    pub marker: Marker,
    /// Columns and rows of pixels in a cell, where the map is drawn in pixels.
    pub pixels: Option<(u16, u16)>,
    pub theme: Theme,
    /// What was found on the base map, until something else is selected.
    pub pin: Option<Pin>,
    pub names: Names,
}

impl State {
    /// The whole map at a date, with nothing selected.
    pub fn new(world: &World, marker: Marker, theme: Theme, date: Date, size: Size) -> Self {
        Self {
            mode: Mode::Browse,
            under: Vec::new(),
            selected: None,
            filter: Vec::new(),
            layers: Layers::default(),
            camera: None,
            sort: Sort::default(),
            snapshot: Snapshot::at(&world.atlas, date),
            marked: None,
            lens: Lens::default(),
            scroll: 0,
            current: 0,
            notice: None,
            size,
            marker,
            pixels: None,
            theme,
            pin: None,
            names: Names::default(),
        }
    }

    /// The pieces that the map is drawn in: pixels where there are some, and colours fine enough for them.
    pub fn resolution(&self) -> Resolution {
        let fine = self.theme.depth >= Depth::Ansi256 && !self.marker.is_ascii();
        match self.pixels {
            Some((cols, rows)) if fine => Resolution::Pixels(cols, rows),
            _ => Resolution::Subcells(self.marker),
        }
    }

    pub const fn captions<'a>(&'a self, world: &'a World) -> Captions<'a> {
        Captions {
            atlas: &world.atlas,
            map: &world.map,
            snapshot: &self.snapshot,
        }
    }

    /// What a key asks for.
    pub fn action(&self, world: &World, key: Key) -> Option<Action> {
        world.keymap.action(self.mode.name(), key)
    }

    /// Whether a place has to do with one of the actors filtered by.
    pub fn lets_through(&self, place: Place) -> bool {
        let named = self.snapshot.actors(place);
        self.filter.is_empty() || named.iter().any(|actor| self.filter.contains(actor))
    }

    /// The places that stand out on the map: what the reader is at bears on, or what the filter lets through; `None`
    /// where all do.
    pub fn lit(&self, world: &World) -> Option<Vec<Place>> {
        if let Some(reader) = self.reader() {
            return Some(reader.bearing(self, world));
        }
        let places = world.atlas.places();
        let through = || places.filter(|&place| self.lets_through(place)).collect();
        (!self.filter.is_empty()).then(through)
    }

    /// What the map and the panel are about, whatever stands over them.
    pub fn base(&self) -> &Mode {
        let modes = self.under.iter().chain([&self.mode]).rev();
        let mut bases = modes.filter(|mode| !mode.stands_over());
        bases.next().unwrap_or(&Mode::Browse)
    }

    /// The source that is being read.
    pub fn reader(&self) -> Option<Reader> {
        match self.base() {
            Mode::Reader(reader) => Some(*reader),
            _ => None,
        }
    }

    /// Opens a mode that leads back to this one.
    pub fn open(&mut self, mode: Mode) {
        let under = mem::replace(&mut self.mode, mode);
        self.under.push(under);
    }

    /// Goes back to what the mode was opened over.
    pub fn close(&mut self) {
        self.mode = self.under.pop().unwrap_or(Mode::Browse);
    }

    /// What must be known before the map is trusted.
    pub fn warning(&self, world: &World) -> Option<String> {
        let stale = world.trouble.as_ref().and_then(Trouble::stale);
        stale.or_else(|| self.captions(world).doubt())
    }

    /// The two dates that are compared, the earlier first, where they are two.
    pub fn compared(&self) -> Option<(&Snapshot, &Snapshot)> {
        self.marked
            .as_ref()
            .and_then(|marked| marked.in_order(&self.snapshot))
    }

    /// Where everything stands on a screen of the state's own size.
    pub fn layout(&self, world: &World) -> Layout {
        let focus = match self.base() {
            _ if matches!(self.mode, Mode::Search { .. }) => Focus::Map,
            Mode::Reader(_) => Focus::Reader,
            Mode::Inspect | Mode::List { .. } => Focus::Panel,
            _ => Focus::Map,
        };
        Layout::new(
            self.size.cols,
            self.size.rows,
            focus,
            self.warning(world).is_some(),
        )
    }
}
