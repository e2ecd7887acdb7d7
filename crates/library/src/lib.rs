//! The part of the library that is written in Python: which modules there are, and their texts.
//!
//! `python/` holds one file a module, at the path that an import of it would look for.

use std::borrow::Cow;

/// Where a machine finds the modules written in Python.
#[derive(Clone, Copy)]
pub struct Library {
    /// Their names, sorted: those of packages and of modules in packages (`collections.abc`) too.
    pub names: &'static [&'static str],
    /// The text of a module of `names`; `None` if it cannot be had now (a page that lost its host).
    pub source: fn(&str) -> Option<Cow<'static, str>>,
}

impl Library {
    /// No modules.
    pub const EMPTY: Library = Library { names: &[], source: |_| None };

    /// All modules, their texts being part of the binary.
    #[cfg(feature = "sources")]
    pub const EMBEDDED: Library = Library { names: NAMES, source: embedded::source };

    /// Whether there is a module with this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.binary_search(&name).is_ok()
    }

    /// Whether modules are in this one.
    pub fn is_package(&self, name: &str) -> bool {
        is_package(self.names, name)
    }
}

fn is_package(names: &[&str], name: &str) -> bool {
    names.iter().any(|n| n.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// The file of a module, seen from `python/`.
pub fn path(name: &str) -> String {
    let mut path = name.replace('.', "/");
    if is_package(NAMES, name) {
        path.push_str("/__init__");
    }
    path + ".py"
}

/// Names each module, and its file where the texts are embedded.
macro_rules! modules {
    ($($name:literal: $file:literal,)*) => {
        /// Names of all modules written in Python, sorted.
        pub const NAMES: &[&str] = &[$($name),*];

        #[cfg(feature = "sources")]
        mod embedded {
            use std::borrow::Cow;

            /// The text of a module.
            pub(super) fn source(name: &str) -> Option<Cow<'static, str>> {
                match name {
                    $($name => Some(Cow::Borrowed(include_str!(concat!("../python/", $file)))),)*
                    _ => None,
                }
            }
        }
    };
}

modules! {
    "__future__": "__future__.py",
    "_pattern": "_pattern.py",
    "abc": "abc.py",
    "asyncio": "asyncio/__init__.py",
    "asyncio.coroutines": "asyncio/coroutines.py",
    "asyncio.events": "asyncio/events.py",
    "asyncio.exceptions": "asyncio/exceptions.py",
    "asyncio.futures": "asyncio/futures.py",
    "asyncio.locks": "asyncio/locks.py",
    "asyncio.queues": "asyncio/queues.py",
    "asyncio.runners": "asyncio/runners.py",
    "asyncio.taskgroups": "asyncio/taskgroups.py",
    "asyncio.tasks": "asyncio/tasks.py",
    "asyncio.timeouts": "asyncio/timeouts.py",
    "bisect": "bisect.py",
    "cProfile": "cProfile.py",
    "collections": "collections/__init__.py",
    "collections._wrappers": "collections/_wrappers.py",
    "collections.abc": "collections/abc.py",
    "contextlib": "contextlib.py",
    "copy": "copy.py",
    "copyreg": "copyreg.py",
    "dataclasses": "dataclasses.py",
    "enum": "enum.py",
    "functools": "functools.py",
    "heapq": "heapq.py",
    "inspect": "inspect.py",
    "io": "io.py",
    "json": "json/__init__.py",
    "json.decoder": "json/decoder.py",
    "json.encoder": "json/encoder.py",
    "keyword": "keyword.py",
    "linecache": "linecache.py",
    "memory_profiler": "memory_profiler.py",
    "numbers": "numbers.py",
    "operator": "operator.py",
    "os": "os.py",
    "posixpath": "posixpath.py",
    "pstats": "pstats.py",
    "random": "random.py",
    "reprlib": "reprlib.py",
    "string": "string.py",
    "traceback": "traceback.py",
    "tracemalloc": "tracemalloc.py",
    "types": "types.py",
    "typing": "typing.py",
    "warnings": "warnings.py",
    "weakref": "weakref.py",
}

#[cfg(all(test, feature = "sources"))]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_module_and_every_module_a_file() {
        assert!(NAMES.is_sorted());
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("python");
        let mut files = Vec::new();
        let mut folders = vec![folder.clone()];
        while let Some(next) = folders.pop() {
            for entry in std::fs::read_dir(next).expect("a folder").flatten() {
                match entry.path() {
                    path if path.is_dir() => folders.push(path),
                    path => files.push(path.strip_prefix(&folder).expect("inside").to_string_lossy().into_owned()),
                }
            }
        }
        files.sort();
        let mut named: Vec<String> = NAMES.iter().map(|name| path(name)).collect();
        named.sort();
        assert_eq!(files, named);
        for name in NAMES {
            let text = (Library::EMBEDDED.source)(name).expect("a text");
            let file = std::fs::read_to_string(folder.join(path(name))).expect("a file");
            assert_eq!(text, file, "{name}");
        }
    }
}
