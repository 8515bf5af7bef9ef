//! The output of `whoholds check`, and the report on a file with problems.

use std::path::Path;

use whoholds::{
    atlas::Atlas,
    config::Colours,
    diagnostics::{Severity, clean},
    edit::{Change, NotMade, Repair, Revision, repairs},
    file::Held,
};

use crate::outcome::{
    CLEAN, Outcome, USAGE_OR_IO, count, load, open, problems, shown, style, today,
};

/// Reports on a file, after it is mended where that is asked for.
pub fn check(
    path: Option<&Path>,
    strict: bool,
    fix: bool,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    let mended = if fix {
        mend(path, color)?
    } else {
        String::new()
    };
    let outcome = report(path, strict, color).unwrap_or_else(|failed| failed);
    let out = [mended.as_bytes(), &outcome.out].concat();
    Ok(Outcome { out, ..outcome })
}

/// Mends the quotations that have the words of the source but for their signs, and tells which.
fn mend(path: Option<&Path>, color: Option<Colours>) -> Result<String, Outcome> {
    let (mut revision, document) =
        Revision::open(open(path)?).map_err(|report| problems(&report, color))?;
    let repairs = repairs(revision.toml(), &document.unproved);
    let repairs: Vec<Repair> = repairs.filter(Repair::is_of_signs).collect();
    if repairs.is_empty() {
        return Ok(String::new());
    }
    let changes: Vec<Change> = repairs.iter().map(|it| it.change.clone()).collect();
    let failed = |why: NotMade| Outcome::failed(USAGE_OR_IO, format!("error: {why}\n"));
    revision.make(&changes).map_err(failed)?;
    let line = |it: &Repair| {
        let (before, after) = (clean(&it.before), clean(&it.after));
        format!("  line {}: {before} → {after}\n", it.line)
    };
    let (label, count) = (revision.label(), count(repairs.len(), "quotation"));
    let lines: String = repairs.iter().map(line).collect();
    Ok(format!("{label}: mended {count}\n{lines}"))
}

fn report(path: Option<&Path>, strict: bool, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let document = load(path, color)?;
    let report = document.check(today());
    let warnings = report.count(Severity::Warning);
    if report.count(Severity::Error) > 0 || (strict && warnings > 0) {
        return Err(problems(&report, color));
    }
    let counted = match warnings {
        0 => String::new(),
        warnings => format!(", {}", count(warnings, "warning")),
    };
    let (label, contents, shown) = (&report.label, contents(&document.atlas), shown(&report));
    let drafts = drafts(&document.atlas);
    let held: String = document.held().map(|held| held_line(&held)).collect();
    Ok(Outcome {
        out: format!("{label}: no problems{counted} ({contents}{drafts}){shown}\n{held}")
            .into_bytes(),
        err: report.render(style(color)),
        code: CLEAN,
    })
}

/// Tells how much of a held text is quoted, and whether it is the text that was quoted.
fn held_line(held: &Held) -> String {
    let seal = match held.source.sha256 {
        Some(_) => "sealed",
        None => "not sealed (`whoholds seal` prints the keys)",
    };
    let (id, share) = (&held.source.id, held.quoted_share());
    format!(
        "  {id}: {:.0}% of its text is quoted, {seal}\n",
        (100.0 * share).abs()
    )
}

/// Counts the claims that await review.
fn drafts(atlas: &Atlas) -> String {
    match atlas.claims.iter().filter(|claim| claim.draft).count() {
        0 => String::new(),
        drafts => format!(", {} in draft", count(drafts, "claim")),
    }
}

fn contents(atlas: &Atlas) -> String {
    let found = atlas
        .claims
        .iter()
        .filter_map(|claim| claim.quote.as_ref())
        .filter(|quote| quote.proof.proves());
    let events = match atlas.events.len() {
        0 => String::new(),
        events => format!(", {}", count(events, "event")),
    };
    format!(
        "{}, {}, {}, {} found{events}",
        count(atlas.regions.len(), "region"),
        count(atlas.sites.len(), "site"),
        count(atlas.claims.len(), "claim"),
        count(found.count(), "quotation"),
    )
}
