//! `cargo xtask bench`: how fast `ouro run` is beside CPython, and what the page weighs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use crate::{
    Result,
    commands::build,
    process::{cargo, command, output, root, run as run_command, stated_version},
    setup,
};

/// Programs of benches/, each with what it measures.
const PROGRAMS: [(&str, &str); 4] = [
    ("loop", "a loop of integer arithmetic"),
    ("calls", "recursive calls"),
    ("churn", "object churn"),
    ("collect", "full collections of a large graph"),
];

/// Each program runs this often; its best time counts.
const ROUNDS: u32 = 5;

/// Takes `--json`, which prints the same as one JSON object, and `--no-size`, which leaves the page out.
pub fn run(arguments: &[String]) -> Result {
    let given = |option: &str| arguments.iter().any(|argument| argument == option);
    let ouro = build_ouro()?;
    let python = setup::cpython();
    let speeds = match &python {
        Some(python) => measure_all(python, &ouro)?,
        None => {
            eprintln!("No CPython {} was found (OURO_PYTHON can name one): no speeds.", setup::PYTHON_RELEASE);
            Vec::new()
        }
    };
    let page = if given("--no-size") { None } else { Some(page_size(given("--json"))?) };
    if given("--json") {
        print_json(&speeds, page.as_deref());
    } else {
        print_tables(&python.as_deref().map(named).unwrap_or_default(), &speeds, page.as_deref());
    }
    Ok(())
}

/// One program on both sides.
struct Speed {
    program: &'static str,
    measures: &'static str,
    python: Duration,
    ouro: Duration,
}

impl Speed {
    /// How many times as long Ouro takes.
    fn ratio(&self) -> f64 {
        self.ouro.as_secs_f64() / self.python.as_secs_f64()
    }
}

/// Builds the release binary and tells its path.
fn build_ouro() -> Result<PathBuf> {
    run_command(cargo().args(["build", "--release", "-p", "ouro-cli", "--bin", "ouro"]))?;
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let target = metadata.split("\"target_directory\":\"").nth(1).and_then(|rest| rest.split('"').next());
    let target = target.ok_or("cargo metadata names no target directory")?.replace(r"\\", r"\");
    Ok(Path::new(&target).join("release").join(format!("ouro{}", std::env::consts::EXE_SUFFIX)))
}

fn measure_all(python: &Path, ouro: &Path) -> Result<Vec<Speed>> {
    eprintln!("{} against ouro run, best of {ROUNDS} each, start-up subtracted", named(python));
    let empty = std::env::temp_dir().join(format!("ouro-bench-{}.py", std::process::id()));
    fs::write(&empty, "")?;
    let start_up = best_of(python, ouro, &empty);
    fs::remove_file(&empty)?;
    let (python_start, ouro_start) = start_up?;
    let measure = |(program, measures)| {
        eprintln!("  {program}");
        let (python_time, ouro_time) = best_of(python, ouro, &root().join("benches").join(format!("{program}.py")))?;
        let (python, ouro) = (python_time.saturating_sub(python_start), ouro_time.saturating_sub(ouro_start));
        Ok(Speed { program, measures, python, ouro })
    };
    PROGRAMS.into_iter().map(measure).collect()
}

/// The best times of a program on CPython and on Ouro, which take turns, so that a busy machine slows both.
fn best_of(python: &Path, ouro: &Path, file: &Path) -> Result<(Duration, Duration)> {
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        let (python_time, python_prints) = timed(python, &[file.as_os_str()])?;
        let (ouro_time, ouro_prints) = timed(ouro, &["run".as_ref(), file.as_os_str()])?;
        if python_prints != ouro_prints {
            return Err(format!("{}: CPython prints {python_prints:?}, Ouro {ouro_prints:?}", file.display()).into());
        }
        best = (best.0.min(python_time), best.1.min(ouro_time));
    }
    Ok(best)
}

fn timed(program: &Path, arguments: &[&std::ffi::OsStr]) -> Result<(Duration, String)> {
    let start = Instant::now();
    let prints = output(command(program).args(arguments).stdin(Stdio::null()))?;
    Ok((start.elapsed(), prints))
}

/// Builds the page, opens it, and tells the compressed sizes of all that it loads, as www/tests/sizes.js prints them.
fn page_size(json: bool) -> Result<String> {
    build::site(&setup::web_tools()?)?;
    let chromium = setup::chromium()?;
    let format = if json { "json" } else { "markdown" };
    output(command(setup::node()?).args(["www/tests/sizes.js", format]).env("CHROME", chromium))
}

/// Such as `CPython 3.13.0`.
fn named(python: &Path) -> String {
    format!("CPython {}", stated_version(python).unwrap_or_default())
}

fn print_tables(python: &str, speeds: &[Speed], page: Option<&str>) {
    if !speeds.is_empty() {
        println!("| program | {python} | Ouro | ratio |");
        println!("| --- | ---: | ---: | ---: |");
        for speed in speeds {
            let (python, ouro) = (speed.python.as_secs_f64(), speed.ouro.as_secs_f64());
            println!(
                "| `{}`: {} | {python:.2} s | {ouro:.2} s | {:.2} |",
                speed.program,
                speed.measures,
                speed.ratio()
            );
        }
    }
    if let Some(page) = page {
        println!("\n{page}");
    }
}

fn print_json(speeds: &[Speed], page: Option<&str>) {
    let one = |speed: &Speed| {
        let (python, ouro) = (speed.python.as_secs_f64(), speed.ouro.as_secs_f64());
        format!("\"{}\":{{\"python\":{python:.4},\"ouro\":{ouro:.4},\"ratio\":{:.3}}}", speed.program, speed.ratio())
    };
    let speeds = speeds.iter().map(one).collect::<Vec<_>>().join(",");
    println!("{{\"speed\":{{{speeds}}},\"page\":{}}}", page.unwrap_or("null"));
}
