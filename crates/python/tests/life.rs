//! Programs about errors, collections, weak references and the end of the interpreter: they print what CPython 3.13
//! printed, every count is right at the end, and nothing is left after it.

use std::path::{Path, PathBuf};

use ouro_library::Library;
use ouro_python::compiler::{self, Mode};
use ouro_python::output::Stream;
use ouro_python::version::Version;
use ouro_python::vm::Vm;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/life")
}

/// Replaces addresses, as the recording does.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b)).count();
        result += "0x";
        if digits >= 6 {
            result += "ADDRESS";
            result += &part[digits..];
        } else {
            result += part;
        }
    }
    result
}

/// What a program prints; panics if counts are wrong or objects are left over.
fn run(path: &Path) -> String {
    let source = std::fs::read_to_string(path).expect("a program");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let code = compiler::compile(&source, &name, Mode::Exec).expect("a program that compiles");
    let mut vm = Vm::new(Version::v3_13());
    vm.library = Library::EMBEDDED;
    vm.load(&code, &source);
    vm.run(u32::MAX, u64::MAX);
    let wrong = vm.heap.audit(|visit| vm.visit_roots(visit));
    assert!(wrong.is_empty(), "{name}: counts after the run: {wrong:?}");
    let status = vm.finalize();
    let wrong = vm.heap.audit(|visit| vm.visit_roots(visit));
    assert!(wrong.is_empty(), "{name}: counts after the end: {wrong:?}");
    let left: Vec<String> = vm.leaked().into_iter().map(|id| vm.type_name(id).to_string()).collect();
    assert!(left.is_empty(), "{name}: left over: {left:?}");
    let (stdout, stderr) = (vm.output.text(Stream::Stdout), vm.output.text(Stream::Stderr));
    without_addresses(&format!("exit {status}\n--- stdout\n{stdout}--- stderr\n{stderr}"))
}

#[test]
fn programs_print_what_cpython_prints() {
    let mut programs: Vec<PathBuf> = std::fs::read_dir(folder().join("programs"))
        .expect("the programs")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    programs.sort();
    assert!(!programs.is_empty());
    let mut different = Vec::new();
    for program in programs {
        let recorded = folder().join("recorded").join(program.file_stem().expect("a name")).with_extension("txt");
        let expected = std::fs::read_to_string(recorded).expect("a recording");
        let printed = run(&program);
        if printed != expected {
            different.push(format!("{}\n{printed}\n=== expected\n{expected}", program.display()));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}
