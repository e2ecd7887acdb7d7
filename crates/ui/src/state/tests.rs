use ouro_protocol::{
    Cause, Change, ChangeKind, Diagnostic, ErrorInfo, ErrorRange, Outcome, Request, Response, RunOptions, RunReport,
    VersionInfo, View,
};

use super::*;
use crate::graph::test_views;

fn ready() -> Response {
    let version =
        |name: &str| VersionInfo { name: name.to_owned(), checked_against: format!("{name}.0"), history: None };
    Response::Ready { versions: vec![version("3.13"), version("3.12")], modules: vec!["gc".to_owned()] }
}

fn report(steps: u32, outcome: Outcome) -> RunReport {
    RunReport {
        version: "3.13".to_owned(),
        steps,
        outcome,
        marks: Vec::new(),
        output: Vec::new(),
        samples: Vec::new(),
        // Too large for anything to be asked for ahead.
        peak_bytes: u64::MAX,
    }
}

fn view(step: u32) -> View {
    View { step, ..test_views::view(&[], Vec::new()) }
}

fn finished(run: u32, steps: u32) -> Action {
    Action::Engine(Response::Finished { run, report: report(steps, Outcome::Completed { status: 0 }) })
}

fn viewed(run: u32, step: u32) -> Action {
    Action::Engine(Response::View { run, view: view(step) })
}

fn mistake() -> Diagnostic {
    Diagnostic {
        exception: "SyntaxError".to_owned(),
        message: "invalid syntax".to_owned(),
        line: 2,
        column: 5,
        end_line: 2,
        end_column: 6,
    }
}

/// A page whose first run has `steps` steps and shows `step`.
fn running_page(steps: u32, step: u32) -> State {
    let mut state = State::new("a = []\n".to_owned(), step, RunOptions::default());
    state.apply(Action::Engine(ready()));
    state.apply(finished(1, steps));
    state.apply(viewed(1, step.min(steps - 1)));
    state
}

fn shown(state: &State) -> Option<u32> {
    state.recording.as_ref()?.view.as_ref().map(|view| view.step)
}

fn seeks(effects: &[Effect]) -> Vec<u32> {
    let seek = |effect: &Effect| match effect {
        Effect::Send(Request::Seek { step, .. }) => Some(*step),
        _ => None,
    };
    effects.iter().filter_map(seek).collect()
}

#[test]
fn opens_with_a_run_at_the_wanted_step() {
    let mut state = State::new("a = []\n".to_owned(), 3, RunOptions::default());
    let effects = state.apply(Action::Engine(ready()));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Send(Request::Run { run: 1, source, .. }) if source == "a = []\n"))
    );
    assert_eq!(seeks(&state.apply(finished(1, 10))), [3]);
    state.apply(viewed(1, 3));
    assert_eq!(shown(&state), Some(3));
}

#[test]
fn a_step_past_the_end_is_the_end() {
    let mut state = running_page(5, 100);
    assert_eq!(shown(&state), Some(4));
    assert!(state.apply(Action::Go(Move::Forward)).is_empty());
    assert!(seeks(&state.apply(Action::Go(Move::To(u32::MAX)))).is_empty());
}

#[test]
fn only_one_seek_is_under_way_and_the_last_wish_wins() {
    let mut state = running_page(1000, 0);
    assert!(!state.is_busy());
    assert_eq!(seeks(&state.apply(Action::Go(Move::To(10)))), [10]);
    assert!(state.is_busy());
    for step in 11..500 {
        assert!(seeks(&state.apply(Action::Go(Move::To(step)))).is_empty());
    }
    assert_eq!(seeks(&state.apply(viewed(1, 10))), [499]);
    assert!(seeks(&state.apply(viewed(1, 499))).is_empty());
    assert_eq!(shown(&state), Some(499));
    assert!(!state.is_busy());
}

#[test]
fn views_seen_come_back_without_the_engine() {
    let mut state = running_page(10, 0);
    state.apply(Action::Go(Move::Forward));
    state.apply(viewed(1, 1));
    assert!(state.apply(Action::Go(Move::Back)).is_empty());
    assert_eq!(shown(&state), Some(0));
}

#[test]
fn stale_answers_are_dropped() {
    let mut state = running_page(10, 2);
    state.apply(Action::Edit { source: "b = 1\n".to_owned() });
    state.apply(Action::Run);
    state.apply(viewed(1, 7));
    state.apply(finished(1, 3));
    assert_eq!(state.recording.as_ref().unwrap().run, 1);
    assert!(state.running.is_some());
    state.apply(finished(2, 3));
    assert_eq!(state.recording.as_ref().unwrap().run, 2);
    state.apply(viewed(1, 7));
    assert_ne!(shown(&state), Some(7));
}

#[test]
fn a_mistake_keeps_the_last_good_run() {
    let mut state = running_page(10, 2);
    state.apply(Action::Edit { source: "def :\n".to_owned() });
    state.apply(Action::Run);
    state.apply(Action::Engine(Response::Rejected { run: 2, diagnostic: mistake() }));
    assert_eq!(shown(&state), Some(2));
    assert_eq!(state.notices(), [Notice::Rejected]);
    assert_eq!(seeks(&state.apply(Action::Go(Move::Forward))), [3]);
    // Mended: the banner goes with the mistake.
    state.apply(Action::Edit { source: "pass\n".to_owned() });
    let check = state.apply(Action::CheckDue);
    let [Effect::Send(Request::Check { check, .. })] = check[..] else { panic!("{check:?}") };
    state.apply(Action::Engine(Response::Checked { check, diagnostics: Vec::new() }));
    assert!(state.notices().is_empty());
}

#[test]
fn only_the_last_check_counts() {
    let mut state = running_page(3, 0);
    for source in ["x", "xy"] {
        state.apply(Action::Edit { source: source.to_owned() });
        state.apply(Action::CheckDue);
    }
    let last = 3;
    state.apply(Action::Engine(Response::Checked { check: last - 1, diagnostics: vec![mistake()] }));
    assert!(state.diagnostics.is_empty());
    state.apply(Action::Engine(Response::Checked { check: last, diagnostics: vec![mistake()] }));
    assert_eq!(state.diagnostics.len(), 1);
}

#[test]
fn a_worker_that_ignores_stop_is_replaced_and_the_text_stays() {
    let mut state = running_page(10, 2);
    state.apply(Action::Edit { source: "while True: pass\n".to_owned() });
    state.apply(Action::Run);
    let effects = state.apply(Action::Stop);
    assert_eq!(effects, [Effect::Send(Request::Stop { run: 2 }), Effect::ArmStop { run: 2 }]);
    assert!(state.apply(Action::Stop).is_empty());
    assert!(state.apply(Action::StopOverdue { run: 1 }).is_empty());
    assert_eq!(state.apply(Action::StopOverdue { run: 2 }), [Effect::RestartEngine]);
    assert_eq!(state.notices(), [Notice::Restarted]);
    assert_eq!(*state.source, "while True: pass\n");
    assert_eq!((state.ready, state.running, shown(&state)), (false, None, Some(2)));
    // The new engine is not given the program that stopped the old one, unless asked.
    let effects = state.apply(Action::Engine(ready()));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Send(Request::Run { .. }))));
    assert!(state.apply(Action::StopOverdue { run: 2 }).is_empty());
}

#[test]
fn an_engine_that_never_starts_is_given_up() {
    let mut state = State::new(String::new(), 0, RunOptions::default());
    let restarts = (0..10).filter(|_| !state.apply(Action::EngineLost).is_empty()).count();
    assert_eq!(restarts, MAX_LOSSES as usize);
    assert_eq!(state.notices(), [Notice::NoEngine]);
}

#[test]
fn limits_and_errors_are_told_and_can_be_closed() {
    let mut state = running_page(10, 2);
    state.apply(Action::Run);
    let outcome = Outcome::Limit { limit: ouro_protocol::LimitKind::Steps, value: 10 };
    state.apply(Action::Engine(Response::Finished { run: 2, report: report(11, outcome) }));
    assert_eq!(state.notices(), [Notice::Outcome]);
    state.apply(Action::Dismiss(Notice::Outcome));
    assert!(state.notices().is_empty());
}

#[test]
fn editing_keeps_the_text_and_running_again_keeps_the_step() {
    let mut state = running_page(10, 4);
    assert!(state.apply(Action::Edit { source: "a = []\n".to_owned() }).is_empty());
    state.apply(Action::Run);
    assert_eq!(seeks(&state.apply(finished(2, 10))), [4]);
    state.apply(viewed(2, 4));
    assert_eq!(state.apply(Action::Edit { source: "b = []\n".to_owned() }), [Effect::Keep, Effect::CheckLater]);
    assert!(state.is_edited());
    state.apply(Action::Run);
    assert_eq!(seeks(&state.apply(finished(3, 10))), [0]);
}

#[test]
fn playing_waits_for_each_view_and_ends_at_the_end() {
    let mut state = running_page(3, 0);
    state.apply(Action::TogglePlay);
    assert_eq!(seeks(&state.apply(Action::Tick)), [1]);
    assert!(state.apply(Action::Tick).is_empty());
    state.apply(viewed(1, 1));
    assert_eq!(seeks(&state.apply(Action::Tick)), [2]);
    assert!(!state.playing);
    state.apply(viewed(1, 2));
    state.apply(Action::TogglePlay);
    assert_eq!((shown(&state), state.playing), (Some(0), true));
}

#[test]
fn another_release_runs_again_and_an_unknown_one_falls_back() {
    let mut state = running_page(10, 2);
    let effects = state.apply(Action::SetVersion("3.12".to_owned()));
    assert!(matches!(&effects[..], [Effect::Send(Request::Run { options, .. })] if options.version == "3.12"));
    let options = RunOptions { version: "2.7".to_owned(), ..RunOptions::default() };
    let mut state = State::new(String::new(), 0, options);
    state.apply(Action::Engine(ready()));
    assert_eq!(state.options.version, "3.13");
}

#[test]
fn notes_show_what_each_line_did_up_to_the_step_shown() {
    let change = |line, from, to| Change {
        object: 1,
        type_name: "list".to_owned(),
        name: Some("a".to_owned()),
        kind: ChangeKind::Count { from, to },
        cause: Cause::Item,
        line,
    };
    let mut state = running_page(9, 0);
    for (step, line, from) in [(1, 4, 1), (2, 5, 2), (3, 4, 3)] {
        let view = View { changes: vec![change(line, from, from + 1)], ..view(step) };
        state.apply(Action::Go(Move::To(step)));
        state.apply(Action::Engine(Response::View { run: 1, view }));
    }
    let notes = &state.recording.as_ref().unwrap().notes;
    let at = |step| notes.at(step).iter().map(|note| (note.line, note.step, note.fresh)).collect::<Vec<_>>();
    assert!(at(0).is_empty());
    assert_eq!(at(2), [(4, 1, false), (5, 2, true)]);
    assert_eq!(at(3), [(4, 3, true), (5, 2, false)]);
}

#[test]
fn a_small_run_is_looked_at_ahead_without_moving() {
    let mut state = State::new("a = []\n".to_owned(), 5, RunOptions::default());
    state.apply(Action::Engine(ready()));
    let small = RunReport { peak_bytes: 1000, ..report(9, Outcome::Completed { status: 0 }) };
    let mut effects = state.apply(Action::Engine(Response::Finished { run: 1, report: small }));
    let mut asked = Vec::new();
    while let [step] = seeks(&effects)[..] {
        asked.push(step);
        effects = state.apply(viewed(1, step));
        assert_eq!(shown(&state), Some(5));
    }
    assert_eq!(asked, [5, 6, 4, 3, 2, 1, 0]);
    // What the reader wants goes before what may be wanted later.
    assert_eq!(seeks(&state.apply(Action::Go(Move::Forward))), [7]);
    assert_eq!(shown(&state), Some(6));
    assert!(seeks(&state.apply(Action::Go(Move::Last))).is_empty());
    assert_eq!(seeks(&state.apply(viewed(1, 7))), [8]);
}

fn ended(run: u32, steps: u32, outcome: Outcome) -> Action {
    Action::Engine(Response::Finished { run, report: report(steps, outcome) })
}

fn answers_sent(effects: &[Effect]) -> Option<Vec<Option<String>>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Send(Request::Run { options, .. }) => Some(options.answers.clone()),
        _ => None,
    })
}

#[test]
fn a_program_that_asks_is_shown_asking_and_goes_on_with_the_answer() {
    let mut state = State::new("a = input()\n".to_owned(), 0, RunOptions::default());
    state.apply(Action::Engine(ready()));
    assert_eq!(seeks(&state.apply(ended(1, 4, Outcome::Input))), [3]);
    state.apply(viewed(1, 3));
    assert!(state.notices().is_empty());
    let effects = state.apply(Action::Answer(Some("Ann".to_owned())));
    assert_eq!(answers_sent(&effects), Some(vec![Some("Ann".to_owned())]));
    assert!(state.apply(Action::Answer(Some("too soon".to_owned()))).is_empty());
    // The second question, then the end.
    assert_eq!(seeks(&state.apply(ended(2, 6, Outcome::Input))), [5]);
    state.apply(viewed(2, 5));
    let effects = state.apply(Action::Answer(None));
    assert_eq!(answers_sent(&effects), Some(vec![Some("Ann".to_owned()), None]));
    assert_eq!(seeks(&state.apply(finished(3, 9))), [8]);
    assert!(state.apply(Action::Answer(Some("nobody asks".to_owned()))).is_empty());
}

#[test]
fn who_looks_at_an_earlier_step_stays_there_when_answering() {
    let mut state = State::new("a = input()\n".to_owned(), 2, RunOptions::default());
    state.apply(Action::Engine(ready()));
    assert_eq!(seeks(&state.apply(ended(1, 5, Outcome::Input))), [2]);
    state.apply(viewed(1, 2));
    state.apply(Action::Answer(Some("x".to_owned())));
    assert_eq!(seeks(&state.apply(finished(2, 9))), [2]);
}

#[test]
fn answers_stay_until_they_are_changed_or_forgotten() {
    let options = RunOptions { answers: vec![Some("a".to_owned()), None], ..RunOptions::default() };
    let mut state = State::new("input()\n".to_owned(), 0, options);
    let first = answers_sent(&state.apply(Action::Engine(ready())));
    assert_eq!(first, Some(vec![Some("a".to_owned()), None]));
    state.apply(finished(1, 3));
    assert_eq!(answers_sent(&state.apply(Action::Run)), first);
    state.apply(finished(2, 3));
    let changed = state.apply(Action::ChangeAnswer { index: 1, line: "b".to_owned() });
    assert_eq!(answers_sent(&changed), Some(vec![Some("a".to_owned()), Some("b".to_owned())]));
    assert!(state.apply(Action::ChangeAnswer { index: 7, line: String::new() }).is_empty());
    state.apply(finished(3, 3));
    assert_eq!(answers_sent(&state.apply(Action::ForgetAnswers)), Some(Vec::new()));
}

#[test]
fn the_error_of_a_run_is_marked_until_the_text_is_another() {
    let mut state = running_page(5, 0);
    let range = Some(ErrorRange { column: 3, end_line: 2, end_column: 8 });
    let error = |line| ErrorInfo { exception: "ValueError".to_owned(), message: "no".to_owned(), line, range, step: 3 };
    state.apply(Action::Run);
    state.apply(ended(2, 5, Outcome::Raised { error: error(2) }));
    let marked = state.mistakes();
    let [mark] = &marked[..] else { panic!("{marked:?}") };
    assert_eq!((mark.line, mark.column, mark.end_column, mark.message.as_str()), (2, 3, 8, "ValueError: no"));
    state.apply(Action::Edit { source: "b\n".to_owned() });
    assert!(state.mistakes().is_empty());
    // Raised in no line of the program's.
    state.apply(Action::Run);
    state.apply(ended(3, 5, Outcome::Raised { error: error(0) }));
    assert!(state.mistakes().is_empty());
}
