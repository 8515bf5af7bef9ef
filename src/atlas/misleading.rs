//! What may mislead though every quotation is found: words left out that change what is claimed, dates that can't be, and
//! colours that can't be told apart.
//!
//! None of it is wrong by itself; an editor judges. What needs names or shapes is looked for in `file`.

mod around;
mod dates;

use super::{ActorId, Atlas, ClaimId, Date, SourceId, wording::Wording};
pub use around::Stands;

/// Something that may mislead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A negation that the quotation leaves out.
    Negation(LeftOut),
    /// A hedge or an attribution that the quotation leaves out.
    Hedge(LeftOut),
    /// The claim is dated after its text was fetched; `None` where that is not known, and it is dated after today.
    WhenAhead {
        claim: ClaimId,
        retrieved: Option<Date>,
    },
    /// The claim is dated more than a lifetime before its source.
    WhenLongBefore { claim: ClaimId, source: Date },
    /// The newest source was published after the file's own date.
    NewerSource { source: SourceId, published: Date },
    /// The second actor has the colour of the first.
    SharedHue { first: ActorId, second: ActorId },
    /// There are no lists of words for the language of a held text.
    NoWordList { source: SourceId },
}

/// A word beside the quoted ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    pub claim: ClaimId,
    /// As it is written in the text.
    pub word: String,
    pub stands: Stands,
}

/// Everything that may mislead, as it is known on a day.
pub fn findings(atlas: &Atlas, today: Date) -> Vec<Finding> {
    let mut findings = around::findings(atlas);
    findings.extend(dates::findings(atlas, today));
    findings.extend(hues(atlas));
    findings.extend(languages(atlas));
    findings
}

fn hues(atlas: &Atlas) -> impl Iterator<Item = Finding> {
    let of = |id: ActorId| atlas[id].hue;
    atlas.actor_ids().filter_map(move |second| {
        let first = atlas.actor_ids().find(|&first| of(first) == of(second))?;
        (first != second).then_some(Finding::SharedHue { first, second })
    })
}

fn languages(atlas: &Atlas) -> impl Iterator<Item = Finding> {
    let sources = atlas.sources.iter().enumerate();
    let without = sources
        .filter(|(_, source)| source.text.is_some() && Wording::of(&source.language).is_none());
    without.map(|(n, _)| Finding::NoWordList {
        source: SourceId(n),
    })
}
