//! Work for two threads.

use std::thread;

/// Does two things at the same time, where there is a thread for one of them.
pub fn both<A: Send, B>(one: &(impl Fn() -> A + Sync), other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let beside = thread::Builder::new().spawn_scoped(scope, one);
        let other = other();
        let beside = beside.ok().and_then(|thread| thread.join().ok());
        (beside.unwrap_or_else(one), other)
    })
}
