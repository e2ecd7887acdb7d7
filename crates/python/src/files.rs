//! The files that a program can open: in memory, gone with the machine.

use std::collections::BTreeMap;
use std::rc::Rc;

/// A small file system without folders' details: absolute and relative paths are keys as the program writes them,
/// after normalising `.` and `..` against the root.
#[derive(Clone, Debug, Default)]
pub struct FileSystem {
    files: BTreeMap<String, Rc<Vec<u8>>>,
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

    /// Whether a path is the root, the folder for temporary files, or a folder with files in it.
    pub fn is_directory(&self, path: &str) -> bool {
        let key = Self::key(path);
        key.is_empty()
            || key == "tmp"
            || self.paths().any(|file| file.strip_prefix(&key).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Whether the folder that a path is in exists.
    pub fn has_parent(&self, path: &str) -> bool {
        self.is_directory(Self::key(path).rsplit_once('/').map_or("", |(folder, _)| folder))
    }

    /// Whether there is such a file.
    pub fn exists(&self, path: &str) -> bool {
        self.files.contains_key(&Self::key(path))
    }

    /// Removes a file; false if there is none.
    pub fn remove(&mut self, path: &str) -> bool {
        self.files.remove(&Self::key(path)).is_some()
    }

    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> + '_ {
        self.files.keys().map(String::as_str)
    }
}
