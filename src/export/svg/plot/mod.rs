//! Shares of the area over time, as bands one on the other that change in steps: at the dates at which something is said,
//! and nowhere between.

mod axis;
mod band;
mod series;

use std::{collections::BTreeMap, fmt::Write};

use super::{
    LEGEND, MARGIN, TITLE, TOP, basemap,
    legend::swatch,
    picture::{Picture, WIDTH},
    sheet::Sheet,
};
use crate::{
    atlas::{ActorId, Atlas, Date, Standing},
    caption::{Band, Portion, shortened, words},
    export::{
        Exported,
        vector::{self, Anchor, TextLine},
    },
    scene::Pattern,
};
use axis::TimeAxis;
use series::{Series, sources};

/// The left edge of the bands, and the units that they are wide and high.
const LEFT: f64 = 64.0;
const PLOT: (f64, f64) = (770.0, 520.0);
/// The least units between the middles of two dates under the axis.
const APART: f64 = 68.0;

/// The whole picture.
pub fn picture(exported: &Exported) -> Picture {
    let series = Series::new(exported);
    let axis = TimeAxis::new(&series.dates);
    let mut head = Sheet::new(MARGIN, 40.0, WIDTH - 2.0 * MARGIN);
    head.text("title", &shortened(&exported.atlas.title, TITLE));
    head.skip(24.0);
    head.text("quiet", &span(&series.dates));
    let mut key = Sheet::new(LEGEND.0, TOP + 10.0, LEGEND.1);
    legend(&mut key, exported, &series);
    let bottom = key.y.max(TOP + PLOT.1 + 34.0);
    let mut foot = Sheet::new(MARGIN, bottom + 18.0, WIDTH - 2.0 * MARGIN);
    for line in notes(exported, &series, &axis) {
        foot.paragraph("foot", &line, 0.0);
    }
    let height = (foot.y + 6.0).ceil();
    let patterns = series
        .bands
        .keys()
        .map(|band| pattern(exported.atlas, band));
    let tiles: BTreeMap<String, String> = patterns
        .filter_map(|pattern| vector::tile(&pattern))
        .collect();
    let (bands, names) = band::all(exported.atlas, &series, &axis);
    let (grid, percents) = percents();
    let (marks, dates) = times(&series.dates, &axis);
    let lines = names.into_iter().chain(percents).chain(dates).collect();
    let mut picture = Picture::new(exported, height, tiles.into_values().collect());
    picture.add(head);
    picture.draw((LEFT, TOP), &[&bands, &grid, &marks], lines);
    picture.add(key);
    picture.add(foot);
    picture
}

/// `Shares of the area from 1971 to 23 Feb 2026 · 68 dates`.
fn span(dates: &[Date]) -> String {
    let (first, last) = (dates.first(), dates.last());
    let words = |date: Option<&Date>| date.map(Date::to_string).unwrap_or_default();
    let count = words::count(dates.len(), "date");
    format!(
        "Shares of the area from {} to {} · {count}",
        words(first),
        words(last)
    )
}

/// The pattern of a band, as the map has it.
fn pattern(atlas: &Atlas, band: &Band) -> Pattern {
    let actors = band.actors.iter();
    let hues = actors.map(|&(actor, is_inferred)| (atlas[actor].hue, is_inferred));
    Pattern::of(band.standing, hues)
}

/// The bands from the top to the bottom, with what each has at the last date.
fn legend(sheet: &mut Sheet, exported: &Exported, series: &Series) {
    let last = series.dates.last().map(Date::to_string).unwrap_or_default();
    sheet.heading(&format!("From the top, with shares at {last}"));
    for (band, land) in series.bands.iter().rev() {
        let letter = match band.actors.as_slice() {
            [(actor, _)] => Some(exported.atlas[*actor].letter),
            _ => None,
        };
        swatch(
            sheet,
            &vector::paint(&pattern(exported.atlas, band)),
            letter,
        );
        let share = land.last().map(Portion::size).unwrap_or_default();
        let words = format!(
            "{}: {share}",
            words_for(exported.atlas, band, !series.unread.is_empty())
        );
        sheet.paragraph("plain", &words, super::legend::INDENT);
        sheet.skip(5.0);
    }
}

/// `Syrian government, inferred`, `Türkiye, occupied`, `parts of which A and B hold some`.
fn words_for(atlas: &Atlas, band: &Band, is_unread: bool) -> String {
    let name = |&(actor, is_inferred): &(ActorId, bool)| {
        let mark = if is_inferred && band.actors.len() > 1 {
            " (inferred)"
        } else {
            ""
        };
        format!(
            "{}{mark}",
            shortened(&atlas[actor].name, super::legend::NAME)
        )
    };
    let names: Vec<String> = band.actors.iter().map(name).collect();
    let names = words::list(names.iter().map(String::as_str));
    let words = match band.standing {
        Standing::Silent if is_unread => {
            "silent, or not known where areas can’t be read".to_owned()
        }
        Standing::Silent => "silent: no source says who holds it".to_owned(),
        Standing::Occupied => format!("{names}, occupied"),
        Standing::InParts => format!("held in parts by {names}"),
        Standing::Contested => format!("contested: {names}"),
        Standing::Disputed => format!("sources differ: {names}"),
        _ => names,
    };
    match band.actors.as_slice() {
        [(_, true)] => words + ", inferred",
        _ => words,
    }
}

/// A kind of band, and how it is told from others.
type Sign = (fn(&Band) -> bool, &'static str);

const SIGNS: [Sign; 4] = [
    (
        |band| band.actors.iter().any(|(_, is_inferred)| *is_inferred),
        "With dots: as the editor reads it.",
    ),
    (
        |band| band.standing == Standing::InParts,
        "Stripes on bare ground: parts are held, which parts is not said.",
    ),
    (
        Band::is_unsettled,
        "Stripes side by side: contested, or the sources differ.",
    ),
    (
        |band| band.standing == Standing::Occupied,
        "Thin bare lines: occupied.",
    ),
];

/// Lists how the picture is to be read, and what must be known of it before it is trusted.
fn notes(exported: &Exported, series: &Series, axis: &TimeAxis) -> Vec<String> {
    let captions = exported.captions();
    let warnings = [captions.doubt(), captions.switched_off()];
    let read = "Each step is a date at which something is said; what the sources had said by then holds until the next. \
                Nothing between two dates is estimated.";
    let signs: Vec<&str> = SIGNS
        .iter()
        .filter(|(is_there, _)| series.bands.keys().any(is_there))
        .map(|(_, words)| *words)
        .collect();
    let cut = (!axis.breaks.is_empty())
        .then(|| "A zigzag marks a long time without anything new, which is cut short.".to_owned());
    let unread = series
        .unread
        .iter()
        .map(|why| format!("{}.", words::clean(why)));
    let source = words::count(sources(exported), "source");
    let source = format!("From the claims of {source}. {}.", basemap(exported));
    let notes = warnings.into_iter().flatten().chain(unread);
    let notes = notes.chain([read.to_owned(), signs.join(" ")]);
    notes
        .chain(cut)
        .chain([source])
        .filter(|note| !note.is_empty())
        .collect()
}

/// Lines across, and how much they stand for.
fn percents() -> (String, Vec<TextLine>) {
    let (mut out, mut lines) = (String::new(), Vec::new());
    for percent in [0, 25, 50, 75, 100] {
        let y = PLOT.1 * (1.0 - f64::from(percent) / 100.0);
        let _ = writeln!(
            out,
            "<path class=\"grid\" d=\"M-4 {y:.1}h{:.1}\"/>",
            PLOT.0 + 4.0,
        );
        let line = TextLine::new("tick", (-8.0, y + 3.5), format!("{percent}%"));
        lines.push(line.anchored(Anchor::End));
    }
    (out, lines)
}

/// A mark for each date, the words for as many as there is room for, and a zigzag where time is cut short.
fn times(dates: &[Date], axis: &TimeAxis) -> (String, Vec<TextLine>) {
    let x = |nth: usize| axis.at[nth] * PLOT.0;
    let mut out = String::from("<path class=\"grid\" d=\"");
    for nth in 0..dates.len() {
        let _ = write!(out, "M{:.1} {}v4", x(nth), PLOT.1);
    }
    out.push_str("\"/>\n");
    for &nth in &axis.breaks {
        let middle = f64::midpoint(x(nth), x(nth + 1));
        let _ = writeln!(
            out,
            "<path class=\"cut\" d=\"M{:.1} {}l3 -4 3 8 3 -8 3 4\"/>",
            middle - 6.0,
            PLOT.1
        );
    }
    let ends = [dates.len() - 1, 0].into_iter();
    let after = axis.breaks.iter().map(|nth| nth + 1);
    let (mut placed, mut lines): (Vec<f64>, Vec<TextLine>) = (Vec::new(), Vec::new());
    for nth in ends.chain(after).chain(0..dates.len()) {
        let at = x(nth);
        if placed.iter().all(|other| (other - at).abs() >= APART) {
            placed.push(at);
            let line = TextLine::new("tick", (at, PLOT.1 + 18.0), dates[nth].to_string());
            lines.push(line.centred());
        }
    }
    (out, lines)
}
