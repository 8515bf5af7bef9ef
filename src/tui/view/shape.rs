//! Arabic letters in the forms they take beside one another, for terminals that don't join them.
//!
//! Unicode has each form as a character of its own, in a fixed order: isolated, final, initial, medial.

/// Letters with the first of their forms, and whether they join on both sides; the others join to what is before them.
const LETTERS: &[(char, char, bool)] = &[
    ('آ', '\u{fe81}', false),
    ('أ', '\u{fe83}', false),
    ('ؤ', '\u{fe85}', false),
    ('إ', '\u{fe87}', false),
    ('ئ', '\u{fe89}', true),
    ('ا', '\u{fe8d}', false),
    ('ب', '\u{fe8f}', true),
    ('ة', '\u{fe93}', false),
    ('ت', '\u{fe95}', true),
    ('ث', '\u{fe99}', true),
    ('ج', '\u{fe9d}', true),
    ('ح', '\u{fea1}', true),
    ('خ', '\u{fea5}', true),
    ('د', '\u{fea9}', false),
    ('ذ', '\u{feab}', false),
    ('ر', '\u{fead}', false),
    ('ز', '\u{feaf}', false),
    ('س', '\u{feb1}', true),
    ('ش', '\u{feb5}', true),
    ('ص', '\u{feb9}', true),
    ('ض', '\u{febd}', true),
    ('ط', '\u{fec1}', true),
    ('ظ', '\u{fec5}', true),
    ('ع', '\u{fec9}', true),
    ('غ', '\u{fecd}', true),
    ('ف', '\u{fed1}', true),
    ('ق', '\u{fed5}', true),
    ('ك', '\u{fed9}', true),
    ('ل', '\u{fedd}', true),
    ('م', '\u{fee1}', true),
    ('ن', '\u{fee5}', true),
    ('ه', '\u{fee9}', true),
    ('و', '\u{feed}', false),
    ('ى', '\u{feef}', false),
    ('ي', '\u{fef1}', true),
    // Persian and Kurdish.
    ('پ', '\u{fb56}', true),
    ('ڤ', '\u{fb6a}', true),
    ('چ', '\u{fb7a}', true),
    ('ژ', '\u{fb8a}', false),
    ('ک', '\u{fb8e}', true),
    ('گ', '\u{fb92}', true),
    ('ھ', '\u{fbaa}', true),
    ('ۆ', '\u{fbd9}', false),
    ('ی', '\u{fbfc}', true),
];

/// Kurdish letters that have no forms of their own, and whether those beside them join on both sides.
const FORMLESS: &[(char, bool)] = &[('ێ', true), ('ڵ', true), ('ڕ', false), ('ە', false)];

/// The ligatures of lam and a following alef, isolated; the final form is the next character.
const LAM_ALEF: &[(char, char)] = &[
    ('آ', '\u{fef5}'),
    ('أ', '\u{fef7}'),
    ('إ', '\u{fef9}'),
    ('ا', '\u{fefb}'),
];

const TATWEEL: char = '\u{640}';

/// Gives every letter of a line, in the order it is read, its form; each item is a letter with its marks.
pub fn shape(line: &mut [String]) {
    let letters: Vec<Option<char>> = line.iter().map(|item| item.chars().next()).collect();
    let joins = |at: Option<usize>| at.and_then(|at| letters.get(at).copied().flatten());
    for (n, item) in line.iter_mut().enumerate() {
        let Some((letter, isolated, dual)) = letters[n].and_then(find) else {
            continue;
        };
        let before = joins(n.checked_sub(1)).is_some_and(joins_on);
        let after = dual && joins(n.checked_add(1)).is_some_and(joins_back);
        let form = u32::from(isolated) + u32::from(before) + 2 * u32::from(after);
        replace(item, letter, form);
    }
}

/// The ligature that must stand for lam with the alef after it, in the forms they were given.
pub fn ligature(lam: &str, alef: &str) -> Option<String> {
    let (mut lam_chars, mut alef_chars) = (lam.chars(), alef.chars());
    let joined = match lam_chars.next()? {
        '\u{fedf}' => 0,
        '\u{fee0}' => 1,
        _ => return None,
    };
    let alef = alef_chars.next()?;
    let (_, isolated) = LAM_ALEF.iter().find(|(letter, _)| {
        find(*letter).is_some_and(|(_, first, _)| u32::from(first) + 1 == u32::from(alef))
    })?;
    let form = char::from_u32(u32::from(*isolated) + joined)?;
    Some(
        std::iter::once(form)
            .chain(lam_chars)
            .chain(alef_chars)
            .collect(),
    )
}

fn find(letter: char) -> Option<(char, char, bool)> {
    LETTERS.iter().find(|(known, ..)| *known == letter).copied()
}

fn joins_on(letter: char) -> bool {
    letter == TATWEEL
        || find(letter).is_some_and(|(.., dual)| dual)
        || FORMLESS.contains(&(letter, true))
}

fn joins_back(letter: char) -> bool {
    letter == TATWEEL
        || find(letter).is_some()
        || FORMLESS.iter().any(|(known, _)| *known == letter)
}

fn replace(item: &mut String, letter: char, form: u32) {
    if let Some(form) = char::from_u32(form) {
        item.replace_range(..letter.len_utf8(), form.encode_utf8(&mut [0; 4]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn shaped(text: &str) -> String {
        let mut line: Vec<String> = text.chars().map(String::from).collect();
        shape(&mut line);
        line.concat()
    }

    #[test]
    fn letters_take_their_forms() {
        assert_eq!(shaped("طرطوس"), "ﻃﺮﻃﻮﺱ");
        assert_eq!(shaped("حلب"), "ﺣﻠﺐ");
        assert_eq!(shaped("إدلب x"), "ﺇﺩﻟﺐ x");
        assert_eq!(shaped("کوبانێ"), "ﮐﻮﺑﺎﻧێ");
    }

    #[test]
    fn every_form_is_a_form_of_its_letter() {
        for &(letter, isolated, dual) in LETTERS {
            for form in 0..if dual { 4 } else { 2 } {
                let form = char::from_u32(u32::from(isolated) + form).expect("a character");
                assert_eq!(
                    form.to_string().nfkc().collect::<String>(),
                    letter.to_string()
                );
            }
        }
        for &(alef, isolated) in LAM_ALEF {
            let both: String = isolated.to_string().nfkc().collect();
            assert_eq!(both, format!("ل{alef}"));
        }
    }
}
