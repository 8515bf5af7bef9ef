//! Articles that are opened on the screen, to be written on. One that is asked for by its name is read aside: a large page
//! or PDF takes its time.

use std::path::Path;

use super::{
    action::Effect,
    mode::{Asked, Mode},
    state::State,
    writing::{ask, own_file, refuse, reopened},
};
use crate::{
    atlas::Date,
    caption::words::clean,
    edit::{Refused, Writing},
    file::{self, Article, Document, Refusal, RegionFile},
    session::{Desk, Question, World},
};

/// A desk with an article on it, and the date of the map before that, or the reason why there is none.
pub type Begun = Result<(Box<Desk>, Date), String>;

/// Writes on the source that is being read, or asks for an article.
pub fn open(state: &mut State, world: &World) {
    let source = state.reader().map(|reader| &world.atlas[reader.source]);
    match source.filter(|source| source.text.is_some()) {
        Some(source) => {
            let id = source.id.clone();
            let begun = own_file(state.file.as_ref()).and_then(|file| {
                begin(file, |file, document| {
                    Ok((Writing::on(file, document, &id)?, None))
                })
            });
            take(state, begun);
        }
        None => ask(state, Question::Article),
    }
}

/// Begins to write on an article that is read already.
pub fn add(state: &mut State, article: &Article) {
    let today = state.today;
    let begun = own_file(state.file.as_ref()).and_then(|file| {
        begin(file, |file, document| {
            Writing::add(file, document, article, today)
        })
    });
    take(state, begun);
}

/// Has the article read whose name is typed, and says so.
pub fn want(state: &mut State) -> Option<Effect> {
    let own = own_file(state.file.as_ref()).map(drop);
    let asked = match state.modes.top_mut() {
        Some(Mode::Ask(asked)) if !asked.reading => asked,
        _ => return None,
    };
    let name = asked.prompt.input.text().trim().to_owned();
    if name.is_empty() {
        asked.refusal = Some("type the name of a file".to_owned());
    } else if let Err(why) = own {
        asked.refusal = Some(why);
    } else {
        (asked.refusal, asked.reading) = (None, true);
        return Some(Effect::ReadArticle(name));
    }
    None
}

/// Reads an article and begins to write on it, in a file of one's own.
pub fn read(file: Option<&RegionFile>, name: &str, today: Date) -> Begun {
    let file = own_file(file)?;
    let article = Article::open(Path::new(name), file).map_err(|refusal| {
        let name = clean(name);
        match refusal {
            Refusal::Unreadable(error) => format!("can't read {name}: {error}"),
            Refusal::Unfit(why) => format!("can't add {name}: {why}"),
        }
    })?;
    begin(file, |file, document| {
        Writing::add(file, document, &article, today)
    })
}

/// Takes in the article of that name, unless nobody waits for it any more.
pub fn arrived(state: &mut State, name: &str, begun: Begun) {
    let Some(Mode::Ask(asked)) = state.modes.top_mut() else {
        return;
    };
    if is_awaited(asked, name) {
        asked.reading = false;
        take(state, begun);
        super::writing::show(state);
    }
}

fn is_awaited(asked: &Asked, name: &str) -> bool {
    asked.question == Question::Article && asked.reading && asked.prompt.input.text().trim() == name
}

fn begin(
    file: &RegionFile,
    begin: impl FnOnce(RegionFile, &Document) -> Result<(Writing, Option<Document>), Refused>,
) -> Begun {
    let file = reopened(file)?;
    let document =
        file::load(&file).map_err(|_| "mend the file first: `!` shows what is wrong".to_owned())?;
    let before = document.atlas.as_of;
    let (writing, new) = begin(file, &document).map_err(|why| why.to_string())?;
    let desk = Desk::new(writing, new.unwrap_or(document));
    Ok((Box::new(desk), before))
}

fn take(state: &mut State, begun: Begun) {
    match begun {
        Ok((desk, before)) => {
            state.notice = desk.moved(before);
            state.desk = Some(desk);
            state.modes.close_question();
            state.modes.open(Mode::Write { scroll: 0 });
            state.reveals = true;
        }
        Err(why) => refuse(state, why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        caption::sample::Sample,
        scene::{Depth, Marker, Theme},
        session::Session,
        tui::{Action, Keymap, Size, mode::Prompt, update},
    };

    /// A screen on which an article is read that was asked for by the name `x`.
    fn reading() -> (State, World) {
        let Sample { atlas, map, .. } = Sample::new();
        let world = World::new(atlas, map);
        let session = Session::at(&world, world.atlas.as_of);
        let keymap = Keymap::builtin().expect("the shipped keys");
        let size = Size {
            cols: 80,
            rows: 24,
            aspect: 0.5,
        };
        let theme = Theme::new(Depth::None);
        let mut state = State::new(session, &world, keymap, Marker::Quadrant, theme, size);
        let mut prompt = Prompt::default();
        prompt.input.insert('x');
        state.modes.open(Mode::Ask(Asked {
            question: Question::Article,
            prompt,
            refusal: None,
            reading: true,
        }));
        (state, world)
    }

    fn refusal(state: &State) -> Option<&str> {
        match state.mode() {
            Mode::Ask(asked) => asked.refusal.as_deref(),
            _ => None,
        }
    }

    #[test]
    fn an_article_is_taken_in_only_while_somebody_waits_for_it() {
        let broken = || Err("broken".to_owned());
        let (mut state, world) = reading();
        assert_eq!(want(&mut state), None, "it is read already");
        arrived(&mut state, "y", broken());
        assert_eq!(refusal(&state), None);
        arrived(&mut state, "x", broken());
        assert_eq!(refusal(&state), Some("broken"));
        for leaving in [Action::Back, Action::Type('z')] {
            let (mut state, world) = reading();
            update(&mut state, &world, leaving);
            arrived(&mut state, "x", broken());
            assert_eq!((refusal(&state), state.notice.as_deref()), (None, None));
        }
        update(&mut state, &world, Action::Back);
        assert_eq!(state.modes.iter().count(), 0);
    }
}
