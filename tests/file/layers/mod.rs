//! Areas that change from date to date: lists of them, and layers of a day each.

mod dated_areas;
mod days;
mod limits;
mod made;
mod whose;
mod wrong;
