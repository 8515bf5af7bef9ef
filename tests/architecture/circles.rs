//! No circle of files that need each other is longer than two, and none leads from one room to another.
//!
//! A file needs another where a path in its code, tests aside, leads to something that is defined there. Paths are
//! followed through the names that a module passes on, so that a `mod.rs` which gathers a room's names is no knot.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
    path::Path,
};

use syn::{
    Attribute, Item, ItemMod, ItemUse, UseTree, Visibility,
    visit::{self, Visit},
};

/// A module by its path from the crate: `tui::view::map`.
type Name = Vec<String>;

/// The names that a file which is a module passes on, and those that it needs.
#[derive(Default)]
struct Module {
    /// Names that it takes from elsewhere, each with its whole path.
    passed_on: BTreeMap<String, Name>,
    /// Whole paths that its code names.
    paths: BTreeSet<Name>,
}

/// The modules of the crate; a module that is written inside a file belongs to that file.
#[derive(Default)]
struct House(BTreeMap<Name, Module>);

impl House {
    /// Reads a crate from the file that it begins with.
    fn read(root: &Path) -> Self {
        let mut house = Self::default();
        house.read_file(root, &[]);
        house
    }

    /// Reads a module's file, then those of the modules in it.
    fn read_file(&mut self, path: &Path, name: &[String]) {
        let text = fs::read_to_string(path).expect("a source");
        for child in self.read_text(&text, name) {
            let folder = match path.file_stem().and_then(|stem| stem.to_str()) {
                Some("lib" | "main" | "mod") => path.with_file_name(""),
                _ => path.with_extension(""),
            };
            let own = folder.join(format!("{child}.rs"));
            let with_folder = folder.join(&child).join("mod.rs");
            let file = if own.exists() { own } else { with_folder };
            let name: Name = name.iter().cloned().chain([child]).collect();
            self.read_file(&file, &name);
        }
    }

    /// Reads a module's text; the modules that have files of their own.
    fn read_text(&mut self, text: &str, name: &[String]) -> Vec<String> {
        let file = syn::parse_file(text).expect("Rust");
        let mut reader = Reader {
            name: name.to_vec(),
            module: Module::default(),
            children: Vec::new(),
        };
        reader.visit_file(&file);
        self.0.insert(name.to_vec(), reader.module);
        reader.children
    }

    /// The module in which what a path names is defined, if that is in this crate.
    fn home(&self, path: &[String]) -> Option<Name> {
        let mut path = path.to_vec();
        // No name is passed on more often than that.
        for _ in 0..16 {
            let depth = (0..=path.len()).rev();
            let mut modules = depth.filter(|&depth| self.0.contains_key(&path[..depth]));
            let depth = modules.next()?;
            let passed_on = path
                .get(depth)
                .and_then(|name| self.0[&path[..depth]].passed_on.get(name));
            match passed_on {
                Some(whole) => path = whole.iter().chain(&path[depth + 1..]).cloned().collect(),
                None => return Some(path[..depth].to_vec()),
            }
        }
        None
    }

    /// The modules that each module needs.
    fn needs(&self) -> BTreeMap<Name, BTreeSet<Name>> {
        let needs = |(name, module): (&Name, &Module)| {
            let homes = module.paths.iter().filter_map(|path| self.home(path));
            let others = homes.filter(|home| home != name && !home.is_empty());
            (name.clone(), others.collect())
        };
        self.0.iter().map(needs).collect()
    }
}

/// Collects what the code of one file names.
struct Reader {
    name: Name,
    module: Module,
    children: Vec<String>,
}

impl Reader {
    /// The whole path of one as it is written here, if it is one of this crate.
    fn whole(&self, written: &[String]) -> Option<Name> {
        let (first, rest) = written.split_first()?;
        let mut whole = match first.as_str() {
            "crate" => Vec::new(),
            "self" => self.name.clone(),
            "super" => self.name[..self.name.len().checked_sub(1)?].to_vec(),
            // A module inside this one, named without more.
            child if self.children.iter().any(|known| known == child) => {
                self.name.iter().cloned().chain([first.clone()]).collect()
            }
            _ => return None,
        };
        for part in rest {
            match part.as_str() {
                "super" => drop(whole.pop()),
                "self" => {}
                _ => whole.push(part.clone()),
            }
        }
        Some(whole)
    }

    fn take(&mut self, tree: &UseTree, before: &[String], public: bool) {
        let with = |name: &syn::Ident| -> Name {
            before.iter().cloned().chain([name.to_string()]).collect()
        };
        match tree {
            UseTree::Path(path) => self.take(&path.tree, &with(&path.ident), public),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.take(tree, before, public);
                }
            }
            UseTree::Name(name) => self.name(&with(&name.ident), &name.ident.to_string(), public),
            UseTree::Rename(name) => {
                self.name(&with(&name.ident), &name.rename.to_string(), public);
            }
            UseTree::Glob(_) => self.name(before, "*", public),
        }
    }

    /// Notes a path; one that is only passed on is needed by whoever takes it from here.
    fn name(&mut self, written: &[String], known_as: &str, public: bool) {
        if let Some(whole) = self.whole(written) {
            self.module
                .passed_on
                .insert(known_as.to_owned(), whole.clone());
            if !public {
                self.module.paths.insert(whole);
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_file(&mut self, file: &'ast syn::File) {
        for item in &file.items {
            if let Item::Mod(ItemMod {
                ident,
                content: None,
                attrs,
                ..
            }) = item
                && !is_test(attrs)
            {
                self.children.push(ident.to_string());
            }
        }
        visit::visit_file(self, file);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        let attrs = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_test(attrs) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        // What is written inside a file belongs to it, one step further from its parents.
        self.name.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.name.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let public = !matches!(item.vis, Visibility::Inherited);
        self.take(&item.tree, &[], public);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let written: Name = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        if let Some(whole) = self.whole(&written).filter(|_| written.len() > 1) {
            self.module.paths.insert(whole);
        }
        visit::visit_path(self, path);
    }
}

fn is_test(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| {
        let cfg = attr.path().is_ident("cfg");
        cfg && attr
            .parse_args::<syn::Ident>()
            .is_ok_and(|what| what == "test")
    })
}

/// The shortest way from one module to another that is no direct one, with both ends.
fn detour<'a>(
    needs: &'a BTreeMap<Name, BTreeSet<Name>>,
    from: &'a Name,
    to: &'a Name,
) -> Option<Vec<&'a Name>> {
    let (mut ways, mut seen) = (VecDeque::from([vec![from]]), BTreeSet::from([from]));
    while let Some(way) = ways.pop_front() {
        let at = *way.last()?;
        for next in needs.get(at).into_iter().flatten() {
            if next == to && way.len() > 1 {
                return Some(way.into_iter().chain([to]).collect());
            }
            if next != to && seen.insert(next) {
                ways.push_back(way.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

/// Every file with others that it needs in a circle of three or more, or in one that leads to another room.
fn wrong(house: &House) -> BTreeSet<String> {
    let needs = house.needs();
    let mut wrong = BTreeSet::new();
    for (from, others) in &needs {
        for other in others {
            let back = needs.get(other).is_some_and(|back| back.contains(from));
            if back && from.first() != other.first() {
                wrong.insert(shown(&[from, other]));
            }
            if let Some(way) = detour(&needs, other, from) {
                wrong.insert(shown(&way));
            }
        }
    }
    wrong
}

fn shown(names: &[&Name]) -> String {
    let names: BTreeSet<String> = names.iter().map(|name| name.join("::")).collect();
    names.into_iter().collect::<Vec<_>>().join(", ")
}

#[test]
fn files_need_each_other_in_one_direction() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (root, least) in [("lib.rs", 50), ("bin/whoholds/main.rs", 10)] {
        let house = House::read(&sources.join(root));
        assert!(house.0.len() > least, "the sources of {root} are read");
        let wrong: Vec<String> = wrong(&house).into_iter().collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// A house of modules with these texts.
fn house(texts: &[(&str, &str)]) -> House {
    let mut house = House::default();
    for (name, text) in texts {
        let name: Name = name
            .split("::")
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect();
        house.read_text(text, &name);
    }
    house
}

#[test]
fn circles_are_found_by_every_kind_of_path() {
    let circle = |last: &str| {
        house(&[
            ("", "pub mod a;"),
            ("a", "mod x; mod y; mod z; pub use x::X;"),
            ("a::x", "use super::y::Y; pub struct X;"),
            ("a::y", "use super::{z::Z}; pub struct Y;"),
            ("a::z", last),
        ])
    };
    for last in [
        "use super::x::X;",
        "use crate::a::X;",
        "use super::X as Other;",
        "fn f() { super::x::f() }",
        "fn f(x: crate::a::X) {}",
    ] {
        let found: Vec<String> = wrong(&circle(last)).into_iter().collect();
        assert_eq!(found, ["a::x, a::y, a::z"], "{last}");
    }
    for last in [
        "use std::fmt;",
        "#[cfg(test)] mod tests { use crate::a::X; }",
        "/// crate::a::X\nstruct Z;",
    ] {
        assert!(wrong(&circle(last)).is_empty(), "{last}");
    }
}

#[test]
fn two_files_may_need_each_other_in_one_room_alone() {
    let pair = |x: &str, y: &str| {
        house(&[
            ("", "mod a; mod b;"),
            ("a", "mod x; mod y;"),
            ("b", "mod y;"),
            ("a::x", x),
            ("a::y", "use super::x;"),
            ("b::y", y),
        ])
    };
    assert!(wrong(&pair("use super::y;", "")).is_empty());
    let across = pair("use crate::b::y;", "use crate::a::x;");
    assert!(wrong(&across).contains("a::x, b::y"));
}
