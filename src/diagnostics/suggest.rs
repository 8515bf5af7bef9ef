//! The way out of a misspelt word.

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
}
