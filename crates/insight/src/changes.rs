//! What a step changed, and by which instruction: the heap's journal put into the protocol's words.

use hashbrown::HashMap;
use ouro_heap::{Event, EventKind, Id, Journal};
use ouro_protocol::{Cause, Change, ChangeKind, Generation};
use ouro_python::bytecode::Op;
use ouro_python::object::Data;
use ouro_python::vm::Vm;

/// What happened to one object during a step.
#[derive(Default)]
struct Story {
    created: bool,
    freed: bool,
    unreachable: bool,
    finalized: bool,
    weakrefs_cleared: u32,
    /// Count before the first change and after the last one, with the event that changed it last.
    count: Option<(u32, u32)>,
    moved: Option<(u8, u8)>,
    cause: u64,
    move_cause: u64,
    by_holder: bool,
}

/// Names and types of objects, by serial number.
pub(crate) type Known = HashMap<u32, (String, Option<String>)>;

/// The changes in order of their first event. `known` gives type and name of objects before the step and after it.
pub(crate) fn changes(vm: &Vm, journal: &Journal, known: &Known, collection: Option<u8>) -> Vec<Change> {
    let (order, stories) = tell(&journal.events);
    let mut out = Vec::new();
    for serial in order {
        let Some(story) = stories.get(&serial) else { continue };
        // What came and went within the step was never anybody's to see.
        if story.created && story.freed {
            continue;
        }
        let Some((type_name, name)) = known.get(&serial) else { continue };
        let mut push = |kind, tag: u64, cause: Cause| {
            out.push(Change {
                object: serial,
                type_name: type_name.clone(),
                name: name.clone(),
                kind,
                cause,
                line: line(vm, tag),
            });
        };
        let by_collector = |found: Cause| match collection {
            Some(generation) if story.unreachable => Cause::Collection { generation },
            _ => found,
        };
        if story.finalized {
            push(ChangeKind::Finalized, story.cause, by_collector(cause(vm, story.cause, story.by_holder)));
        }
        if story.weakrefs_cleared > 0 {
            let kind = ChangeKind::WeakrefsCleared { count: story.weakrefs_cleared };
            push(kind, story.cause, by_collector(cause(vm, story.cause, story.by_holder)));
        }
        if story.freed {
            push(ChangeKind::Died, story.cause, by_collector(cause(vm, story.cause, story.by_holder)));
            continue;
        }
        let (from, to) = story.count.unwrap_or((1, 1));
        if story.created {
            push(ChangeKind::Created { rc: to }, story.cause, cause(vm, story.cause, false));
        } else if from != to {
            push(ChangeKind::Count { from, to }, story.cause, cause(vm, story.cause, story.by_holder));
        }
        if let Some((from, to)) = story.moved
            && from != to
            && !story.created
        {
            let cause = match collection {
                Some(generation) => Cause::Collection { generation },
                None => cause(vm, story.move_cause, false),
            };
            push(
                ChangeKind::Generation { from: generation(vm, Some(from)), to: generation(vm, Some(to)) },
                story.move_cause,
                cause,
            );
        }
    }
    out
}

fn tell(events: &[Event]) -> (Vec<u32>, HashMap<u32, Story>) {
    let mut order = Vec::new();
    let mut stories: HashMap<u32, Story> = HashMap::new();
    // Objects whose count is zero and whose memory is not given back yet: they are letting go of what they hold.
    let mut dying: Vec<u32> = Vec::new();
    for event in events {
        let story = stories.entry(event.serial).or_insert_with(|| {
            order.push(event.serial);
            Story::default()
        });
        match event.kind {
            EventKind::Created => {
                story.created = true;
                story.count = Some((1, 1));
                story.cause = event.tag;
            }
            EventKind::Count { from, to } => {
                story.count = Some((story.count.map_or(from, |(first, _)| first), to));
                story.cause = event.tag;
                story.by_holder = dying.iter().any(|&d| d != event.serial);
                if to == 0 {
                    dying.push(event.serial);
                }
            }
            EventKind::Moved { from, to } => {
                story.moved = Some((story.moved.map_or(from, |(first, _)| first), to));
                story.move_cause = event.tag;
            }
            EventKind::Finalized => story.finalized = true,
            EventKind::WeakrefCleared => story.weakrefs_cleared += 1,
            EventKind::Unreachable => story.unreachable = true,
            EventKind::Freed => {
                story.freed = true;
                dying.retain(|&d| d != event.serial);
            }
        }
    }
    (order, stories)
}

/// Where a list of the collector's is shown.
pub(crate) fn generation(vm: &Vm, list: Option<u8>) -> Generation {
    match (list, vm.heap.config().increments) {
        (Some(0), None) => Generation::Gen0,
        (Some(1), None) => Generation::Gen1,
        (Some(2), None) => Generation::Gen2,
        (Some(0), Some(_)) => Generation::Young,
        (Some(1), Some(_)) => Generation::Visited,
        (Some(2), Some(_)) => Generation::Pending,
        (Some(3), _) => Generation::Permanent,
        _ => Generation::Untracked,
    }
}

fn split(tag: u64) -> (Option<Id>, usize) {
    let code = (tag >> 32) as u32;
    ((code != 0).then(|| Id::from_index(code)), (tag & u64::from(u32::MAX)) as usize)
}

fn line(vm: &Vm, tag: u64) -> u32 {
    let (Some(code), pc) = split(tag) else { return 0 };
    match vm.heap.is_live(code).then(|| vm.heap.get(code)) {
        Some(Data::Code(code)) => code.code.locations.get(pc).map_or(0, |l| l.line),
        _ => 0,
    }
}

/// What the instruction behind a tag does, in a reader's terms.
fn cause(vm: &Vm, tag: u64, by_holder: bool) -> Cause {
    if by_holder {
        return Cause::Holder;
    }
    let unknown = Cause::Instruction { name: String::new() };
    let (Some(id), pc) = split(tag) else { return unknown };
    let Some(Data::Code(code)) = vm.heap.is_live(id).then(|| vm.heap.get(id)) else { return unknown };
    let Some(instr) = code.code.instrs.get(pc) else { return unknown };
    let a = instr.a as usize;
    let name = || code.code.names.get(a).map(|n| n.to_string()).unwrap_or_default();
    let local = || code.code.locals.get(a).map(|n| n.to_string()).unwrap_or_default();
    match instr.op {
        Op::StoreName | Op::StoreGlobal => Cause::Name { name: name() },
        Op::StoreFast | Op::StoreNoted | Op::StoreDeref | Op::StoreFastMaybeNull => Cause::Name { name: local() },
        Op::DeleteName | Op::DeleteGlobal => Cause::Delete { name: name() },
        Op::DeleteFast | Op::DeleteDeref => Cause::Delete { name: local() },
        Op::StoreAttr | Op::DeleteAttr => Cause::Attribute { name: name() },
        Op::StoreSubscr | Op::DeleteSubscr | Op::StoreSlice => Cause::Item,
        Op::BuildTuple
        | Op::BuildList
        | Op::BuildSet
        | Op::BuildMap
        | Op::BuildConstKeyMap
        | Op::ListAppend
        | Op::ListExtend
        | Op::SetAdd
        | Op::SetUpdate
        | Op::MapAdd
        | Op::DictUpdate
        | Op::MakeFunction
        | Op::MakeCell => Cause::Build,
        Op::Call | Op::CallKw | Op::CallFunctionEx => {
            Cause::Call { function: callee(vm, code.code.filename.as_ref(), code.code.locations.get(pc)) }
        }
        Op::ReturnValue | Op::ReturnConst => Cause::Return { function: code.code.name.to_string() },
        op => Cause::Instruction { name: op.name().to_owned() },
    }
}

/// What a call calls, as the source writes it: `gc.collect` for `gc.collect(0)`.
fn callee(vm: &Vm, filename: &str, location: Option<&ouro_python::bytecode::Location>) -> String {
    let Some(location) = location.filter(|l| l.line > 0) else { return String::new() };
    let Some(source) = vm.source(filename) else { return String::new() };
    let line = source.lines().nth(location.line as usize - 1).unwrap_or("");
    let text: String = line.chars().skip(location.column.saturating_sub(1) as usize).collect();
    let mut depth = 0;
    let mut end = text.len();
    for (i, c) in text.char_indices() {
        match c {
            '(' if depth == 0 && i > 0 => {
                end = i;
                break;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    text[..end].trim().to_owned()
}
