//! Ids that are made of names.

use any_ascii::any_ascii;

use super::fold;

/// The letters and digits of a name in ASCII and lower case, its words joined by hyphens; letters of other scripts are
/// transliterated. Empty where a name has none.
pub fn slug(name: &str) -> String {
    let ascii = any_ascii(&fold(name)).to_ascii_lowercase();
    // What stands for a sign that is heard or not, as in “al'raqa”, parts no word.
    let letters = ascii.replace(['\'', '`'], "");
    let words = letters
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The id by which claims name a town of the base map; no id of a region file has a colon in it.
pub fn town_id(name: &str) -> String {
    format!("town:{}", slug(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_any_script_make_ids() {
        for (name, id) in [
            ("Deir ez-Zor", "deir-ez-zor"),
            ("Ma'arratmisrin", "maarratmisrin"),
            ("Müşrife", "musrife"),
            ("الرقة", "lrqh"),
            ("Київ", "kiiv"),
            ("大马士革", "damashige"),
            ("—", ""),
        ] {
            assert_eq!(slug(name), id, "{name}");
        }
        assert_eq!(town_id("Kobani"), "town:kobani");
    }

    proptest! {
        #[test]
        fn a_slug_is_plain_and_its_own_slug(name in "\\PC{0,20}") {
            let id = slug(&name);
            let is_plain = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-';
            prop_assert!(id.chars().all(is_plain));
            prop_assert!(!id.starts_with('-') && !id.ends_with('-') && !id.contains("--"));
            prop_assert_eq!(slug(&id), id.clone());
        }
    }
}
