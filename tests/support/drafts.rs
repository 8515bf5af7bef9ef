//! Recall and precision of proposals: of what articles say, and of what is proposed.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;
use whoholds::{
    atlas::Says,
    edit::Writing,
    file::{self, Article, RegionFile},
    session::Desk,
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
struct Expected {
    text: String,
    claims: BTreeSet<(String, String, String)>,
}

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

/// Goes through every sentence of every article. Context decides nothing, so it does not count.
pub fn measure(folder: &Path) -> Measured {
    let articles: Articles = toml::from_str(ARTICLES).expect("the articles");
    let mut measured = Measured::default();
    let path = folder.join("drafts.toml");
    fs::write(&path, MAP).expect("a map is written");
    for expected in articles.article {
        let found = proposed(&path, &expected.text);
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

fn proposed(map: &Path, text: &str) -> BTreeSet<(String, String, String)> {
    let file = RegionFile::open(map).expect("a file");
    let document = file::load(&file).expect("a map");
    let article = Article::of(text.as_bytes().to_vec(), "article", &file).expect("an article");
    let today = "2026-01-28".parse().expect("a date");
    let (writing, new) = Writing::add(file, &document, &article, today).expect("a source");
    let mut desk = Desk::new(writing, new.expect("a map"));
    let mut found = BTreeSet::new();
    loop {
        let claim = &desk.writing.claim;
        if let (Some(says), Some(actor)) = (
            claim.says.filter(|says| *says != Says::Context),
            &claim.actor,
        ) {
            let about = claim.about.iter();
            found.extend(about.map(|thing| {
                (
                    thing.name.clone(),
                    says.key().to_owned(),
                    actor.name.clone(),
                )
            }));
        }
        if !desk.with(|writing, ground| writing.step(ground, true, true)) {
            return found;
        }
    }
}
