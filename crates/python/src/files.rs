//! The files that a program can open: in memory, gone with the machine.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A small file system: absolute and relative paths are keys as the program writes them, after normalising `.` and `..`
/// against the root, which is also the working folder.
#[derive(Clone, Debug, Default)]
pub struct FileSystem {
    files: BTreeMap<String, Rc<Vec<u8>>>,
    /// Folders that the program made. Those that hold files are there without being named.
    folders: BTreeSet<String>,
}

impl FileSystem {
    fn key(path: &str) -> String {
        let mut parts: Vec<&str> = Vec::new();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop();
                }
                name => parts.push(name),
            }
        }
        parts.join("/")
    }

    /// What a file holds.
    pub fn read(&self, path: &str) -> Option<Rc<Vec<u8>>> {
        self.files.get(&Self::key(path)).cloned()
    }

    /// Makes or replaces a file.
    pub fn write(&mut self, path: &str, content: Vec<u8>) {
        self.files.insert(Self::key(path), Rc::new(content));
    }

    /// What a file holds, to change it; the file is made if there is none.
    pub fn content_mut(&mut self, path: &str) -> &mut Vec<u8> {
        Rc::make_mut(self.files.entry(Self::key(path)).or_default())
    }

    /// Whether a path is the root, the folder for temporary files, one that was made, or one with files in it.
    pub fn is_directory(&self, path: &str) -> bool {
        let key = Self::key(path);
        key.is_empty() || key == "tmp" || self.folders.contains(&key) || self.is_above(&key)
    }

    /// Whether anything is below a folder.
    fn is_above(&self, key: &str) -> bool {
        let below = |path: &str| path.strip_prefix(key).is_some_and(|rest| rest.starts_with('/'));
        self.paths().chain(self.folders.iter().map(String::as_str)).any(below)
    }

    /// Whether the folder that a path is in exists.
    pub fn has_parent(&self, path: &str) -> bool {
        self.is_directory(Self::key(path).rsplit_once('/').map_or("", |(folder, _)| folder))
    }

    /// Whether there is such a file.
    pub fn exists(&self, path: &str) -> bool {
        self.files.contains_key(&Self::key(path))
    }

    /// Removes a file; false if there is none. The folder that it was in stays.
    pub fn remove(&mut self, path: &str) -> bool {
        let key = Self::key(path);
        if let Some((folder, _)) = key.rsplit_once('/') {
            self.folders.insert(folder.to_owned());
        }
        self.files.remove(&key).is_some()
    }

    /// All paths of files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> + '_ {
        self.files.keys().map(String::as_str)
    }

    /// Makes a folder.
    pub fn make_directory(&mut self, path: &str) {
        self.folders.insert(Self::key(path));
    }

    /// Removes a folder; false if there is something in it.
    pub fn remove_directory(&mut self, path: &str) -> bool {
        let key = Self::key(path);
        if self.is_above(&key) {
            return false;
        }
        if let Some((folder, _)) = key.rsplit_once('/') {
            self.folders.insert(folder.to_owned());
        }
        self.folders.remove(&key);
        true
    }

    /// Names of what is in a folder, sorted.
    pub fn names(&self, path: &str) -> Vec<String> {
        let mut prefix = Self::key(path);
        if !prefix.is_empty() {
            prefix.push('/');
        }
        let all = self.paths().chain(self.folders.iter().map(String::as_str));
        let names: BTreeSet<&str> =
            all.filter_map(|p| p.strip_prefix(&prefix)).filter_map(|rest| rest.split('/').next()).collect();
        names.into_iter().map(str::to_owned).collect()
    }

    /// Gives a file or folder another path, with all that is below it.
    pub fn rename(&mut self, from: &str, to: &str) {
        let (from, to) = (Self::key(from), Self::key(to));
        let moved = |path: &str| {
            let rest = path.strip_prefix(from.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('/'));
            rest.map_or_else(|| path.to_owned(), |rest| format!("{to}{rest}"))
        };
        let (of_source, others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.files).into_iter().partition(|(path, _)| moved(path) != *path);
        self.files = others.into_iter().collect();
        self.files.extend(of_source.into_iter().map(|(path, content)| (moved(&path), content)));
        self.folders = std::mem::take(&mut self.folders).iter().map(|path| moved(path)).collect();
    }
}
