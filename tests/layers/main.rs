//! Areas that change from date to date: lists of them, and layers of a day each.

#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "../support/mod.rs"]
mod support;

mod dated_areas;
mod days;
mod limits;
mod made;
mod whose;
mod wrong;
