//! How much of the country is how well known.

use crate::atlas::{Evidence, Lens, Place, RegionId, lens::Step};

use super::{Captions, words};

/// Shares of the country's area by the steps of a lens; with what is silent they add up to all of it.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceLegend {
    pub steps: Vec<StepShare>,
    pub silent: f64,
}

/// What is on one step of a lens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepShare {
    pub step: Step,
    /// Of the country's area.
    pub share: f64,
    pub sites: usize,
}

impl StepShare {
    /// `28%`, `28% and 2 sites`, or how many sites, where it has no area.
    pub fn words(&self) -> String {
        match (self.share > 0.0, self.sites) {
            (_, 0) => words::percent(self.share),
            (true, sites) => format!(
                "{} and {}",
                words::percent(self.share),
                words::count(sites, "site")
            ),
            (false, sites) => words::count(sites, "site"),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.share <= 0.0 && self.sites == 0
    }
}

impl Captions<'_> {
    /// The shares under a lens at the date; no steps where it shows actors.
    pub fn evidence(&self, lens: Lens) -> EvidenceLegend {
        let mut steps: Vec<StepShare> = lens
            .steps()
            .iter()
            .map(|&step| StepShare {
                step,
                share: 0.0,
                sites: 0,
            })
            .collect();
        for place in self.atlas.places() {
            let evidence = Evidence::of(self.atlas, self.snapshot.weighed(place));
            let step = lens.step(&evidence, self.snapshot.date);
            if let Some(step) = step.and_then(|nth| steps.get_mut(nth)) {
                match place {
                    Place::Region(RegionId(n)) => step.share += self.share(RegionId(n)),
                    Place::Site(_) => step.sites += 1,
                }
            }
        }
        let known: f64 = steps.iter().map(|step| step.share).sum();
        EvidenceLegend {
            steps,
            silent: (1.0 - known).clamp(0.0, 1.0),
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
        let total: f64 = legend.steps.iter().map(|step| step.share).sum();
        assert!((total + legend.silent - 1.0).abs() < 1e-9);
        let steps = legend.steps.iter().filter(|step| !step.is_empty());
        steps
            .map(|step| format!("{} {}", step.step.plain, step.words()))
            .chain([format!("silent {}", words::percent(legend.silent))])
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
