//! The compiler's output: the operand stack, jumps, handlers, depth of nesting.

use std::path::Path;
use std::rc::Rc;

use ouro_python::bytecode::{Code, Const, Op, disassemble};
use ouro_python::compiler::{Mode, Options, check, compile, compile_with, stack_effect};

/// Follows every path through a code object: the stack never falls below nothing, has one depth at every
/// instruction, and stays within the size that the code promises.
fn check_code(code: &Code) {
    let count = code.instrs.len();
    assert_eq!(code.locations.len(), count);
    let mut depths: Vec<Option<i32>> = vec![None; count];
    let mut todo = vec![(0usize, 0i32)];
    let mut greatest = 0;
    while let Some((at, depth)) = todo.pop() {
        assert!(at < count, "{}: {at} is out of range\n{}", code.qualname, disassemble(code, false));
        if let Some(known) = depths[at] {
            assert_eq!(known, depth, "{}: two depths at {at}\n{}", code.qualname, disassemble(code, false));
            continue;
        }
        depths[at] = Some(depth);
        greatest = greatest.max(depth);
        let instr = code.instrs[at];
        if let Some(entry) = code.handler(at as u32) {
            let depth = i32::from(entry.depth) + 1 + i32::from(entry.push_lasti);
            assert!(i32::from(entry.depth) <= depths[at].unwrap_or(0), "{}: handler of {at}", code.qualname);
            todo.push((entry.target as usize, depth));
        }
        let next = depth + stack_effect(instr.op, instr.a, instr.b, false);
        assert!(next >= 0, "{}: {} at {at} pops too much", code.qualname, instr.op.name());
        greatest = greatest.max(next);
        let jumps = matches!(
            instr.op,
            Op::Jump
                | Op::JumpBackward
                | Op::JumpBackwardNoInterrupt
                | Op::PopJumpIfFalse
                | Op::PopJumpIfTrue
                | Op::PopJumpIfNone
                | Op::PopJumpIfNotNone
                | Op::ForIter
                | Op::Send
        );
        if jumps {
            todo.push((instr.a as usize, depth + stack_effect(instr.op, instr.a, instr.b, true)));
        }
        let ends = matches!(
            instr.op,
            Op::Jump
                | Op::JumpBackward
                | Op::JumpBackwardNoInterrupt
                | Op::ReturnValue
                | Op::ReturnConst
                | Op::RaiseVarargs
                | Op::Reraise
        );
        if !ends {
            todo.push((at + 1, next));
        }
    }
    assert!(greatest <= code.stack_size as i32, "{}: stack of {greatest}", code.qualname);
    for value in &code.consts {
        if let Const::Code(inner) = value {
            check_code(inner);
        }
    }
}

fn compiled(source: &str) -> Rc<Code> {
    match compile(source, "test.py", Mode::Exec) {
        Ok(code) => code,
        Err(error) => panic!("{error}\n{source}"),
    }
}

#[test]
fn stack_is_consistent_on_every_path() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiler");
    let mut found = 0;
    for entry in std::fs::read_dir(folder).expect("the folder of programs") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "py") {
            check_code(&compiled(&std::fs::read_to_string(path).expect("a program")));
            found += 1;
        }
    }
    assert!(found >= 3);
}

#[test]
fn line_events_are_where_a_line_starts_or_is_entered() {
    let code = compiled("for x in y:\n    if x: z\n    else: w\n");
    let lines: Vec<u32> = code.instrs.iter().filter(|i| i.op == Op::Line).map(|i| i.a).collect();
    assert_eq!(lines.first(), Some(&1));
    assert!(lines.contains(&2) && lines.contains(&3));
}

#[test]
fn constants_are_kept_apart_by_type() {
    let code = compiled("x = 1, True, 1.0, 0.0, -0.0, y\n");
    let numbers = code.consts.iter().filter(|value| !matches!(value, Const::None | Const::Tuple(_))).count();
    assert_eq!(numbers, 5);
}

/// Deep programs are refused, not crashed on, with as much stack as a web worker has.
#[test]
fn deep_nesting_is_refused() {
    let deep = 5000;
    let programs: Vec<String> = vec![
        "(".repeat(deep),
        format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("{}1{}", "f(".repeat(deep), ")".repeat(deep)),
        format!("{}1{}", "{1:".repeat(deep), "}".repeat(deep)),
        format!("x = {}1", "-".repeat(deep)),
        format!("x = {}1", "not ".repeat(deep)),
        format!("x = {}1", "lambda: ".repeat(deep)),
        format!("x = 1{}", " + 1".repeat(deep)),
        format!("x = 1{}", " ** 1".repeat(deep)),
        format!("x = 1{}", " if 1 else 1".repeat(deep)),
        format!("x = a{}", ".b".repeat(deep)),
        format!("x = a{}", "()".repeat(deep)),
        format!("x = a{}", "[0]".repeat(deep)),
        format!("async def f(): {}x", "await ".repeat(deep)),
        (0..deep).map(|i| format!("{}if x:\n", " ".repeat(i))).collect(),
        (0..150).map(|i| format!("{}def f():\n", " ".repeat(i))).collect::<String>() + &" ".repeat(150) + "pass\n",
        format!("x = {}1{}", "f'{".repeat(deep), "}'".repeat(deep)),
        format!("match x:\n case {}1{}: pass\n", "[".repeat(deep), "]".repeat(deep)),
        format!("x = [{}]", "1 for x in y ".repeat(deep)),
        format!("{}x{}", "(".repeat(199), ")".repeat(199)) + &"[0]".repeat(deep),
    ];
    let check_all = move || {
        for program in &programs {
            let start: String = program.chars().take(40).collect();
            let errors = check(program);
            assert_eq!(errors.len(), 1, "{start}");
        }
    };
    std::thread::Builder::new().stack_size(1 << 20).spawn(check_all).expect("a thread").join().expect("no overflow");
}

/// What CPython takes without a word, a web worker's stack has to take too.
#[test]
fn ordinary_depth_compiles() {
    let programs = [
        format!("x = {}1{}", "(".repeat(90), ")".repeat(90)),
        format!("x = {}1{}", "[".repeat(90), "]".repeat(90)),
        format!("x = 1{}", " + 1".repeat(300)),
        format!("x = a{}", " and a".repeat(300)),
        (0..20).map(|i| format!("{}if x:\n", " ".repeat(i))).collect::<String>() + &" ".repeat(20) + "pass\n",
        "if x: pass\n".to_string() + &"elif y: pass\n".repeat(3000),
        format!("x = [{}]", "1, ".repeat(10_000)),
        format!("x = {{{}}}", "'a': b, ".repeat(10_000)),
    ];
    let compile_all = move || {
        for program in &programs {
            check_code(&compiled(program));
        }
    };
    std::thread::Builder::new().stack_size(1 << 20).spawn(compile_all).expect("a thread").join().expect("no overflow");
}

/// Programs and errors recorded from CPython by `tests/syntax_errors/record.py`.
#[test]
fn syntax_errors_are_cpythons() {
    let programs = include_str!("syntax_errors/programs.txt");
    let releases =
        [(12, include_str!("syntax_errors/expected-3.12.tsv")), (13, include_str!("syntax_errors/expected-3.13.tsv"))];
    let mut wrong = Vec::new();
    for (release, expected) in releases {
        let mut expected_lines = expected.lines();
        for program in programs.split("=====\n") {
            for text in [program, program.strip_suffix('\n').unwrap_or(program)] {
                let expected = expected_lines.next().unwrap_or("a line that is not there");
                let found = match compile_with(text, "<string>", Mode::Exec, Options { release, ..Options::default() })
                {
                    Err(e) => format!(
                        "{}\t{}\t{}\t{}\t{}\t{}",
                        e.exception, e.message, e.line, e.column, e.end_line, e.end_column
                    ),
                    Ok(_) => "none".to_string(),
                };
                if found != expected {
                    wrong.push(format!("3.{release}: {text:?}\nexpected {expected}\nfound    {found}"));
                }
            }
        }
        assert_eq!(expected_lines.next(), None);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
