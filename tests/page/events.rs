//! Events on the page: signs, words, and what leaves them out.

use super::{
    browser::{axe, browser, drive},
    loaded, page,
};

pub const TABLE: &str = "\
date,place,lat,lon,actor1,note,source
2026-01-28,Kobani,36.89,38.35,The North,\"<b>Shells</b> fell, residents said.\",A wire service
2026-01-27,Kobani,36.88,38.36,,Officers met.,
2026-01-27,Homs,34.73,36.72,The South,A patrol passed.,
2026-01-10,Homs,34.73,36.72,The South,An older patrol passed.,
";

const MAP: &str = r#"
format = 1
title = "A fixture"
basemap = "syria"
as_of = 2026-01-28

[[source]]
id = "gazette"
title = "A gazette"
url = "https://example.org/gazette"

[[actor]]
id = "union"
name = "The Union"
letter = "U"
colour = "blue"

[[actor]]
id = "north"
name = "The North"
letter = "N"
colour = "green"
part_of = "union"

[[region]]
id = "aleppo"
name = "Aleppo"
area = { all = ["SY-HL"] }

[[events]]
file = "events.csv"
source = "gazette"

[[claim]]
about = ["aleppo"]
says = "holds"
actor = "north"
source = "gazette"
summary = "It holds it."
"#;

#[test]
fn events_are_seen_reached_and_read_where_and_when_they_happened() {
    let Some(browser) = browser() else { return };
    let document = loaded("events", MAP);
    let checks = "await events(page);";
    let (result, complaints) = drive(&browser, page(&document), checks, Vec::new());
    assert_eq!(complaints, "");
    let failed = result.lines().filter(|line| !line.starts_with("ok "));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
    assert_eq!(result.lines().count(), 14, "{result}");
}

/// The list, a sign's panel and both schemes pass axe-core as the rest of the page does.
#[test]
fn events_have_no_barriers_that_axe_knows() {
    let Some(browser) = browser() else { return };
    let states = "
        list: () => {},
        sign: () => d.querySelector('#map .sign').focus(),
        dark: () => d.querySelector('#theme').click(),";
    let Some((result, complaints)) = axe(&browser, page(&loaded("barriers", MAP)), states) else {
        return;
    };
    assert_eq!(complaints, "");
    let failed = result.lines().filter(|line| !line.starts_with("ok "));
    assert_eq!(failed.collect::<Vec<_>>(), [""; 0]);
    assert_eq!(result.lines().count(), 3);
}
