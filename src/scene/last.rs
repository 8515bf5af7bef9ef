//! What was made last, kept for as long as the same is asked for: one frame is often much like the one before.

use std::sync::{Arc, Mutex, PoisonError};

/// The last thing that was made, and what it was made from.
#[derive(Debug)]
pub struct Last<K, V>(Mutex<Option<(K, Arc<V>)>>);

impl<K: PartialEq, V> Last<K, V> {
    /// What belongs to a key, which must be all that it depends on.
    pub fn get(&self, key: K, make: impl FnOnce() -> V) -> Arc<V> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((known, value)) if *known == key => Arc::clone(value),
            _ => {
                let value = Arc::new(make());
                *last = Some((key, Arc::clone(&value)));
                value
            }
        }
    }
}

impl<K, V> Default for Last<K, V> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

/// Nothing is kept for the copy, which may not stay the same.
impl<K, V> Clone for Last<K, V> {
    fn clone(&self) -> Self {
        Self::default()
    }
}
