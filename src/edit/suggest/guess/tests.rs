mod speakers;

use super::*;
use crate::{
    atlas::{ActorId, Place, RegionId},
    names::Target,
};

const ACTORS: [&str; 2] = ["the Guard", "the Union"];
const PLACES: [&str; 4] = ["the uplands", "the quay", "the hills", "Raqqa"];

fn mentions(sentence: &str) -> Vec<Mention> {
    let lower = sentence.to_lowercase();
    let named = |name: &str, target: Target| {
        let name = name.to_lowercase();
        let found = lower.match_indices(&name).map(|(at, it)| at..at + it.len());
        found.map(|at| Mention { target, at }).collect::<Vec<_>>()
    };
    let actors = ACTORS.iter().enumerate();
    let actors = actors.flat_map(|(n, name)| named(name, Target::Actor(ActorId::at(n))));
    let place = |n| Target::Place(Place::Region(RegionId::at(n)));
    let places = PLACES.iter().enumerate();
    // Places are named without their article.
    let places = places.flat_map(|(n, name)| named(name.trim_start_matches("the "), place(n)));
    let mut mentions: Vec<Mention> = actors.chain(places).collect();
    mentions.sort_by_key(|mention| mention.at.start);
    mentions
}

/// The guesses: of whom, the verb for a region, and of which place.
fn said(sentence: &str) -> Vec<(String, &'static str, String)> {
    let guesses = guesses(sentence, &mentions(sentence)).into_iter();
    let told = guesses.map(|guess| {
        let who = match guess.who {
            Who::Known(id) => ACTORS[id.index()].to_owned(),
            Who::New(at) => sentence[at].to_owned(),
        };
        let places: Vec<&str> = guess.places.into_iter().map(|at| &sentence[at]).collect();
        (who, guess.region.key(), places.join(", "))
    });
    told.collect()
}

#[test]
fn the_actor_is_that_of_the_verbs_own_clause() {
    let (guard, union) = (ACTORS[0], ACTORS[1]);
    for (sentence, guessed) in [
        (
            "The Guard holds the uplands.",
            vec![(guard, "holds", "uplands")],
        ),
        (
            "The uplands are held by the Union.",
            vec![(union, "holds", "uplands")],
        ),
        (
            "The Guard holds the uplands, which the Union has not entered.",
            vec![(guard, "holds", "uplands")],
        ),
        (
            "Officials said that the Union took over the quay.",
            vec![(union, "took-over", "quay")],
        ),
        (
            "The Guard holds the quay and the Union controls the hills.",
            vec![(guard, "holds", "quay"), (union, "holds", "hills")],
        ),
        (
            "The Guard no longer holds Raqqa.",
            vec![(guard, "left", "Raqqa")],
        ),
        (
            "Raqqa remains under the Guard’s control.",
            vec![(guard, "holds", "Raqqa")],
        ),
        (
            "Raqqa is under government control, and the quay is in the Union's hands.",
            vec![("government", "holds", "Raqqa"), (union, "holds", "quay")],
        ),
        (
            "The Union occupies the hills and took most of Raqqa.",
            vec![(union, "occupies", "hills"), (union, "took-over", "Raqqa")],
        ),
        (
            "The Guard captured the quay and holds the hills.",
            vec![(guard, "took-over", "quay"), (guard, "holds", "hills")],
        ),
        (
            "The Guard and the Union left the quay.",
            vec![(guard, "left", "quay"), (union, "left", "quay")],
        ),
        (
            "The Guard captured the quay, the hills and Raqqa.",
            vec![(guard, "took-over", "quay, hills, Raqqa")],
        ),
    ] {
        let guessed: Vec<_> = guessed
            .into_iter()
            .map(|(who, says, places)| (who.to_owned(), says, places.to_owned()))
            .collect();
        assert_eq!(said(sentence), guessed, "{sentence}");
    }
}

#[test]
fn a_party_that_the_map_lacks_is_named_by_the_words() {
    for (sentence, guessed) in [
        (
            "Government forces hold the uplands.",
            vec![("Government forces", "holds", "uplands")],
        ),
        (
            "The Syrian government holds Raqqa.",
            vec![("Syrian government", "holds", "Raqqa")],
        ),
        (
            "Syrian government forces hold Raqqa.",
            vec![("Syrian government forces", "holds", "Raqqa")],
        ),
        (
            "On Monday Syrian government forces took Raqqa.",
            vec![("Syrian government forces", "took-over", "Raqqa")],
        ),
        (
            "Raqqa is held by Syrian government forces.",
            vec![("Syrian government forces", "holds", "Raqqa")],
        ),
        (
            "Raqqa is under Turkish army control.",
            vec![("Turkish army", "holds", "Raqqa")],
        ),
        (
            "Hay'at Tahrir al-Sham controls Raqqa.",
            vec![("Hay'at Tahrir al-Sham", "holds", "Raqqa")],
        ),
        (
            "Hay’at Tahrir al-Sham controls Raqqa.",
            vec![("Hay’at Tahrir al-Sham", "holds", "Raqqa")],
        ),
        (
            "Local fighters hold the uplands.",
            vec![("Local fighters", "holds", "uplands")],
        ),
        (
            "Officials say that tribal fighters hold the quay.",
            vec![("tribal fighters", "holds", "quay")],
        ),
        (
            "The army controls the quay.",
            vec![("army", "holds", "quay")],
        ),
        (
            "The army took Raqqa on Monday.",
            vec![("army", "took-over", "Raqqa")],
        ),
        (
            "Raqqa was taken by the army.",
            vec![("army", "took-over", "Raqqa")],
        ),
        (
            "Raqqa is held by tribal fighters.",
            vec![("tribal fighters", "holds", "Raqqa")],
        ),
        (
            "Anti-Guard forces still hold the quay.",
            vec![("Anti-Guard forces", "holds", "quay")],
        ),
        (
            "Raqqa is held by Guard-backed fighters.",
            vec![("Guard-backed fighters", "holds", "Raqqa")],
        ),
        (
            "On Monday the Coast Council took over the quay.",
            vec![("Coast Council", "took-over", "quay")],
        ),
    ] {
        let guessed: Vec<_> = guessed
            .into_iter()
            .map(|(who, says, places)| (who.to_owned(), says, places.to_owned()))
            .collect();
        assert_eq!(said(sentence), guessed, "{sentence}");
    }
}

#[test]
fn who_loses_and_who_gains_are_told_apart() {
    let (guard, union) = (ACTORS[0], ACTORS[1]);
    let (left, took) = ("left", "took-over");
    for (sentence, guessed) in [
        ("Raqqa fell to the Guard.", vec![(guard, took)]),
        ("The Union was driven out of Raqqa.", vec![(union, left)]),
        (
            "The Union was driven out of Raqqa by the Guard.",
            vec![(union, left)],
        ),
        ("The Union lost Raqqa.", vec![(union, left)]),
        (
            "The Union lost Raqqa to the Guard.",
            vec![(union, left), (guard, took)],
        ),
        (
            "The Union handed over Raqqa to the Guard.",
            vec![(union, left), (guard, took)],
        ),
        ("Raqqa was handed over to the Guard.", vec![(guard, took)]),
        (
            "Raqqa was ceded by the Union to the Guard.",
            vec![(union, left), (guard, took)],
        ),
        ("The Union has withdrawn from Raqqa.", vec![(union, left)]),
        (
            "The Guard retook Raqqa from the Union.",
            vec![(guard, took)],
        ),
        (
            "Raqqa is under the control of the Guard.",
            vec![(guard, "holds")],
        ),
        (
            "Raqqa, which the Union holds, was quiet.",
            vec![(union, "holds")],
        ),
        (
            "Raqqa, held by the Union, was quiet.",
            vec![(union, "holds")],
        ),
    ] {
        let found = said(sentence).into_iter().map(|(who, says, _)| (who, says));
        let guessed: Vec<_> = guessed
            .into_iter()
            .map(|(who, says)| (who.to_owned(), says))
            .collect();
        assert_eq!(found.collect::<Vec<_>>(), guessed, "{sentence}");
    }
}

#[test]
fn what_is_negated_wished_for_over_or_only_possible_is_no_guess() {
    for sentence in [
        "The Guard does not hold the uplands.",
        "The Guard doesn’t hold the uplands.",
        "The Guard may hold the uplands.",
        "The Guard wants to hold the uplands.",
        "They will talk if the Guard holds the uplands.",
        "The Guard never controlled the uplands.",
        "The Guard spoke of the uplands.",
        "The Guard did not take the quay and hold the hills.",
        "The Guard controls none of the uplands.",
        "The Guard once controlled the uplands.",
        "The Guard held the uplands until 2017.",
        "The uplands were held by the Guard for a year.",
        "The Guard reportedly holds the uplands.",
        "The Guard claims to hold the uplands.",
        "Raqqa could fall to the Guard.",
        "The Guard and the Union hold the quay.",
        "The army and the Guard hold the quay.",
        "The Guard no longer holds talks in Raqqa.",
        "The Guard no longer holds all of Raqqa.",
        "The Guard lost parts of Raqqa.",
        "In Syria government forces hold Raqqa.",
        "Raqqa is no longer held by the Guard.",
        "The Union was captured at the quay.",
        "The Guard’s neighbours hold the quay.",
        "The shelling of Raqqa by the Guard went on.",
        "Both hold Raqqa.",
        "Residents left Raqqa.",
        "It holds Raqqa.",
    ] {
        assert_eq!(said(sentence), [], "{sentence}");
    }
}

#[test]
fn what_is_said_of_something_else_or_doubted_is_no_guess() {
    for sentence in [
        "It is not true that the Guard took Raqqa.",
        "There is no evidence that the Guard took Raqqa.",
        "Fake maps show that the Guard controls Raqqa.",
        "Raqqa is held not by the Guard.",
        "Raqqa is held by the Guard or the Union.",
        "Raqqa, held by the Guard until 2020, burned.",
        "The Guard took Raqqa, reportedly.",
        "It seems the Guard holds Raqqa.",
        "Perhaps the Guard holds Raqqa.",
        "The Guard controls the skies over Raqqa.",
        "The Guard controls most roads into Raqqa.",
        "The Guard holds talks in Raqqa.",
        "The Guard holds 20 prisoners from Raqqa.",
        "The Guard holds Raqqa Street.",
        "The Guard controls roads leading to Raqqa.",
        "The Guard seized a village near Raqqa.",
        "A village near Raqqa fell to the Guard.",
        "It is false that The Guard holds Raqqa.",
        "The Guard falsely says it holds Raqqa.",
        "Hardly anybody believes that The Guard controls Raqqa.",
        "The Guard holds Raqqa?",
        "The Guard lost three men in Raqqa.",
        "The Guard holds Raqqa, officials deny.",
        "The claim that the Guard holds Raqqa is a lie.",
        "Suppose the Guard holds Raqqa.",
        "Residents fear the Guard holds Raqqa.",
        "Residents believe that the Guard holds Raqqa.",
        "The Guard holds Raqqa, residents hope.",
        "It is said that the Guard holds Raqqa.",
        "The Guard holds Raqqa, it was reported.",
        "Had the Guard captured Raqqa, it would have stayed.",
        "The rival of the Guard holds Raqqa.",
        "Raqqa is held by the Guard's enemies.",
        "The Guard’s men hold Raqqa.",
        "The Guard captured Raqqa's mayor.",
        "The Guard holds Raqqa responsible.",
        "The Guard holds the land except Raqqa.",
        "The Guard captured the commander of Raqqa.",
        "Raqqa was under government control.",
        "Raqqa is not under the Guard’s control.",
        "If Raqqa is in the Guard’s hands, it is safe.",
        "Raqqa is under new control.",
        "The Guard took part in talks in Raqqa.",
        "The Guard took photographs of Raqqa.",
        "Photographs of Raqqa were taken by The Guard.",
        "Raqqa was taken by surprise.",
        "Fighters backed by the Guard hold Raqqa.",
        "Forces loyal to the Guard hold Raqqa.",
    ] {
        assert_eq!(said(sentence), [], "{sentence}");
    }
    for sentence in [
        "The Guard holds Raqqa.",
        "The Guard holds most of Raqqa.",
        "The Guard took over the city of Raqqa on Monday.",
        "The Guard holds Raqqa Governorate.",
        "The Guard runs the airport at Raqqa.",
        "Raqqa was captured by The Guard.",
        "Officials in the hills say the Guard holds Raqqa.",
    ] {
        assert!(
            said(sentence)
                .iter()
                .all(|(_, _, places)| places == "Raqqa"),
            "{sentence}"
        );
        assert!(!said(sentence).is_empty(), "{sentence}");
    }
}
