//! Plain English for what the rule yields; the names of actors come from the file, so no phrase depends on their number.

use crate::atlas::{
    Actor, ActorId, Atlas, Claim, Date, Dated, Evidence, Place, Position, Says, SiteKind, Subject,
    bidi,
    state::{Basis, Control, RegionState, SetAside, SiteState, Snapshot},
};

use super::Stated;

/// The text without what could move the cursor or turn the writing around: control characters become spaces, and
/// marks that reorder text are left out.
pub fn clean(text: &str) -> String {
    let reorders = |char| bidi::is_explicit(char) || bidi::MARKS.contains(&char);
    let blank = |char: char| char.is_control() || bidi::is_separator(char);
    text.chars()
        .filter(|&char| !reorders(char))
        .map(|char| if blank(char) { ' ' } else { char })
        .collect()
}

/// Tells whether a number behind the name would be shown before it, without its sign, as the rules for writing from right
/// to left have it. It is put before the name then.
pub fn draws_numbers(name: &str) -> bool {
    name.chars().any(bidi::is_rtl)
}

/// `The Guard: 12%`.
pub fn with_share(name: &str, share: &str) -> String {
    if draws_numbers(name) {
        format!("{share}: {name}")
    } else {
        format!("{name}: {share}")
    }
}

/// `A`, `A and B`, `A, B and C`.
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    joined(names, "and")
}

/// `A`, `A or B`, `A, B or C`.
pub fn either<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    joined(names, "or")
}

fn joined<'a>(names: impl IntoIterator<Item = &'a str>, word: &str) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} {word} {last}", most.join(", ")),
    }
}

/// `1 source`, `2 sources`.
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {}", plural(number, one))
}

/// `source` for one, `sources` for more or none.
pub fn plural(number: usize, one: &str) -> String {
    if number == 1 {
        one.to_owned()
    } else {
        format!("{one}s")
    }
}

/// Below this, a share of the whole is shown as less than one percent.
pub const ONE_PERCENT: f64 = 0.01;

/// A share of the whole, rounded by itself, though never to nothing or to all of it: `28%`, `<1%`, `>99%`.
pub fn percent(share: f64) -> String {
    // All of it is a sum of areas.
    let all = 1.0 - f64::from(f32::EPSILON);
    if share > 0.0 && share < ONE_PERCENT {
        "<1%".to_owned()
    } else if share > 1.0 - ONE_PERCENT && share < all {
        ">99%".to_owned()
    } else {
        format!("{:.0}%", (share.max(0.0) * 100.0).round())
    }
}

/// The same as percentage points: `28 points`, `1 point`, `<1 point`.
pub fn points(share: f64) -> String {
    match percent(share).trim_end_matches('%') {
        one @ ("1" | "<1") => format!("{one} point"),
        several => format!("{several} points"),
    }
}

/// An area to two, three or four digits: more would claim more than a map's line can bear.
pub fn square_km(area: f64) -> String {
    match area {
        ..=0.0 => return "0 km²".to_owned(),
        ..0.05 => return "less than 0.1 km²".to_owned(),
        ..10.0 => return format!("{area:.1} km²"),
        _ => {}
    }
    let step = match area {
        ..100.0 => 1.0,
        ..10_000.0 => 10.0,
        _ => 100.0,
    };
    let digits = format!("{:.0}", (area / step).round() * step);
    let mut grouped = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} km²")
}

/// `35.4117° N, 35.9450° E`.
pub fn position(at: Position) -> String {
    let (north, east) = (
        if at.lat < 0.0 { 'S' } else { 'N' },
        if at.lon < 0.0 { 'W' } else { 'E' },
    );
    format!("{:.4}° {north}, {:.4}° {east}", at.lat.abs(), at.lon.abs())
}

/// Puts into words what a claim says of its subject, or `None` where it says nothing of who has it.
pub fn said(says: Says, actor: Option<&Actor>) -> Option<String> {
    let now = says.rule().now;
    (!now.is_empty()).then_some(now.replace("{}", &actor?.name))
}

/// Puts into words what a claim says, and of what: `Northeast: held by Kurdish-led forces`.
pub fn claimed(atlas: &Atlas, claim: &Claim) -> String {
    let subjects = claim.about.iter().map(|&subject| match subject {
        Subject::Map => atlas.title.as_str(),
        Subject::Region(id) => &atlas[id].name,
        Subject::Site(id) => &atlas[id].name,
        Subject::Actor(id) => &atlas[id].name,
    });
    let said = said(claim.says, claim.actor.map(|id| &atlas[id]));
    let said = said.unwrap_or_else(|| claim.says.plain().to_owned());
    format!("{}: {said}", list(subjects))
}

/// The tense that a state is told in: as it is, or as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Present,
    Past,
}

impl Tense {
    /// Returns the tense of a date: past if it lies before the file's own.
    pub fn of(atlas: &Atlas, snapshot: &Snapshot) -> Self {
        if snapshot.date < atlas.as_of {
            Self::Past
        } else {
            Self::Present
        }
    }

    pub const fn choose<'a>(self, present: &'a str, past: &'a str) -> &'a str {
        match self {
            Self::Present => present,
            Self::Past => past,
        }
    }

    /// Returns the words of a verb for an actor.
    fn say(self, says: Says, name: &str) -> String {
        let rule = says.rule();
        self.choose(rule.now, rule.past).replace("{}", name)
    }
}

/// Tells who has a place, in words.
pub fn stated(atlas: &Atlas, snapshot: &Snapshot, place: Place) -> Stated {
    let tense = Tense::of(atlas, snapshot);
    match place {
        Place::Region(id) => Stated {
            words: region(atlas, place, &snapshot[id], tense),
            actors: snapshot[id].control.actors().to_vec(),
        },
        Place::Site(id) => Stated {
            words: site(atlas, place, &snapshot[id], tense),
            actors: snapshot[id].status.actors(),
        },
    }
}

fn region(atlas: &Atlas, place: Place, state: &RegionState, tense: Tense) -> String {
    let names = |actors: &[ActorId]| list(actors.iter().map(|&id| atlas[id].name.as_str()));
    let say = |says: Says, actor: ActorId| tense.say(says, &atlas[actor].name);
    match &state.control {
        Control::Silent => silence(unsaid(atlas, place), tense, &state.basis),
        Control::Held(actor) => say(Says::Holds, *actor),
        Control::Occupied(actor) => say(Says::Occupies, *actor),
        Control::InParts(actors) => format!(
            "parts {}held by {}; which parts {} not said",
            tense.choose("", "were "),
            names(actors),
            tense.choose("is", "was"),
        ),
        Control::Contested(actors) => {
            let between = if actors.len() == 1 { "by" } else { "between" };
            format!(
                "{}contested {between} {}",
                tense.choose("", "was "),
                names(actors)
            )
        }
        Control::Disputed(actors) if actors.len() == 1 => format!(
            "disputed: sources differ over whether {} {} it",
            names(actors),
            tense.choose("holds", "held")
        ),
        Control::Disputed(actors) => format!("disputed: sources differ between {}", names(actors)),
    }
}

fn site(atlas: &Atlas, place: Place, state: &SiteState, tense: Tense) -> String {
    let status = &state.status;
    if status.is_silent() {
        return silence(unsaid(atlas, place), tense, &state.basis);
    }
    let said = |said: &[(Says, ActorId)]| -> Vec<String> {
        said.iter()
            .map(|&(says, actor)| tense.say(says, &atlas[actor].name))
            .collect()
    };
    let disputed = (!status.disputed.is_empty()).then(|| {
        format!(
            "disputed: sources differ between “{}”",
            said(&status.disputed).join("” and “")
        )
    });
    let mut words = said(&status.agreed);
    words.extend(disputed);
    words.join("; ")
}

/// Returns what nobody says where a place is silent: the verb, now and in the past, and what of the place. Regions may lie
/// in a unit, and a town in one, of which somebody is said to hold some.
pub fn unsaid(atlas: &Atlas, place: Place) -> [&'static str; 3] {
    match place {
        Place::Region(id) if atlas[id].is_unit => ["holds", "held", "all of it"],
        Place::Region(_) => ["holds", "held", "it"],
        Place::Site(id) if atlas[id].kind == SiteKind::Town => ["holds", "held", "the town itself"],
        Place::Site(_) => ["operates", "operated", "it"],
    }
}

/// Tells why nobody is shown to have a place.
fn silence([now, past, what]: [&str; 3], tense: Tense, basis: &Basis) -> String {
    let does = tense.choose(now, past);
    match basis.set_aside {
        Some(SetAside::NoLand) => "no land of it is drawn at this date".to_owned(),
        Some(SetAside::Unread) => {
            format!(
                "not known: its area at this date can't be read, so nothing shows who {does} it"
            )
        }
        Some(SetAside::NotFound) => {
            format!("silent: what is said of who {does} it is not found in its source")
        }
        Some(SetAside::SwitchedOff) => {
            format!("silent: what is said of who {does} it is switched off")
        }
        Some(SetAside::Draft) => format!("silent: what is said of who {does} it is a draft"),
        None => format!("silent: no source here says who {does} {what}"),
    }
}

/// Tells how long before a date a state was last said, by what is dated and, where there is some, by what is not; and
/// when a part of it was: `last said 9 years before, in part 9 months before`. `None` where nothing decides.
pub fn age(evidence: &Evidence, date: Date) -> Option<String> {
    let said = evidence.newest?.date();
    let dated = said.map(|said| match before(said, date) {
        Some(before) => format!("last said {before}"),
        None => "last said that day".to_owned(),
    });
    let undated = evidence.undated.then(|| match said {
        Some(_) => "and undated".to_owned(),
        None => "undated".to_owned(),
    });
    let part = evidence.in_part.map(|part| before(part, date));
    let newer = part.filter(|part| said.is_none_or(|said| before(said, date) != *part));
    let in_part = newer.map(|before| match before {
        Some(before) => format!("in part {before}"),
        None => "in part that day".to_owned(),
    });
    let words: Vec<String> = [dated, undated, in_part].into_iter().flatten().collect();
    Some(words.join(", "))
}

/// The words for a state that nobody has confirmed for longer than the file allows.
pub const STALE: &str = "not confirmed since";

/// Tells how long a day lies before another: `2 days before`, or `None` where it doesn't.
fn before(said: Date, date: Date) -> Option<String> {
    let days = usize::try_from(said.days_until(date)).unwrap_or(0);
    let (number, unit) = match days {
        0 => return None,
        1..=60 => (days, "day"),
        61..=730 => (days / 30, "month"),
        _ => (days * 100 / 36_525, "year"),
    };
    Some(format!("{} before", count(number, unit)))
}

/// A claim's date, and what it rests on where that is not the claim itself.
pub fn dated(dated: Dated) -> String {
    match dated {
        Dated::Stated(date) => date.to_string(),
        Dated::Published(date) => format!("published {date}"),
        Dated::Undated(_) => "undated".to_owned(),
    }
}

/// Tells how many claims a date hides, or `None` where it hides none.
pub fn hidden(later: usize, date: Date) -> Option<String> {
    (later > 0).then(|| format!("{} from after {date} not shown", count(later, "claim")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Grade;

    #[test]
    fn shares_are_never_rounded_to_nothing_or_all() {
        let shares = [0.0, 0.001, 0.004_9, 0.01, 0.285, 0.995, 0.999_9, 1.0].map(percent);
        assert_eq!(
            shares,
            ["0%", "<1%", "<1%", "1%", "28%", ">99%", ">99%", "100%"]
        );
    }

    #[test]
    fn age_is_told_in_the_largest_unit_that_says_enough() {
        let date = |text: &str| text.parse().expect("a date");
        let evidence = |newest: Dated| Evidence {
            grade: Grade::Reported,
            newest: Some(newest),
            undated: newest.date().is_none(),
            in_part: None,
            sources: 1,
        };
        let age = |said: &str, at: &str| {
            age(&evidence(Dated::Stated(date(said))), date(at)).expect("something is said")
        };
        assert_eq!(age("2026-01-28", "2026-01-28"), "last said that day");
        assert_eq!(age("2026-01-27", "2026-01-28"), "last said 1 day before");
        assert_eq!(age("2025-12-28", "2026-01-28"), "last said 31 days before");
        assert_eq!(age("2025-10", "2026-01-28"), "last said 2 months before");
        assert_eq!(age("2026-01-28", "2030"), "last said 4 years before");
        let shown = |evidence: &Evidence| super::age(evidence, date("2026-01-28"));
        let undated = evidence(Dated::Undated(date("2026-01-28")));
        assert_eq!(shown(&undated).as_deref(), Some("undated"));
        let both = Evidence {
            undated: true,
            in_part: Some(date("2026-01-27")),
            ..evidence(Dated::Stated(date("2026-01-20")))
        };
        let words = "last said 8 days before, and undated, in part 1 day before";
        assert_eq!(shown(&both).as_deref(), Some(words));
        let long_ago = super::age(&both, date("2030")).expect("something is said");
        assert_eq!(long_ago, "last said 4 years before, and undated");
        assert_eq!(
            shown(&Evidence {
                newest: None,
                ..both
            }),
            None
        );
    }

    #[test]
    fn areas_are_grouped_and_rounded() {
        assert_eq!(square_km(1_156.0), "1,160 km²");
        assert_eq!(square_km(52_349.9), "52,300 km²");
        assert_eq!(square_km(185_939.0), "185,900 km²");
        assert_eq!(square_km(12.4), "12 km²");
        assert_eq!(square_km(3.26), "3.3 km²");
        assert_eq!(square_km(0.01), "less than 0.1 km²");
        assert_eq!(square_km(0.0), "0 km²");
    }

    #[test]
    fn text_from_a_file_never_moves_the_cursor() {
        assert_eq!(clean("a\u{1b}[31mb\nc\u{202e}d\u{9b}e"), "a [31mb cd e");
        assert_eq!(clean("طرطوس ¶5 “é”"), "طرطوس ¶5 “é”");
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(list([]), "");
        assert_eq!(list(["A"]), "A");
        assert_eq!(list(["A", "B", "C"]), "A, B and C");
    }
}
