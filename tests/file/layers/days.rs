//! Layers of a day each: their areas, their claims, and how both are told.

use whoholds::{
    atlas::{Place, RegionId, Switchboard, state::Snapshot},
    caption::{Captions, plain_text},
    export::{self, Exported},
    file::Document,
};

use super::made::{date, hundreds, load, moving, problems};
use crate::support::Screen;

fn shares(document: &Document, at: &str) -> Vec<String> {
    let (atlas, map) = (&document.atlas, &document.map);
    let exported = Exported::new(atlas, map, Some(date(at)), &Switchboard::default());
    let captions = exported.captions();
    let lines = captions.shares(&captions.legend());
    lines
        .iter()
        .map(|line| line.text().trim().to_owned())
        .collect()
}

#[test]
fn each_day_has_the_areas_of_its_layer() {
    let document = load(&moving("days"));
    let starts: Vec<String> = document
        .map
        .starts()
        .iter()
        .map(|date| date.iso())
        .collect();
    assert_eq!(
        starts,
        ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"]
    );
    let km2 = |at: &str| {
        let map = document.map.of_date(date(at));
        [0, 1].map(|n| hundreds(map.area_km2(RegionId::at(n))))
    };
    // A degree of longitude there is about 10,200 km² from one parallel to the next.
    assert_eq!(km2("2025-12-31"), [0, 0]);
    assert_eq!(km2("2026-01-01"), [102, 102]);
    assert_eq!(km2("2026-01-02"), [76, 127]);
    assert_eq!(km2("2026-01-03"), [153, 51]);
    assert_eq!(km2("2026-01-04"), [204, 0]);
    assert_eq!(km2("2030"), km2("2026-01-04"));
    assert_eq!(shares(&document, "2026-01-02")[2], "silent: 89%");
    assert_eq!(
        shares(&document, "2026-01-03")[..2],
        ["■\u{a0}E The East: 8%", "■\u{a0}W The West: 3%"]
    );
    assert_eq!(problems(&moving("days")), "");
}

#[test]
fn each_layer_is_a_claim_of_its_source() {
    let document = load(&moving("claims"));
    let atlas = &document.atlas;
    let names: Vec<&str> = atlas.places().map(|place| atlas.name(place)).collect();
    assert_eq!(names, ["Front: The East", "Front: The West"]);
    assert!(atlas.place("front-east").is_some() && atlas.place("front-west").is_some());
    let map = document.map.of_date(date("2026-01-03"));
    let snapshot = Snapshot::at(atlas, date("2026-01-03"));
    let captions = Captions {
        atlas,
        map: &map,
        snapshot: &snapshot,
    };
    let place = Place::Region(RegionId::at(1));
    insta::assert_snapshot!(plain_text(&captions.place(place).lines(atlas), 80), @"
    held by The West  ■ W
    reported · 1 source · last said that day · its outline is schematic

    What The West holds, as the layer of 3 Jan 2026 draws it.
    — A mapper
      reported, in our words · 3 Jan 2026

    area: about 5,090 km², 3% of the country

    Said before
    1 Jan 2026 · held by The West  ■ W
    What The West holds, as the layer of 1 Jan 2026 draws it.
    — A mapper
      reported, in our words · 1 Jan 2026

    2 Jan 2026 · held by The West  ■ W
    What The West holds, as the layer of 2 Jan 2026 draws it.
    — A mapper
      reported, in our words · 2 Jan 2026

    1 claim from after 3 Jan 2026 not shown
    ");
}

#[test]
fn what_changed_tells_of_lines_that_moved() {
    let document = load(&moving("changes"));
    let [before, after] = ["2026-01-01", "2026-01-03"].map(date);
    let snapshot = Snapshot::at(&document.atlas, after);
    let map = document.map.of_date(after);
    let captions = Captions {
        atlas: &document.atlas,
        map: &map,
        snapshot: &snapshot,
    };
    let before = Snapshot::at(&document.atlas, before);
    insta::assert_snapshot!(plain_text(&captions.changes_text(&before), 80), @"
    An invented front: what changed
    from 1 Jan 2026 to 3 Jan 2026 · no holder changed, lines moved

    Lines that moved
    Front: The East · gained 5,090 km²  ■ E
    Front: The West · lost 5,090 km²  ■ W
    ");
    let west = captions.place_since(Place::Region(RegionId::at(1)), &before);
    let text = plain_text(&west.lines(&document.atlas), 80);
    let told = "from 1 Jan 2026 to 3 Jan 2026 its holder is the same: lost 5,090 km²";
    assert!(text.starts_with(told), "{text}");
}

#[test]
fn the_screen_goes_from_layer_to_layer_and_hatches_what_moved() {
    let screen = Screen::of(&moving("screen"), 80, 24);
    insta::assert_snapshot!("front-80x24", screen.text());
    let moved = screen.press("d . ");
    insta::assert_snapshot!("front-moved-80x24", moved.text());
    insta::assert_snapshot!("front-moved-80x24-styles", moved.styles());
    // Back at the file's own date, nothing has moved.
    let back = moved.press(",");
    assert!(
        back.text().contains("nothing changes between"),
        "{}",
        back.text()
    );
}

#[test]
fn a_region_without_land_at_a_date_is_said_to_have_none() {
    let screen = Screen::of(&moving("none"), 120, 36).press("end");
    assert!(!screen.text().contains("■ W"), "{}", screen.text());
    let screen = screen.press("tab tab");
    let text = screen.text();
    assert!(text.contains("Front: The West"), "{text}");
    assert!(text.contains("no land of it is drawn"), "{text}");
    assert!(!text.contains("as the layer of 4 Jan"), "{text}");
    // Going there, looking closer and moving on are as anywhere else.
    let _ = screen
        .press("z enter esc + - left right up down l esc")
        .text();
}

#[test]
fn shares_at_every_date_are_of_the_areas_of_that_date() {
    let document = load(&moving("shares"));
    let (atlas, map) = (&document.atlas, &document.map);
    let exported = Exported::new(
        atlas,
        map,
        Some(date("2026-01-04")),
        &Switchboard::default(),
    );
    let shares = export::format("shares").expect("a format");
    let table = String::from_utf8(shares.export(&exported).expect("a table")).expect("UTF-8");
    let of_the_east: Vec<&str> = table
        .lines()
        .filter(|row| row.contains("The East"))
        .map(|row| &row[..48])
        .collect();
    insta::assert_snapshot!(of_the_east.join("\n"), @"
    2026-01-01,actor,east,The East,0.054451,0.000000
    2026-01-02,actor,east,The East,0.040838,0.000000
    2026-01-03,actor,east,The East,0.081676,0.000000
    2026-01-04,actor,east,The East,0.108901,0.000000
    ");
    assert_eq!(table.matches("The West").count(), 3);
}
