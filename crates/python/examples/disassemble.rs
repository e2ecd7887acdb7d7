//! Prints the bytecode of a Python file.

use ouro_python::bytecode::disassemble;
use ouro_python::compiler::{Mode, compile};

fn main() {
    for path in std::env::args().skip(1) {
        match std::fs::read_to_string(&path) {
            Ok(source) => match compile(&source, &path, Mode::Exec) {
                Ok(code) => print!("{}", disassemble(&code, true)),
                Err(error) => println!("{error}"),
            },
            Err(error) => println!("{path}: {error}"),
        }
    }
}
