//! The main text of a web page, and what the page says of itself.

use dom_smoothie::{Config, Readability, TextMode};

use super::{Article, Unfit, dates, line};
use crate::limits::ELEMENTS_DEEP;

/// Elements whose end may be left out, so that they say nothing of depth.
const OPEN_ENDED: &[&str] = &[
    "p", "li", "dt", "dd", "td", "th", "tr", "option", "br", "hr", "img", "meta", "link", "input",
    "source", "wbr", "col", "area", "base", "embed", "track",
];

/// Takes the main text out of a page, a paragraph a line.
pub fn article(raw: &str) -> Result<Article, Unfit> {
    if depth(raw) > ELEMENTS_DEEP {
        return Err(Unfit::TooDeep);
    }
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let mut page = Readability::new(raw, None, Some(config)).map_err(|_| Unfit::Empty)?;
    // What is struck out is no longer said.
    page.doc.select("del, s, strike").remove();
    let canonical = page.doc.select("link[rel=canonical]").attr("href");
    let heading = page.doc.select("h1").first().text();
    let read = page.parse().map_err(|_| Unfit::Empty)?;
    let publisher = read.site_name.as_deref().and_then(line);
    let title = line(&read.title).map(|title| without_publisher(&title, publisher.as_deref()));
    let title = line(&heading)
        .filter(|heading| {
            title
                .as_ref()
                .is_none_or(|title| title.starts_with(heading))
        })
        .or(title);
    let author = read.byline.as_deref().and_then(line);
    let author = author.map(|byline| byline.strip_prefix("By ").unwrap_or(&byline).to_owned());
    let body = paragraphs(&read.text_content, title.as_deref(), author.as_deref());
    if body.is_empty() {
        return Err(Unfit::Empty);
    }
    let text: Vec<&str> = title.iter().chain(&body).map(String::as_str).collect();
    let text = text.join("\n\n") + "\n";
    let stamped = read
        .published_time
        .as_deref()
        .and_then(|time| time.get(..10));
    let day = stamped
        .and_then(|day| day.parse().ok())
        .or_else(|| dates::dateline(&text));
    let url = canonical.map(|url| url.to_string());
    let is_link = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    Ok(Article {
        text,
        front: usize::from(title.is_some()),
        title,
        author,
        publisher,
        published: day,
        retrieved: None,
        url: url.filter(is_link),
        language: read.lang.as_deref().and_then(language),
        is_taken_out: true,
    })
}

/// The depth of elements within each other, as far as their tags tell; no deeper than is too deep. An end that nothing
/// began ends nothing.
fn depth(raw: &str) -> usize {
    let mut open: Vec<String> = Vec::new();
    let mut deepest = 0;
    let mut rest = raw;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let (is_end, name) = rest
            .strip_prefix('/')
            .map_or((false, rest), |name| (true, name));
        let end = name.find(|char: char| !char.is_ascii_alphanumeric());
        let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
        rest = behind_tag(rest);
        if name.is_empty() || OPEN_ENDED.contains(&name.as_str()) {
            continue;
        }
        if !is_end {
            open.push(name);
        } else if let Some(at) = open.iter().rposition(|it| *it == name) {
            open.truncate(at);
        }
        deepest = deepest.max(open.len());
        if deepest > ELEMENTS_DEEP {
            break;
        }
    }
    deepest
}

/// The text behind a tag, whose values between quotation marks may have any signs in them.
fn behind_tag(text: &str) -> &str {
    let mut quote = None;
    let end = text.find(|char: char| match (quote, char) {
        (None, '>') => true,
        (None, '"' | '\'') => {
            quote = Some(char);
            false
        }
        (Some(open), char) if open == char => {
            quote = None;
            false
        }
        _ => false,
    });
    end.map_or("", |end| &text[end..])
}

/// The paragraphs of the body, without the headline and the byline where they stand there once more.
fn paragraphs(text: &str, title: Option<&str>, author: Option<&str>) -> Vec<String> {
    let mut body: Vec<String> = text.lines().filter_map(line).collect();
    for _ in 0..2 {
        let repeats = body.first().is_some_and(|first| {
            let byline = first.strip_prefix("By ").unwrap_or(first);
            Some(first.as_str()) == title || Some(byline) == author
        });
        if repeats {
            body.remove(0);
        }
    }
    body
}

/// A headline without the publisher's name after it.
fn without_publisher(title: &str, publisher: Option<&str>) -> String {
    let short = publisher.and_then(|publisher| title.strip_suffix(publisher));
    let short = short.map(|title| title.trim_end_matches([' ', '|', '-', '–', '—', ':', '·', '•']));
    short
        .filter(|title| !title.is_empty())
        .unwrap_or(title)
        .to_owned()
}

/// The tag of a language, as region files have it.
fn language(tag: &str) -> Option<String> {
    let is_tag = tag.len() >= 2
        && tag.len() <= 35
        && tag.starts_with(|char: char| char.is_ascii_lowercase())
        && tag
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || char == '-');
    is_tag.then(|| tag.split('-').next().unwrap_or(tag).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_struck_out_is_left_out() {
        let struck = PAGE.replace(
            "on Monday",
            "on <del>Sunday</del> <s>Friday</s> <strike>never</strike> Monday",
        );
        let article = Article::read(struck.into()).expect("an article");
        assert!(
            article
                .text
                .contains("the old quay on Monday, two witnesses"),
            "{}",
            article.text
        );
    }

    const PAGE: &str = r#"<!doctype html><html lang="en-GB"><head><title>Guard takes Old Quay &mdash; The Isle Gazette</title>
<link rel="canonical" href="https://gazette.example/2026/quay"><meta name="author" content="Ann Reed">
<meta property="og:site_name" content="The Isle Gazette">
<meta property="article:published_time" content="2026-01-13T08:00:00Z"><script>var x = "<p>no</p>";</script></head>
<body><nav><a href="/">Home</a> <a href="/x">World</a></nav><article><h1>Guard takes Old Quay</h1>
<p>By Ann Reed</p><p>HARBOUR, Jan 12 &ndash; The Quay Guard took over the old quay on Monday, two witnesses said. Nobody
was hurt, and the boats stayed where they were.</p>
<p>The Fishers&rsquo; Union holds the uplands, its spokesman said, and the caf&eacute; &amp; the shop were open.</p>
</article><footer>Subscribe</footer></body></html>"#;

    #[test]
    fn nothing_hides_how_deep_elements_are() {
        for deeper in [
            "<div></x>",
            "<div title=\"</div>\">",
            "<div><!--</div>-->",
            "<div title='>'></p>",
        ] {
            let page = format!("<html><body>{}A sentence.", deeper.repeat(5000));
            assert!(depth(&page) > ELEMENTS_DEEP, "{deeper}");
        }
        assert_eq!(
            depth("<html><body><div><p>a<p>b</div><div>c</div></body></html>"),
            3
        );
    }

    #[test]
    fn a_page_is_its_main_text_and_what_it_says_of_itself() {
        let article = Article::read(PAGE.into()).expect("an article");
        assert_eq!(
            article.text,
            "Guard takes Old Quay\n\nHARBOUR, Jan 12 – The Quay Guard took over the old quay on Monday, two witnesses \
             said. Nobody was hurt, and the boats stayed where they were.\n\nThe Fishers’ Union holds the uplands, its \
             spokesman said, and the café & the shop were open.\n"
        );
        assert_eq!(article.front, 1);
        assert_eq!(article.title.as_deref(), Some("Guard takes Old Quay"));
        assert_eq!(
            article.credit().as_deref(),
            Some("Ann Reed, The Isle Gazette")
        );
        let nameless = PAGE.replace("og:site_name", "x");
        let nameless = Article::read(nameless.into()).expect("an article");
        assert_eq!(nameless.author.as_deref(), Some("Ann Reed"));
        assert_eq!(nameless.credit(), None, "an author is no publisher");
        assert_eq!(
            article.published.map(Date::iso).as_deref(),
            Some("2026-01-13")
        );
        assert_eq!(
            article.url.as_deref(),
            Some("https://gazette.example/2026/quay")
        );
        assert_eq!(article.language.as_deref(), Some("en"));
    }

    #[test]
    fn hostile_pages_are_refused_or_read_soon() {
        let deep = format!("<html><body>{}words", "<div>".repeat(100_000));
        assert_eq!(Article::read(deep.into()), Err(Unfit::TooDeep));
        assert_eq!(
            Article::read("<html><body></body></html>".into()),
            Err(Unfit::Empty)
        );
        for broken in [
            "<html><p>one two three</p",
            "<html>&#0;&#x1b;[31m<b>x",
            "<html><!--",
        ] {
            let _ = Article::read(broken.into());
        }
    }

    use crate::atlas::Date;
}
