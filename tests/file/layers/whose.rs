//! The holders of the land that layers draw.

use whoholds::atlas::RegionId;

use super::made::{LAYERS, date, day, feature, hundreds, layer, load, open, problems};
use crate::support::Screen;

#[test]
fn all_that_is_drawn_may_be_one_actors() {
    let toml = LAYERS.replace(
        "holder = \"side\"\nactors = { East = \"east\", West = \"west\" }",
        "actor = \"east\"",
    );
    let beside = r#"{"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[38,34],[39,35]]}}"#;
    let files = [
        ("days/2026-01-01.geojson", day(39.0)),
        (
            "days/2026-01-02.geojson",
            layer(&[feature("", 38.0, 39.0), beside.to_owned()]),
        ),
        ("days/2026-01-03.geojson", layer(&[beside.to_owned()])),
    ];
    let file = open("one", &toml, &files);
    let document = load(&file);
    let km2 = |at: &str| hundreds(document.map.of_date(date(at)).area_km2(RegionId::at(0)));
    assert_eq!((km2("2026-01-01"), km2("2026-01-02")), (204, 102));
    insta::assert_snapshot!(problems(&file), @"
    error[bad-geodata]: days/2026-01-03.geojson: there are no polygons in it
       = help: mend the file, or take it out of its folder
    ");
}

#[test]
fn values_may_stand_for_nobody() {
    let some = LAYERS.replace(
        "actors = { East = \"east\", West = \"west\" }",
        "actors = { East = \"east\" }\nignore = [\"West\"]",
    );
    let files = [("days/2026-01-01.geojson", day(39.0))];
    let file = open("some", &some, &files);
    let document = load(&file);
    assert_eq!(
        hundreds(
            document
                .map
                .of_date(date("2026-01-01"))
                .area_km2(RegionId::at(0))
        ),
        102
    );
    assert_eq!(problems(&file), "");
}

#[test]
fn holders_that_exclude_each_other_are_told() {
    let files = [("days/2026-01-01.geojson", day(39.0))];
    let with = |more: &str| problems(&open("exclude", &format!("{LAYERS}{more}\n"), &files));
    insta::assert_snapshot!(with("actor = \"east\""), @"
    error[bad-layers]: `actor` holds all that is drawn, whatever a property says of it
       = help: leave out `actor`, or `holder` and what goes with it
    ");
    insta::assert_snapshot!(with("ignore = [\"West\"]"), @"
    error[bad-layers]: `West` stands under `actors`, too
       = help: keep it under one of the two
    ");
    insta::assert_snapshot!(with("ignore = []"), @"
    error[empty]: this list is empty
       = help: leave the key out, or fill it in
    ");
    let nobody = LAYERS.replace(
        "holder = \"side\"\nactors = { East = \"east\", West = \"west\" }",
        "actor = \"north\"",
    );
    insta::assert_snapshot!(problems(&open("nobody", &nobody, &files)), @"
    error[unknown-id]: there is no actor `north`
       = help: one of `east`, `west`
    ");
}

#[test]
fn without_a_name_land_is_called_as_whoever_holds_it() {
    let toml = LAYERS.replace("name = \"Front\"\n", "");
    let files = [("days/2026-01-01.geojson", day(39.0))];
    let screen = Screen::of(&open("nameless", &toml, &files), 120, 36);
    let text = screen.text();
    let named = text.lines().filter(|line| line.contains("THE EAST"));
    assert_eq!(named.count(), 1, "{text}");
    let (map, _): (Vec<&str>, Vec<&str>) = text
        .lines()
        .map(|line| line.split_at(line.char_indices().nth(79).map_or(line.len(), |(at, _)| at)))
        .unzip();
    assert!(
        !map[..30].iter().any(|line| line.contains("The East")),
        "{text}"
    );
}
