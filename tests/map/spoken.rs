//! Units and towns of the base map that claims are about without a declared region or site.

use whoholds::{
    atlas::{Accuracy, Place, Switchboard, state::Control, state::Snapshot},
    caption::Captions,
    file::{self, Document, RegionFile},
};

const HEAD: &str = "format = 1\ntitle = 'A fixture'\nbasemap = 'syria'\nas_of = 2026-01-28\n";
const ACTORS: &str = "[[actor]]\nid = 'reds'\nname = 'Reds'\nletter = 'R'\ncolour = 'red'\n\
                      [[actor]]\nid = 'blues'\nname = 'Blues'\nletter = 'B'\ncolour = 'blue'\n";

fn region(id: &str, area: &str) -> String {
    format!("[[region]]\nid = '{id}'\nname = '{id}'\narea = {area}\n")
}

fn claim(about: &str, actor: &str, says: &str) -> String {
    let actor = if actor.is_empty() {
        String::new()
    } else {
        format!("actor = '{actor}'\n")
    };
    format!("[[claim]]\nabout = ['{about}']\nsays = '{says}'\n{actor}because = 'So it is read.'\n")
}

fn open(parts: &[String]) -> RegionFile {
    RegionFile::builtin().with_bytes(format!("{HEAD}{ACTORS}{}", parts.concat()))
}

fn load(parts: &[String]) -> Document {
    file::load(&open(parts)).expect("no problems")
}

/// The problems of a file, each by its message and its way out.
fn problems(parts: &[String]) -> Vec<(String, String)> {
    let report = file::load(&open(parts)).expect_err("it has problems");
    let problems = report.problems.into_iter();
    problems
        .map(|it| (it.message, it.help.unwrap_or_default()))
        .collect()
}

/// The shares of the legend, in words.
fn shares(Document { atlas, map, .. }: &Document) -> Vec<String> {
    let snapshot = Snapshot::at(atlas, atlas.as_of);
    let captions = Captions {
        atlas,
        map,
        snapshot: &snapshot,
    };
    let legend = captions.legend();
    let words = legend.shares.iter().map(whoholds::caption::Share::words);
    words.collect()
}

#[test]
fn a_unit_is_a_region_with_its_border_and_a_town_a_site_without_land() {
    let document = load(&[
        claim("SY-SU", "reds", "holds"),
        claim("town:kobani", "blues", "holds"),
    ]);
    let Document { atlas, map, .. } = &document;
    let [unit, town] = ["SY-SU", "town:kobani"].map(|id| atlas.place(id).expect("a place"));
    assert_eq!(
        [atlas.name(unit), atlas.name(town)],
        ["As-Suwayda", "Kobani"]
    );
    assert!(atlas.also(unit).contains(&"السويداء".to_owned()));
    let Place::Region(id) = unit else {
        panic!("a unit is a region")
    };
    assert_eq!(atlas[id].accuracy, Accuracy::Administrative);
    let base = map.base.units.iter().find(|unit| unit.id == "SY-SU");
    assert_eq!(map.areas[id.index()], base.expect("a unit").shape);
    assert!(matches!(town, Place::Site(_)));
    assert_eq!(shares(&document), ["4% inferred", "1 site"]);
}

#[test]
fn land_of_a_unit_and_a_region_in_it_counts_once() {
    let apart = load(&[claim("SY-SU", "reds", "holds")]);
    let both = load(&[
        region("suwayda", "{ all = ['SY-SU'] }"),
        claim("SY-SU", "reds", "holds"),
        claim("suwayda", "reds", "holds"),
    ]);
    assert_eq!(shares(&apart), shares(&both));
}

#[test]
fn a_region_lies_on_the_unit_that_nobody_is_said_to_have() {
    let document = load(&[
        region(
            "east",
            "{ part = ['SY-HA'], within = [[40, 36], [42, 36], [42, 37], [40, 37]] }",
        ),
        claim("east", "reds", "holds"),
        claim("SY-HA", "", "context"),
    ]);
    let Document { atlas, map, .. } = &document;
    let drawn = map
        .region_at(::geo::coord! {x: 41.0, y: 36.5})
        .expect("a region");
    assert_eq!(atlas[drawn].id, "east");
    let unit = map
        .region_at(::geo::coord! {x: 39.9, y: 36.6})
        .expect("a region");
    assert_eq!(atlas[unit].id, "SY-HA");
    let snapshot = Snapshot::at(atlas, atlas.as_of);
    assert_eq!(snapshot[unit].control, Control::Silent);
}

#[test]
fn a_unit_under_a_region_counts_no_more_than_it_is_seen() {
    let source = "[[source]]\nid = 'wire'\npublisher = 'A wire service'\n".to_owned();
    let reported = "[[claim]]\nabout = ['suwayda']\nsays = 'holds'\nactor = 'reds'\nsource = 'wire'\nsummary = 'So it says.'\n";
    let Document { atlas, map, .. } = load(&[
        source,
        region("suwayda", "{ all = ['SY-SU'] }"),
        claim("SY-SU", "reds", "holds"),
        reported.to_owned(),
    ]);
    let share = |off: Switchboard| {
        let snapshot = Snapshot::with(&atlas, atlas.as_of, &off);
        let captions = Captions {
            atlas: &atlas,
            map: &map,
            snapshot: &snapshot,
        };
        captions.legend().silent.share()
    };
    let seen = map
        .region_at(::geo::coord! {x: 36.7, y: 32.8})
        .expect("a region");
    assert_eq!(atlas[seen].id, "suwayda");
    assert!(share(Switchboard::default()) < 0.99);
    let without: Switchboard = atlas.switch("wire").into_iter().collect();
    assert!((share(without) - 1.0).abs() < 1e-9);
}

#[test]
fn a_unit_and_a_region_in_it_may_not_be_held_by_others() {
    let region = region("suwayda", "{ all = ['SY-SU'] }");
    let found = problems(&[
        region.clone(),
        claim("SY-SU", "reds", "holds"),
        claim("suwayda", "blues", "holds"),
    ]);
    assert_eq!(found.len(), 1);
    let (message, help) = &found[0];
    assert!(
        message.contains("`suwayda` is held by `blues`, `SY-SU` is held by `reds`"),
        "{message}"
    );
    assert_eq!(
        help,
        "make the claims about `SY-SU` about regions, or leave the region out"
    );
    // A region that is silent would hide the unit.
    assert_eq!(
        problems(&[region, claim("SY-SU", "reds", "holds")]).len(),
        1
    );
}

#[test]
fn what_the_file_declares_goes_first() {
    let document = load(&[
        "[[site]]\nid = 'kobani'\nname = 'Kobani'\nkind = 'town'\nat = { lat = 36.9, lon = 38.35 }\n".to_owned(),
        claim("kobani", "reds", "holds"),
    ]);
    assert_eq!(document.atlas.sites.len(), 1);
    assert!(document.atlas.regions.is_empty());
}

#[test]
fn ids_that_nothing_has_are_answered_with_those_that_are_meant() {
    let help = |id: &str| {
        let found = problems(&[claim(id, "reds", "holds")]);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].1.clone()
    };
    assert_eq!(
        help("Homs"),
        "`SY-HI` is the unit Homs, `town:homs` is the town Homs"
    );
    assert_eq!(
        help("السويداء"),
        "`SY-SU` is the unit As-Suwayda, `town:as-suwayda` is the town As-Suwayda"
    );
    assert_eq!(help("SY-SV"), "did you mean `SY-SU`?");
    assert_eq!(help("town:kobane"), "did you mean `town:kobani`?");
    assert_eq!(help("red"), "did you mean `reds`?");
}

#[test]
fn what_is_said_of_a_town_is_said_of_no_land() {
    let found = problems(&[claim("town:kobani", "reds", "holds-part")]);
    assert_eq!(found[0].0, "`holds-part` can't be said of a site");
}
