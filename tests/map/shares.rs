//! Shares through the whole path, from region files whose areas overlap or leave the country.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process,
};

use whoholds::{
    atlas::{Lens, RegionId, state::Snapshot},
    caption::{Captions, Share},
    diagnostics::Code,
    file::{self, Document, RegionFile},
};

/// A region: its id, its area, and its claim.
type Region<'a> = (&'a str, &'a str, &'a str);

const QUIET: &str = "";
const READ: &str = "actor = \"north\"\nsays = \"holds\"\nbecause = \"So it is read.\"";
const REPORTED: &str =
    "actor = \"north\"\nsays = \"holds\"\nsource = \"wire\"\nsummary = \"They hold it.\"";

/// A region file of its own folder, with a rectangle in Homs and one that is most of the Middle East.
fn open(test: &str, regions: &[Region]) -> RegionFile {
    let folder: PathBuf =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("shares-{test}-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let square = |name: &str, [west, south, east, north]: [f64; 4]| {
        let ring = format!(
            "[[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]"
        );
        let json = format!(r#"{{"type":"Polygon","coordinates":{ring}}}"#);
        fs::write(folder.join(name), json).expect("a file");
    };
    square("homs.geojson", [38.5, 34.2, 39.2, 34.8]);
    square("wide.geojson", [33.0, 30.0, 45.0, 39.0]);
    let mut toml = "format = 1\ntitle = \"A fixture\"\nbasemap = \"syria\"\nas_of = 2026-01-28\n\
                    [[actor]]\nid = \"north\"\nname = \"North\"\nletter = \"N\"\ncolour = \"green\"\n\
                    [[source]]\nid = \"wire\"\npublisher = \"A wire service\"\npublished = 2026-01-20\n"
        .to_owned();
    for (id, area, claim) in regions {
        let _ = writeln!(
            toml,
            "[[region]]\nid = \"{id}\"\nname = \"{id}\"\narea = {area}"
        );
        if !claim.is_empty() {
            let _ = writeln!(
                toml,
                "[[claim]]\nabout = [\"{id}\"]\nwhen = 2026-01-20\n{claim}"
            );
        }
    }
    let path = folder.join("regions.toml");
    fs::write(&path, toml).expect("a file");
    RegionFile::open(&path).expect("a file")
}

fn load(test: &str, regions: &[Region]) -> Document {
    file::load(&open(test, regions)).expect("it has no problems")
}

fn captions<T>(Document { atlas, map, .. }: &Document, with: impl FnOnce(&Captions) -> T) -> T {
    let snapshot = Snapshot::at(atlas, atlas.as_of);
    with(&Captions {
        atlas,
        map,
        snapshot: &snapshot,
    })
}

/// The legend in words, silence last.
fn legend(test: &str, regions: &[Region]) -> Vec<String> {
    captions(&load(test, regions), |captions| {
        let legend = captions.legend();
        let whole: f64 = legend.shares.iter().map(|share| share.whole.share()).sum();
        assert!((whole + legend.silent.share() - 1.0).abs() < 1e-9);
        let shares = legend.shares.iter().map(Share::words);
        shares.chain([legend.silent.words()]).collect()
    })
}

const HOMS: &str = "{ all = [\"SY-HI\"] }";
const SQUARE: &str = "{ file = \"homs.geojson\" }";
const WIDE: &str = "{ file = \"wide.geojson\" }";

#[test]
fn a_region_in_a_region_counts_once() {
    let outer = legend("outer", &[("homs", HOMS, REPORTED)]);
    assert_eq!(outer, ["27%", "73%"]);
    let nested = [("homs", HOMS, REPORTED), ("square", SQUARE, REPORTED)];
    assert_eq!(legend("nested", &nested), outer);
}

#[test]
fn the_same_file_thrice_counts_once() {
    let once = legend("once", &[("a", SQUARE, REPORTED)]);
    let thrice = ["a", "b", "c"].map(|id| (id, SQUARE, REPORTED));
    assert_eq!(legend("thrice", &thrice), once);
    let all_thrice = ["a", "b", "c"].map(|id| (id, WIDE, REPORTED));
    assert_eq!(legend("all-thrice", &all_thrice), ["100%", "0%"]);
}

#[test]
fn land_outside_the_country_counts_for_nobody_and_is_measured() {
    let document = load(
        "wide",
        &[("wide", WIDE, REPORTED), ("square", SQUARE, REPORTED)],
    );
    let (wide, square) = (RegionId::at(0), RegionId::at(1));
    assert!(document.map.outside_km2(wide) > document.map.total_km2 * 2.0);
    assert!((document.map.area_km2(square) - 4_289.0).abs() < 20.0);
    assert!(document.map.outside_km2(square) < 0.01);
    let inside = document.map.area_km2(wide) - document.map.outside_km2(wide);
    assert!((inside - document.map.total_km2).abs() < 1.0);
}

#[test]
fn land_that_one_source_reports_is_not_inferred_for_another() {
    let read = [("square", SQUARE, READ)];
    assert_eq!(legend("read", &read), ["2% inferred", "98%"]);
    // All of it is reported; a reading of it beside that takes nothing away.
    let both = [("square", SQUARE, READ), ("homs", HOMS, REPORTED)];
    assert_eq!(legend("both", &both), ["27%", "73%"]);
    // A reading of more than is reported is a reading of the rest.
    let more = [("square", SQUARE, REPORTED), ("homs", HOMS, READ)];
    assert_eq!(legend("more", &more), ["27% (24 points inferred)", "73%"]);
}

#[test]
fn shares_sum_to_all_under_every_lens() {
    let regions = [
        ("square", SQUARE, REPORTED),
        ("homs", HOMS, READ),
        ("hama", "{ all = [\"SY-HM\"] }", READ),
        ("raqqa", "{ all = [\"SY-RA\"] }", REPORTED),
        ("idlib", "{ all = [\"SY-ID\"] }", QUIET),
    ];
    captions(&load("lenses", &regions), |captions| {
        for lens in [Lens::Grade, Lens::Age, Lens::Sources] {
            let legend = captions.evidence(lens);
            let known: f64 = legend.steps.iter().map(|step| step.land.share()).sum();
            let all = known + legend.silent.share();
            assert!((all - 1.0).abs() < 1e-9, "{lens:?}: {all}");
        }
        let words = |lens| -> Vec<String> {
            let legend = captions.evidence(lens);
            let steps = legend.steps.iter().filter(|step| !step.is_empty());
            steps
                .map(|step| format!("{}: {}", step.step.plain, step.words()))
                .chain([legend.silent.words()])
                .collect()
        };
        assert_eq!(
            words(Lens::Grade),
            ["reported: 12%", "inferred: 30%", "58%"]
        );
        assert_eq!(
            words(Lens::Age),
            ["within a month: 42% (30 points inferred)", "58%"]
        );
    });
}

#[test]
fn regions_without_end_that_overlap_are_refused() {
    let rings: Vec<(String, String)> = (0..400)
        .map(|n| {
            let (west, south) = (
                36.2 + f64::from(n % 20) / 50.0,
                33.2 + f64::from(n / 20) / 50.0,
            );
            let (east, north) = (west + 1.5, south + 1.5);
            let ring = format!(
                "[[{west}, {south}], [{east}, {south}], [{east}, {north}], [{west}, {north}]]"
            );
            (
                format!("r{n}"),
                format!("{{ part = [\"SY-HI\"], within = {ring} }}"),
            )
        })
        .collect();
    let regions: Vec<Region> = rings
        .iter()
        .map(|(id, area)| (&id[..], &area[..], QUIET))
        .collect();
    let report = file::load(&open("without-end", &regions)).expect_err("too many overlaps");
    assert_eq!(
        report.problems[0].code,
        Code::TooIntricate,
        "{:?}",
        report.problems[0]
    );
}
