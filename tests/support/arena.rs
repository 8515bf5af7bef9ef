//! A folder to run the program in, and what to put there.
#![allow(dead_code, reason = "every test uses what it needs")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, Command, Output},
    sync::atomic::{AtomicUsize, Ordering},
};

use serde_json::{Value, json};

/// A folder of a test's own, which is gone with it.
pub struct Arena(pub PathBuf);

impl Drop for Arena {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Arena {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("arena-{}-{count}", process::id());
        let arena = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&arena);
        fs::create_dir_all(&arena).expect("a folder");
        Self(arena)
    }

    /// The same, with the example data in it.
    pub fn with_example() -> Self {
        let arena = Self::new();
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/example");
        for entry in fs::read_dir(example).expect("the example") {
            let entry = entry.expect("an entry");
            fs::copy(entry.path(), arena.0.join(entry.file_name())).expect("copied");
        }
        arena
    }

    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, contents).expect("written");
    }

    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
        command
            .args(args)
            .current_dir(&self.0)
            .output()
            .expect("the program runs")
    }

    /// Returns what is printed where all is well.
    pub fn printed(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", told(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

pub fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

pub fn square(x: f64, y: f64, side: f64) -> Value {
    json!({ "type": "Polygon", "coordinates": [[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]] })
}

pub fn feature(properties: &Value, geometry: &Value) -> Value {
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

pub fn collection(features: &[Value]) -> String {
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}
