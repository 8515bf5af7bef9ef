//! Everything that can be asked of the screen.

use super::{clipboard::Delivery, editor::Spot, input::Edit};
use crate::{
    atlas::Statement,
    export::citation::Format,
    session::{self, Direction, Question, Step, Zoom},
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

/// Something to be cited, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The claim or the event whose words and source are cited.
    pub statement: Statement,
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
    /// Read an article, by the name of its file, and begin to write on it.
    ReadArticle(String),
    /// Open the user's own editor, which has the terminal until it ends.
    OpenEditor(Spot),
}
