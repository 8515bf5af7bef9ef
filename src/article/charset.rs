//! Pages in the encoding that they say they are in, as browsers read them.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A page says in its first bytes how it is encoded.
const HEAD: usize = 1024;

/// The letters of a page: by its first bytes, by what came with it, or by what it says; else by what it can be.
pub fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Cow<'a, str> {
    let named = content_type.and_then(label).or_else(|| {
        let head = &bytes[..bytes.len().min(HEAD)];
        label(&String::from_utf8_lossy(head))
    });
    let otherwise = if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    };
    named.unwrap_or(otherwise).decode(bytes).0
}

/// The encoding that is named behind `charset=`.
fn label(text: &str) -> Option<&'static Encoding> {
    let lower = text.to_ascii_lowercase();
    let (_, named) = lower.split_once("charset")?;
    let named = named.trim_start().strip_prefix('=')?.trim_start();
    let named = named.trim_start_matches(['"', '\'']);
    let end = named.find(|char: char| !(char.is_ascii_alphanumeric() || "-_:".contains(char)));
    Encoding::for_label(&named.as_bytes()[..end.unwrap_or(named.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_its_own_encoding() {
        for (bytes, content_type, expected) in [
            (&b"caf\xc3\xa9"[..], None, "café"),
            (b"caf\xe9", None, "café"),
            (b"caf\xe9", Some("text/html; charset=ISO-8859-1"), "café"),
            (
                b"<meta charset='windows-1251'>\xc4\xe0",
                None,
                "<meta charset='windows-1251'>Да",
            ),
            (b"\xef\xbb\xbfcaf\xc3\xa9", Some("charset=latin1"), "café"),
            (b"caf\xc3\xa9", Some("charset=unheard-of"), "café"),
        ] {
            assert_eq!(decode(bytes, content_type), expected);
        }
    }
}
