//! Exceptions and context managers.

use super::Weighted;

/// Scalars from exceptions.
pub(super) const SCALARS: &[Weighted] = &[(1, "KeyError(<x>).args")];

pub(super) const STATEMENTS: &[Weighted] = &[
    (1, "error = ValueError(<x>, <s>)\nprint(error, [error], error.args[<n>], f'{error!r:>5}')"),
    (3, "try:\n<block>\nexcept (ValueError, TypeError) as error:\n    print('caught', error)"),
    (
        3,
        "try:\n<block>\nexcept ZeroDivisionError:\n<block>\nexcept LookupError as error:\n    print(repr(error))\nelse:\n<block>\nfinally:\n    print('finally')",
    ),
    (2, "try:\n<block>\nfinally:\n<block>"),
    (
        2,
        "try:\n    raise ValueError(<x>)\nexcept ValueError as error:\n    print(error.args, error.__context__)\n<block>",
    ),
    (
        2,
        "try:\n    try:\n        <+a:i> = <i> // 0\n    except ZeroDivisionError as error:\n        raise KeyError(<s>) from error\nexcept KeyError as error:\n    print(repr(error), repr(error.__cause__), error.__suppress_context__)",
    ),
    (
        2,
        "try:\n    try:\n        raise IndexError(<i>)\n    except IndexError:\n        print([][<n>])\nexcept IndexError as error:\n    print(error, '|', error.__context__)",
    ),
    (
        1,
        "try:\n    try:\n        raise OSError(2, <s>)\n    finally:\n        print('cleaning')\nexcept OSError as error:\n    print(error.errno, error.strerror, error)",
    ),
    (
        1,
        "try:\n    raise RuntimeError from None\nexcept RuntimeError as error:\n    print(error.__cause__, error.__suppress_context__, error.args)",
    ),
    (
        2,
        "class <+a:cx>(Exception):\n    def __init__(self, code, *rest):\n        super().__init__(code, *rest)\n        self.code = code\ntry:\n    raise <.a>(<x>, <x>)\nexcept <.a> as error:\n    print(error.code, error, repr(error))",
    ),
    (
        1,
        "class <+a:cx>(ValueError):\n    def __str__(self):\n        return 'special ' + <!s>\ntry:\n    raise <.a>\nexcept Exception as error:\n    print(error, [str(error)])",
    ),
    (
        1,
        "try:\n    raise <@cx>(<x>)\nexcept Exception as error:\n    error.add_note(<s>)\n    print(type(error).__name__, error.__notes__)",
    ),
    (
        1,
        "try:\n    raise ExceptionGroup('group', [ValueError(<x>), TypeError(<x>), KeyError(<x>)])\nexcept* ValueError as group:\n    print(group.exceptions)\nexcept* (TypeError, KeyError) as group:\n    print(len(group.exceptions), group)",
    ),
    (
        1,
        "try:\n    try:\n        raise ExceptionGroup('a', [ValueError(1), ExceptionGroup('b', [OSError(2)])])\n    except* OSError:\n        print('os')\nexcept ExceptionGroup as group:\n    print(repr(group), group.split(ValueError))",
    ),
    (1, "def <$a:fi>():\n    try:\n        return <i>\n    finally:\n        print('leaving')\nprint(<.a>())"),
    (
        1,
        "def <$a:fi>():\n    for <$b:i> in range(3):\n        try:\n            if <.b> == 1:\n                continue\n            if <.b> == 2:\n                break\n            print('body', <.b>)\n        finally:\n            print('after', <.b>)\n    return <i>\nprint(<.a>())",
    ),
    (
        1,
        "def <$a:fi>():\n    try:\n        return 1 // 0\n    except ZeroDivisionError as error:\n        return repr(error)\n    finally:\n        print('last')\nprint(<.a>())",
    ),
    (2, "with <cm> as <$a:x>:\n<block>"),
    (1, "with <cm>, <cm>:\n<block>"),
    (1, "with <cm>:\n    raise KeyError(<x>)"),
    (1, "with (<cm> as <$a:x>, <cm> as <$b:x>):\n    print(<i> // <i>)"),
    (1, "for <$a:i> in range(2):\n    with <cm>:\n        if <.a>:\n            break\n        print('body')"),
    (1, "def <$a:fi>():\n    with <!cm>:\n        return <i>\nprint(<.a>())"),
    (1, "try:\n    raise SystemExit(<n>)\nexcept SystemExit as error:\n    print(error.code)"),
    (
        1,
        "error = None\ntry:\n    print(<i> // 0)\nexcept ArithmeticError as caught:\n    error = caught\nprint(error, error.__traceback__ is not None)\ndel error",
    ),
    (
        1,
        "try:\n<block>\nexcept Exception as error:\n    try:\n        raise\n    except Exception as second:\n        print(error is second, type(second).__name__)",
    ),
    (
        1,
        "def <$a:fi>(<$b:n>):\n    if <.b> == 0:\n        raise ValueError('deep')\n    try:\n        <.a>(<.b> - 1)\n    except ValueError as error:\n        raise TypeError(<.b>) from error\ntry:\n    <.a>(<n>)\nexcept Exception as error:\n    while error:\n        print(repr(error))\n        error = error.__cause__",
    ),
];
