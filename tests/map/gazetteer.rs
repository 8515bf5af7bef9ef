//! Every spelling of every name on the shipped map finds what it is the name of.

use whoholds::{
    file::{self, Document, RegionFile},
    names::{Gazetteer, Target},
};

fn shipped() -> Document {
    file::load(&RegionFile::builtin()).expect("the shipped map")
}

#[test]
fn every_spelling_finds_its_place() {
    let Document { atlas, map, .. } = shipped();
    let gazetteer = Gazetteer::new(&atlas, &map);
    let hits = |query: &str| -> Vec<String> {
        let hits = gazetteer.search(query);
        hits.iter()
            .map(|hit| format!("{} ({})", hit.name, hit.target.kind(&atlas, &map)))
            .collect()
    };
    for (query, first) in [
        ("khmeimim", "Hmeimim (air base)"),
        ("Hmeymim", "Hmeimim (air base)"),
        ("قاعده حميميم", "Hmeimim (air base)"),
        ("Qamishlo", "Qamishli airport (airport)"),
        ("qamislo", "Qamishli airport (airport)"),
        ("القامشلي", "Qamishli (town)"),
        ("طرطوس", "Tartous (naval base)"),
        ("طَرْطُوس", "Tartous (naval base)"),
        ("tartous", "Tartous (naval base)"),
        ("Tratous", "Tartous (naval base)"),
        ("rojava", "Northeast (region)"),
        ("rojavaye", "Northeast (region)"),
        ("heseke", "Al-Hasakah (town)"),
        ("دير الزور", "Deir ez-Zor (town)"),
        ("ادلب", "Idlib (town)"),
        ("kurdish", "Kurdish-led forces (actor)"),
    ] {
        let found = hits(query);
        assert_eq!(
            found.first().map_or("", String::as_str),
            first,
            "{query}: {found:?}"
        );
    }
    for kind in ["naval base", "governorate", "town"] {
        let wanted = format!("({kind})");
        for query in ["tartous", "طرطوس"] {
            assert!(
                hits(query).iter().any(|hit| hit.ends_with(&wanted)),
                "{query}: {kind}"
            );
        }
    }
}

#[test]
fn an_exact_id_is_meant_whatever_else_is_called_so() {
    let Document { atlas, map, .. } = shipped();
    let gazetteer = Gazetteer::new(&atlas, &map);
    for place in atlas.places() {
        let (id, target) = (atlas.id(place), Target::Place(place));
        assert_eq!(gazetteer.called(id), Some(target), "{id}");
        assert_eq!(gazetteer.resolve(id, Some), Ok(target), "{id}");
    }
}

#[test]
fn every_name_on_the_map_is_found_by_itself() {
    let Document { atlas, map, .. } = shipped();
    let gazetteer = Gazetteer::new(&atlas, &map);
    for (target, name) in gazetteer.names() {
        let hits = gazetteer.search(name);
        // Some names are those of several things: a town, the governorate around it, a site in it.
        let rank = hits.iter().position(|hit| hit.target == target);
        assert!(rank.is_some_and(|rank| rank < 4), "{name}: {rank:?}");
    }
}

#[test]
fn nothing_asked_for_lists_everything_once() {
    let Document { atlas, map, .. } = shipped();
    let hits = Gazetteer::new(&atlas, &map);
    let hits = hits.search("  ");
    let all = atlas.places().count() + atlas.actors.len();
    assert_eq!(
        hits.len(),
        all + map.base.units.len() + map.base.towns.len()
    );
    assert!(hits.iter().all(|hit| hit.spelling.is_none()));
}

/// Returns what the shipped map finds in a text: ids of the file, and names of the base map.
fn mentions(text: &str) -> Vec<(String, &str)> {
    let Document { atlas, map, .. } = shipped();
    let name = |target| match target {
        Target::Place(place) => atlas.id(place).to_owned(),
        Target::Actor(id) => atlas[id].id.clone(),
        Target::Town(n) => map.base.towns[n].name.clone(),
        Target::Unit(n) => map.base.units[n].name.clone(),
    };
    let mentions = Gazetteer::new(&atlas, &map).mentions(text).into_iter();
    mentions
        .map(|mention| (name(mention.target), &text[mention.at]))
        .collect()
}

#[test]
fn texts_mention_the_longest_names_in_whole_words() {
    let text = "RUSSIA’s base at Hmeimim  air base, near ar-Raqqah; Dar’a. Northeasterners read.";
    let expected = [
        ("russia", "RUSSIA’s"),
        ("hmeimim", "Hmeimim  air base"),
        ("raqqa", "ar-Raqqah"),
        ("daraa", "Dar’a"),
    ];
    let expected = expected.map(|(id, words)| (id.to_owned(), words));
    assert_eq!(mentions(text), expected);
    assert_eq!(mentions("a nice shin"), []);
    assert_eq!(mentions(""), []);
}

#[test]
fn texts_mention_names_in_other_scripts_and_spellings() {
    let text = "قوات في القامشلى وبالحسكة وطرطوس، و Hesekê";
    let expected = ["Qamishli", "Al-Hasakah", "tartous", "Al-Hasakah"];
    let mentioned: Vec<String> = mentions(text).into_iter().map(|(id, _)| id).collect();
    assert_eq!(mentioned, expected);
}

#[test]
fn one_thing_is_meant_by_a_name_an_id_or_a_letter() {
    let Document { atlas, map, .. } = shipped();
    let gazetteer = Gazetteer::new(&atlas, &map);
    let actor = |said| {
        let meant = gazetteer.resolve(said, |target| match target {
            Target::Actor(id) => Some(id),
            _ => None,
        });
        meant.map(|id| atlas[id].id.as_str()).ok()
    };
    assert_eq!(actor("Russia"), Some("russia"));
    assert_eq!(actor("russ"), Some("russia"));
    assert_eq!(actor("r"), Some("russia"));
    assert_eq!(actor("Hmeimim"), None);
}
