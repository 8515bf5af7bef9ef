//! The entries as they are written, each judgement that is left open marked with `decide:`.

use crate::{
    atlas::{ActorId, Atlas, Says, Subject},
    diagnostics::clean,
};

use super::{
    super::{
        entry::date as date_of,
        ids::MAP,
        write::{comment, string},
    },
    article::Article,
    guess::{Guess, Who},
    passage::Quote,
    subjects::{Group, Subjects},
};

/// A key with its value, and what is to be decided of it.
fn entry(key: &str, value: &str, decide: &str) -> String {
    let decide = if decide.is_empty() {
        String::new()
    } else {
        format!("  # decide: {}", clean(decide))
    };
    format!("{key} = {value}{decide}\n")
}

/// The source of an article.
pub fn source(article: &Article, id: &str) -> String {
    let read = &article.read;
    let mut out = article
        .step()
        .map_or_else(String::new, |step| comment(&step));
    out += "\n[[source]]\n";
    out += &entry("id", &string(id), "");
    out += &match &read.title {
        Some(title) => entry("title", &string(title), "the headline"),
        None => entry("title", &string(&article.slug), "its headline"),
    };
    out += &match read.credit() {
        Some(credit) => entry("publisher", &string(&credit), "who published it"),
        None => entry("# publisher", "…", "who published it"),
    };
    out += &match read.published {
        Some(date) => entry("published", &date_of(date), "whether it was that day"),
        None => entry(
            "# published",
            "YYYY-MM-DD",
            "when; without it claims are undated",
        ),
    };
    out += &match &read.url {
        Some(url) => entry("url", &string(url), ""),
        None => entry("# url", "…", "where it can be read"),
    };
    out += &entry("text", &string(&article.path), "");
    if read.front > 0 {
        let decide = "how many paragraphs are headline and standfirst";
        out += &entry("front", &read.front.to_string(), decide);
    }
    out
}

/// Claims that say nothing yet: one of the regions, one of the sites, or else one of the actors.
pub fn claims(
    source: &str,
    subjects: &Subjects,
    quote: &Quote,
    guess: Option<&Guess>,
    atlas: &Atlas,
) -> String {
    let Subjects {
        regions,
        sites,
        actors,
    } = subjects;
    let fitting = [
        (regions, Says::fits_region as fn(Says) -> bool),
        (sites, Says::fits_site),
    ];
    let places: String = fitting
        .into_iter()
        .filter(|(group, _)| !group.about.is_empty())
        .map(|(group, fits)| {
            let decided = if group.about.contains(&Subject::Map) {
                context("")
            } else {
                let guessed = guess.and_then(|guess| guessed(guess, fits, atlas));
                control(fits, actors, guessed.as_deref(), atlas)
            };
            claim(group, &decided, source, quote, atlas)
        })
        .collect();
    if !places.is_empty() {
        return places;
    }
    let group = Group {
        about: actors.iter().map(|&id| Subject::Actor(id)).collect(),
        notes: Vec::new(),
    };
    claim(&group, &context(""), source, quote, atlas)
}

fn claim(group: &Group, says: &str, source: &str, quote: &Quote, atlas: &Atlas) -> String {
    let ids: Vec<String> = group.about.iter().map(|&about| id(about, atlas)).collect();
    let mut out = String::from("\n[[claim]]\n");
    out += &entry(
        "about",
        &format!("[{}]", ids.join(", ")),
        &group.notes.join("; "),
    );
    out += says;
    out += &entry(
        "# when",
        "YYYY-MM-DD",
        "when it was so, if the words say when",
    );
    out += &entry("source", &string(source), "");
    for (key, words) in [
        ("before", quote.beside.before.as_deref()),
        ("quote", Some(quote.exact.as_str())),
        ("after", quote.beside.after.as_deref()),
    ] {
        out += &words.map_or_else(String::new, |words| entry(key, &string(words), ""));
    }
    out
}

fn id(subject: Subject, atlas: &Atlas) -> String {
    string(match subject {
        Subject::Map => MAP,
        Subject::Region(id) => &atlas[id].id,
        Subject::Site(id) => &atlas[id].id,
        Subject::Actor(id) => &atlas[id].id,
    })
}

fn context(decide: &str) -> String {
    entry("says", &string(Says::Context.key()), decide)
}

/// The verb that a sentence seems to say of a kind of place, and the actor it is said of.
fn guessed(guess: &Guess, fits: fn(Says) -> bool, atlas: &Atlas) -> Option<String> {
    let Who::Known(actor) = guess.who else {
        return None;
    };
    let actor = &atlas[actor].id;
    let mut says = [guess.region, guess.site].into_iter();
    let says = says.find(|says| fits(*says) && *says != Says::Context)?;
    Some(format!("perhaps {}, by {actor}; ", says.key()))
}

/// Context, with what else can be said and of whom.
fn control(
    fits: fn(Says) -> bool,
    named: &[ActorId],
    guessed: Option<&str>,
    atlas: &Atlas,
) -> String {
    let fitting = Says::ALL
        .iter()
        .filter(|&&says| fits(says) && says != Says::Context);
    let words: Vec<&str> = fitting.map(|says| says.key()).collect();
    let ids = |actors: &mut dyn Iterator<Item = ActorId>| {
        let ids: Vec<&str> = actors.map(|id| atlas[id].id.as_str()).collect();
        ids.join(", ")
    };
    let (actor, who) = match named {
        [] => ("…".to_owned(), ids(&mut atlas.actor_ids())),
        [first, ..] => (string(&atlas[*first].id), ids(&mut named.iter().copied())),
    };
    let perhaps = guessed.unwrap_or_default();
    context(&format!("{perhaps}or {}, with an actor", words.join(", ")))
        + &entry(
            "# actor",
            &actor,
            &format!("who, unless it is context: {who}"),
        )
}
