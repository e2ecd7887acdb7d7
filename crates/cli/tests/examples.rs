//! Every example of the page prints the same on `ouro run` and on CPython 3.13.0, where one is installed.
//!
//! `OURO_PYTHON` names that interpreter; `cargo xtask test` sets it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn examples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/examples");
    let mut found = Vec::new();
    for topic in std::fs::read_dir(&root).expect("the examples are there") {
        let topic = topic.expect("a topic can be read").path();
        if topic.is_dir() {
            let files = std::fs::read_dir(topic).expect("a topic can be listed");
            found.extend(files.map(|f| f.expect("an example can be read").path()));
        }
    }
    found.retain(|path| path.extension().is_some_and(|e| e == "py"));
    found.sort();
    found
}

fn run(program: &mut Command, folder: &Path) -> Output {
    program.current_dir(folder).env("PYTHONHASHSEED", "0").output().expect("the program starts")
}

#[test]
fn examples_print_what_cpython_prints() {
    let examples = examples();
    assert!(examples.len() >= 16, "two examples for each of eight topics, found {}", examples.len());
    let Some(python) = std::env::var_os("OURO_PYTHON") else {
        eprintln!("skipped: OURO_PYTHON names no CPython 3.13.0");
        return;
    };
    // Examples write files: each interpreter gets a folder of its own.
    let folder = std::env::temp_dir().join(format!("ouro-examples-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let mut different = Vec::new();
    for example in &examples {
        let theirs = run(Command::new(&python).arg("-I").arg(example), &folder);
        let ours = run(Command::new(env!("CARGO_BIN_EXE_ouro")).arg("run").arg(example), &folder);
        let text = |output: &Output| {
            let part = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            format!("{}{}status {:?}", part(&output.stdout), part(&output.stderr), output.status.code())
        };
        if text(&ours) != text(&theirs) {
            different.push(format!("{}\nCPython:\n{}\nOuro:\n{}", example.display(), text(&theirs), text(&ours)));
        }
    }
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}
