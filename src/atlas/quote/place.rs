//! The ways in which the pieces of a quotation can follow each other.

use std::ops::Range;

/// One range for each piece, in order.
pub type Place = Vec<Range<usize>>;

/// Every way to take one range of each list so that none starts before the last one ends, up to a limit. The ranges of
/// a list are in order and of one length.
pub fn in_order(lists: &[&[Range<usize>]], limit: usize) -> Vec<Place> {
    let Some(lists) = with_room(lists) else {
        return Vec::new();
    };
    // Every beginning has an end, so as many beginnings as are wanted are enough.
    let mut places: Vec<Place> = vec![Vec::new()];
    for list in lists {
        let onward = |place: Place| {
            let from = place.last().map_or(0, |last| last.end);
            let first = list.partition_point(|range| range.start < from);
            let next = list[first..].iter();
            next.map(move |range| [place.as_slice(), std::slice::from_ref(range)].concat())
        };
        places = places.into_iter().flat_map(onward).take(limit).collect();
    }
    places
}

/// The lists without the ranges that leave no room for those that must follow.
fn with_room<'a>(lists: &[&'a [Range<usize>]]) -> Option<Vec<&'a [Range<usize>]>> {
    let mut lists = lists.to_vec();
    let mut room = usize::MAX;
    for list in lists.iter_mut().rev() {
        *list = &list[..list.partition_point(|range| range.end <= room)];
        room = list.last()?.start;
    }
    Some(lists)
}

/// The ranges of an ordered list that lie within a span.
pub fn within<'a>(list: &'a [Range<usize>], span: &Range<usize>) -> &'a [Range<usize>] {
    let start = list.partition_point(|range| range.start < span.start);
    let end = list.partition_point(|range| range.end <= span.end);
    &list[start..end.max(start)]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same by trying all there is.
    fn all(lists: &[Vec<Range<usize>>]) -> Vec<Place> {
        let mut places: Vec<Place> = vec![Vec::new()];
        for list in lists {
            places = places
                .iter()
                .flat_map(|place| list.iter().map(move |range| (place, range)))
                .filter(|(place, range)| place.last().is_none_or(|last| last.end <= range.start))
                .map(|(place, range)| [place.clone(), vec![range.clone()]].concat())
                .collect();
        }
        places
    }

    proptest! {
        #[test]
        fn finds_every_way(
            lists in prop::collection::vec((prop::collection::btree_set(0..20_usize, 0..6), 1..4_usize), 1..5),
            limit in 1..9_usize,
        ) {
            let ranges = |(starts, length): &(std::collections::BTreeSet<usize>, usize)| {
                starts.iter().map(|start| *start..start + length).collect::<Vec<_>>()
            };
            let lists: Vec<_> = lists.iter().map(ranges).collect();
            let slices: Vec<_> = lists.iter().map(Vec::as_slice).collect();
            let mut wanted = all(&lists);
            prop_assert_eq!(&in_order(&slices, usize::MAX), &wanted);
            wanted.truncate(limit);
            prop_assert_eq!(in_order(&slices, limit), wanted);
        }
    }

    #[test]
    fn ranges_within_a_span_neither_start_before_it_nor_end_after_it() {
        let list = [0..2, 1..3, 2..4, 3..5, 4..6, 5..7, 6..8];
        assert_eq!(within(&list, &(2..6)), [2..4, 3..5, 4..6]);
        assert_eq!(within(&list, &(0..8)), list);
        assert!(within(&list, &(3..4)).is_empty());
        assert!(within(&list, &(9..11)).is_empty());
    }
}
