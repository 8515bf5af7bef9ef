//! The verbs of claims, and what each does to a state: one row a verb.
//!
//! [`rule`](super::rule) reads this table and names no verb itself. A verb with a new effect is a new [`Role`] as well.

use serde::{Deserialize, Serialize};

use super::model::words;

/// A verb, for what a claim says of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Says {
    /// The actor holds the region, or the site.
    Holds,
    /// The actor holds the region as an occupying power.
    Occupies,
    /// The actor holds parts of the region; which ones is not said.
    HoldsPart,
    /// The actor fights for the region.
    Contests,
    /// The actor has taken the region or the site over: an event.
    TookOver,
    /// The actor runs the site.
    Operates,
    /// The actor has forces there.
    Present,
    /// The actor is leaving the site.
    Withdraws,
    /// The actor has left the region or the site: an event.
    Left,
    /// Bears on the subject without saying who has it.
    Context,
}

words!(Says {
    Holds => "holds", "holds it";
    Occupies => "occupies", "occupies it";
    HoldsPart => "holds-part", "holds parts of it";
    Contests => "contests", "contests it";
    TookOver => "took-over", "took it over";
    Operates => "operates", "runs it";
    Present => "present", "has forces there";
    Withdraws => "withdraws", "is withdrawing";
    Left => "left", "has left";
    Context => "context", "context";
});

/// The effect of a claim on the state of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Its actor has all of the region.
    Holder,
    /// Its actor has all of the region, as an occupying power.
    Occupier,
    /// Its actor has some of the region.
    PartHolder,
    /// Its actor fights for the region.
    Contender,
    /// Its actor runs or holds the site.
    Operator,
    /// Its actor has forces at the site.
    Guest,
    /// Its actor is leaving the site.
    Leaving,
    /// Its actor has left.
    Gone,
    /// It decides nothing.
    Bears,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The effect on a region, or `None` where it can't be said of one.
    pub region: Option<Role>,
    /// The effect on a site, or `None` where it can't be said of one.
    pub site: Option<Role>,
    /// The earlier claims it supersedes that name the same actor: what it contradicts, and what it says anew.
    pub own: &'static [Says],
    /// The earlier claims it supersedes that name another actor: what it contradicts.
    pub others: &'static [Says],
    /// Claims of the same actor that say more and agree with it, whenever they are from: beside one it decides nothing.
    pub within: &'static [Says],
    /// Earlier claims of another actor of which it takes some away: what they say of all then holds of parts.
    pub narrows: &'static [Says],
    /// `true` if it tells of something that happened on a day, rather than of how things were.
    pub event: bool,
    /// The words for it, with `{}` for the actor.
    pub now: &'static str,
    /// The same of a date that is past.
    pub past: &'static str,
    /// The same where there is little room, as on the map.
    pub brief: &'static str,
}

use Says::{Contests, Holds, HoldsPart, Left, Occupies, Operates, Present, TookOver, Withdraws};

/// The claims by which an actor has all of a region.
const WHOLE: &[Says] = &[Holds, Occupies, TookOver];
/// The claims that a claim to all of a region, or to a site, settles; forces at a site may stay.
const SETTLED: &[Says] = &[Holds, Occupies, TookOver, HoldsPart, Contests, Operates];
/// The things one actor can no longer be said to be, once it has all of a region or runs a site.
const RENEWED: &[Says] = &[
    Holds, Occupies, TookOver, HoldsPart, Contests, Operates, Present, Withdraws, Left,
];
/// The same but for an occupation, which holding does not contradict.
const HELD_ANEW: &[Says] = &[
    Holds, TookOver, HoldsPart, Contests, Operates, Withdraws, Left,
];
/// The claims by which an actor runs or holds a site.
const RUNS: &[Says] = &[Holds, Operates, TookOver];
/// The claims by which an actor is at a site in a way that says more than that there are forces.
const AT_SITE: &[Says] = &[Holds, Operates, TookOver, Withdraws];

/// A verb of which nothing but its words is special.
const PLAIN: Rule = Rule {
    region: None,
    site: None,
    own: &[],
    others: &[],
    within: &[],
    narrows: &[],
    event: false,
    now: "",
    past: "",
    brief: "{}",
};

impl Says {
    /// Its row.
    pub const fn rule(self) -> &'static Rule {
        match self {
            Self::Holds => &Rule {
                region: Some(Role::Holder),
                site: Some(Role::Operator),
                // Whoever occupies a region holds it.
                own: HELD_ANEW,
                others: SETTLED,
                now: "held by {}",
                past: "was held by {}",
                ..PLAIN
            },
            Self::Occupies => &Rule {
                region: Some(Role::Occupier),
                own: RENEWED,
                others: SETTLED,
                now: "occupied by {}",
                past: "was occupied by {}",
                brief: "{}, occupying",
                ..PLAIN
            },
            Self::HoldsPart => &Rule {
                region: Some(Role::PartHolder),
                own: &[HoldsPart, Left],
                within: WHOLE,
                narrows: WHOLE,
                now: "parts held by {}",
                past: "parts were held by {}",
                ..PLAIN
            },
            Self::Contests => &Rule {
                region: Some(Role::Contender),
                own: &[Contests, Left],
                now: "contested by {}",
                past: "was contested by {}",
                ..PLAIN
            },
            Self::TookOver => &Rule {
                region: Some(Role::Holder),
                site: Some(Role::Operator),
                own: RENEWED,
                others: SETTLED,
                event: true,
                now: "taken over by {}",
                past: "had been taken over by {}",
                ..PLAIN
            },
            Self::Operates => &Rule {
                site: Some(Role::Operator),
                own: RENEWED,
                others: RUNS,
                now: "operated by {}",
                past: "was operated by {}",
                ..PLAIN
            },
            Self::Present => &Rule {
                region: Some(Role::Bears),
                site: Some(Role::Guest),
                own: &[Present, Left],
                within: AT_SITE,
                now: "{}: present",
                past: "{}: was present",
                brief: "{}, present",
                ..PLAIN
            },
            Self::Withdraws => &Rule {
                site: Some(Role::Leaving),
                own: &[Holds, Operates, TookOver, Present, Withdraws, Left],
                now: "{}: withdrawing",
                past: "{}: was withdrawing",
                brief: "{}, leaving",
                ..PLAIN
            },
            Self::Left => &Rule {
                region: Some(Role::Gone),
                site: Some(Role::Gone),
                own: RENEWED,
                event: true,
                now: "{}: withdrawn",
                past: "{}: had withdrawn",
                brief: "{}, left",
                ..PLAIN
            },
            Self::Context => &Rule {
                region: Some(Role::Bears),
                site: Some(Role::Bears),
                ..PLAIN
            },
        }
    }

    /// Returns `true` if it can be said of a region.
    pub const fn fits_region(self) -> bool {
        self.rule().region.is_some()
    }

    /// Returns `true` if it can be said of a site.
    pub const fn fits_site(self) -> bool {
        self.rule().site.is_some()
    }
}

impl Says {
    /// Returns `true` if whoever does this at a site is there.
    pub fn is_there(self) -> bool {
        matches!(
            self.rule().site,
            Some(Role::Operator | Role::Guest | Role::Leaving)
        )
    }

    /// Returns `true` if whoever does this at a site is there and not about to leave.
    pub fn stays(self) -> bool {
        matches!(self.rule().site, Some(Role::Operator | Role::Guest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row for each earlier verb, a column for each later one: `o` where the later of the same actor supersedes the
    /// earlier, `x` where that of another actor does, `b` where both do.
    fn superseded() -> String {
        let sign = |earlier: Says, later: Says| {
            let Rule { own, others, .. } = later.rule();
            match (own.contains(&earlier), others.contains(&earlier)) {
                (true, true) => 'b',
                (true, false) => 'o',
                (false, true) => 'x',
                (false, false) => '.',
            }
        };
        let row = |&earlier: &Says| {
            let signs: String = Says::ALL
                .iter()
                .map(|&later| sign(earlier, later))
                .collect();
            format!("{signs}  {}", earlier.key())
        };
        Says::ALL.iter().map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_later_claim_ends_what_it_contradicts_or_says_anew() {
        insta::assert_snapshot!(superseded(), @"
        bb..bb.oo.  holds
        xb..bo..o.  occupies
        bbo.bo..o.  holds-part
        bb.obo..o.  contests
        bb..bb.oo.  took-over
        bb..bb.oo.  operates
        .o..ooooo.  present
        oo..oo.oo.  withdraws
        ooooooooo.  left
        ..........  context
        ");
    }

    #[test]
    fn a_smaller_claim_lies_within_a_bigger_one_or_narrows_it() {
        let with = |list: fn(&Rule) -> &'static [Says]| -> Vec<(&str, Vec<&str>)> {
            let rows = Says::ALL.iter().map(|says| (says.key(), list(says.rule())));
            rows.filter(|(_, list)| !list.is_empty())
                .map(|(key, list)| (key, list.iter().map(|says| says.key()).collect()))
                .collect()
        };
        let whole = vec!["holds", "occupies", "took-over"];
        let at_site = vec!["holds", "operates", "took-over", "withdraws"];
        let within = [("holds-part", whole.clone()), ("present", at_site)];
        assert_eq!(with(|rule| rule.within), within);
        assert_eq!(with(|rule| rule.narrows), [("holds-part", whole)]);
    }

    #[test]
    fn a_verb_is_said_of_what_it_fits_and_tells_who_is_there() {
        let row = |&says: &Says| {
            let (region, site) = (says.rule().region, says.rule().site);
            assert_eq!(
                (says.fits_region(), says.fits_site()),
                (region.is_some(), site.is_some())
            );
            let of = |role: Option<Role>| role.map_or("-".to_owned(), |role| format!("{role:?}"));
            let there = [says.is_there(), says.stays(), says.rule().event];
            let signs = there.map(|is| if is { "yes" } else { "no" }).join(" ");
            format!("{}: {} {} {signs}", says.key(), of(region), of(site))
        };
        let rows: Vec<String> = Says::ALL.iter().map(row).collect();
        insta::assert_snapshot!(rows.join("\n"), @"
        holds: Holder Operator yes yes no
        occupies: Occupier - no no no
        holds-part: PartHolder - no no no
        contests: Contender - no no no
        took-over: Holder Operator yes yes yes
        operates: - Operator yes yes no
        present: Bears Guest yes yes no
        withdraws: - Leaving yes no no
        left: Gone Gone no no yes
        context: Bears Bears no no no
        ");
    }
}
