//! Percent-encoding (RFC 3986).

use std::fmt::Write;

/// The text with every character that can't be kept spelt out in bytes.
pub fn encode(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for char in text.chars() {
        if keep(char) {
            encoded.push(char);
        } else {
            for byte in char.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to memory can't fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}
