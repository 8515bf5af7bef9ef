//! The page, in a browser: that its rule finds what the program finds, and that it is used as it should be.
//!
//! Needs Chromium; where there is none, that is said and nothing is checked in a browser.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]
#![expect(clippy::print_stdout, reason = "what is skipped is said")]

mod browser;
mod events;
mod markup;
mod reading;
mod rule;
#[path = "../support/mod.rs"]
mod support;

use std::{fs, path::Path, process};

use support::assert_current;
use whoholds::{
    atlas::Switchboard,
    export::{Exported, Exporter, Html},
    file::{self, Document, RegionFile},
};

fn builtin() -> Document {
    file::load(&RegionFile::builtin()).expect("the shipped map")
}

fn page(document: &Document) -> Vec<u8> {
    let Document { atlas, map, .. } = document;
    let exported = Exported::new(atlas, map, None, &Switchboard::default());
    Html.export(&exported).expect("a page")
}

/// A map from the text of its file, beside which lie a text to be quoted and a table of events.
fn loaded(name: &str, map: &str) -> Document {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("map.toml"), map).expect("a map");
    let text = "</script><script>window.hacked=1</script> holds it.\n";
    fs::write(folder.join("held.txt"), text).expect("a text");
    fs::write(folder.join("events.csv"), events::TABLE).expect("a table");
    let file = RegionFile::open(&folder.join("map.toml")).expect("a map");
    file::load(&file).unwrap_or_else(|report| panic!("{report:?}"))
}

/// `whoholds export html -o docs/syria.html --force` writes the same.
#[test]
fn the_shipped_page_is_current_and_small() {
    let page = String::from_utf8(page(&builtin())).expect("UTF-8");
    assert_current("docs/syria.html", &page);
    assert!(page.len() <= 400_000, "{} bytes", page.len());
}
