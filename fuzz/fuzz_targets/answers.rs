//! Any answer that a terminal may give when it is asked.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whoholds::tui::Questions;

fuzz_target!(|said: &[u8]| {
    let asked = Questions { scheme: true, graphics: true, name: true };
    let _ = asked.answers(said);
});
