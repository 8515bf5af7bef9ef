//! Writing from an article: a passage is marked, and what it says is put together until the claim is kept.

use std::ops::Range;

use crate::{
    article::dates::{self, When},
    atlas::{
        Atlas, Claim, ClaimId, Date, Says,
        quote::{Passage, Text},
    },
    diagnostics::Diagnostics,
    file::{Article, Document, RegionFile},
};

use super::{
    change::{Change, ids},
    editor::{Editor, NotSaved, Refused},
    entry::{Entry, NewClaim, NewSource},
    held::held,
    marking::Marking,
    passage::{passages, quote},
    pending::{Incomplete, Pending},
    suggest::Around,
    thing::{Ground, Thing, free},
};

/// Things that a name of the sentence may mean and that come before all others.
const NEAREST: usize = 3;

/// A sentence of the text.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its bytes of the text.
    pub at: Range<usize>,
    /// The names of the map in it, in bytes of the text.
    pub names: Vec<Range<usize>>,
}

/// An article that claims are taken from.
#[derive(Clone, Debug)]
pub struct Writing {
    pub(super) editor: Editor,
    /// The id of its source.
    pub(super) source: String,
    pub(super) published: Option<Date>,
    pub(super) text: Text,
    /// Every sentence, with the names of the map in it.
    pub(super) sentences: Vec<Sentence>,
    /// The claims that quote the text, with where.
    pub(super) claimed: Vec<(ClaimId, Passage)>,
    /// Every id that is taken.
    pub(super) taken: Vec<String>,
    pub(super) around: Around,
    pub(super) nth: usize,
    pub(super) marking: Marking,
    /// The number of the claim among those that the sentence seems to make.
    pub(super) proposal: usize,
    /// The claim that is being put together.
    pub claim: Pending,
}

impl Writing {
    /// Begins to write on an article, which is added as a source unless the file holds its very text already.
    pub fn add(
        file: RegionFile,
        document: &Document,
        article: &Article,
        today: Date,
    ) -> Result<(Self, Option<Document>), Refused> {
        if let Some(source) = held(&document.atlas, &article.read.text) {
            return Ok((Self::on(file, document, &source.id)?, None));
        }
        let mut editor = Editor::open(file, document)?;
        let id = free(&ids(editor.toml()), &article.slug, "source");
        let source = NewSource::of(article, id.clone(), today);
        let as_of = source
            .published
            .filter(|date| moves_to(&document.atlas, *date));
        let source = Change::Add(Entry::Source(source));
        let as_of = as_of.map(Change::AsOf);
        let changes: Vec<Change> = as_of.into_iter().chain([source]).collect();
        let document = editor.hold(&changes, article.files())?;
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
        let sentences: Vec<_> = passages(&text)
            .map(|at| Sentence {
                at,
                names: Vec::new(),
            })
            .collect();
        let first = sentences.first().ok_or(Refused::NoText)?.at.clone();
        Ok(Self {
            published: source.published,
            source: source.id.clone(),
            marking: Marking::new(&text, first),
            text,
            sentences,
            claimed: Vec::new(),
            taken: Vec::new(),
            around: Around::default(),
            nth: 0,
            proposal: 0,
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

    /// Every sentence, with the names of the map in it.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The file as it is shown.
    pub const fn editor(&self) -> &Editor {
        &self.editor
    }

    /// The day it came out, where that is known.
    pub const fn published(&self) -> Option<Date> {
        self.published
    }

    /// Moves an end of what is marked by a word; `false` where that leaves its paragraph, or less than two words.
    pub fn stretch(&mut self, start: bool, forward: bool) -> bool {
        self.marking.stretch(start, forward)
    }

    /// The verbs that fit all subjects of the claim.
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

    /// Says something else of the subjects. Where that is more than context, it matters when it was so.
    pub fn say(&mut self, says: Says) {
        let was = self.claim.says.replace(says);
        self.claim.asks = match was {
            _ if says == Says::Context => None,
            Some(Says::Context) | None if self.claim.when.is_none() => self.vague_time(),
            _ => self.claim.asks.take(),
        };
    }

    /// The words of what is marked for a time that only a person can turn into a date.
    fn vague_time(&self) -> Option<String> {
        match dates::when(&self.text.raw()[self.marked().clone()], self.published) {
            Some(When::Vague(words)) => Some(words),
            _ => None,
        }
    }

    /// Names who it is. Context names nobody, so that something else is to be said.
    pub fn name_actor(&mut self, actor: Thing) {
        self.claim.actor = Some(actor);
        self.claim.says = self.claim.says.filter(|says| *says != Says::Context);
    }

    /// Every id that is taken.
    pub fn taken(&self) -> &[String] {
        &self.taken
    }

    /// The thing that a line names by its id, or exactly by a name.
    pub fn meant(&self, ground: Ground, line: &str) -> Option<Thing> {
        ground.meant(line, &self.taken)
    }

    /// The subjects that a line may mean.
    pub fn subjects(&self, ground: Ground, line: &str) -> Vec<Thing> {
        let taken = &self.taken;
        let found = ground.subjects(line, taken);
        if !line.trim().is_empty() {
            return found;
        }
        // What the sentence names comes first.
        let words = &self.text.raw()[self.sentences[self.nth].at.clone()];
        let named = ground.names.mentions(words);
        let mut things: Vec<Thing> = Vec::new();
        for mention in named {
            let name = &words[mention.at];
            things.extend(ground.subjects(name, taken).into_iter().take(NEAREST));
        }
        things.extend(found);
        let mut seen = Vec::new();
        things.retain(|thing| {
            let key = (thing.kind, thing.name.clone());
            let is_new = !seen.contains(&key);
            seen.push(key);
            is_new
        });
        things
    }

    /// The actors that a line may mean.
    pub fn actors(&self, ground: Ground, line: &str) -> Vec<Thing> {
        ground.actors(line, &self.taken)
    }

    /// The entries that the claim comes to: the new things that it names, and itself.
    pub(super) fn entries(&self) -> Result<Vec<Entry>, Incomplete> {
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
        let actor = claim.actor.as_ref().filter(|_| says != Says::Context);
        let things = claim.about.iter().chain(actor);
        let new = things.filter_map(|thing| thing.new.clone());
        let entry = Entry::Claim(NewClaim {
            about: claim.about.iter().map(|thing| thing.id.clone()).collect(),
            actor: actor.map(|actor| actor.id.clone()),
            says,
            source: self.source.clone(),
            quote: quote.exact,
            before: quote.beside.before,
            after: quote.beside.after,
            when: claim.when,
            draft: claim.draft,
        });
        Ok(new.chain([entry]).collect())
    }

    fn changes(&self) -> Result<Vec<Change>, Incomplete> {
        Ok(self.entries()?.into_iter().map(Change::Add).collect())
    }

    /// Tells what keeps the claim from being kept, as far as it is known without reading the map.
    pub(super) fn lacks(&self) -> Option<String> {
        self.entries().err().map(|why| why.to_string())
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

/// Tells whether a newer article moves the date of a map on: what it says would not be seen before. Where a claim is
/// undated it counts from that date, which then stays.
fn moves_to(atlas: &Atlas, date: Date) -> bool {
    let is_undated = |claim: &Claim| {
        let source = claim.source.map(|id| &atlas[id]);
        claim.when.is_none() && source.is_none_or(|source| source.published.is_none())
    };
    date > atlas.as_of && !atlas.claims.iter().any(is_undated)
}
