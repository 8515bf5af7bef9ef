//! Values that were made for the last frame, kept for as long as the same is asked for: one frame is often much like the
//! one before.

use std::sync::{Arc, Mutex, PoisonError};

use super::{Layers, Pin, Resolution, Scene, View, ground::Ground, static_layer::StaticLayer};
use crate::{
    atlas::{ActorId, Date, Lens, Place, Switchboard, state::Snapshot},
    geo::Viewport,
};

/// A cache of the last value that was made.
#[derive(Debug)]
pub struct Cache<K, V>(Mutex<Option<(K, Arc<V>)>>);

impl<K: PartialEq, V> Cache<K, V> {
    /// The value for a key, which must be all that it depends on.
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

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

/// Nothing is kept for the copy, which may not stay the same.
impl<K, V> Clone for Cache<K, V> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// The scene of the last frame, and what it was made of, for one atlas and its map.
#[derive(Clone, Debug, Default)]
pub struct SceneCache {
    ground: Cache<GroundKey, Ground>,
    layer: Cache<LayerKey, StaticLayer>,
    scene: Cache<SceneKey, Scene>,
}

impl SceneCache {
    /// The scene of a view, built only where it is another than the last one.
    pub fn scene(&self, view: &View) -> Arc<Scene> {
        self.scene.get(SceneKey::of(view), || {
            let ground = self.ground.get(GroundKey::of(view), || Ground::new(view));
            let key = LayerKey::of(view, &ground);
            let layer = self.layer.get(key, || StaticLayer::new(ground, view));
            Scene::over(&layer, view)
        })
    }
}

/// All that a ground depends on.
#[derive(Debug, PartialEq)]
struct GroundKey {
    viewport: Viewport,
    pieces: (usize, usize),
    /// The period that the areas of regions are of.
    period: usize,
    /// By region: whether it is drawn.
    shown: Vec<bool>,
}

impl GroundKey {
    fn of(view: &View) -> Self {
        let regions = view.atlas.region_ids();
        Self {
            viewport: view.viewport,
            pieces: view.resolution.pieces(),
            period: view.map.period(),
            shown: regions.map(|id| view.shows(Place::Region(id))).collect(),
        }
    }
}

/// All that a static layer depends on.
#[derive(Debug)]
struct LayerKey {
    /// Of one viewport and resolution.
    ground: Arc<Ground>,
    snapshot: SnapshotKey,
    marked: Option<SnapshotKey>,
    lens: Lens,
    layers: Layers,
    /// The actors whose events are marked.
    filter: Vec<ActorId>,
}

impl LayerKey {
    fn of(view: &View, ground: &Arc<Ground>) -> Self {
        Self {
            ground: Arc::clone(ground),
            snapshot: SnapshotKey::of(view.snapshot),
            marked: view.marked.map(SnapshotKey::of),
            lens: view.lens,
            layers: view.layers,
            filter: view.filter.to_vec(),
        }
    }
}

impl PartialEq for LayerKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.ground, &other.ground)
            && self.snapshot == other.snapshot
            && self.marked == other.marked
            && (self.lens, self.layers) == (other.lens, other.layers)
            && self.filter == other.filter
    }
}

/// All that a scene depends on.
#[derive(Debug, PartialEq)]
struct SceneKey {
    snapshot: SnapshotKey,
    marked: Option<SnapshotKey>,
    lens: Lens,
    viewport: Viewport,
    selected: Option<Place>,
    highlighted: Option<Vec<Place>>,
    filter: Vec<ActorId>,
    layers: Layers,
    resolution: Resolution,
    pin: Option<Pin>,
}

impl SceneKey {
    fn of(view: &View) -> Self {
        // Every field is named, so that none is forgotten here.
        let View {
            atlas: _,
            map: _,
            snapshot,
            marked,
            lens,
            viewport,
            selected,
            highlighted,
            filter,
            layers,
            resolution,
            pin,
        } = view;
        Self {
            snapshot: SnapshotKey::of(snapshot),
            marked: marked.map(SnapshotKey::of),
            lens: *lens,
            viewport: *viewport,
            selected: *selected,
            highlighted: highlighted.clone(),
            filter: filter.to_vec(),
            layers: *layers,
            resolution: *resolution,
            pin: *pin,
        }
    }
}

/// All that a snapshot of one atlas depends on.
#[derive(Debug, PartialEq)]
struct SnapshotKey {
    date: Date,
    is_former: bool,
    switchboard: Switchboard,
}

impl SnapshotKey {
    fn of(snapshot: &Snapshot) -> Self {
        Self {
            date: snapshot.date,
            is_former: snapshot.is_former,
            switchboard: snapshot.switchboard.clone(),
        }
    }
}
