//! Classes and their instances.

use super::kinds::{Kind, Scope, Variable};
use super::{Generator, Weighted};

/// A class of the program.
#[derive(Clone, Debug)]
pub struct Class {
    pub name: String,
    /// What its instances can do.
    pub kinds: Vec<Kind>,
    /// Parameters of its constructor.
    pub parameters: Vec<Kind>,
    /// Attributes of instances.
    pub attributes: Vec<(String, Kind)>,
    /// Methods without parameters that give an int.
    pub methods: Vec<String>,
}

/// Strs from objects.
pub(super) const STRS: &[Weighted] =
    &[(2, "repr(<o>)"), (1, "str(<o>)"), (1, "type(<o>).__name__"), (1, "f'{<o>!r:>10}'"), (1, "<c>.__name__")];

pub(super) const STATEMENTS: &[Weighted] = &[
    (10, "print(<o>)"),
    (3, "print(<@o>, <o> == <o>)"),
    (3, "print(<oadd> + <oadd>)"),
    (2, "print(<oadd> + <i>)"),
    (1, "print(<i> + <oadd>)"),
    (1, "<=oadd> += <oadd>"),
    (1, "print(sum([<oadd>, <oadd>]))"),
    (2, "print(<oless> < <oless>, max(<oless>, <oless>))"),
    (2, "print(sorted([<oless>, <oless>, <oless>]))"),
    (1, "print(<oless> > <x>)"),
    (2, "print(len(<olen>), bool(<olen>))"),
    (2, "print(<oitem>[<n>])"),
    (1, "<@oitem>[<x>] = <x>"),
    (1, "print(list(<oitem>)[:5])"),
    (2, "print(<ohash> in {<ohash>: 1, <ohash>: 2})"),
    (2, "print(len({<ohash>, <ohash>, <ohash>}))"),
    (2, "print(list(<oiter>), [*<oiter>])"),
    (1, "print(<i> in <oiter>)"),
    (1, "<+a:i>, *<+b:li> = <oiter>"),
    (2, "print(<ocall>(<i>))"),
    (1, "print(list(map(<ocall>, <li>)))"),
    (2, "print(<oattr>.missing, <oattr>.other)"),
    (1, "print(getattr(<@o>, <s>, <x>))"),
    (1, "print(hasattr(<@o>, 'value'))"),
    (2, "<@o>.extra = <x>"),
    (1, "print(<@o>.extra)"),
    (1, "del <@o>.extra"),
    (1, "print(vars(<@o>))"),
    (1, "print(sorted(vars(<o>)))"),
    (1, "setattr(<@o>, 'value', <x>)\nprint(<@o>.value)"),
    (1, "print(<@o>.undefined)"),
    (1, "<@o>.method(<x>)"),
    (1, "print(<o>(<x>))"),
    (1, "print(<o> + <o>)"),
    (1, "print(<o> < <o>)"),
    (1, "print(<o>[<x>])"),
    (1, "print(len(<o>))"),
    (1, "print(-<o>)"),
    (1, "for <$a:x> in <o>:\n    print(<.a>)\n    break"),
    (1, "print(hash(<o>) is None)"),
    (1, "print(type(<o>), type(<o>).__mro__)"),
    (1, "print(<c>.__bases__, <c>.__mro__[-1])"),
    (1, "print(isinstance(<o>, <c>), issubclass(<c>, <c>))"),
    (1, "print([<$a:c>.__name__ for <.a> in <c>.__subclasses__()])"),
    (1, "print(<c>())"),
    (1, "print(<c>(<x>))"),
    (1, "print(<c>(<x>, <x>, <x>))"),
    (1, "<c>.shared = <x>\nprint(<@o>.shared)"),
    (1, "print(<c>.undefined)"),
    (
        1,
        "match <o>:\n    case <c>():\n        print('first')\n    case <c>(value=<$a:x>):\n        print('value', <.a>)\n    case _:\n        print('none')",
    ),
    (2, "<=o> = <o>"),
    (2, "del <-o>"),
    (1, "<+a:o> = <@o>"),
    (2, "<+a:lx> = [<o>, <o>]\nprint(<.a>)\ndel <.a>[0]"),
    (1, "<+a:di> = {'o': <o>}\nprint(<.a>)\n<.a>.clear()"),
    (1, "<@o>.peer = <@o>"),
    (1, "<$a:o> = <o>\n<$b:o> = <o>\n<.a>.peer, <.b>.peer = <.b>, <.a>\nprint(<.a>.peer)\ndel <.a>, <.b>"),
    (1, "class <$a:c>(<c>, <c>):\n    pass\nprint([k.__name__ for k in <.a>.__mro__])"),
    (1, "class <$a:c>(<!x>):\n    pass"),
    (1, "class <$a:c>(int, str):\n    pass"),
    (1, "<$a:c> = type('Made', (<!c>,), {'size': <!i>})\nprint(<.a>.__name__, <.a>.size)"),
    (
        1,
        "class <$a:c>(type):\n    def __new__(mcls, name, bases, body):\n        print('new', name)\n        return super().__new__(mcls, name, bases, body)\n    def __call__(cls, *args):\n        print('call', args)\n        return super().__call__(*args)\nclass <$b:c>(metaclass=<.a>):\n    value = <!x>\nprint(<.b>().value, type(<.b>).__name__)",
    ),
    (
        1,
        "class <$a:c>:\n    def __get__(self, instance, owner=None):\n        return (instance is None, owner.__name__)\n    def __set__(self, instance, value):\n        print('set', value)\n    def __set_name__(self, owner, name):\n        print('named', name)\nclass <$b:c>:\n    field = <.a>()\nprint(<.b>.field, <.b>().field)\n<.b>().field = <x>",
    ),
    (
        1,
        "class <$a:c>:\n    def __init_subclass__(cls, tag=None, **kwargs):\n        super().__init_subclass__(**kwargs)\n        print(cls.__name__, tag)\nclass <$b:c>(<.a>, tag=<!x>):\n    pass\nclass <$c:c>(<.b>, other=1):\n    pass",
    ),
    (
        1,
        "class <$a:c>:\n    def __new__(cls, *args):\n        print('new', args)\n        return <!x>\n    def __init__(self, *args):\n        print('init')\nprint(<.a>(<x>))",
    ),
    (
        1,
        "class <$a:c>(dict):\n    def __missing__(self, key):\n        print('missing', key)\n        self[key] = <!x>\n        return self[key]\n<+b:di> = <.a>(<di>)\nprint(<.b>['zz'], <.b>['zz'], <.b>)",
    ),
    (
        1,
        "class <$a:c>(list):\n    def append(self, item):\n        super().append(item)\n        print('append', len(self))\n<+b:li> = <.a>(<li>)\n<.b>.append(<i>)\nprint(<.b>, <.b>[1:])",
    ),
    (
        1,
        "class <$a:c>(int):\n    def __add__(self, other):\n        return type(self)(int(self) + other)\n    def __repr__(self):\n        return f'N({int(self)})'\nprint(<.a>(3) + <n>, <.a>(2) * 2, <n> + <.a>(1))",
    ),
    (
        1,
        "class <$a:c>(str):\n    __slots__ = ()\n    def __getitem__(self, at):\n        return type(self)(super().__getitem__(at))\nprint(<.a>(<s>)[<n>:], <.a>(<s>).upper())",
    ),
    (
        1,
        "class <$a:c>(tuple):\n    def __new__(cls, *items):\n        return super().__new__(cls, items)\nprint(<.a>(1, 2) + (3,), <.a>(<x>))",
    ),
];

/// What a class can have besides: the kinds it gives instances, and the text.
const MEMBERS: &[(&[Kind], &str)] = &[
    (
        &["oadd"],
        "def __add__(self, other):\n    if not isinstance(other, type(self)):\n        return NotImplemented\n    return <i>",
    ),
    (
        &["oadd"],
        "def __add__(self, other):\n    return ('add', <x>)\ndef __radd__(self, other):\n    return ('radd', other, <x>)",
    ),
    (
        &["oadd"],
        "def __radd__(self, other):\n    return other\ndef __iadd__(self, other):\n    print('iadd')\n    return self",
    ),
    (&["oless"], "def __lt__(self, other):\n    return id(type(self)) == id(type(other)) and <i> < <i>"),
    (
        &["oless"],
        "def __lt__(self, other):\n    if type(other) is not type(self):\n        return NotImplemented\n    return <b>",
    ),
    (&["olen"], "def __len__(self):\n    return <n>"),
    (&["olen"], "def __len__(self):\n    return <i>"),
    (
        &["oitem"],
        "def __getitem__(self, at):\n    if at == 3:\n        raise IndexError(at)\n    return <x>\ndef __setitem__(self, at, value):\n    print('set', at, value)",
    ),
    (
        &["ohash"],
        "def __eq__(self, other):\n    print('eq')\n    return type(self) is type(other)\ndef __hash__(self):\n    return <n>",
    ),
    (&[], "def __eq__(self, other):\n    return <b>"),
    (&["oiter"], "def __iter__(self):\n    for k in range(<n>):\n        yield k + <n>"),
    (&["oiter"], "def __iter__(self):\n    return iter(<li>)"),
    (
        &["oiter"],
        "def __iter__(self):\n    self.at = 0\n    return self\ndef __next__(self):\n    self.at += 1\n    if self.at > <n>:\n        raise StopIteration\n    return self.at",
    ),
    (&["ocall"], "def __call__(self, x):\n    return <x>"),
    (&["ocall"], "def __call__(self, *args, **kwargs):\n    return args"),
    (
        &["oattr"],
        "def __getattr__(self, name):\n    if name.startswith('_'):\n        raise AttributeError(name)\n    return name",
    ),
    (&[], "def __bool__(self):\n    return <b>"),
    (&[], "def __contains__(self, item):\n    print('contains', item)\n    return <b>"),
    (
        &["cm"],
        "def __enter__(self):\n    print('enter')\n    return self\ndef __exit__(self, kind, value, trace):\n    print('exit', kind and kind.__name__, value)\n    return <b>",
    ),
    (&["cm"], "def __enter__(self):\n    return <x>\ndef __exit__(self, *info):\n    print('exit', info[1])"),
    (&[], "def __del__(self):\n    print('del', type(self).__name__)"),
    (&[], "def __del__(self):\n    print('del', self.value)"),
    (&[], "def __del__(self):\n    print('del', getattr(self, 'value', None))"),
    (&[], "def __setattr__(self, name, value):\n    print('setattr', name)\n    super().__setattr__(name, value)"),
    (&[], "def __delattr__(self, name):\n    print('delattr', name)\n    object.__delattr__(self, name)"),
    (&[], "def __format__(self, spec):\n    return f'<{spec}>'"),
    (&[], "def __str__(self):\n    return <s>"),
    (&[], "def __int__(self):\n    return <n>\ndef __index__(self):\n    return <n>"),
    (&[], "def __neg__(self):\n    return ('neg', <x>)"),
    (&[], "shared = <x>"),
    (
        &[],
        "count = 0\n@classmethod\ndef create(cls, *args):\n    cls.count += 1\n    print(cls.__name__, cls.count)\n    return cls.count",
    ),
    (&[], "@staticmethod\ndef helper(x):\n    return <x>"),
    (
        &[],
        "@property\ndef size(self):\n    return <i>\n@size.setter\ndef size(self, value):\n    if value == 0:\n        raise ValueError('zero size')\n    print('size', value)",
    ),
    (&[], "@property\ndef area(self):\n    return <i>"),
    (&[], "def __reversed__(self):\n    return iter(<li>)"),
    (&[], "def __mul__(self, other):\n    return <i> * 2\n__rmul__ = __mul__"),
    (
        &[],
        "def __getattribute__(self, name):\n    if name == 'secret':\n        return <x>\n    return object.__getattribute__(self, name)",
    ),
];

impl Generator {
    /// Defines a class, and an instance or two.
    pub(super) fn class(&mut self) {
        self.names += 1;
        let name = format!("{}{}", self.pick(&["Node", "Point", "Box", "Item", "Pair", "Tree"]), self.names);
        let base =
            if self.classes.is_empty() || self.chance(60) { None } else { Some(self.pick(&self.classes.clone())) };
        let mut class = Class {
            name: name.clone(),
            kinds: vec!["o"],
            parameters: Vec::new(),
            attributes: Vec::new(),
            methods: Vec::new(),
        };
        if let Some(base) = &base {
            class.kinds.clone_from(&base.kinds);
            class.attributes.clone_from(&base.attributes);
            class.methods.clone_from(&base.methods);
        }
        let head = match &base {
            Some(base) => format!("class {name}({}):", base.name),
            None => format!("class {name}:"),
        };
        self.line(&head);
        self.indent += 1;
        self.depth += 1;
        self.repeated += 1;
        let own: Vec<(String, Kind)> = ["value", "items", "tag", "next"]
            .iter()
            .take(self.rng.usize(1..4))
            .map(|attribute| (attribute.to_string(), self.pick(&["i", "s", "li", "di", "x"])))
            .collect();
        let slots = self.chance(15);
        if slots {
            let names: Vec<String> = own.iter().map(|(attribute, _)| format!("'{attribute}'")).collect();
            let weak = if self.chance(50) { ", '__weakref__'" } else { "" };
            self.line(&format!("__slots__ = ({},{weak})", names.join(", ")).replace(",, ", ", "));
        }
        self.constructor(&mut class, base.as_ref(), &own);
        let shown: Vec<String> =
            class.attributes.iter().take(2).map(|(attribute, _)| format!("{{self.{attribute}!r}}")).collect();
        if base.is_none() || self.chance(40) {
            self.line("def __repr__(self):");
            self.line(&format!("    return f'{name}({})'", shown.join(", ")));
        }
        for _ in 0..self.rng.u32(0..5) {
            let (kinds, member) = self.pick(MEMBERS);
            if member.starts_with("def ") || member.starts_with('@') {
                self.in_method(&class, |generator| generator.lines_of(member));
            } else {
                self.lines_of(member);
            }
            for kind in kinds {
                if !class.kinds.contains(kind) {
                    class.kinds.push(kind);
                }
            }
        }
        if self.chance(40) {
            self.method(&mut class);
        }
        self.repeated -= 1;
        self.depth -= 1;
        self.indent -= 1;
        self.classes.push(class.clone());
        self.declare(&name, &["c"]);
        for _ in 0..self.rng.u32(0..3) {
            self.instance_variable(&class);
        }
    }

    fn constructor(&mut self, class: &mut Class, base: Option<&Class>, own: &[(String, Kind)]) {
        class.parameters = own.iter().map(|(_, kind)| *kind).collect();
        for attribute in own {
            class.attributes.retain(|(name, _)| *name != attribute.0);
        }
        class.attributes.splice(0..0, own.iter().cloned());
        let optional = self.rng.usize(0..=own.len()).min(1);
        let required = own.len() - optional;
        let mut parameters = Vec::new();
        for (at, (name, kind)) in own.iter().enumerate() {
            let default =
                if at >= required { format!("={}", self.literal(kind).unwrap_or_default()) } else { String::new() };
            parameters.push(format!(", {name}{default}"));
        }
        self.line(&format!("def __init__(self{}):", parameters.concat()));
        if let Some(base) = base
            && self.chance(85)
        {
            let arguments: Vec<String> =
                base.parameters.iter().map(|kind| self.literal(kind).unwrap_or_default()).collect();
            self.line(&format!("    super().__init__({})", arguments.join(", ")));
        }
        for (name, _) in own {
            self.line(&format!("    self.{name} = {name}"));
        }
    }

    /// Runs `make` with the attributes of `self` in scope.
    fn in_method<T>(&mut self, class: &Class, make: impl FnOnce(&mut Generator) -> T) -> T {
        let variables = class
            .attributes
            .iter()
            .map(|(name, kind)| Variable { name: format!("self.{name}"), kinds: vec![kind] })
            .collect();
        self.scopes.push(Scope { variables, function: true });
        let result = make(self);
        self.scopes.pop();
        result
    }

    fn method(&mut self, class: &mut Class) {
        let name = self.pick(&["update", "total", "describe"]).to_owned();
        self.line(&format!("def {name}(self):"));
        let copy = class.clone();
        self.in_method(&copy, |generator| {
            generator.indent += 1;
            for _ in 0..generator.rng.u32(1..3) {
                generator.statement();
            }
            let value = generator.expression("i", 1);
            generator.line(&format!("return {value}"));
            generator.indent -= 1;
        });
        class.methods.push(name);
    }

    /// A variable with an instance, and names for its attributes.
    fn instance_variable(&mut self, class: &Class) {
        let name = self.fresh();
        let made = self.construct(class, 1);
        self.line(&format!("{name} = {made}"));
        self.declare(&name, &class.kinds);
        for (attribute, kind) in &class.attributes {
            self.declare(&format!("{name}.{attribute}"), &[kind]);
        }
        for method in &class.methods {
            self.declare(&format!("{name}.{method}()"), &["i"]);
        }
    }

    fn construct(&mut self, class: &Class, depth: u32) -> String {
        let arguments: Vec<String> = class.parameters.iter().map(|kind| self.expression(kind, depth)).collect();
        format!("{}({})", class.name, arguments.join(", "))
    }

    /// A new instance that can do what the kind says.
    pub(super) fn instance(&mut self, kind: Kind, depth: u32) -> Option<String> {
        let fitting: Vec<Class> = self.classes.iter().filter(|class| class.kinds.contains(&kind)).cloned().collect();
        if fitting.is_empty() {
            return None;
        }
        let class = self.pick(&fitting);
        Some(self.construct(&class, depth.saturating_sub(1)))
    }
}
