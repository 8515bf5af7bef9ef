//! Limits of layers and dated areas.

use super::made::{LAYERS, date, open, problems};

#[test]
fn layers_and_dated_areas_make_no_more_than_their_limits() {
    let table = |n: u32| LAYERS.replace("\"front\"", &format!("\"front{n}\""));
    let many: String = (0..26).map(table).collect();
    let days = (1..=1000).map(|n| date("2020-01-01").first_day() + jiff::Span::new().days(n));
    let names: Vec<String> = days.map(|day| format!("days/{day}.geojson")).collect();
    let files: Vec<(&str, String)> = names
        .iter()
        .map(|name| (name.as_str(), String::new()))
        .collect();
    let found = problems(&open("many", &many, &files));
    assert!(
        found.contains(
            "error[too-large]: up to this table, layers say more than 50000 times who holds what"
        ),
        "{found}"
    );
    let area = |n: u32| format!("{{ from = {}, area = {{ all = ['SY-SU'] }} }}", 1000 + n);
    let areas: Vec<String> = (0..1001).map(area).collect();
    let list = format!(
        "[[region]]\nid = 'p'\nname = 'P'\nareas = [{}]\n",
        areas.join(", ")
    );
    insta::assert_snapshot!(problems(&open("dated-many", &list, &[])), @"
    error[too-large]: before this one, there are 1000 areas with dates, or 2000000 points in them
       = help: draw them as files of layers, which are read when they are shown
    ");
}
