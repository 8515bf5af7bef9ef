//! Changes to the region file from the screen: each is shown before it is made, saved at once, and can be taken back.

mod desk;
mod drawing;
mod mending;
mod newcomer;
