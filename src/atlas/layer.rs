//! The words for the layer of a day, which says no more than that it was drawn.

use super::{Claim, Contents, Date};

/// The words of a claim that a layer makes.
pub fn layer_words(holder: &str, day: Date) -> String {
    format!("What {holder} holds, as the layer of {day} draws it.")
}

impl Contents {
    /// Returns `true` if a claim says nothing but that the layer of its day was drawn so.
    pub fn is_of_layer(&self, claim: &Claim) -> bool {
        let holder = claim.actor.map(|id| self[id].name.as_str());
        let words = holder.zip(claim.when);
        let words = words.map(|(holder, day)| layer_words(holder, day));
        let plain = claim.quote.is_none() && claim.because.is_none();
        plain && words.is_some() && claim.summary == words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::sample;

    #[test]
    fn only_a_claim_in_the_words_of_layers_is_of_one() {
        let atlas = sample::atlas();
        let claim = &atlas.claims[4];
        assert!(!atlas.is_of_layer(claim));
        let day: Date = "2026-01-20".parse().expect("a date");
        let holder = claim.actor.map(|id| atlas[id].name.clone());
        let drawn = Claim {
            quote: None,
            because: None,
            when: Some(day),
            summary: holder.map(|holder| layer_words(&holder, day)),
            ..claim.clone()
        };
        assert!(atlas.is_of_layer(&drawn));
        let read = Claim {
            because: Some("It is read so.".to_owned()),
            ..drawn
        };
        assert!(!atlas.is_of_layer(&read));
    }
}
