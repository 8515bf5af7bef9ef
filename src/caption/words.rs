//! Plain English for what the rule yields; the names of actors come from the file, so no phrase depends on their number.

use crate::atlas::{
    Actor, ActorId, Atlas, Date, Dated, Place, Position, Says,
    state::{Control, Snapshot, Status},
};

use super::Stated;

/// The text without what could move the cursor or turn the writing around: control characters become spaces, and
/// marks that reorder text are left out.
pub fn clean(text: &str) -> String {
    let reorders = |char| matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    let blank = |char: char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}');
    text.chars()
        .filter(|&char| !reorders(char))
        .map(|char| if blank(char) { ' ' } else { char })
        .collect()
}

/// `A`, `A and B`, `A, B and C`.
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
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

/// A share of the whole, never rounded to nothing or to all of it.
pub fn percent(share: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "not negative, and a cast stops at the largest number"
    )]
    let whole = (share.max(0.0) * 100.0).round() as u32;
    if share > 0.0 && share < 0.01 {
        whole_percent(share, 0)
    } else if share > 0.99 && share < 1.0 {
        whole_percent(share, 100)
    } else {
        whole_percent(share, whole)
    }
}

/// A share that counts as a whole percent among others, never called nothing or all of it where it isn't.
pub fn whole_percent(share: f64, percent: u32) -> String {
    match percent {
        0 if share > 0.0 => "<1%".to_owned(),
        100 if share < 1.0 - f64::from(f32::EPSILON) => ">99%".to_owned(),
        _ => format!("{percent}%"),
    }
}

/// An area to three or four digits: more would claim more than a map's line can bear.
pub fn square_km(area: f64) -> String {
    let step = if area < 10_000.0 { 10.0 } else { 100.0 };
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

/// What a claim says of its subject, or `None` where it says nothing of who has it.
pub fn said(says: Says, actor: Option<&Actor>) -> Option<String> {
    let now = says.rule().now;
    (!now.is_empty()).then_some(now.replace("{}", &actor?.name))
}

/// Who holds a region, in words.
pub fn control(atlas: &Atlas, control: &Control) -> String {
    let names = |actors: &[ActorId]| list(actors.iter().map(|&id| atlas[id].name.as_str()));
    match control {
        Control::Silent => "silent: no source here says who holds it".to_owned(),
        Control::Held(actor) => format!("held by {}", atlas[*actor].name),
        Control::InParts(actors) => {
            format!("parts held by {}; which parts is not said", names(actors))
        }
        Control::Contested(actors) if actors.len() == 1 => {
            format!("contested by {}", names(actors))
        }
        Control::Contested(actors) => format!("contested between {}", names(actors)),
        Control::Disputed(actors) => format!("disputed: sources differ between {}", names(actors)),
    }
}

/// What is said of a site, in words.
pub fn status(atlas: &Atlas, status: &Status) -> String {
    let one =
        |&(says, actor): &(Says, ActorId)| said(says, Some(&atlas[actor])).unwrap_or_default();
    match status {
        Status::Silent => "silent: no source here says who operates it".to_owned(),
        Status::Is(says, actor) => one(&(*says, *actor)),
        Status::Disputed(said) => {
            let said: Vec<String> = said.iter().map(one).collect();
            format!(
                "disputed: sources differ between “{}”",
                said.join("” and “")
            )
        }
    }
}

/// Who has a place, in words.
pub fn stated(atlas: &Atlas, snapshot: &Snapshot, place: Place) -> Stated {
    match place {
        Place::Region(id) => {
            let state = &snapshot[id];
            let words = match &state.control {
                Control::Silent if state.unproved => {
                    "silent: what is said of who holds it is not proved".to_owned()
                }
                other => control(atlas, other),
            };
            Stated {
                words,
                actors: state.control.actors().to_vec(),
            }
        }
        Place::Site(id) => {
            let state = &snapshot[id];
            let words = match &state.status {
                Status::Silent if state.unproved => {
                    "silent: what is said of who operates it is not proved".to_owned()
                }
                other => status(atlas, other),
            };
            let mut actors = state.status.actors();
            actors.dedup();
            Stated { words, actors }
        }
    }
}

/// A claim's date, and what it rests on where that is not the claim itself.
pub fn dated(dated: Dated) -> String {
    match dated {
        Dated::Stated(date) => date.to_string(),
        Dated::Published(date) => format!("published {date}"),
        Dated::AsOf(_) => "undated".to_owned(),
    }
}

/// How many claims a date hides, or `None` where it hides none.
pub fn hidden(later: usize, date: Date) -> Option<String> {
    (later > 0).then(|| format!("{} from after {date} not shown", count(later, "claim")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_never_rounded_to_nothing_or_all() {
        let shares = [0.0, 0.001, 0.004_9, 0.01, 0.285, 0.995, 0.999_9, 1.0].map(percent);
        assert_eq!(
            shares,
            ["0%", "<1%", "<1%", "1%", "28%", ">99%", ">99%", "100%"]
        );
    }

    #[test]
    fn areas_are_grouped_and_rounded() {
        assert_eq!(square_km(1_156.0), "1,160 km²");
        assert_eq!(square_km(52_349.9), "52,300 km²");
        assert_eq!(square_km(185_939.0), "185,900 km²");
        assert_eq!(square_km(12.0), "10 km²");
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
