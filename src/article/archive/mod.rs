//! Web archives: the page of a WARC file, packed or not, or of a WACZ file, that an article is.

mod records;

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use zip::ZipArchive;

use super::{Unfit, charset};
use crate::{
    diagnostics::steers,
    limits::{TEXT, UNPACKED},
};
pub use records::Page;
use records::pages;

/// So many pages are listed where one is to be named.
const LISTED: usize = 8;
/// The list of pages in a WACZ file.
const LIST: &str = "pages/pages.jsonl";

/// Tells whether a file is a web archive; a file that is packed otherwise is none.
pub fn is_archive(bytes: &[u8]) -> bool {
    let starts = |mut archive: MultiGzDecoder<&[u8]>| {
        let mut start = [0; 5];
        archive.read_exact(&mut start).is_ok() && start == *b"WARC/"
    };
    bytes.starts_with(b"WARC/")
        || bytes.starts_with(b"\x1f\x8b") && starts(MultiGzDecoder::new(bytes))
        || opened(bytes).is_some_and(|archive| archive.file_names().any(is_warc))
}

/// The page of an archive with one alone, or the one that is named.
pub fn page(bytes: &[u8], named: Option<&str>) -> Result<Page, Unfit> {
    let (mut pages, entry) = match opened(bytes) {
        Some(archive) => of_wacz(archive)?,
        None => (bounded(&unpacked(bytes)?, &mut { UNPACKED })?, None),
    };
    if let Some(url) = named.or(entry.as_deref()) {
        let is_named = |page: &Page| page.url == url;
        if named.is_some() || pages.iter().any(is_named) {
            pages.retain(is_named);
        }
    }
    // Fetched twice: the last is what it came to be.
    let mut seen: Vec<String> = pages.iter().map(|page| page.url.clone()).collect();
    seen.sort();
    seen.dedup();
    let page = pages.pop().ok_or(Unfit::NoPage)?;
    if seen.len() > 1 {
        seen.truncate(LISTED);
        return Err(Unfit::Several(seen));
    }
    if page.body.len() as u64 > TEXT {
        return Err(Unfit::TooLarge);
    }
    Ok(page)
}

impl Page {
    /// The page as it is written.
    pub fn text(&self) -> std::borrow::Cow<'_, str> {
        charset::decode(&self.body, Some(&self.content_type))
    }

    /// Its address, where that is a link.
    pub fn link(&self) -> Option<String> {
        let is_link = self.url.starts_with("http://") || self.url.starts_with("https://");
        let is_plain = !self.url.chars().any(steers);
        (is_link && is_plain).then(|| self.url.clone())
    }
}

fn opened(bytes: &[u8]) -> Option<ZipArchive<Cursor<&[u8]>>> {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    is_zip
        .then(|| ZipArchive::new(Cursor::new(bytes)).ok())
        .flatten()
}

fn is_warc(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".warc.gz", ".warc"].iter().any(|end| name.ends_with(end))
}

/// The records of a WARC file, of which each may be packed by itself.
fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, Unfit> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(bytes.to_vec());
    }
    let mut records = Vec::new();
    // What is cut off is read as far as it goes.
    let _ = MultiGzDecoder::new(bytes)
        .take(UNPACKED + 1)
        .read_to_end(&mut records);
    if records.len() as u64 > UNPACKED {
        return Err(Unfit::Unpacks);
    }
    Ok(records)
}

/// The pages of an archive whose bodies unpack to no more than is left.
fn bounded(records: &[u8], left: &mut u64) -> Result<Vec<Page>, Unfit> {
    let pages = pages(records, left);
    if *left == 0 {
        return Err(Unfit::Unpacks);
    }
    Ok(pages)
}

/// The pages of a WACZ file, and the one that it was made for, where that is one alone.
fn of_wacz(mut archive: ZipArchive<Cursor<&[u8]>>) -> Result<(Vec<Page>, Option<String>), Unfit> {
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let mut left = UNPACKED;
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        if let Ok(file) = archive.by_name(name) {
            let _ = file.take(left + 1).read_to_end(&mut bytes);
        }
        left = left.checked_sub(bytes.len() as u64).ok_or(Unfit::Unpacks)?;
        Ok(bytes)
    };
    let listed = read(LIST)?;
    let (mut found, mut bodies) = (Vec::new(), UNPACKED);
    let mut total = 0;
    for name in names.iter().filter(|name| is_warc(name)) {
        let records = unpacked(&read(name)?)?;
        total += records.len() as u64;
        if total > UNPACKED {
            return Err(Unfit::Unpacks);
        }
        found.extend(bounded(&records, &mut bodies)?);
    }
    let listed = String::from_utf8_lossy(&listed);
    let listed = listed
        .lines()
        .filter_map(|line| serde_json::from_str::<Listed>(line).ok());
    let mut urls: Vec<String> = listed.filter_map(|it| it.url).collect();
    let entry = urls.pop().filter(|_| urls.is_empty());
    Ok((found, entry))
}

/// A line of the list of pages, of which the first says only what it is.
#[derive(Deserialize)]
struct Listed {
    url: Option<String>,
}

#[cfg(test)]
mod tests;
