//! Dates that can't be: of what is reported before it was, and of actors at other times than their own.

use crate::{
    atlas::{Actor, Date},
    diagnostics::{Code, Problem, Span},
};

/// Returns what is wrong with a date that comes after the source which reports it was published, if anything.
pub fn after_source(when: Date, published: Date, at: &Span) -> Option<Problem> {
    published.is_before(when).then(|| {
        let message = format!("the source is from {published}, before what it reports");
        let problem = Problem::new(Code::DatedAfterSource, at, message);
        problem.help("mend the date, or name the source that reported it")
    })
}

/// Returns what is wrong where something is said of an actor at a date that is not in its time, if anything; `what` says
/// so: `this claim`.
pub fn not_then(what: &str, date: Date, actor: &Actor, at: &Span) -> Option<Problem> {
    let wrong = match (actor.from, actor.until) {
        (Some(from), _) if date.is_before(from) => format!("from {from}"),
        (_, Some(until)) if until.is_before(date) => format!("until {until}"),
        _ => return None,
    };
    let message = format!(
        "{what} is of {date}, and `{}` is there only {wrong}",
        actor.id
    );
    let problem = Problem::new(Code::ActorNotThen, at, message);
    Some(problem.help("name who it was at that date, or date the claim with `when`"))
}
