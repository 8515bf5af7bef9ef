//! A region file to start from: it passes, and what its comments show passes too.

use crate::arena::{Arena, told};

/// The same file with every example taken out of its comments.
fn uncommented(toml: &str) -> String {
    let is_code = |line: &str| line.starts_with("[[") || line.contains(" = ");
    let lines = toml.lines().map(|line| {
        let code = line.strip_prefix("# ").filter(|code| is_code(code));
        code.unwrap_or(line).to_owned() + "\n"
    });
    lines.collect()
}

#[test]
fn a_new_file_passes_as_it_is_and_with_its_examples() {
    let arena = Arena::with_example();
    arena.printed(&["basemap", "districts.kml", "-o", "isle"]);
    for country in ["syria", "Syria", "isle", "./isle"] {
        let toml = arena.printed(&["new", country]);
        arena.write("map.toml", &toml);
        let checked = arena.run(&["check", "--strict", "map.toml"]);
        assert_eq!(checked.status.code(), Some(0), "{}", told(&checked));
        let shown = arena.printed(&["map.toml"]);
        assert!(shown.contains("who holds what"), "{shown}");

        arena.write(
            "gazette.txt",
            "What the headline says\n\nOn Monday the government holds the north.\n",
        );
        arena.write("map.toml", uncommented(&toml));
        let checked = arena.run(&["check", "map.toml"]);
        let said = String::from_utf8_lossy(&checked.stdout);
        assert_eq!(checked.status.code(), Some(0), "{}", told(&checked));
        assert!(said.contains("1 claim, 1 quotation found"), "{said}");
    }
}

#[test]
fn it_is_written_where_there_is_none_and_a_base_map_lies_beside_it() {
    let arena = Arena::with_example();
    arena.printed(&["basemap", "districts.kml", "-o", "isle"]);
    assert_eq!(
        arena.printed(&["new", "isle", "-o", "isle.toml"]),
        "wrote isle.toml\n"
    );
    arena.printed(&["check", "isle.toml"]);
    let error = |args: &[&str]| {
        let run = arena.run(args);
        assert_eq!(run.status.code(), Some(2));
        String::from_utf8(run.stderr).expect("UTF-8")
    };
    assert_eq!(
        error(&["new", "isle", "-o", "isle.toml"]),
        "error: can't write isle.toml: there is such a file\n"
    );
    std::fs::create_dir(arena.0.join("elsewhere")).expect("a folder");
    assert_eq!(
        error(&["new", "isle", "-o", "elsewhere/isle.toml"]),
        "error: isle does not lie in the folder that the region file is to be in; put the two beside each other\n"
    );
    assert_eq!(
        error(&["new", "ruritania\u{1b}[31m"])
            .matches('\u{1b}')
            .count(),
        0
    );
}
