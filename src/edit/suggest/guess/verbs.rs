//! Verbs, and what they say of whom.

use crate::atlas::Says;

/// A verb in one of its forms.
#[derive(Debug)]
pub struct Verb {
    /// In lower case.
    pub words: &'static str,
    /// Its meaning for regions.
    pub region: Says,
    /// Its meaning for sites.
    pub site: Says,
    /// The actor that it says it of.
    pub whose: Whose,
    /// `true` if it says so only of a place that stands right behind it: “took Hama”, not “took shelter”.
    pub is_direct: bool,
}

/// The part of a clause that names the actor of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The subject; in the passive voice whoever is named behind “by”.
    Doer,
    /// The same, of a form that is of the past unless an auxiliary says that it is so now.
    Holder,
    /// The subject, in either voice: whoever is stationed or is driven out.
    Subject,
    /// The subject has left, and whoever is named behind “to” has taken over.
    Giver,
    /// The actor named behind it; the subject is the place.
    Behind,
}

use Says::{
    Contests, Context, Holds, HoldsPart, Left, Occupies, Operates, Present, TookOver, Withdraws,
};
use Whose::{Behind, Doer, Giver, Holder, Subject};

const fn verb(words: &'static str, region: Says, site: Says, whose: Whose) -> Verb {
    Verb {
        words,
        region,
        site,
        whose,
        is_direct: false,
    }
}

const fn direct(words: &'static str, region: Says, site: Says, whose: Whose) -> Verb {
    Verb {
        is_direct: true,
        ..verb(words, region, site, whose)
    }
}

/// Longer ones come before those that they begin with.
pub const VERBS: &[Verb] = &[
    verb("took over", TookOver, TookOver, Doer),
    verb("taken over", TookOver, TookOver, Doer),
    verb("took control of", TookOver, TookOver, Doer),
    verb("taken control of", TookOver, TookOver, Doer),
    verb("seized control of", TookOver, TookOver, Doer),
    verb("gained control of", TookOver, TookOver, Doer),
    verb("captured", TookOver, TookOver, Doer),
    verb("recaptured", TookOver, TookOver, Doer),
    verb("retook", TookOver, TookOver, Doer),
    verb("retaken", TookOver, TookOver, Doer),
    verb("seized", TookOver, TookOver, Doer),
    verb("regained control of", TookOver, TookOver, Doer),
    verb("won control of", TookOver, TookOver, Doer),
    verb("wrested control of", TookOver, TookOver, Doer),
    direct("took", TookOver, TookOver, Doer),
    direct("taken", TookOver, TookOver, Doer),
    direct("regained", TookOver, TookOver, Doer),
    direct("liberated", TookOver, TookOver, Doer),
    direct("conquered", TookOver, TookOver, Doer),
    verb("overran", TookOver, TookOver, Doer),
    verb("overrun", TookOver, TookOver, Doer),
    verb("fell to", TookOver, TookOver, Behind),
    verb("fallen to", TookOver, TookOver, Behind),
    verb("falls to", TookOver, TookOver, Behind),
    verb("fell into the hands of", TookOver, TookOver, Behind),
    verb("under the control of", Holds, Operates, Behind),
    verb("under control of", Holds, Operates, Behind),
    verb("in the hands of", Holds, Operates, Behind),
    verb("holds parts of", HoldsPart, Present, Doer),
    verb("hold parts of", HoldsPart, Present, Doer),
    verb("controls parts of", HoldsPart, Present, Doer),
    verb("control parts of", HoldsPart, Present, Doer),
    verb("maintains control of", Holds, Operates, Doer),
    verb("maintain control of", Holds, Operates, Doer),
    verb("keeps control of", Holds, Operates, Doer),
    verb("keep control of", Holds, Operates, Doer),
    direct("retains", Holds, Operates, Doer),
    direct("retain", Holds, Operates, Doer),
    verb("occupies parts of", HoldsPart, Present, Doer),
    verb("occupy parts of", HoldsPart, Present, Doer),
    direct("no longer holds", Left, Left, Doer),
    direct("no longer hold", Left, Left, Doer),
    direct("no longer controls", Left, Left, Doer),
    direct("no longer control", Left, Left, Doer),
    verb("holds", Holds, Operates, Doer),
    verb("hold", Holds, Operates, Doer),
    verb("held", Holds, Operates, Holder),
    verb("controls", Holds, Operates, Doer),
    verb("control", Holds, Operates, Doer),
    verb("controlled", Holds, Operates, Holder),
    verb("occupies", Occupies, Holds, Doer),
    verb("occupy", Occupies, Holds, Doer),
    verb("occupied", Occupies, Holds, Holder),
    verb("runs", Holds, Operates, Doer),
    verb("run", Holds, Operates, Doer),
    verb("operates", Present, Operates, Doer),
    verb("operated", Present, Operates, Holder),
    verb("withdrew from", Left, Left, Subject),
    verb("withdrawn from", Left, Left, Subject),
    verb("withdrew forces from", Left, Left, Subject),
    verb("withdrew its forces from", Left, Left, Subject),
    verb("withdrew troops from", Left, Left, Subject),
    verb("withdrew its troops from", Left, Left, Subject),
    verb("pulled its forces out of", Left, Left, Subject),
    verb("pulled its troops out of", Left, Left, Subject),
    verb("pulled back from", Left, Left, Subject),
    verb("evacuated from", Left, Left, Subject),
    verb("pulled out of", Left, Left, Subject),
    verb("retreated from", Left, Left, Subject),
    verb("driven out of", Left, Left, Subject),
    verb("driven from", Left, Left, Subject),
    verb("forced out of", Left, Left, Subject),
    verb("pushed out of", Left, Left, Subject),
    verb("expelled from", Left, Left, Subject),
    verb("ousted from", Left, Left, Subject),
    verb("left", Left, Left, Doer),
    verb("abandoned", Left, Left, Doer),
    verb("lost control of", Left, Left, Giver),
    verb("lost", Left, Left, Giver),
    verb("ceded", Left, Left, Giver),
    verb("surrendered", Left, Left, Giver),
    verb("handed over", Left, Left, Giver),
    verb("handed", Left, Left, Giver),
    verb("withdrawing from", Context, Withdraws, Subject),
    verb("pulling out of", Context, Withdraws, Subject),
    verb("pulling forces from", Context, Withdraws, Subject),
    verb("contests", Contests, Context, Doer),
    verb("fighting for", Contests, Context, Subject),
    verb("stationed at", Present, Present, Subject),
    verb("stationed in", Present, Present, Subject),
    verb("deployed to", Present, Present, Subject),
    verb("has forces in", Present, Present, Doer),
    verb("has forces at", Present, Present, Doer),
    verb("have forces in", Present, Present, Doer),
];
