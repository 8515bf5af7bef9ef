//! Recall and precision of proposals: of what articles say, and of what is proposed.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;
use whoholds::{
    atlas::{Atlas, Date},
    edit,
    file::{self, Article, Document, RegionFile},
};

const ARTICLES: &str = include_str!("../fixtures/articles.toml");
const MAP: &str = r#"
format = 1
title = "A map"
basemap = "syria"
as_of = 2026-01-28
[[actor]]
id = "guard"
name = "The Guard"
letter = "G"
colour = "green"
[[actor]]
id = "union"
name = "The Union"
letter = "U"
colour = "red"
[[actor]]
id = "russia"
name = "Russia"
letter = "R"
colour = "blue"
[[region]]
id = "idlib"
name = "Idlib"
area = { all = ["SY-ID"] }
[[site]]
id = "qamishli-airport"
name = "Qamishli airport"
kind = "airport"
at = { lat = 37.02, lon = 41.19 }
[[site]]
id = "hmeimim"
name = "Hmeimim air base"
kind = "air base"
at = { lat = 35.41, lon = 35.95 }
"#;

#[derive(Deserialize)]
struct Articles {
    article: Vec<Expected>,
}

#[derive(Deserialize)]
pub struct Expected {
    pub text: String,
    claims: BTreeSet<Said>,
}

type Said = (String, String, String);

/// Counts over all articles.
#[derive(Debug, Default)]
pub struct Measured {
    pub articles: usize,
    pub expected: usize,
    pub proposed: usize,
    pub right: usize,
    /// The claims that are proposed wrongly, or not proposed, in words.
    pub wrong: Vec<String>,
}

impl Measured {
    pub fn recall(&self) -> f64 {
        self.right as f64 / self.expected as f64
    }

    pub fn precision(&self) -> f64 {
        self.right as f64 / self.proposed as f64
    }
}

/// Drafts every article, and compares what is printed with what somebody would take from it.
pub fn measure(folder: &Path) -> Measured {
    let mut measured = Measured::default();
    for expected in articles() {
        let found = said(&drafted(folder, &expected.text).atlas);
        measured.articles += 1;
        measured.expected += expected.claims.len();
        measured.proposed += found.len();
        measured.right += found.intersection(&expected.claims).count();
        let apart = found.symmetric_difference(&expected.claims);
        measured.wrong.extend(apart.map(|claim| {
            let kind = if found.contains(claim) {
                "wrong"
            } else {
                "missed"
            };
            format!("{kind}: {claim:?}")
        }));
    }
    measured
}

/// The map with everything that is drafted of a text appended to it, as `whoholds draft` prints it.
pub fn drafted(folder: &Path, text: &str) -> Document {
    let (file, document, article) = opened(folder, text);
    let draft = edit::draft(file.clone(), &document, &article, today()).expect("a draft");
    let drafted = file::load(&file.with_bytes(format!("{MAP}{draft}")));
    let drafted = drafted.unwrap_or_else(|report| panic!("{report:?}\n{draft}"));
    let unproved = &drafted.unproved.problems;
    assert!(unproved.is_empty(), "{unproved:?}\n{draft}");
    drafted
}

/// The map, and a text beside it.
pub fn opened(folder: &Path, text: &str) -> (RegionFile, Document, Article) {
    let (map, article) = (folder.join("drafts.toml"), folder.join("article.txt"));
    fs::write(&map, MAP).expect("a map is written");
    fs::write(&article, text).expect("an article is written");
    let file = RegionFile::open(&map).expect("a file");
    let document = file::load(&file).expect("a map");
    let article = Article::open(&article, &file).expect("an article");
    (file, document, article)
}

pub fn today() -> Date {
    "2026-01-28".parse().expect("a date")
}

/// Every article, with what somebody would take from it.
pub fn articles() -> Vec<Expected> {
    let articles: Articles = toml::from_str(ARTICLES).expect("the articles");
    articles.article
}

/// Everything that is said of who has what: of what, what, and of whom. Context decides nothing, so it does not count.
fn said(atlas: &Atlas) -> BTreeSet<Said> {
    let claims = atlas.claims.iter();
    let said = claims.filter_map(|claim| Some((claim, &atlas[claim.actor?].name)));
    let said = said.flat_map(|(claim, actor)| {
        let places = claim.about.iter().filter_map(|about| about.place());
        places.map(|place| {
            let (name, says) = (atlas.name(place), claim.says.key());
            (name.to_owned(), says.to_owned(), actor.clone())
        })
    });
    said.collect()
}
