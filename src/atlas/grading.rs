//! Source grading as intelligence services have it (NATO AJP-2.1, the "Admiralty code"): how reliable a source is and how
//! credible a piece of information, judged apart. The two are never made into one number.

use super::model::words;

/// The degree to which a source has been right before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F,
}

/// The likelihood of what a claim says, whoever says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Credibility {
    One,
    Two,
    Three,
    Four,
    Five,
    Six,
}

words!(Reliability {
    A => "A", "completely reliable";
    B => "B", "usually reliable";
    C => "C", "fairly reliable";
    D => "D", "not usually reliable";
    E => "E", "unreliable";
    F => "F", "reliability cannot be judged";
});

words!(Credibility {
    One => "1", "confirmed by other sources";
    Two => "2", "probably true";
    Three => "3", "possibly true";
    Four => "4", "doubtful";
    Five => "5", "improbable";
    Six => "6", "truth cannot be judged";
});
