//! What is meant by a name.

use crate::{caption::words, find::fold};

/// How much of what is not understood is said back, in characters.
const LONGEST: usize = 40;

/// The one thing that is called so, or else that alone has a name that begins so or has it inside; or those it may be.
pub fn find<T: Copy>(
    said: &str,
    all: impl Iterator<Item = T>,
    names: impl Fn(T) -> Vec<String>,
) -> Result<T, Vec<T>> {
    let said = fold(said);
    if said.is_empty() {
        return Err(Vec::new());
    }
    let all: Vec<(T, Vec<String>)> = all
        .map(|one| (one, names(one).iter().map(|name| fold(name)).collect()))
        .collect();
    let those = |wanted: &dyn Fn(&str) -> bool| -> Vec<T> {
        let called = all
            .iter()
            .filter(|(_, names)| names.iter().any(|name| wanted(name)));
        called.map(|(one, _)| *one).collect()
    };
    let alike = |name: &str| strsim::jaro_winkler(name, &said) > 0.85;
    let ways: [&dyn Fn(&str) -> bool; 4] = [
        &|name| name == said,
        &|name| name.starts_with(&said),
        &|name| name.contains(&said),
        &alike,
    ];
    let mut found = ways.into_iter().enumerate().map(|(n, way)| (n, those(way)));
    match found.find(|(_, found)| !found.is_empty()) {
        Some((n, one)) if one.len() == 1 && n < ways.len() - 1 => Ok(one[0]),
        Some((_, some)) => Err(some),
        None => Err(Vec::new()),
    }
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
