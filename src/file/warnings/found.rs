//! Warnings of what the atlas finds misleading, in words.

use super::Warning;
use crate::{
    atlas::{
        ActorId, Hue,
        misleading::{Finding, LeftOut, Stands},
        wording::{LANGUAGES, Wording},
    },
    diagnostics::{Code, Problem, Span},
    file::Document,
};

/// The advice to an editor about a warning that is none.
const MEANT: &str = "allow it with your reason";

pub fn warning(finding: &Finding, document: &Document) -> Warning {
    let (atlas, spans) = (&document.atlas, &document.spans);
    let claim = match finding {
        Finding::Negation(LeftOut { claim, .. })
        | Finding::Hedge(LeftOut { claim, .. })
        | Finding::WhenAhead { claim, .. }
        | Finding::MixedScripts { claim, .. }
        | Finding::GapAcrossSentences { claim }
        | Finding::WhenLongBefore { claim, .. } => Some(*claim),
        _ => None,
    };
    let problem = match finding {
        Finding::Negation(left_out) => self::left_out(Code::NegationLeftOut, left_out, document),
        Finding::Hedge(left_out) => self::left_out(Code::HedgeLeftOut, left_out, document),
        Finding::MixedScripts { claim, word } => mixed(word, &spans.claims[claim.index()].quote),
        Finding::GapAcrossSentences { claim } => {
            let message = "a gap of this quotation reaches from one sentence into another";
            Problem::new(
                Code::GapAcrossSentences,
                &spans.claims[claim.index()].quote,
                message,
            )
            .help(format!("quote the sentence that says it, or {MEANT}"))
        }
        Finding::Impossible { source, date } => {
            let (at, message) = match source {
                Some(id) => {
                    let id_text = &atlas[*id].id;
                    let message = format!("`{id_text}` can't be of this date, {date}");
                    (&spans.sources[id.index()].published, message)
                }
                None => (&spans.as_of, format!("{date} is still to come")),
            };
            Problem::new(Code::ImpossibleDate, at, message).help(format!(
                "nothing is published or fetched after today, nor fetched before it was published: \
                 mend the date, or {MEANT}"
            ))
        }
        Finding::WhenAhead { claim, retrieved } => {
            let message = match retrieved {
                Some(date) => format!("this is later than the day the text was fetched, {date}"),
                None => "this is still to come".to_owned(),
            };
            Problem::new(Code::WhenAhead, &spans.claims[claim.index()].when, message)
                .help(format!("mend the date, or {MEANT}"))
        }
        Finding::WhenLongBefore { claim, source } => {
            let message = match source {
                Some(date) => {
                    format!("this is more than a hundred years before its source, of {date}")
                }
                None => "this is more than a hundred years ago".to_owned(),
            };
            Problem::new(
                Code::WhenLongBefore,
                &spans.claims[claim.index()].when,
                message,
            )
            .help(format!("mend the date, or {MEANT}"))
        }
        Finding::NewerSource { source, published } => {
            let id = &atlas[*source].id;
            let message = format!("`{id}` is newer than this date: it is of {published}");
            Problem::new(Code::NewerSource, &spans.as_of, message)
                .also(&spans.sources[source.index()].published, "published then")
                .help(format!("move `as_of` on, or {MEANT}"))
        }
        Finding::SharedHue { first, second } => shared_hue([*first, *second], document),
        Finding::NoWordList { source } => {
            let language = &atlas[*source].language;
            let at = &spans.sources[source.index()].language;
            if Wording::of(language).is_some() {
                let message = format!("the words of this text are not those of `{language}`");
                let help = "say its `language`, such as `ar`: negations and hedges go unseen in it";
                return Warning {
                    claim,
                    problem: Problem::new(Code::NoWordList, at, message).help(help),
                };
            }
            let message = format!("negations and hedges are not looked for in `{language}`");
            let known = LANGUAGES.join("`, `");
            Problem::new(Code::NoWordList, at, message).help(format!(
                "look for them yourself, and {MEANT}; there are lists for `{known}`"
            ))
        }
    };
    Warning { claim, problem }
}

fn mixed(word: &str, at: &Span) -> Problem {
    let odd = word.chars().filter(|char| !char.is_ascii());
    let odd = odd.take(3).map(|char| format!("U+{:04X}", u32::from(char)));
    let odd = odd.collect::<Vec<_>>().join(", ");
    let message = format!("“{word}” beside this quotation mixes letters of several scripts: {odd}");
    Problem::new(Code::MixedScripts, at, message).help(format!(
        "compare the text with its source, and mend the letter in it, or {MEANT} if the source has it so"
    ))
}

fn left_out(
    code: Code,
    LeftOut {
        claim,
        word,
        stands,
    }: &LeftOut,
    document: &Document,
) -> Problem {
    let place = match stands {
        Stands::InGap => "in a gap of this quotation",
        Stands::InSentence => "in the same sentence, outside this quotation",
        Stands::Before => "in the sentence before this quotation",
        Stands::After => "in the sentence after this quotation",
    };
    let at = &document.spans.claims[claim.index()].quote;
    Problem::new(code, at, format!("“{word}” stands {place}")).help(format!(
        "quote it too, or {MEANT} if it bears on something else"
    ))
}

/// The warning of two actors whose colours are the same or nearly so.
fn shared_hue([first, second]: [ActorId; 2], document: &Document) -> Problem {
    let Document { atlas, spans, .. } = document;
    let hue = atlas[second].hue;
    let other = atlas[first].hue;
    let message = if hue == other {
        format!("two actors have the colour `{}`", hue.key())
    } else {
        let [one, other] = [hue, other].map(Hue::key);
        format!("the colours `{one}` and `{other}` can hardly be told apart")
    };
    let is_free = |hue: &Hue| atlas.actors.iter().all(|actor| actor.hue != *hue);
    let way_out = match Hue::NAMED.iter().copied().find(is_free) {
        Some(free) => format!("choose another, such as `{}`, or {MEANT}", free.key()),
        None => format!("choose one by its digits, such as `#7a4f2b`, or {MEANT}"),
    };
    Problem::new(Code::SharedColour, &spans.hues[second.index()], message)
        .also(&spans.hues[first.index()], "first taken here")
        .help(way_out)
}
