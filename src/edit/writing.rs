//! Writing from an article: a passage is marked, and what it says is put together until the claim is kept.

use std::{fmt, ops::Range};

use crate::{
    article::dates::{self, When},
    atlas::{Date, Says, Source, quote::Text},
    diagnostics::Diagnostics,
    file::{
        Article, Document, RegionFile,
        draft::{
            guess::guesses,
            passage::{passages, quote},
            subjects,
        },
        sha256,
    },
    names::Target,
};

use super::{
    editor::{Editor, NotSaved, Refused},
    entry::{Entry, NewClaim, NewSource},
    marking::Marking,
    thing::{Ground, Kind, Thing, free},
    toml::{Change, ids},
};

/// An article that claims are taken from.
#[derive(Clone, Debug)]
pub struct Writing {
    editor: Editor,
    /// The id of its source.
    source: String,
    published: Option<Date>,
    text: Text,
    /// Every sentence, and whether it names anything of the map.
    sentences: Vec<(Range<usize>, bool)>,
    nth: usize,
    marking: Marking,
    /// The claim that is being put together.
    pub claim: Pending,
}

/// A claim before it is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pending {
    /// Its subjects.
    pub about: Vec<Thing>,
    /// What it says of all of them.
    pub says: Option<Says>,
    /// Whose doing that is.
    pub actor: Option<Thing>,
    /// When it was so, unless that is the date of the source.
    pub when: Option<Date>,
    /// Words of the sentence for a time that only a person can turn into a date.
    pub asks: Option<String>,
}

/// The reason why a claim can't be kept yet.
#[derive(Debug)]
pub enum Incomplete {
    /// It is about nothing yet.
    About,
    /// Nothing is said that fits all that it is about.
    Says,
    /// It is nobody's doing yet.
    Actor,
    /// The sentence says so of when.
    When(String),
    /// The words stand elsewhere in the text too, or are too few or too many.
    Words,
    /// The file would not be sound.
    Refused(Refused),
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::About => f.write_str("say first what it is about"),
            Self::Says => f.write_str("say what the words say of it"),
            Self::Actor => f.write_str("say whose doing it is"),
            Self::When(words) => write!(f, "say when “{words}” was"),
            Self::Words => {
                f.write_str("these words can’t be quoted alone: mark more of them, or fewer")
            }
            Self::Refused(why) => why.fmt(f),
        }
    }
}

impl Writing {
    /// Begins to write on an article, which is added as a source unless the file holds its very text already.
    pub fn add(
        file: RegionFile,
        document: &Document,
        article: &Article,
        today: Date,
    ) -> Result<(Self, Option<Document>), Refused> {
        let holds = |source: &&Source| {
            let text = source.text.as_ref();
            text.is_some_and(|text| text.raw() == article.read.text)
        };
        let mut sources = document.atlas.sources.iter();
        if let Some(source) = sources.find(holds) {
            return Ok((Self::on(file, document, &source.id)?, None));
        }
        let mut editor = Editor::open(file, document)?;
        let read = &article.read;
        let source = NewSource {
            id: free(&ids(editor.toml()), &article.slug, "source"),
            title: read.title.clone().unwrap_or_else(|| article.slug.clone()),
            publisher: read.credit(),
            published: read.published.filter(|date| *date <= today),
            url: read.url.clone(),
            text: article.path.clone(),
            front: read.front,
            sha256: sha256(read.text.as_bytes()),
            retrieved: Some(today),
            language: read.language.clone().filter(|tag| tag != "en"),
        };
        let id = source.id.clone();
        let changes = [Change::Add(Entry::Source(source))];
        let document = if article.is_there {
            editor.change(&changes)?
        } else {
            editor.hold(&changes, &article.path, &read.text)?
        };
        let writing = Self::with(editor, &document, &id)?;
        Ok((writing, Some(document)))
    }

    /// Begins to write on the text of a source that the file has.
    pub fn on(file: RegionFile, document: &Document, source: &str) -> Result<Self, Refused> {
        Self::with(Editor::open(file, document)?, document, source)
    }

    fn with(editor: Editor, document: &Document, id: &str) -> Result<Self, Refused> {
        let mut sources = document.atlas.sources.iter();
        let source = sources.find(|source| source.id == id);
        let held = source.and_then(|source| Some((source, source.text.clone()?)));
        let (source, text) = held.ok_or(Refused::NoText)?;
        let sentences: Vec<_> = passages(&text).map(|at| (at, false)).collect();
        let first = sentences.first().ok_or(Refused::NoText)?.0.clone();
        Ok(Self {
            published: source.published,
            source: source.id.clone(),
            marking: Marking::new(&text, first),
            text,
            sentences,
            nth: 0,
            editor,
            claim: Pending::default(),
        })
    }

    /// The id of the source that is written on.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its text.
    pub const fn text(&self) -> &Text {
        &self.text
    }

    /// The words that are marked, in bytes of the text.
    pub const fn marked(&self) -> &Range<usize> {
        self.marking.range()
    }

    /// Every sentence in bytes of the text, and whether it names anything of the map.
    pub fn sentences(&self) -> &[(Range<usize>, bool)] {
        &self.sentences
    }

    /// The file as it is shown.
    pub const fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Finds what names stand in the text, after the map has changed; at first, marks the first sentence with one.
    pub fn look(&mut self, ground: Ground) {
        let text = &self.text;
        for (at, bears) in &mut self.sentences {
            *bears = !ground.names.mentions(&text.raw()[at.clone()]).is_empty();
        }
    }

    /// Marks the next sentence in that direction, or the next one that names anything of the map; `false` where there is
    /// none.
    pub fn step(&mut self, ground: Ground, forward: bool, bearing: bool) -> bool {
        let fits = |n: &usize| !bearing || self.sentences[*n].1;
        let to = if forward {
            (self.nth + 1..self.sentences.len()).find(fits)
        } else {
            (0..self.nth).rev().find(fits)
        };
        if let Some(nth) = to {
            self.mark(ground, nth);
        }
        to.is_some()
    }

    /// Marks the first sentence that names anything of the map.
    pub fn start(&mut self, ground: Ground) {
        self.look(ground);
        let first = self.sentences.iter().position(|(_, bears)| *bears);
        self.mark(ground, first.unwrap_or(0));
    }

    fn mark(&mut self, ground: Ground, nth: usize) {
        self.nth = nth;
        let at = self.sentences[nth].0.clone();
        self.marking = Marking::new(&self.text, at);
        self.claim = self.suggested(ground);
    }

    /// Moves an end of what is marked by a word; `false` where that leaves its paragraph, or less than two words.
    pub fn stretch(&mut self, start: bool, forward: bool) -> bool {
        self.marking.stretch(start, forward)
    }

    /// What the sentence seems to say, to be looked at by somebody.
    fn suggested(&self, ground: Ground) -> Pending {
        let words = &self.text.raw()[self.sentences[self.nth].0.clone()];
        let mentions = ground.names.mentions(words);
        let guess = guesses(words, &mentions).into_iter().next();
        let near = |at: &Range<usize>| {
            let clause = guess.as_ref().map(|guess| &guess.clause);
            clause.is_none_or(|clause| clause.start <= at.start && at.end <= clause.end)
        };
        let place = |target| matches!(target, Target::Place(_));
        let in_clause = mentions
            .iter()
            .filter(|it| place(it.target) && near(&it.at));
        let mut places: Vec<_> = in_clause.collect();
        if places.is_empty() {
            places.extend(mentions.iter().filter(|it| place(it.target)));
        }
        let taken = ids(self.editor.toml());
        let mut about: Vec<Thing> = Vec::new();
        for thing in places.iter().map(|it| ground.thing(it.target, &taken)) {
            if !about.contains(&thing) {
                about.push(thing);
            }
        }
        if about.is_empty() {
            about = subjects::Ground::new(ground.atlas, ground.map)
                .subjects(words, &mentions)
                .regions
                .about
                .iter()
                .filter_map(|subject| subject.place())
                .map(|place| ground.thing(Target::Place(place), &taken))
                .collect();
        }
        // One thing can be said of both kinds, but not by one verb.
        let kind = about.first().map_or(Kind::Map, |thing| thing.kind);
        about.retain(|thing| thing.kind == kind);
        let says = guess.as_ref().map(|guess| match kind {
            Kind::Site => guess.site,
            _ => guess.region,
        });
        let says = says
            .filter(|says| kind.fits(*says))
            .unwrap_or(Says::Context);
        let actor = guess.filter(|_| says != Says::Context);
        let (when, asks) = match dates::when(words, self.published) {
            Some(When::Date(date)) => (
                Some(date).filter(|date| self.published != Some(*date)),
                None,
            ),
            Some(When::Vague(words)) => (None, Some(words).filter(|_| says != Says::Context)),
            None => (None, None),
        };
        Pending {
            about,
            says: Some(says),
            actor: actor.map(|guess| ground.thing(Target::Actor(guess.actor), &taken)),
            when,
            asks,
        }
    }

    /// What can be said of all that the claim is about.
    pub fn fitting(&self) -> Vec<Says> {
        let fits = |says: &Says| self.claim.about.iter().all(|thing| thing.kind.fits(*says));
        Says::ALL.iter().copied().filter(fits).collect()
    }

    /// Adds a subject, or takes it away where it is there already.
    pub fn toggle(&mut self, thing: Thing) {
        let about = &mut self.claim.about;
        match about.iter().position(|other| other.id == thing.id) {
            Some(at) => drop(about.remove(at)),
            None => about.push(thing),
        }
        if self
            .claim
            .says
            .is_some_and(|says| !self.fitting().contains(&says))
        {
            self.claim.says = None;
        }
    }

    /// Says something else of the subjects; context is nobody's doing.
    pub fn say(&mut self, says: Says) {
        self.claim.says = Some(says);
        if says == Says::Context {
            self.claim.actor = None;
            self.claim.asks = None;
        }
    }

    /// The subjects that a line may mean.
    pub fn subjects(&self, ground: Ground, line: &str) -> Vec<Thing> {
        ground.subjects(line, &ids(self.editor.toml()))
    }

    /// The actors that a line may mean.
    pub fn actors(&self, ground: Ground, line: &str) -> Vec<Thing> {
        ground.actors(line, &ids(self.editor.toml()))
    }

    /// The changes that the claim comes to: the new things that it names, and itself.
    fn changes(&self) -> Result<Vec<Change>, Incomplete> {
        let claim = &self.claim;
        if claim.about.is_empty() {
            return Err(Incomplete::About);
        }
        let says = claim.says.ok_or(Incomplete::Says)?;
        if !claim.about.iter().all(|thing| thing.kind.fits(says)) {
            return Err(Incomplete::Says);
        }
        if says != Says::Context && claim.actor.is_none() {
            return Err(Incomplete::Actor);
        }
        let quote = quote(&self.text, self.marked()).ok_or(Incomplete::Words)?;
        let things = claim.about.iter().chain(&claim.actor);
        let new = things.filter_map(|thing| thing.new.clone());
        let entry = Entry::Claim(NewClaim {
            about: claim.about.iter().map(|thing| thing.id.clone()).collect(),
            actor: claim.actor.as_ref().map(|actor| actor.id.clone()),
            says,
            source: self.source.clone(),
            quote: quote.exact.to_owned(),
            before: quote.beside.before.clone(),
            after: quote.beside.after.clone(),
            when: claim.when,
        });
        Ok(new.chain([entry]).map(Change::Add).collect())
    }

    /// What keeps the claim from being kept, as far as it is known without reading the map.
    pub(super) fn lacks(&self) -> Option<String> {
        self.changes().err().map(|why| why.to_string())
    }

    /// Reads the map as the claim would make it. It is not kept.
    pub fn preview(&self) -> Result<Document, Incomplete> {
        let changes = self.changes()?;
        self.editor.preview(&changes).map_err(Incomplete::Refused)
    }

    /// Reads the map as it is without the claim that is not kept.
    pub fn kept(&self) -> Result<Document, Diagnostics> {
        self.editor.document()
    }

    /// Keeps the claim.
    pub fn keep(&mut self) -> Result<Document, Incomplete> {
        if let Some(words) = &self.claim.asks {
            return Err(Incomplete::When(words.clone()));
        }
        let changes = self.changes()?;
        let document = self.editor.change(&changes).map_err(Incomplete::Refused)?;
        self.claim = Pending::default();
        Ok(document)
    }

    /// Takes the last step back; `false` where that would take the source away.
    pub fn undo(&mut self) -> bool {
        let undone = self.editor.undo();
        if undone && !self.has_source() {
            self.editor.redo();
            return false;
        }
        undone
    }

    fn has_source(&self) -> bool {
        ids(self.editor.toml()).contains(&self.source)
    }

    /// Takes a step that was taken back; `false` where there is none.
    pub const fn redo(&mut self) -> bool {
        self.editor.redo()
    }

    /// Writes the file, and the text where it is new.
    pub fn save(&mut self) -> Result<(), NotSaved> {
        self.editor.save()
    }
}
