//! Expressions of scalar kinds, and which table an expression of a kind comes from.

use super::kinds::Kind;
use super::{Generator, Weighted, classes, containers, exceptions, functions, memory, text};

const INTS: &[Weighted] = &[
    (6, "(<i> + <i>)"),
    (5, "(<i> - <i>)"),
    (2, "(<i> * <n>)"),
    (3, "(<i> // <i>)"),
    (3, "(<i> % <i>)"),
    (2, "(-<i>)"),
    (1, "(~<i>)"),
    (2, "(<i> & <i>)"),
    (2, "(<i> | <i>)"),
    (2, "(<i> ^ <i>)"),
    (2, "(<i> >> <n>)"),
    (3, "(<i> if <b> else <i>)"),
    (2, "(<b> and <i>)"),
    (2, "(<i> or <i>)"),
    (1, "(<b> + <b>)"),
    (2, "abs(<i>)"),
    (1, "pow(<i>, <n>, 97)"),
    (1, "divmod(<i>, <i>)[<n>]"),
    (1, "int(<f>)"),
    (1, "int(<s>)"),
    (1, "int(<s>, 16)"),
    (1, "round(<f>)"),
    (1, "round(<i>, -1)"),
    (1, "ord(<s>[0])"),
    (1, "(<i>).bit_length()"),
    (1, "(<i>).bit_count()"),
    (1, "hash(<i>)"),
    (1, "(lambda <$a:i>: <i>)(<!i>)"),
    (1, "sum(<$a:i> for <.a> in <!li>)"),
    (1, "sum(1 for <$a:s> in <!s> if <b>)"),
    (1, "max((<i> for <$a:i> in <!li>), default=<!i>)"),
    (1, "int.from_bytes(<y>, 'big')"),
    (1, "math.isqrt(abs(<i>))"),
    (1, "math.gcd(<i>, <i>)"),
    (1, "(<s> > <s>) + <i>"),
];

const GROWING_INTS: &[Weighted] =
    &[(4, "(<i> * <i>)"), (2, "(<i> << <n>)"), (2, "(<i> ** <n>)"), (1, "(<i> << 64)"), (1, "(<i> * 10**20)")];

const FLOATS: &[Weighted] = &[
    (3, "(<f> + <f>)"),
    (2, "(<f> - <i>)"),
    (2, "(<f> * <f>)"),
    (4, "(<i> / <i>)"),
    (2, "(<f> // <f>)"),
    (2, "(<f> % <f>)"),
    (1, "(-<f>)"),
    (1, "abs(<f>)"),
    (1, "float(<i>)"),
    (1, "float(<s>)"),
    (1, "round(<f>, <n>)"),
    (1, "(<f> if <b> else <f>)"),
    (1, "max(<f>, <i>)"),
    (1, "sum([<f>, <f>, <f>])"),
    (1, "(<f> ** <n>)"),
    (1, "math.floor(<f>) / 2"),
    (1, "math.sqrt(<f>)"),
    (1, "(<i> ** -<n>)"),
];

const BOOLS: &[Weighted] = &[
    (6, "(<i> < <i>)"),
    (3, "(<i> == <i>)"),
    (2, "(<i> <= <i> < <i>)"),
    (1, "(<i> != <f> > <n>)"),
    (3, "(<s> == <s>)"),
    (2, "(<s> < <s>)"),
    (4, "(not <b>)"),
    (3, "(<b> and <b>)"),
    (3, "(<b> or <b>)"),
    (2, "(<s> in <s>)"),
    (3, "(<i> in <li>)"),
    (2, "(<s> not in <ls>)"),
    (2, "(<s> in <di>)"),
    (2, "(<i> in <si>)"),
    (2, "(<@x> is <@x>)"),
    (1, "(<@li> is not <@li>)"),
    (1, "(<li> == <li>)"),
    (1, "(<li> < <li>)"),
    (1, "(<si> <= <si>)"),
    (1, "(<di> == <di>)"),
    (2, "isinstance(<x>, int)"),
    (1, "isinstance(<x>, (str, float))"),
    (1, "issubclass(<c>, object)"),
    (1, "any(<b> for <$a:i> in <!li>)"),
    (1, "all(<b> for <$a:i> in <!li>)"),
    (1, "bool(<li>)"),
    (1, "callable(<x>)"),
    (1, "hasattr(<o>, <s>)"),
    (1, "isinstance(<o>, <c>)"),
    (1, "(<x> is None)"),
    (1, "<s>.isdigit()"),
    (1, "<s>.startswith(<s>)"),
    (1, "<s>.isidentifier()"),
    (1, "(<o> == <o>)"),
    (1, "(<o> in <lx>)"),
    (1, "(<f> == <f>)"),
];

const SCALARS: &[Weighted] =
    &[(6, "<i>"), (5, "<s>"), (3, "<f>"), (2, "<b>"), (1, "None"), (1, "<y>"), (1, "complex(<i>, <n>)")];

impl Generator {
    /// An expression of a kind that can always be made.
    pub(super) fn expression(&mut self, kind: Kind, depth: u32) -> String {
        for _ in 0..6 {
            if let Some(text) = self.try_expression(kind, depth) {
                return text;
            }
        }
        "None".to_owned()
    }

    /// An expression of a kind, if the program has what it takes.
    pub(super) fn try_expression(&mut self, kind: Kind, depth: u32) -> Option<String> {
        let known = self.variables(kind, false);
        if !known.is_empty() && self.chance(if depth == 0 { 70 } else { 50 }) {
            return Some(self.pick(&known));
        }
        if (depth == 0 || kind == "n" || self.chance(25))
            && let Some(literal) = self.literal(kind)
        {
            return Some(literal);
        }
        if self.chance(15)
            && let Some(call) = self.call_for(kind, depth)
        {
            return Some(call);
        }
        if (kind.starts_with('o') || kind == "cm")
            && let Some(made) = self.instance(kind, depth)
        {
            return Some(made);
        }
        let none: &[Weighted] = &[];
        let growing = |tables| if self.repeated == 0 { tables } else { none };
        let tables: [&[Weighted]; 4] = match kind {
            "i" => [INTS, containers::INTS, growing(GROWING_INTS), text::INTS],
            "f" => [FLOATS, none, none, none],
            "b" => [BOOLS, none, none, none],
            "x" => [SCALARS, exceptions::SCALARS, none, none],
            "s" => [text::STRS, containers::STRS, growing(text::GROWING), classes::STRS],
            "y" => [text::BYTES, none, none, none],
            "fi" => [functions::FUNCTIONS, none, none, none],
            "r" => [memory::REFERENCES, none, none, none],
            _ => [containers::of_kind(kind), growing(containers::growing(kind)), none, none],
        };
        if tables.iter().all(|table| table.is_empty()) {
            return if known.is_empty() { None } else { Some(self.pick(&known)) };
        }
        for _ in 0..4 {
            let template = self.weighted(&tables);
            if let Some(text) = self.text_of(template, depth.saturating_sub(1)) {
                return Some(text);
            }
        }
        self.literal(kind)
    }

    /// A literal or display of a kind.
    pub(super) fn literal(&mut self, kind: Kind) -> Option<String> {
        Some(match kind {
            "i" => self.int_literal(),
            "n" => self.rng.i32(0..5).to_string(),
            "f" => self
                .pick(&[
                    "0.5",
                    "1.5",
                    "2.0",
                    "-1.25",
                    "3.14159",
                    "1e10",
                    "1e-7",
                    "0.1",
                    "100.0",
                    "-0.0",
                    "1e16",
                    "1e22",
                    "2.5",
                    "1e300",
                    "float('inf')",
                    // Not nan: its hash is its address, so sets that hold it have no fixed order.
                    "float('-inf')",
                    "0.30000000000000004",
                    "123456789.125",
                ])
                .to_owned(),
            "b" => self.pick(&["True", "False"]).to_owned(),
            "s" => self.str_literal(),
            "y" => self.pick(&["b''", "b'abc'", "b'\\x00\\xff'", "b'a-b-c'", "b'\\n\\'q'"]).to_owned(),
            "x" => match self.rng.u32(0..6) {
                0 => self.int_literal(),
                1 => self.str_literal(),
                2 => "None".to_owned(),
                3 => "1.5".to_owned(),
                4 => "True".to_owned(),
                _ => "(1, 'a')".to_owned(),
            },
            "li" => self.display("[", "i", "]"),
            "ls" => self.display("[", "s", "]"),
            "lx" => self.display("[", "x", "]"),
            "ll" => {
                let count = self.rng.u32(0..4);
                let rows: Vec<String> = (0..count).map(|_| self.display("[", "i", "]")).collect();
                format!("[{}]", rows.join(", "))
            }
            "ti" => format!("({}, {}, {})", self.int_literal(), self.int_literal(), self.int_literal()),
            "tx" => {
                let count = self.rng.u32(0..4);
                let items: String = (0..count).map(|_| self.literal("x").unwrap_or_default() + ", ").collect();
                if count == 0 { "()".to_owned() } else { format!("({})", items.trim_end_matches(' ')) }
            }
            "di" | "dl" => {
                let count = self.rng.u32(0..4);
                let items: Vec<String> = (0..count)
                    .map(|_| {
                        let value = if kind == "di" { self.int_literal() } else { self.display("[", "i", "]") };
                        format!("{}: {value}", self.str_literal())
                    })
                    .collect();
                format!("{{{}}}", items.join(", "))
            }
            "si" | "ss" => {
                let item = if kind == "si" { "i" } else { "s" };
                let text = self.display("{", item, "}");
                if text == "{}" { "set()".to_owned() } else { text }
            }
            "g" => format!("iter({})", self.display("[", "i", "]")),
            "fi" => self.pick(&["abs", "str", "hash", "bool", "float"]).to_owned(),
            _ => return None,
        })
    }

    fn display(&mut self, open: &str, item: Kind, close: &str) -> String {
        let count = self.rng.u32(0..6);
        let items: Vec<String> = (0..count).map(|_| self.literal(item).unwrap_or_default()).collect();
        format!("{open}{}{close}", items.join(", "))
    }

    fn int_literal(&mut self) -> String {
        if self.chance(80) {
            return self.rng.i32(0..12).to_string();
        }
        self.pick(&[
            "-1",
            "-5",
            "-6",
            "100",
            "255",
            "256",
            "257",
            "1000",
            "-17",
            "65536",
            "2147483648",
            "9223372036854775807",
            "18446744073709551616",
            "-9223372036854775808",
            "100000000000000000000",
            "0xff",
            "0b101",
            "1_000",
        ])
        .to_owned()
    }

    fn str_literal(&mut self) -> String {
        self.pick(&[
            "''",
            "'a'",
            "'b'",
            "'ab'",
            "'abc'",
            "'spam'",
            "'Eggs'",
            "'x y'",
            "' pad '",
            "'12'",
            "'-7'",
            "'3.5'",
            "'é'",
            "'日本'",
            "'a,b,c'",
            "'line\\nnext'",
            "'tab\\t'",
            "'it\\'s'",
            "'\"q\"'",
            "'key'",
            "'HELLO world'",
            "'😀'",
            "'ß'",
            "'aXbXc'",
            "'\\\\'",
            "'ff'",
        ])
        .to_owned()
    }
}
