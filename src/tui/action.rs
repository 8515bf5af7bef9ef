//! Everything that can be asked of the screen.

use super::{clipboard::Delivery, editor::Spot, input::Edit};
use crate::{
    atlas::{ActorId, ClaimId},
    export::citation::Format,
    session::{self, Direction, Question, Step, Way, Zoom},
};

/// A way through lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scroll {
    /// To the line or row before.
    LineUp,
    /// To the line or row after.
    LineDown,
    /// Back by as much as is in sight.
    PageUp,
    /// On by as much as is in sight.
    PageDown,
    /// To the first line or row.
    Top,
    /// To the last.
    Bottom,
}

/// The size of the terminal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Columns of cells over its whole width.
    pub cols: u16,
    /// Rows of cells over its whole height.
    pub rows: u16,
    /// Width of a cell for its height.
    pub aspect: f64,
}

/// A claim to be cited, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The claim whose words and source are cited.
    pub claim: ClaimId,
    /// The form that its citation is written in.
    pub format: Format,
}

/// An end of what is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its first word.
    Start,
    /// Its last word.
    End,
}

/// Something that is done to an article that is written on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Write {
    /// Open one.
    Open,
    /// Mark the next or the previous sentence.
    Sentence(Step),
    /// Mark the next or the previous one that names anything of the map.
    Bearing(Step),
    /// Move an end of what is marked by a word.
    Stretch(Edge, Step),
    /// Type an answer.
    Ask(Question),
    /// Say the next thing that fits.
    NextVerb,
    /// Have the claim await somebody's review, or no longer.
    Draft,
    /// Keep the claim.
    Keep,
    /// Take the last step back.
    Undo,
    /// Take it again.
    Redo,
    /// Write the file.
    Save,
    /// Put a point of the map, by a column and a row of its pane, behind a name.
    Point(u16, u16),
}

/// Something that is done to the region file itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Revise {
    /// Open it in the user's own editor, at what the keys are about.
    OpenEditor,
    /// Go to the next or the previous problem.
    Problem(Step),
    /// Go through the claims in draft.
    Review,
    /// Go to the next or the previous draft.
    Draft(Step),
    /// Have the draft decide like any other claim.
    Accept,
    /// Take the draft out.
    Reject,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
}

/// Something that is done to a place that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Draw {
    /// Begin to draw one.
    Open,
    /// Move the cursor by a cell.
    Move(Direction),
    /// Set a point at the cursor; at the first point, close the outline.
    Corner,
    /// Set a point at a column and a row of the map's pane.
    Point(u16, u16),
    /// Take the last point back.
    TakeBack,
    /// Close the outline.
    Close,
}

/// Something that a key, or the terminal, asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Change the session.
    Session(session::Action),
    /// Select the next or the previous place, in the order that is on the screen.
    Place(Step),
    /// Show areas, sites or both.
    NextLayers,
    /// Sort the list by the next of its columns.
    NextSort,
    /// Colour the map by the next lens.
    NextLens,
    /// Draw the map in the next kind of pieces.
    NextMarker,
    /// Open or close the list of places.
    List,
    /// Read the panel.
    Inspect,
    /// Close the mode; on the map, let go of the selection, else of the comparison, else of the filter.
    Back,
    /// Open or close the list of actors to filter by.
    Filter,
    /// Take what is under the cursor, or what is typed: toggle the actor, go to the place, do the command.
    Pick,
    /// Go through lines, rows, or what is found.
    Scroll(Scroll),
    /// Open the source at the panel's current quotation.
    Read,
    /// Go to the next or the previous quotation or passage.
    Passage(Step),
    /// Go to the places that the passage bears on.
    Places,
    /// List the sources.
    Sources,
    /// Open the list of what can be switched off.
    Switchboard,
    /// Copy the current quotation as a citation.
    Cite,
    /// Choose what to write the citation in, and copy it.
    CiteAs,
    /// Choose a format to write the map in, to a file.
    Export,
    /// Write on an article.
    Write(Write),
    /// Change the region file.
    Revise(Revise),
    /// Draw a place.
    Draw(Draw),
    /// Say what became of a citation that was to be copied.
    Copied(Cited, Delivery),
    /// Let time go on by itself, or stop it.
    Play,
    /// Go on to the next date while time goes on.
    Tick,
    /// Show more or less of time, at a column of the timeline or around the date that is shown.
    ZoomTime(Zoom, Option<u16>),
    /// Change the lengths that stretches of time have.
    NextTimeScale,
    /// Type a date to go to.
    GoToDate,
    /// Look for a place, a town or an actor by name.
    Search,
    /// Look for a command.
    Palette,
    /// Put a character into the line that is typed.
    Type(char),
    /// Change the line that is typed.
    Edit(Edit),
    /// Make the panel wider.
    PanelWider,
    /// Make the panel narrower.
    PanelNarrower,
    /// Give the panel the whole screen, or the map its part again.
    PanelWhole,
    /// Show or hide the keys.
    Help,
    /// Show or hide what is wrong with the file.
    Problems,
    /// Fit the terminal's new size.
    Resize(Size),
    /// Give the terminal back to the shell until it has the program go on.
    Suspend,
    /// Leave the program.
    Quit,
}

/// A file that the map is to be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveAs {
    /// The place of its format in [`FORMATS`](crate::export::FORMATS).
    pub format: usize,
    pub path: String,
    /// `true` if a file of that name may be replaced.
    pub replace: bool,
}

/// Something that the loop has to do outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the loop and give the terminal back.
    Quit,
    /// Stop, with the terminal given back, until the shell has the program go on.
    Suspend,
    /// Put a citation on the clipboard.
    Copy(Cited, String),
    /// Write the map to a file.
    Save(SaveAs),
    /// Open the user's own editor, which has the terminal until it ends.
    OpenEditor(Spot),
}

impl Action {
    /// Its name in `assets/keys.toml`; empty for what no key can be bound to.
    pub fn name(self) -> &'static str {
        let known = Self::NAMES.iter().find(|(_, action)| *action == self);
        known.map_or("", |(name, _)| name)
    }

    /// The action with that name in `assets/keys.toml`.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|&(_, action)| action)
    }

    /// Every action that a key can be bound to.
    pub const NAMES: &[(&str, Self)] = &[
        ("move-left", moves(Direction::Left)),
        ("move-up", moves(Direction::Up)),
        ("move-down", moves(Direction::Down)),
        ("move-right", moves(Direction::Right)),
        ("next", Self::Place(Step::Next)),
        ("previous", Self::Place(Step::Previous)),
        ("zoom-in", zooms(Zoom::In)),
        ("zoom-out", zooms(Zoom::Out)),
        ("zoom-whole", zooms(Zoom::Whole)),
        ("zoom-selection", zooms(Zoom::Selection)),
        ("pan-left", pans(Direction::Left)),
        ("pan-up", pans(Direction::Up)),
        ("pan-down", pans(Direction::Down)),
        ("pan-right", pans(Direction::Right)),
        ("layers", Self::NextLayers),
        ("list", Self::List),
        ("sort", Self::NextSort),
        ("inspect", Self::Inspect),
        ("back", Self::Back),
        ("filter", Self::Filter),
        ("pick", Self::Pick),
        ("toggle-1", toggles(0)),
        ("toggle-2", toggles(1)),
        ("toggle-3", toggles(2)),
        ("toggle-4", toggles(3)),
        ("toggle-5", toggles(4)),
        ("toggle-6", toggles(5)),
        ("toggle-7", toggles(6)),
        ("toggle-8", toggles(7)),
        ("toggle-9", toggles(8)),
        ("clear-filter", Self::Session(session::Action::ClearFilter)),
        ("line-up", Self::Scroll(Scroll::LineUp)),
        ("line-down", Self::Scroll(Scroll::LineDown)),
        ("page-up", Self::Scroll(Scroll::PageUp)),
        ("page-down", Self::Scroll(Scroll::PageDown)),
        ("top", Self::Scroll(Scroll::Top)),
        ("bottom", Self::Scroll(Scroll::Bottom)),
        ("read", Self::Read),
        ("next-passage", Self::Passage(Step::Next)),
        ("previous-passage", Self::Passage(Step::Previous)),
        ("places", Self::Places),
        ("sources", Self::Sources),
        ("switchboard", Self::Switchboard),
        ("cite", Self::Cite),
        ("cite-as", Self::CiteAs),
        ("export", Self::Export),
        ("write", Self::Write(Write::Open)),
        ("next-sentence", Self::Write(Write::Sentence(Step::Next))),
        (
            "previous-sentence",
            Self::Write(Write::Sentence(Step::Previous)),
        ),
        ("next-bearing", Self::Write(Write::Bearing(Step::Next))),
        (
            "previous-bearing",
            Self::Write(Write::Bearing(Step::Previous)),
        ),
        ("widen", Self::Write(Write::Stretch(Edge::End, Step::Next))),
        (
            "narrow",
            Self::Write(Write::Stretch(Edge::End, Step::Previous)),
        ),
        (
            "widen-start",
            Self::Write(Write::Stretch(Edge::Start, Step::Previous)),
        ),
        (
            "narrow-start",
            Self::Write(Write::Stretch(Edge::Start, Step::Next)),
        ),
        ("about", Self::Write(Write::Ask(Question::Subject))),
        ("says", Self::Write(Write::NextVerb)),
        ("who", Self::Write(Write::Ask(Question::Actor))),
        ("time", Self::Write(Write::Ask(Question::Time))),
        ("draft", Self::Write(Write::Draft)),
        ("keep", Self::Write(Write::Keep)),
        ("undo", Self::Write(Write::Undo)),
        ("redo", Self::Write(Write::Redo)),
        ("save", Self::Write(Write::Save)),
        ("open-editor", Self::Revise(Revise::OpenEditor)),
        ("next-problem", Self::Revise(Revise::Problem(Step::Next))),
        (
            "previous-problem",
            Self::Revise(Revise::Problem(Step::Previous)),
        ),
        ("review", Self::Revise(Revise::Review)),
        ("next-draft", Self::Revise(Revise::Draft(Step::Next))),
        (
            "previous-draft",
            Self::Revise(Revise::Draft(Step::Previous)),
        ),
        ("accept", Self::Revise(Revise::Accept)),
        ("reject", Self::Revise(Revise::Reject)),
        ("undo-change", Self::Revise(Revise::Undo)),
        ("redo-change", Self::Revise(Revise::Redo)),
        ("draw", Self::Draw(Draw::Open)),
        ("cursor-west", Self::Draw(Draw::Move(Direction::Left))),
        ("cursor-north", Self::Draw(Draw::Move(Direction::Up))),
        ("cursor-south", Self::Draw(Draw::Move(Direction::Down))),
        ("cursor-east", Self::Draw(Draw::Move(Direction::Right))),
        ("corner", Self::Draw(Draw::Corner)),
        ("corner-back", Self::Draw(Draw::TakeBack)),
        ("close-outline", Self::Draw(Draw::Close)),
        ("lens", Self::NextLens),
        ("earlier", travels(Way::Earlier)),
        ("later", travels(Way::Later)),
        ("earliest", travels(Way::Earliest)),
        ("latest", travels(Way::Latest)),
        ("next-change", changes(Step::Next)),
        ("previous-change", changes(Step::Previous)),
        ("play", Self::Play),
        ("zoom-time-in", Self::ZoomTime(Zoom::In, None)),
        ("zoom-time-out", Self::ZoomTime(Zoom::Out, None)),
        ("time-scale", Self::NextTimeScale),
        ("go-to-date", Self::GoToDate),
        (
            "mark-date",
            Self::Session(session::Action::ToggleComparison),
        ),
        ("marker", Self::NextMarker),
        ("panel-wider", Self::PanelWider),
        ("panel-narrower", Self::PanelNarrower),
        ("panel-whole", Self::PanelWhole),
        ("search", Self::Search),
        ("palette", Self::Palette),
        ("cursor-left", Self::Edit(Edit::Left)),
        ("cursor-right", Self::Edit(Edit::Right)),
        ("cursor-start", Self::Edit(Edit::Start)),
        ("cursor-end", Self::Edit(Edit::End)),
        ("erase", Self::Edit(Edit::Erase)),
        ("erase-next", Self::Edit(Edit::Delete)),
        ("erase-word", Self::Edit(Edit::EraseWord)),
        ("erase-all", Self::Edit(Edit::EraseAll)),
        ("help", Self::Help),
        ("problems", Self::Problems),
        ("suspend", Self::Suspend),
        ("quit", Self::Quit),
    ];
}

const fn moves(direction: Direction) -> Action {
    Action::Session(session::Action::Move(direction))
}

const fn pans(direction: Direction) -> Action {
    Action::Session(session::Action::Pan(direction))
}

const fn zooms(zoom: Zoom) -> Action {
    Action::Session(session::Action::Zoom(zoom))
}

const fn travels(way: Way) -> Action {
    Action::Session(session::Action::Date(way))
}

const fn changes(step: Step) -> Action {
    Action::Session(session::Action::Change(step))
}

const fn toggles(nth: usize) -> Action {
    Action::Session(session::Action::ToggleActor(ActorId::at(nth)))
}
