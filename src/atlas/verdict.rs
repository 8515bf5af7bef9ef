//! The outcome for a claim under the rule.

use super::{ClaimId, says::Role};

/// The outcome for a claim under the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is one of those that decide.
    Decides,
    /// It decides, but a later claim has taken some of the region from its actor.
    Narrowed(ClaimId),
    /// It agrees with one of those that decide, which says more.
    Within(ClaimId),
    /// It bears on the subject without deciding who has it.
    Bears,
    /// A later claim contradicts it, or says it anew.
    Superseded(ClaimId),
    /// Its quotation is not found in the held text.
    Unproved,
    /// It is switched off.
    SwitchedOff,
    /// It awaits somebody's review.
    Draft,
    /// It is from after the date.
    Later,
}

impl Verdict {
    /// Returns `true` if the claim is among those that decide.
    pub const fn decides(self) -> bool {
        matches!(self, Self::Decides | Self::Narrowed(_))
    }

    /// Returns `true` if the claim counts at the date at all.
    pub const fn counts(self) -> bool {
        !matches!(
            self,
            Self::Unproved | Self::SwitchedOff | Self::Draft | Self::Later
        )
    }
}

/// A claim about a subject with what it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The claim that is weighed.
    pub claim: ClaimId,
    /// The outcome for it: whether it counts, and against what.
    pub verdict: Verdict,
    /// The effect on the state where it decides.
    pub role: Role,
}

impl Weighed {
    /// A claim that is shown without being weighed.
    pub const fn shown(claim: ClaimId) -> Self {
        Self {
            claim,
            verdict: Verdict::Bears,
            role: Role::Bears,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_counts_unless_it_is_set_aside_and_decides_where_nothing_ends_it() {
        let claim = ClaimId(0);
        for (verdict, counts, decides) in [
            (Verdict::Decides, true, true),
            (Verdict::Narrowed(claim), true, true),
            (Verdict::Within(claim), true, false),
            (Verdict::Bears, true, false),
            (Verdict::Superseded(claim), true, false),
            (Verdict::Unproved, false, false),
            (Verdict::SwitchedOff, false, false),
            (Verdict::Draft, false, false),
            (Verdict::Later, false, false),
        ] {
            assert_eq!(
                (verdict.counts(), verdict.decides()),
                (counts, decides),
                "{verdict:?}"
            );
        }
    }
}
