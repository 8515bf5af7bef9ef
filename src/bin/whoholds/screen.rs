//! The command that opens the screen.

use std::env;

use whoholds::{
    config::{Choice, Colours, Settings},
    export::diff::Former,
    file::{self, Article, RegionFile},
    scene::{Depth, Theme},
    session::{FileProblems, Session, World},
    tui::{
        self, Answers, Editor, Ending, Flow, Graphics, Opened, Options, Questions, ReplyPending,
        Terminal,
    },
};

use crate::{
    args::{Looks, Shown},
    diff::{Versions, at_odds},
    outcome::{Outcome, PROBLEMS, USAGE_OR_IO, depth_of, keymap, open, problems, today},
    print::snapshot,
    settings::settings,
};

/// The terminal that the program runs in, by its environment.
type AtHand<'a> = Terminal<'a, fn(&str) -> Option<String>>;

/// The thing that the screen is opened on.
pub enum Opening {
    /// A map alone.
    Map,
    /// A map, to write on an article.
    Article(Box<Article>),
    /// A map, to go through its claims in draft.
    Review,
    /// A map beside its former version.
    Versions(Box<Versions>),
}

/// Opens the screen.
pub fn screen(
    shown: &Shown,
    looks: &Looks,
    color: Option<Colours>,
    on: Opening,
) -> Result<Outcome, Outcome> {
    let settings = settings(looks, color)?.0;
    let terminal = AtHand::new(|name: &str| env::var(name).ok());
    let graphics = known_graphics(&settings, &terminal);
    // The terminal answers while the file is read.
    let asked = ask(&settings, &terminal, graphics);
    let reviews = matches!(on, Opening::Review);
    let begun = match on {
        Opening::Versions(versions) => Ok((compared(*versions, shown, color), None)),
        Opening::Article(article) => begun(shown, color).map(|map| (map, Some(*article))),
        Opening::Map | Opening::Review => begun(shown, color).map(|map| (map, None)),
    };
    let answers = asked.map(ReplyPending::answers).unwrap_or_default();
    let ((file, map), article) = begun?;
    let options = Options {
        article,
        reviews,
        ..options(&settings, terminal, graphics, &answers)?
    };
    match tui::run(file, map, options) {
        Ok(Ok(Ending::Quit)) => Ok(Outcome::default()),
        // What a shell makes of a signal that ended a program.
        Ok(Ok(Ending::Signal(signal))) => Err(Outcome {
            code: u8::try_from(128 + signal).unwrap_or(PROBLEMS),
            ..Outcome::default()
        }),
        Ok(Err(failed)) => Err(failed),
        Err(error) => Err(Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't use the terminal: {error}\n"),
        )),
    }
}

/// The means to draw the map by, where the terminal needn't be asked for it.
fn known_graphics(settings: &Settings, terminal: &AtHand) -> Option<Graphics> {
    match settings.graphics.value {
        Choice::This(graphics) => Some(graphics),
        Choice::Auto if depth_of(settings.color.value, terminal) == Depth::None => {
            Some(Graphics::Cells)
        }
        Choice::Auto => terminal.graphics(),
    }
}

/// Asks the terminal for what neither the settings nor its name tell.
fn ask(settings: &Settings, terminal: &AtHand, graphics: Option<Graphics>) -> Option<ReplyPending> {
    let depth = depth_of(settings.color.value, terminal);
    let questions = Questions {
        scheme: settings.theme.value == Choice::Auto && depth > Depth::None,
        graphics: graphics.is_none(),
        name: terminal.answers_by_name(),
    };
    questions.only_for(&term()).ask()
}

/// The name of the terminal.
fn term() -> String {
    env::var("TERM").unwrap_or_default()
}

/// Begins to read a map.
fn begun(
    shown: &Shown,
    color: Option<Colours>,
) -> Result<(RegionFile, tui::Opening<Outcome>), Outcome> {
    let file = open(shown.path.as_deref())?;
    let (read, shown) = (file.clone(), shown.clone());
    let map = tui::Opening::begin(&file, file.size(), move || opened(&read, &shown, color));
    Ok((file, map))
}

fn opened(file: &RegionFile, shown: &Shown, color: Option<Colours>) -> Result<Opened, Outcome> {
    let map = file::open(file).map_err(|report| problems(&report, color))?;
    let snapshot = snapshot(&map.atlas, shown)?;
    let world = World::new(map.atlas, map.map);
    let session = Session::new(&world, snapshot);
    let problems = map.unproved.and_then(FileProblems::of);
    Ok(Opened {
        world,
        session,
        problems,
    })
}

/// Begins to read a map and its former version.
fn compared(
    versions: Versions,
    shown: &Shown,
    color: Option<Colours>,
) -> (RegionFile, tui::Opening<Outcome>) {
    let (file, size) = (
        versions.new.clone(),
        versions.old.size() + versions.new.size(),
    );
    let shown = shown.clone();
    let map = tui::Opening::begin(&file, size, move || both(&versions, &shown, color));
    (file, map)
}

fn both(versions: &Versions, shown: &Shown, color: Option<Colours>) -> Result<Opened, Outcome> {
    let [old, new] = versions.load(color)?;
    let date = snapshot(&new.atlas, shown)?.date;
    let world = World::since(Former::new(old.atlas, old.map), &new.atlas, &new.map);
    let world = world.map_err(|error| at_odds(&error))?;
    let session = Session::since(&world, date);
    let problems = FileProblems::of(new.unproved);
    Ok(Opened {
        world,
        session,
        problems,
    })
}

/// The looks of the screen, once the terminal has answered.
fn options<'a>(
    settings: &Settings,
    mut terminal: AtHand<'a>,
    known: Option<Graphics>,
    answers: &'a Answers,
) -> Result<Options, Outcome> {
    let mut keymap = keymap()?;
    keymap.rebind(&settings.keys);
    (terminal.name, terminal.true_colour) = (answers.name.as_deref(), answers.true_colour);
    let marker = match settings.marker.value {
        Choice::This(marker) => marker,
        Choice::Auto => terminal.marker(),
    };
    let text_order = match settings.text_order.value {
        Choice::This(order) => order,
        Choice::Auto => terminal.text_order(),
    };
    let scheme = match settings.theme.value {
        Choice::This(scheme) => scheme,
        Choice::Auto => answers.scheme,
    };
    let depth = depth_of(settings.color.value, &terminal);
    let graphics = known.or_else(|| terminal.graphics());
    Ok(Options {
        keymap,
        marker,
        theme: Theme::new(depth).with(scheme),
        text_order,
        italics: terminal.italics(),
        mouse: settings.mouse.value,
        graphics: graphics.unwrap_or(answers.graphics),
        flow: Flow::new(&term(), answers.status),
        typed: answers.typed.clone(),
        today: today(),
        article: None,
        editor: Editor::of(|name| env::var(name).ok()),
        reviews: false,
    })
}
