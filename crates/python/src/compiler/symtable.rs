//! Scopes: which names a block binds, and where every name is looked up (CPython 3.13 symtable.c).

mod analysis;
mod builder;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::Options;
use super::error::SyntaxError;
use super::parser::{TextRange, ast};
use super::source::SourceMap;

/// Index of a scope.
pub(super) type ScopeId = usize;

/// What a block of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    Module,
    Class,
    Function,
    /// The type parameters of a generic function, class or alias.
    TypeParameters,
    /// The value of a `type` statement.
    TypeAlias,
    /// The bound, the constraints or the default of a type parameter.
    TypeVariableBound,
    /// Annotations that are computed when somebody asks, or one that becomes a text and has no part in the analysis.
    Annotation,
}

/// Where a name lives, seen from a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameScope {
    Local,
    GlobalExplicit,
    GlobalImplicit,
    Free,
    Cell,
}

/// What a block does with a name (CPython's DEF_ flags).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Symbol {
    /// Declared global.
    pub global: bool,
    /// Declared nonlocal.
    pub nonlocal: bool,
    /// Assigned.
    pub local: bool,
    /// A parameter.
    pub param: bool,
    /// Read.
    pub used: bool,
    /// Bound by an import.
    pub import: bool,
    /// Annotated.
    pub annotated: bool,
    /// The target of a comprehension's `for`.
    pub comprehension_target: bool,
    /// A type parameter.
    pub type_param: bool,
    /// Free in a method, and bound or global in the class around it.
    pub free_class: bool,
    /// A cell of a comprehension that is inlined here.
    pub comprehension_cell: bool,
    /// The analysis's answer.
    pub scope: Option<NameScope>,
}

impl Symbol {
    /// Bound in this block.
    pub fn bound(&self) -> bool {
        self.local || self.param || self.import || self.type_param
    }
}

/// Names and what is known of them, in the order of their first mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Symbols {
    entries: Vec<(Rc<str>, Symbol)>,
    index: HashMap<Rc<str>, usize>,
}

impl Symbols {
    pub fn get(&self, name: &str) -> Option<&Symbol> {
        self.index.get(name).map(|&i| &self.entries[i].1)
    }

    pub fn get_mut(&mut self, name: &str) -> Option<&mut Symbol> {
        self.index.get(name).map(|&i| &mut self.entries[i].1)
    }

    /// The name's symbol, made if it is missing.
    pub fn entry(&mut self, name: &Rc<str>) -> &mut Symbol {
        let i = match self.index.get(name) {
            Some(&i) => i,
            None => {
                self.index.insert(name.clone(), self.entries.len());
                self.entries.push((name.clone(), Symbol::default()));
                self.entries.len() - 1
            }
        };
        &mut self.entries[i].1
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Rc<str>, &Symbol)> {
        self.entries.iter().map(|(name, symbol)| (name, symbol))
    }

    /// Names with a property, sorted.
    pub fn sorted(&self, wanted: impl Fn(&Symbol) -> bool) -> Vec<Rc<str>> {
        let mut names: Vec<Rc<str>> =
            self.iter().filter(|(_, symbol)| wanted(symbol)).map(|(name, _)| name.clone()).collect();
        names.sort();
        names
    }
}

/// A block of code and its names.
#[derive(Debug)]
pub(super) struct Scope {
    pub kind: BlockKind,
    pub symbols: Symbols,
    /// Parameters in the order of slots.
    pub params: Vec<Rc<str>>,
    pub children: Vec<ScopeId>,
    /// Inside a function.
    pub nested: bool,
    pub generator: bool,
    pub coroutine: bool,
    /// A comprehension or a generator expression.
    pub comprehension: bool,
    /// The comprehension's code is part of the enclosing block's.
    pub inlined: bool,
    /// An annotation scope directly in a class.
    pub can_see_class_scope: bool,
    /// A method uses `super()` or `__class__`.
    pub needs_class_closure: bool,
    /// An annotation scope uses the class's namespace.
    pub needs_classdict: bool,
    /// What a type parameter's value is, for errors.
    value_kind: &'static str,
    /// Names as they are mangled here.
    pub private: Option<Rc<str>>,
    /// Where the names were declared or first seen, for errors.
    directives: Vec<(Rc<str>, TextRange)>,
    /// While the block is an expression of a comprehension's `in`.
    comprehension_iterable: u32,
    /// While the block is a comprehension's target.
    in_comprehension_target: bool,
    /// The scope in which the annotations of its variables are computed.
    pub annotations: Option<ScopeId>,
    /// How many statements are open that may not run.
    conditional: u32,
    /// The first `yield`.
    yield_range: Option<TextRange>,
}

impl Scope {
    /// Whether it has names of its own for what it annotates: a module or a class.
    pub fn is_namespace(&self) -> bool {
        matches!(self.kind, BlockKind::Module | BlockKind::Class)
    }

    /// Whether names are locals in slots.
    pub fn is_function_like(&self) -> bool {
        !self.is_namespace()
    }

    /// The scope of a name.
    pub fn scope_of(&self, name: &str) -> Option<NameScope> {
        self.symbols.get(name).and_then(|symbol| symbol.scope)
    }
}

/// Which of a syntax node's scopes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ScopeRole {
    Body,
    TypeParameters,
    /// The default of a type parameter.
    Default,
    /// The annotations of a function, or of the variables of a class or module.
    Annotations,
}

/// All scopes of a program.
#[derive(Debug)]
pub(super) struct SymbolTable {
    pub scopes: Vec<Scope>,
    /// [`crate::bytecode::Code::constant_sets`]
    pub constant_sets: u32,
    by_node: HashMap<(usize, ScopeRole), ScopeId>,
    /// Annotated variables of which it depends on the program's run whether they are annotated.
    pub conditional_annotations: HashSet<usize>,
    /// `from __future__ import annotations`
    pub future_annotations: bool,
    /// The minor release of CPython 3 whose syntax it is.
    pub release: u32,
    /// Which operands are references that are not counted.
    pub borrowing: Option<crate::version::Borrowing>,
    /// Whether `with` keeps `__exit__` and the manager apart.
    pub unbound_exits: bool,
    /// Whether the condition of `while` stands in the code once.
    pub while_tests_once: bool,
    /// Whether annotations are computed when they are asked for.
    pub deferred_annotations: bool,
    /// Whether the code of an expression of constants is made before it becomes one constant.
    pub constants_folded_late: bool,
}

/// The module's scope.
pub(super) const TOP: ScopeId = 0;

impl SymbolTable {
    /// Reads a module's (or an expression's) names.
    pub fn build(module: &ast::Mod, source: &SourceMap<'_>, options: Options) -> Result<SymbolTable, SyntaxError> {
        let mut table = builder::build(module, source, options)?;
        analysis::analyze(&mut table, source)?;
        Ok(table)
    }

    /// Whether annotations are code that runs when somebody asks for them (PEP 649).
    pub fn defers_annotations(&self) -> bool {
        self.deferred_annotations && !self.future_annotations
    }

    /// The scope that belongs to a syntax node.
    pub fn lookup<T>(&self, node: &T, role: ScopeRole) -> ScopeId {
        self.by_node.get(&(node_key(node), role)).copied().unwrap_or(TOP)
    }
}

/// A node's identity while its tree lives.
pub(super) fn node_key<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

/// `__name` inside class `C` is `_C__name`.
pub(super) fn mangle(private: Option<&str>, name: &str) -> Rc<str> {
    let Some(class) = private else { return name.into() };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name.into();
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() { name.into() } else { format!("_{class}{name}").into() }
}
