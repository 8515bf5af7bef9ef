//! The words beside the picture, before they are on any medium.
//!
//! A [`Caption`] says what is known of one subject and by whom; `prose` sets it as [`Line`]s whose every span has a
//! `Role`. The screen turns roles into styles, plain text drops them: neither has words of its own.
//!
//! Room rules: nothing of terminals or of TOML.

mod bands;
mod changes;
mod columns;
mod differ;
mod entry;
mod events;
mod evidence;
mod explain;
mod holders;
mod layers;
mod legend;
mod line;
mod list;
pub(crate) mod prose;
mod quoted;
pub(crate) mod reading;
#[cfg(test)]
pub(crate) mod sample;
mod spoken;
mod subject;
mod summary;
mod switchboard;
mod tally;
mod unit;
mod whole;
pub(crate) mod words;
mod wrap;

pub use bands::Band;
pub use evidence::{EvidenceLegend, StepShare};
pub use legend::{Legend, Share};
pub use line::Line;
pub use list::{Row, Sort};
pub use reading::{Counts, Reading};
pub use summary::plain_text;
pub use tally::Portion;

pub(crate) use {
    differ::Sides,
    entry::{Entry, Founding, Words},
    holders::Holder,
    line::{Role, Span},
    quoted::quoted,
    spoken::spoken,
    wrap::{shortened, wrap},
};

use crate::{
    atlas::{ActorId, Atlas, state::Snapshot},
    geo::Map,
};

/// The material of captions: an atlas, its shapes, and the state of both at a date.
#[derive(Clone, Copy, Debug)]
pub struct Captions<'a> {
    /// The claims that are told of, with their sources and actors.
    pub atlas: &'a Atlas,
    /// The areas that shares of the country are counted over, by the ids of the atlas.
    pub map: &'a Map,
    /// The state that is told, and the date that verbs, ages and hidden claims go by.
    pub snapshot: &'a Snapshot,
}

/// All there is to say of one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    pub(crate) title: String,
    pub(crate) parts: Vec<Part>,
}

/// One piece of a caption, in the order it is read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// The words for who has it, and the actors that are named.
    State(Stated),
    /// The words for how well that is known.
    Grade(String),
    Fact {
        label: &'static str,
        value: String,
    },
    Heading(&'static str),
    /// The source of the claims below.
    Source(String),
    /// A place that belongs to the subject, and who has it.
    Member {
        name: String,
        stated: Stated,
    },
    /// A place whose state differs between two dates.
    Change {
        name: String,
        before: Stated,
        after: Stated,
    },
    /// The share that one actor is said to have.
    Holder(Holder),
    /// The editor's own words on the subject.
    Note(String),
    Entry(Entry),
    /// Layers of many days that say the same.
    Layers {
        says: String,
        actor: Option<ActorId>,
        source: String,
    },
    /// Claims that differ, side by side.
    Sides(Sides),
    /// The days that events are of, and how many there are.
    Happened(String),
    /// An event in its words.
    Event(Vec<Line>),
    /// Something the reader must know before trusting the rest.
    Alarm(String),
}

/// A state in words, and the actors that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The words.
    pub words: String,
    /// The actors, in the order of the words.
    pub actors: Vec<ActorId>,
}

#[cfg(test)]
mod tests {
    use super::sample::{AIRPORT, NORTHEAST, NORTHWEST, PORT, SOUTHEAST, SOUTHWEST, Sample};
    use super::*;
    use crate::atlas::Place;

    fn shown(place: Place) -> String {
        let sample = Sample::new();
        plain_text(&sample.captions().place(place).lines(&sample.atlas), 60)
    }

    #[test]
    fn a_region_shows_who_holds_it_and_the_sentence_that_says_so() {
        insta::assert_snapshot!(shown(NORTHWEST), @"
        held by Reds  ■ R
        quoted · 1 source · undated · its outline is schematic

        “Reds hold the northwest”.
        — A title, ¶1
          found in the held text ✓ · undated

        area: about 10,100 km², 25% of the country

        Sites here
        Red port · operated by Reds  ■ R
        ");
    }

    #[test]
    fn parts_and_disputes_and_silence_are_never_overclaimed() {
        insta::assert_snapshot!(shown(NORTHEAST), @"
        parts held by Blues; which parts is not said  ■ B
        quoted · 1 source · undated · its outline is schematic

        “Blues roam the northeast” — in pockets.
        — A title, ¶1
          found in the held text ✓ · undated

        area: about 10,100 km², 25% of the country

        Sites here
        Blue airport · Blues: withdrawing  ■ B

        Also said of it
        Reds: present  ■ R
        Blues roam the “northeast — in pockets”.
        Our reading: Pockets are said to be there.
        — A title, ¶1
          found in the held text ✓ (typography differs) · undated
        ");
        insta::assert_snapshot!(shown(SOUTHWEST), @"
        disputed: sources differ between Reds and Blues  ■ R  ■ B
        reported · 1 source · last said 26 days before · its outline
        is schematic

        Sources differ: who has it?
        2 Jan 2026 · held by         │ 2 Jan 2026 · held by
          Reds  ■ R                  │   Blues  ■ B
        Reds hold it.                │ Blues hold it.
        — A wire service             │ — A wire service
          reported, in our words     │   reported, in our words

        The map shows them all: none is surely later than the
          others.

        area: about 10,200 km², 25% of the country
        ");
        insta::assert_snapshot!(shown(SOUTHEAST), @"
        silent: what is said of who holds it is not found in its
        source
        its outline is schematic

        Not found in the held text, so it counts for nothing
        held by Blues  ■ B
        “The port is rad”
        — A title
          NOT FOUND: the source has “The port is red” (¶1) · undated

        area: about 10,200 km², 25% of the country
        ");
    }

    #[test]
    fn a_site_shows_its_status_and_how_it_got_there() {
        insta::assert_snapshot!(shown(PORT), @"
        operated by Reds  ■ R
        quoted, also reported · 2 sources · last said 5 years
        before, and undated

        operated by Reds  ■ R
        “The port is red”.
        — A title, ¶1
          found in the held text ✓ · undated

        May 2020 · taken over by Reds  ■ R
        Reds took the port.
        — A wire service
          reported, in our words · May 2020

        kind: naval base
        operator: Reds
        position: 35.5000° N, 36.1000° E
        in: Unit NW
        also: ميناء
        ");
        insta::assert_snapshot!(shown(AIRPORT), @"
        Blues: withdrawing  ■ B
        reported · 1 source · last said 8 days before

        Blues are leaving.
        — A wire service
          reported, in our words · 20 Jan 2026

        kind: airport
        operator: not said
        position: 35.9000° N, 37.9000° E
        in: Unit NE
        also: ميناء

        1 claim from after 28 Jan 2026 not shown
        ");
    }

    #[test]
    fn nothing_selected_shows_what_concerns_the_map() {
        let sample = Sample::new();
        insta::assert_snapshot!(plain_text(&sample.captions().map().lines(&sample.atlas), 60), @"
        as of 28 Jan 2026 · 4 regions · 2 sites · 2 sources

        1 quotation not found in the held texts: it counts for
        nothing

        Who holds what
        ■ R Reds · 25% and 1 site
            Northwest, quoted: “Reds hold the northwest”
        ■ B Blues · parts of 25% and 1 site
            Northeast, quoted: “Blues roam the northeast”
        silent · 25% · no source here says who holds it

        A title
        Blues roam the northeast — “in pockets”.
          ¶1 · found in the held text ✓ · undated

        1 claim from after 28 Jan 2026 not shown
        ");
    }

    #[test]
    fn explain_prints_every_step_of_the_rule() {
        let sample = Sample::new();
        insta::assert_snapshot!(plain_text(&sample.captions().explain(PORT), 72), @"
        Red port (port) on 28 Jan 2026

        1. What is said of it, oldest first: 2 claims.
           (1) taken over by Reds · A wire service · reported · May 2020 · line
               1
               Reds took the port.
           (2) operated by Reds · A title, ¶1 · quoted · undated, so counted
               from 28 Jan 2026 · line 1
               “The port is red”.
        2. From after 28 Jan 2026, or not surely before it, so set aside: none.
        3. Not found in the held text, so set aside: none. Switched off: none.
        4. Contradicted, or said anew, by a later claim: none.
        5. Says nothing of who has it: none. Agrees with a claim that says more:
           none.
        6. What is left decides: (1) and (2). Narrowed to parts by a later
           claim: none.
        7. They say one thing of each actor. So: operated by Reds.
        8. Grade: quoted. Each thing that is said is as well known as the best
           claim that says it; the least known of them counts.
        9. Age: last said 5 years before, and undated.
        ");
        insta::assert_snapshot!(plain_text(&sample.captions().explain(SOUTHEAST), 72), @"
        Southeast (se) on 28 Jan 2026

        1. What is said of it, oldest first: 1 claim.
           (1) held by Blues · A title · not found · undated, so counted from 28
               Jan 2026 · line 1
               “The port is rad”
        2. From after 28 Jan 2026, or not surely before it, so set aside: none.
        3. Not found in the held text, so set aside: (1). Switched off: none.
        4. Contradicted, or said anew, by a later claim: none.
        5. Says nothing of who has it: none. Agrees with a claim that says more:
           none.
        6. What is left decides: none. Narrowed to parts by a later claim: none.
        7. No claim is left that names who has it. So: silent: what is said of
           who holds it is not found in its source.
        8. Grade: silent.
        9. Age: nothing decides.
        ");
    }

    #[test]
    fn the_summary_says_it_all_in_plain_text() {
        let sample = Sample::new();
        let text = plain_text(&sample.captions().summary(), 80);
        assert!(
            text.lines()
                .all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80)
        );
        insta::assert_snapshot!(text, @"
        A land: who holds what
        as of 28 Jan 2026 · 4 regions · 2 sites · 2 sources

        1 quotation not found in the held texts: it counts for nothing

        1 claim from after 28 Jan 2026 not shown

        Shares of the area
          ■ R Reds: 25% and 1 site
          ■ B Blues: parts of 25% and 1 site
              disputed: 25%
              silent: 25%

        Regions

        Northwest
          held by Reds  ■ R
          quoted · 1 source · undated · its outline is schematic
          “Reds hold the northwest”.
          — A title, ¶1
            found in the held text ✓ · undated

        Northeast
          parts held by Blues; which parts is not said  ■ B
          quoted · 1 source · undated · its outline is schematic
          “Blues roam the northeast” — in pockets.
          — A title, ¶1
            found in the held text ✓ · undated

        Southwest
          disputed: sources differ between Reds and Blues  ■ R  ■ B
          reported · 1 source · last said 26 days before · its outline is schematic
          2 Jan 2026 · held by Reds  ■ R
          Reds hold it.
          — A wire service
            reported, in our words · 2 Jan 2026
          2 Jan 2026 · held by Blues  ■ B
          Blues hold it.
          — A wire service
            reported, in our words · 2 Jan 2026

        Southeast
          silent: what is said of who holds it is not found in its source
          its outline is schematic

        Sites

        Red port
          operated by Reds  ■ R
          quoted, also reported · 2 sources · last said 5 years before, and undated
          operated by Reds  ■ R
          “The port is red”.
          — A title, ¶1
            found in the held text ✓ · undated
          May 2020 · taken over by Reds  ■ R
          Reds took the port.
          — A wire service
            reported, in our words · May 2020

        Blue airport
          Blues: withdrawing  ■ B
          reported · 1 source · last said 8 days before
          Blues are leaving.
          — A wire service
            reported, in our words · 20 Jan 2026
        ");
    }
}
