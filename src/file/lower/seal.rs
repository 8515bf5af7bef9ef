//! Seals: the hash that binds a source to the text it was quoted from.

use sha2::{Digest, Sha256};

use crate::diagnostics::{Check, Code, Located, Problem, Repair};

use super::super::write::string;

/// A SHA-256 in hexadecimal is so long.
const DIGITS: usize = 64;
/// So many digits of a hash tell it from another one for people.
const SHORT: usize = 12;

/// The SHA-256 of a file's bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let digits = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// Notes what keeps a seal from being one.
pub fn is_seal(seal: &Located<String>, check: &mut Check) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let is_seal = seal.value.len() == DIGITS && seal.value.bytes().all(is_digit);
    if !is_seal {
        let problem = Problem::new(Code::BadSeal, &seal.at, "this is no SHA-256");
        check.report(problem.help(format!(
            "it has {DIGITS} digits, 0 to 9 and a to f; `whoholds seal` prints it"
        )));
    }
    is_seal
}

/// Notes that a held text is not the one that was sealed.
pub fn check_seal(seal: &Located<String>, name: &Located<String>, bytes: &[u8], check: &mut Check) {
    let now = sha256(bytes);
    if now == seal.value {
        return;
    }
    let message = format!(
        "`{}` has changed since it was sealed: {}… then, {}… now",
        name.value,
        &seal.value[..SHORT],
        &now[..SHORT]
    );
    let way_out = "put the text back as it was, or read what changed and seal it anew";
    check.report(
        Problem::new(Code::TextChanged, &seal.at, message)
            .also(&name.at, "this text")
            .help(way_out)
            .repair(Repair {
                key: "sha256",
                written: string(&now),
                text: now,
            }),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(sha256(b"").len(), DIGITS);
    }
}
