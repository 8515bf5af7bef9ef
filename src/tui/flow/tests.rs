use super::*;

const TERM: &str = "xterm-256color";

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A connection to a terminal, with a clock of its own.
struct Connection {
    /// Bytes a second.
    rate: f64,
    /// The time from one end to the other.
    way: Duration,
    /// The moment when the last byte so far has left.
    free: Instant,
}

impl Connection {
    /// Bytes that it takes in before who writes must wait.
    const BUFFER: f64 = 65_536.0;

    /// Takes in a frame; the moments when the writer can go on, and when the terminal shows it.
    fn send(&mut self, bytes: usize, now: Instant) -> (Instant, Instant) {
        let full = Duration::from_secs_f64(Self::BUFFER / self.rate);
        let leaves = self.free.max(now) + Duration::from_secs_f64(bytes as f64 / self.rate);
        self.free = leaves;
        let free = leaves.checked_sub(full).map_or(now, |free| free.max(now));
        (free, leaves + self.way)
    }
}

/// Holds a key for ten seconds over a connection; the time from the last key until it is seen, and the number of frames.
fn held(rate: f64, way: Duration, frame: usize, answers: bool) -> (Duration, usize) {
    let start = Instant::now();
    let mut connection = Connection {
        rate,
        way,
        free: start,
    };
    let mut flow = Flow::new(TERM, answers);
    let (mut shown, mut frames, mut behind) = (VecDeque::new(), 0, false);
    let (mut busy, mut settled) = (start, start);
    let last_key = start + ms(9_999);
    for now in (0..60_000).map(|n| start + ms(n)) {
        while shown.front().is_some_and(|&shown| shown + way <= now) {
            shown.pop_front();
            if answers {
                flow.answered(now);
            }
        }
        let key = now <= last_key && (now - start).as_millis().is_multiple_of(33);
        behind |= key;
        if behind && now >= busy && flow.is_open(now) {
            let (free, seen) = connection.send(frame, now);
            flow.sent(frame, free);
            shown.push_back(seen);
            (busy, settled, behind) = (free, seen, false);
            frames += 1;
        }
    }
    assert!(!behind, "the newest state is never kept back");
    (settled.saturating_duration_since(last_key), frames)
}

#[test]
fn over_a_slow_connection_the_last_key_is_soon_seen() {
    let (settles, _) = held(10_000.0, ms(100), 1_500, true);
    assert!(settles < ms(1_000), "{settles:?}");
    let (without, _) = held(10_000.0, ms(100), 1_500, false);
    assert!(without > ms(6_000), "{without:?}");
}

#[test]
fn over_a_fast_connection_with_a_long_way_every_key_is_seen() {
    let (settles, frames) = held(1_000_000.0, ms(100), 500, true);
    assert_eq!(frames, 10_000_usize.div_ceil(33));
    assert!(settles < ms(150), "{settles:?}");
}

#[test]
fn who_has_never_answered_is_asked_once_and_never_waited_for() {
    let now = Instant::now();
    let mut flow = Flow::new(TERM, false);
    assert_eq!(flow.question(), QUESTION);
    flow.sent(WINDOW * 4, now);
    for _ in 0..9 {
        assert!(flow.is_open(now));
        assert_eq!((flow.question(), flow.late()), ("", None));
        flow.sent(WINDOW, now);
    }
    flow.answered(now);
    assert_eq!(flow.question(), QUESTION);
    flow.sent(WINDOW, now);
    assert!(!flow.is_open(now));
}

/// Sends frames that are each answered after some time; the time that one is waited for whose answer is lost.
fn waits_after(answers: usize, took: Duration) -> Duration {
    let mut now = Instant::now();
    let mut flow = Flow::new(TERM, true);
    for _ in 0..answers {
        flow.sent(WINDOW, now);
        now += took;
        assert!(!flow.is_open(now), "{took:?}");
        flow.answered(now);
    }
    flow.sent(WINDOW, now);
    let late = flow.late().expect("it is waited for");
    assert!(!flow.is_open(late.checked_sub(ms(1)).expect("later")));
    assert!(flow.is_open(late));
    assert_eq!((flow.question(), flow.late()), (QUESTION, None));
    flow.answered(late);
    flow.sent(WINDOW, late);
    assert!(!flow.is_open(late), "it answers again");
    late - now
}

#[test]
fn a_lost_answer_is_waited_for_by_how_long_others_took() {
    assert_eq!(waits_after(0, ms(0)), FIRST * TIMES);
    assert_eq!(waits_after(30, ms(5)), PATIENCE);
    assert_eq!(waits_after(1, ms(1_500)), ms(6_000));
    assert_eq!(waits_after(30, ms(1_500)), ms(6_000));
}

#[test]
fn an_answer_to_nothing_changes_nothing() {
    let now = Instant::now();
    let mut flow = Flow::new(TERM, true);
    flow.answered(now);
    flow.sent(WINDOW, now);
    assert!(!flow.is_open(now));
}

#[test]
fn who_would_write_the_question_out_is_not_asked() {
    for term in ["", "dumb"] {
        let mut flow = Flow::new(term, true);
        flow.sent(WINDOW, Instant::now());
        assert!(flow.is_open(Instant::now()));
        assert_eq!((flow.question(), flow.late()), ("", None));
    }
}
