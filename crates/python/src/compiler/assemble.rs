//! From a finished unit to a code object: slots, jumps, line events, the table of handlers.

use std::rc::Rc;

use super::effects::ir_stack_effect;
use super::flowgraph::{FlowInstr, Graph};
use super::ir::{IrOp, NO_LOCATION};
use super::symtable::SymbolTable;
use super::unit::{Unit, UnitKind};
use crate::bytecode::{Code, CodeFlags, Const, ExceptionEntry, Instr, LocalKind, Location, Op, StoreNote};

/// Ends a code object.
pub(super) fn assemble(mut unit: Unit<'_>, table: &SymbolTable, filename: &Rc<str>) -> Code {
    let scope = &table.scopes[unit.scope];
    let flags = CodeFlags { future_annotations: table.future_annotations, ..flags(&unit, scope) };
    let params = unit.arg_count + unit.kwonly_arg_count + u32::from(unit.varargs) + u32::from(unit.varkeywords);
    let mut graph = Graph::new(&unit.instrs, &unit.labels);
    let locals = unit.varnames.names.len();
    graph.optimize(&mut unit.consts, params as usize, locals, table.borrowing);

    let slots = Slots::new(&unit);
    if table.borrowing.is_some() {
        note_stores(&mut graph, params, locals);
    }
    let prologue = prologue(&unit, &slots, flags);
    let mut writer = Writer::new(&graph, &slots);
    writer.write(prologue);
    let (consts, unused_tuples, renumbered) = used_consts(unit.consts.values, &writer.instrs);
    for instr in &mut writer.instrs {
        if matches!(instr.op, Op::LoadConst | Op::ReturnConst) {
            instr.a = renumbered[instr.a as usize];
        }
    }
    Code {
        name: unit.name,
        qualname: unit.qualname,
        filename: filename.clone(),
        first_line: unit.first_line,
        arg_count: unit.arg_count,
        posonly_arg_count: unit.posonly_arg_count,
        kwonly_arg_count: unit.kwonly_arg_count,
        flags,
        exceptions: writer.exceptions(),
        stack_size: writer.stack_size(),
        cache_count: writer.caches,
        locations: writer.locations.into(),
        borrowed: if table.borrowing.is_some() { writer.borrowed.into() } else { Box::default() },
        instrs: writer.instrs.into(),
        consts: consts.into(),
        unused_tuples: unused_tuples.into(),
        names: unit.names.names.into(),
        identifiers: unit.identifiers.into(),
        constant_sets: table.constant_sets,
        folded: unit.folded.into(),
        locals: slots.names.into(),
        local_kinds: slots.kinds.into(),
        free_count: unit.frees.names.len() as u32,
        warnings: Box::default(),
    }
}

fn flags(unit: &Unit<'_>, scope: &super::symtable::Scope) -> CodeFlags {
    let function_like = scope.is_function_like();
    let is_async = unit.kind == UnitKind::AsyncFunction || (scope.comprehension && scope.coroutine);
    CodeFlags {
        optimized: function_like,
        newlocals: function_like,
        varargs: unit.varargs,
        varkeywords: unit.varkeywords,
        nested: function_like && scope.nested,
        generator: function_like && scope.generator && !is_async,
        coroutine: function_like && is_async && !scope.generator,
        async_generator: function_like && is_async && scope.generator,
        iterable_coroutine: false,
        future_annotations: false,
    }
}

/// Stores to locals that may hold a reference which does not count: parameters, what constants are stored in, and what
/// such locals are stored in.
fn note_stores(graph: &mut Graph, params: u32, locals: usize) {
    let is_store = |instr: &FlowInstr| instr.op == IrOp::Op(Op::StoreFast);
    let mut noted: Vec<bool> = (0..locals).map(|local| (local as u32) < params).collect();
    loop {
        let mut grows = false;
        for instr in graph.blocks.iter().flat_map(|block| &block.instrs).filter(|i| is_store(i)) {
            let may_borrow = instr.b == StoreNote::Borrowed as u16
                || (instr.b == StoreNote::AsLoaded as u16 && noted.contains(&true));
            if may_borrow && let Some(noted) = noted.get_mut(instr.a as usize) {
                grows |= !std::mem::replace(noted, true);
            }
        }
        if !grows {
            break;
        }
    }
    for instr in graph.blocks.iter_mut().flat_map(|block| &mut block.instrs) {
        if is_store(instr) {
            if noted.get(instr.a as usize) == Some(&true) {
                instr.op = IrOp::Op(Op::StoreNoted);
            } else {
                instr.b = 0;
            }
        }
    }
}

/// The local slots and what they are.
struct Slots {
    names: Vec<Rc<str>>,
    kinds: Vec<LocalKind>,
    /// From the index among cells, then free variables, to the slot.
    deref: Vec<u32>,
}

impl Slots {
    fn new(unit: &Unit<'_>) -> Slots {
        let mut names = unit.varnames.names.clone();
        let mut kinds: Vec<LocalKind> = names
            .iter()
            .map(|name| if unit.hidden_ever.contains(name) { LocalKind::Hidden } else { LocalKind::Fast })
            .collect();
        let mut deref = Vec::new();
        for cell in &unit.cells.names {
            if let Some(slot) = unit.varnames.get(cell) {
                kinds[slot as usize] = LocalKind::Cell { argument: true };
                deref.push(slot);
            } else {
                deref.push(names.len() as u32);
                names.push(cell.clone());
                kinds.push(LocalKind::Cell { argument: false });
            }
        }
        for free in &unit.frees.names {
            deref.push(names.len() as u32);
            names.push(free.clone());
            kinds.push(LocalKind::Free);
        }
        Slots { names, kinds, deref }
    }

    fn of_deref(&self, index: u32) -> u32 {
        self.deref.get(index as usize).copied().unwrap_or(0)
    }
}

/// What a frame does before its first instruction.
fn prologue(unit: &Unit<'_>, slots: &Slots, flags: CodeFlags) -> Vec<(Op, u32, Location)> {
    let mut prologue = Vec::new();
    if !unit.frees.names.is_empty() {
        prologue.push((Op::CopyFreeVars, unit.frees.names.len() as u32, NO_LOCATION));
    }
    let mut cells: Vec<u32> = (0..unit.cells.names.len() as u32).map(|cell| slots.of_deref(cell)).collect();
    cells.sort_unstable();
    prologue.extend(cells.into_iter().map(|slot| (Op::MakeCell, slot, NO_LOCATION)));
    let suspends = flags.generator || flags.coroutine || flags.async_generator;
    if suspends && !unit.instrs.iter().any(|instr| instr.op == IrOp::Op(Op::ReturnGenerator)) {
        let line = unit.first_line;
        prologue.push((Op::ReturnGenerator, 0, Location { line, end_line: line, column: 0, end_column: 0 }));
    }
    prologue
}

/// The constants that instructions use (the first always stays: it may be a docstring), tuples that none uses, and the new
/// numbers.
fn used_consts(values: Vec<Const>, instrs: &[Instr]) -> (Vec<Const>, Vec<Const>, Vec<u32>) {
    let mut used = vec![false; values.len()];
    if let Some(first) = used.first_mut() {
        *first = true;
    }
    for instr in instrs {
        if matches!(instr.op, Op::LoadConst | Op::ReturnConst)
            && let Some(used) = used.get_mut(instr.a as usize)
        {
            *used = true;
        }
    }
    let (mut kept, mut unused) = (Vec::new(), Vec::new());
    let mut renumbered = Vec::with_capacity(values.len());
    for (value, used) in values.into_iter().zip(used) {
        renumbered.push(kept.len() as u32);
        if used {
            kept.push(value);
        } else if matches!(value, Const::Tuple(_)) {
            unused.push(value);
        }
    }
    (kept, unused, renumbered)
}

/// Writes blocks as instructions.
struct Writer<'a> {
    graph: &'a Graph,
    slots: &'a Slots,
    order: Vec<usize>,
    instrs: Vec<Instr>,
    locations: Vec<Location>,
    /// Operands that are references which are not counted, by instruction.
    borrowed: Vec<u32>,
    /// Handler block of each instruction.
    handlers: Vec<Option<usize>>,
    /// First instruction of each block.
    starts: Vec<u32>,
    caches: u16,
}

impl<'a> Writer<'a> {
    fn new(graph: &'a Graph, slots: &'a Slots) -> Self {
        Writer {
            graph,
            slots,
            order: graph.order(),
            instrs: Vec::new(),
            locations: Vec::new(),
            borrowed: Vec::new(),
            handlers: Vec::new(),
            starts: vec![0; graph.blocks.len()],
            caches: 0,
        }
    }

    fn write(&mut self, prologue: Vec<(Op, u32, Location)>) {
        for (op, a, location) in prologue {
            self.push(op, a, 0, location, None, 0);
        }
        let entered = self.entered_from();
        let mut position = vec![0; self.graph.blocks.len()];
        for (i, &id) in self.order.iter().enumerate() {
            position[id] = i;
        }
        let mut line = u32::MAX;
        let mut begins = self.graph.blocks[0].instrs.iter().any(|instr| instr.op == IrOp::Op(Op::ReturnGenerator));
        let mut jumps: Vec<(usize, usize)> = Vec::new();
        for (at, id) in self.order.clone().into_iter().enumerate() {
            self.starts[id] = self.instrs.len() as u32;
            let mut from: &[u32] = &entered[id];
            // Whether an instruction of no line has just run: what follows it is a new line in any case.
            let mut after_no_line = false;
            for instr in &self.graph.blocks[id].instrs {
                let here = instr.location.line;
                match instr.op {
                    // These never start a line themselves.
                    IrOp::Op(Op::Resume) => line = here,
                    IrOp::Op(Op::EndSend | Op::EndAsyncFor) => {}
                    // Nor does what comes before a frame is a generator's.
                    _ if begins => {}
                    op => {
                        let starts = here != line || from.iter().any(|&other| other != here);
                        if here != 0 && starts && op != IrOp::EndFor {
                            let b = u16::from(after_no_line);
                            self.push(Op::Line, here, b, instr.location, instr.handler, instr.borrowed);
                        }
                        after_no_line = here == 0;
                        line = here;
                        from = &[];
                    }
                }
                let Some(op) = self.real_op(instr, at, &position) else { continue };
                begins &= op != Op::ReturnGenerator;
                let (a, b) = self.operands(instr, op);
                if let Some(target) = instr.target {
                    jumps.push((self.instrs.len(), target));
                }
                self.push(op, a, b, instr.location, instr.handler, instr.borrowed);
            }
        }
        for (at, target) in jumps {
            self.instrs[at].a = self.starts[target];
        }
    }

    /// The lines from which jumps and exceptions enter each block. A loop's end is left out: its first instruction
    /// (END_FOR) never starts a line.
    fn entered_from(&self) -> Vec<Vec<u32>> {
        let mut entered: Vec<Vec<u32>> = vec![Vec::new(); self.graph.blocks.len()];
        for &id in &self.order {
            for instr in &self.graph.blocks[id].instrs {
                let jump = instr.target.filter(|_| instr.op != IrOp::Op(Op::ForIter));
                // What is thrown into a generator may enter a handler from no line.
                let thrown = instr.handler.filter(|_| instr.op == IrOp::Op(Op::YieldValue));
                let line = instr.location.line;
                let entries = jump.into_iter().chain(instr.handler).map(|block| (block, line));
                for (block, line) in entries.chain(thrown.map(|block| (block, 0))) {
                    if !entered[block].contains(&line) {
                        entered[block].push(line);
                    }
                }
            }
        }
        entered
    }

    /// The instruction that the machine runs; none for what only the compiler knows.
    fn real_op(&self, instr: &FlowInstr, at: usize, position: &[usize]) -> Option<Op> {
        let backwards = instr.target.is_some_and(|target| position[target] <= at);
        match instr.op {
            IrOp::Op(Op::Jump) if backwards => Some(Op::JumpBackward),
            IrOp::JumpNoInterrupt if backwards => Some(Op::JumpBackwardNoInterrupt),
            IrOp::JumpNoInterrupt => Some(Op::Jump),
            // Its line has been written.
            IrOp::Op(Op::Nop) => None,
            IrOp::Op(op) => Some(op),
            IrOp::LoadClosure => Some(Op::LoadFast),
            IrOp::EndFor | IrOp::PopBlock | IrOp::SetupFinally | IrOp::SetupCleanup | IrOp::SetupWith => None,
        }
    }

    fn operands(&mut self, instr: &FlowInstr, op: Op) -> (u32, u16) {
        let a = if instr.op.is_deref() { self.slots.of_deref(instr.a) } else { instr.a };
        let cached =
            matches!(op, Op::LoadGlobal | Op::LoadName | Op::StoreName | Op::LoadAttr | Op::LoadMethod | Op::StoreAttr);
        if !cached {
            return (a, instr.b);
        }
        let cache = self.caches;
        self.caches = self.caches.saturating_add(1);
        (a, cache)
    }

    fn push(&mut self, op: Op, a: u32, b: u16, location: Location, handler: Option<usize>, borrowed: u32) {
        self.borrowed.push(borrowed);
        self.instrs.push(Instr { op, b, a });
        self.locations.push(location);
        self.handlers.push(handler);
    }

    fn exceptions(&self) -> Box<[ExceptionEntry]> {
        let mut entries = Vec::new();
        let mut start = 0;
        for i in 0..=self.handlers.len() {
            let current = self.handlers.get(i).copied().flatten();
            let before = self.handlers.get(start).copied().flatten();
            if i == self.handlers.len() || current != before {
                if let Some(handler) = before {
                    let block = &self.graph.blocks[handler];
                    let depth = block.depth.unwrap_or(1) - 1 - i32::from(block.push_lasti);
                    entries.push(ExceptionEntry {
                        start: start as u32,
                        end: i as u32,
                        target: self.starts[handler],
                        depth: depth.max(0) as u16,
                        push_lasti: block.push_lasti,
                    });
                }
                start = i;
            }
        }
        entries.into()
    }

    fn stack_size(&self) -> u32 {
        let mut greatest = 0;
        for &id in &self.order {
            let block = &self.graph.blocks[id];
            let Some(mut depth) = block.depth else { continue };
            greatest = greatest.max(depth);
            for instr in &block.instrs {
                depth += ir_stack_effect(instr.op, instr.a, instr.b, false);
                greatest = greatest.max(depth);
            }
        }
        greatest.max(0) as u32
    }
}
