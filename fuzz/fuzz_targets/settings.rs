//! A settings file of any bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::{config, diagnostics::TomlFile};

fuzz_target!(|bytes: &[u8]| {
    let _ = config::read(&TomlFile::new("config.toml", bytes));
});
