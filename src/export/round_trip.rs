//! Tests that what is read back from an export is what was exported, for atlases of any claims.

use ::geo::MultiPolygon;
use proptest::prelude::*;
use serde_json::Value;

use super::{Claims, Exported, Exporter, GeoJson, Json, States, csv, format};
use crate::{
    atlas::{
        ActorId, Atlas, Claim, Date, Lens, Place, Says, SourceId, Switchboard,
        sample::{self, BLUES, REDS},
        state::{Control, Snapshot, Status},
    },
    caption::sample::Sample,
    file::{self, RegionFile},
    geo::{algebra, formats, polygons},
};

/// A state as it is read: of a region what holds it, of a site what is said of it; and the grade.
#[derive(Debug, PartialEq)]
struct Read {
    control: Option<Control>,
    status: Option<Status>,
    grade: String,
}

impl Read {
    /// As the atlas has it.
    fn of(snapshot: &Snapshot, place: Place) -> Self {
        let (control, status) = match place {
            Place::Region(id) => (Some(snapshot[id].control.clone()), None),
            Place::Site(id) => (None, Some(snapshot[id].status.clone())),
        };
        let grade = snapshot.grade(place).key().to_owned();
        Self {
            control,
            status,
            grade,
        }
    }

    fn new(
        place: Place,
        word: &str,
        holders: Vec<ActorId>,
        said: impl Iterator<Item = (bool, Says, ActorId)>,
        grade: &str,
    ) -> Self {
        let (control, status) = match place {
            Place::Region(_) => (Some(control(word, holders)), None),
            Place::Site(_) => {
                let mut status = Status::default();
                for (disputed, says, actor) in said {
                    let list = if disputed {
                        &mut status.disputed
                    } else {
                        &mut status.agreed
                    };
                    list.push((says, actor));
                }
                (None, Some(status))
            }
        };
        let grade = grade.to_owned();
        Self {
            control,
            status,
            grade,
        }
    }
}

fn control(word: &str, holders: Vec<ActorId>) -> Control {
    match word {
        "held" => Control::Held(holders[0]),
        "occupied" => Control::Occupied(holders[0]),
        "in parts" => Control::InParts(holders),
        "contested" => Control::Contested(holders),
        "disputed" => Control::Disputed(holders),
        other => {
            assert_eq!((other, holders.len()), ("silent", 0));
            Control::Silent
        }
    }
}

fn actor(id: &str) -> ActorId {
    if id == "reds" { REDS } else { BLUES }
}

fn says(key: &str) -> Says {
    let all = Says::ALL.iter().copied();
    all.into_iter()
        .find(|says| says.key() == key)
        .expect("a verb")
}

fn some_claim() -> impl Strategy<Value = (Place, Claim)> {
    let places: Vec<Place> = sample::atlas().places().collect();
    let dates = ["2025", "2026-01", "2026-01-10", "2026-01-20", "2026-02-10"];
    let when = prop::option::of(prop::sample::select(dates.to_vec()));
    let place = prop::sample::select(places);
    let verb = prop::sample::select(Says::ALL.to_vec());
    let words = prop::option::of("[=+@'-]?[a-z\"',;\\n ]{1,12}");
    (place, verb, any::<bool>(), when, words, any::<bool>())
        .prop_filter("it fits", |(place, says, ..)| match place {
            Place::Region(_) => says.fits_region(),
            Place::Site(_) => says.fits_site(),
        })
        .prop_map(|(place, says, reds, when, because, held)| {
            let claim = Claim {
                about: vec![place.into()],
                says,
                actor: Some(if reds { REDS } else { BLUES }),
                source: Some(SourceId::at(usize::from(held))),
                when: when.map(|when| when.parse().expect("a date")),
                because,
                quote: None,
                summary: Some("-1+1".to_owned()),
                ..sample::atlas().claims[0].clone()
            };
            (place, claim)
        })
}

fn some_atlas() -> impl Strategy<Value = Atlas> {
    prop::collection::vec(some_claim(), 0..12).prop_map(|claims| {
        let mut atlas = sample::atlas();
        atlas.regions[0].name = "=HYPERLINK(\"a\"),\"".to_owned();
        atlas.claims = claims.into_iter().map(|(_, claim)| claim).collect();
        atlas
    })
}

/// The rows of a table, each cell by its column.
fn rows(bytes: &[u8]) -> Vec<Vec<(String, String)>> {
    let mut reader = ::csv::Reader::from_reader(bytes);
    let header = reader.headers().expect("a header").clone();
    let row = |row: ::csv::StringRecord| {
        let cells = header.iter().zip(row.iter());
        cells
            .map(|(column, cell)| (column.to_owned(), csv::read(cell).to_owned()))
            .collect()
    };
    let records = reader.records().map(|record| record.expect("a row"));
    records.map(row).collect()
}

fn cell<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
    let found = row.iter().find(|(name, _)| name == column);
    &found.expect("a column").1
}

fn from_json(place: Place, state: &Value, holders: &str) -> Read {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = |name: &str| state[name].as_array().expect("a list").clone();
    let said = list("said").into_iter().map(|said| {
        let disputed = said["disputed"].as_bool().expect("a truth");
        (
            disputed,
            says(&text(&said["says"])),
            actor(&text(&said["actor"])),
        )
    });
    let holders = list(holders).iter().map(|id| actor(&text(id))).collect();
    Read::new(
        place,
        &text(&state["state"]),
        holders,
        said,
        &text(&state["grade"]),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn states_are_read_back(atlas in some_atlas(), month in 1..4_i8) {
        let map = Sample::new().map;
        let at = Date::new(2026, Some(month), None).ok();
        let exported = Exported::new(&atlas, &map, at, &Switchboard::default());
        let json: Value = serde_json::from_slice(&Json.export(&exported).expect("JSON")).expect("JSON");
        let geojson: Value = serde_json::from_slice(&GeoJson.export(&exported).expect("JSON")).expect("JSON");
        let table = rows(&States.export(&exported).expect("CSV"));
        for (nth, place) in atlas.places().enumerate() {
            let wanted = Read::of(&exported.snapshot, place);
            let state = &json["states"][exported.snapshot.date.iso()][atlas.id(place)];
            prop_assert_eq!(&from_json(place, state, "holders"), &wanted);
            let properties = &geojson["features"][nth]["properties"];
            prop_assert_eq!(&from_json(place, properties, "holder_ids"), &wanted);
            let row = &table[nth];
            let said = cell(row, "said").split_whitespace().map(|said| {
                let plain = said.trim_start_matches('?');
                let (verb, who) = plain.split_once(':').expect("a verb");
                (said != plain, says(verb), actor(who))
            });
            let holders = cell(row, "holder_ids").split_whitespace().map(actor).collect();
            let read = Read::new(place, cell(row, "state"), holders, said, cell(row, "grade"));
            prop_assert_eq!(&read, &wanted);
            prop_assert_eq!(cell(row, "name"), atlas.name(place));
        }
        // And at every other date.
        for stop in exported.stops() {
            let snapshot = Snapshot::at(&atlas, stop);
            for place in atlas.places() {
                let read = from_json(place, &json["states"][stop.iso()][atlas.id(place)], "holders");
                prop_assert_eq!(read, Read::of(&snapshot, place));
            }
        }
    }

    #[test]
    fn claims_are_read_back(atlas in some_atlas()) {
        let map = Sample::new().map;
        let exported = Exported::new(&atlas, &map, None, &Switchboard::default());
        let json: Value = serde_json::from_slice(&Json.export(&exported).expect("JSON")).expect("JSON");
        let table = rows(&Claims.export(&exported).expect("CSV"));
        prop_assert_eq!(table.len(), atlas.claims.len());
        for (nth, claim) in atlas.claims.iter().enumerate() {
            let (row, object) = (&table[nth], &json["claims"][nth]);
            let when = claim.when.map(Date::iso);
            prop_assert_eq!(object["when"].as_str(), when.as_deref());
            prop_assert_eq!(cell(row, "when"), when.unwrap_or_default());
            prop_assert_eq!(object["because"].as_str(), claim.because.as_deref());
            prop_assert_eq!(cell(row, "because"), claim.because.as_deref().unwrap_or_default());
            prop_assert_eq!(cell(row, "summary"), "-1+1");
            prop_assert_eq!(says(cell(row, "says")), claim.says);
            prop_assert_eq!(actor(cell(row, "actor")), claim.actor.expect("an actor"));
            prop_assert_eq!(object["id"].as_str().expect("an id"), cell(row, "id"));
        }
    }

    #[test]
    fn the_same_map_gives_the_same_bytes(atlas in some_atlas()) {
        let map = Sample::new().map;
        let twin = atlas.clone();
        for name in ["ansi", "md", "claims", "states", "shares", "json", "geojson", "kml", "annotations"] {
            let format = format(name).expect("a format");
            let bytes = |atlas| format.export(&Exported::new(atlas, &map, None, &Switchboard::default()));
            prop_assert_eq!(bytes(&atlas).expect("bytes"), bytes(&twin).expect("bytes"), "{}", name);
        }
    }
}

#[test]
fn places_are_coloured_by_the_lens_and_silence_by_none() {
    let sample = Sample::new();
    let fills = |lens: Lens| {
        let exported = Exported {
            lens,
            ..Exported::new(&sample.atlas, &sample.map, None, &Switchboard::default())
        };
        let bytes = GeoJson.export(&exported).expect("JSON");
        let json: Value = serde_json::from_slice(&bytes).expect("JSON");
        let fill = |n: usize| json["features"][n]["properties"]["fill"].to_string();
        [0, 1, 2, 3].map(fill)
    };
    let [reds, blues, disputed, silent] = fills(Lens::Actors);
    assert!(reds != blues && disputed == "\"#8a8a8a\"" && silent == "\"#ffffff\"");
    let [quoted, too, reported, nobody] = fills(Lens::Grade);
    assert!(quoted == too && quoted != reported && nobody == silent);
}

#[test]
fn too_many_states_are_not_written_and_that_is_said() {
    let Sample { mut atlas, map, .. } = Sample::new();
    let port = atlas.sites[0].clone();
    atlas.sites = vec![port; 50_000];
    let exported = Exported::new(&atlas, &map, None, &Switchboard::default());
    let left_out = "states are of 28 Jan 2026 alone, the states at all others are too many";
    assert_eq!(Json.left_out(&exported).as_deref(), Some(left_out));
    let json: Value = serde_json::from_slice(&Json.export(&exported).expect("JSON")).expect("JSON");
    let states = json["states"].as_object().expect("states");
    assert_eq!(states.keys().collect::<Vec<_>>(), ["2026-01-28"]);
    assert_eq!(json["stops"].as_array().expect("dates").len(), 5);
}

/// The area of a feature, as a region file would take it.
fn read_area(feature: &Value) -> MultiPolygon {
    let bytes = feature.to_string().into_bytes();
    let features = formats::read("area.geojson", bytes, &|_| Ok(None), None);
    let area = features.and_then(|features| polygons::area(&features));
    area.unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn shapes_are_read_back_and_wound_as_they_should_be() {
    let sample = Sample::new();
    let exported = Exported::new(&sample.atlas, &sample.map, None, &Switchboard::default());
    let bytes = GeoJson.export(&exported).expect("JSON");
    let json: Value = serde_json::from_slice(&bytes).expect("JSON");
    assert!(json.get("crs").is_none());
    for (nth, area) in sample.map.areas.iter().enumerate() {
        let feature = &json["features"][nth];
        let read = read_area(feature);
        for (one, other) in [(&read, area), (area, &read)] {
            let apart = algebra::difference([one], [other]).expect("few crossings");
            assert!(apart.0.is_empty());
        }
        // Twice the area, and positive where the ring runs counter-clockwise.
        let ring = feature["geometry"]["coordinates"][0]
            .as_array()
            .expect("a ring");
        let point = |at: &Value| [0, 1].map(|n| at[n].as_f64().expect("a number"));
        let pairs = ring
            .windows(2)
            .map(|pair| (point(&pair[0]), point(&pair[1])));
        let doubled: f64 = pairs.map(|([ax, ay], [bx, by])| ax * by - bx * ay).sum();
        assert!(doubled > 0.0);
    }
    let silent = &json["features"][3]["properties"];
    assert_eq!(silent["state"], "silent");
    assert!(silent["holder"].is_null() && silent["quotation"].is_null());
}

#[test]
fn every_shape_of_the_shipped_map_is_an_area_again() {
    let document = file::load(&RegionFile::builtin()).expect("the shipped map");
    let exported = Exported::new(
        &document.atlas,
        &document.map,
        None,
        &Switchboard::default(),
    );
    let bytes = GeoJson.export(&exported).expect("JSON");
    let json: Value = serde_json::from_slice(&bytes).expect("JSON");
    for (nth, area) in document.map.areas.iter().enumerate() {
        let feature = &json["features"][nth];
        let read = read_area(feature);
        let [read, area] = [&read, area].map(algebra::area_km2);
        assert!((read - area).abs() < 0.1, "{}", feature["id"]);
    }
}
