//! Arguments of native functions: counting them, and binding keywords, with CPython's wording of mistakes
//! (CPython 3.13 getargs.c, methodobject.c).

use ouro_heap::Id;
use smallvec::SmallVec;

use super::{R, Vm};
use crate::native::{Args, Arity, Native};
use crate::object::free_list;

/// The parameters of a native function that takes keywords.
#[derive(Clone, Copy, Debug)]
pub struct Parameters {
    /// Names, positional ones first; those that are positional-only are named too, and not accepted as keywords.
    pub names: &'static [&'static str],
    /// How many of the first are positional-only.
    pub positional_only: usize,
    /// How many can be given by position; the others are keyword-only.
    pub positional: usize,
    /// How many of the first have to be given.
    pub required: usize,
}

impl Vm {
    /// Checks the number of positional arguments of a native function, and that there are no keywords.
    pub(crate) fn check_arity(&mut self, native: &Native, qualified: &str, args: &Args) -> R<()> {
        let Arity::Positional { min, max } = native.arity else { return Ok(()) };
        let (min, max, given) = (min as usize, max as usize, args.pos.len());
        if !args.kw.is_empty() {
            return Err(self.type_error(format!("{qualified}() takes no keyword arguments")));
        }
        if (min..=max).contains(&given) {
            return Ok(());
        }
        let name = native.name;
        let message = match (min, max) {
            (0, 0) => format!("{qualified}() takes no arguments ({given} given)"),
            (1, 1) => format!("{qualified}() takes exactly one argument ({given} given)"),
            _ if min == max => format!("{name} expected {min} argument{}, got {given}", plural(min)),
            _ if given < min => format!("{name} expected at least {min} argument{}, got {given}", plural(min)),
            _ => format!("{name} expected at most {max} argument{}, got {given}", plural(max)),
        };
        Err(self.type_error(message))
    }

    /// Arguments by parameter: borrowed; `None` where not given.
    pub fn bind_args(&mut self, function: &str, args: &Args, parameters: &Parameters) -> R<SmallVec<[Option<Id>; 8]>> {
        let names = parameters.names;
        let given = args.pos.len();
        let mut bound: SmallVec<[Option<Id>; 8]> = SmallVec::from_elem(None, names.len());
        let all = given + args.kw.len();
        if all > names.len() {
            let most = names.len();
            let kind = if given == 0 { "keyword " } else { "" };
            return Err(self.type_error(format!(
                "{function}() takes at most {most} {kind}argument{} ({all} given)",
                plural(most)
            )));
        }
        if given > parameters.positional {
            let most = parameters.positional;
            let message = if most == 0 {
                format!("{function}() takes no positional arguments")
            } else {
                let bound = if parameters.required >= most { "exactly" } else { "at most" };
                format!("{function}() takes {bound} {most} positional argument{} ({given} given)", plural(most))
            };
            return Err(self.type_error(message));
        }
        for (slot, &value) in bound.iter_mut().zip(args.pos) {
            *slot = Some(value);
        }
        let mut unexpected = None;
        for &(name, value) in args.kw {
            let text = self.expect_str(name, "keywords")?;
            let index =
                names.iter().enumerate().skip(parameters.positional_only).find(|(_, n)| ***n == *text).map(|(i, _)| i);
            let Some(index) = index else {
                unexpected = unexpected.or(Some(text.to_string()));
                continue;
            };
            if bound[index].is_some() {
                return Err(self.type_error(format!(
                    "argument for {function}() given by name ('{text}') and position ({})",
                    index + 1
                )));
            }
            bound[index] = Some(value);
        }
        for (i, name) in names.iter().enumerate().take(parameters.required) {
            if bound[i].is_none() {
                let message = if i < parameters.positional_only {
                    let n = parameters.required;
                    format!("{function}() takes at least {n} positional argument{} ({given} given)", plural(n))
                } else {
                    format!("{function}() missing required argument '{name}' (pos {})", i + 1)
                };
                return Err(self.type_error(message));
            }
        }
        match unexpected {
            Some(name) => Err(self.unexpected_keyword(function, &name, &names[parameters.positional_only..])),
            None => Ok(bound),
        }
    }

    /// Makes the tuple of keywords' names that a function's parser keeps, if this is its first call with keywords
    /// (CPython 3.13 getargs.c, parser_init).
    pub(crate) fn prepare_parser(&mut self, function: &'static str, args: &Args, keywords: &[&str]) {
        if args.kw.is_empty() || self.keyword_parsers.iter().any(|&(name, _)| name == function) {
            return;
        }
        let names: Vec<Id> = keywords.iter().map(|name| self.intern(name)).collect();
        let names = self.new_tuple(names);
        self.keyword_parsers.push((function, names));
    }

    /// getargs.c, error_unexpected_keyword_arg
    pub(crate) fn unexpected_keyword(&mut self, function: &str, name: &str, known: &[&str]) -> super::Raised {
        if self.version.number < (3, 13, 0) {
            return self.type_error(format!("'{name}' is an invalid keyword argument for {function}()"));
        }
        // The names to choose from come in a list.
        self.heap.count_temporary(free_list::LIST);
        let mut message = format!("{function}() got an unexpected keyword argument '{name}'");
        if let Some(known) = crate::suggest::closest(name, known.iter().copied()) {
            message.push_str(&format!(". Did you mean '{known}'?"));
        }
        self.type_error(message)
    }
}

/// The `s` of a plural.
pub(crate) fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}
