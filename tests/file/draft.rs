//! Tests that what `whoholds draft` prints can be appended to the region file as it stands, whatever the text.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{self, Command, Output, Stdio},
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use proptest::prelude::*;
use whoholds::{
    article::Unfit,
    edit,
    file::{self, Article, Document, Refusal, RegionFile},
};

const SHIPPED: &str = include_str!("../../regions.toml");

/// A folder with the shipped map in it.
fn arena(name: &str) -> PathBuf {
    let arena =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("draft-{name}-{}", process::id()));
    let sources = arena.join("assets/sources");
    fs::create_dir_all(&sources).expect("a folder is made");
    let text = include_str!("../../assets/sources/kremlin-talks.txt");
    fs::write(sources.join("kremlin-talks.txt"), text).expect("a text is written");
    fs::write(arena.join("regions.toml"), SHIPPED).expect("a map is written");
    arena
}

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| arena("any"));

fn shipped() -> RegionFile {
    RegionFile::open(&FOLDER.join("regions.toml")).expect("a map")
}

static DOCUMENT: LazyLock<Document> =
    LazyLock::new(|| file::load(&shipped()).expect("the shipped map"));

/// Drafts from a text of these bytes, or returns the rule that it breaks; either way the program agrees with itself.
fn draft(bytes: &[u8]) -> Result<String, &'static str> {
    static TEXTS: AtomicUsize = AtomicUsize::new(0);
    let name = format!("text {}.txt", TEXTS.fetch_add(1, Ordering::Relaxed));
    let (file, text) = (shipped(), FOLDER.join(&name));
    let today = "2026-01-28".parse().expect("a date");
    fs::write(&text, bytes).expect("a text is written");
    match Article::open(&text, &file) {
        Ok(article) => {
            let cited = edit::draft(file.clone(), &DOCUMENT, &article, today)
                .expect("a draft")
                .to_string();
            let report = match file::load(&file.with_bytes(format!("{SHIPPED}{cited}"))) {
                Ok(document) => document.unproved,
                Err(report) => report,
            };
            assert!(report.problems.is_empty(), "{:?}\n{cited}", report.problems);
            let steers = |char: char| char.is_control() && char != '\n';
            assert!(!cited.contains(steers), "{cited:?}");
            Ok(cited)
        }
        Err(Refusal::Unfit(unfit)) => {
            let rule = match unfit {
                Unfit::TooLarge => "too-large",
                Unfit::NotUtf8(_) => "not-utf8",
                Unfit::Empty => "empty",
                Unfit::Steers(..) => "control-character",
                unfit => panic!("{unfit}"),
            };
            let named = format!("\n[[source]]\nid = \"x\"\ntitle = \"x\"\ntext = \"{name}\"\n");
            let report = file::load(&file.with_bytes(format!("{SHIPPED}{named}")));
            let report = report.expect_err("the same problem");
            assert_eq!(report.problems[0].code.key(), rule);
            Err(rule)
        }
        Err(Refusal::Unreadable(error)) => panic!("{error}"),
    }
}

/// Names in several scripts, and whatever could break a file or a quotation.
fn piece() -> impl Strategy<Value = String> {
    let names = [
        "Qamishli",
        "the northeast",
        "Russia’s",
        "Hmeimim air base",
        "Rif Dimashq",
        "Deir ez-Zor",
        "القامشلي",
        "وحلب",
        "Hesekê",
        "the SDF",
        "Golan",
        "Damascus",
    ];
    let signs = [
        "\"",
        "\\",
        "'''",
        "\"\"\"",
        "…",
        ". ",
        "? ",
        "! ",
        "\n",
        "\r\n",
        "\t",
        "—",
        "“",
        "”",
        "#",
        "[[claim]]",
        "\u{a0}",
        "\u{301}",
        "\u{200f}",
        "`",
        " ",
        " ",
        " ",
        "\\u0007",
    ];
    prop_oneof![
        4 => proptest::sample::select(names.to_vec()).prop_map(str::to_owned),
        4 => proptest::sample::select(signs.to_vec()).prop_map(str::to_owned),
        2 => "[a-z]{1,9}",
        1 => "\\PC{1,4}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_printed_passes_the_check(pieces in proptest::collection::vec(piece(), 0..60)) {
        let _ = draft(pieces.concat().as_bytes());
    }

    #[test]
    fn a_text_that_cannot_be_held_is_refused_by_the_same_rule(
        pieces in proptest::collection::vec(piece(), 0..9),
        bad in prop_oneof![Just("\u{7}"), Just("\u{1b}[2J"), Just("\u{202e}"), Just("\u{9b}"), Just("a\rb")],
    ) {
        prop_assert_eq!(draft(format!("{}{bad} Golan", pieces.concat()).as_bytes()), Err("control-character"));
    }
}

#[test]
fn other_texts_that_cannot_be_held_are_refused_too() {
    assert_eq!(draft(b" \n\n"), Err("empty"));
    assert_eq!(draft(b"Golan \xff"), Err("not-utf8"));
    assert_eq!(draft(&vec![b'a'; (4 << 20) + 1]), Err("too-large"));
}

#[test]
fn a_huge_line_is_cited_in_clauses_and_a_long_text_in_part() {
    let numbered = |count: usize, end| -> Vec<String> {
        (0..count).map(|n| format!("in Golan {n}{end}")).collect()
    };
    let line = numbered(5_000, ", ").concat();
    let cited = draft(line.as_bytes()).expect("it can be held");
    assert!(cited.lines().all(|line| line.len() < 800));
    let text = numbered(600, ".\n").concat();
    let cited = draft(text.as_bytes()).expect("it can be held");
    assert!(
        cited.contains("# Left out: 100 that come after these"),
        "{cited}"
    );
    let same = draft("Golan. ".repeat(5_000).as_bytes()).expect("it can be held");
    assert!(same.contains("word for word"), "{}", &same[..500]);
}

fn whoholds(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
    command.current_dir(folder).args(args);
    command.output().expect("the program runs")
}

const ARTICLE: &str = "\
Two towns wait for buses

Residents of Al-Hasakah said on Monday that buses to Damascus had stopped. “Nobody knows why,” said a driver.
Russian officers at Hmeimim Air Base made no comment; Russia's embassy did not answer. “Nobody knows why,” said a driver.
وصلت الحافلات إلى القامشلي وحلب. Nothing is known of Van. Russia shrugged.
The Desert Union took control of Palmira last week, which the SDF has not entered. On Sunday the Desert Union captured the airport at Kamishly.
The port of Latakia is under the control of the River Council.
";

#[test]
fn an_article_is_added_to_a_map() {
    let folder = arena("article");
    fs::write(folder.join("Two towns.txt"), ARTICLE).expect("a text is written");
    let cited = whoholds(&folder, &["draft", "Two towns.txt", "regions.toml"]);
    assert_eq!(cited.status.code(), Some(0));
    let cited = String::from_utf8(cited.stdout).expect("UTF-8");
    let retrieved = |line: &&str| line.starts_with("retrieved = ");
    let today = cited.lines().find(retrieved).expect("the day it is");
    insta::assert_snapshot!("article", cited.replace(today, "retrieved = 2026-01-28"));

    fs::write(folder.join("regions.toml"), format!("{SHIPPED}{cited}")).expect("a map is written");
    assert!(
        whoholds(&folder, &["check", "regions.toml"])
            .status
            .success()
    );
    // What an editor would make of it.
    let decided = cited
        .replacen(
            "says = \"context\"",
            "actor = \"sdf\"\nsays = \"present\"\nwhen = 2026-01-26",
            1,
        )
        .replace("draft = true", "");
    fs::write(folder.join("regions.toml"), format!("{SHIPPED}{decided}"))
        .expect("a map is written");
    let checked = whoholds(&folder, &["check", "regions.toml"]);
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&checked.stderr)
    );
    // Drafted again, its source is known; the command goes by its old name too.
    let again = whoholds(&folder, &["cite", "Two towns.txt", "regions.toml"]);
    let again = String::from_utf8(again.stdout).expect("UTF-8");
    assert!(again.contains("held already, as `two-towns`") && !again.contains("[[source]]"));
}

#[test]
fn a_text_from_elsewhere_is_told_its_place() {
    let folder = arena("elsewhere");
    let inside = folder.join("assets");
    fs::write(
        inside.join("regions.toml"),
        SHIPPED.replace("assets/sources", "sources"),
    )
    .expect("a map is written");
    fs::write(inside.join("news.txt"), "another one").expect("a text is written");
    fs::write(folder.join("News.txt"), ARTICLE).expect("a text is written");
    let cited = whoholds(&folder, &["draft", "News.txt", "assets/regions.toml"]);
    let cited = String::from_utf8(cited.stdout).expect("UTF-8");
    let there = inside.join("news-2.txt");
    let step = "# put its text into news-2.txt, in the folder of the region file";
    assert!(cited.contains(step), "{cited}");
    assert!(cited.contains("text = \"news-2.txt\""), "{cited}");
    fs::copy(folder.join("News.txt"), there).expect("a text is copied");
    fs::write(
        inside.join("regions.toml"),
        format!("{}{cited}", SHIPPED.replace("assets/sources", "sources")),
    )
    .expect("a map is written");
    assert!(
        whoholds(&inside, &["check", "regions.toml"])
            .status
            .success()
    );
}

#[test]
fn exit_codes_tell_problems_from_what_cannot_be_read() {
    let folder = arena("codes");
    fs::write(folder.join("bell.txt"), "Golan \u{7}").expect("a text is written");
    fs::write(folder.join("bad.toml"), "format = 1").expect("a map is written");
    for (args, code, says) in [
        (
            ["bell.txt", "regions.toml"],
            1,
            "error: can't add bell.txt: line 1 holds the control character U+0007",
        ),
        (["bell.txt", "bad.toml"], 1, "error[missing-key]"),
        (
            ["no-such.txt", "regions.toml"],
            2,
            "error: can't read no-such.txt",
        ),
        (["assets", "regions.toml"], 2, "error: can't read assets"),
        (
            ["bell.txt", "no-such.toml"],
            2,
            "error: can't read no-such.toml",
        ),
    ] {
        let output = whoholds(&folder, &["draft", args[0], args[1]]);
        let printed = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{printed}");
        assert!(printed.starts_with(says), "{printed}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn the_draft_of_a_page_is_appended_with_its_text_beside_the_map() {
    let folder = arena("written");
    let page = "<html><head><title>Guard in Raqqa</title></head><body><article><p>RAQQA, 12 January 2026 &mdash; The Coast \
                Guard took over Palmyra, two residents said, and the caf&eacute; stayed open all day.</p></article></body></html>";
    fs::write(folder.join("page.html"), page).expect("a page is written");
    let write = || whoholds(&folder, &["draft", "--write", "page.html", "regions.toml"]);
    let written = write();
    assert_eq!(
        String::from_utf8_lossy(&written.stdout),
        "regions.toml: 2 claims in draft, of 2 sentences: `whoholds review` goes through them, and `D` on the screen.\n\
         They decide nothing before they are accepted. What is marked `decide` is left to you.\n"
    );
    let map = fs::read_to_string(folder.join("regions.toml")).expect("a map");
    assert!(map.starts_with(SHIPPED) && map.contains("\ntext = \"page.txt\"\n"));
    let held = fs::read_to_string(folder.join("page.txt")).expect("a text");
    assert!(held.contains("the café stayed open"), "{held}");
    assert!(
        whoholds(&folder, &["check", "regions.toml"])
            .status
            .success()
    );
    let again = write();
    let told = String::from_utf8_lossy(&again.stdout);
    assert!(
        told.starts_with("regions.toml: Nothing here that is not claimed yet"),
        "{told}"
    );
    let now = fs::read_to_string(folder.join("regions.toml")).expect("a map");
    assert_eq!(now, map);
}

#[test]
fn a_text_with_a_byte_order_mark_is_held_without_it() {
    let folder = arena("mark");
    fs::write(
        folder.join("palmyra.txt"),
        "\u{feff}The SDF took Palmyra.\n",
    )
    .expect("a text");
    let written = whoholds(
        &folder,
        &["draft", "--write", "palmyra.txt", "regions.toml"],
    );
    let told = String::from_utf8_lossy(&written.stderr);
    assert!(written.status.success(), "{told}");
    let held = fs::read_to_string(folder.join("palmyra-2.txt")).expect("a text");
    assert_eq!(held, "The SDF took Palmyra.\n");
    assert!(
        whoholds(&folder, &["check", "regions.toml"])
            .status
            .success()
    );
}

#[test]
fn what_is_asked_of_a_draft_is_shown_and_goes_with_it() {
    let folder = arena("asked");
    fs::write(
        folder.join("palmyra.txt"),
        "The SDF took control of Palmira last week.\n",
    )
    .expect("a text is written");
    let drafted = whoholds(&folder, &["draft", "palmyra.txt", "regions.toml"]);
    let drafted = String::from_utf8(drafted.stdout).expect("UTF-8");
    let map = folder.join("regions.toml");
    fs::write(&map, format!("{SHIPPED}{drafted}")).expect("a map is written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_whoholds"));
    let review = command
        .current_dir(&folder)
        .args(["review", "regions.toml", "--plain"]);
    let review = review.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = review.spawn().expect("the program runs");
    let mut said = child.stdin.take().expect("a pipe");
    said.write_all(b"accept\nquit\n").expect("said");
    drop(said);
    let output = child.wait_with_output().expect("it ends");
    let output = String::from_utf8_lossy(&output.stdout);
    let asked = "\ndecide  when “last week” was, as `when`\ndecide  “Palmira” is read as Palmyra\n";
    assert!(output.contains(asked), "{output}");
    let accepted = fs::read_to_string(&map).expect("a map");
    assert!(!accepted.contains("is read as"), "{accepted}");
    assert!(accepted.contains("decide: when “last week” was"));
}

#[test]
fn an_article_is_drafted_for_the_map_that_comes_with_the_program() {
    let file = RegionFile::builtin();
    let document = file::load(&file).expect("no problems");
    let text = b"Guard in Homs\n\nThe Hill Guard holds Homs.\n".to_vec();
    let article = Article::of(text, "guard", &file).expect("an article");
    let today = "2026-01-28".parse().expect("a date");
    let draft = edit::draft(file, &document, &article, today).expect("a draft");
    assert!(
        draft.to_string().contains("actor = \"hill-guard\""),
        "{draft}"
    );
}
