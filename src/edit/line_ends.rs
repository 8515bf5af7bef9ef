//! Line ends of a file that is changed: those of lines that stay are kept, new lines get those of the line before.

/// Changes a text whose lines end as TOML is written out, in `\n` alone, and gives it the line ends that it had.
pub fn kept<E>(text: &str, change: impl FnOnce(&str) -> Result<String, E>) -> Result<String, E> {
    let plain = text.replace("\r\n", "\n");
    let changed = change(&plain)?;
    if plain.len() == text.len() {
        return Ok(changed);
    }
    let before: Vec<&str> = text.split_inclusive('\n').collect();
    let after: Vec<&str> = changed.split_inclusive('\n').collect();
    let key = |line: &str| (words(line).to_owned(), line.ends_with('\n'));
    let same = |(one, other): &(&&str, &&str)| key(one) == key(other);
    let head = before.iter().zip(&after).take_while(same).count();
    let rest = before.iter().rev().zip(after.iter().rev());
    let most = before.len().min(after.len()) - head;
    let tail = rest.take(most).take_while(same).count();
    let new = &after[head..after.len() - tail];
    let end = before
        .get(head.saturating_sub(1))
        .map_or("\n", |line| end(line));
    let mut out = before[..head].concat();
    for line in new {
        out.push_str(words(line));
        out.push_str(if line.ends_with('\n') { end } else { "" });
    }
    out.push_str(&before[before.len() - tail..].concat());
    Ok(out)
}

fn words(line: &str) -> &str {
    line.trim_end_matches(['\r', '\n'])
}

fn end(line: &str) -> &'static str {
    if line.ends_with("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_stay_keep_their_ends_and_new_ones_get_those_around() {
        let with = |text: &str, from: &str, to: &str| {
            let change = |plain: &str| Ok::<_, ()>(plain.replace(from, to));
            kept(text, change).expect("it is changed")
        };
        assert_eq!(with("a\r\nb\r\n", "b", "b\nc"), "a\r\nb\r\nc\r\n");
        assert_eq!(with("a\nb\r\nc\n", "b", "b\nd"), "a\nb\r\nd\r\nc\n");
        assert_eq!(with("a\r\nb\nc\r\n", "b\n", ""), "a\r\nc\r\n");
        assert_eq!(with("a\r\nb", "b", "b\nc"), "a\r\nb\r\nc");
        assert_eq!(with("a\nb\n", "b", "c"), "a\nc\n");
    }
}
