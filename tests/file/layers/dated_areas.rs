//! Regions that list their areas by date, and land that two of them share for a while.

use whoholds::atlas::RegionId;

use super::made::{date, hundreds, load, open, problems};

#[test]
fn a_region_may_list_its_areas_by_date() {
    let region = |areas: &str| format!("[[region]]\nid = \"north\"\nname = \"North\"\n{areas}\n");
    let listed = region(
        "areas = [{ from = 2026-01-01, area = { all = [\"SY-HA\"] } }, { from = \"2026-02\", area = { all = [\"SY-RA\"] } }]",
    );
    let document = load(&open("listed", &listed, &[]));
    let km2 = |at: &str| hundreds(document.map.of_date(date(at)).area_km2(RegionId::at(0)));
    assert_eq!(km2("2025"), 0);
    assert!(km2("2026-01-02") > 200);
    // A month has come once it is over.
    assert_eq!(km2("2026-02-27"), km2("2026-01-02"));
    assert_ne!(km2("2026-02-28"), km2("2026-01-02"));
    let told = |areas: &str| problems(&open("mislisted", &region(areas), &[]));
    insta::assert_snapshot!(told("areas = []"), @"
    error[empty]: this list is empty
       = help: leave the key out, or fill it in
    ");
    insta::assert_snapshot!(told("area = { all = [\"SY-HA\"] }\nareas = [{ from = 2026, area = { all = [\"SY-HA\"] } }]"), @"
    error[bad-area]: a region has one `area`, or `areas` from one date on after another
       = help: take one of the two out
    ");
    insta::assert_snapshot!(told("areas = [{ from = 2026, area = { all = [\"SY-HA\"] } }, { from = 2025, area = { all = [\"SY-HA\"] } }]"), @"
    error[bad-area]: this date is not after the one before it
       = help: put the areas in the order of their dates
    ");
    insta::assert_snapshot!(told("areas = [{}]"), @"
    error[missing-key]: missing here: `from`, `area`
       = help: add `from = …`, `area = …`
    ");
    let taken = listed.clone()
        + "[[region]]\nid = \"rest\"\nname = \"Rest\"\narea = { all = [\"SY-RA\"], except = [\"north\"] }\n";
    insta::assert_snapshot!(problems(&open("taken", &taken, &[])), @"
    error[unknown-id]: there is no unit, outline or region of one area further up `north`
       = help: name a unit, outline or region of one area further up
    ");
}

#[test]
fn land_of_two_regions_is_compared_while_the_areas_hold() {
    let region =
        |id: &str, areas: &str| format!("[[region]]\nid = '{id}'\nname = '{id}'\n{areas}\n");
    let claim = |id: &str, actor: &str, when: &str| {
        format!(
            "[[claim]]\nabout = ['{id}']\nactor = '{actor}'\nsays = 'holds'\nwhen = {when}\nbecause = 'So it is read.'\n"
        )
    };
    let moves = |id: &str, first: &str, second: &str| {
        let area = |(from, unit)| format!("{{ from = {from}, area = {{ all = ['{unit}'] }} }}");
        let areas = [("2026-01-01", first), ("2026-01-27", second)].map(area);
        region(id, &format!("areas = [{}]", areas.join(", ")))
    };
    let daraa = region("q", "area = { all = ['SY-DR'] }");
    let both = claim("p", "west", "2026-01-01") + &claim("q", "west", "2026-01-01");
    // They part while p has Daraa, and not on the first day of it.
    let parted = moves("p", "SY-DR", "SY-SU") + &daraa + &both + &claim("q", "east", "2026-01-02");
    insta::assert_snapshot!(problems(&open("parted", &parted, &[])), @"
    error[area-overlap]: `q` and `p` share 3955 km² and differ as of 2 Jan 2026: `q` is held by `east`, `p` is held by `west`
       = help: no land can be of two regions that differ: clip one of them
    ");
    // They differ only while p has none of Daraa.
    let apart = moves("p", "SY-SU", "SY-DR")
        + &daraa
        + &claim("p", "west", "2026-01-01")
        + &claim("q", "east", "2026-01-01")
        + &claim("q", "west", "2026-01-27");
    insta::assert_snapshot!(problems(&open("apart", &apart, &[])), @"");
}
