def f():
    try:
        x = [1 // y for y in [0]]
    except ZeroDivisionError:
        pass
f()
try:
    x = [1 // y for y in [0]]
except ZeroDivisionError:
    pass
try:
    x = {1 // y for y in [0]}
except ZeroDivisionError:
    pass
try:
    x = {1 // y: 3
          for y in [0]}
except ZeroDivisionError:
    pass
try:
    x = [
       1 // y
       for y in
       [0]
       ]
except ZeroDivisionError:
    pass
def g(y):
    return 1 // y
try:
    x = [
       g(y) for y in
       [0]
       ]
except ZeroDivisionError:
    pass
class A:
    try:
        x = [1 // y for y in [0]]
    except ZeroDivisionError:
        pass
try:
    x = [[1 // y for y in [0]] for z in [1]]
except ZeroDivisionError:
    pass
x = [1 // y for y in [0]]
