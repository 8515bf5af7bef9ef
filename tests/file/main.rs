//! Tests of region files as they are read: right, wrong and broken ones, layers of them, their schema, and what is
//! prepared of the shipped one.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "../support/mod.rs"]
mod support;

mod any_file;
mod invalid;
mod layers;
mod prepared;
mod schema;
