import operator as op
from functools import reduce

print(reduce(op.mul, range(1, 6)), op.add("a", "b"), op.floordiv(7, 2), op.mod(7, 3), op.neg(3), op.inv(0))
print(op.contains([1, 2], 2), op.countOf([1, 1, 2], 1), op.indexOf([5, 6], 6), op.truth([]), op.not_([]))
print(op.is_(None, None), op.lt(1, 2), op.eq(1, 1.0), op.concat([1], [2]), op.index(True))
a = [1]
print(op.iadd(a, [2]) is a, a, op.iconcat(a, (3,)), op.length_hint(iter([1, 2])), op.call(max, 1, 2))
d = {}
op.setitem(d, "k", 1)
print(op.getitem(d, "k"), op.__add__ is op.add, op.__not__(0), op.and_(6, 3), op.__xor__(6, 3))
op.delitem(d, "k")
print(d, op.matmul.__name__, op.pow(2, 5), op.lshift(1, 4))
