//! The method resolution order (CPython 3.13 typeobject.c, mro_implementation and pmerge).

use ouro_heap::Id;

use super::{Names, R, Vm};
use crate::object::{Data, Slot, free_list};
use crate::types::TypeTable;

impl Vm {
    /// The order for a class whose bases are set: a new tuple. A metaclass may define its own `mro()` (mro_invoke).
    pub(crate) fn compute_mro(&mut self, class: Id) -> R<Id> {
        let metaclass = self.class_of(class);
        let name = self.intern("mro");
        if metaclass != TypeTable::TYPE
            && let Some(method) = self.type_lookup(metaclass, name)
            && !matches!(self.heap.get(method), Data::MethodDescriptor(_, TypeTable::TYPE))
        {
            let result = self.call_method(class, name, &[])?;
            let items = self.collect(result);
            self.decref(result);
            let items = items?;
            if let Some(&wrong) = items.iter().find(|&&i| !self.is_class(i)) {
                let given = self.type_name(wrong);
                self.decref_all(items);
                return Err(self.type_error(format!("mro() returned a non-class ('{given}')")));
            }
            if items.is_empty() {
                return Err(self.type_error("type MRO must not be empty"));
            }
            let solid = self.solid_base(class);
            if let Some(&wrong) = items.iter().find(|&&i| !self.is_subclass(solid, self.solid_base(i))) {
                let name = self.class(wrong).name.clone();
                self.decref_all(items);
                return Err(self.type_error(format!("mro() returned base with unsuitable layout ('{name}')")));
            }
            return Ok(self.new_tuple(items));
        }
        if metaclass == TypeTable::TYPE {
            let order = self.linearize(class)?;
            if self.is_merged(class) {
                self.heap.count_temporary(free_list::LIST);
            }
            return Ok(self.new_order(&order));
        }
        // A metaclass may override `mro()`: it is called, and its list becomes a tuple (mro_invoke).
        let list = self.mro_list(class)?;
        let order = self.list_items(list).map(|items| items.to_vec()).unwrap_or_default();
        let result = self.new_order(&order);
        self.decref(list);
        Ok(result)
    }

    fn new_order(&mut self, classes: &[Id]) -> Id {
        classes.iter().for_each(|&class| self.heap.incref(class));
        self.new_tuple(classes)
    }

    /// What `type.mro` returns, a new list. The order of a class with one base is a tuple first.
    pub(crate) fn mro_list(&mut self, class: Id) -> R<Id> {
        let order = self.linearize(class)?;
        let tuple = (!self.is_merged(class)).then(|| self.new_order(&order));
        order.iter().for_each(|&item| self.heap.incref(item));
        let list = self.new_list(order);
        self.decref_slot(tuple);
        Ok(list)
    }

    /// Whether the order of a class is made of several, as a list (mro_implementation).
    fn is_merged(&self, class: Id) -> bool {
        self.class(class).bases.and_then(|bases| self.tuple_items(bases)).is_some_and(|bases| bases.len() > 1)
    }

    /// The C3 linearization: borrowed.
    pub(crate) fn linearize(&mut self, class: Id) -> R<Vec<Id>> {
        let bases = self.bases(class);
        let mut orders: Vec<Vec<Id>> = Vec::with_capacity(bases.len() + 1);
        for &base in &bases {
            orders.push(self.mro(base));
        }
        if let [only] = &orders[..] {
            let mut order = vec![class];
            order.extend(only);
            return Ok(order);
        }
        for (i, &base) in bases.iter().enumerate() {
            if bases[i + 1..].contains(&base) {
                let name = self.class_name_text(base);
                return Err(self.type_error(format!("duplicate base class {name}")));
            }
        }
        orders.push(bases);
        let mut order = vec![class];
        let mut at = vec![0usize; orders.len()];
        loop {
            let mut open = false;
            let mut chosen = None;
            for (list, &start) in orders.iter().zip(&at) {
                let Some(&candidate) = list.get(start) else { continue };
                open = true;
                let in_a_tail = orders.iter().zip(&at).any(|(l, &s)| l.iter().skip(s + 1).any(|&c| c == candidate));
                if !in_a_tail {
                    chosen = Some(candidate);
                    break;
                }
            }
            match chosen {
                Some(next) => {
                    order.push(next);
                    for (list, start) in orders.iter().zip(&mut at) {
                        if list.get(*start) == Some(&next) {
                            *start += 1;
                        }
                    }
                }
                None if open => return Err(self.mro_error(&orders, &at)),
                None => return Ok(order),
            }
        }
    }

    /// typeobject.c, set_mro_error
    fn mro_error(&mut self, orders: &[Vec<Id>], at: &[usize]) -> super::Raised {
        let mut left: Vec<Id> = Vec::new();
        for (list, &start) in orders.iter().zip(at) {
            if let Some(&first) = list.get(start)
                && !left.contains(&first)
            {
                left.push(first);
            }
        }
        let names: Vec<String> = left.into_iter().map(|c| self.class_name_text(c)).collect();
        let gap = if self.version.number >= (3, 13, 0) { ' ' } else { '\n' };
        let names = names.join(", ");
        let raised =
            self.type_error(format!("Cannot create a consistent method resolution{gap}order (MRO) for bases {names}"));
        // What the search has made by then: an order, the set of the classes left, and a tuple.
        for list in [free_list::LIST, free_list::DICT, free_list::TUPLE] {
            self.heap.count_temporary(list);
        }
        raised
    }

    fn class_name_text(&mut self, class: Id) -> String {
        self.class(class).name.to_string()
    }

    /// `__bases__`: borrowed.
    pub(crate) fn bases(&self, class: Id) -> Vec<Id> {
        self.class(class).bases.and_then(|b| self.tuple_items(b)).unwrap_or_default().to_vec()
    }

    /// `__mro__`: borrowed. A class that the collector has cleared has only itself.
    pub(crate) fn mro(&self, class: Id) -> Vec<Id> {
        match self.class(class).mro.and_then(|m| self.tuple_items(m)) {
            Some(order) => order.to_vec(),
            None => vec![class],
        }
    }

    /// Live direct subclasses, in order of creation: borrowed.
    pub(crate) fn subclasses(&self, class: Id) -> Vec<Id> {
        self.subclass_weakrefs(class).into_iter().filter_map(|(_, w)| self.heap.weakref_target(w)).collect()
    }

    /// The table of subclasses: keys and weak references, borrowed.
    fn subclass_weakrefs(&self, class: Id) -> Vec<(Id, Id)> {
        let table = self.class(class).subclasses.and_then(|d| self.dict(d));
        table.into_iter().flat_map(|d| d.iter()).map(|e| (e.key, e.value)).collect()
    }

    /// Forgets what inline caches and the method cache know of a class and its subclasses (PyType_Modified).
    pub(crate) fn class_modified(&mut self, class: Id) {
        // A class without a version has no subclass with one.
        if self.class(class).version == 0 {
            return;
        }
        if let Some(c) = self.class_mut(class) {
            c.version = 0;
        }
        for subclass in self.subclasses(class) {
            self.class_modified(subclass);
        }
    }

    /// A base forgets subclasses: those that are gone, and `class` if that has left it (remove_subclass). The last one
    /// takes the table with it.
    pub(crate) fn forget_subclasses(&mut self, base: Id, class: Slot) {
        let Some(table) = self.class(base).subclasses else { return };
        for (key, weakref) in self.subclass_weakrefs(base) {
            let target = self.heap.weakref_target(weakref);
            if target.is_some() && target != class {
                continue;
            }
            match self.dict_remove(table, key) {
                Ok(removed) => self.decref_slot(removed),
                Err(raised) => self.discard(raised),
            }
        }
        if self.dict(table).is_some_and(|d| d.is_empty())
            && let Some(c) = self.class_mut(base)
            && c.flags.heap_type
        {
            let table = c.subclasses.take();
            self.decref_slot(table);
        }
    }

    /// The table of a class's subclasses, made if there is none yet: borrowed.
    pub(crate) fn subclass_table(&mut self, class: Id) -> Slot {
        if self.class(class).subclasses.is_none() {
            let table = self.new_dict();
            self.class_mut(class)?.subclasses = Some(table);
        }
        self.class(class).subclasses
    }

    /// Tells the bases of a new class that it is there (add_subclass).
    pub(crate) fn add_to_bases(&mut self, class: Id) {
        for base in self.bases(class) {
            let Some(table) = self.subclass_table(base) else { continue };
            let weakref = self.plain_weakref(class);
            let key = self.new_int(self.address(class) as i64);
            if let Err(raised) = self.dict_set(table, key, weakref) {
                self.discard(raised);
            }
            self.decref(key);
            self.decref(weakref);
        }
    }

    /// Sets an item of a class's namespace; its value's reference is taken over. Slots follow, caches forget.
    pub(crate) fn set_class_item(&mut self, class: Id, name: Id, value: Option<Id>) -> bool {
        let Some(dict) = self.class(class).dict else { return false };
        let done = match value {
            Some(value) => {
                self.class_modified(class);
                self.dict_set_name(dict, name, value);
                true
            }
            None => {
                self.class_modified(class);
                self.dict_remove_name(dict, name)
            }
        };
        self.class_modified(class);
        if done && self.str_text(name).is_some_and(|t| t.starts_with("__") && t.ends_with("__")) {
            let name = self.interned_twin(name).unwrap_or(name);
            self.update_slot(class, name);
            if name == Names::ABSTRACTMETHODS {
                self.update_abstract(class);
            }
        }
        done
    }
}
