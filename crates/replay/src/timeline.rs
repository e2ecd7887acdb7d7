use ouro_protocol::{Chunk, Mark, MarkKind, Sample, Stream};
use ouro_python::output;
use ouro_python::vm::Vm;

/// How many samples a timeline has at most.
const MOST_SAMPLES: usize = 2_000;
/// How many objects may be measured for one sample, on average, before samples are taken less often.
const OBJECTS_PER_STEP: u64 = 20_000;

/// Memory over time: every step at first, then every second, fourth, ...
pub(crate) struct Samples {
    kept: Vec<Sample>,
    every: u32,
    peak: u64,
    measured: u64,
}

impl Samples {
    pub(crate) fn new() -> Samples {
        Samples { kept: Vec::new(), every: 1, peak: 0, measured: 0 }
    }

    /// The next step that wants a sample.
    pub(crate) fn next_step(&self) -> u32 {
        self.kept.last().map_or(0, |s| s.step.saturating_add(self.every))
    }

    /// Takes a sample of a machine that stands before a step.
    pub(crate) fn take(&mut self, vm: &Vm) {
        if self.kept.last().is_some_and(|last| last.step >= vm.steps) {
            return;
        }
        let (mut bytes, mut objects) = (0, 0);
        for id in vm.heap.ids() {
            if vm.is_own(id) {
                bytes += vm.size_of(id) as u64;
                objects += 1;
            }
        }
        self.peak = self.peak.max(bytes);
        self.kept.push(Sample { step: vm.steps, bytes, objects });
        self.measured += u64::from(vm.heap.live_count());
        let costly = self.measured > OBJECTS_PER_STEP * u64::from(vm.steps.max(1_000));
        if self.kept.len() > MOST_SAMPLES || costly {
            self.every = self.every.saturating_mul(2);
        }
        if self.kept.len() > MOST_SAMPLES {
            let every = self.every;
            self.kept.retain(|s| s.step % every == 0);
        }
    }

    /// Bytes alive at the last sample.
    pub(crate) fn last_bytes(&self) -> u64 {
        self.kept.last().map_or(0, |s| s.bytes)
    }

    /// The samples so far, and the highest number of bytes.
    pub(crate) fn so_far(&self) -> (Vec<Sample>, u64) {
        (self.kept.clone(), self.peak)
    }
}

/// The step whose line was running, from the number of line events that had begun.
fn running(steps: u32) -> u32 {
    steps.saturating_sub(1)
}

/// What is worth a mark, in order of steps.
pub(crate) fn marks(vm: &Vm, error_step: Option<u32>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    marks.extend(vm.gc.records.iter().map(|r| Mark {
        step: running(r.step),
        kind: MarkKind::Collection { generation: r.collection.generation, collected: r.collection.collected },
    }));
    let mut printed: Vec<u32> = printed(vm).map(|c| running(c.step)).collect();
    printed.dedup();
    marks.extend(printed.into_iter().map(|step| Mark { step, kind: MarkKind::Print }));
    marks.extend(vm.deaths.iter().map(|&steps| Mark { step: running(steps), kind: MarkKind::Death }));
    marks.extend(error_step.map(|step| Mark { step, kind: MarkKind::Error }));
    marks.sort_by_key(|m| m.step);
    marks
}

fn printed(vm: &Vm) -> impl Iterator<Item = &output::Chunk> {
    vm.output.chunks().iter().filter(|c| c.stream != output::Stream::Stdin)
}

/// All output, in order.
pub(crate) fn chunks(vm: &Vm) -> Vec<Chunk> {
    vm.output
        .chunks()
        .iter()
        .map(|c| Chunk {
            step: running(c.step),
            stream: match c.stream {
                output::Stream::Stdout => Stream::Stdout,
                output::Stream::Stderr => Stream::Stderr,
                output::Stream::Stdin => Stream::Stdin,
            },
            text: c.text.clone(),
        })
        .collect()
}
