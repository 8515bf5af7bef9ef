//! Tests of the speakers that a sentence gives, and of the names in it that the map lacks.

use super::*;

#[test]
fn whose_word_it_is_stands_in_the_sentence() {
    for (sentence, speaker) in [
        (
            "The army took Raqqa, the Interior Ministry said.",
            Some("Interior Ministry"),
        ),
        ("The Guard holds Raqqa.", None),
        ("Officials say the Guard holds Raqqa.", Some("Officials")),
        (
            "Officials in the hills say the Guard holds Raqqa.",
            Some("Officials in the hills"),
        ),
        (
            "The Guard holds Raqqa, two residents said.",
            Some("two residents"),
        ),
        (
            "Two residents said the Guard holds Raqqa.",
            Some("Two residents"),
        ),
        ("The governor said the army holds Raqqa.", Some("governor")),
        (
            "According to residents, the army holds Raqqa.",
            Some("residents"),
        ),
        (
            "The Guard holds Raqqa, according to the governor.",
            Some("governor"),
        ),
        (
            "The Guard holds Raqqa, said a resident of the hills.",
            Some("resident of the hills"),
        ),
        (
            "Residents reported that the Guard holds Raqqa.",
            Some("Residents"),
        ),
        (
            "Reports from the hills say the Guard holds Raqqa.",
            Some("Reports from the hills"),
        ),
        (
            "The Guard holds Raqqa, local reports said.",
            Some("local reports"),
        ),
        (
            "The Guard holds Raqqa, a source close to the army said.",
            Some("source close to the army"),
        ),
        (
            "Local officials said the Guard holds Raqqa.",
            Some("Local officials"),
        ),
        (
            "Local media report that the Guard holds Raqqa.",
            Some("Local media"),
        ),
        (
            "Residents said an official told them that the Union says the Guard holds Raqqa.",
            Some("the Union"),
        ),
        ("The Union says the Guard holds Raqqa.", Some("the Union")),
        (
            "A spokesman for the Union said the Guard holds Raqqa.",
            Some("the Union"),
        ),
        (
            "A Union commander said the Guard holds Raqqa.",
            Some("Union commander"),
        ),
        (
            "The Guard holds Raqqa, the Union announced.",
            Some("the Union"),
        ),
        ("The Guard holds Raqqa, said the Union.", Some("the Union")),
        (
            "According to the Union, the Guard holds Raqqa.",
            Some("the Union"),
        ),
        (
            "The Guard holds Raqqa, its spokesman said.",
            Some("its spokesman"),
        ),
        ("The Guard holds Raqqa, it said.", Some("it")),
        (
            "The Desert League says the Guard holds Raqqa.",
            Some("Desert League"),
        ),
        ("Raqqa says the Guard holds the hills.", Some("Raqqa")),
    ] {
        let guesses = guesses(sentence, &mentions(sentence));
        let told = guesses.iter().map(|guess| match guess.speaker.clone()? {
            Who::Known(id) => Some(ACTORS[id.index()]),
            Who::New(at) => Some(&sentence[at]),
        });
        let told: Vec<_> = told.collect();
        assert_eq!(told, [speaker], "{sentence}");
    }
}

#[test]
fn names_beside_a_verb_that_the_map_lacks_are_told() {
    for (sentence, names) in [
        ("The Guard holds Tell Zeitoun.", vec!["Tell Zeitoun"]),
        (
            "The Guard captured the village of Tell Zeitoun.",
            vec!["Tell Zeitoun"],
        ),
        (
            "Tell Zeitoun was captured by the Guard.",
            vec!["Tell Zeitoun"],
        ),
        (
            "The army and the Coast Council hold Raqqa, and the army holds the quay.",
            vec!["army", "Coast Council"],
        ),
        ("The Guard and the Union hold the quay.", vec![]),
        ("The Guard left Monday.", vec![]),
        ("The Guard met in Tell Zeitoun.", vec![]),
    ] {
        let found = unknown(sentence, &mentions(sentence));
        assert_eq!(found, names, "{sentence}");
    }
}
