//! One file in every format, and what strangers do to each.

use std::io::{Cursor, Write};

use ::geo::{Area, Coord};
use proptest::prelude::*;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::limits;

/// Two squares that share a border, of which the second has a hole; a line; a point.
const GEOJSON: &str = r#"{"type":"FeatureCollection","features":[
    {"type":"Feature","id":7,"properties":{"name":"West","side":"A","size":12.5,"open":true,"gone":null},
     "geometry":{"type":"Polygon","coordinates":[[[36,34],[37,34],[37,35],[36,35],[36,34]]]}},
    {"type":"Feature","properties":{"name":"East"},"geometry":{"type":"MultiPolygon","coordinates":
     [[[[37,34],[38,34],[38,35],[37,35],[37,34]],[[37.4,34.4],[37.4,34.6],[37.6,34.6],[37.6,34.4],[37.4,34.4]]]]}},
    {"type":"Feature","properties":{"name":"River"},"geometry":{"type":"LineString","coordinates":[[36,34],[38,35,9]]}},
    {"type":"Feature","properties":{"name":"Town"},"geometry":{"type":"Point","coordinates":[36.5,34.5]}}]}"#;

const TOPOJSON: &str = r#"{"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[36,34]},
    "arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,0],[10,0],[0,10],[-10,0]],
            [[14,4],[0,2],[2,0],[0,-2],[-2,0]],[[0,0],[20,10]]],
    "objects":{"all":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","id":7,"properties":{"name":"West","side":"A","size":12.5,"open":true},"arcs":[[0,1]]},
        {"type":"MultiPolygon","properties":{"name":"East"},"arcs":[[[2,-1],[3]]]},
        {"type":"LineString","properties":{"name":"River"},"arcs":[4]},
        {"type":"Point","properties":{"name":"Town"},"coordinates":[5,5]}]}}}"#;

const KML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>A map</name><Folder><name>Sides</name>
<Placemark id="7"><name>West</name><ExtendedData><Data name="side"><value>A</value></Data>
  <SchemaData schemaUrl="s"><SimpleData name="size">12.5</SimpleData></SchemaData></ExtendedData>
  <Polygon><outerBoundaryIs><LinearRing><coordinates>36,34,0 37,34,0 37,35,0 36,35,0 36,34,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
<Placemark><name><![CDATA[East]]> &amp; &#110;o further</name><MultiGeometry><Polygon>
  <innerBoundaryIs><LinearRing><coordinates>37.4,34.4 37.4,34.6 37.6,34.6 37.6,34.4 37.4,34.4</coordinates></LinearRing></innerBoundaryIs>
  <outerBoundaryIs><LinearRing><coordinates>
    37,34 38,34
    38,35 37,35 37,34 </coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder>
<Placemark><name>River</name><LineString><coordinates>36,34 38,35,9</coordinates></LineString></Placemark>
<Placemark><name>Town</name><Point><coordinates>36.5,34.5</coordinates></Point><Style/></Placemark>
</Document></kml>"#;

type Answer = Result<Vec<Feature>, GeodataError>;

fn alone(name: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    read(name, bytes.into(), &|_| Ok(None), None)
}

fn why(answer: Answer) -> String {
    answer.expect_err("it gives no features").to_string()
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("files/picture.png", SimpleFileOptions::default())
        .expect("a file");
    zip.start_file(name, SimpleFileOptions::default())
        .expect("a file");
    zip.write_all(bytes).expect("written to memory");
    zip.finish().expect("an archive").into_inner()
}

/// A record of a Shapefile: a polygon or line of its parts.
fn shape(kind: i32, parts: &[&[(f64, f64)]]) -> Vec<u8> {
    let mut out = kind.to_le_bytes().to_vec();
    out.extend([0; 32]);
    let count: usize = parts.iter().map(|part| part.len()).sum();
    for number in [parts.len(), count] {
        out.extend(i32::try_from(number).expect("few").to_le_bytes());
    }
    let mut start = 0;
    for part in parts {
        out.extend(i32::try_from(start).expect("few").to_le_bytes());
        start += part.len();
    }
    for (x, y) in parts.concat() {
        out.extend([x.to_le_bytes(), y.to_le_bytes()].concat());
    }
    out
}

fn shp(records: &[Vec<u8>]) -> Vec<u8> {
    let mut out = 9994i32.to_be_bytes().to_vec();
    out.resize(100, 0);
    for (n, record) in records.iter().enumerate() {
        for number in [n + 1, record.len() / 2] {
            out.extend(i32::try_from(number).expect("few").to_be_bytes());
        }
        out.extend(record);
    }
    stating_its_length(out)
}

/// A Shapefile that is as long as its head says.
fn stating_its_length(mut file: Vec<u8>) -> Vec<u8> {
    let words = i32::try_from(file.len() / 2).expect("small");
    file[24..28].copy_from_slice(&words.to_be_bytes());
    file
}

fn dbf(columns: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    const WIDTH: u8 = 12;
    let short = |number: usize| u16::try_from(number).expect("few").to_le_bytes();
    let mut out = vec![3, 26, 1, 28];
    out.extend(u32::try_from(rows.len()).expect("few").to_le_bytes());
    out.extend(short(32 + 32 * columns.len() + 1));
    out.extend(short(1 + usize::from(WIDTH) * columns.len()));
    out.resize(32, 0);
    for column in columns {
        let start = out.len();
        out.extend(column.as_bytes());
        out.resize(start + 11, 0);
        out.extend([b'C', 0, 0, 0, 0, WIDTH]);
        out.resize(start + 32, 0);
    }
    out.push(0x0d);
    for cell in rows.iter().flat_map(|row| {
        let cells = row.iter().map(|cell| format!("{cell:<12}"));
        std::iter::once(" ".to_owned()).chain(cells)
    }) {
        out.extend(cell.as_bytes());
    }
    out
}

const WEST: &[(f64, f64)] = &[
    (36.0, 34.0),
    (36.0, 35.0),
    (37.0, 35.0),
    (37.0, 34.0),
    (36.0, 34.0),
];
const EAST: &[(f64, f64)] = &[
    (37.0, 34.0),
    (37.0, 35.0),
    (38.0, 35.0),
    (38.0, 34.0),
    (37.0, 34.0),
];
const HOLE: &[(f64, f64)] = &[
    (37.4, 34.4),
    (37.6, 34.4),
    (37.6, 34.6),
    (37.4, 34.6),
    (37.4, 34.4),
];

fn shapefile(cpg: &'static str) -> Answer {
    let shapes = shp(&[
        shape(5, &[WEST]),
        shape(5, &[HOLE, EAST]),
        shape(3, &[&[(36.0, 34.0), (38.0, 35.0)]]),
    ]);
    let table = dbf(
        &["name", "side"],
        &[&["West", "A"], &["East", ""], &["River", ""]],
    );
    read(
        "A.shp",
        shapes,
        &|extension| {
            Ok(match extension {
                "dbf" => Some(table.clone()),
                "cpg" => Some(cpg.into()),
                "prj" => Some(br#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]"#.to_vec()),
                _ => None,
            })
        },
        None,
    )
}

#[test]
fn one_file_reads_the_same_in_every_format() {
    let kmz = zipped("doc.kml", KML.as_bytes());
    for (name, answer, features) in [
        ("GeoJSON", alone("a.geojson", GEOJSON), 4),
        ("TopoJSON", alone("a.json", TOPOJSON), 4),
        ("KML", alone("A.KML", KML), 4),
        ("KMZ", alone("a.kmz", kmz), 4),
        ("Shapefile", shapefile("UTF-8"), 3),
    ] {
        let found = answer.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(found.len(), features, "{name}");
        assert_eq!(found[0].properties["name"], "West", "{name}");
        assert_eq!(found[0].properties["side"], "A", "{name}");
        let areas = |n: usize| {
            found[n]
                .geometry
                .areas
                .iter()
                .map(Area::unsigned_area)
                .sum::<f64>()
        };
        assert!(
            (areas(0) - 1.0).abs() < 1e-9 && (areas(1) - 0.96).abs() < 1e-9,
            "{name}"
        );
        assert_eq!(found[2].geometry.lines[0].0.len(), 2, "{name}");
        if features == 4 {
            assert_eq!(found[0].id.as_deref(), Some("7"), "{name}");
            assert_eq!(
                found[3].geometry.points,
                [Coord { x: 36.5, y: 34.5 }],
                "{name}"
            );
        }
    }
}

#[test]
fn properties_are_text() {
    let found = alone("a.geojson", GEOJSON).expect("features");
    let of_first: Vec<_> = found[0]
        .properties
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    assert_eq!(of_first, ["name=West", "open=true", "side=A", "size=12.5"]);
    let found = alone("a.kml", KML).expect("features");
    assert_eq!(found[0].properties["folder"], "Sides");
    assert_eq!(found[1].properties["name"], "East & no further");
    assert!(!found[2].properties.contains_key("folder"));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let cut = shp(&[shape(5, &[WEST])]);
    let cases = [
        (alone("a.kml", ""), "there is nothing in it"),
        (alone("a.zip", "x"), "it is packed: unpack it first"),
        (
            alone("a.gpkg", "x"),
            "its name ends in none of .geojson, .json, .topojson, .kml, .kmz and .shp",
        ),
        (
            alone("a.geojson", b"{\n\xff".to_vec()),
            "line 2 is not UTF-8",
        ),
        (
            alone("a.kml", "<kml>\n<Placemark></kml>"),
            "line 2: ill-formed document: expected `</Placemark>`, but `</kml>` was found",
        ),
        (
            alone("a.kml", "<kml><Placemark>"),
            "line 1: the element `Placemark` has no end",
        ),
        (
            alone("a.kml", "<kml>&lol;</kml>"),
            "line 1: there is no entity `lol`",
        ),
        (alone("a.kml", "<gpx></gpx>"), "it has no element `kml`"),
        (
            alone("a.kml", "<kml><NetworkLink/></kml>"),
            "it only links to another file (NetworkLink)",
        ),
        (
            alone("a.kml", KML.replace("37,35,0", "37;35")),
            "line 5: “37;35” is no longitude and latitude",
        ),
        (
            alone("a.kmz", KML),
            "it is no zip archive: invalid Zip archive: Could not find EOCD",
        ),
        (
            alone("a.kmz", zipped("read.me", b"")),
            "it has no KML file in it",
        ),
        (alone("a.shp", KML), "it is no Shapefile"),
        (
            alone("a.shp", &cut[..cut.len() - 1]),
            "it is shorter than it says itself: some of it is cut off",
        ),
        (
            alone("a.shp", stating_its_length(cut[..cut.len() - 1].to_vec())),
            "it ends within feature 1",
        ),
        (
            alone("a.shp", shp(&[shape(31, &[])])),
            "feature 1 is of kind 31, which is no point, line or polygon",
        ),
        (
            alone("a.shp", shp(&[shape(5, &[WEST])[..60].to_vec()])),
            "feature 1 is cut off",
        ),
        (
            shapefile("1256"),
            "its .cpg says that its names are in “1256”: export it in UTF-8",
        ),
        (
            alone("a.json", TOPOJSON.replace("[0,1]", "[0,9]")),
            "feature 1: there is no arc 9",
        ),
        (
            alone("a.json", TOPOJSON.replace("[0,1]", "[0,0]")),
            "feature 1: arc 0 does not begin where the one before it ends",
        ),
        (
            alone(
                "a.json",
                TOPOJSON.replace("}]}}}", "}]},\"more\":{\"type\":null}}}"),
            ),
            "one of its layers is needed: all, more",
        ),
        (
            alone("a.json", r#"{"type":"FeatureCollection","features":[]}"#),
            "it has no features",
        ),
    ];
    for (answer, expected) in cases {
        assert_eq!(why(answer), expected);
    }
}

#[test]
fn no_projection_is_taken_for_degrees_wherever_it_is_named() {
    let name = r#""crs":{"type":"name","properties":{"name":"EPSG:3857"}}"#;
    let code = r#""crs":{"type":"EPSG","properties":{"code":3857}}"#;
    let link = r#""crs":{"type":"link","properties":{"href":"http://example.org"}}"#;
    let degrees = r#""crs":{"type":"EPSG","properties":{"code":4326}}"#;
    let point = |crs: &str| format!(r#"{{"type":"Point",{crs},"coordinates":[36,34]}}"#);
    let feature = |crs: &str, shape: &str| {
        format!(r#"{{"type":"Feature",{crs},"properties":{{}},"geometry":{shape}}}"#)
    };
    let list = |crs: &str, feature: &str| {
        format!(r#"{{"type":"FeatureCollection",{crs},"features":[{feature}]}}"#)
    };
    for crs in [name, code, link] {
        for text in [
            list(crs, &feature(r#""id":1"#, &point(r#""bbox":null"#))),
            list(r#""x":1"#, &feature(crs, &point(r#""bbox":null"#))),
            list(r#""x":1"#, &feature(r#""id":1"#, &point(crs))),
        ] {
            let why = why(alone("a.geojson", text.as_str()));
            assert!(why.starts_with("its coordinates are in “"), "{text}: {why}");
        }
        let topology = TOPOJSON.replacen('{', &format!("{{{crs},"), 1);
        assert!(why(alone("a.json", topology)).starts_with("its coordinates are in “"));
    }
    let text = list(degrees, &feature(degrees, &point(degrees)));
    assert!(alone("a.geojson", text).is_ok());
}

#[test]
fn a_feature_whose_row_was_deleted_is_none() {
    let shapes = shp(&[shape(5, &[WEST]), shape(5, &[EAST])]);
    let mut table = dbf(&["name"], &[&["West"], &["East"]]);
    let first = table.len() - 2 * 13;
    table[first] = b'*';
    let beside = |extension: &str| Ok((extension == "dbf").then(|| table.clone()));
    let features = read("A.shp", shapes, &beside, None).expect("features");
    let names: Vec<_> = features
        .iter()
        .map(|feature| feature.properties.get("name"))
        .collect();
    assert_eq!(names, [Some(&"East".to_owned())]);
}

#[test]
fn nothing_grows_beyond_its_limits() {
    let deep = format!("<kml>{}", "<a>".repeat(100_000));
    assert_eq!(
        why(alone("a.kml", deep)),
        "line 1: more than 64 elements within each other"
    );
    let bomb = zipped(
        "doc.kml",
        &vec![b' '; usize::try_from(limits::GEODATA).expect("small") + 1],
    );
    assert!(bomb.len() < 100_000);
    assert_eq!(why(alone("a.kmz", bomb)), "it is larger than 32 MiB");
    let nested = format!(
        "{}{}",
        r#"{"type":"GeometryCollection","geometries":["#.repeat(200),
        "]}".repeat(200)
    );
    assert!(why(alone("a.geojson", nested)).contains("recursion limit exceeded"));
    let objects = format!(
        r#"{{"type":"FeatureCollection","features":[],"x":[{}]}}"#,
        "{},".repeat(400_000)
    );
    assert_eq!(
        why(alone("a.geojson", objects)),
        "it has more than 400000 objects"
    );
    let lists = format!(
        r#"{{"type":"MultiPolygon","coordinates":[{}]}}"#,
        "[[[1,1]]],".repeat(1_000_001)
    );
    assert_eq!(
        why(alone("a.geojson", lists)),
        "it has more than 3000000 lists"
    );
    // A border of 1,000 points that is said to be shared by 10,000 areas.
    let arc = vec!["[0,0]"; 1000].join(",");
    let areas = vec![r#"{"type":"LineString","arcs":[0]}"#; 10_000].join(",");
    let shared = format!(
        r#"{{"type":"Topology","arcs":[[{arc}]],"objects":{{"a":{{"type":"GeometryCollection","geometries":[{areas}]}}}}}}"#
    );
    assert_eq!(
        why(alone("a.json", shared)),
        "it has more than 2000000 points"
    );
    let claims = [
        shape(5, &[WEST])[..36].to_vec(),
        vec![0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f],
    ]
    .concat();
    assert_eq!(why(alone("a.shp", shp(&[claims]))), "feature 1 is cut off");
}

proptest! {
    /// Every change of a byte gets an answer.
    #[test]
    fn no_bytes_break_a_reader(at in any::<prop::sample::Index>(), byte in any::<u8>(), end in any::<prop::sample::Index>()) {
        let shapes = shp(&[shape(5, &[WEST]), shape(5, &[HOLE, EAST])]);
        let table = dbf(&["name"], &[&["West"], &["East"]]);
        let spoilt = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            [bytes[..end.index(bytes.len())].to_vec(), bytes]
        };
        for (name, bytes) in [("a.geojson", GEOJSON.as_bytes()), ("a.json", TOPOJSON.as_bytes()), ("a.kml", KML.as_bytes()), ("a.shp", &shapes)] {
            for bytes in spoilt(bytes) {
                let _ = alone(name, bytes);
            }
        }
        for table in spoilt(&table) {
            let _ = read("a.shp", shapes.clone(), &|extension| Ok((extension == "dbf").then(|| table.clone())), None);
        }
        for bytes in spoilt(&zipped("doc.kml", KML.as_bytes())) {
            let _ = alone("a.kmz", bytes);
        }
    }
}
