//! Statements of all concerns, and those of control flow.

use super::{Generator, Weighted, classes, containers, exceptions, functions, memory};

const SIMPLE: &[Weighted] = &[
    (6, "<+a:i> = <i>"),
    (4, "<+a:s> = <s>"),
    (2, "<+a:f> = <f>"),
    (2, "<+a:b> = <b>"),
    (5, "<+a:li> = <li>"),
    (3, "<+a:ls> = <ls>"),
    (2, "<+a:ll> = <ll>"),
    (2, "<+a:lx> = <lx>"),
    (2, "<+a:ti> = <ti>"),
    (1, "<+a:tx> = <tx>"),
    (4, "<+a:di> = <di>"),
    (2, "<+a:dl> = <dl>"),
    (2, "<+a:si> = <si>"),
    (2, "<+a:ss> = <ss>"),
    (2, "<+a:y> = <y>"),
    (3, "<+a:g> = <g>"),
    (2, "<+a:x> = <x>"),
    (2, "<+a:fi> = <fi>"),
    (1, "<+a:i>: int = <i>"),
    (2, "<+a:li> = <+b:li> = <li>"),
    (2, "<+a:li> = <@li>"),
    (1, "<+a:di> = <@di>"),
    (1, "<+a:i>, <+b:s> = <i>, <s>"),
    (3, "<=i> = <i>"),
    (2, "<=s> = <s>"),
    (2, "<=li> = <li>"),
    (1, "<=di> = <di>"),
    (1, "<=x> = <x>"),
    (3, "<=i> += <i>"),
    (1, "<=i> -= <n>"),
    (1, "<=i> //= <i>"),
    (1, "<=i> |= <n>"),
    (1, "<=f> += <f>"),
    (1, "<=f> /= <f>"),
    (2, "<=s> += <s>[:3]"),
    (1, "<=b> = not <b>"),
    (1, "<=a:i>, <=b:i> = <.b>, <.a>"),
    (1, "<=si> |= <si>"),
    (1, "<=si> -= <si>"),
    (1, "<=di> |= <di>"),
    (1, "<=ti> += <ti>[:1]"),
    (1, "print([(<+a:i> := <i>), <i>], <.a>)"),
    (5, "print(<i>)"),
    (5, "print(<s>)"),
    (2, "print(<f>)"),
    (2, "print(<b>)"),
    (3, "print(<li>)"),
    (2, "print(<ls>)"),
    (2, "print(<di>)"),
    (2, "print(<dl>)"),
    (1, "print(<si>)"),
    (1, "print(<ss>)"),
    (1, "print(<lx>, <tx>)"),
    (1, "print(<x>, <y>)"),
    (3, "attempt(lambda: <i>)"),
    (2, "attempt(lambda: <s>)"),
    (1, "attempt(lambda: <li>)"),
    (1, "attempt(lambda: <x> + <x>)"),
    (1, "attempt(lambda: <x> < <x>)"),
    (1, "attempt(lambda: <x>[<x>])"),
    (1, "attempt(lambda: <x> % <x>)"),
    (1, "attempt(lambda: <x> * <n>)"),
    (1, "attempt(lambda: <li> + <x>)"),
    (1, "attempt(lambda: -<x>)"),
    (1, "attempt(lambda: <x> in <x>)"),
    (1, "attempt(lambda: len(<x>))"),
    (1, "attempt(lambda: hash(<x>) == hash(<x>))"),
    (1, "attempt(lambda: sorted(<lx>))"),
    (1, "attempt(lambda: sum(<lx>))"),
    (1, "attempt(lambda: max(<lx>))"),
    (1, "attempt(lambda: {<x>: <x>, <x>: <x>})"),
    (1, "attempt(lambda: {<x>, <x>, <x>})"),
    (1, "attempt(lambda: ''.join(<lx>))"),
    (1, "attempt(lambda: <x> == <x>)"),
    (1, "attempt(lambda: list(<x>))"),
    (1, "attempt(lambda: int(<x>))"),
    (1, "attempt(lambda: <x> // <x>)"),
    (1, "attempt(lambda: <x> - <x>)"),
    (1, "attempt(lambda: <si> - <x>)"),
    (1, "attempt(lambda: <di> | <x>)"),
    (1, "attempt(lambda: (<x>).upper())"),
    (1, "attempt(lambda: <x>(<x>))"),
    (1, "assert <b>, <x>"),
    (1, "assert <i> < <i>"),
    (1, "pass"),
    (2, "del <-i>"),
    (2, "del <-li>"),
    (1, "del <-di>"),
    (1, "del <-x>"),
    (1, "del <-g>"),
];

const COMPOUND: &[Weighted] = &[
    (4, "if <b>:\n<block>"),
    (4, "if <b>:\n<block>\nelse:\n<block>"),
    (2, "if <b>:\n<block>\nelif <b>:\n<block>\nelse:\n<block>"),
    (4, "for <$a:i> in range(<!n>):\n<block>"),
    (3, "for <$a:i> in <!li>[:4]:\n<block>"),
    (2, "for <$a:i> in list(<!li>)[:3]:\n<block>"),
    (2, "for <$a:s> in <!ls>[:3]:\n<block>"),
    (2, "for <$a:i>, <$b:s> in enumerate(<!s>[:3]):\n<block>"),
    (2, "for <$a:s>, <$b:i> in list(<!di>.items())[:3]:\n<block>"),
    (1, "for <$a:i> in <!ti>[:3]:\n<block>\nelse:\n<block>"),
    (1, "for <$a:i> in sorted(<!si>)[:3]:\n    if <b>:\n        continue\n    print(<.a>, end=' ')\nprint()"),
    (1, "for <$a:i> in <!li>[:5]:\n    if <b>:\n        break\n    print(<i>)\nelse:\n    print('no break')"),
    (2, "<+a:i> = <n>\nwhile <.a> > 0:\n    <.a> -= 1\n    print(<s>)"),
    (1, "<+a:i> = 0\nwhile (<.a> := <.a> + 1) < <n>:\n    print(<.a>, <i>)"),
    (1, "<+a:li> = <li>[:4]\nwhile <.a>:\n    print(<.a>.pop())"),
    (1, "<+a:i> = 0\nwhile True:\n    <.a> += 1\n    if <.a> > <n>:\n        break\nprint(<.a>)"),
    (1, "if (<+a:i> := <i>) > <i>:\n    print('big', <.a>)"),
    (
        2,
        "match <x>:\n    case int(<$a:i>) if <b>:\n        print('int', <.a>)\n    case str(<$b:s>):\n        print('str', <.b>)\n    case None | True:\n        print('constant')\n    case _:\n        print('other')",
    ),
    (
        2,
        "match <li>:\n    case []:\n        print('empty')\n    case [<$a:i>]:\n        print('one', <.a>)\n    case [<$b:i>, *<$c:li>]:\n        print(<.b>, <.c>, <i>)",
    ),
    (
        2,
        "match <di>:\n    case {'a': <$a:i>, **<$b:di>}:\n        print(<.a>, <.b>)\n    case {'key': 1 | 2 as <$c:i>}:\n        print(<.c>)\n    case {}:\n        print('dict')",
    ),
    (
        1,
        "match (<x>, <x>):\n    case (1, <$a:x>) | (<.a>, 1):\n        print('one')\n    case (str() as <$b:s>, _):\n        print(<.b>)\n    case <$c:tx>:\n        print(<.c>)",
    ),
    (
        1,
        "match <lx>:\n    case [int() | float() as <$a:i>, *_]:\n        print('number', <.a>)\n    case [[<$b:x>, *_], *_]:\n        print('nested', <.b>)\n    case [str(), _, -1]:\n        print('three')",
    ),
    (
        1,
        "match <tx>:\n    case (<$a:x>, <$b:x>):\n        print(<.a>, <.b>)\n    case [*<$c:lx>]:\n        print(len(<.c>))",
    ),
    (
        1,
        "match <s>:\n    case 'a' | 'b':\n        print('letter')\n    case <$a:s> if len(<.a>) > 2:\n        print(<s>)",
    ),
    (1, "for <$a:i> in range(2):\n    for <$b:i> in range(2):\n        print(<i>, <i>)"),
];

impl Generator {
    /// Adds a statement of any concern.
    pub(super) fn statement(&mut self) {
        let mark = self.lines.len();
        let guarded = self.depth == 0 && self.chance(70);
        let indent = self.indent;
        if guarded {
            self.line("try:");
            self.indent += 1;
        }
        if !self.any_statement() {
            self.line("pass");
        }
        self.indent = indent;
        if guarded {
            self.handler(mark);
        }
        if self.depth == 0 && self.chance(25) {
            self.show();
        }
    }

    /// What catches the error of a statement at `mark`; a definition stays as it is.
    fn handler(&mut self, mark: usize) {
        let harmless = ["print('", "pass", "def ", "class "];
        let body = self.lines[mark + 1..].to_vec();
        if body.iter().any(|line| harmless.iter().any(|start| line.starts_with(&format!("    {start}"))))
            && body.len() == 1
        {
            self.lines.truncate(mark);
            self.lines.extend(body.iter().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()));
            return;
        }
        let handler = self.pick(&[
            "except Exception as error:\n    print(type(error).__name__, error)",
            "except Exception as error:\n    print(repr(error))",
            "except (TypeError, ValueError, LookupError, ArithmeticError, AttributeError, RuntimeError, NameError, StopIteration, AssertionError, ReferenceError) as error:\n    print(type(error), error.args)",
            "except Exception as error:\n    print(type(error).__name__, error, error.__context__, error.__traceback__.tb_lineno)",
            "except Exception:\n    print(sys.exc_info()[1])",
        ]);
        for line in handler.lines() {
            self.line(line);
        }
    }

    fn any_statement(&mut self) -> bool {
        for _ in 0..8 {
            let simple: &[&[Weighted]] =
                &[SIMPLE, containers::STATEMENTS, memory::STATEMENTS, classes::STATEMENTS, functions::STATEMENTS];
            let compound: &[&[Weighted]] = &[COMPOUND, exceptions::STATEMENTS];
            let share = if self.depth > 2 { 0 } else { 25 };
            let tables = if self.chance(share) { compound } else { simple };
            let template = self.weighted(tables);
            if self.depth > 0 && template.starts_with("del <-") && self.chance(80) {
                continue;
            }
            if self.lines_of(template) {
                return true;
            }
        }
        false
    }

    /// Prints some variables.
    fn show(&mut self) {
        let kind = self.pick(&["i", "s", "li", "ls", "ll", "di", "dl", "si", "lx", "tx", "x", "o", "f", "b"]);
        let known = self.variables(kind, false);
        if !known.is_empty() {
            let name = self.pick(&known);
            let shown = self.pick(&[
                "print(@)",
                "print(repr(@))",
                "print(f'{@}')",
                "print('@', @)",
                "print(type(@).__name__, @)",
            ]);
            let text = shown.replace('@', &name);
            self.line(&text);
        }
    }
}
