//! Every spelling of every name on the shipped map finds what it is the name of.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

use whoholds::{
    file::{self, Document, RegionFile},
    find::Gazetteer,
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
            .map(|hit| format!("{} ({})", hit.name, hit.target.kind(&atlas)))
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
        ("heseke", "Al-Hasakah (area)"),
        ("دير الزور", "Deir ez-Zor (area)"),
        ("ادلب", "Idlib (region)"),
        ("kurdish", "Kurdish-led forces (actor)"),
    ] {
        let found = hits(query);
        assert_eq!(
            found.first().map_or("", String::as_str),
            first,
            "{query}: {found:?}"
        );
    }
    for kind in ["naval base", "area", "town"] {
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
