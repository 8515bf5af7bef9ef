//! A region file of any bytes, read, checked, and printed with all its problems.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::{
    diagnostics::Style,
    file::{self, RegionFile},
};

fuzz_target!(|bytes: &[u8]| {
    let report = match file::load(&RegionFile::builtin().with_bytes(bytes)) {
        Ok(document) => document.unproved,
        Err(report) => report,
    };
    let printed = report.render(Style { colour: false, width: 80 });
    assert!(!printed.contains(|char: char| char.is_control() && char != '\n'));
});
