//! Layers of one day after another that say the same, in a line.

use crate::atlas::{Atlas, Date, verdict::Weighed};

use super::{Captions, Entry, Part, prose::digest, words};

/// Fewer are told one by one.
const FEW: usize = 3;

/// Cuts claims into those of layers that say the same one after the other, and each other by itself.
pub(super) fn runs<'a>(
    atlas: &'a Atlas,
    weighed: &'a [Weighed],
) -> impl Iterator<Item = &'a [Weighed]> {
    let alike = |one: &Weighed, next: &Weighed| {
        let (claim, other) = (&atlas[one.claim], &atlas[next.claim]);
        (claim.actor, claim.source, one.verdict.decides())
            == (other.actor, other.source, next.verdict.decides())
            && atlas.is_of_layer(claim)
            && atlas.is_of_layer(other)
    };
    weighed.chunk_by(alike).flat_map(|run| {
        let size = if run.len() < FEW { 1 } else { run.len() };
        run.chunks(size)
    })
}

impl Captions<'_> {
    /// Claims one by one, but for layers that say the same on many days.
    pub(super) fn in_runs(&self, weighed: &[Weighed]) -> Vec<Part> {
        let part = |run: &[Weighed]| match run {
            [first, .., last] => {
                let entry = Entry::new(self.atlas, *first);
                let source = entry.cited().unwrap_or_default();
                Part::Layers {
                    says: format!(
                        "{} · {}",
                        days(self.atlas, run, [first, last]),
                        entry.says.unwrap_or_default()
                    ),
                    actor: entry.actor,
                    source: format!("— {} of {source}", words::count(run.len(), "layer")),
                }
            }
            alone => Part::Entry(Entry::new(self.atlas, alone[0])),
        };
        runs(self.atlas, weighed).map(part).collect()
    }
}

/// Sums up several claims of layers, as [`digest`] does one.
pub(super) fn summed_up(atlas: &Atlas, run: &[Weighed], ends: [&Weighed; 2]) -> String {
    let claim = &atlas[ends[0].claim];
    let one = digest(&Entry::new(atlas, *ends[0]), claim);
    let date = words::dated(atlas.dated(claim));
    let layers = words::count(run.len(), "layer");
    let days = days(atlas, run, ends);
    one.replacen(&date, &format!("{days}, {layers}"), 1)
}

/// The days of a run: `each day from 3 Mar 2026 to 17 Mar 2026`.
fn days(atlas: &Atlas, run: &[Weighed], ends: [&Weighed; 2]) -> String {
    let date = |item: &Weighed| atlas.dated(&atlas[item.claim]).by();
    let next = |pair: &[Weighed]| is_next(date(&pair[0]), date(&pair[1]));
    let each = if run.windows(2).all(next) {
        "each day "
    } else {
        ""
    };
    let [first, last] = ends.map(date);
    format!("{each}from {first} to {last}")
}

/// Tells whether a date is the day after another.
fn is_next(day: Date, other: Date) -> bool {
    let is_day = |date: Date| date.first_day() == date.last_day();
    is_day(day) && is_day(other) && day.days_until(other) == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{Claim, ClaimId, Says, layer_words, sample, state::Snapshot};
    use crate::caption::{plain_text, sample::Sample};

    /// A region that layers drew on some days in January, the last of them by another holder.
    fn atlas(days: &[i8]) -> Atlas {
        let mut atlas = sample::atlas();
        let claim = |day: i8, actor| {
            let when = Date::new(2026, Some(1), Some(day)).expect("a date");
            Claim {
                about: vec![sample::NORTHWEST.into()],
                says: Says::Holds,
                actor: Some(actor),
                source: Some(crate::atlas::SourceId::at(1)),
                quote: None,
                because: None,
                summary: Some(layer_words(&atlas[actor].name, when)),
                when: Some(when),
                ..atlas.claims[4].clone()
            }
        };
        let last = claim(27, sample::BLUES);
        let days = days.iter().map(|&day| claim(day, sample::REDS));
        let claims: Vec<Claim> = days.chain([last]).collect();
        atlas.claims = claims;
        atlas
    }

    fn told(days: &[i8]) -> String {
        let atlas = atlas(days);
        let snapshot = Snapshot::at(&atlas, "2026-02".parse().expect("a date"));
        let sample = Sample {
            atlas,
            snapshot,
            ..Sample::new()
        };
        let weighed = sample.snapshot.history(&sample.atlas, sample::NORTHWEST);
        let before = weighed.split_last().expect("claims").1;
        let parts = sample.captions().in_runs(before);
        let lines: Vec<_> = parts
            .iter()
            .flat_map(|part| part.lines(&sample.atlas))
            .collect();
        plain_text(&lines, 100)
    }

    #[test]
    fn many_layers_that_say_the_same_are_told_in_a_line() {
        assert_eq!(
            told(&[3, 4, 5, 6]).trim_end(),
            "each day from 3 Jan 2026 to 6 Jan 2026 · held by Reds  ■ R\n— 4 layers of A wire service"
        );
        assert_eq!(
            told(&[3, 4, 6]).trim_end(),
            "from 3 Jan 2026 to 6 Jan 2026 · held by Reds  ■ R\n— 3 layers of A wire service"
        );
    }

    #[test]
    fn a_few_are_told_each_by_itself() {
        assert_eq!(told(&[3, 4]).matches("as the layer of").count(), 2);
    }

    #[test]
    fn no_claim_is_left_out_of_the_runs() {
        let atlas = atlas(&[3, 4, 5, 9, 10]);
        let weighed: Vec<Weighed> = atlas.claim_ids().map(Weighed::shown).collect();
        let told: Vec<ClaimId> = runs(&atlas, &weighed)
            .flatten()
            .map(|it| it.claim)
            .collect();
        assert_eq!(told, atlas.claim_ids().collect::<Vec<_>>());
    }
}
