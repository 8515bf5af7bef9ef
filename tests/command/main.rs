//! Tests of what the commands and the settings print, write and refuse.
#![expect(clippy::expect_used, reason = "a test that can't go on fails")]

#[cfg(unix)]
#[path = "../support/arena.rs"]
mod arena;
#[path = "../support/mod.rs"]
mod support;

#[cfg(unix)]
mod basemap;
mod cite;
mod config;
#[cfg(unix)]
mod daily_folders;
mod diff;
#[cfg(unix)]
mod doors;
mod export;
#[cfg(unix)]
mod import;
mod manual;
#[cfg(unix)]
mod new;
mod plain;
mod render;
mod repair;
mod sealed;
#[cfg(unix)]
mod steering;
