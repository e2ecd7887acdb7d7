//! The generator's own promises.

use ouro_python::compiler::{Mode, compile};

use super::program;

#[test]
fn a_seed_gives_one_program() {
    assert_eq!(program(7), program(7));
    assert_ne!(program(7), program(8));
}

#[test]
fn programs_compile() {
    for seed in 0..400 {
        let text = program(seed);
        if let Err(error) = compile(&text, "program.py", Mode::Exec) {
            panic!("seed {seed}: {error}\n{text}");
        }
    }
}
