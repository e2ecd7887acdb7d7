# Every use of a proxy whose object is gone raises ReferenceError; its hash was never one.
import operator as o
import weakref


class A:
    pass


p = weakref.proxy(A())
uses = [o.neg, o.pos, o.abs, o.invert, o.index, int, float, bool, len, iter, next, str, list, bytes, o.not_, hash]
pairs = [o.add, o.sub, o.mul, o.matmul, o.truediv, o.floordiv, o.mod, divmod, pow, o.lshift, o.and_, o.xor, o.or_, o.iadd, o.imul,
         o.lt, o.le, o.eq, o.ne, o.gt, o.ge, o.contains, o.getitem, o.delitem, getattr, delattr, isinstance]


def outcome(use, *arguments):
    try: return use(*arguments)
    except Exception as error: return type(error).__name__


print({use.__name__ for use in uses if outcome(use, p) != 'ReferenceError'}, {use.__name__ for use in pairs if outcome(use, p, 'a') != 'ReferenceError'}, outcome(hash, p), outcome(o.add, 1, p), outcome(o.eq, 1, p), outcome(o.setitem, p, 0, 1))
