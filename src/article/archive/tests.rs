use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::{article::Article, atlas::Date};

const QUAY: &str = "https://gazette.example/quay";

fn page(title: &str) -> String {
    let words =
        "The Union holds the café of the old quay, its spokesman said on Monday. ".repeat(5);
    format!(
        "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{words}</p></article></body></html>"
    )
}

fn response(url: &str, fields: &str, body: &[u8]) -> Vec<u8> {
    let mut http = format!("HTTP/1.1 200 OK\r\n{fields}\r\n").into_bytes();
    http.extend(body);
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-14T08:00:00Z\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        http.len()
    );
    let mut record = head.into_bytes();
    record.extend(http);
    record.extend(b"\r\n\r\n");
    record
}

fn html_of(url: &str, title: &str) -> Vec<u8> {
    response(
        url,
        "Content-Type: text/html; charset=utf-8\r\n",
        page(title).as_bytes(),
    )
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

fn wacz(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("memory");
        archive.write_all(bytes).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

#[test]
fn an_archived_page_knows_its_address_and_when_it_was_fetched() {
    let info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nsoft\r\n\r\n".to_vec();
    let picture = response(
        "https://gazette.example/a.png",
        "Content-Type: image/png\r\n",
        b"\x89PNG",
    );
    let records = [info, picture, html_of(QUAY, "The old quay")];
    let packed: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    let zipped = wacz(&[("archive/data.warc.gz", packed.clone())]);
    for archive in [records.concat(), packed, zipped] {
        let article = Article::read(archive).expect("an article");
        assert_eq!(article.url.as_deref(), Some(QUAY));
        assert_eq!(
            article.retrieved.map(Date::iso).as_deref(),
            Some("2026-01-14")
        );
        assert_eq!(article.title.as_deref(), Some("The old quay"));
        assert!(
            article.text.contains("the café of the old quay"),
            "{}",
            article.text
        );
    }
}

#[test]
fn what_was_packed_to_be_sent_is_unpacked() {
    let body = page("The old quay");
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&body);
    let packed = gzip(body.as_bytes());
    let chunked = [
        format!("{:x}\r\n", packed.len()).into_bytes(),
        packed.clone(),
        b"\r\n0\r\n\r\n".to_vec(),
    ];
    let chunked = chunked.concat();
    let html = "Content-Type: text/html\r\n";
    for (fields, body) in [
        (
            format!("{html}Content-Encoding: gzip\r\n"),
            packed.as_slice(),
        ),
        (
            format!("{html}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
            &chunked,
        ),
        // Unpacked when it was written down.
        (
            format!("{html}Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n"),
            body.as_bytes(),
        ),
        (
            "Content-Type: text/html; charset=windows-1252\r\n".to_owned(),
            &latin,
        ),
    ] {
        let article = Article::read(response(QUAY, &fields, body)).expect("an article");
        assert!(
            article.text.contains("the café of the old quay"),
            "{fields}{}",
            article.text
        );
    }
}

#[test]
fn of_several_pages_one_is_to_be_named() {
    let hills = "https://gazette.example/hills";
    let records = [html_of(QUAY, "The old quay"), html_of(hills, "The hills")].concat();
    let several = Unfit::Several(vec![hills.to_owned(), QUAY.to_owned()]);
    assert_eq!(Article::read(records.clone()), Err(several));
    let of = |named: &str| Article::read_page(records.clone(), Some(named)).map(|it| it.title);
    assert_eq!(of(hills), Ok(Some("The hills".to_owned())));
    assert_eq!(of("https://gazette.example/"), Err(Unfit::NoPage));
    // The list of a WACZ file says which page it was made for.
    let list = format!("{{\"format\":\"json-pages-1.0\"}}\n{{\"url\":\"{QUAY}\"}}\n");
    let made = wacz(&[("archive/a.warc", records), (LIST, list.into_bytes())]);
    let article = Article::read(made).expect("an article");
    assert_eq!(article.url.as_deref(), Some(QUAY));
}

#[test]
fn hostile_archives_are_refused_or_read_soon() {
    let bomb = [b"WARC/1.0\r\n".to_vec(), vec![b' '; 80 << 20]].concat();
    assert_eq!(Article::read(gzip(&bomb)), Err(Unfit::Unpacks));
    // Each body may be small, and all of them together are not.
    let body = gzip(&vec![b' '; 20 << 20]);
    let packed = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n";
    let bodies = response(QUAY, packed, &body).repeat(4);
    assert_eq!(Article::read(bodies), Err(Unfit::Unpacks));
    let steering = html_of("https://a.example/\u{9b}31m", "The old quay");
    assert_eq!(Article::read(steering).map(|it| it.url), Ok(None));
    let endless =
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n";
    assert_eq!(Article::read(endless.to_vec()), Err(Unfit::NoPage));
    let cut = html_of(QUAY, "The old quay");
    for length in (0..cut.len()).step_by(37) {
        let _ = Article::read(cut[..length].to_vec());
    }
    assert!(matches!(
        Article::read(b"PK\x03\x04".to_vec()),
        Err(Unfit::Unknown(_))
    ));
}
