//! Tables as CSV (RFC 4180): a header, then a row for each claim, each place, or each share at each date.

mod cell;
mod claims;
mod shares;
mod states;

use super::ExportError;

pub use cell::read;
pub use claims::Claims;
pub use shares::Shares;
pub use states::States;

const MEDIA_TYPE: &str = "text/csv; charset=utf-8; header=present";

/// The bytes of a table.
fn table<const COLUMNS: usize>(
    header: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> Result<Vec<u8>, ExportError> {
    let terminator = ::csv::Terminator::CRLF;
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(terminator)
        .from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer
        .into_inner()
        .map_err(|error| ::csv::Error::from(error.into_error()).into())
}
