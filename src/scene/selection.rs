//! The name of what is selected, among the labels: in its place, between marks.

use unicode_width::UnicodeWidthStr;

use super::{Class, Label, Owner, View, depths::Depths, placement::arranged};

/// Marks on both sides of what is selected, for where colour can't show it.
const MARKS: (&str, &str) = ("▸", "◂");
const ASCII_MARKS: (&str, &str) = (">", "<");

/// Places every label that fits, the important ones first. A name keeps its place when it is selected; only what would
/// have none is placed before all others.
pub fn labels(view: &View, depths: &Depths<Owner>) -> Vec<Label> {
    let Some(selected) = view.selected else {
        return arranged(view, depths);
    };
    let plain = View {
        selected: None,
        layers: view.layers,
        ..view.clone()
    };
    let mut labels = arranged(&plain, depths);
    let is_its_name = |label: &&mut Label| {
        let named = matches!(label.class, Class::Region | Class::Site);
        named && label.place == Some(selected) && label.text.width() > 1
    };
    match labels.iter_mut().find(is_its_name) {
        Some(name) => {
            mark(name, view);
            labels
        }
        None => arranged(view, depths),
    }
}

/// Puts the marks of what is selected beside a name, on cells that are kept free around every label.
fn mark(label: &mut Label, view: &View) {
    let (left, right) = marks(view);
    label.text = format!("{left}{}{right}", label.text);
    let width = u16::try_from(label.text.width()).unwrap_or(u16::MAX);
    let last = view.viewport.cols.saturating_sub(width);
    label.at.0 = label.at.0.saturating_sub(1).min(last);
}

pub fn marks(view: &View) -> (&'static str, &'static str) {
    if view.resolution.is_ascii() {
        ASCII_MARKS
    } else {
        MARKS
    }
}
