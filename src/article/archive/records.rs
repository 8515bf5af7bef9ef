//! Records of a WARC file, ISO 28500, and the pages in them.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use httparse::{EMPTY_HEADER, Header, Response, Status, parse_chunk_size, parse_headers};

use crate::atlas::Date;

/// Fields in the head of a record, or of a response.
const FIELDS: usize = 128;

/// A page as it was fetched.
#[derive(Debug)]
pub struct Page {
    pub url: String,
    pub fetched: Option<Date>,
    /// Its type as it was told, with its encoding.
    pub content_type: String,
    pub body: Vec<u8>,
}

/// The pages of an archive, in its order; what is cut off or broken ends it. `left` is what bodies may still unpack to, in
/// bytes; where nothing is left, the rest is not read.
pub fn pages(mut archive: &[u8], left: &mut u64) -> Vec<Page> {
    let mut pages = Vec::new();
    while *left > 0
        && let Some((page, rest)) = record(archive, left)
    {
        pages.extend(page);
        archive = rest;
    }
    pages
}

/// The first record, which may be a page, and what stands behind it.
fn record<'a>(archive: &'a [u8], left: &mut u64) -> Option<(Option<Page>, &'a [u8])> {
    let start = archive
        .iter()
        .position(|byte| !byte.is_ascii_whitespace())?;
    let archive = archive[start..].strip_prefix(b"WARC/")?;
    let line = archive.iter().position(|&byte| byte == b'\n')? + 1;
    let mut fields = [EMPTY_HEADER; FIELDS];
    let Ok(Status::Complete((length, fields))) = parse_headers(&archive[line..], &mut fields)
    else {
        return None;
    };
    let block = &archive[line + length..];
    let length: usize = field(fields, "Content-Length")?.parse().ok()?;
    let (block, rest) = block.split_at_checked(length)?;
    Some((page(fields, block, left), rest))
}

/// The page of a record that is a response with one.
fn page(fields: &[Header], block: &[u8], left: &mut u64) -> Option<Page> {
    let url = field(fields, "WARC-Target-URI")?;
    let url = url.trim_start_matches('<').trim_end_matches('>').to_owned();
    let fetched = field(fields, "WARC-Date").and_then(|date| date.get(..10)?.parse().ok());
    let (content_type, body) = match field(fields, "WARC-Type")? {
        "response" => response(block, left)?,
        "resource" => (field(fields, "Content-Type")?.to_owned(), block.to_vec()),
        _ => return None,
    };
    let kind = content_type.to_ascii_lowercase();
    let is_page = kind.starts_with("text/html") || kind.starts_with("application/xhtml");
    is_page.then_some(Page {
        url,
        fetched,
        content_type,
        body,
    })
}

/// The type of a response and its body, as it was before it was packed to be sent.
fn response(block: &[u8], left: &mut u64) -> Option<(String, Vec<u8>)> {
    let mut fields = [EMPTY_HEADER; FIELDS];
    let mut head = Response::new(&mut fields);
    let Ok(Status::Complete(length)) = head.parse(block) else {
        return None;
    };
    if head.code != Some(200) {
        return None;
    }
    let content_type = field(head.headers, "Content-Type")?.to_owned();
    let lower = |name| field(head.headers, name).map(str::to_ascii_lowercase);
    let is_chunked = lower("Transfer-Encoding").is_some_and(|it| it.contains("chunked"));
    let body = &block[length..];
    // Some programs write down what they have put together already, and leave the field.
    let whole = is_chunked.then(|| joined(body)).flatten();
    let body = whole.as_deref().unwrap_or(body);
    let packing = lower("Content-Encoding");
    let unpacked = unpacked(body, packing.as_deref().map(str::trim), left);
    Some((content_type, unpacked.unwrap_or_else(|| body.to_vec())))
}

fn field<'a>(fields: &[Header<'a>], name: &str) -> Option<&'a str> {
    let field = fields
        .iter()
        .find(|field| field.name.eq_ignore_ascii_case(name))?;
    std::str::from_utf8(field.value).ok().map(str::trim)
}

/// A body that was sent in chunks; `None` if it is none.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    while let Ok(Status::Complete((head, size))) = parse_chunk_size(body) {
        if size == 0 {
            return Some(whole);
        }
        let (chunk, rest) = body[head..].split_at_checked(usize::try_from(size).ok()?)?;
        whole.extend_from_slice(chunk);
        body = rest.strip_prefix(b"\r\n")?;
    }
    None
}

/// A body without its packing; `None` if it has none, or another than it says.
fn unpacked(body: &[u8], packing: Option<&str>, left: &mut u64) -> Option<Vec<u8>> {
    match packing? {
        "gzip" | "x-gzip" => read(MultiGzDecoder::new(body), left),
        "deflate" => {
            read(ZlibDecoder::new(body), left).or_else(|| read(DeflateDecoder::new(body), left))
        }
        "br" => read(brotli_decompressor::Decompressor::new(body, 4096), left),
        _ => None,
    }
}

/// Reads what something unpacks to, no more of it than is left; what fails has taken its part of that, too.
fn read(from: impl Read, left: &mut u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = from.take(*left).read_to_end(&mut bytes);
    *left = left.saturating_sub(bytes.len() as u64);
    (read.is_ok() && !bytes.is_empty()).then_some(bytes)
}
