//! A saved file is shown.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
};

use portable_pty::CommandBuilder;

use super::terminal::Session;

/// A folder with the shipped map in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", process::id()));
    let text = "assets/sources/kremlin-talks.txt";
    fs::create_dir_all(folder.join("assets/sources")).expect("a folder is made");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["regions.toml", text] {
        fs::copy(shipped.join(file), folder.join(file)).expect("a file is copied");
    }
    folder
}

/// Saves as many editors do: another file takes the place of the old one.
fn replace(path: &Path, text: &str) {
    let new = path.with_extension("new");
    fs::write(&new, text).expect("a file is written");
    fs::rename(new, path).expect("a file is renamed");
}

#[test]
fn what_is_saved_is_shown_and_a_mistake_leaves_the_last_good_map() {
    let folder = folder("live");
    let (map, text) = (
        folder.join("regions.toml"),
        folder.join("assets/sources/kremlin-talks.txt"),
    );
    // Without its seal the text may change.
    let shipped = fs::read_to_string(&map).expect("the map");
    let unsealed = |line: &&str| !line.starts_with("sha256");
    let shipped: Vec<&str> = shipped.lines().filter(unsealed).collect();
    let shipped = shipped.join("\n");
    fs::write(&map, &shipped).expect("a file is written");
    let article = fs::read_to_string(&text).expect("the article");
    let titled = |title: &str| shipped.replace("Syria: who holds what", title);
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.args(["--color", "never"]);
    command.arg(&map);
    let mut session = Session::start_with(command);
    session.press("\t");
    session.wait_for("held by Kurdish-led");

    replace(&map, &titled("A second map"));
    session.wait_for("A second map");
    fs::write(&map, titled("A third map")).expect("a file is written");
    session.wait_for("A third map");
    session.wait_for("held by Kurdish-led");

    let broken = titled("A broken map").replace("\"holds-part\"", "\"holds-prat\"");
    let line = broken.lines().position(|line| line.contains("prat"));
    let line = line.expect("the line") + 1;
    replace(&map, &broken);
    session.wait_for(&format!("line {line}: `holds-prat`"));
    session.wait_for("A third map");
    session.press("!");
    session.wait_for("did you mean `holds-part`?");
    fs::remove_file(&map).expect("a file is removed");
    session.wait_for("can't read");
    replace(&map, &titled("A mended map"));
    session.wait_for("There are none.");
    session.press("!");
    session.wait_for("A mended map");

    replace(
        &text,
        &article.replace("hold the northeast", "held the northeast"),
    );
    session.wait_for("quotations not found");
    replace(&text, &article);
    session.wait_for("held by Kurdish-led");
    session.press("q");
    assert!(session.end().success());
}

#[test]
fn a_day_that_is_put_into_a_folder_of_layers_is_there_at_once() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("days-{}", process::id()));
    fs::create_dir_all(folder.join("days")).expect("a folder is made");
    let day = |name: &str, east: u8| {
        let area = format!(
            r#"{{"type":"Polygon","coordinates":[[[38,34],[{east},34],[{east},35],[38,35],[38,34]]]}}"#
        );
        fs::write(folder.join("days").join(name), area).expect("a file is written");
    };
    day("2026-01-27.geojson", 39);
    let map = folder.join("map.toml");
    let toml = "format = 1\ntitle = 'A front'\nbasemap = 'syria'\nas_of = 2026-01-27\n\
                [[source]]\nid = 'mapper'\npublisher = 'A mapper'\n\
                [[actor]]\nid = 'east'\nname = 'The East'\nletter = 'E'\ncolour = 'teal'\n\
                [[layers]]\nid = 'front'\nsource = 'mapper'\nactor = 'east'\nfiles = 'days/*.geojson'\n";
    fs::write(&map, toml).expect("a file is written");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_whoholds"));
    command.args(["--color", "never"]);
    command.arg(&map);
    let mut session = Session::start_with(command);
    session.wait_for("E The East 5%");
    // From then on it is watched.
    fs::write(&map, toml.replace("A front", "A line")).expect("a file is written");
    session.wait_for("A line");
    day("2026-01-28.geojson", 40);
    session.wait_for("1 claim");
    session.press(".");
    session.wait_for("E The East 11%");
    session.press("q");
    assert!(session.end().success());
}
