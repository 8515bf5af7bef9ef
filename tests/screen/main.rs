//! Tests of what the screen shows and what its keys do, without a terminal.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "../../benches/support/made.rs"]
#[expect(dead_code, reason = "benches paint it as well")]
mod made;
#[path = "../support/mod.rs"]
mod support;

mod bytes;
mod evidence;
mod finding;
mod keys;
mod live;
mod looks;
mod moving;
mod picture;
mod reading;
