//! Names as they are said: what each means, and the answer where that is not understood.

use crate::{
    caption::words,
    names::{fold, resolve},
};

/// The most of what is not understood that is said back, in characters.
const LONGEST: usize = 40;

/// The one of some things that a name means, by any of its names, or those that it may mean.
pub fn find<T: Copy + PartialEq>(
    said: &str,
    things: impl Iterator<Item = T>,
    names: impl Fn(T) -> Vec<String>,
) -> Result<T, Vec<T>> {
    let pairs = things.flat_map(|thing| names(thing).into_iter().map(move |name| (thing, name)));
    let folded: Vec<(T, String)> = pairs.map(|(thing, name)| (thing, fold(&name))).collect();
    resolve(
        said,
        folded.iter().map(|(thing, name)| (*thing, name.as_str())),
    )
}

pub fn unknown<'a>(kind: &str, said: &str, close: impl Iterator<Item = &'a str>) -> String {
    let said: String = words::clean(said).chars().take(LONGEST).collect();
    let close: Vec<&str> = close.collect();
    if close.is_empty() {
        format!("There is no {kind} “{said}”. Say help, or list.")
    } else {
        format!("“{said}” may be {}.", words::clean(&close.join(" or ")))
    }
}
