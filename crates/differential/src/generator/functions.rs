//! Functions, closures, generators: definitions and calls.

use super::kinds::{Kind, Scope, Variable};
use super::{Generator, Weighted};

/// A function of the program.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    /// Positional parameters with names.
    pub parameters: Vec<(String, Kind)>,
    /// How many of them have defaults.
    pub optional: usize,
    /// Keyword-only parameters.
    pub keyword_only: Vec<(String, Kind)>,
    pub variadic: bool,
    pub keywords: bool,
    pub result: Kind,
}

/// Functions of an int that give an int.
pub(super) const FUNCTIONS: &[Weighted] = &[
    (5, "(lambda <$a:i>: <i>)"),
    (2, "(lambda <$a:i>, <$b:i>=<!n>: <i>)"),
    (1, "(lambda *<$a:ti>: len(<.a>))"),
    (1, "<li>.count"),
    (1, "<di>.get"),
    (1, "(lambda <$a:i>: <.a> % 3)"),
];

pub(super) const STATEMENTS: &[Weighted] = &[
    (1, "print([<$a:fi>(<n>) for <.a> in [lambda <$b:i>: <i>, <!fi>]])"),
    (1, "print([<$a:fi>(1) for <.a> in [lambda <$b:i>: <.b> + <$c:i> for <.c> in range(3)]])"),
    (3, "<+a:fi> = (lambda <$b:i>: (lambda <$c:i>: <i>))(<!n>)"),
    (2, "def <+a:fi>(<$b:i>, <$c:li>=[]):\n    <.c>.append(<.b>)\n    print(<.c>)\n    return len(<.c>)"),
    (
        2,
        "def <$a:fi>(<$b:i>):\n    <$c:i> = <n>\n    def inner(<$d:i>):\n        nonlocal <.b>\n        <.b> += <.d>\n        return <.b> + <.c>\n    return inner\n<+e:fi> = <.a>(<n>)\nprint(<.e>(1), <.e>(2))",
    ),
    (
        1,
        "def <$a:fi>(<$b:fi>):\n    def wrapper(*args, **kwargs):\n        print('call', args, kwargs)\n        return <.b>(*args, **kwargs)\n    return wrapper\n@<.a>\ndef <+c:fi>(<$d:i>):\n    return <i>\nprint(<.c>.__name__, <.c>(<n>))",
    ),
    (1, "def <+a:fi>(<$b:n>):\n    return 1 if <.b> <= 1 else <.b> * <.a>(min(<.b>, 9) - 1)\nprint(<.a>(<n>))"),
    (1, "print(<@fi>(<x>))"),
    (2, "print(<@fi>(<i>))"),
    (1, "<@fi>(<i>, <i>, <i>)"),
    (1, "<@fi>(value=<i>)"),
    (1, "<@fi>(*<li>)"),
    (1, "<@fi>(**<di>)"),
    (2, "print(next(<@g>), next(<@g>, 'end'))"),
    (2, "print(list(<@g>))"),
    (1, "for <$a:i> in <@g>:\n    print(<.a>)\n    if <.a> % 2:\n        break"),
    (1, "print(<@g>.send(<x>))"),
    (1, "<@g>.close()"),
    (1, "print(<@g>.throw(ValueError(<x>)))"),
    (1, "<+a:i>, *<+b:li> = <@g>"),
    (1, "print(sum(<@g>), max(<@g>, default=None))"),
    (1, "print(<i> in <@g>)"),
    (
        2,
        "def <$a:g>():\n    try:\n        <$b:x> = yield 1\n        print('got', <.b>)\n        yield <.b>\n    except ValueError as error:\n        print('caught', error)\n        yield -1\n    finally:\n        print('closing')\n<+c:g> = <.a>()\nprint(next(<.c>))",
    ),
    (1, "def <$a:g>():\n    <$b:x> = yield from <!li>\n    print('result', <.b>)\n    return <.b>\n<+c:g> = <.a>()"),
    (
        1,
        "def <$a:g>(<$b:n>):\n    if <.b> > 0:\n        yield <.b>\n        yield from <.a>(<.b> - 1)\nprint(list(<.a>(<n>)))",
    ),
    (
        1,
        "def <$a:g>():\n    <$b:i> = 0\n    while True:\n        <$c:x> = yield <.b>\n        if <.c> is None:\n            <.b> += 1\n        else:\n            <.b> = 0\n<$d:o> = <.a>()\nprint(next(<.d>), next(<.d>), <.d>.send(5), next(<.d>))\n<.d>.close()",
    ),
    (
        1,
        "def <$a:g>():\n    try:\n        yield 1\n        return <x>\n    finally:\n        print('done')\ntry:\n    <$b:g> = <.a>()\n    next(<.b>)\n    next(<.b>)\nexcept StopIteration as stop:\n    print('value', stop.value)",
    ),
    (
        1,
        "def <$a:g>():\n    with <!cm> as <$b:x>:\n        yield 1\n        yield 2\n<+c:g> = <.a>()\nprint(next(<.c>))\ndel <.c>",
    ),
    (1, "<+a:g> = (print('item', <$b:i>) or <.b> for <.b> in <!li>)\nprint(next(<.a>, None))"),
    (1, "def <$a:fi>():\n    global <^b:i>\n    <.b> = <i>\n<.a>()"),
    (1, "print((lambda *<$a:ti>, **<$b:di>: (<.a>, <.b>))(*<li>, **<di>))"),
    (
        1,
        "def <$a:fi>(<$b:x>, /, <$c:x>, *, <$d:x>=1):\n    return (<.b>, <.c>, <.d>)\nattempt(lambda: <.a>(<x>, <x>))\nattempt(lambda: <.a>(1, <.c>=<x>, <.d>=<x>))\nattempt(lambda: <.a>(1, 2, 3))\nattempt(lambda: <.a>(<.b>=1, <.c>=2))\nattempt(lambda: <.a>())",
    ),
    (1, "def <$a:fi>():\n    print(<$b:i>)\n    <.b> = 1\n<.a>()"),
    (1, "def <$a:fi>():\n    del <$b:i>\n    <.b> = 1\n<.a>()"),
];

const RESULTS: [Kind; 8] = ["i", "s", "li", "di", "b", "f", "x", "g"];
const PARAMETERS: [Kind; 8] = ["i", "i", "s", "li", "di", "n", "x", "fi"];

impl Generator {
    /// Defines a function.
    pub(super) fn function(&mut self) {
        self.names += 1;
        let name = format!("{}{}", self.pick(&["make", "work", "find", "step", "load", "fold"]), self.names);
        let result = self.pick(&RESULTS);
        let mut parameters: Vec<(String, Kind)> = Vec::new();
        for _ in 0..self.rng.u32(0..4) {
            parameters.push((self.fresh(), self.pick(&PARAMETERS)));
        }
        let optional = self.rng.usize(0..=parameters.len()).min(2);
        let variadic = self.chance(20);
        let keywords = self.chance(15);
        let keyword_only = if self.chance(20) { vec![(self.fresh(), "i")] } else { Vec::new() };
        let function = Function { name, parameters, optional, keyword_only, variadic, keywords, result };
        self.define(&function);
        self.functions.push(function);
    }

    fn define(&mut self, function: &Function) {
        let mut scope = Scope { variables: Vec::new(), function: true };
        let mut written = Vec::new();
        let required = function.parameters.len() - function.optional;
        for (at, (name, kind)) in function.parameters.iter().enumerate() {
            let default =
                if at >= required { format!("={}", self.literal(kind).unwrap_or_default()) } else { String::new() };
            written.push(format!("{name}{default}"));
            scope.variables.push(Variable { name: name.clone(), kinds: vec![kind] });
        }
        if function.variadic {
            written.push("*args".to_owned());
            scope.variables.push(Variable { name: "args".to_owned(), kinds: vec!["tx"] });
        } else if !function.keyword_only.is_empty() {
            written.push("*".to_owned());
        }
        for (name, kind) in &function.keyword_only {
            written.push(format!("{name}={}", self.literal(kind).unwrap_or_default()));
            scope.variables.push(Variable { name: name.clone(), kinds: vec![kind] });
        }
        if function.keywords {
            written.push("**kwargs".to_owned());
            scope.variables.push(Variable { name: "kwargs".to_owned(), kinds: vec!["di"] });
        }
        self.line(&format!("def {}({}):", function.name, written.join(", ")));
        self.scopes.push(scope);
        self.repeated += 1;
        self.indent += 1;
        self.depth += 1;
        let nested = self.chance(20);
        let generator = function.result == "g";
        for _ in 0..self.rng.u32(0..3) {
            self.statement();
        }
        if nested {
            self.function();
        }
        if generator {
            for _ in 0..self.rng.u32(1..3) {
                let yielded = self.pick(&[
                    "yield <i>",
                    "for <$a:i> in <!li>[:3]:\n    yield <i>",
                    "try:\n    yield <i>\nfinally:\n    print('finally', <x>)",
                    "print('sent', (yield <i>))",
                    "yield from <li>",
                    "yield from <g>",
                    "if <b>:\n    return <x>",
                    "try:\n    yield <i>\nexcept (ValueError, GeneratorExit) as error:\n    print(repr(error))\n    raise",
                ]);
                self.lines_of(yielded);
            }
            self.line("yield 0");
        } else {
            let value = self.expression(function.result, 2);
            self.line(&format!("return {value}"));
        }
        // What was defined inside is not seen outside.
        self.scopes.pop();
        if nested {
            self.functions.pop();
        }
        self.depth -= 1;
        self.indent -= 1;
        self.repeated -= 1;
    }

    /// A call of a function that gives a value of the kind.
    pub(super) fn call_for(&mut self, kind: Kind, depth: u32) -> Option<String> {
        let fitting: Vec<Function> =
            self.functions.iter().filter(|function| function.result == kind).cloned().collect();
        if fitting.is_empty() {
            return None;
        }
        let function = self.pick(&fitting);
        Some(self.call(&function, depth.saturating_sub(1)))
    }

    fn call(&mut self, function: &Function, depth: u32) -> String {
        let mut arguments = Vec::new();
        let left_out = self.rng.usize(0..=function.optional);
        let given = function.parameters.len() - left_out;
        let by_name = self.rng.usize(0..=given).min(if self.chance(30) { given } else { 0 });
        for (at, (name, kind)) in function.parameters.iter().take(given).enumerate() {
            let value = self.expression(kind, depth);
            arguments.push(if at + by_name >= given { format!("{name}={value}") } else { value });
        }
        if function.variadic && left_out == 0 && by_name == 0 && self.chance(60) {
            arguments.push(format!("*{}", self.expression("li", 0)));
        }
        for (name, kind) in &function.keyword_only {
            if self.chance(50) {
                arguments.push(format!("{name}={}", self.expression(kind, depth)));
            }
        }
        if function.keywords && self.chance(50) {
            arguments.push(format!("extra={}", self.expression("i", depth)));
        }
        if self.chance(4) {
            arguments.pop();
        }
        format!("{}({})", function.name, arguments.join(", "))
    }
}
