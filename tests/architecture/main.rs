//! Tests of how the code is built: which files may know which.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

mod circles;
mod rooms;
