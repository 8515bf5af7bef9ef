//! Lines as sentences to be read aloud: without marks, and with words where the eye has signs.

use super::{Line, Role};

/// Signs that say nothing to the ear, and what is said instead.
const SIGNS: &[(&str, &str)] = &[
    ("→ ", "then "),
    (" · ", ", "),
    ("\u{a0}", " "),
    ("¶", "paragraph "),
    (" ✓", ""),
    ("km²", "square kilometres"),
];

/// Each line as one sentence; blank lines are left out.
pub fn spoken(lines: &[Line]) -> Vec<String> {
    let sentences = lines.iter().map(sentence);
    sentences.filter(|text| !text.is_empty()).collect()
}

fn sentence(line: &Line) -> String {
    let words = line
        .spans
        .iter()
        .filter(|span| !matches!(span.role, Role::Mark(_)))
        .map(|span| span.text.as_str());
    let text = SIGNS
        .iter()
        .fold(words.collect::<String>(), |text, (sign, word)| {
            text.replace(sign, word)
        });
    // A dash before a source; elsewhere it is part of what is quoted.
    let text = match text.trim().strip_prefix("— ") {
        Some(source) => format!("from {source}"),
        None => text.trim().to_owned(),
    };
    let text = text.as_str();
    if text.is_empty() {
        return String::new();
    }
    let heading = line.spans.iter().all(|span| span.role == Role::Heading);
    let end = match text.trim_end_matches(['”', '"']).chars().next_back() {
        Some('.' | '!' | '?' | ':' | '…') => "",
        _ if heading => ":",
        _ => ".",
    };
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first
        .into_iter()
        .flatten()
        .chain(letters)
        .chain(end.chars())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caption::sample::{NORTHEAST, Sample};

    #[test]
    fn a_caption_reads_as_sentences() {
        let sample = Sample::new();
        let caption = sample.captions().place(NORTHEAST);
        insta::assert_snapshot!(spoken(&caption.lines(&sample.atlas)).join("\n"), @"
        Parts held by Blues; which parts is not said.
        Quoted, 1 source, undated, its outline is schematic.
        “Blues roam the northeast” — in pockets.
        From A title, paragraph 1.
        Found in the held text, undated.
        Area: about 10,100 square kilometres, 25% of the country.
        Sites here:
        Blue airport, Blues: withdrawing.
        Also said of it:
        Reds: present.
        Blues roam the “northeast — in pockets”.
        Our reading: Pockets are said to be there.
        From A title, paragraph 1.
        Found in the held text (typography differs), undated.
        ");
    }
}
