//! Weak references, the collector, counts.

use super::Weighted;

/// Weak references.
pub(super) const REFERENCES: &[Weighted] = &[
    (4, "weakref.ref(<@o>)"),
    (1, "weakref.ref(<@o>, lambda ref: print('gone'))"),
    (1, "weakref.ref(<o>)"),
    (1, "weakref.ref(<si>)"),
];

pub(super) const STATEMENTS: &[Weighted] = &[
    (4, "<+a:r> = <r>"),
    (3, "<+a:r> = weakref.ref(<@o>, lambda ref: print('dead', ref() is None))"),
    (3, "print(<@r>())"),
    (1, "print(<@r>() is <@o>)"),
    (1, "print(<@r> == <@r>, <@r> is <@r>)"),
    (2, "del <-r>"),
    (2, "<+a:o> = <o>\n<+b:r> = weakref.ref(<.a>)\nprint(<.b>() is <.a>)\ndel <.a>\nprint(<.b>())"),
    (1, "<+a:o> = weakref.proxy(<@o>)"),
    (1, "<$a:o> = <o>\n<+b:o> = weakref.proxy(<.a>)\nprint(<.b>.value)\ndel <.a>\nprint(<.b>.value)"),
    (
        1,
        "try:\n    <$a:di> = weakref.WeakValueDictionary()\n    <$b:o> = <o>\n    <.a>['k'] = <.b>\n    print(len(<.a>), list(<.a>.keys()))\n    del <.b>\n    print(len(<.a>))\nexcept TypeError as error:\n    print(error)",
    ),
    (
        1,
        "try:\n    <$a:di> = weakref.WeakKeyDictionary()\n    <$b:o> = <o>\n    <.a>[<.b>] = <x>\n    print(len(<.a>), list(<.a>.values()))\n    del <.b>\n    print(len(<.a>))\nexcept TypeError as error:\n    print(error)",
    ),
    (
        1,
        "try:\n    <$a:si> = weakref.WeakSet()\n    <$b:o> = <o>\n    <.a>.add(<.b>)\n    print(len(<.a>), <.b> in <.a>)\n    del <.b>\n    print(len(<.a>))\nexcept TypeError as error:\n    print(error)",
    ),
    (
        2,
        "<$a:o> = <o>\n<+b:x> = weakref.finalize(<.a>, print, 'finalized', <x>)\nprint(<.b>.alive)\ndel <.a>\nprint(<.b>.alive)",
    ),
    (1, "weakref.finalize(<@o>, print, 'at the end', <x>)"),
    (1, "print(weakref.getweakrefcount(<@o>))"),
    (1, "weakref.ref(<x>)"),
    (3, "print(gc.collect())"),
    (1, "gc.disable()\nprint(gc.isenabled())\ngc.enable()"),
    (1, "print(gc.is_tracked(<x>), gc.is_tracked(<@li>))"),
    (2, "<$a:o> = <o>\n<.a>.me = <.a>\ndel <.a>\nprint('collected', gc.collect())"),
    (
        1,
        "<$a:o>, <$b:o> = <o>, <o>\n<.a>.other, <.b>.other = <.b>, <.a>\n<+c:r> = weakref.ref(<.a>, lambda ref: print('callback'))\ndel <.a>, <.b>\nprint(gc.collect(), <.c>())",
    ),
    (1, "<$a:lx> = []\n<.a>.append(<.a>)\ndel <.a>\nprint(gc.collect())"),
    (1, "<$a:lx> = [<o>, <o>]\n<.a>.append(<.a>)\ndel <.a>\ngc.collect()"),
    (1, "<$a:fi> = lambda: <.a>\ndel <.a>\nprint(gc.collect())"),
    (2, "print(sys.getrefcount(<&a:li>) if type(<.a>) is list else <.a>)"),
    (1, "print(sys.getrefcount(<@o>))"),
    (1, "print(sys.getrefcount(<@ll>[0]) if <@ll> else None)"),
    (
        1,
        "class <$a:c>:\n    kept = []\n    def __del__(self):\n        print('resurrect')\n        <.a>.kept.append(self)\n<.a>()\nprint(len(<.a>.kept))\n<.a>.kept.clear()",
    ),
    (1, "class <$a:c>:\n    def __del__(self):\n        print('failing')\n        raise ValueError(<!x>)\n<.a>()"),
    (
        1,
        "class <$a:c>:\n    def __init__(self, name):\n        self.name = name\n    def __del__(self):\n        print('del', self.name)\n<+b:o> = <.a>(<s>)\n<.b>.link = <.a>('second')\n<.b>.link.back = <.b>\n<.b> = None\nprint('before')\ngc.collect()\nprint('after')",
    ),
    (
        1,
        "class <$a:c>:\n    def __del__(self):\n        print('del local')\ndef <$b:fi>():\n    <$c:o> = <.a>()\n    <$d:li> = [<.c>]\n    return 1\nprint(<.b>())",
    ),
    (1, "try:\n    raise ValueError(<o>)\nexcept ValueError as error:\n    print(len(error.args))\nprint('gone')"),
];
