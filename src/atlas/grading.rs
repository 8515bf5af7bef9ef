//! Source grading as intelligence services have it (NATO AJP-2.1, the "Admiralty code"): how reliable a source is and how
//! credible a piece of information, judged apart. The two are never made into one number.

use super::model::words;

words! {
    /// The degree to which a source has been right before.
    pub enum Reliability {
        A => "A", "completely reliable";
        B => "B", "usually reliable";
        C => "C", "fairly reliable";
        D => "D", "not usually reliable";
        E => "E", "unreliable";
        F => "F", "reliability cannot be judged";
    }
}

words! {
    /// The likelihood of what a claim says, whoever says it.
    pub enum Credibility {
        One => "1", "confirmed by other sources";
        Two => "2", "probably true";
        Three => "3", "possibly true";
        Four => "4", "doubtful";
        Five => "5", "improbable";
        Six => "6", "truth cannot be judged";
    }
}
