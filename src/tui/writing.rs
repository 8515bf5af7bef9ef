//! Writing on the screen: a passage is marked, and what it says is kept, taken back and saved.

use crate::{
    atlas::Date,
    edit::Incomplete,
    file::RegionFile,
    session::{Question, World},
};

use super::{
    action::Edge,
    input::Input,
    mode::{Asked, Mode, Prompt},
    state::State,
};

/// The file that can be written on.
pub fn own_file(file: Option<&RegionFile>) -> Result<&RegionFile, String> {
    let own = file.filter(|file| file.is_on_disk());
    own.ok_or_else(|| {
        "this map comes with the program; `whoholds new` starts a file of your own".to_owned()
    })
}

/// A file as it lies on the disk now.
pub fn reopened(file: &RegionFile) -> Result<RegionFile, String> {
    file.reopen()
        .map_err(|error| format!("can't read {}: {error}", file.label()))
}

/// The file that can be written on, as it lies on the disk now.
pub fn on_disk(state: &State) -> Result<RegionFile, String> {
    reopened(own_file(state.file.as_ref())?)
}

/// Says why something is not done: in the box where something is asked, else in the key bar.
pub fn refuse(state: &mut State, why: String) {
    match state.modes.top_mut() {
        Some(Mode::Ask(asked)) => asked.refusal = Some(why),
        _ => state.notice = Some(why),
    }
}

pub fn ask(state: &mut State, question: Question) {
    state.modes.open(Mode::Ask(Asked {
        question,
        prompt: Prompt::default(),
        refusal: None,
        reading: false,
    }));
}

/// Takes what is typed or chosen for the answer.
pub fn answer(state: &mut State) {
    let Mode::Ask(asked) = state.mode().clone() else {
        return;
    };
    let line = asked.prompt.input.text().trim();
    let Some(desk) = state.desk.as_mut() else {
        return;
    };
    if asked.question == Question::Time {
        let when: Option<Date> = match line.parse() {
            Ok(date) => Some(date),
            Err(_) if line.is_empty() => None,
            Err(why) => return refuse(state, format!("{why}")),
        };
        (desk.writing.claim.when, desk.writing.claim.asks) = (when, None);
    } else {
        let things = desk.answers(asked.question, asked.prompt.input.text());
        let Some(thing) = things.into_iter().nth(asked.prompt.chosen) else {
            let why = match asked.question {
                Question::Subject => {
                    "nothing of that name; NAME @ LATITUDE, LONGITUDE makes a new site, and so does a click on the map; esc, then A draws a place"
                }
                _ => "type a name",
            };
            return refuse(state, why.to_owned());
        };
        match asked.question {
            Question::Subject => desk.writing.toggle(thing),
            _ => desk.writing.name_actor(thing),
        }
    }
    state.modes.close();
}

/// Puts a point of the map behind the name of a new site that is typed.
pub fn point(state: &mut State, world: &World, (col, row): (u16, u16)) {
    let Some(pane) = state.map_pane(world) else {
        return;
    };
    let cell = ::geo::coord! { x: f64::from(col) + 0.5, y: f64::from(row) + 0.5 };
    let at = state.session.viewport_in(world, pane).plane(cell);
    let at = world.map.projection.inverse(at);
    if let Some(Mode::Ask(asked)) = state.modes.top_mut() {
        let name = asked
            .prompt
            .input
            .text()
            .split('@')
            .next()
            .unwrap_or_default();
        let line = format!("{} @ {:.3}, {:.3}", name.trim(), at.y, at.x);
        let mut input = Input::default();
        line.chars().for_each(|char| input.insert(char));
        asked.prompt = Prompt { input, chosen: 0 };
        asked.refusal = None;
    }
}

/// Marks another sentence.
pub fn sentence(state: &mut State, forward: bool, bearing: bool) {
    let Some(desk) = state.desk.as_mut() else {
        return;
    };
    let moved = desk.with(|writing, ground| writing.step(ground, forward, bearing));
    if moved {
        state.reveals = true;
    } else {
        let way = if forward { "after" } else { "before" };
        let what = if bearing {
            "sentence here names anything of the map"
        } else {
            "sentence stands"
        };
        state.notice = Some(format!("no {what} {way} this one"));
    }
}

/// Moves an end of what is marked by a word.
pub fn stretch(state: &mut State, edge: Edge, forward: bool) {
    let Some(desk) = state.desk.as_mut() else {
        return;
    };
    if desk.writing.stretch(edge == Edge::Start, forward) {
        state.reveals = true;
    } else {
        state.notice =
            Some("a quotation has two words at least, and stays in its paragraph".to_owned());
    }
}

/// Says the next thing that fits what the claim is about.
pub fn next_verb(state: &mut State) {
    let Some(desk) = state.desk.as_mut() else {
        return;
    };
    let fitting = desk.writing.fitting();
    let now = desk.writing.claim.says;
    let at = fitting.iter().position(|says| Some(*says) == now);
    let next = at.map_or(0, |at| (at + 1) % fitting.len().max(1));
    match fitting.get(next) {
        Some(&says) => {
            desk.writing.say(says);
        }
        None => state.notice = Some("nothing can be said of all of these".to_owned()),
    }
}

/// Has the claim await somebody's review, or no longer.
pub fn draft(state: &mut State) {
    if let Some(desk) = state.desk.as_mut() {
        desk.writing.claim.draft ^= true;
    }
}

/// Keeps the claim and goes on to the next sentence that names anything of the map; asks for what is missing.
pub fn keep(state: &mut State) {
    let Some(desk) = state.desk.as_mut() else {
        return;
    };
    match desk.writing.keep() {
        Ok(document) => {
            desk.rebase(document);
            let moved = desk.with(|writing, ground| writing.step(ground, true, true));
            state.reveals = true;
            let rest = if moved {
                ""
            } else {
                "; it was the last sentence that names anything of the map"
            };
            state.notice = Some(format!("kept{rest}; ctrl-s saves, u takes it back"));
        }
        Err(Incomplete::About) => ask(state, Question::Subject),
        Err(Incomplete::Actor) => ask(state, Question::Actor),
        Err(Incomplete::When(words)) => {
            ask(state, Question::Time);
            refuse(
                state,
                format!("when was “{words}”? Nothing typed: the date of the source"),
            );
        }
        Err(why) => state.notice = Some(why.to_string()),
    }
}

/// Takes a step back, or takes it again.
pub fn step_back(state: &mut State, back: bool) {
    let Some(desk) = state.desk.as_mut() else {
        return;
    };
    let way = if back { "taken back" } else { "kept again" };
    let stepped = desk.step_back(back);
    state.notice = Some(stepped.unwrap_or_else(|| format!("there is nothing to be {way}")));
}

/// Writes the file.
pub fn save(state: &mut State) {
    let Some(desk) = state.desk.as_mut() else {
        return;
    };
    state.notice = Some(match desk.writing.save() {
        Ok(()) => format!("saved in {}", desk.writing.editor().file().label()),
        Err(why) => format!("not saved: {why}"),
    });
}

/// Tells whether the desk may be left: what is not saved is lost only by whoever was told so.
pub fn may_leave(state: &mut State) -> bool {
    let Some(desk) = state.desk.as_mut() else {
        return true;
    };
    let may = desk.may_leave();
    if !may {
        let way = "ctrl-s saves; the same key again leaves without";
        state.notice = Some(format!("not saved yet: {way}"));
    }
    may
}

/// Leaves the desk for the map as the file has it.
pub fn leave(state: &mut State) {
    state.next = state.desk.take().and_then(|desk| desk.on_disk());
}

/// Has the map shown that goes with what is written.
pub fn show(state: &mut State) {
    if let Some(desk) = &state.desk {
        state.next = Some(desk.shown());
    }
}
