//! Running programs and comparing what they print with what CPython printed.

use ouro_library::Library;
use ouro_python::compiler::{Mode, compile};
use ouro_python::output::Stream;
use ouro_python::version::Version;
use ouro_python::vm::{Status, Vm};

/// Runs a program to its end and compares its output line by line.
pub fn assert_prints(name: &str, source: &str, expected: &str) {
    let code = compile(source, name, Mode::Exec).expect("the program compiles");
    let mut vm = Vm::new(Version::v3_13());
    vm.library = Library::EMBEDDED;
    vm.load(&code, source);
    let status = vm.run(u32::MAX, u64::MAX);
    vm.finalize();
    assert_eq!((status, vm.output.text(Stream::Stderr)), (Status::Finished, String::new()));
    let output = vm.output.text(Stream::Stdout);
    for (number, (line, wanted)) in output.lines().zip(expected.lines()).enumerate() {
        assert_eq!(line, wanted, "line {} of the output of {name}", number + 1);
    }
    assert_eq!(output.lines().count(), expected.lines().count(), "lines of {name}");
}
