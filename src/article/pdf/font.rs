//! Fonts of a PDF: which letters the codes of a string stand for, and how far each moves on.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::budget::UNPACKED;

/// The width of a letter whose font tells none, in thousandths of its size.
const USUAL: f32 = 500.0;
/// So many widths are read of a font.
const MOST: usize = 1 << 16;

/// A font as strings are read with it.
pub struct Font<'a> {
    encoding: Option<Encoding<'a>>,
    /// Bytes of a code.
    code: usize,
    /// Widths by code, in thousandths of the size of the font.
    widths: HashMap<usize, f32>,
    otherwise: f32,
}

impl<'a> Font<'a> {
    pub fn new(font: &'a Dictionary, document: &'a Document) -> Self {
        let subtype = font.get(b"Subtype").and_then(Object::as_name);
        let is_composite = subtype.is_ok_and(|name| name == b"Type0");
        let mut new = Self {
            encoding: font.get_font_encoding_with_limit(document, UNPACKED).ok(),
            code: if is_composite { 2 } else { 1 },
            widths: HashMap::new(),
            otherwise: USUAL,
        };
        if is_composite {
            new.read_composite(font, document);
        } else {
            new.read_simple(font, document);
        }
        new
    }

    fn read_simple(&mut self, font: &Dictionary, document: &Document) {
        let first = font.get_deref(b"FirstChar", document);
        let first = first.and_then(Object::as_i64).unwrap_or(0);
        // A font that is drawn glyph by glyph measures them in units of its own.
        let matrix = font.get_deref(b"FontMatrix", document);
        let unit = matrix
            .ok()
            .and_then(|it| numbers(it, document).first().copied());
        let unit = unit.map_or(1.0, |unit| 1000.0 * unit);
        if let (Ok(widths), Ok(first)) =
            (font.get_deref(b"Widths", document), usize::try_from(first))
        {
            let widths = numbers(widths, document).into_iter();
            let coded = widths
                .enumerate()
                .map(|(n, width)| (first.saturating_add(n), unit * width));
            self.widths.extend(coded);
        }
    }

    fn read_composite(&mut self, font: &Dictionary, document: &Document) {
        let inner = font.get_deref(b"DescendantFonts", document);
        let inner = inner
            .and_then(Object::as_array)
            .ok()
            .and_then(|it| it.first());
        let inner = inner.and_then(|it| document.dereference(it).ok());
        let Some(inner) = inner.and_then(|(_, it)| it.as_dict().ok()) else {
            return;
        };
        let otherwise = inner.get_deref(b"DW", document).and_then(Object::as_float);
        self.otherwise = otherwise.unwrap_or(1000.0);
        let widths = inner.get_deref(b"W", document).and_then(Object::as_array);
        let mut widths = widths.map_or(&[][..], Vec::as_slice).iter();
        // Either a code and the widths from it on, or two codes and the width of all between them.
        while let (Some(first), Some(next)) = (widths.next().and_then(code), widths.next()) {
            if self.widths.len() > MOST {
                return;
            }
            if let Ok((_, Object::Array(several))) = document.dereference(next) {
                let several = several.iter().filter_map(|it| it.as_float().ok());
                let coded = several.take(MOST).enumerate();
                self.widths
                    .extend(coded.map(|(n, width)| (first.saturating_add(n), width)));
            } else if let (Some(last), Some(Ok(width))) =
                (code(next), widths.next().map(Object::as_float))
            {
                self.widths.extend(
                    (first..=last.min(first.saturating_add(MOST))).map(|code| (code, width)),
                );
            }
        }
    }

    /// The letters of a string; none where the font doesn't tell them.
    pub fn letters(&self, string: &[u8]) -> String {
        let letters = self
            .encoding
            .as_ref()
            .map(|encoding| Document::decode_text(encoding, string));
        letters.and_then(Result::ok).unwrap_or_default()
    }

    /// The codes of a string, each with its width in thousandths of the size of the font.
    pub fn codes<'s>(&'s self, string: &'s [u8]) -> impl Iterator<Item = (usize, f32)> + 's {
        string.chunks(self.code).map(|bytes| {
            let code = bytes
                .iter()
                .fold(0, |code, &byte| code << 8 | usize::from(byte));
            (
                code,
                self.widths.get(&code).copied().unwrap_or(self.otherwise),
            )
        })
    }
}

fn code(object: &Object) -> Option<usize> {
    usize::try_from(object.as_i64().ok()?).ok()
}

/// The numbers of a list, at most as many as a font has codes.
pub fn numbers(list: &Object, document: &Document) -> Vec<f32> {
    let list = list.as_array().map_or(&[][..], Vec::as_slice).iter();
    let list = list.take(MOST).map(|it| {
        let number = document.dereference(it).and_then(|(_, it)| it.as_float());
        number.unwrap_or(0.0)
    });
    list.collect()
}
