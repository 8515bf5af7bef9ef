//! Places in a region file that warnings are about, and which of the warnings are meant to be so.

use crate::diagnostics::{Check, Code, Field, List, Located, Problem, Span, suggest};

use super::wire;

/// The spans of one region file; entries in the order of the file, as in its atlas.
#[derive(Debug, Default)]
pub struct Spans {
    pub as_of: Span,
    pub basemap: Span,
    pub allowed: Vec<Located<Code>>,
    pub sources: Vec<SourceSpans>,
    /// The colours of actors.
    pub hues: Vec<Span>,
    /// The entries that make regions.
    pub regions: Vec<Span>,
    pub claims: Vec<ClaimSpans>,
    /// The tables of events of which rows are left out, with what is to be said of that.
    pub left_out: Vec<(Span, String)>,
    /// The layers, with the names of their files, and the tables of events, with a date that can be read in two ways.
    pub dates: Vec<(Span, Vec<String>)>,
}

/// Each key by itself, or the entry where the key is left out.
#[derive(Debug)]
pub struct SourceSpans {
    pub text: Span,
    pub published: Span,
    pub language: Span,
}

/// Each key by itself, or the entry where the key is left out.
#[derive(Debug)]
pub struct ClaimSpans {
    pub quote: Span,
    pub when: Span,
    pub allowed: Vec<Located<Code>>,
}

/// The colours of actors, where they have one.
pub fn hues(actors: &[Located<wire::Actor>]) -> Vec<Span> {
    let hue = |actor: &Located<wire::Actor>| actor.value.colour.at().cloned();
    let hues = actors.iter().map(hue);
    hues.map(Option::unwrap_or_default).collect()
}

impl SourceSpans {
    pub fn of(Located { value, at }: &Located<wire::Source>) -> Self {
        Self {
            text: value.text.at().unwrap_or(at).clone(),
            published: value.published.at().unwrap_or(at).clone(),
            // The text is taken for English where its language is left out.
            language: value
                .language
                .at()
                .or(value.text.at())
                .unwrap_or(at)
                .clone(),
        }
    }
}

impl ClaimSpans {
    /// The spans of a claim that an entry makes.
    pub fn made_by(entry: &Span) -> Self {
        Self {
            quote: entry.clone(),
            when: entry.clone(),
            allowed: Vec::new(),
        }
    }

    /// The spans of a claim, and the warnings that it allows, which are taken out of it.
    pub fn of(Located { value, at }: &mut Located<wire::Claim>, check: &mut Check) -> Self {
        let (allow, reason) = (&mut value.allow, &mut value.allow_reason);
        Self {
            quote: value.quote.at().unwrap_or(at).clone(),
            when: value.when.at().unwrap_or(at).clone(),
            allowed: allowed(std::mem::take(allow), std::mem::take(reason), check),
        }
    }
}

/// The warnings that are meant to be so, where a reason is given.
pub fn allowed(
    allow: List<String>,
    reason: Field<String>,
    check: &mut Check,
) -> Vec<Located<Code>> {
    let (codes_at, reason_at) = (allow.at().cloned(), reason.at().cloned());
    match (codes_at, reason_at) {
        (Some(at), None) => check.report(
            Problem::new(Code::MissingKey, &at, "`allow` needs its `allow_reason`")
                .help("add `allow_reason = …`, for whoever asks why"),
        ),
        (None, Some(at)) => check.report(
            Problem::new(
                Code::MissingKey,
                &at,
                "`allow_reason` needs the `allow` it is for",
            )
            .help("add `allow = […]`, or take it out"),
        ),
        _ => {}
    }
    check.prose(reason);
    let keys = check.some_items(allow);
    keys.iter().filter_map(|key| code(key, check)).collect()
}

fn code(Located { value: key, at }: &Located<String>, check: &mut Check) -> Option<Located<Code>> {
    let code = Code::named(key);
    if let Some(value) = code.filter(|code| code.can_be_allowed()) {
        return Some(Located {
            value,
            at: at.clone(),
        });
    }
    let problem = match code {
        Some(_) => Problem::new(
            Code::BadAllow,
            at,
            format!("`{key}` is an error, not a warning"),
        )
        .help("mend what it is about; only warnings can be allowed"),
        None => Problem {
            help: suggest(key, Code::WARNINGS.iter().map(|code| code.key())),
            ..Problem::new(Code::BadAllow, at, format!("there is no warning `{key}`"))
        },
    };
    check.report(problem);
    None
}
