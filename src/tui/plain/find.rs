//! What is said where a name is not understood.

use crate::caption::words;

/// How much of what is not understood is said back, in characters.
const LONGEST: usize = 40;

pub fn unknown<'a>(kind: &str, said: &str, close: impl Iterator<Item = &'a str>) -> String {
    let said: String = words::clean(said).chars().take(LONGEST).collect();
    let close: Vec<&str> = close.collect();
    if close.is_empty() {
        format!("There is no {kind} “{said}”. Say help, or list.")
    } else {
        format!("“{said}” may be {}.", words::clean(&close.join(" or ")))
    }
}
