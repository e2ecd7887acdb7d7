//! Numbers of objects as a reader sees them: the program's first object is 1.

use ouro_protocol::{ObjectId, View};
use ouro_python::vm::Vm;

/// Replaces the serial numbers of a view by those for a reader.
pub(crate) fn number(vm: &Vm, view: &mut View) {
    let number = |id: &mut ObjectId| *id = vm.number(*id);
    view.frames.iter_mut().flat_map(|frame| &mut frame.names).for_each(|name| number(&mut name.object));
    for object in &mut view.objects {
        number(&mut object.id);
        object.edges.iter_mut().for_each(|edge| number(&mut edge.target));
    }
    view.generations.iter_mut().flat_map(|lane| &mut lane.members).for_each(number);
    for weakref in &mut view.weakrefs {
        number(&mut weakref.id);
        weakref.target.iter_mut().for_each(number);
    }
    view.changes.iter_mut().for_each(|change| number(&mut change.object));
    view.collections.iter_mut().flat_map(|collection| &mut collection.unreachable).for_each(number);
}
