import sys

a = []
print("global", sys.getrefcount(a), "temporary", sys.getrefcount([]))


def local():
    x = []
    return sys.getrefcount(x)


def shown(parameter):
    return sys.getrefcount(parameter)


def passes_on():
    z = []
    return shown(z), shown(parameter=z), shown([])


print(local(), shown(a), shown([]), passes_on(), shown(*[a]))
