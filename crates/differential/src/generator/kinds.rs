//! Kinds of values, and what is in scope.
//!
//! | kind | values |
//! | --- | --- |
//! | `i` `n` `f` `b` `s` `y` | int, small int, float, bool, str, bytes |
//! | `li` `ls` `ll` `lx` | lists of ints, of strs, of lists of ints, of anything |
//! | `ti` `tx` | tuples of three ints, of anything |
//! | `di` `dl` | dicts from strs to ints, to lists of ints |
//! | `si` `ss` | sets of ints, of strs |
//! | `g` | iterators and generators of ints |
//! | `fi` | functions of an int that give an int |
//! | `x` | any scalar |
//! | `o` `oadd` ... | instances of the program's classes, of those with some ability |
//! | `c` `cx` | the program's classes, its exception classes |
//! | `e` | exceptions |
//! | `r` | weak references |

/// The name of a kind, as tokens have it.
pub type Kind = &'static str;

/// A variable, or what can be used like one: `self.total`.
#[derive(Clone, Debug)]
pub struct Variable {
    pub name: String,
    pub kinds: Vec<Kind>,
}

/// Names of a block.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub variables: Vec<Variable>,
    /// Whether it is that of a function: what is further out cannot be assigned.
    pub function: bool,
}
