//! A region file and what it names, read into an atlas and its map, or into every problem there is.
//!
//! Room rules: knows `atlas`, `geo` and `names`; nothing of terminals.
//!
//! text → TOML tree → [`wire`] (what may be written, each value with its place) → `lower` (what makes sense) → atlas.
//! No step stops at its first problem.

mod area_file;
mod areas;
mod check;
mod code;
mod draft;
mod field;
mod folder;
mod lower;
mod names;
mod overlap;
mod problem;
mod schema;
mod seal;
mod spans;
mod suggest;
mod syntax;
mod warnings;
pub mod wire;
mod write;

use serde::{Deserialize, de::DeserializeOwned};
use toml::de::DeTable;

pub use code::{Code, Severity};
pub use draft::{Article, Refusal, draft};
pub use field::{Entries, Field, Located, Unknown};
pub use folder::RegionFile;
pub use problem::{Problem, Report, SHOWN, Span, Style, clean};
pub use schema::schema;
pub use seal::seal;
pub use warnings::Held;

use crate::{atlas::Atlas, geo::Map};
pub(crate) use check::Check;
use problem::Lines;
use spans::Spans;

/// A region file that gives a map.
#[derive(Debug)]
pub struct Document {
    pub atlas: Atlas,
    pub map: Map,
    /// Quotations that are not found: `check` fails, the claims count for nothing, and the map opens.
    pub unproved: Report,
    spans: Spans,
}

/// Reads a region file and all that it names, or finds everything that is wrong with it.
pub fn load(file: &RegionFile) -> Result<Document, Report> {
    let (lowered, report) = read_toml(file, |root, check, lines| {
        lower::lower(root, lines, &file.folder, check)
    });
    match lowered {
        Some((atlas, map, spans))
            if report
                .problems
                .iter()
                .all(|problem| problem.code.leaves_a_map()) =>
        {
            Ok(Document {
                atlas,
                map,
                unproved: report,
                spans,
            })
        }
        _ => Err(report),
    }
}

/// What `lower` makes of a file of TOML, if anything, and everything that is wrong with it.
pub(crate) fn read_toml<T: DeserializeOwned, R>(
    file: &RegionFile,
    lower: impl FnOnce(Field<T>, &mut Check, &Lines) -> Option<R>,
) -> (Option<R>, Report) {
    let (text, unreadable) = file.text();
    let (problems, lowered) = match unreadable {
        Some(problem) => (vec![problem], None),
        None => read(&text, lower),
    };
    let report = Report::new(file.label.clone(), text.into_owned(), problems);
    (lowered, report)
}

fn read<T: DeserializeOwned, R>(
    text: &str,
    lower: impl FnOnce(Field<T>, &mut Check, &Lines) -> Option<R>,
) -> (Vec<Problem>, Option<R>) {
    let lines = Lines::new(text);
    let (tree, errors) = DeTable::parse_recoverable(text);
    let errors = syntax::problems(text, tree.get_ref(), &errors);
    let mut check = Check::default();
    let lowered = match Field::<T>::deserialize(toml::Deserializer::from(tree)) {
        Ok(root) => lower(root, &mut check, &lines),
        Err(error) => {
            check.report(syntax::problem(text, &error));
            None
        }
    };
    if !errors.is_empty() {
        syntax::retain_independent(&mut check.problems, &errors, &lines);
        check.problems.extend(errors);
    }
    (check.problems, lowered)
}
