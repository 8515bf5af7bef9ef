//! Entries with a mark on whatever is left to somebody's judgement: `# decide:`.

use crate::{
    atlas::{Date, Says},
    file::{self, Article, comment, string},
};

use super::super::{
    entry::{Entry, NewSource},
    thing::{Ground, Kind, Thing},
    writing::Writing,
};

/// The keys of a source that are to be filled in where the article doesn't say, each with what stands for its value.
const OPEN: [(&str, &str); 3] = [
    ("publisher", "…"),
    ("published", "YYYY-MM-DD"),
    ("url", "…"),
];

/// The steps to be taken beside appending the entries.
pub fn before(article: &Article, as_of: Option<Date>) -> String {
    let whose = if article.read.is_taken_out {
        "the text that `--write` saves"
    } else {
        "its text"
    };
    let path = &article.path;
    let put = format!("put {whose} into {path}, in the folder of the region file");
    let put = (!article.is_there).then_some(put);
    let newer = as_of.map(|date| {
        let date = file::entry::date(date);
        format!(
            "decide: `as_of = {date}` at the top of the file; the article is newer than the map"
        )
    });
    let steps = put.into_iter().chain(newer);
    steps.map(|step| comment(&step)).collect()
}

/// The source that an article is.
pub fn source(article: &Article, source: NewSource) -> String {
    let title = match article.read.title {
        Some(_) => "the headline",
        None => "its headline",
    };
    let author = article.read.author.as_ref();
    let publisher = match author.filter(|_| source.publisher.is_none()) {
        Some(author) => format!("who published it; {author} wrote it"),
        None => "who published it".to_owned(),
    };
    let day = match source.published {
        Some(_) => "whether it was that day",
        None => "when; without it claims are undated",
    };
    let url = source
        .url
        .is_none()
        .then_some(("url", "where it can be read"));
    let marks = [
        ("title", title),
        ("publisher", publisher.as_str()),
        ("published", day),
        ("front", "how many paragraphs are headline and standfirst"),
    ];
    let marks: Vec<(&str, &str)> = marks.into_iter().chain(url).collect();
    written(&Entry::Source(source), &marks)
}

/// A new thing that claims name.
pub fn thing(entry: &Entry) -> String {
    let marks = [
        ("name", "whether the map has it by another name"),
        ("at", "where it lies"),
    ];
    let of_kind = match entry {
        Entry::Site(_) => &marks[1..],
        _ => &marks[..1],
    };
    written(entry, of_kind)
}

/// The claim at hand. What is asked of its reading goes with `draft` once it is accepted; that its date is open doesn't.
pub fn claim(entry: &Entry, writing: &Writing, ground: Ground) -> String {
    let when = writing.claim.asks.as_ref();
    let when = when.map(|words| format!("when “{words}” was, as `when`"));
    let read = reading(writing, ground).join("; ");
    let read = Some(read.as_str()).filter(|read| !read.is_empty());
    let marks = [("quote", when.as_deref()), ("draft", read)].into_iter();
    let marks: Vec<(&str, &str)> = marks.filter_map(|(key, mark)| Some((key, mark?))).collect();
    written(entry, &marks)
}

/// Everything that is to be judged of how the sentence is read.
fn reading(writing: &Writing, ground: Ground) -> Vec<String> {
    let claim = &writing.claim;
    let is_of_places = claim.about.iter().all(|thing| thing.kind != Kind::Actor);
    let is_open = claim.says == Some(Says::Context) && is_of_places;
    let actors = is_open.then(|| actors(writing, ground));
    let who = actors.filter(|actors| !actors.is_empty()).map(|actors| {
        let keys = actors
            .iter()
            .map(|it| format!("`actor = {}`", string(&it.id)));
        let keys: Vec<String> = keys.collect();
        format!("context, or another `says` with {}", keys.join(" or "))
    });
    let notes = claim.notes.iter().cloned();
    notes.chain(who).collect()
}

/// The actors that are named in what is marked.
pub fn actors(writing: &Writing, ground: Ground) -> Vec<Thing> {
    let words = &writing.text().raw()[writing.marked().clone()];
    let mut actors: Vec<Thing> = Vec::new();
    for mention in ground.names.mentions(words) {
        let thing = ground.thing(mention.target, writing.taken());
        if thing.kind == Kind::Actor && !actors.contains(&thing) {
            actors.push(thing);
        }
    }
    actors
}

/// An entry as it is saved, with marks behind some of its keys; those of a source that are [`OPEN`] stand before its text.
fn written(entry: &Entry, marks: &[(&str, &str)]) -> String {
    let keys = entry.keys();
    let mark = |key: &str| marks.iter().find(|(marked, _)| *marked == key);
    let mut out = file::entry::Entry::table(entry.kind());
    for (key, value) in &keys {
        if *key == "text" {
            let lacks = |open: &str| keys.iter().all(|(key, _)| *key != open);
            for (open, value) in OPEN.iter().filter(|(open, _)| lacks(open)) {
                out.open(open, value, mark(open).map_or("", |(_, what)| what));
            }
        }
        out.key(key, value);
        if let Some((_, what)) = mark(key) {
            out.decide(what);
        }
    }
    out.into()
}
