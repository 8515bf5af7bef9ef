//! Libraries that read what anybody may have written: where one panics, the article is damaged, and no more.

#[cfg(feature = "articles")]
use super::{Article, Unfit};

/// The name of the thread that they run on. What panics there is told as a damaged article, and nowhere else.
pub const GUARDED: &str = "article";

/// Reads an article on a thread of its own.
#[cfg(feature = "articles")]
pub fn guarded(read: impl FnOnce() -> Result<Article, Unfit> + Send) -> Result<Article, Unfit> {
    use std::thread;
    thread::scope(|scope| {
        let thread = thread::Builder::new().name(GUARDED.to_owned());
        let read = thread.spawn_scoped(scope, read);
        let joined = read.ok().and_then(|thread| thread.join().ok());
        joined.unwrap_or(Err(Unfit::Damaged))
    })
}

#[cfg(all(test, feature = "articles"))]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_damaged_article() {
        assert_eq!(guarded(|| panic!("as a library may")), Err(Unfit::Damaged));
        assert_eq!(guarded(|| Err(Unfit::Pictures)), Err(Unfit::Pictures));
    }
}
