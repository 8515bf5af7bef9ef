//! Tests of how the code is built: what its files may know of each other.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod circles;
mod rooms;
