//! The legend: the shares, then how the map is read, with no line for what is not on it.

use std::fmt::Write;

use super::sheet::Sheet;
use crate::{
    atlas::{Accuracy, Lens, SiteKind},
    caption::{Legend, Portion, shortened, words},
    export::{
        Exported,
        vector::{self, Chart, TextLine},
    },
    scene::{Pattern, Tint},
};

/// Columns of a name.
pub const NAME: usize = 120;
/// Units from a swatch to its words.
pub const INDENT: f64 = 34.0;

/// Adds the legend to a column.
pub fn add(sheet: &mut Sheet, exported: &Exported, chart: &Chart) {
    sheet.heading("Shares of the area");
    let legend = exported.captions().legend();
    match exported.lens {
        Lens::Actors => shares(sheet, exported, &legend),
        lens => steps(sheet, exported, lens),
    }
    sheet.skip(14.0);
    sheet.heading("How to read the map");
    let fills = chart.fills();
    for (is_one, words) in FILLS {
        let mut alike = fills.iter().filter(|pattern| is_one(pattern));
        if let Some(pattern) = alike.find(|_| true) {
            let is_turned = exported.marked.is_some() && matches!(pattern, Pattern::Between(_));
            sign(
                sheet,
                &vector::paint(pattern),
                if is_turned { TURNED } else { words },
            );
        }
    }
    if exported.lens == Lens::Actors && !legend.silent.is_empty() && chart.is_partial() {
        sign(
            sheet,
            "class=\"ground\"",
            "bare, without a border: in no region, so silent",
        );
    }
    filter(sheet, exported);
    lines(sheet, exported);
    sites(sheet, exported);
    events(sheet, exported);
}

/// Tells what is paler than the rest.
fn filter(sheet: &mut Sheet, exported: &Exported) {
    let names = exported.filter.iter();
    let names = words::list(names.map(|&id| exported.atlas[id].name.as_str()));
    if !names.is_empty() {
        let words = format!("paler, like the right halves above: not of {names}");
        sheet.paragraph("plain", &words, 0.0);
        sheet.skip(5.0);
    }
}

/// A fill, and what it means.
fn sign(sheet: &mut Sheet, paint: &str, words: &str) {
    swatch(sheet, paint, None);
    sheet.paragraph("plain", words, INDENT);
    sheet.skip(5.0);
}

/// Lists what lies on each step of a lens.
fn steps(sheet: &mut Sheet, exported: &Exported, lens: Lens) {
    let legend = exported.captions().evidence(lens);
    for (nth, share) in legend.steps.iter().enumerate() {
        if !share.is_empty() {
            let paint = vector::paint(&Pattern::of_step(lens, nth));
            halved(sheet, exported, &paint, share.step.letter);
            let words = format!("{}: {}", share.step.plain, share.words());
            sheet.paragraph("plain", &words, INDENT);
            sheet.skip(5.0);
        }
    }
    if !legend.silent.is_empty() {
        let words = format!("silent: {}", legend.silent.words());
        sign(sheet, "class=\"ground\"", &words);
    }
}

fn shares(sheet: &mut Sheet, exported: &Exported, legend: &Legend) {
    for share in &legend.shares {
        let actor = &exported.atlas[share.actor];
        let class = vector::class(Tint::Actor(actor.hue));
        halved(sheet, exported, &format!("class=\"{class}\""), actor.letter);
        let name = shortened(&actor.name, NAME);
        let words = words::with_share(&name, &share.words());
        sheet.paragraph("plain", &words, INDENT);
        sheet.skip(5.0);
    }
    for group in &legend.groups {
        let name = shortened(&exported.atlas[group.actor].name, NAME);
        let words = words::with_share(&format!("{name} with its parts"), &group.words());
        sheet.paragraph("plain", &words, INDENT);
        sheet.skip(5.0);
    }
    for (name, portion) in legend.rest() {
        if !Portion::is_empty(&portion) {
            if name == "silent" {
                swatch(sheet, "class=\"ground\"", None);
            }
            sheet.paragraph("plain", &format!("{name}: {}", portion.words()), INDENT);
            sheet.skip(5.0);
        }
    }
}

/// The meaning of stripes side by side where two states are compared.
const TURNED: &str = "stripes side by side: from whose it was to whose it is";

/// A kind of fill, and what it means.
type Meaning = (fn(&Pattern) -> bool, &'static str);

const FILLS: [Meaning; 6] = [
    (
        |pattern| matches!(pattern, Pattern::Plain(Tint::Actor(_))),
        "plain: held by that actor",
    ),
    (
        |pattern| matches!(pattern, Pattern::Plain(Tint::Faint(_))),
        "paler, with dots: as the editor reads it, or not confirmed for long",
    ),
    (
        |pattern| matches!(pattern, Pattern::Occupied(_)),
        "thin bare lines: occupied",
    ),
    (
        |pattern| matches!(pattern, Pattern::InParts(_)),
        "stripes on bare ground: parts are held, which parts is not said",
    ),
    (
        |pattern| matches!(pattern, Pattern::Between(_)),
        "stripes side by side: contested, or the sources differ",
    ),
    (
        |pattern| matches!(pattern, Pattern::Silent),
        "bare, dotted border: silent, no source says who holds it",
    ),
];

/// A sample of a fill, with a letter on it, at the left of the next line.
pub fn swatch(sheet: &mut Sheet, paint: &str, letter: Option<char>) {
    sample(sheet, &[(paint, 0.0, 1.0)], letter);
}

/// A sample of which the right half is as pale as what the filter leaves out.
fn halved(sheet: &mut Sheet, exported: &Exported, paint: &str, letter: char) {
    let pale = [("class=\"ground\"", 0.5, 1.0), (paint, 0.5, 0.3)];
    let (whole, pale) = ((paint, 0.0, 1.0), pale.into_iter());
    let pale = pale.filter(|_| !exported.filter.is_empty());
    let fills: Vec<Fill> = std::iter::once(whole).chain(pale).collect();
    sample(sheet, &fills, Some(letter));
}

/// A fill, the share of a sample at its left that is free of it, and its opacity.
type Fill<'a> = (&'a str, f64, f64);

fn sample(sheet: &mut Sheet, fills: &[Fill], letter: Option<char>) {
    let (x, y) = (sheet.x, sheet.y);
    let (width, height, top) = (26.0, 15.0, y - 11.5);
    for &(paint, from, opacity) in fills {
        let (left, width) = (x + from * width, width * (1.0 - from));
        let opacity = if opacity < 1.0 {
            format!(" opacity=\"{opacity}\"")
        } else {
            String::new()
        };
        let _ = writeln!(
            sheet.shapes,
            "<rect {paint}{opacity} x=\"{left}\" y=\"{top:.1}\" width=\"{width}\" height=\"{height}\"/>",
        );
    }
    let _ = writeln!(
        sheet.shapes,
        "<rect fill=\"none\" stroke=\"#12131a\" stroke-width=\".8\" x=\"{x}\" y=\"{top:.1}\" width=\"{width}\" height=\"{height}\"/>",
    );
    if let Some(letter) = letter {
        let line = TextLine::new("letter", (x + 13.0, y), letter);
        sheet.lines.push(line.centred());
    }
}

fn lines(sheet: &mut Sheet, exported: &Exported) {
    let kinds = [
        (
            Accuracy::Schematic,
            "schematic",
            "dashed: a border that is only schematic",
        ),
        (
            Accuracy::Administrative,
            "firm",
            "a border that follows administrative ones",
        ),
        (
            Accuracy::Surveyed,
            "firm surveyed",
            "a border that was surveyed",
        ),
    ];
    for (accuracy, class, words) in kinds {
        let mut regions = exported.atlas.regions.iter();
        if regions.any(|region| region.accuracy == accuracy) {
            let _ = writeln!(
                sheet.shapes,
                "<path class=\"border {class}\" d=\"M{} {:.1}h26\"/>",
                sheet.x,
                sheet.y - 4.0
            );
            sheet.paragraph("plain", words, INDENT);
            sheet.skip(5.0);
        }
    }
}

fn sites(sheet: &mut Sheet, exported: &Exported) {
    let symbol = |sheet: &mut Sheet, class: &str, kind: SiteKind, words: &str| {
        let _ = writeln!(
            sheet.shapes,
            "<g class=\"key\"><path class=\"{class}\" transform=\"translate({} {:.1})\" d=\"{}\"/></g>",
            sheet.x + 13.0,
            sheet.y - 4.0,
            vector::symbol(kind)
        );
        sheet.paragraph("plain", words, INDENT);
        sheet.skip(5.0);
    };
    let atlas = exported.atlas;
    for &kind in SiteKind::ALL {
        if atlas.sites.iter().any(|site| site.kind == kind) {
            symbol(sheet, "ground", kind, kind.plain());
        }
    }
    let hollow = exported.snapshot.sites.iter().zip(&atlas.sites);
    let mut hollow = hollow.filter(|(state, _)| !vector::is_solid(&state.status));
    if let Some((_, site)) = hollow.next() {
        let words = "hollow: forces are leaving or have left, or nothing is certain";
        symbol(sheet, "hollow", site.kind, words);
    }
}

fn events(sheet: &mut Sheet, exported: &Exported) {
    let events = exported.recent_events();
    if events.is_empty() {
        return;
    }
    let cross = TextLine::new("event", (sheet.x + 13.0, sheet.y), "×");
    sheet.lines.push(cross.centred());
    let counted = exported
        .captions()
        .counted_events(events.len(), &exported.filter);
    let words = format!(
        "{}; ×3: three near each other",
        counted.replacen("Events", "events", 1)
    );
    sheet.paragraph("plain", &words, INDENT);
    sheet.skip(5.0);
}
