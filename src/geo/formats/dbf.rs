//! The table of properties beside a Shapefile, in dBASE's format: rows of fixed width.

use super::error::GeodataError;

const FIELD: usize = 32;
/// The byte that ends the list of fields.
const END: u8 = 0x0d;

/// The cells of a row, each with the name of its column.
pub type Row = Vec<(String, String)>;

struct Column {
    name: String,
    width: usize,
}

/// The way in which bytes are letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Windows1252,
}

/// The byte that a row begins with which was deleted.
const DELETED: u8 = b'*';

/// Reads the rows, `None` for each that was deleted; `cpg` is the file that names the encoding.
pub fn read(bytes: &[u8], cpg: Option<&[u8]>) -> Result<Vec<Option<Row>>, GeodataError> {
    let encoding = cpg.map_or(Ok(Encoding::Utf8), encoding)?;
    let broken = || beside("its .dbf is no table of dBASE");
    let short = |at: usize| {
        Some(usize::from(u16::from_le_bytes(
            *bytes.get(at..)?.first_chunk()?,
        )))
    };
    let (head, width) = (short(8).ok_or_else(broken)?, short(10).ok_or_else(broken)?);
    let fields = bytes.get(FIELD..head).ok_or_else(broken)?;
    let columns: Vec<Column> = fields
        .chunks_exact(FIELD)
        .take_while(|field| field[0] != END)
        .map(|field| {
            let name = field[..11]
                .split(|&byte| byte == 0)
                .next()
                .unwrap_or_default();
            Ok(Column {
                name: encoding.text(name).ok_or_else(|| not_utf8("the head"))?,
                width: usize::from(field[16]),
            })
        })
        .collect::<Result<_, GeodataError>>()?;
    if width == 0 || columns.iter().map(|column| column.width).sum::<usize>() >= width {
        return Err(broken());
    }
    let count = bytes
        .get(4..)
        .and_then(<[u8]>::first_chunk)
        .map(|count| u32::from_le_bytes(*count));
    let count = count
        .and_then(|count| usize::try_from(count).ok())
        .ok_or_else(broken)?;
    let rows = bytes[head..].chunks_exact(width).take(count);
    rows.enumerate()
        .map(|(n, row)| match row[0] {
            DELETED => Ok(None),
            _ => cells(row, &columns, encoding, n + 1).map(Some),
        })
        .collect()
}

/// The values of a row, which begins with a mark of whether it was taken out.
fn cells(
    row: &[u8],
    columns: &[Column],
    encoding: Encoding,
    number: usize,
) -> Result<Row, GeodataError> {
    let mut rest = &row[1..];
    let mut cells = Row::with_capacity(columns.len());
    for column in columns {
        let (cell, after) = rest.split_at(column.width);
        let text = encoding.text(cell);
        let text = text.ok_or_else(|| not_utf8(&format!("row {number}")))?;
        cells.push((column.name.clone(), text.replace('\0', " ")));
        rest = after;
    }
    Ok(cells)
}

fn encoding(cpg: &[u8]) -> Result<Encoding, GeodataError> {
    let name = String::from_utf8_lossy(cpg).trim().to_ascii_uppercase();
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    match digits.as_str() {
        "8" | "65001" => Ok(Encoding::Utf8),
        "88591" | "1252" => Ok(Encoding::Windows1252),
        _ => {
            let name: String = name.chars().take(40).collect();
            Err(beside(&format!(
                "its .cpg says that its names are in “{name}”: export it in UTF-8"
            )))
        }
    }
}

impl Encoding {
    fn text(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Windows1252 => Some(bytes.iter().copied().map(windows_1252).collect()),
            Self::Utf8 => str::from_utf8(bytes).ok().map(str::to_owned),
        }
    }
}

/// The letter that a byte is: that of Latin 1, which has none from 0x80 to 0x9f.
fn windows_1252(byte: u8) -> char {
    const LETTERS: &str = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";
    let letter = byte.checked_sub(0x80).filter(|n| *n < 0x20);
    let letter = letter.and_then(|n| LETTERS.chars().nth(usize::from(n)));
    letter.unwrap_or(char::from(byte))
}

fn not_utf8(part: &str) -> GeodataError {
    beside(&format!(
        "{part} of its .dbf is not UTF-8: export it in UTF-8, with the .cpg that says so"
    ))
}

fn beside(why: &str) -> GeodataError {
    GeodataError::Beside(why.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_windows_are_known() {
        let bytes = [b'D', 0x92, 0xe9, 0x80, 0x9f, b'.'];
        assert_eq!(
            Encoding::Windows1252.text(&bytes).as_deref(),
            Some("D’é€Ÿ.")
        );
        assert_eq!(Encoding::Utf8.text(&bytes), None);
    }
}
