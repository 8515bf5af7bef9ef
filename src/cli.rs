//! The work that is done for each command.

use std::{
    env,
    io::{self, IsTerminal},
    iter,
    path::{Path, PathBuf},
    thread,
};

use etcetera::BaseStrategy;

use whoholds::{
    atlas::{Atlas, Date, Switchboard, state::Snapshot},
    caption::{Captions, plain_text},
    config::{self, Choice, Colours, Layer, Settings},
    diagnostics::{Severity, TomlFile, clean, suggest},
    dialogue::Dialogue,
    export::{Annotations, Exported, Exporter, Text, json, save},
    file::{self, Article, Document, Refusal, RegionFile},
    geo::Map,
    import::Asked,
    names::{Gazetteer, Target},
    scene::{Depth, Marker, Theme},
    session::{FileProblems, Session, World},
    tui::{self, Answers, Ending, Graphics, Keymap, Options, Questions},
};

use crate::{
    args::{Args, Command, Described, Looks, Shown},
    check::{check, problems},
    data,
    diff::diff,
    manual,
    render::{Rendered, render},
};

/// Exit code: nothing is wrong.
pub const CLEAN: u8 = 0;
/// Exit code: the file has problems; with `--strict`, or warnings.
pub const PROBLEMS: u8 = 1;
/// Exit code: the arguments make no sense, or a file or the terminal can't be used. clap uses the same.
pub const USAGE_OR_IO: u8 = 2;

/// Source lines are cut to this width where no terminal says how wide it is.
const WIDTH: usize = 120;

/// The width of plain text.
const COLUMNS: usize = 80;

/// The outcome of a run: the text for each stream, and the exit code.
#[derive(Debug, Default)]
pub struct Outcome {
    pub out: Vec<u8>,
    pub err: String,
    pub code: u8,
}

impl Outcome {
    pub fn printed(out: impl Into<Vec<u8>>) -> Self {
        Self {
            out: out.into(),
            code: CLEAN,
            ..Self::default()
        }
    }

    /// Prints what a file comes to. Where quotations are not found that is said, and a script can tell.
    pub fn printed_of(document: &Document, out: impl Into<Vec<u8>>) -> Self {
        let (err, code) = match document.unproved.count(Severity::Error) {
            0 => (String::new(), CLEAN),
            number => (
                format!(
                    "error: {} not found in the held texts; `whoholds check` shows {}\n",
                    if number == 1 {
                        "1 quotation is".to_owned()
                    } else {
                        format!("{number} quotations are")
                    },
                    if number == 1 { "it" } else { "them" },
                ),
                PROBLEMS,
            ),
        };
        Self {
            out: out.into(),
            err,
            code,
        }
    }

    pub fn failed(code: u8, err: String) -> Self {
        Self {
            err,
            code,
            ..Self::default()
        }
    }
}

/// The arguments as they can be printed.
pub fn printable_arguments() -> impl Iterator<Item = String> {
    env::args_os().map(|argument| clean(&argument.to_string_lossy()))
}

/// Does what the arguments ask for.
pub fn run(args: &Args) -> Outcome {
    let done = match &args.command {
        Some(Command::Check { strict, path }) => check(path.as_deref(), *strict, args.color),
        Some(Command::Export {
            format,
            shown,
            scale,
            output,
            force,
        }) => export(*format, shown, *scale, args.color)
            .and_then(|outcome| written(outcome, output.as_deref(), *force)),
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
        }) => render(
            shown,
            &Rendered {
                marker: *marker,
                theme: *theme,
                size: *size,
                keys,
                format: *format,
                scale: *scale,
            },
            args.color,
        )
        .and_then(|outcome| written(outcome, output.as_deref(), *force)),
        Some(Command::Annotations { path }) => {
            let shown = Shown {
                path: path.clone(),
                ..Shown::default()
            };
            export(&Annotations, &shown, 1, args.color)
        }
        Some(Command::Changes { from, to, path }) => {
            changes(*from, *to, path.as_deref(), args.color)
        }
        Some(Command::Diff {
            old,
            new,
            at,
            format,
            folder,
        }) => diff(
            [old, new],
            folder.as_deref(),
            *at,
            (*format).into(),
            args.color,
        ),
        Some(Command::Explain { id, shown }) => explain(id, shown, args.color),
        Some(Command::Config { looks }) => config(looks, args.color),
        Some(Command::Draft { text, regions }) => draft(text, regions.as_deref(), args.color),
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
        Some(Command::Units { path }) => {
            open(path.as_deref()).and_then(|file| data::units(&file, args.color))
        }
        Some(Command::Completions { shell }) => Ok(manual::completions(*shell)),
        Some(Command::Man { command }) => manual::page(command.as_deref()),
        Some(Command::Schema { of }) => Ok(Outcome::printed(match of {
            Described::Regions => file::schema(),
            Described::Json => json::schema(),
        })),
        None if args.plain => talk(args),
        None if io::stdout().is_terminal() => map(args),
        None => export(&Text, &args.shown, 1, args.color),
    };
    done.unwrap_or_else(|failed| failed)
}

fn seal(path: Option<&Path>, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let file = open(path)?;
    let document = file::load(&file).map_err(|report| problems(&report, color))?;
    Ok(Outcome::printed_of(&document, file::seal(&file, &document)))
}

fn changes(
    from: Date,
    to: Date,
    path: Option<&Path>,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let document = load(path, color)?;
    let [from, to] = [from, to].map(|date| Snapshot::at(&document.atlas, date));
    let map = document.map.of_date(to.date);
    let changes = captions(&document.atlas, &map, &to).changes_text(&from);
    Ok(Outcome::printed_of(
        &document,
        plain_text(&changes, COLUMNS),
    ))
}

/// Exports a map: its bytes, and what is said beside them.
fn export(
    format: &dyn Exporter,
    shown: &Shown,
    scale: u8,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let document = load(shown.path.as_deref(), color)?;
    let Document { atlas, map, .. } = &document;
    let exported = Exported {
        scale,
        ..Exported::new(atlas, map, shown.at, &switchboard(atlas, shown)?)
    };
    let bytes = format
        .export(&exported)
        .map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))?;
    let note = format.left_out(&exported);
    let note = note.map_or_else(String::new, |left_out| format!("note: {left_out}\n"));
    let outcome = Outcome::printed_of(&document, bytes);
    Ok(Outcome {
        err: note + &outcome.err,
        ..outcome
    })
}

/// Writes what would be printed to a file, unless it goes to standard output.
fn written(outcome: Outcome, output: Option<&Path>, force: bool) -> Result<Outcome, Outcome> {
    let Some(path) = output else {
        return Ok(outcome);
    };
    save(path, &outcome.out, force).map_err(|why| {
        let path = clean(&path.to_string_lossy());
        Outcome::failed(USAGE_OR_IO, format!("error: can't write {path}: {why}\n"))
    })?;
    Ok(Outcome {
        out: Vec::new(),
        ..outcome
    })
}

fn explain(name: &str, shown: &Shown, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let document = load(shown.path.as_deref(), color)?;
    let Document { atlas, map, .. } = &document;
    let meant = Gazetteer::new(atlas, map).resolve(name, |target| match target {
        Target::Place(place) => Some(place),
        _ => None,
    });
    let place = meant.map_err(|close| {
        let names = close.into_iter().map(|place| atlas.name(place));
        unknown(
            "region or site",
            name,
            names,
            atlas.places().map(|place| atlas.id(place)),
        )
    })?;
    let snapshot = snapshot(&document.atlas, shown)?;
    let map = document.map.of_date(snapshot.date);
    let steps = captions(&document.atlas, &map, &snapshot).explain(place);
    Ok(Outcome::printed_of(&document, plain_text(&steps, COLUMNS)))
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

pub fn keymap() -> Result<Keymap, Outcome> {
    Keymap::builtin().map_err(|error| Outcome::failed(USAGE_OR_IO, format!("error: {error}\n")))
}

fn map(args: &Args) -> Result<Outcome, Outcome> {
    let settings = settings(&args.looks, args.color)?.0;
    let depth = depth(settings.color.value);
    let known = match settings.graphics.value {
        Choice::This(graphics) => Some(graphics),
        Choice::Auto if depth < Depth::Ansi256 => Some(Graphics::Cells),
        Choice::Auto => Graphics::for_terminal(|name| env::var(name).ok()),
    };
    let questions = Questions {
        scheme: settings.theme.value == Choice::Auto && depth > Depth::None,
        graphics: known.is_none(),
    };
    let questions = questions.only_for(&env::var("TERM").unwrap_or_default());
    // The terminal answers while the file is read.
    let asked = questions
        .are_any()
        .then(|| thread::spawn(move || questions.ask()));
    let file = open(args.shown.path.as_deref())?;
    let loaded = file::load(&file).map_err(|report| problems(&report, args.color));
    let answers = asked.and_then(|asked| asked.join().ok());
    let answers: Answers = answers.unwrap_or_default();
    let Document {
        atlas,
        map,
        unproved,
        ..
    } = loaded?;
    let mut keymap = keymap()?;
    keymap.rebind(&settings.keys);
    let marker = match settings.marker.value {
        Choice::This(marker) => marker,
        Choice::Auto => Marker::for_terminal(|name| env::var(name).ok()),
    };
    let scheme = match settings.theme.value {
        Choice::This(scheme) => scheme,
        Choice::Auto => answers.scheme,
    };
    let options = Options {
        keymap,
        marker,
        theme: Theme::new(depth).with(scheme),
        text_order: settings.text_order.value,
        mouse: settings.mouse.value,
        graphics: known.unwrap_or(answers.graphics),
        reply_pending: answers.reply_pending,
        problems: FileProblems::of(unproved),
    };
    let snapshot = snapshot(&atlas, &args.shown)?;
    let world = World::new(atlas, map);
    let session = Session::new(&world, snapshot);
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

/// The state that is asked for: at its date, without what is left out.
pub fn snapshot(atlas: &Atlas, shown: &Shown) -> Result<Snapshot, Outcome> {
    let date = shown.at.unwrap_or(atlas.as_of);
    Ok(Snapshot::with(atlas, date, &switchboard(atlas, shown)?))
}

fn switchboard(atlas: &Atlas, shown: &Shown) -> Result<Switchboard, Outcome> {
    let switch = |id: &String| {
        atlas.switch(id).ok_or_else(|| {
            let ids: Vec<String> = atlas.switch_ids().collect();
            let ids = ids.iter().map(String::as_str);
            unknown("source, origin or grade", id, iter::empty(), ids)
        })
    };
    shown.without.iter().map(switch).collect()
}

/// Says that nothing is called so: what may be meant, or else which of the ids comes near.
fn unknown<'a>(
    kind: &str,
    said: &str,
    close: impl Iterator<Item = &'a str>,
    ids: impl Iterator<Item = &'a str>,
) -> Outcome {
    let close: Vec<&str> = close.collect();
    let help = if close.is_empty() {
        suggest(said, ids)
            .unwrap_or_else(|| "`whoholds --plain` lists them: say `list`, or `without`".to_owned())
    } else {
        format!("it may be {}", close.join(" or "))
    };
    let (said, help) = (clean(said), clean(&help));
    let err = format!("error: there is no {kind} `{said}`\n\n{help}\n");
    Outcome::failed(USAGE_OR_IO, err)
}

const fn captions<'a>(atlas: &'a Atlas, map: &'a Map, snapshot: &'a Snapshot) -> Captions<'a> {
    Captions {
        atlas,
        map,
        snapshot,
    }
}

fn draft(text: &Path, regions: Option<&Path>, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let regions = open(regions)?;
    let document = file::load(&regions).map_err(|report| problems(&report, color))?;
    let article = Article::open(text, &regions).map_err(|refusal| match refusal {
        Refusal::Unreadable(error) => unreadable(Some(text), &error),
        Refusal::Unfit(problem) => Outcome::failed(PROBLEMS, format!("{problem}\n")),
    })?;
    let draft = file::draft(&document, &article);
    Ok(Outcome::printed_of(&document, draft))
}

pub fn open(path: Option<&Path>) -> Result<RegionFile, Outcome> {
    let file = path.map_or_else(|| Ok(RegionFile::builtin()), RegionFile::open);
    file.map_err(|error| unreadable(path, &error))
}

pub fn load(path: Option<&Path>, color: Option<Colours>) -> Result<Document, Outcome> {
    let file = open(path)?;
    file::load(&file).map_err(|report| problems(&report, color))
}

pub fn unreadable(path: Option<&Path>, error: &io::Error) -> Outcome {
    let path = clean(&path.unwrap_or(Path::new("")).to_string_lossy());
    Outcome::failed(USAGE_OR_IO, format!("error: can't read {path}: {error}\n"))
}

pub fn count(number: usize, what: &str) -> String {
    if number == 1 {
        format!("1 {what}")
    } else {
        format!("{number} {what}s")
    }
}

/// Tells whether to use colours on a stream: an explicit choice wins, then `NO_COLOR`, then whether it is a terminal.
pub fn colours(choice: Colours, stream: &impl IsTerminal) -> bool {
    match choice {
        Colours::Auto => stream.is_terminal() && depth(choice) > Depth::None,
        Colours::Never => false,
        _ => true,
    }
}

/// Returns the depth of colour of the map: an explicit choice wins over what the terminal says.
pub fn depth(choice: Colours) -> Depth {
    let var = |name: &str| env::var(name).ok();
    match choice {
        Colours::Auto => Depth::for_terminal(var),
        Colours::Always => {
            Depth::for_terminal(|name| var(name).filter(|_| name != "NO_COLOR")).max(Depth::Ansi16)
        }
        Colours::Never => Depth::None,
        Colours::Sixteen => Depth::Ansi16,
        Colours::Cube => Depth::Ansi256,
        Colours::True => Depth::True,
    }
}

pub fn width() -> usize {
    let terminal = io::stderr().is_terminal().then(tui::terminal_size);
    terminal
        .and_then(Result::ok)
        .map_or(WIDTH, |size| usize::from(size.cols))
}
