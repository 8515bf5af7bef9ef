use super::*;
use proptest::prelude::*;

fn keys(bytes: &[u8]) -> String {
    words(Decoder::default().decode(bytes))
}

fn words(pressed: impl IntoIterator<Item = Pressed>) -> String {
    let words = pressed.into_iter().map(|pressed| match pressed {
        Pressed::Key(event) => crate::tui::Key::from(event).written(),
        Pressed::Mouse(event) => format!("{:?}@{},{}", event.kind, event.column, event.row),
        Pressed::Shown => "shown".to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn keys_are_what_terminals_send_for_them() {
    for (bytes, expected) in [
        ("aZ حé", "a Z space ح é"),
        (
            "\r\t\x7f\x08\x01\x1a\0",
            "enter tab backspace backspace ctrl-a ctrl-z ctrl-space",
        ),
        (
            "\x1b[A\x1bOB\x1b[1;2C\x1b[D\x1b[H\x1bOF",
            "up down shift-right left home end",
        ),
        (
            "\x1b[3~\x1b[5~\x1b[6;5~\x1b[15~\x1b[[B\x1bOP",
            "delete pageup ctrl-pagedown f5 f2 f1",
        ),
        (
            "\x1b[Z\x1bx\x1b\r\x1b\x7f",
            "shift-tab alt-x alt-enter alt-backspace",
        ),
        ("\x1b\x1bq", "esc alt-q"),
        (
            "\x1b[<0;3;4M\x1b[<32;5;4M\x1b[<0;5;4m",
            "Down(Left)@2,3 Drag(Left)@4,3 Up(Left)@4,3",
        ),
        (
            "\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<35;1;1M",
            "ScrollUp@0,0 ScrollDown@0,0",
        ),
    ] {
        assert_eq!(keys(bytes.as_bytes()), expected, "{bytes:?}");
    }
}

#[test]
fn answers_are_no_keys() {
    for answer in [
        "\x1b[?62;4;22c",
        "\x1b]11;rgb:1111/1111/1111\x1b\\",
        "\x1b]11;rgb:1111/1111/1111\x07",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1bP>|XTerm(398)\x1b\\",
        "\x1bP1$r0;48:2::1:2:3m\x1b\\",
    ] {
        assert_eq!(keys(format!("r{answer}q").as_bytes()), "r q", "{answer:?}");
    }
}

#[test]
fn the_status_is_told_from_keys_wherever_it_comes() {
    for (bytes, expected) in [
        ("\x1b[0n", "shown"),
        ("r\x1b[0nq", "r shown q"),
        ("\x1b\x1b[0n", "esc shown"),
        ("\x1b[A\x1b[0n\x1b[0n\x1b[B", "up shown shown down"),
        ("\x1b[<0;3;4M\x1b[0n", "Down(Left)@2,3 shown"),
    ] {
        assert_eq!(keys(bytes.as_bytes()), expected, "{bytes:?}");
        let mut decoder = Decoder::default();
        let one_by_one = bytes.bytes().flat_map(|byte| decoder.decode(&[byte]));
        assert_eq!(words(one_by_one), expected, "{bytes:?}");
    }
}

#[test]
fn an_escape_with_nothing_behind_it_is_the_key() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.decode(b"\x1b"), []);
    assert!(decoder.is_escaped());
    let escape = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);
    assert_eq!(decoder.pause(), Some(Pressed::Key(escape)));
    assert_eq!(decoder.pause(), None);
    assert_eq!(decoder.decode(b"q").len(), 1);
}

proptest! {
    #[test]
    fn nothing_keeps_an_interrupt_from_being_heard(
        start in prop_oneof![
            Just(b"\x1b[200~".to_vec()),
            Just(b"\x1b[<".to_vec()),
            Just(b"\x1b]".to_vec()),
            Just(b"\x1bP1$".to_vec()),
            Just(b"\xe2\x82".to_vec()),
            prop::collection::vec(any::<u8>(), 0..40),
        ],
    ) {
        let mut decoder = Decoder::default();
        decoder.decode(&start);
        let heard = decoder.decode(&[INTERRUPT, b'q']);
        let interrupt = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        let code = |pressed: &Pressed| match pressed {
            Pressed::Key(event) => Some(event.code),
            Pressed::Mouse(_) | Pressed::Shown => None,
        };
        prop_assert!(matches!(heard.first(), Some(Pressed::Key(event)) if event.code == interrupt.code));
        prop_assert_eq!(heard.last().and_then(code), Some(KeyCode::Char('q')));
    }
}
