//! Libraries that read what anybody may have written: where one panics, the article is damaged, and no more.

/// The name of the thread that they run on. What panics there is told as a damaged article, and nowhere else.
pub const GUARDED: &str = "article";

/// Does some work on a thread of its own; `None` if it panics.
#[cfg(feature = "articles")]
pub fn guarded<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    use std::thread;
    thread::scope(|scope| {
        let thread = thread::Builder::new().name(GUARDED.to_owned());
        thread.spawn_scoped(scope, work).ok()?.join().ok()
    })
}

#[cfg(all(test, feature = "articles"))]
mod tests {
    use super::*;

    #[test]
    fn work_that_panics_comes_to_nothing() {
        assert_eq!(guarded(|| 1), Some(1));
        assert_eq!(guarded(|| panic!("as a library may")), None::<i32>);
    }
}
