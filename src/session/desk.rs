//! The article that is written on, and the maps that go with it: as kept, and as the claim at hand would make it.

use crate::{
    atlas::{Atlas, Claim, Date, Place},
    caption::words::claimed,
    edit::{Ground, Kind, Thing, Writing},
    file::{self, Document},
};

use super::world::World;

/// Something that is asked of whoever writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// The file of an article.
    Article,
    /// The subject of a claim.
    Subject,
    /// The actor it is said of.
    Actor,
    /// The date of what is said.
    Time,
    /// The name of a place that is drawn.
    Name,
}

/// An article that is written on.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The text, what is marked in it, and the claim that is put together.
    pub writing: Writing,
    /// The map without the claim that is being put together: names are looked up in it.
    pub kept: World,
    /// `true` once it was said that leaving would lose what is not saved.
    warned: bool,
}

impl Desk {
    /// Begins with the first sentence that names anything of the map.
    pub fn new(mut writing: Writing, document: Document) -> Self {
        let kept = World::new(document.atlas, document.map);
        writing.start(ground(&kept));
        Self {
            writing,
            kept,
            warned: false,
        }
    }

    /// The name of its source.
    pub fn title(&self) -> String {
        let mut sources = self.kept.atlas.sources.iter();
        let source = sources.find(|source| source.id == self.writing.source());
        source.map_or_else(String::new, |source| source.name().to_owned())
    }

    /// Tells that the map has another date now, where the article has moved it on.
    pub fn moved(&self, before: Date) -> Option<String> {
        let now = self.kept.atlas.as_of;
        (now != before).then(|| format!("the map is as of {now} now, the date of the article"))
    }

    /// The map that names are looked up in.
    pub fn ground(&self) -> Ground<'_> {
        ground(&self.kept)
    }

    /// Does something to the writing that may look up names.
    pub fn with<T>(&mut self, change: impl FnOnce(&mut Writing, Ground) -> T) -> T {
        change(&mut self.writing, ground(&self.kept))
    }

    /// The map as the claim at hand makes it, or as it is without where it can't be kept yet.
    pub fn shown(&self) -> World {
        match self.writing.preview() {
            Ok(document) => World::new(document.atlas, document.map),
            Err(_) => self.kept.clone(),
        }
    }

    /// The first place that the claim is about, on a map.
    pub fn place(&self, world: &World) -> Option<Place> {
        let mut about = self.writing.claim.about.iter();
        about.find_map(|thing| world.atlas.place(&thing.id))
    }

    /// Takes the map as it is now for what is kept.
    pub fn rebase(&mut self, document: Document) {
        self.kept = World::new(document.atlas, document.map);
        self.writing.look(ground(&self.kept));
        self.warned = false;
    }

    /// The things that a line may mean as the answer to a question.
    pub fn answers(&self, question: Question, line: &str) -> Vec<Thing> {
        match question {
            Question::Subject => self.writing.subjects(self.ground(), line),
            Question::Actor => self.writing.actors(self.ground(), line),
            Question::Article | Question::Time | Question::Name => Vec::new(),
        }
    }

    /// The thing that somebody means by exactly that name, or by its id.
    pub fn meant(&self, question: Question, line: &str) -> Option<Thing> {
        let is_asked = |thing: &Thing| (thing.kind == Kind::Actor) == (question == Question::Actor);
        self.writing.meant(self.ground(), line).filter(is_asked)
    }

    /// Takes the last step back, or takes it again, and tells which that was; `None` where there is none.
    pub fn step_back(&mut self, back: bool) -> Option<String> {
        let writing = &mut self.writing;
        let moved = if back { writing.undo() } else { writing.redo() };
        let kept = writing.kept().ok().filter(|_| moved)?;
        let before = self.kept.atlas.clone();
        self.rebase(kept);
        let (with, without) = if back {
            (&before, &self.kept.atlas)
        } else {
            (&self.kept.atlas, &before)
        };
        let way = if back { "taken back" } else { "kept again" };
        Some(match beside(with, without) {
            Some(claim) => format!("{way}: {claim}"),
            None => way.to_owned(),
        })
    }

    /// Tells whether it may be left: what is not saved is lost only by whoever was told so, which this does.
    pub fn may_leave(&mut self) -> bool {
        let may = self.writing.editor().is_saved() || self.warned;
        self.warned = true;
        may
    }

    /// The map of the file as it lies on the disk, where it gives one.
    pub fn on_disk(&self) -> Option<World> {
        let editor = self.writing.editor();
        let now = editor
            .file()
            .reopen()
            .ok()
            .and_then(|file| file::load(&file).ok());
        // Where somebody has broken it meanwhile, the last good one.
        let document = now.or_else(|| editor.on_disk().ok())?;
        Some(World::new(document.atlas, document.map))
    }
}

/// The claim that one of two maps has and the other hasn't.
fn beside(with: &Atlas, without: &Atlas) -> Option<String> {
    let told = |claim: &Claim, atlas: &Atlas| {
        let quote = claim.quote.as_ref().map(|quote| quote.exact.clone());
        (claimed(atlas, claim), quote)
    };
    let others: Vec<_> = without.claims.iter().map(|it| told(it, without)).collect();
    let mut claims = with.claims.iter().map(|claim| told(claim, with));
    claims.find(|claim| !others.contains(claim)).map(|it| it.0)
}

fn ground(world: &World) -> Ground<'_> {
    Ground {
        atlas: &world.atlas,
        map: &world.map,
        names: world.gazetteer(),
    }
}
