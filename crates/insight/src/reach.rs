//! What can be reached, and what only keeps itself alive.

use hashbrown::{HashMap, HashSet};
use ouro_heap::Id;
use ouro_python::vm::Vm;

/// Which objects can be reached from the machine's roots.
pub struct Reach {
    marked: Vec<bool>,
}

impl Reach {
    /// Whether the object can be reached.
    pub fn contains(&self, id: Id) -> bool {
        self.marked.get(id.index()).copied().unwrap_or(false)
    }
}

/// Marks everything that frames, namespaces and the interpreter itself reach.
pub fn reach(vm: &Vm) -> Reach {
    let mut marked = Vec::new();
    let mut stack = Vec::new();
    vm.visit_roots(&mut |id| stack.push(id));
    // Immortals are roots: the interpreter never lets go of them.
    stack.extend(vm.heap.ids().filter(|&id| vm.heap.is_immortal(id)));
    while let Some(id) = stack.pop() {
        let index = id.index();
        if index >= marked.len() {
            marked.resize(index + 1, false);
        }
        if std::mem::replace(&mut marked[index], true) {
            continue;
        }
        vm.heap.visit(id, &mut |child| {
            if !marked.get(child.index()).copied().unwrap_or(false) {
                stack.push(child);
            }
        });
    }
    Reach { marked }
}

/// Groups objects that refer to each other in circles: for each object of a circle the number of its group, from 0 in
/// the order given. Objects that merely hang off a circle have none (Tarjan's algorithm, without recursion).
pub fn lost_cycles(vm: &Vm, objects: &[Id]) -> HashMap<Id, u32> {
    let known: HashSet<Id> = objects.iter().copied().collect();
    let children = |id: Id| {
        let mut found = Vec::new();
        vm.heap.visit(id, &mut |child| {
            if known.contains(&child) {
                found.push(child);
            }
        });
        found
    };
    let mut index: HashMap<Id, u32> = HashMap::new();
    let mut low: HashMap<Id, u32> = HashMap::new();
    let mut open: Vec<Id> = Vec::new();
    let mut is_open: HashSet<Id> = HashSet::new();
    let mut groups: Vec<Vec<Id>> = Vec::new();
    for &root in objects {
        if index.contains_key(&root) {
            continue;
        }
        let mut path: Vec<(Id, Vec<Id>)> = Vec::new();
        let enter = |id: Id,
                     index: &mut HashMap<Id, u32>,
                     low: &mut HashMap<Id, u32>,
                     open: &mut Vec<Id>,
                     is_open: &mut HashSet<Id>| {
            let n = index.len() as u32;
            index.insert(id, n);
            low.insert(id, n);
            open.push(id);
            is_open.insert(id);
        };
        enter(root, &mut index, &mut low, &mut open, &mut is_open);
        path.push((root, children(root)));
        while let Some((id, pending)) = path.last_mut() {
            let id = *id;
            if let Some(child) = pending.pop() {
                if !index.contains_key(&child) {
                    enter(child, &mut index, &mut low, &mut open, &mut is_open);
                    path.push((child, children(child)));
                } else if is_open.contains(&child) {
                    let least = low[&id].min(index[&child]);
                    low.insert(id, least);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                let least = low[parent].min(low[&id]);
                low.insert(*parent, least);
            }
            if low[&id] == index[&id] {
                let start = open.iter().rposition(|&o| o == id).unwrap_or(0);
                let group: Vec<Id> = open.drain(start..).collect();
                group.iter().for_each(|o| {
                    is_open.remove(o);
                });
                if group.len() > 1 || children(id).contains(&id) {
                    groups.push(group);
                }
            }
        }
    }
    let order: HashMap<Id, usize> = objects.iter().enumerate().map(|(i, &id)| (id, i)).collect();
    groups.sort_by_key(|group| group.iter().filter_map(|id| order.get(id)).min().copied());
    groups.iter().enumerate().flat_map(|(n, group)| group.iter().map(move |&id| (id, n as u32))).collect()
}
