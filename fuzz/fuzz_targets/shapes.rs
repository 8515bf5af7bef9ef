//! A file of shapes in any format with anything in it: the first byte chooses the format.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::geo::{formats, polygons};

const NAMES: [&str; 5] = ["a.geojson", "a.topojson", "a.kml", "a.kmz", "a.shp"];

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else {
        return;
    };
    let name = NAMES[usize::from(first) % NAMES.len()];
    let none = |_: &str| Ok(None);
    if let Ok(features) = formats::read(name, rest.to_vec(), &none, None) {
        let _ = polygons::area(&features);
    }
});
