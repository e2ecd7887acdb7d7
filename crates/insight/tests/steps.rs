//! Any step can be sought, in any order, and looks the same every time.

use std::path::Path;

use ouro_insight::seek;
use ouro_library::Library;
use ouro_protocol::{Cause, ChangeKind, EventKind, LimitKind, ObjectState, Outcome, RefCount, RunOptions, View};
use ouro_replay::{Progress, Recorder, Recording};

fn record_with(source: &str, options: &RunOptions) -> Recording {
    let mut recorder = Recorder::new(source, options, Library::EMBEDDED).expect("the program compiles");
    while recorder.advance(10_000) != Progress::Over {}
    recorder.finish()
}

fn record(source: &str) -> Recording {
    record_with(source, &RunOptions::default())
}

fn view(recording: &mut Recording, step: u32) -> View {
    seek(recording, step).unwrap_or_else(|| panic!("step {step} can be sought"))
}

fn last_view(recording: &mut Recording) -> View {
    let last = recording.report().steps - 1;
    view(recording, last)
}

/// The view before the line with this text runs for the first time.
fn before(recording: &mut Recording, source: &str, text: &str) -> View {
    let line = source.lines().position(|l| l == text).expect("the line is there") as u32 + 1;
    let steps = recording.report().steps;
    (0..steps).map(|step| view(recording, step)).find(|v| v.line == line).unwrap_or_else(|| panic!("line {line} runs"))
}

#[test]
fn steps_look_the_same_forwards_and_backwards() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/examples");
    for name in ["cycles/two_friends", "weak_references/watching", "generators/countdown", "context_managers/a_diary"] {
        let source = std::fs::read_to_string(root.join(name).with_extension("py")).expect("the example is there");
        let mut recording = record(&source);
        let last = recording.report().steps.min(80);
        let forwards: Vec<View> = (0..last).map(|step| view(&mut recording, step)).collect();
        for step in (0..last).rev() {
            assert_eq!(view(&mut recording, step), forwards[step as usize], "{name}, step {step}");
        }
        let steps = recording.report().steps;
        assert!(seek(&mut recording, steps).is_none());
    }
}

#[test]
fn objects_are_numbered_from_one_whatever_was_imported() {
    let numbers = |import: &str| -> Vec<u32> {
        let mut recording = record(&format!("{import}\na = []\nb = [a]\nc = [b]\n"));
        last_view(&mut recording).objects.iter().map(|object| object.id).collect()
    };
    assert_eq!(numbers("pass"), [1, 2, 3]);
    assert_eq!(numbers("import asyncio"), [1, 2, 3]);
}

#[test]
fn counts_and_causes_of_two_names_for_one_list() {
    let source = "a = [1, 2]\nb = a\ndel a\ndel b\nprint('end')\n";
    let mut recording = record(source);
    let kinds = |view: &View| view.changes.iter().map(|c| (c.kind, c.cause.clone())).collect::<Vec<_>>();
    let name = |name: &str| Cause::Name { name: name.to_owned() };
    let delete = |name: &str| Cause::Delete { name: name.to_owned() };
    let made = before(&mut recording, source, "b = a");
    assert_eq!(made.objects[0].rc, RefCount::Count(1));
    assert_eq!(kinds(&made), [(ChangeKind::Created { rc: 1 }, name("a"))]);
    let shared = before(&mut recording, source, "del a");
    assert_eq!(kinds(&shared), [(ChangeKind::Count { from: 1, to: 2 }, name("b"))]);
    let one_left = before(&mut recording, source, "del b");
    assert_eq!(kinds(&one_left), [(ChangeKind::Count { from: 2, to: 1 }, delete("a"))]);
    let gone = before(&mut recording, source, "print('end')");
    assert_eq!(kinds(&gone), [(ChangeKind::Died, delete("b"))]);
    assert_eq!(gone.objects[0].state, ObjectState::Dead);
}

#[test]
fn steps_inside_calls_from_rust_can_be_seen() {
    let source = "def key(x):\n    y = [x]\n    return -x\nresult = sorted([1, 3, 2], key=key)\n";
    let mut recording = record(source);
    let inside = before(&mut recording, source, "    return -x");
    assert_eq!(inside.frames.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["<module>", "key"]);
    let names: Vec<&str> = inside.frames[1].names.iter().map(|n| n.name.as_str()).collect();
    assert_eq!(names, ["x", "y"]);
    let end = last_view(&mut recording);
    assert_eq!(end.event, EventKind::End);
    assert_eq!(end.frames[0].names.last().map(|n| n.value.as_str()), Some("[3, 2, 1]"));
}

#[test]
fn a_limit_keeps_what_ran() {
    let mut options = RunOptions::default();
    options.limits.instructions = 5_000;
    let mut recording = record_with("n = 0\nwhile True:\n    n += 1\n", &options);
    assert_eq!(recording.report().outcome, Outcome::Limit { limit: LimitKind::Instructions, value: 5_000 });
    let last = last_view(&mut recording);
    assert_eq!(last.event, EventKind::Stopped);
    assert_eq!(last.frames[0].names[0].name, "n");
}

#[test]
fn an_uncaught_error_names_its_line_and_step() {
    let recording = record("x = 1\ndef f():\n    return x / 0\nf()\n");
    let Outcome::Raised { error } = &recording.report().outcome else { panic!("{:?}", recording.report().outcome) };
    assert_eq!(
        (error.exception.as_str(), error.message.as_str(), error.line),
        ("ZeroDivisionError", "division by zero", 3)
    );
    assert_eq!(error.step, 3);
}
