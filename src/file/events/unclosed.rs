//! A quotation mark in a table that is never closed: everything behind it is read as one cell.

/// The line, counted from 1, on which a cell begins whose quotation mark is never closed; of the text from the start of a
/// row on, which begins on a given line.
pub fn unclosed(text: &str, delimiter: u8, line: u64) -> Option<u64> {
    let (mut line, mut opened) = (line, None);
    let mut is_cell_start = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += u64::from(byte == b'\n');
        match opened {
            // Two of them stand for one.
            Some(_) if byte == b'"' => {
                if bytes.next_if_eq(&b'"').is_none() {
                    opened = None;
                    is_cell_start = false;
                }
            }
            Some(_) => {}
            None if byte == b'"' && is_cell_start => opened = Some(line),
            None => is_cell_start = byte == delimiter || byte == b'\n' || byte == b'\r',
        }
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_mark_that_opens_a_cell_and_is_never_closed_is_told() {
        let told = |text| unclosed(text, b',', 1);
        for text in [
            "",
            "a,b\n",
            "\"a\",\"b\nc\"\n",
            "a\"b,c\n",
            "\"a \"\"b\"\"\",c",
            "\"\"\"\"",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
        assert_eq!(told("a,\"b\nc,d\n"), Some(1));
        assert_eq!(told("a,b\nc,\"d\"\"\ne"), Some(2));
        assert_eq!(unclosed("a;\"b", b';', 7), Some(7));
    }
}
