//! The shares of the country by how well they are known.

use crate::atlas::{Evidence, Lens, Place, RegionId, lens::Step};

use super::{Captions, Portion, tally::Footing, words};

/// Portions of the country's area by the steps of a lens; with what is silent they add up to all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceLegend {
    /// In the order of the lens; a step that nothing is on is among them.
    pub steps: Vec<StepShare>,
    /// Land that is on none of the steps.
    pub silent: Portion,
    /// The word for what no source speaks of, see [`Legend::silence`](super::Legend::silence).
    pub silence: &'static str,
}

/// The land and sites on one step of a lens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepShare {
    /// The step that these places are on, with its key and words.
    pub step: Step,
    /// Of the country's area.
    pub land: Portion,
    /// The number of sites, which have no share of the area.
    pub sites: usize,
    /// `true` if the step itself says what is inferred.
    tells_inference: bool,
}

impl StepShare {
    /// `28%`, `28% and 2 sites`, or how many sites, where it has no area; with what of it is inferred, unless the step
    /// says so.
    pub fn words(&self) -> String {
        let land = if self.tells_inference {
            self.land.size()
        } else {
            self.land.words()
        };
        let sites = words::count(self.sites, "site");
        match (self.land.is_empty(), self.sites) {
            (_, 0) => land,
            (false, _) if land.contains(',') => format!("{land}, and {sites}"),
            (false, _) => format!("{land} and {sites}"),
            (true, _) => sites,
        }
    }

    /// Returns `true` if no land and no site is on the step.
    pub fn is_empty(&self) -> bool {
        self.land.is_empty() && self.sites == 0
    }
}

impl Captions<'_> {
    /// The shares under a lens at the date; no steps where it shows actors.
    pub fn evidence(&self, lens: Lens) -> EvidenceLegend {
        let step_of = |place: Place| {
            let evidence = Evidence::of(self.atlas, self.snapshot.weighed(place));
            lens.step(&evidence, self.snapshot.date)
        };
        let land = self.tally(|regions| {
            let of = |&region: &RegionId| {
                let footing = Footing::from(self.snapshot[region].basis.grade);
                Some((step_of(Place::Region(region))?, footing))
            };
            regions.iter().filter_map(of).min()
        });
        let sites: Vec<usize> = self
            .atlas
            .places()
            .filter(|place| matches!(place, Place::Site(_)))
            .filter_map(step_of)
            .collect();
        let steps = lens
            .steps()
            .iter()
            .enumerate()
            .map(|(nth, &step)| StepShare {
                step,
                land: land.portion(|&(step, footing)| (step == nth).then_some(footing)),
                sites: sites.iter().filter(|of| **of == nth).count(),
                tells_inference: lens.tells_inference(),
            });
        EvidenceLegend {
            steps: steps.collect(),
            silent: land.silent(),
            silence: self.silence_word(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caption::sample::Sample;

    fn shown(lens: Lens, date: &str) -> Vec<String> {
        let sample = Sample::at(date);
        let legend = sample.captions().evidence(lens);
        let total: f64 = legend.steps.iter().map(|step| step.land.share()).sum();
        assert!((total + legend.silent.share() - 1.0).abs() < 1e-9);
        let steps = legend.steps.iter().filter(|step| !step.is_empty());
        steps
            .map(|step| format!("{} {}", step.step.plain, step.words()))
            .chain([format!("silent {}", legend.silent.words())])
            .collect()
    }

    #[test]
    fn every_lens_shares_out_the_country() {
        assert_eq!(
            shown(Lens::Grade, "2026-01-28"),
            [
                "quoted 50% and 1 site",
                "reported 25% and 1 site",
                "silent 25%"
            ]
        );
        assert_eq!(
            shown(Lens::Age, "2026-01-28"),
            [
                "within a month 25% and 1 site",
                "older 1 site",
                "undated 50%",
                "silent 25%"
            ]
        );
        assert_eq!(
            shown(Lens::Sources, "2026-01-28"),
            [
                "two sources 1 site",
                "one source 75% and 1 site",
                "silent 25%"
            ]
        );
        assert_eq!(
            shown(Lens::Age, "2020-06"),
            ["within a month 1 site", "silent 100%"]
        );
    }
}
