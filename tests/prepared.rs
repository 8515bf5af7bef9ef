//! Tests that what is prepared for a fast start is what would be worked out of its sources.
//!
//! `UPDATE=1 cargo test --test prepared` prepares it anew.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use geo::{Coord, MultiPolygon};
use serde::Serialize;
use whoholds::{
    file::{self, RegionFile},
    geo::{BUILTIN, Basemap, Measures, Shape},
};

const STALE: &str = "what is prepared has changed: UPDATE=1 cargo test --test prepared";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("memory takes everything")
}

/// Writes a file where that is asked for.
fn is_written(name: &str, value: &impl Serialize) -> bool {
    let asked = env::var_os("UPDATE").is_some();
    if asked {
        fs::write(path(name), bytes(value)).expect("the file is written");
    }
    asked
}

#[test]
fn a_base_map_is_what_its_files_say() {
    for name in BUILTIN {
        let folder = path("assets/basemap").join(name);
        let read = Basemap::read(|file| Ok(fs::read_to_string(folder.join(file)).ok()));
        let read = read.expect("a base map");
        let now = Basemap {
            measures: Some(Measures::of(&read)),
            ..read
        };
        if is_written(&format!("assets/basemap/{name}.postcard"), &now) {
            continue;
        }
        let kept = Basemap::builtin(name).expect("it is built in");
        let kept = kept.expect("a base map");
        // The last digits of a sine differ from one machine to another.
        let [measures, others] = [&kept, &now].map(|base| format!("{:.6?}", base.measures));
        assert!(measures == others, "{STALE}");
        let shapes = |base| Basemap {
            measures: None,
            ..base
        };
        assert!(bytes(&shapes(kept)) == bytes(&shapes(now)), "{STALE}");
    }
}

#[test]
fn the_areas_of_the_shipped_map_are_those_that_would_be_made() {
    const NAME: &str = "assets/regions.postcard";
    let shipped = RegionFile::open(&path("regions.toml")).expect("the shipped file");
    let map = file::load(&shipped).expect("the shipped map").map;
    let poles = map.drawing.regions.iter().map(Shape::pole);
    let (areas, poles): (Vec<MultiPolygon>, Vec<Coord>) = (map.areas.clone(), poles.collect());
    if is_written(NAME, &(&areas, &poles)) {
        return;
    }
    let kept = fs::read(path(NAME)).expect("a file");
    let kept: (Vec<MultiPolygon>, Vec<Coord>) = postcard::from_bytes(&kept).expect("areas");
    assert!(kept.0 == areas, "{STALE}");
    let apart = |(one, other): (&Coord, &Coord)| (one.x - other.x).hypot(one.y - other.y);
    let strayed = kept.1.iter().zip(&poles).map(apart).fold(0.0, f64::max);
    assert!(kept.1.len() == poles.len() && strayed < 1e-6, "{STALE}");
    let builtin = file::load(&RegionFile::builtin()).expect("the shipped map");
    assert!(builtin.map.areas == areas, "{STALE}");
}

#[test]
fn other_bytes_take_nothing_from_what_is_prepared() {
    let text = fs::read_to_string(path("regions.toml")).expect("the shipped file");
    let other = text.replacen(r#"["SY-LA", "SY-TA"]"#, r#"["SY-LA"]"#, 1);
    assert_ne!(text, other);
    let load = |file: &RegionFile| file::load(file).map(|document| document.map.areas);
    let [was, is] = [text, other].map(|text| load(&RegionFile::builtin().with_bytes(text)));
    assert_ne!(was.expect("a map"), is.expect("another map"));
}
