//! Random programs of the language of small programs.
//!
//! The grammar is made of templates, one file of them for each concern. A template is Python text with tokens:
//!
//! | token | becomes |
//! | --- | --- |
//! | `<li>` | an expression of the kind `li` (`kinds.rs`) |
//! | `<!li>` | the same, made before the template's own variables are in scope |
//! | `<@li>` | a variable of that kind that there is already; without one the template does not fit |
//! | `<=li>` | as `<@li>`, but one that can be assigned here |
//! | `<-li>` | as `<=li>`, and it goes out of scope with this statement |
//! | `<+a:li>` | a new variable of that kind, in scope from the next statement on |
//! | `<$a:li>` | a new variable of that kind, in scope inside this template |
//! | `<.a>` | the name given to `a` by one of the last two or by `<&a:li>`, which is `<@li>` with a name |
//! | `<^a:li>` | a variable of the module of that kind, with a name |
//! | `<block>` | some statements (alone on its line) |

mod classes;
mod containers;
mod exceptions;
mod expressions;
mod functions;
mod kinds;
mod memory;
mod mistakes;
mod statements;
mod template;
mod text;

use fastrand::Rng;

use kinds::{Kind, Scope, Variable};

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut generator = Generator::new(seed);
    generator.program();
    generator.lines.join("\n") + "\n"
}

/// A template with its share among those of its table.
type Weighted = (u32, &'static str);

/// A program in the making.
struct Generator {
    rng: Rng,
    lines: Vec<String>,
    indent: usize,
    /// The innermost is the last.
    scopes: Vec<Scope>,
    classes: Vec<classes::Class>,
    functions: Vec<functions::Function>,
    /// For fresh names.
    names: u32,
    /// How many loops and functions are around: what grows a value must not be repeated.
    repeated: u32,
    /// How deep blocks are nested.
    depth: u32,
}

impl Generator {
    fn new(seed: u64) -> Generator {
        Generator {
            rng: Rng::with_seed(seed),
            lines: Vec::new(),
            indent: 0,
            scopes: vec![Scope::default()],
            classes: Vec::new(),
            functions: Vec::new(),
            names: 0,
            repeated: 0,
            depth: 0,
        }
    }

    fn program(&mut self) {
        self.line("import gc, math, sys, weakref");
        // What the imports leave behind is not the program's.
        self.line("gc.collect()");
        self.line("def attempt(action):");
        self.line("    try:");
        self.line("        print(action())");
        self.line("    except Exception as error:");
        self.line("        print(type(error).__name__, error)");
        for _ in 0..self.rng.u32(0..3) {
            self.class();
        }
        for _ in 0..self.rng.u32(0..3) {
            self.function();
        }
        for kind in ["i", "s", "li", "di"] {
            if self.rng.bool() {
                self.variable(kind);
            }
        }
        let length = self.rng.usize(25..75);
        while self.lines.len() < length {
            match self.rng.u32(0..20) {
                0 => self.class(),
                1 => self.function(),
                _ => self.statement(),
            }
        }
        if self.chance(30) {
            self.mistake();
        }
    }

    /// Adds a line at the present indentation.
    fn line(&mut self, text: &str) {
        self.lines.push(format!("{}{text}", "    ".repeat(self.indent)));
    }

    /// True in `percent` of all cases.
    fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    /// One of several, each as likely.
    fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.rng.usize(0..all.len())].clone()
    }

    /// One of a table, by its weight.
    fn weighted(&mut self, tables: &[&[Weighted]]) -> &'static str {
        let total: u32 = tables.iter().flat_map(|table| table.iter()).map(|entry| entry.0).sum();
        let mut left = self.rng.u32(0..total.max(1));
        for (weight, template) in tables.iter().flat_map(|table| table.iter()) {
            if left < *weight {
                return template;
            }
            left -= weight;
        }
        "pass"
    }

    /// A name not used before.
    fn fresh(&mut self) -> String {
        self.names += 1;
        let letters = ["a", "b", "c", "k", "m", "n", "p", "q", "t", "u", "v", "w", "x", "y", "z"];
        let letter = self.pick(&letters);
        format!("{letter}{}", self.names)
    }

    fn declare(&mut self, name: &str, kinds: &[Kind]) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.variables.push(Variable { name: name.to_owned(), kinds: kinds.to_vec() });
        }
    }

    /// A new variable of a kind with a value.
    fn variable(&mut self, kind: Kind) {
        let name = self.fresh();
        let value = self.expression(kind, 2);
        self.line(&format!("{name} = {value}"));
        self.declare(&name, &[kind]);
    }

    /// The visible variables of a kind; with `assignable`, those that can be assigned: no calls, and in a function its own.
    fn variables(&self, kind: Kind, assignable: bool) -> Vec<String> {
        let mut found = Vec::new();
        for scope in self.scopes.iter().rev() {
            for variable in &scope.variables {
                // What is reached through an object can be assigned anywhere.
                if variable.kinds.contains(&kind) && !(assignable && variable.name.ends_with(')')) {
                    found.push(variable.name.clone());
                }
            }
            if assignable && scope.function {
                break;
            }
        }
        found
    }

    /// The names of the module that have a kind.
    fn globals(&self, kind: Kind) -> Vec<String> {
        let outside = self.scopes.iter().take_while(|scope| !scope.function).flat_map(|scope| &scope.variables);
        let fitting = outside.filter(|variable| variable.kinds.contains(&kind) && !variable.name.contains(['.', '(']));
        fitting.map(|variable| variable.name.clone()).collect()
    }

    fn forget(&mut self, name: &str) {
        let prefix = format!("{name}.");
        for scope in &mut self.scopes {
            scope.variables.retain(|variable| variable.name != name && !variable.name.starts_with(&prefix));
        }
    }

    /// Some statements one level further in.
    fn block(&mut self, at_most: u32) {
        self.indent += 1;
        self.depth += 1;
        self.scopes.push(Scope::default());
        for _ in 0..self.rng.u32(1..=at_most) {
            self.statement();
        }
        self.scopes.pop();
        self.depth -= 1;
        self.indent -= 1;
    }
}

#[cfg(test)]
mod tests;
