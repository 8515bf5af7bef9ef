//! The text of a page of a PDF, string by string, with the place of each.

use std::{collections::HashMap, rc::Rc};

use lopdf::{
    Dictionary, Document, Object, Stream,
    content::{Content, Operation},
};

use super::{
    budget::UNPACKED,
    font::{Font, numbers},
    matrix::Matrix,
};

/// Forms are drawn within each other so deep.
const DEEP: usize = 8;
/// States are saved within each other so deep.
const SAVED: usize = 256;
/// Operations of a document, with those of its forms once for each time they are drawn.
const OPERATIONS: usize = 1_000_000;
/// Ways to write letters that leave nothing on the page.
const HIDDEN: &[f32] = &[3.0, 7.0];
/// The size of letters, in points, below which nobody sees them.
const SMALLEST: f32 = 1.0;
/// A page or a form costs as much to unpack as so many operations, and one more for so many bytes of it.
const STREAM: usize = 64;
/// Letters that cost as much to write as an operation.
const LETTERS: usize = 8;

/// A string on a page, in points from its lower left corner.
#[derive(Clone, Debug)]
pub struct Run {
    pub text: String,
    /// Its start and its end on its line.
    pub x: f32,
    pub end: f32,
    /// The height of its line on the page.
    pub y: f32,
    /// The size of its letters.
    pub size: f32,
    /// `false` for what is written without being shown, as what a program has read off a scan.
    pub is_shown: bool,
    /// Marked as no part of what is told, such as a running head.
    pub is_artifact: bool,
}

#[derive(Clone)]
struct State<'a> {
    page: Matrix,
    font: Option<Rc<Font<'a>>>,
    size: f32,
    between_letters: f32,
    between_words: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    is_shown: bool,
    /// Drawn within an artifact.
    is_artifact: bool,
}

/// Reads what pages write.
pub struct Reader<'a> {
    document: &'a Document,
    fonts: HashMap<*const Dictionary, Rc<Font<'a>>>,
    runs: Vec<Run>,
    operations: usize,
}

/// One stream of operations while it is read.
struct Drawing<'a> {
    state: State<'a>,
    saved: Vec<State<'a>>,
    /// The matrix of the text, and that of its line.
    text: Matrix,
    line: Matrix,
    /// Marked contents that are open, each `true` if it is an artifact.
    marked: Vec<bool>,
    resources: Vec<&'a Dictionary>,
    deep: usize,
}

impl<'a> Reader<'a> {
    pub fn new(document: &'a Document) -> Self {
        Self {
            document,
            fonts: HashMap::new(),
            runs: Vec::new(),
            operations: 0,
        }
    }

    /// Reads what a page writes; `None` where it takes too much.
    pub fn page(&mut self, id: lopdf::ObjectId) -> Option<Vec<Run>> {
        let content = self
            .document
            .get_page_content_with_limit(id, UNPACKED)
            .ok()?;
        self.operations += STREAM + content.len() / STREAM;
        // A page that is missing is an empty one.
        let Ok(page) = self.document.get_dictionary(id) else {
            return Some(Vec::new());
        };
        let resources = self.document.get_page_resources(id);
        let (own, named) = resources.unwrap_or_default();
        let named = named
            .iter()
            .filter_map(|id| self.document.get_dictionary(*id).ok());
        let turn = page
            .get_deref(b"Rotate", self.document)
            .and_then(Object::as_i64);
        let page = Matrix(match turn.unwrap_or(0).rem_euclid(360) {
            90 => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
            180 => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
            270 => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
            _ => Matrix::SAME.0,
        });
        let state = State {
            page,
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            is_shown: true,
            is_artifact: false,
        };
        self.draw(&content, state, own.into_iter().chain(named).collect(), 0);
        (self.operations < OPERATIONS).then(|| std::mem::take(&mut self.runs))
    }

    fn draw(
        &mut self,
        content: &[u8],
        state: State<'a>,
        resources: Vec<&'a Dictionary>,
        deep: usize,
    ) {
        let mut drawing = Drawing {
            state,
            saved: Vec::new(),
            text: Matrix::SAME,
            line: Matrix::SAME,
            marked: Vec::new(),
            resources,
            deep,
        };
        for operation in Content::decode_iter(content).map_while(Result::ok) {
            self.operations += 1;
            if self.operations >= OPERATIONS {
                return;
            }
            self.operation(&operation, &mut drawing);
        }
    }

    fn operation(
        &mut self,
        Operation { operator, operands }: &Operation,
        drawing: &mut Drawing<'a>,
    ) {
        let number = |n: usize| {
            operands
                .get(n)
                .and_then(|it| it.as_float().ok())
                .unwrap_or(0.0)
        };
        let string = |n: usize| {
            operands
                .get(n)
                .and_then(|it| it.as_str().ok())
                .unwrap_or_default()
        };
        let name = operands.first().and_then(|it| it.as_name().ok());
        let matrix = || {
            let numbers: Vec<f32> = operands
                .iter()
                .filter_map(|it| it.as_float().ok())
                .collect();
            Matrix::of(&numbers)
        };
        match operator.as_str() {
            "q" if drawing.saved.len() < SAVED => drawing.saved.push(drawing.state.clone()),
            "Q" => drawing.state = drawing.saved.pop().unwrap_or_else(|| drawing.state.clone()),
            "cm" => {
                let page = drawing.state.page;
                drawing.state.page = matrix().map_or(page, |it| it.then(page));
            }
            "BT" => drawing.start(Matrix::SAME),
            "Tm" => drawing.start(matrix().unwrap_or(Matrix::SAME)),
            "Tc" => drawing.state.between_letters = number(0),
            "Tw" => drawing.state.between_words = number(0),
            "Tz" => drawing.state.stretch = number(0) / 100.0,
            "TL" => drawing.state.leading = number(0),
            "Ts" => drawing.state.rise = number(0),
            "Tr" => drawing.state.is_shown = !HIDDEN.contains(&number(0)),
            "Tf" => {
                drawing.state.font = name.and_then(|name| self.font(name, drawing));
                drawing.state.size = number(1);
            }
            "Td" => drawing.next_line(number(0), number(1)),
            "TD" => {
                drawing.state.leading = -number(1);
                drawing.next_line(number(0), number(1));
            }
            "T*" => drawing.next_line(0.0, -drawing.state.leading),
            "Tj" => self.show(string(0), drawing),
            "'" => {
                drawing.next_line(0.0, -drawing.state.leading);
                self.show(string(0), drawing);
            }
            "\"" => {
                drawing.state.between_words = number(0);
                drawing.state.between_letters = number(1);
                drawing.next_line(0.0, -drawing.state.leading);
                self.show(string(2), drawing);
            }
            "TJ" => {
                let parts = operands.first().and_then(|it| it.as_array().ok());
                for part in parts.into_iter().flatten() {
                    if let Ok(string) = part.as_str() {
                        self.show(string, drawing);
                    } else if let Ok(back) = part.as_float() {
                        drawing.move_on(-back / 1000.0 * drawing.state.size);
                    }
                }
            }
            "BMC" | "BDC" if drawing.marked.len() < SAVED => {
                drawing.marked.push(name == Some(b"Artifact"));
            }
            // So deep within each other as in no document: it is read no further.
            "BMC" | "BDC" => self.operations = OPERATIONS,
            "EMC" => drop(drawing.marked.pop()),
            "Do" => {
                let form = name.and_then(|name| self.resource(b"XObject", name, drawing));
                if let Some(form) = form.and_then(|it| it.as_stream().ok()) {
                    self.form(form, drawing);
                }
            }
            _ => {}
        }
    }

    /// Draws what is kept apart to be drawn as often as one likes.
    fn form(&mut self, form: &'a Stream, drawing: &Drawing<'a>) {
        let kind = form.dict.get(b"Subtype").and_then(Object::as_name);
        let is_form = kind.is_ok_and(|kind| kind == b"Form");
        if !is_form || drawing.deep == DEEP {
            return;
        }
        let Ok(content) = form.get_plain_content_with_limit(UNPACKED) else {
            return;
        };
        self.operations += STREAM + content.len() / STREAM;
        let own = form.dict.get_deref(b"Resources", self.document);
        let own = own.and_then(Object::as_dict).ok();
        let resources = own.map_or_else(|| drawing.resources.clone(), |own| vec![own]);
        let matrix = form.dict.get_deref(b"Matrix", self.document).ok();
        let matrix = matrix.and_then(|it| Matrix::of(&numbers(it, self.document)));
        let mut state = drawing.state.clone();
        state.is_artifact = drawing.is_artifact();
        state.page = matrix.unwrap_or(Matrix::SAME).then(state.page);
        self.draw(&content, state, resources, drawing.deep + 1);
    }

    fn resource(&self, kind: &[u8], name: &[u8], drawing: &Drawing<'a>) -> Option<&'a Object> {
        drawing.resources.iter().find_map(|resources| {
            let all = resources
                .get_deref(kind, self.document)
                .ok()?
                .as_dict()
                .ok()?;
            all.get_deref(name, self.document).ok()
        })
    }

    fn font(&mut self, name: &[u8], drawing: &Drawing<'a>) -> Option<Rc<Font<'a>>> {
        let font = self.resource(b"Font", name, drawing)?.as_dict().ok()?;
        let known = self.fonts.entry(std::ptr::from_ref(font));
        Some(
            known
                .or_insert_with(|| Rc::new(Font::new(font, self.document)))
                .clone(),
        )
    }

    /// Writes a string, and moves on behind it.
    fn show(&mut self, string: &[u8], drawing: &mut Drawing<'a>) {
        let Some(font) = drawing.state.font.clone() else {
            return;
        };
        self.operations += string.len() / LETTERS;
        let start = drawing.place();
        let state = &drawing.state;
        let widths = font.codes(string).map(|(code, width)| {
            let space = if code == 32 { state.between_words } else { 0.0 };
            width / 1000.0 * state.size + state.between_letters + space
        });
        let width: f32 = widths.sum();
        drawing.move_on(width);
        let Matrix([along, up, _, height, x, y]) = start;
        // What stands upright or aslant is no line of the text but a stamp on it.
        let is_level = along > 0.0 && up.abs() < 0.1 * along;
        if !is_level {
            return;
        }
        let text = font.letters(string);
        let size = drawing.state.size * height.abs();
        let end = drawing.place().0[4];
        if !text.is_empty() && [x, y, size, end].into_iter().all(f32::is_finite) {
            self.runs.push(Run {
                text,
                x,
                end,
                y,
                size,
                is_shown: drawing.state.is_shown && size >= SMALLEST && end > x,
                is_artifact: drawing.is_artifact(),
            });
        }
    }
}

impl Drawing<'_> {
    const fn start(&mut self, matrix: Matrix) {
        self.text = matrix;
        self.line = matrix;
    }

    fn next_line(&mut self, x: f32, y: f32) {
        let line = Matrix::shift(x, y).then(self.line);
        self.start(line);
    }

    fn move_on(&mut self, width: f32) {
        self.text = Matrix::shift(width * self.state.stretch, 0.0).then(self.text);
    }

    fn is_artifact(&self) -> bool {
        self.state.is_artifact || self.marked.contains(&true)
    }

    /// The place on the page at which the next letter will stand.
    fn place(&self) -> Matrix {
        Matrix::shift(0.0, self.state.rise)
            .then(self.text)
            .then(self.state.page)
    }
}
