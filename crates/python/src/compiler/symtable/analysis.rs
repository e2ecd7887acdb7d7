//! Second pass: decides where every name is looked up (symtable.c, analyze_block).

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{BlockKind, NameScope, ScopeId, Symbol, SymbolTable, TOP};
use crate::compiler::error::SyntaxError;
use crate::compiler::source::SourceMap;

type Names = HashSet<Rc<str>>;

/// Fills in every symbol's scope.
pub(super) fn analyze(table: &mut SymbolTable, source: &SourceMap<'_>) -> Result<(), SyntaxError> {
    let mut analysis = Analysis { table, source };
    analysis.block(TOP, &mut None, &mut Names::new(), &mut Names::new(), &mut Names::new(), None)
}

struct Analysis<'a, 's> {
    table: &'a mut SymbolTable,
    source: &'a SourceMap<'s>,
}

impl Analysis<'_, '_> {
    fn block(
        &mut self,
        id: ScopeId,
        bound: &mut Option<Names>,
        free: &mut Names,
        global: &mut Names,
        type_params: &mut Names,
        class_entry: Option<ScopeId>,
    ) -> Result<(), SyntaxError> {
        let is_class = self.table.scopes[id].kind == BlockKind::Class;
        let function_like = self.table.scopes[id].is_function_like();
        let mut local = Names::new();
        let mut scopes: HashMap<Rc<str>, NameScope> = HashMap::new();
        let mut new_global = Names::new();
        let mut new_bound = Names::new();
        let mut new_free = Names::new();
        let mut inlined_cells = Names::new();

        if is_class {
            new_global.extend(global.iter().cloned());
            if let Some(bound) = bound {
                new_bound.extend(bound.iter().cloned());
            }
        }
        let names: Vec<(Rc<str>, Symbol)> =
            self.table.scopes[id].symbols.iter().map(|(name, symbol)| (name.clone(), *symbol)).collect();
        for (name, symbol) in names {
            let scope = self.name(id, &name, symbol, bound, &mut local, free, global, type_params, class_entry)?;
            scopes.insert(name, scope);
        }
        if is_class {
            new_bound.insert("__class__".into());
            new_bound.insert("__classdict__".into());
            new_bound.extend(local.get("__conditional_annotations__").cloned());
        } else {
            if function_like {
                new_bound.extend(local.iter().cloned());
            }
            if let Some(bound) = bound {
                new_bound.extend(bound.iter().cloned());
            }
            new_global.extend(global.iter().cloned());
        }

        for child in self.table.scopes[id].children.clone() {
            let child_class_entry = if !self.table.scopes[child].can_see_class_scope {
                None
            } else if is_class {
                Some(id)
            } else {
                class_entry
            };
            let child_scope = &self.table.scopes[child];
            let inline =
                child_scope.comprehension && !child_scope.generator && !self.table.scopes[id].can_see_class_scope;
            let mut child_free = Names::new();
            let mut child_bound = Some(new_bound.clone());
            self.block(
                child,
                &mut child_bound,
                &mut child_free,
                &mut new_global.clone(),
                &mut type_params.clone(),
                child_class_entry,
            )?;
            if inline {
                self.inline_comprehension(id, child, &mut scopes, &mut child_free, &mut inlined_cells);
                self.table.scopes[child].inlined = true;
            }
            new_free.extend(child_free);
        }
        self.splice_inlined_children(id);

        if function_like {
            for (name, scope) in &mut scopes {
                if *scope == NameScope::Local && (new_free.contains(name) || inlined_cells.contains(name)) {
                    *scope = NameScope::Cell;
                    new_free.remove(name);
                }
            }
        } else if is_class {
            self.table.scopes[id].needs_class_closure = new_free.remove("__class__");
            self.table.scopes[id].needs_classdict |= new_free.remove("__classdict__");
            if let Some(conditional) = new_free.take("__conditional_annotations__") {
                scopes.insert(conditional, NameScope::Cell);
            }
        }
        self.update_symbols(id, &scopes, bound.as_ref(), &new_free, &inlined_cells);
        free.extend(new_free);
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn name(
        &mut self,
        id: ScopeId,
        name: &Rc<str>,
        symbol: Symbol,
        bound: &mut Option<Names>,
        local: &mut Names,
        free: &mut Names,
        global: &mut Names,
        type_params: &mut Names,
        class_entry: Option<ScopeId>,
    ) -> Result<NameScope, SyntaxError> {
        if symbol.global {
            if symbol.nonlocal {
                return Err(self.directive_error(id, name, format!("name '{name}' is nonlocal and global")));
            }
            global.insert(name.clone());
            if let Some(bound) = bound {
                bound.remove(name);
            }
            return Ok(NameScope::GlobalExplicit);
        }
        if symbol.nonlocal {
            let message = match bound {
                None => "nonlocal declaration not allowed at module level".to_string(),
                Some(bound) if !bound.contains(name) => format!("no binding for nonlocal '{name}' found"),
                Some(_) if type_params.contains(name) => {
                    format!("nonlocal binding not allowed for type parameter '{name}'")
                }
                Some(_) => {
                    free.insert(name.clone());
                    return Ok(NameScope::Free);
                }
            };
            return Err(self.directive_error(id, name, message));
        }
        if symbol.bound() {
            local.insert(name.clone());
            global.remove(name);
            if symbol.type_param {
                type_params.insert(name.clone());
            } else {
                type_params.remove(name);
            }
            return Ok(NameScope::Local);
        }
        // The one name of a class body that is a cell there.
        if let Some(class) = class_entry
            && &**name != "__conditional_annotations__"
            && let Some(in_class) = self.table.scopes[class].symbols.get(name)
        {
            if in_class.global {
                return Ok(NameScope::GlobalExplicit);
            }
            if in_class.bound() && !in_class.nonlocal {
                return Ok(NameScope::GlobalImplicit);
            }
        }
        if bound.as_ref().is_some_and(|bound| bound.contains(name)) {
            free.insert(name.clone());
            return Ok(NameScope::Free);
        }
        Ok(NameScope::GlobalImplicit)
    }

    fn directive_error(&self, id: ScopeId, name: &str, message: String) -> SyntaxError {
        let range = self.table.scopes[id]
            .directives
            .iter()
            .find(|(declared, _)| declared.as_ref() == name)
            .map(|(_, range)| *range)
            .unwrap_or_default();
        self.source.error(message, range)
    }

    /// Merges the names of a comprehension into the block that will hold its code (PEP 709).
    fn inline_comprehension(
        &mut self,
        outer: ScopeId,
        inner: ScopeId,
        scopes: &mut HashMap<Rc<str>, NameScope>,
        inner_free: &mut Names,
        inlined_cells: &mut Names,
    ) {
        let outer_is_class = self.table.scopes[outer].kind == BlockKind::Class;
        let names: Vec<(Rc<str>, Symbol)> =
            self.table.scopes[inner].symbols.iter().map(|(name, symbol)| (name.clone(), *symbol)).collect();
        for (name, symbol) in names {
            if symbol.param {
                continue;
            }
            let mut scope = symbol.scope.unwrap_or(NameScope::GlobalImplicit);
            if scope == NameScope::Cell || symbol.comprehension_cell {
                inlined_cells.insert(name.clone());
            }
            match self.table.scopes[outer].symbols.get(&name) {
                None => {
                    if scope == NameScope::Free && outer_is_class && name.as_ref() == "__class__" {
                        scope = NameScope::GlobalImplicit;
                        inner_free.remove(&name);
                        if let Some(symbol) = self.table.scopes[inner].symbols.get_mut(&name) {
                            symbol.scope = Some(NameScope::GlobalImplicit);
                        }
                    }
                    *self.table.scopes[outer].symbols.entry(&name) = Symbol { scope: None, ..symbol };
                    scopes.insert(name, scope);
                }
                Some(existing) => {
                    if existing.bound() && !outer_is_class && !self.free_in_children(inner, &name) {
                        inner_free.remove(&name);
                    }
                }
            }
        }
    }

    /// Whether a function inside needs the name; inlined comprehensions are no functions (symtable.c, is_free_in_any_child).
    fn free_in_children(&self, id: ScopeId, name: &str) -> bool {
        let children = self.table.scopes[id].children.iter().map(|&child| &self.table.scopes[child]);
        children.filter(|child| !child.inlined).any(|child| child.scope_of(name) == Some(NameScope::Free))
    }

    /// The children of an inlined comprehension become the outer block's.
    fn splice_inlined_children(&mut self, id: ScopeId) {
        let mut children = Vec::new();
        for child in std::mem::take(&mut self.table.scopes[id].children) {
            children.push(child);
            if self.table.scopes[child].inlined {
                children.extend(self.table.scopes[child].children.clone());
            }
        }
        self.table.scopes[id].children = children;
    }

    fn update_symbols(
        &mut self,
        id: ScopeId,
        scopes: &HashMap<Rc<str>, NameScope>,
        bound: Option<&Names>,
        free: &Names,
        inlined_cells: &Names,
    ) {
        let scope = &mut self.table.scopes[id];
        let class_like = scope.kind == BlockKind::Class || scope.can_see_class_scope;
        for (name, answer) in scopes {
            if let Some(symbol) = scope.symbols.get_mut(name) {
                symbol.scope = Some(*answer);
                symbol.comprehension_cell |= inlined_cells.contains(name);
            }
        }
        let mut free: Vec<&Rc<str>> = free.iter().collect();
        free.sort();
        for name in free {
            if let Some(symbol) = scope.symbols.get_mut(name) {
                symbol.free_class |= class_like;
            } else if bound.is_some_and(|bound| bound.contains(name)) {
                scope.symbols.entry(name).scope = Some(NameScope::Free);
            }
        }
    }
}
