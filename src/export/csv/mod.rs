//! Tables as CSV, quoted as RFC 4180 has it: a header, then a row for each claim, each place, or each share at each date.

mod cell;
mod claims;
mod events;
mod shares;
mod states;

use super::ExportError;

pub use cell::read;
pub use claims::Claims;
pub use events::Events;
pub use shares::Shares;
pub use states::States;

const MEDIA_TYPE: &str = "text/csv; charset=utf-8; header=present";

/// The bytes of a table.
fn table<const COLUMNS: usize>(
    header: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> Result<Vec<u8>, ExportError> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer
        .into_inner()
        .map_err(|error| ::csv::Error::from(error.into_error()).into())
}
