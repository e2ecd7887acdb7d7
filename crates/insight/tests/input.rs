//! Programs that read standard input, in a recording.

use ouro_library::Library;
use ouro_protocol::{Outcome, RunOptions, RunReport, Stream, View};
use ouro_replay::{Progress, Recorder, Recording};

const ASKS_TWICE: &str = "name = input('name? ')\nkept = [name]\nages = sorted([2, 1], key=lambda n: (n, input('age? ')))\n\
                          print(kept, ages)\n";

fn options(answers: &[Option<&str>]) -> RunOptions {
    let answers = answers.iter().map(|line| line.map(str::to_owned)).collect();
    RunOptions { answers, ..RunOptions::default() }
}

fn finish(mut recorder: Recorder) -> Recording {
    while recorder.advance(1_000) != Progress::Over {}
    recorder.finish()
}

fn record(source: &str, options: &RunOptions) -> Recording {
    finish(Recorder::new(source, options, Library::EMBEDDED).expect("the program compiles"))
}

fn text(report: &RunReport) -> String {
    report.output.iter().map(|chunk| chunk.text.as_str()).collect()
}

fn view(recording: &mut Recording, step: u32) -> View {
    ouro_insight::seek(recording, step).expect("a view")
}

#[test]
fn a_run_waits_where_no_answer_is_left_and_goes_on_with_more() {
    let answers = [Some("Ann"), Some("7"), Some("8")];
    let mut recording = record(ASKS_TWICE, &options(&[]));
    for given in 0..3 {
        assert_eq!(recording.report().outcome, Outcome::Input, "with {given} answers");
        let last = recording.report().steps - 1;
        let asking = if given == 0 { 1 } else { 3 };
        assert_eq!(view(&mut recording, last).line, asking);
        assert!(text(recording.report()).ends_with("? "), "{}", text(recording.report()));
        let more = options(&answers[..=given]);
        let resumed = Recorder::resume(recording, ASKS_TWICE, &more).map_err(|_| "it does not go on").unwrap();
        recording = finish(resumed);
    }
    let mut fresh = record(ASKS_TWICE, &options(&answers));
    assert_eq!(recording.report(), fresh.report());
    assert_eq!(text(fresh.report()), "name? Ann\nage? 7\nage? 8\n['Ann'] [1, 2]\n");
    let typed = fresh.report().output.iter().filter(|chunk| chunk.stream == Stream::Stdin).count();
    assert_eq!(typed, 3);
    for step in (0..fresh.report().steps).rev() {
        assert_eq!(view(&mut recording, step), view(&mut fresh, step), "step {step}");
    }
}

#[test]
fn other_programs_and_other_answers_start_anew() {
    let waiting = || record("a = input()\nb = input()\n", &options(&[Some("x")]));
    let goes_on =
        |source: &str, answers: &[Option<&str>]| Recorder::resume(waiting(), source, &options(answers)).is_ok();
    assert!(goes_on("a = input()\nb = input()\n", &[Some("x"), None]));
    assert!(!goes_on("a = input()\nb = input()\n", &[Some("x")]));
    assert!(!goes_on("a = input()\nb = input()\n", &[Some("y"), None]));
    assert!(!goes_on("a = input()\nb = 1\n", &[Some("x"), None]));
}

#[test]
fn the_end_of_the_input_is_an_error_and_more_may_come() {
    let source = "try:\n    input()\nexcept EOFError as error:\n    print(error)\nprint(input())\n";
    let recording = record(source, &options(&[None, Some("more")]));
    assert_eq!(text(recording.report()), "^D\nEOF when reading a line\nmore\nmore\n");
    assert_eq!(recording.report().outcome, Outcome::Completed { status: 0 });
}
