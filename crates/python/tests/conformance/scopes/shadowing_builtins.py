print(len([1, 2]))
len = lambda x: "mine"
print(len([1, 2]))
del len
print(len([1, 2]))
try:
    del len
except NameError as e:
    print(e)


def f(list, str=str):
    return list, str(1)


print(f([1]))
import builtins
builtins.answer = 42
print(answer)
del builtins.answer
try:
    answer
except NameError as e:
    print(e)
