//! Signals that would end the program, kept until the terminal is as it was.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use signal_hook::{
    SigId,
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
    flag, low_level,
};

/// Signals that are kept.
#[derive(Debug)]
pub struct Signals {
    /// The last one that came; 0 where none did.
    last: Arc<AtomicUsize>,
    ids: Vec<SigId>,
}

impl Signals {
    /// Keeps those that come from now on.
    pub fn new() -> Self {
        let last = Arc::new(AtomicUsize::new(0));
        let kept = [SIGHUP, SIGINT, SIGQUIT, SIGTERM].into_iter();
        let ids = kept.filter_map(|signal| {
            let number = usize::try_from(signal).ok()?;
            flag::register_usize(signal, Arc::clone(&last), number).ok()
        });
        Self {
            ids: ids.collect(),
            last,
        }
    }

    /// Keeps no more of them, and does what one that came should have done.
    pub fn heed(&self) {
        for &id in &self.ids {
            low_level::unregister(id);
        }
        let last = i32::try_from(self.last.load(Ordering::SeqCst));
        if let Ok(signal @ 1..) = last {
            // It ends the program.
            let _ = low_level::emulate_default_handler(signal);
        }
    }
}
