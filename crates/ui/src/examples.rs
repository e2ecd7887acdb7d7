//! The programs of the examples menu. Their sources are in `examples/TOPIC/NAME.py`.

/// A group of examples.
pub struct Topic {
    /// The key of its title.
    pub title: &'static str,
    /// In order of the menu.
    pub examples: &'static [Example],
}

/// One program.
pub struct Example {
    /// Its file's name, without the ending.
    pub name: &'static str,
    /// The key of its title; its attribute `look` says in a sentence what to look for.
    pub title: &'static str,
    /// The program.
    pub source: &'static str,
    /// The step worth seeing first, as CPython 3.13 counts lines.
    pub open_at: u32,
}

macro_rules! example {
    ($topic:literal, $name:literal, $title:literal, $open_at:literal) => {
        Example {
            name: $name,
            title: $title,
            source: include_str!(concat!("../examples/", $topic, "/", $name, ".py")),
            open_at: $open_at,
        }
    };
}

/// All examples, in order of the menu.
pub const TOPICS: &[Topic] = &[
    Topic {
        title: "topic-reference-counting",
        examples: &[
            example!("reference_counting", "two_names", "example-two-names", 5),
            example!("reference_counting", "a_guest", "example-a-guest", 6),
            example!("reference_counting", "last_words", "example-last-words", 11),
        ],
    },
    Topic {
        title: "topic-cycles",
        examples: &[
            example!("cycles", "two_friends", "example-two-friends", 15),
            example!("cycles", "in_itself", "example-in-itself", 5),
            example!("cycles", "breaking_up", "example-breaking-up", 17),
        ],
    },
    Topic {
        title: "topic-generations",
        examples: &[
            example!("generations", "growing_old", "example-growing-old", 9),
            example!("generations", "full_nursery", "example-full-nursery", 18),
            example!("generations", "young_garbage", "example-young-garbage", 34),
        ],
    },
    Topic {
        title: "topic-generators",
        examples: &[
            example!("generators", "countdown", "example-countdown", 6),
            example!("generators", "all_or_one", "example-all-or-one", 5),
            example!("generators", "a_million", "example-a-million", 2),
        ],
    },
    Topic {
        title: "topic-del",
        examples: &[
            example!("del", "a_name_goes", "example-a-name-goes", 5),
            example!("del", "after_the_loop", "example-after-the-loop", 15),
            example!("del", "a_large_image", "example-a-large-image", 6),
        ],
    },
    Topic {
        title: "topic-context-managers",
        examples: &[
            example!("context_managers", "a_diary", "example-a-diary", 2),
            example!("context_managers", "a_borrowed_key", "example-a-borrowed-key", 7),
        ],
    },
    Topic {
        title: "topic-weak-references",
        examples: &[
            example!("weak_references", "watching", "example-watching", 9),
            example!("weak_references", "a_cache", "example-a-cache", 12),
            example!("weak_references", "up_the_tree", "example-up-the-tree", 22),
        ],
    },
    Topic {
        title: "topic-measuring",
        examples: &[
            example!("measuring", "counting_holders", "example-counting-holders", 5),
            example!("measuring", "room_to_grow", "example-room-to-grow", 14),
            example!("measuring", "who_refers", "example-who-refers", 4),
        ],
    },
];

/// The example with this very text.
pub fn with_source(source: &str) -> Option<&'static Example> {
    TOPICS.iter().flat_map(|topic| topic.examples).find(|example| example.source == source)
}

/// What a first visit opens with: a cycle that nobody can reach, about to be collected.
pub fn opening() -> &'static Example {
    const OPENING: &Example = &TOPICS[1].examples[0];
    OPENING
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    #[test]
    fn every_file_is_in_the_menu_once() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        let mut files = Vec::new();
        for topic in fs::read_dir(folder).unwrap() {
            for file in fs::read_dir(topic.unwrap().path()).unwrap() {
                files.push(fs::read_to_string(file.unwrap().path()).unwrap());
            }
        }
        let mut listed: Vec<_> =
            TOPICS.iter().flat_map(|topic| topic.examples).map(|example| example.source.to_owned()).collect();
        files.sort();
        listed.sort();
        assert_eq!(files, listed);
        assert!(TOPICS.iter().all(|topic| topic.examples.len() >= 2));
        assert_eq!(opening().name, "two_friends");
    }
}
