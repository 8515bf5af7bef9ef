//! The state of the screen.

use std::collections::HashMap;

use super::{
    action::{Action, Cited, Size},
    key::Key,
    keymap::Keymap,
    layout::{Focus, Layout, Room},
    mode::{Mode, Modes},
    page::{Extent, PanelCache},
    timeline::Timeline,
};
use crate::{
    atlas::Date,
    edit::Revision,
    export::citation,
    file::RegionFile,
    scene::{Depth, Marker, Resolution, SceneCache, Theme},
    session::{self, Desk, FileProblems, Reader, Session, World},
};

/// The way names written from right to left are sent to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextOrder {
    /// In the order they are read: the terminal reorders and joins them.
    #[default]
    Logical,
    /// In the order they are seen, in the forms they are seen in.
    Visual,
    /// Word by word in the order they are seen, each as it is read: the terminal joins the letters of a word.
    Words,
}

impl TextOrder {
    pub(crate) const ALL: &[Self] = &[Self::Logical, Self::Visual, Self::Words];

    /// The word for it on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Logical => "logical",
            Self::Visual => "visual",
            Self::Words => "words",
        }
    }
}

/// A session, and all that the screen adds to it.
#[derive(Clone, Debug)]
pub struct State {
    /// The part that any other front would have too.
    pub session: Session,
    pub(crate) modes: Modes,
    /// Lines of the panel above the first that is seen.
    pub scroll: usize,
    /// `true` if the current quotation is to be scrolled to.
    pub reveals: bool,
    /// The extent that what the keys are about scrolls over; `None` before it is laid out for the first time.
    pub extent: Option<Extent>,
    /// The timeline under the map.
    pub timeline: Timeline,
    /// The outcome of the last action, until the next.
    pub notice: Option<String>,
    /// As the terminal last said.
    pub size: Size,
    /// The room that is wanted for the panel.
    pub(crate) room: Room,
    /// The number of times that each command was done, by its name.
    pub(crate) uses: HashMap<&'static str, u32>,
    /// The pieces that the map is drawn in where it is drawn in characters.
    pub marker: Marker,
    /// Columns and rows of pixels in a cell, where the map is drawn in pixels.
    pub pixels: Option<(u16, u16)>,
    /// The colours of everything, at the depth of the terminal.
    pub theme: Theme,
    /// The order that the terminal wants right-to-left names in.
    pub text_order: TextOrder,
    /// `false` if the terminal shows italics as something else.
    pub italics: bool,
    /// The keys that [`Self::action`] goes by.
    pub keymap: Keymap,
    /// The problems with the file as it was last saved.
    pub problems: Option<FileProblems>,
    /// The file that the map is of, where there is one that can be written on.
    pub file: Option<RegionFile>,
    /// The day it is, for what is fetched today.
    pub today: Date,
    /// The article that is written on.
    pub(crate) desk: Option<Box<Desk>>,
    /// The file as it is changed step by step.
    pub(crate) revision: Option<Box<Revision>>,
    /// A map to be shown in the place of the one on the screen.
    pub(crate) next: Option<World>,
    /// The id of the place that is to be selected on it.
    pub(crate) wanted: Option<String>,
    /// The reason why the file can't be watched, if it should be.
    pub watch_error: Option<String>,
    /// The parts that frames of the map have in common.
    pub scenes: SceneCache,
    /// The parts that frames with the same panel have in common.
    pub panel: PanelCache,
}

impl State {
    /// A session with no mode open.
    pub fn new(
        session: Session,
        world: &World,
        keymap: Keymap,
        marker: Marker,
        theme: Theme,
        size: Size,
    ) -> Self {
        let mut state = Self {
            session,
            modes: Modes::default(),
            scroll: 0,
            reveals: false,
            extent: None,
            timeline: Timeline::new(world),
            notice: None,
            size,
            room: Room::default(),
            uses: HashMap::new(),
            marker,
            pixels: None,
            theme,
            text_order: TextOrder::default(),
            italics: true,
            keymap,
            problems: None,
            file: None,
            today: world.atlas.as_of,
            desk: None,
            revision: None,
            next: None,
            wanted: None,
            watch_error: None,
            scenes: SceneCache::default(),
            panel: PanelCache::default(),
        };
        state.session.pane = state.map_pane(world);
        state
    }

    /// The mode that the keys are about: the one on top.
    pub fn mode(&self) -> &Mode {
        self.modes.top()
    }

    /// The pieces that the map is drawn in: pixels where there are some, and colours fine enough for them.
    pub fn resolution(&self) -> Resolution {
        let fine = self.theme.depth >= Depth::Ansi256 && !self.marker.is_ascii();
        match self.pixels {
            Some((cols, rows)) if fine => Resolution::Pixels(cols, rows),
            _ => Resolution::Subcells(self.marker),
        }
    }

    /// Returns what a key asks for.
    pub fn action(&self, key: Key) -> Option<Action> {
        self.keymap.action(self.mode().name(), key)
    }

    /// The source that is being read, unless something else was opened over it.
    pub fn reader(&self) -> Option<Reader> {
        match self.modes.base() {
            Mode::Reader { reader, .. } => Some(*reader),
            _ => None,
        }
    }

    /// The citation of a claim at the date that is shown.
    pub fn citation(&self, world: &World, Cited { statement, format }: Cited) -> String {
        citation::cite(&world.atlas, statement, self.session.snapshot.date, format)
    }

    /// Returns what must be known before the map is trusted.
    pub fn warning(&self, world: &World) -> Option<String> {
        let stale = self.problems.as_ref().and_then(FileProblems::stale);
        stale.or_else(|| self.session.captions(world).doubt())
    }

    /// Lays everything out on a screen of the state's own size.
    pub(crate) fn layout(&self, world: &World) -> Layout {
        let focus = match self.modes.base() {
            _ if matches!(self.mode(), Mode::Search { .. }) => Focus::Map,
            Mode::Reader { .. } => Focus::Reader,
            Mode::List { .. } => Focus::List,
            Mode::Inspect | Mode::Write { .. } | Mode::Review { .. } => Focus::Panel,
            _ => Focus::Map,
        };
        Layout::new(
            self.size.cols,
            self.size.rows,
            focus,
            self.warning(world).is_some(),
            self.room,
        )
    }

    /// The size of the pane that the map is seen in, where it is.
    pub fn map_pane(&self, world: &World) -> Option<session::Pane> {
        let pane = self.layout(world).map?.inner;
        Some(session::Pane {
            cols: pane.width,
            rows: pane.height,
            aspect: self.size.aspect,
        })
    }
}
