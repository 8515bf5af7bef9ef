//! Tests of what the map and the words beside it show of a region file.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[path = "../support/mod.rs"]
mod support;

mod actors;
mod differ;
mod events;
mod gazetteer;
mod labels;
mod owners;
mod pixels;
mod quotes;
mod shares;
mod shipped;
mod spoken;
