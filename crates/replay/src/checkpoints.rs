use ouro_python::vm::Vm;

/// How many bytes all checkpoints together may take, as far as that can be estimated.
const BUDGET_BYTES: usize = 192 << 20;
/// How many checkpoints are kept at most.
const MOST: usize = 48;
/// Instructions that loop or call between two checkpoints, at first.
const FIRST_INTERVAL: u64 = 20_000;
/// What a slot of the heap and what it holds take in a clone, roughly, in bytes.
const BYTES_PER_OBJECT: usize = 80;

struct Checkpoint {
    step: u32,
    vm: Vm,
    bytes: usize,
}

/// Clones of a machine at steps spread evenly over a run: the longer it gets, the further apart they are.
pub(crate) struct Checkpoints {
    kept: Vec<Checkpoint>,
    interval: u64,
    next: u64,
}

impl Checkpoints {
    /// The machine before its first step is always kept.
    pub(crate) fn new(start: Vm) -> Checkpoints {
        let mut checkpoints = Checkpoints { kept: Vec::new(), interval: FIRST_INTERVAL, next: 0 };
        checkpoints.keep(&start);
        checkpoints
    }

    /// Keeps a checkpoint if the last one is far enough behind. The machine stands before a step.
    pub(crate) fn offer(&mut self, vm: &Vm) {
        if vm.instructions >= self.next {
            self.keep(vm);
        }
    }

    fn keep(&mut self, vm: &Vm) {
        let mut clone = vm.clone();
        clone.output.discard();
        let bytes = vm.heap.live_count() as usize * BYTES_PER_OBJECT;
        self.kept.push(Checkpoint { step: vm.steps, vm: clone, bytes });
        // Cloning a large heap has to stay cheap beside running.
        self.next = vm.instructions + self.interval.max(u64::from(vm.heap.live_count()));
        while self.kept.len() > MOST || (self.kept.len() > 3 && self.total_bytes() > BUDGET_BYTES) {
            self.thin();
        }
    }

    fn total_bytes(&self) -> usize {
        self.kept.iter().map(|c| c.bytes).sum()
    }

    /// Drops every second one, never the first.
    fn thin(&mut self) {
        let mut index = 0;
        self.kept.retain(|_| {
            index += 1;
            index % 2 == 1
        });
        self.interval *= 2;
    }

    /// A machine to run from, at `step` or the last kept before it.
    pub(crate) fn before(&self, step: u32) -> Option<Vm> {
        let after = self.kept.partition_point(|c| c.step <= step);
        self.kept.get(after.saturating_sub(1)).map(|c| c.vm.clone())
    }

    /// The step of the machine that `before` would give.
    pub(crate) fn step_before(&self, step: u32) -> u32 {
        let after = self.kept.partition_point(|c| c.step <= step);
        self.kept.get(after.saturating_sub(1)).map_or(0, |c| c.step)
    }
}
