//! The actions by their names, which keys are bound to.

use super::{
    action::{Action, Draw, Edge, Revise, Scroll, Write},
    input::Edit,
};
use crate::{
    atlas::ActorId,
    session::{self, Direction, Question, Step, Way, Zoom},
};

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
