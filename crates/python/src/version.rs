//! What distinguishes one release of CPython from another, as data.

use ouro_heap::{GcConfig, Trigger};

/// A release to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// As it is chosen: `3.13`.
    pub name: &'static str,
    /// Major, minor and micro version of the interpreter it was checked against.
    pub number: (u32, u32, u32),
    /// The collector's.
    pub gc: GcConfig,
    /// The generation in which a program's start finds the namespace of `__main__`: `gc.get_objects(generation)` at the
    /// first line of a program tells. (It is 1 in 3.12.1 and 3.13.0, 0 in 3.14.8 and 3.15.0.)
    pub startup_generation: u8,
    /// What `sys.getrefcount` gives for an immortal object.
    pub immortal_refcount: u32,
    /// Whether equal items can be part of a descending run when a list is sorted: it shows in the order of comparisons.
    pub equal_runs: bool,
}

impl Version {
    /// CPython 3.12
    pub fn v3_12() -> Version {
        Version {
            name: "3.12",
            number: (3, 12, 1),
            gc: GcConfig {
                thresholds: [700, 10, 10],
                trigger: Trigger::EvalBreaker,
                untrack_tuples: true,
                untrack_dicts: true,
            },
            startup_generation: 1,
            immortal_refcount: 4_294_967_295,
            equal_runs: false,
        }
    }

    /// CPython 3.13
    pub fn v3_13() -> Version {
        let v3_12 = Version::v3_12();
        Version {
            name: "3.13",
            number: (3, 13, 0),
            gc: GcConfig { thresholds: [2000, 10, 10], ..v3_12.gc },
            equal_runs: true,
            ..v3_12
        }
    }

    /// All releases, oldest first.
    pub fn all() -> Vec<Version> {
        vec![Version::v3_12(), Version::v3_13()]
    }

    /// The release with this name.
    pub fn named(name: &str) -> Option<Version> {
        Version::all().into_iter().find(|v| v.name == name)
    }
}
