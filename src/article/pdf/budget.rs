//! A bound on what the objects of a PDF come to: packed ones can come to a thousand times their size.

use std::cell::Cell;

use lopdf::{Object, ObjectId};

/// The most that a stream may unpack to, in bytes: the operations of a page, the codes of a font.
pub const UNPACKED: usize = 4 << 20;
/// Bytes that packed objects unpack to, and values in all objects.
const MOST: usize = 4 << 20;

/// Values that a file may hold, at sight: the library makes each into an object of a hundred bytes before it is asked
/// about any.
const VALUES: usize = 2_000_000;
/// Values in one object.
const OBJECT: usize = 1 << 16;

thread_local! {
    // The library takes a plain function, so what is left is kept beside it.
    static LEFT: Cell<usize> = const { Cell::new(MOST) };
}

/// Starts to count.
pub fn start() {
    LEFT.set(MOST);
}

/// Tells whether objects were left out because they would come to too much.
pub fn is_spent() -> bool {
    LEFT.get() == 0
}

/// Tells whether a file seems to hold more values than it may, by the places where one could begin. What is packed has
/// few such places, whatever is in it.
pub fn is_exceeded_by(bytes: &[u8]) -> bool {
    let opens = |byte: u8| b"[(</".contains(&byte);
    let parts = |byte: u8| byte.is_ascii_whitespace() || b"[]()<>\0".contains(&byte);
    let begins = |pair: &&[u8]| opens(pair[1]) || parts(pair[0]) && !parts(pair[1]);
    bytes.windows(2).filter(begins).nth(VALUES).is_some()
}

/// Lets an object of a file pass, before what is packed in it is unpacked.
pub fn pass(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let left = LEFT.get();
    let (cost, copy) = match object {
        Object::Stream(stream) if stream.dict.has_type(b"ObjStm") => {
            let unpacked = stream.get_plain_content_with_limit(left);
            (unpacked.map_or(left, |it| it.len()), Object::Null)
        }
        // Of what stands in the file itself, only whether it passes is looked at.
        Object::Stream(_) => (1, Object::Null),
        other => match values(other, OBJECT) {
            OBJECT.. => (left, Object::Null),
            cost => (cost, other.clone()),
        },
    };
    LEFT.set(left.saturating_sub(cost));
    (!is_spent()).then_some((id, copy))
}

/// Counts the values in an object, as far as there may be.
fn values(object: &Object, most: usize) -> usize {
    let mut count = 1;
    let mut add = |inner: &Object| {
        count += values(inner, most.saturating_sub(count));
        count < most
    };
    match object {
        Object::Array(list) => drop(list.iter().all(&mut add)),
        Object::Dictionary(entries) => drop(entries.iter().all(|(_, inner)| add(inner))),
        _ => {}
    }
    count
}
