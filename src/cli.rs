//! The work that is done for each command.

use std::{
    env,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    thread,
};

use etcetera::BaseStrategy;

use whoholds::{
    config::{self, Choice, Colours, Layer, Settings},
    diagnostics::{TomlFile, clean},
    dialogue::Dialogue,
    export::{self, Annotations, Text, diff::Former, json},
    file::{self, Article, Document, Opened},
    import::Asked,
    scene::{Depth, Theme},
    session::{FileProblems, Session, World},
    tui::{self, Answers, Ending, Flow, Graphics, Options, Questions, Terminal},
};

use crate::{
    add::{add, opened},
    args::{Args, Command, Described, Drawn, Export, Looks, Shown},
    check::check,
    data,
    diff::{Versions, at_odds, diff, versions},
    manual,
    new::new,
    outcome::{
        Outcome, PROBLEMS, USAGE_OR_IO, depth_of, keymap, load, open, problems, today, unreadable,
    },
    print::{by_ending, changes, draft, explain, export, fits, seal, snapshot, written},
    render::{Rendered, render},
};

/// The arguments as they can be printed.
pub fn printable_arguments() -> impl Iterator<Item = String> {
    env::args_os().map(|argument| clean(&argument.to_string_lossy()))
}

/// Does what the arguments ask for.
pub fn run(args: &Args) -> Outcome {
    let done = match &args.command {
        Some(Command::Check { strict, path }) => check(path.as_deref(), *strict, args.color),
        Some(Command::Export(asked)) => exported(asked, args.color),
        Some(Command::Render {
            shown,
            marker,
            theme,
            size,
            keys,
            format,
            scale,
            output,
            force,
        }) => by_ending(*format, output.as_deref())
            .and_then(|format| {
                let rendered = Rendered {
                    marker: *marker,
                    theme: *theme,
                    size: *size,
                    keys,
                    format,
                    scale: *scale,
                };
                render(shown, &rendered, args.color)
            })
            .and_then(|outcome| written(outcome, output.as_deref(), *force)),
        Some(Command::Annotations { shown }) => {
            export(&Annotations, shown, &Drawn::default(), args.color)
        }
        Some(Command::Changes { from, to, path }) => {
            changes(*from, *to, path.as_deref(), args.color)
        }
        Some(Command::Diff {
            compared,
            screen: true,
            ..
        }) => versions(compared, args.color).and_then(|versions| {
            let opening = Opening::Versions(Box::new(versions));
            screen(&compared.shown(), &args.looks, args.color, opening)
        }),
        Some(Command::Diff {
            compared,
            format,
            output,
            force,
            ..
        }) => by_ending(*format, output.as_deref())
            .and_then(|format| diff(compared, format, args.color))
            .and_then(|outcome| written(outcome, output.as_deref(), *force)),
        Some(Command::Explain { id, shown }) => explain(id, shown, args.color),
        Some(Command::Config { looks }) => config(looks, args.color),
        Some(Command::Draft { text, regions }) => draft(text, regions.as_deref(), args.color),
        Some(Command::Add {
            article,
            path,
            plain,
            looks,
        }) => write(article, path, *plain, looks, args.color),
        Some(Command::New { country, output }) => new(country, output.as_deref()),
        Some(Command::Seal { path }) => seal(path.as_deref(), args.color),
        Some(Command::Import {
            files,
            base_map,
            as_of,
            actor_property,
            layer,
            columns,
        }) => data::import(
            files,
            &Asked {
                basemap: base_map.clone(),
                as_of: *as_of,
                actor_property: actor_property.clone(),
                layer: layer.clone(),
                columns: columns.into(),
            },
        ),
        Some(Command::Basemap { ground, output }) => data::basemap(&ground.into(), output),
        Some(Command::Units { path, towns }) => data::units(path.as_deref(), *towns, args.color),
        Some(Command::Completions { shell }) => Ok(manual::completions(*shell)),
        Some(Command::Man { command }) => manual::page(command.as_deref()),
        Some(Command::Schema { of }) => Ok(Outcome::printed(match of {
            Described::Regions => file::schema(),
            Described::Json => json::schema(),
            Described::Diff => export::diff::schema(),
        })),
        None if args.plain => talk(args),
        None if io::stdout().is_terminal() => {
            screen(&args.shown, &args.looks, args.color, Opening::Map)
        }
        None => export(&Text, &args.shown, &Drawn::default(), args.color),
    };
    done.unwrap_or_else(|failed| failed)
}

/// Exports a map to a file, or to standard output where none is named.
fn exported(asked: &Export, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let output = asked.output.as_deref();
    fits(asked.format, output)?;
    let outcome = export(asked.format, &asked.shown, &asked.drawn, color)?;
    written(outcome, output, asked.force)
}

fn talk(args: &Args) -> Result<Outcome, Outcome> {
    let document = load(args.shown.path.as_deref(), args.color)?;
    let said = Outcome::printed_of(&document, Vec::new());
    let Document {
        atlas,
        map,
        unproved,
        ..
    } = document;
    let snapshot = snapshot(&atlas, &args.shown)?;
    let problems = FileProblems::of(unproved);
    let (input, out) = (io::stdin(), io::stdout());
    let prompt = input.is_terminal();
    let world = World::new(atlas, map);
    let session = Session::new(&world, snapshot);
    let dialogue = Dialogue::new(&world, session, problems);
    match dialogue.hold(input.lock(), out.lock(), prompt) {
        // Nobody listens any more: no fault of ours.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't talk: {error}\n"),
        )),
        _ => Ok(said),
    }
}

/// Adds an article to a region file: on the screen, or line by line.
fn write(
    article: &Path,
    path: &Path,
    plain: bool,
    looks: &Looks,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    // Where the article comes from standard input, the screen takes keys from the terminal itself.
    let is_piped = article == Path::new("-");
    let is_drawn = io::stdout().is_terminal() && (is_piped || io::stdin().is_terminal());
    if plain || !is_drawn {
        return add(article, path, color);
    }
    let article = opened(article, path)?;
    let shown = Shown {
        path: Some(path.to_owned()),
        ..Shown::default()
    };
    screen(&shown, looks, color, Opening::Article(Box::new(article)))
}

/// The thing that the screen is opened on.
enum Opening {
    /// A map alone.
    Map,
    /// A map, to write on an article.
    Article(Box<Article>),
    /// A map beside its former version.
    Versions(Box<Versions>),
}

/// Opens the screen.
fn screen(
    shown: &Shown,
    looks: &Looks,
    color: Option<Colours>,
    opening: Opening,
) -> Result<Outcome, Outcome> {
    let (versions, article) = match opening {
        Opening::Map => (None, None),
        Opening::Article(article) => (None, Some(*article)),
        Opening::Versions(versions) => (Some(*versions), None),
    };
    let settings = settings(looks, color)?.0;
    let mut terminal = Terminal::new(|name: &str| env::var(name).ok());
    let depth = depth_of(settings.color.value, &terminal);
    let wanted = match settings.graphics.value {
        Choice::This(graphics) => Some(graphics),
        Choice::Auto if depth == Depth::None => Some(Graphics::Cells),
        Choice::Auto => terminal.graphics(),
    };
    let questions = Questions {
        scheme: settings.theme.value == Choice::Auto && depth > Depth::None,
        graphics: wanted.is_none(),
        name: terminal.answers_by_name(),
    };
    let term = env::var("TERM").unwrap_or_default();
    let questions = questions.only_for(&term);
    // The terminal answers while the file is read.
    let asked = questions
        .are_any()
        .then(|| thread::spawn(move || questions.ask()));
    let (file, opened, former) = if let Some(Versions { old, new, file }) = versions {
        (file, Ok(Opened::from(new)), Some(old))
    } else {
        let file = open(shown.path.as_deref())?;
        let opened = file::open(&file).map_err(|report| problems(&report, color));
        (file, opened, None)
    };
    let answers = asked.and_then(|asked| asked.join().ok());
    let answers: Answers = answers.unwrap_or_default();
    let Opened {
        atlas,
        map,
        unproved,
    } = opened?;
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
    let depth = depth_of(settings.color.value, &terminal);
    let graphics = wanted.or_else(|| terminal.graphics());
    let scheme = match settings.theme.value {
        Choice::This(scheme) => scheme,
        Choice::Auto => answers.scheme,
    };
    let options = Options {
        keymap,
        marker,
        theme: Theme::new(depth).with(scheme),
        text_order,
        italics: terminal.italics(),
        mouse: settings.mouse.value,
        graphics: graphics.unwrap_or(answers.graphics),
        flow: Flow::new(&term, answers.status),
        typed: answers.typed.clone(),
        problems: unproved.and_then(FileProblems::of),
        today: today(),
        article,
    };
    let snapshot = snapshot(&atlas, shown)?;
    let (world, session) = match former {
        None => {
            let world = World::new(atlas, map);
            let session = Session::new(&world, snapshot);
            (world, session)
        }
        Some(old) => {
            let world = World::since(Former::new(old.atlas, old.map), &atlas, &map);
            let world = world.map_err(|error| at_odds(&error))?;
            let session = Session::since(&world, snapshot.date);
            (world, session)
        }
    };
    match tui::run(file, world, session, options) {
        Ok(Ending::Quit) => Ok(Outcome::default()),
        // What a shell makes of a signal that ended a program.
        Ok(Ending::Signal(signal)) => Err(Outcome {
            code: u8::try_from(128 + signal).unwrap_or(PROBLEMS),
            ..Outcome::default()
        }),
        Err(error) => Err(Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't use the terminal: {error}\n"),
        )),
    }
}

fn config(looks: &Looks, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let (settings, path, there) = settings(looks, color)?;
    Ok(Outcome::printed(config::show(
        &settings,
        path.as_deref(),
        there,
    )))
}

/// Returns the settings that hold in the end, the path of the settings file, and whether it is there.
fn settings(
    looks: &Looks,
    color: Option<Colours>,
) -> Result<(Settings, Option<PathBuf>, bool), Outcome> {
    let arguments = Layer {
        marker: looks.marker,
        color,
        theme: looks.theme,
        text_order: looks.text_order,
        graphics: looks.graphics,
        mouse: looks.no_mouse.then_some(false),
        keys: Vec::new(),
    };
    let environment = Layer::environment(|name| env::var(name).ok())
        .map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))?;
    let path = etcetera::choose_base_strategy()
        .ok()
        .map(|folders| folders.config_dir().join(config::FILE));
    let file = match path.as_deref().map(TomlFile::open) {
        None => None,
        Some(Err(error)) if error.kind() == io::ErrorKind::NotFound => None,
        Some(file) => Some(file.map_err(|error| unreadable(path.as_deref(), &error))?),
    };
    let said = file.as_ref().map(config::read).transpose();
    let said = said
        .map_err(|report| problems(&report, color))?
        .unwrap_or_default();
    let settings = Settings::new(&arguments, &environment, &said);
    Ok((settings, path, file.is_some()))
}
