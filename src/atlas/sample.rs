//! A small atlas for tests: four regions, two sites, two actors, and one case of everything that can be said.

use super::{
    Accuracy, Actor, ActorId, Atlas, Claim, Contents, Hue, Place, Position, Quotation, Region,
    RegionId, Says, Site, SiteId, SiteKind, Source, SourceId, Subject, quote::Text,
};

pub const NORTHWEST: Place = Place::Region(RegionId(0));
pub const NORTHEAST: Place = Place::Region(RegionId(1));
pub const SOUTHWEST: Place = Place::Region(RegionId(2));
pub const SOUTHEAST: Place = Place::Region(RegionId(3));
pub const PORT: Place = Place::Site(SiteId(0));
pub const AIRPORT: Place = Place::Site(SiteId(1));
pub const REDS: ActorId = ActorId(0);
pub const BLUES: ActorId = ActorId(1);

const HELD: &str =
    "A title\nReds hold the northwest. Blues roam the northeast — in pockets. The port is red.\n";

pub fn atlas() -> Atlas {
    let text = Text::new(HELD.to_owned(), 1);
    let actor = |name: &str, letter, hue| Actor {
        id: name.to_lowercase(),
        name: name.to_owned(),
        short: name.to_owned(),
        also: Vec::new(),
        letter,
        hue,
        part_of: None,
        note: None,
        from: None,
        until: None,
    };
    let region = |id: &str, name: &str| Region {
        id: id.to_owned(),
        name: name.to_owned(),
        also: Vec::new(),
        accuracy: Accuracy::Schematic,
        is_unit: false,
        note: None,
    };
    let site = |id: &str, name: &str, kind, lat, lon| Site {
        id: id.to_owned(),
        name: name.to_owned(),
        also: vec!["ميناء".to_owned()],
        kind,
        at: Position { lat, lon },
        note: None,
    };
    let source = |id: &str, title: Option<&str>, publisher: Option<&str>, text| Source {
        id: id.to_owned(),
        title: title.map(str::to_owned),
        publisher: publisher.map(str::to_owned),
        published: None,
        origin: None,
        follows: None,
        url: None,
        note: None,
        text,
        path: None,
        sha256: None,
        original: None,
        retrieved: None,
        archive: None,
        language: "en".to_owned(),
        reliability: None,
    };
    let contents = Contents {
        title: "A land: who holds what".to_owned(),
        as_of: "2026-01-28".parse().expect("a date"),
        stale_after: None,
        sources: vec![
            source("article", Some("A title"), None, Some(text.clone())),
            source("wire", None, Some("A wire service"), None),
        ],
        actors: vec![actor("Reds", 'R', Hue::Red), actor("Blues", 'B', Hue::Blue)],
        regions: vec![
            region("nw", "Northwest"),
            region("ne", "Northeast"),
            region("sw", "Southwest"),
            region("se", "Southeast"),
        ],
        sites: vec![
            site("port", "Red port", SiteKind::NavalBase, 35.5, 36.1),
            site("airport", "Blue airport", SiteKind::Airport, 35.9, 37.9),
        ],
        questions: Vec::new(),
        claims: claims(&text),
        events: Vec::new(),
        event_days: 7,
    };
    Atlas::new(contents).expect("an atlas that holds together")
}

fn claims(text: &Text) -> Vec<Claim> {
    let quote = |words: &str| {
        let proof = text.prove(words);
        Some(Quotation {
            exact: words.to_owned(),
            prefix: None,
            suffix: None,
            across_paragraphs: false,
            proof,
        })
    };
    let about = |place: Place, says: Says, actor: ActorId| Claim {
        about: vec![place.into()],
        says,
        actor: Some(actor),
        source: Some(SourceId(0)),
        quote: None,
        summary: None,
        because: None,
        when: None,
        credibility: None,
        answers: None,
        stale_after: None,
        draft: false,
        line: 1,
    };
    let reported = |claim: Claim, when: &str, summary: &str| Claim {
        source: Some(SourceId(1)),
        when: Some(when.parse().expect("a date")),
        summary: Some(summary.to_owned()),
        ..claim
    };
    vec![
        Claim {
            quote: quote("Reds hold the northwest"),
            ..about(NORTHWEST, Says::Holds, REDS)
        },
        Claim {
            quote: quote("Blues roam the northeast"),
            ..about(NORTHEAST, Says::HoldsPart, BLUES)
        },
        Claim {
            quote: quote("The port is red"),
            ..about(PORT, Says::Operates, REDS)
        },
        reported(
            about(PORT, Says::TookOver, REDS),
            "2020-05",
            "Reds took the port.",
        ),
        reported(
            about(SOUTHWEST, Says::Holds, REDS),
            "2026-01-02",
            "Reds hold it.",
        ),
        reported(
            about(SOUTHWEST, Says::Holds, BLUES),
            "2026-01-02",
            "Blues hold it.",
        ),
        reported(
            about(AIRPORT, Says::Withdraws, BLUES),
            "2026-01-20",
            "Blues are leaving.",
        ),
        reported(
            about(AIRPORT, Says::Left, BLUES),
            "2026-02-20",
            "Blues have gone.",
        ),
        Claim {
            quote: quote("The port is rad"),
            ..about(SOUTHEAST, Says::Holds, BLUES)
        },
        Claim {
            about: vec![Subject::Map],
            quote: quote("in pockets"),
            actor: None,
            ..about(PORT, Says::Context, REDS)
        },
        Claim {
            quote: quote("northeast - in pockets"),
            because: Some("Pockets are said to be there.".to_owned()),
            ..about(NORTHEAST, Says::Present, REDS)
        },
    ]
}
