//! Tests that what is prepared for a fast start is what would be worked out of its sources.
//!
//! `UPDATE=1 cargo test --test file prepared` prepares it anew.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde::Serialize;
use whoholds::{
    file::{self, Prepared, RegionFile},
    geo::{BUILTIN, Basemap, Measures},
};

const STALE: &str = "what is prepared has changed: UPDATE=1 cargo test --test file prepared";

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
fn the_shipped_map_is_what_its_file_says() {
    const NAME: &str = "assets/regions.postcard";
    let shipped = RegionFile::open(&path("regions.toml")).expect("the shipped file");
    let document = file::load(&shipped).expect("the shipped map");
    assert!(
        document.unproved.problems.is_empty() && document.map.starts().is_empty(),
        "only such a map can be prepared"
    );
    let now = Prepared::new(&document.atlas, &document.map);
    if is_written(NAME, &now) {
        return;
    }
    let kept = fs::read(path(NAME)).expect("a file");
    let kept: Prepared = postcard::from_bytes(&kept).expect(STALE);
    // The last digits of a sine differ from one machine to another.
    let [kept, now] = [&kept, &now].map(|prepared| format!("{prepared:.6?}"));
    assert!(kept == now, "{STALE}");
}

#[cfg(feature = "tui")]
#[test]
fn the_keys_are_what_their_file_says() {
    use whoholds::tui::keymap::{KeyFile, Keymap};

    const NAME: &str = "assets/keys.postcard";
    let text = fs::read_to_string(path("assets/keys.toml")).expect("a file");
    Keymap::read(&text).expect("keys that can be meant");
    let now = KeyFile::read(&text).expect("a file of keys");
    if !is_written(NAME, &now) {
        let kept = fs::read(path(NAME)).expect("a file");
        assert!(kept == bytes(&now), "{STALE}");
    }
}

#[test]
fn the_shipped_map_opens_as_it_is_read() {
    let builtin = RegionFile::builtin();
    let read = file::load(&builtin).expect("the shipped map");
    let opened = file::open(&builtin).expect("the shipped map");
    let [opened, read] = [(&opened.atlas, &opened.map), (&read.atlas, &read.map)]
        .map(|(atlas, map)| format!("{:.6?}", Prepared::new(atlas, map)));
    assert!(opened == read, "{STALE}");
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
