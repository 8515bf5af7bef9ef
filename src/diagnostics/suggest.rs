//! The way out of a misspelt word.

use super::clean;

/// No word of a file that is worth a guess is longer; guessing takes time that grows with the length.
const LONGEST: usize = 64;

/// "did you mean …", or all there is to choose from where nothing comes near and the choice is small.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(word, &known) {
        return Some(format!("did you mean `{near}`?"));
    }
    match known.as_slice() {
        [] => None,
        [only] => Some(format!("there is only `{only}`")),
        few if few.len() <= 20 => Some(format!(
            "one of {}",
            few.iter()
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(", ")
        )),
        _ => None,
    }
}

/// The known word that is most likely meant: at most a third of its letters off, whatever their case.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let distance = |other: &str| strsim::damerau_levenshtein(&word, &other.to_lowercase());
    let measured = known
        .iter()
        .filter(|other| other.len() <= LONGEST)
        .map(|&other| (distance(other), other));
    let (distance, near) = measured.min_by_key(|&(distance, _)| distance)?;
    (distance <= word.chars().count().div_ceil(3)).then_some(near)
}

/// The names of properties or columns, for whoever has to choose one.
pub fn there_are<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 30;
    let mut names = names.into_iter();
    let shown = names.by_ref().take(SHOWN);
    let mut shown: Vec<String> = shown.map(|name| format!("`{}`", cut(name))).collect();
    if names.next().is_some() {
        shown.push("…".to_owned());
    }
    match shown.as_slice() {
        [] => "there are none".to_owned(),
        names => format!("there are {}", names.join(", ")),
    }
}

/// The start of a name that may be of any length.
fn cut(name: &str) -> String {
    const LONGEST: usize = 60;
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", clean(&name[..end])),
        None => clean(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_what_was_meant_or_the_choice() {
        let known = ["holds", "holds-part", "contests"];
        assert_eq!(
            suggest("hold", known).as_deref(),
            Some("did you mean `holds`?")
        );
        assert_eq!(
            suggest("CONTETSS", known).as_deref(),
            Some("did you mean `contests`?")
        );
        assert_eq!(
            suggest("rules", known).as_deref(),
            Some("one of `holds`, `holds-part`, `contests`")
        );
        assert_eq!(suggest("rules", []), None);
        assert_eq!(suggest(&"long".repeat(1_000_000), ["a"; 30]), None);
    }

    #[test]
    fn names_of_any_length_are_listed() {
        let long = "x".repeat(100_000);
        let told = there_are(["short", long.as_str()]);
        assert!(
            told.len() < 200 && told.contains("`short`") && told.contains("x…`"),
            "{told}"
        );
    }
}
