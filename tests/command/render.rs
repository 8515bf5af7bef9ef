//! The screen without a terminal, and the pictures for print.

use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whoholds"))
        .args(args)
        .env_clear()
        .output()
        .expect("the program runs")
}

fn text(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn refused(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(output.stdout, b"");
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn the_screen_is_drawn_at_its_size_after_the_keys() {
    let text = |keys: &str| {
        text(&[
            "render", "--size", "90x24", "--format", "text", "--keys", keys,
        ])
    };
    let whole = text("");
    assert_eq!(whole.lines().count(), 24);
    assert!(whole.lines().all(|line| line.chars().count() <= 90));
    assert!(whole.contains("Syria: who holds what"));
    let searched = text("/ t a r t u s enter enter");
    assert!(searched.contains("operated by Russia"), "{searched}");
    // What quits is the last key that is pressed.
    assert_eq!(text("q down down"), whole);
}

#[test]
fn a_date_and_what_is_left_out_hold_for_the_screen() {
    let screen = text(&[
        "render",
        "--format",
        "text",
        "--at",
        "2024-12",
        "--without",
        "quoted",
    ]);
    assert!(
        screen.contains("Dec 2024") && screen.contains("without quoted"),
        "{screen}"
    );
}

#[test]
fn pictures_of_the_screen_are_pictures() {
    let svg = text(&["render", "--theme", "light"]);
    assert!(svg.starts_with("<svg ") && svg.contains("fill=\"#fafaf9\""));
    let png = run(&["render", "--size", "40x12", "--format", "png"]).stdout;
    assert_eq!(size(&png), (40 * 9, 12 * 18));
}

#[test]
fn a_key_that_can_not_be_pressed_is_told() {
    insta::assert_snapshot!(refused(&["render", "--keys", "right nonsense"]), @"error: there is no key `nonsense`");
    insta::assert_snapshot!(refused(&["render", "--keys", "~"]), @"error: `~` does nothing on the screen it is pressed on");
    assert!(!refused(&["render", "--keys", "\u{1b}[2J"]).contains('\u{1b}'));
    for size in ["0x5", "501x5", "5", "5x", "x", "-1x5", "99999999999x5"] {
        let why = refused(&["render", "--size", size]);
        assert!(
            why.contains("each from 1 to 500") || why.contains("unexpected argument"),
            "{why}"
        );
    }
}

/// The width and height that a PNG says it has.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (side(16), side(20))
}

#[test]
fn a_map_for_print_is_the_same_every_time_and_larger_by_its_scale() {
    let svg = text(&["export", "svg"]);
    assert_eq!(svg, text(&["export", "svg"]));
    let png = |scale: &str| run(&["export", "png", "--scale", scale]).stdout;
    let (width, height) = size(&png("1"));
    assert_eq!(width, 1200);
    assert_eq!(size(&png("2")), (2400, 2 * height));
    assert!(refused(&["export", "png", "--scale", "9"]).contains("9 is not in 1..=4"));
}

#[test]
fn a_map_for_print_is_told_apart_without_colour() {
    let svg = text(&["export", "svg"]);
    let pattern = |id: &str| {
        let rest = svg.split(&format!("<pattern id=\"{id}\"")).nth(1);
        rest.and_then(|rest| rest.split("</pattern>").next())
            .expect(id)
            .to_owned()
    };
    // Inferred: dots. Parts: stripes on bare ground. Occupied: bare lines.
    assert!(pattern("plain-green-faint").contains("class=\"dot\""));
    assert!(pattern("parts-green-yellow").contains("class=\"ground\""));
    assert!(pattern("occupied-cyan").contains("class=\"bare\""));
    for class in [
        "border dotted",
        "border schematic",
        "border firm",
        "country",
    ] {
        assert!(svg.contains(&format!("<path class=\"{class}\"")), "{class}");
    }
    for words in [
        "Shares of the area",
        "Syrian government: 43%",
        "silent: 32%",
        "dashed: a border that is only schematic",
        "100 km",
        "Sources: ",
        "Natural Earth (public domain)",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    let earlier = text(&["export", "svg", "--at", "2025-01"]);
    assert!(earlier.contains("<pattern id=\"parts-"), "{earlier}");
}

#[test]
fn a_smooth_map_is_drawn_under_the_letters_of_the_screen() {
    let smooth = text(&["render", "--smooth"]);
    assert_eq!(smooth.matches("<image ").count(), 1);
    assert!(!text(&["render"]).contains("<image "));
    let [smooth, cells] = [
        &["render", "--smooth", "--format", "png"][..],
        &["render", "--format", "png"],
    ]
    .map(|args| run(args).stdout);
    assert_eq!(smooth[..24], cells[..24], "they are PNG files of one size");
    assert_ne!(smooth, cells);
    let why = refused(&["render", "--smooth", "--marker", "braille"]);
    assert!(why.contains("cannot be used with"), "{why}");
}
