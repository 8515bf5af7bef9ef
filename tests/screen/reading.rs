//! From any colour to its sentence and back: the reader, what sources differ over, grades and citations, on the screen.

use std::{fmt::Write, path::Path};

use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::Modifier,
};
use whoholds::{
    atlas::{Date, Place},
    export::citation::Format,
    file::{self, RegionFile},
    scene::{Depth, Marker, Theme},
    session::{Session, World},
    tui::{self, Action, Cited, Delivery, Effect, Key, Keymap, Mode, Size, State},
};

struct Screen {
    world: World,
    state: State,
    effect: Option<Effect>,
}

impl Screen {
    fn new(cols: u16, rows: u16) -> Self {
        Self::of(&RegionFile::builtin(), "2026-01-28", cols, rows)
    }

    fn later(cols: u16, rows: u16) -> Self {
        Self::of(&RegionFile::builtin(), "2026-03", cols, rows)
    }

    fn graded(cols: u16, rows: u16) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/graded.toml");
        let file = RegionFile::open(&path).expect("the fixture");
        Self::of(&file, "2026-01-28", cols, rows)
    }

    fn of(file: &RegionFile, date: &str, cols: u16, rows: u16) -> Self {
        let document = file::load(file).unwrap_or_else(|report| panic!("{report:?}"));
        let keymap = Keymap::builtin().expect("the shipped keys");
        let world = World::new(document.atlas, document.map);
        let (date, aspect): (Date, f64) = (date.parse().expect("a date"), 0.5);
        let size = Size { cols, rows, aspect };
        let theme = Theme::new(Depth::None);
        let session = Session::at(&world, date);
        let state = State::new(session, &world, keymap, Marker::Quadrant, theme, size);
        Self {
            world,
            state,
            effect: None,
        }
    }

    fn select(mut self, id: &str) -> Self {
        self.state.session.selected = Some(self.place(id));
        self
    }

    fn press(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap_or_else(|error| panic!("{error}"));
            let mode = self.state.mode().name();
            let action = self.state.keymap.action(mode, key).expect("a bound key");
            self.effect = tui::update(&mut self.state, &self.world, action);
        }
        self
    }

    fn delivered(mut self, delivery: Delivery) -> Self {
        let Some(Effect::Copy(cited, _)) = self.effect.take() else {
            panic!("nothing is copied")
        };
        tui::update(
            &mut self.state,
            &self.world,
            Action::Copied(cited, delivery),
        );
        self
    }

    fn place(&self, id: &str) -> Place {
        self.world.atlas.place(id).expect("a place")
    }

    fn draw(&self) -> Buffer {
        let Size { cols, rows, .. } = self.state.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, cols, rows));
        tui::draw(&self.state, &self.world, &mut buf);
        buf
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for row in self
            .draw()
            .content
            .chunks(usize::from(self.state.size.cols))
        {
            let line: String = row.iter().map(Cell::symbol).collect();
            writeln!(text, "{}", line.trim_end()).expect("written to memory");
        }
        text
    }

    /// The words that are highlighted, whatever the colours.
    fn highlighted(&self) -> String {
        let marks = Modifier::REVERSED | Modifier::UNDERLINED;
        let buf = self.draw();
        let rows = buf.content.chunks(usize::from(self.state.size.cols));
        let marked = rows.map(|row| {
            let cells = row.iter().filter(|cell| cell.modifier.contains(marks));
            cells.map(Cell::symbol).collect::<String>()
        });
        let words: Vec<String> = marked.collect();
        let words = words.iter().flat_map(|row| row.split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    fn copied(&self) -> &str {
        match &self.effect {
            Some(Effect::Copy(_, text)) => text,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_colour_leads_to_its_sentence_and_back() {
    let reader = Screen::new(120, 36).select("northeast").press("enter r");
    assert!(matches!(reader.state.mode(), Mode::Reader { .. }));
    assert_eq!(
        reader.highlighted(),
        "Kurdish-led forces hold the northeast"
    );
    insta::assert_snapshot!("reader-120x36", reader.text());
    let back = reader.press("esc");
    assert_eq!(*back.state.mode(), Mode::Inspect);
    assert_eq!(back.state.session.selected, Some(back.place("northeast")));
    assert_eq!(*back.press("esc").state.mode(), Mode::Browse);
}

#[test]
fn the_map_follows_the_passage() {
    let at = |keys: &str| {
        let screen = Screen::new(120, 36).press("r").press(keys);
        let highlighted = screen
            .state
            .session
            .highlighted(&screen.world)
            .expect("something stands out");
        let names = highlighted
            .iter()
            .map(|&place| screen.world.atlas.id(place).to_owned());
        (screen.highlighted(), names.collect::<Vec<_>>().join(" "))
    };
    let everything = "northeast northwest idlib deir-hafer sheikh-maqsoud aleppo kobani sarrin ras-al-ayn raqqa tabqa south-raqqa south-hasakah \
         deir-ez-zor-east deir-ez-zor-west coast hama homs damascus centre south-east yarmouk daraa suwayda \
         quneitra buffer-zone golan hmeimim tartous tanf shaddadi qasrak hermon qamishli";
    let map = "On the ground, Syria remains divided: Kurdish-led forces hold the northeast, opposition pockets persist in \
               the northwest, and multiple foreign militaries remain in parts of the country."
        .to_owned();
    assert_eq!(at(""), (map.clone(), everything.to_owned()));
    assert_eq!(at("n").1, "northeast");
    assert_eq!(
        at("n n"),
        (
            "opposition pockets persist in the northwest".to_owned(),
            "northwest idlib".to_owned()
        )
    );
    assert_eq!(at("n n p p").0, map);
    let first = "p ".repeat(30);
    assert_eq!(
        at(&first).0,
        "Talks focus on Russia’s military role and future influence"
    );
    let (second, bears) = at(&format!("{first}n"));
    assert!(
        second.starts_with("Russian President Vladimir Putin"),
        "{second}"
    );
    assert_eq!(bears, everything);
}

#[test]
fn every_passage_of_every_source_can_be_stopped_at() {
    for keys in [
        "r",
        "S enter",
        "S down enter",
        "S end enter",
        "S down down down enter",
    ] {
        let mut screen = Screen::later(60, 16).press(keys);
        let mut seen = Vec::new();
        loop {
            let before = screen.state.reader().expect("a source is open").stop;
            seen.push(screen.highlighted());
            assert!(
                !screen.highlighted().is_empty(),
                "{keys}: {}",
                screen.text()
            );
            screen = screen.press("n");
            if screen.state.reader().expect("a source is open").stop == before {
                break;
            }
        }
        let reader = screen.state.reader().expect("a source is open");
        let stops = screen
            .world
            .atlas
            .stops(reader.source, screen.state.session.snapshot.date);
        assert_eq!(stops.len(), reader.stop + 1, "{keys}");
    }
}

#[test]
fn a_passage_leads_to_its_places() {
    let screen = Screen::new(120, 36)
        .select("northeast")
        .press("enter r enter");
    assert_eq!(*screen.state.mode(), Mode::Inspect);
    assert_eq!(
        screen.state.session.selected,
        Some(screen.place("northeast"))
    );
    assert_eq!(
        screen.highlighted(),
        "“Kurdish-led forces hold the northeast”"
    );
    let several = Screen::new(120, 36)
        .select("tartous")
        .press("enter r enter");
    assert!(matches!(several.state.mode(), Mode::Choose(_)));
    assert!(several.text().contains("It bears on"), "{}", several.text());
    let chosen = several.press("down down down enter");
    assert_eq!(chosen.state.session.selected, Some(chosen.place("tartous")));
    let nowhere = Screen::new(120, 36).press("r enter");
    assert!(
        nowhere.text().contains("names no place"),
        "{}",
        nowhere.text()
    );
}

#[test]
fn in_the_panel_quotations_are_stepped_through() {
    let at = |keys: &str| {
        Screen::new(120, 36)
            .select("qamishli")
            .press(keys)
            .highlighted()
    };
    assert_eq!(at("tab shift-tab"), "");
    assert!(at("enter").starts_with("SDF fighters guard the base"));
    assert_eq!(
        at("enter n n"),
        "Russia withdrew its forces from the airport earlier in the week."
    );
    assert_eq!(
        at("enter n n p n n p enter"),
        "Russia withdrew its forces from the airport earlier in the week."
    );
}

#[test]
fn small_screens_give_the_reader_all_there_is() {
    insta::assert_snapshot!(
        "reader-60x16",
        Screen::new(60, 16).select("northeast").press("r").text()
    );
    insta::assert_snapshot!(
        "reader-20x5",
        Screen::new(20, 5).select("northeast").press("r").text()
    );
    insta::assert_snapshot!(
        "reader-not-held-80x24",
        Screen::new(80, 24).press("S down down enter n").text()
    );
    insta::assert_snapshot!("sources-80x24", Screen::new(80, 24).press("S").text());
}

#[test]
fn where_sources_differ_they_stand_side_by_side() {
    insta::assert_snapshot!(
        "differ-80x50",
        Screen::later(80, 50)
            .select("qamishli")
            .press("enter")
            .text()
    );
    insta::assert_snapshot!(
        "differ-120x50",
        Screen::later(120, 50)
            .select("qamishli")
            .press("enter")
            .text()
    );
    let before = Screen::new(120, 60).select("qamishli").text();
    assert!(before.contains("Since when"), "{before}");
    assert!(
        !before.contains("handed over?"),
        "the answers come later: {before}"
    );
}

#[test]
fn grades_are_said_in_words_beside_their_codes() {
    let panel = Screen::graded(80, 40).select("airport");
    insta::assert_snapshot!("graded-80x40", panel.text());
    let reader = panel.press("enter enter").text();
    assert!(reader.contains("source B: usually reliable"), "{reader}");
    assert!(reader.contains("claim 2: probably true"), "{reader}");
    assert!(!reader.contains("B2"), "{reader}");
}

#[test]
fn a_citation_is_copied_or_shown() {
    let cited = Screen::new(120, 36).select("northeast").press("enter y");
    insta::assert_snapshot!(cited.copied(), @"“Kurdish-led forces hold the northeast” — Putin meets Syria’s new leader in Moscow, ¶5, undated. Copy: sealed by sha256 07df8d03c2a72be21621ea46089dbf55e2e87f394eac0855e5d55d3f5b8e71a7. As shown by “Syria: who holds what”, as of 28 Jan 2026.");
    let done = cited.delivered(Delivery::Copied);
    assert!(
        done.text().contains("copied as plain text"),
        "{}",
        done.text()
    );
    assert!(!done.press("?").text().contains("copied as"));
    let picker = Screen::new(80, 24).select("northeast").press("enter r Y");
    insta::assert_snapshot!("formats-80x24", picker.text());
    let bibtex = picker.press("down down enter");
    assert!(
        bibtex.copied().starts_with("@misc{kremlin-talks-"),
        "{}",
        bibtex.copied()
    );
    assert!(matches!(
        bibtex.effect,
        Some(Effect::Copy(
            Cited {
                format: Format::Bibtex,
                ..
            },
            _
        ))
    ));
    let citation = bibtex.delivered(Delivery::Failed);
    insta::assert_snapshot!("citation-80x24", citation.text());
    assert!(matches!(
        citation.press("esc").state.mode(),
        Mode::Reader { .. }
    ));
    let silent = Screen::new(120, 36).select("centre").press("y");
    assert_eq!(silent.effect, None);
    assert!(
        silent.text().contains("nothing to cite"),
        "{}",
        silent.text()
    );
}

#[test]
fn every_size_can_be_drawn() {
    for keys in ["r n n", "S", "enter r Y", "r enter"] {
        let mut screen = Screen::new(120, 36).select("tartous").press(keys);
        for (cols, rows) in (0..=130)
            .step_by(13)
            .flat_map(|cols| (0..=40).step_by(3).map(move |rows| (cols, rows)))
        {
            let size = Size {
                cols,
                rows,
                aspect: 0.5,
            };
            tui::update(&mut screen.state, &screen.world, Action::Resize(size));
            screen.draw();
        }
    }
    let mut screen = Screen::new(120, 36).press("y").delivered(Delivery::Sent);
    for (cols, rows) in (0..=130)
        .step_by(13)
        .flat_map(|cols| (0..=40).step_by(3).map(move |rows| (cols, rows)))
    {
        let size = Size {
            cols,
            rows,
            aspect: 0.5,
        };
        tui::update(&mut screen.state, &screen.world, Action::Resize(size));
        screen.draw();
    }
}
