import operator as op

print(op.add(1, 2), op.concat([1], [2]), op.contains("abc", "b"), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"))
print(op.truth([]), op.not_(0), op.is_(None, None), op.is_not(1, None), op.index(True), op.neg(3), op.inv(3), op.abs(-2))
print(op.pow(2, 5), op.mod(7, 3), op.floordiv(7, 2), op.truediv(7, 2), op.lshift(1, 4), op.xor(5, 1), op.and_(6, 3))
print(op.lt(1, 2), op.ge("a", "b"), op.eq([1], [1.0]), op.getitem([5, 6], 1), op.call(dict, a=1))
values = [1, 2, 3]
op.setitem(values, 0, 9)
op.delitem(values, 1)
print(values, op.iadd(values, [4]), values, op.length_hint(iter([1, 2])), op.length_hint(object(), 7))
for wrong in (lambda: op.add(1, "x"), lambda: op.concat(1, 2), lambda: op.indexOf([1], 2), lambda: op.countOf(1, 1),
              lambda: op.add(1), lambda: op.length_hint([], "x"), lambda: op.index(1.5), lambda: op.delitem(1, 2),
              lambda: op.call(), lambda: op.lt(1, "a"), lambda: op.matmul(1, 2)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)
# conformance: not yet as 3.14, 3.15
