//! Bands of shares as shapes with steps, named where there is room.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::{PLOT, TimeAxis, pattern, series::Series};
use crate::{
    atlas::Atlas,
    caption::Band,
    export::vector::{self, TextLine},
};

/// The least units that words in a band are high.
const HIGH: f64 = 13.0;
/// Units that a column of words is wide.
const COLUMN: f64 = 6.4;
/// Less than this is no land that could be seen.
const LEAST: f64 = 0.05;

/// A stretch of time in which nothing about a band changes: its left and right, its top and bottom.
type Step = [f64; 4];

/// Every band, the first at the bottom, and the words on them.
pub fn all(atlas: &Atlas, series: &Series, axis: &TimeAxis) -> (String, Vec<TextLine>) {
    let mut below = vec![0.0; series.dates.len()];
    let silence = if series.unread.is_empty() {
        "silent"
    } else {
        "silent or not known"
    };
    let (mut shapes, mut names) = (String::new(), Vec::new());
    for (band, portions) in &series.bands {
        let mut steps: Vec<Step> = Vec::new();
        for (nth, (land, below)) in portions.iter().zip(&mut below).enumerate() {
            let (left, right) = (axis.at[nth] * PLOT.0, axis.at[nth + 1] * PLOT.0);
            let bottom = PLOT.1 * (1.0 - *below);
            *below += land.share();
            let top = PLOT.1 * (1.0 - *below);
            match steps.last_mut() {
                Some(last) if (last[2] - top).abs() + (last[3] - bottom).abs() < LEAST => {
                    last[1] = right;
                }
                _ => steps.push([left, right, top, bottom]),
            }
        }
        steps.retain(|[left, right, ..]| right > left);
        let seen = |step: &Step| step[3] - step[2] >= LEAST;
        let path: String = steps
            .chunk_by(|a, b| seen(a) == seen(b))
            .filter(|run| seen(&run[0]))
            .map(outline)
            .collect();
        let _ = writeln!(
            shapes,
            "<path {} d=\"{path}\"/>",
            vector::paint(&pattern(atlas, band))
        );
        names.extend(name(atlas, band, silence, &steps));
    }
    (format!("<g class=\"bands\">\n{shapes}</g>\n"), names)
}

/// The outline of steps that follow each other: along the top, and back along the bottom.
fn outline(steps: &[Step]) -> String {
    let mut path = String::new();
    for (nth, [left, right, top, _]) in steps.iter().enumerate() {
        let _ = if nth == 0 {
            write!(path, "M{left:.1} {top:.1}H{right:.1}")
        } else {
            write!(path, "V{top:.1}H{right:.1}")
        };
    }
    for [left, _, _, bottom] in steps.iter().rev() {
        let _ = write!(path, "V{bottom:.1}H{left:.1}");
    }
    path + "z"
}

/// The names of the actors where they fit, or their letters, or nothing.
fn name(atlas: &Atlas, band: &Band, silence: &str, steps: &[Step]) -> Option<TextLine> {
    let join = |word: fn(&crate::atlas::Actor) -> String, between: &str| {
        let actors = band.actors.iter().map(|&(actor, _)| word(&atlas[actor]));
        actors.collect::<Vec<_>>().join(between)
    };
    let words = if band.actors.is_empty() {
        vec![silence.to_owned()]
    } else {
        vec![
            join(|actor| actor.short.clone(), ", "),
            join(|actor| actor.letter.to_string(), " "),
        ]
    };
    words.into_iter().find_map(|words| {
        let wide = words.width() as f64 * COLUMN + 4.0;
        let [left, right, top, bottom] = room(steps).filter(|room| room[1] - room[0] >= wide)?;
        let middle = (f64::midpoint(left, right), f64::midpoint(top, bottom) + 4.0);
        Some(TextLine::new("holder", middle, words).centred())
    })
}

/// The widest rectangle in a band that is high enough for words.
fn room(steps: &[Step]) -> Option<Step> {
    let mut best: Option<Step> = None;
    for from in 0..steps.len() {
        let mut room = steps[from];
        for step in &steps[from..] {
            let (top, bottom) = (room[2].max(step[2]), room[3].min(step[3]));
            if bottom - top < HIGH {
                break;
            }
            room = [room[0], step[1], top, bottom];
        }
        let is_high = room[3] - room[2] >= HIGH;
        let wider = best.is_none_or(|best| room[1] - room[0] > best[1] - best[0]);
        if is_high && wider {
            best = Some(room);
        }
    }
    best
}
