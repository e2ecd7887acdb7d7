# conformance: whole stderr
def f():
    counter = 1
    print(conter)
f()
