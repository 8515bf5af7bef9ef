//! Lines of a page, put together from what it writes, and which of them are no part of what is told.

use std::collections::HashMap;

use super::content::Run;

/// A gap of that share of the size of the letters is a space.
const SPACE: f32 = 0.16;
/// A wider gap, in sizes of the letters, parts columns.
const COLUMN: f32 = 3.0;
/// So many lines at the top and at the foot of a page may be running heads.
const EDGE: usize = 2;

/// A line of a page.
#[derive(Clone, Debug)]
pub struct Line {
    pub text: String,
    pub x: f32,
    pub end: f32,
    pub y: f32,
    pub size: f32,
    /// Marked as no part of what is told from its start to its end.
    is_artifact: bool,
}

/// The lines of a page, in the order in which they are written.
pub fn lines(mut runs: Vec<Run>) -> Vec<Line> {
    without_hidden(&mut runs);
    // The numbers of lines stand beside them.
    runs.retain(|run| !(run.is_artifact && run.text.trim().chars().all(|it| it.is_ascii_digit())));
    let mut lines: Vec<Line> = Vec::new();
    for run in runs {
        let joined = lines.last_mut().filter(|line| line.goes_on(&run));
        if let Some(line) = joined {
            line.join(&run);
        } else {
            let Run {
                text,
                x,
                end,
                y,
                size,
                is_artifact,
                ..
            } = run;
            lines.push(Line {
                text,
                x,
                end,
                y,
                size,
                is_artifact,
            });
        }
    }
    for line in &mut lines {
        let words: Vec<&str> = line.text.split_whitespace().collect();
        line.text = words.join(" ");
    }
    lines.retain(|line| !line.text.is_empty() && !line.is_artifact);
    lines
}

/// Leaves out what is written without being shown, unless it is the most of the page: the words of a scan, behind its
/// picture.
fn without_hidden(runs: &mut Vec<Run>) {
    let letters = |is_shown: bool| -> usize {
        let these = runs.iter().filter(|run| run.is_shown == is_shown);
        these.map(|run| run.text.len()).sum()
    };
    if letters(true) > letters(false) {
        runs.retain(|run| run.is_shown);
    }
}

impl Line {
    fn goes_on(&self, run: &Run) -> bool {
        let size = self.size.max(run.size);
        let gap = run.x - self.end;
        (run.y - self.y).abs() < 0.5 * size && -size < gap && gap < COLUMN * size
    }

    fn join(&mut self, run: &Run) {
        let is_apart = run.x - self.end > SPACE * self.size.max(run.size);
        if is_apart && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
        // What is set smaller, as the number of a note, is of the line that it stands beside.
        if run.size > self.size {
            self.size = run.size;
            self.y = run.y;
        }
        self.is_artifact &= run.is_artifact;
        self.text.push_str(&run.text);
        self.end = self.end.max(run.end);
    }

    /// The line with one sign for any number, which makes running heads of different pages alike.
    fn pattern(&self) -> String {
        let mut pattern = String::new();
        for char in self.text.chars() {
            match char {
                digit if digit.is_ascii_digit() => {
                    if !pattern.ends_with('#') {
                        pattern.push('#');
                    }
                }
                char => pattern.push(char),
            }
        }
        pattern
    }
}

/// Leaves out running heads and page numbers: what stands at the edge of most pages, at one height, in one wording but
/// for numbers; and at the foot of a page, a number alone.
pub fn without_heads(pages: &mut [Vec<Line>]) {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for page in &*pages {
        for n in edges(page) {
            *seen.entry(key(&page[n])).or_default() += 1;
        }
    }
    let count = pages.len();
    for page in pages {
        let heads: Vec<usize> = edges(page)
            .into_iter()
            .filter(|&n| {
                let times = seen.get(&key(&page[n])).copied().unwrap_or_default();
                let is_last = page.iter().all(|line| line.y >= page[n].y);
                times > 1 && 2 * times > count || is_last && page[n].pattern() == "#"
            })
            .collect();
        let mut n = 0;
        page.retain(|_| {
            n += 1;
            !heads.contains(&(n - 1))
        });
    }
}

/// The first and the last lines of a page, as they stand on it.
fn edges(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|&a, &b| page[b].y.total_cmp(&page[a].y));
    let last = order.len().saturating_sub(EDGE).max(EDGE.min(order.len()));
    let (first, rest) = order.split_at(EDGE.min(order.len()));
    let skipped = last - first.len();
    first
        .iter()
        .chain(&rest[skipped.min(rest.len())..])
        .copied()
        .collect()
}

/// The height is told to a few points.
#[expect(clippy::cast_possible_truncation, reason = "pages are far smaller")]
fn key(line: &Line) -> (String, i32) {
    (line.pattern(), (line.y / 4.0).round() as i32)
}
