//! Who has a place, in few words: for a label on the map, or a cell of a table.

use super::{
    ActorId, Atlas, Place, Says,
    state::{Control, Snapshot, Status},
};

impl Atlas {
    /// Who is said to have a place, short enough to stand on the map.
    pub fn brief(&self, snapshot: &Snapshot, place: Place) -> String {
        match place {
            Place::Region(id) => self.brief_control(&snapshot[id].control, snapshot[id].unproved),
            Place::Site(id) => self.brief_status(&snapshot[id].status, snapshot[id].unproved),
        }
    }

    fn brief_control(&self, control: &Control, unproved: bool) -> String {
        let names = |between: &str| self.shorts(control.actors().iter(), between);
        match control {
            Control::Silent if unproved => "not proved".to_owned(),
            Control::Silent => "silent".to_owned(),
            Control::Held(_) => names(""),
            Control::InParts(_) => format!("{}, in parts", names(" and ")),
            Control::Contested(_) => format!("{}, contested", names(" and ")),
            Control::Disputed(_) => format!("{}?", names(" or ")),
        }
    }

    fn brief_status(&self, status: &Status, unproved: bool) -> String {
        match status {
            Status::Silent if unproved => "not proved".to_owned(),
            Status::Silent => "silent".to_owned(),
            Status::Is(says, actor) => self.brief_said(*says, *actor),
            Status::Disputed(said) => {
                let said: Vec<String> = said
                    .iter()
                    .map(|&(says, actor)| self.brief_said(says, actor))
                    .collect();
                format!("{}?", said.join(" or "))
            }
        }
    }

    fn brief_said(&self, says: Says, actor: ActorId) -> String {
        let name = &self[actor].short;
        match says {
            Says::Operates | Says::TookOver => name.clone(),
            Says::Withdraws => format!("{name}, leaving"),
            Says::Left => format!("{name}, left"),
            other => format!("{name}, {}", other.plain()),
        }
    }

    fn shorts<'a>(&self, actors: impl Iterator<Item = &'a ActorId>, between: &str) -> String {
        let names: Vec<&str> = actors.map(|&id| self[id].short.as_str()).collect();
        names.join(between)
    }
}
