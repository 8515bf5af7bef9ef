use proptest::prelude::*;

use super::*;
use crate::{
    atlas::{Hue, Position, Says, SiteKind},
    edit::{NewActor, NewClaim, NewSite, NewSource},
};

const FILE: &str = "\
# A map.
format = 1 # for ever

# ── Sources ──
[[source]]
id = \"a\"
title = 'One'   # a headline
# publisher = \"…\"

[[source]]
id = \"b\"
title = \"Two\"

# ── Claims ──

[[claim]]
about = [ \"map\" ]
says = \"context\"
source = \"a\"
quote = \"one two\" # exact

# of b
[[claim]]
about = [\"map\"]
says = \"context\"
source = \"b\"
quote = \"three four\"

# The end.
";

fn claim(source: &str, quote: &str) -> Entry {
    Entry::Claim(NewClaim {
        about: vec!["map".to_owned()],
        actor: None,
        says: Says::Context,
        source: source.to_owned(),
        quote: quote.to_owned(),
        before: None,
        after: None,
        when: "2026-01".parse().ok(),
        draft: false,
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    let source = prop_oneof![Just("a"), Just("b"), Just("c")];
    prop_oneof![
        (source, "\\PC{1,20}").prop_map(|(source, quote)| claim(source, &quote)),
        "\\PC{1,12}".prop_map(|name| Entry::Actor(NewActor {
            id: "x".to_owned(),
            name,
            letter: 'X',
            colour: Hue::Cyan,
        })),
        "\\PC{1,12}".prop_map(|name| Entry::Site(NewSite {
            id: "y".to_owned(),
            name,
            kind: SiteKind::Airport,
            at: Position {
                lat: 1.5,
                lon: -2.0
            },
            note: None,
        })),
        "\\PC{1,12}".prop_map(|title| Entry::Source(NewSource {
            id: "c".to_owned(),
            title,
            text: "c.txt".to_owned(),
            ..NewSource::default()
        })),
    ]
}

/// Tells whether all lines of a text stand in another one, in their order.
fn stand_in(lines: &str, text: &str) -> bool {
    let mut there = text.lines();
    lines.lines().all(|line| there.any(|other| other == line))
}

#[test]
fn an_entry_is_put_where_a_hand_would_put_it() {
    let added = |entry| changed(FILE, &[Change::Add(entry)]).expect("a file");
    let new = "\n[[claim]]\nabout = [\"map\"]\nsays = \"context\"\nsource = \"a\"\nquote = \"five six\"\nwhen = \"2026-01\"\n";
    let (before, after) = FILE.split_once("\n# of b").expect("two claims");
    assert_eq!(
        added(claim("a", "five six")),
        format!("{before}{new}\n# of b{after}")
    );
    let actor = added(Entry::Actor(NewActor {
        id: "x".to_owned(),
        name: "The \"X\"".to_owned(),
        letter: 'X',
        colour: Hue::Cyan,
    }));
    let new =
        "\n[[actor]]\nid = \"x\"\nname = \"The \\\"X\\\"\"\nletter = \"X\"\ncolour = \"cyan\"\n";
    // The first of its kind stands behind the sources, and before the claims.
    assert_eq!(
        actor,
        FILE.replace("\n# ── Claims", &format!("{new}\n# ── Claims"))
    );
}

#[test]
fn a_key_is_set_and_an_entry_is_removed_and_nothing_else() {
    let set = Change::Set {
        kind: "claim",
        nth: 0,
        key: "quote",
        text: "one, two".to_owned(),
    };
    let toml = changed(FILE, &[set]).expect("a file");
    assert_eq!(toml, FILE.replace("\"one two\" #", "\"one, two\" #"));
    let as_of = |file: &str| {
        let day = "2026-01-12".parse().expect("a date");
        changed(file, &[Change::AsOf(day)]).expect("a file")
    };
    assert_eq!(
        as_of("as_of = \"2026-01\" # so far\n"),
        "as_of = 2026-01-12 # so far\n"
    );
    let unset = Change::Unset {
        kind: "source",
        nth: 0,
        key: "title",
    };
    let toml = changed(FILE, &[unset]).expect("a file");
    assert_eq!(
        toml,
        FILE.replace("title = 'One'   # a headline", "# a headline")
    );
    let accept = Change::Unset {
        kind: "claim",
        nth: 0,
        key: "draft",
    };
    for (written, accepted) in [
        (
            "[[claim]]\n# by Lena\ndraft = true # decide: of whom?\n# of the day\nabout = []\n",
            "[[claim]]\n# by Lena\n# of the day\nabout = []\n",
        ),
        (
            "[[claim]]\r\n  draft = true # ask\r\n",
            "[[claim]]\r\n  # ask\r\n",
        ),
        (
            "[[claim]]\nabout = []\ndraft = true",
            "[[claim]]\nabout = []\n",
        ),
        ("[[claim]]\nabout = []\n", "[[claim]]\nabout = []\n"),
    ] {
        let toml = changed(written, std::slice::from_ref(&accept));
        assert_eq!(toml.as_deref(), Ok(accepted));
    }
    let remove = |nth| changed(FILE, &[Change::Remove { kind: "claim", nth }]);
    let (kept, _) = FILE.split_once("\n# of b").expect("two claims");
    assert_eq!(remove(1), Ok(format!("{kept}\n# The end.\n")));
    let (before, after) = FILE
        .split_once("[[claim]]\nabout = [ \"map\" ]")
        .expect("a claim");
    let (_, after) = after.split_once("\n# of b").expect("two claims");
    assert_eq!(
        remove(0),
        Ok(format!(
            "{}\n# of b{after}",
            before.trim_end_matches('\n').to_owned() + "\n"
        ))
    );
    assert_eq!(remove(2), Err(Unchangeable::NoEntry));
    assert_eq!(
        changed("claim = []", &[Change::Add(claim("a", "x"))]),
        Err(Unchangeable::NotTables("claim"))
    );
}

proptest! {
    #[test]
    fn whatever_is_added_every_line_is_kept_in_its_order(
        entries in prop::collection::vec(entry(), 1..8), windows in any::<bool>(),
    ) {
        let file = if windows { FILE.replace('\n', "\r\n") } else { FILE.to_owned() };
        let changes: Vec<Change> = entries.iter().cloned().map(Change::Add).collect();
        let toml = changed(&file, &changes).expect("a file");
        prop_assert!(stand_in(&file, &toml), "{toml}");
        prop_assert_eq!(toml.matches("\r\n").count(), if windows { toml.lines().count() } else { 0 });
        let document: DocumentMut = toml.parse().expect("TOML");
        let count: usize = document.iter().filter_map(|(_, item)| item.as_array_of_tables()).map(ArrayOfTables::len).sum();
        prop_assert_eq!(count, 4 + entries.len());
    }
}

#[test]
fn line_ends_within_a_text_stay() {
    let file = "format = 1\r\nnote = \"\"\"\r\na\r\nb\"\"\"\n\n[[claim]]\nquote = \"x y\"\n";
    let out = changed(file, &[Change::Add(claim("a", "one two"))]).expect("a file");
    assert!(out.starts_with(file), "{out:?}");
    assert_eq!(out[file.len()..].matches("\r\n").count(), 0, "{out:?}");
}

#[test]
fn an_entry_follows_the_tables_of_the_one_before() {
    let file = "format = 1\n\n[[site]]\nid = \"a\"\nname = \"A\"\n\n[site.at]\nlat = 1\nlon = 2\n\n[[claim]]\nabout = [\"a\"]\n";
    let site = NewSite {
        id: "b".to_owned(),
        name: "B".to_owned(),
        kind: SiteKind::Other,
        at: Position { lat: 3.0, lon: 4.0 },
        note: None,
    };
    let out = changed(file, &[Change::Add(Entry::Site(site))]).expect("it can be changed");
    let (at, b, claim) = (
        out.find("[site.at]"),
        out.find("id = \"b\""),
        out.find("[[claim]]"),
    );
    assert!(at < b && b < claim, "{out}");
    assert!(out.parse::<DocumentMut>().is_ok(), "{out}");
}

#[test]
fn the_first_of_a_kind_stands_before_the_claims() {
    let site = Entry::Site(NewSite {
        id: "quay".to_owned(),
        name: "Quay".to_owned(),
        kind: SiteKind::Other,
        at: Position { lat: 1.5, lon: 2.0 },
        note: None,
    });
    let actor = Entry::Actor(NewActor {
        id: "guard".to_owned(),
        name: "Guard".to_owned(),
        letter: 'G',
        colour: Hue::Green,
    });
    let added = [Change::Add(site), Change::Add(actor)];
    let file = changed(FILE, &added).expect("it is changed");
    let at = |words: &str| file.find(words).expect("it stands there");
    let order = ["id = \"b\"", "[[actor]]", "[[site]]", "# ── Claims ──"];
    assert!(order.map(at).is_sorted(), "{file}");
}
