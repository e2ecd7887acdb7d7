use std::rc::Rc;

use ouro_heap::Id;

use super::CodeObject;
use crate::object::{Slot, take_slot};

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    /// `def` with `yield`.
    Generator,
    /// `async def`.
    Coroutine,
    /// `async def` with `yield`.
    AsyncGenerator,
}

/// Where a generator stands (CPython's FRAME_CREATED ... FRAME_CLEARED).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    /// Not started.
    Created,
    /// At a `yield`.
    Suspended,
    /// On the machine's stack.
    Running,
    /// Returned, raised or closed.
    Finished,
}

/// A generator, coroutine or asynchronous generator. Every id is an owned reference.
#[derive(Clone, Debug)]
pub struct Generator {
    /// Which of the three.
    pub kind: GeneratorKind,
    /// Where it stands.
    pub state: GeneratorState,
    /// Its code.
    pub code: Rc<CodeObject>,
    /// The same as an object, until the generator dies.
    pub code_object: Id,
    /// The function; gone once finished.
    pub function: Slot,
    /// `__name__`
    pub name: Id,
    /// `__qualname__`
    pub qualname: Id,
    /// Locals, then the operand stack, while it is suspended.
    pub stack: Vec<Slot>,
    /// Of the first of those, which do not count: a bit for each, the first the lowest.
    pub borrowed: u64,
    /// The next instruction.
    pub pc: u32,
    /// The line it stands at.
    pub line: u32,
    /// The exception that it is handling while suspended.
    pub handled: Slot,
    /// The dict that `locals()` gave, in releases before 3.13.
    pub namespace: Slot,
    /// Its frame as an object, if somebody asked.
    pub frame_object: Slot,
    /// Whether an asynchronous generator was closed, or came to its end.
    pub closed: bool,
    /// Whether somebody awaits the next value of an asynchronous generator.
    pub running_async: bool,
    /// Whether the hooks of `sys.set_asyncgen_hooks` have come in.
    pub hooks_inited: bool,
    /// The finalizer that was set then.
    pub finalizer: Slot,
}

impl Generator {
    /// genobject.c, gen_traverse
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(Id)) {
        visit(self.name);
        visit(self.qualname);
        let frame = [self.finalizer, self.frame_object, self.namespace, self.function];
        frame.iter().flatten().for_each(|&id| visit(id));
        visit(self.code_object);
        self.stack.iter().chain([&self.handled]).flatten().for_each(|&id| visit(id));
    }

    pub(crate) fn clear(&mut self, all: bool, released: &mut Vec<Id>) {
        if self.state == GeneratorState::Running {
            return;
        }
        if all || self.state != GeneratorState::Finished {
            self.state = GeneratorState::Finished;
            if self.code.releases_in_reverse {
                self.stack.reverse();
            }
            self.stack.drain(..).for_each(|slot| released.extend(slot));
            for slot in [&mut self.namespace, &mut self.function, &mut self.handled, &mut self.frame_object] {
                take_slot(slot, released);
            }
        }
        if all {
            take_slot(&mut self.finalizer, released);
            released.extend([self.code_object, self.name, self.qualname]);
        }
    }
}
