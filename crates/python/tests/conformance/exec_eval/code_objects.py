# What a code object tells about itself.
def outer(a, b=2, /, c=3, *args, d, **kw):
    v = 1

    def inner():
        return v

    return inner


code = outer.__code__
for name in ("co_name", "co_qualname", "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals"):
    print(name, getattr(code, name))
print(code.co_varnames, code.co_cellvars, code.co_freevars, code.co_names, code.co_flags, code.co_firstlineno)
inner = outer(1, d=1).__code__
print(inner.co_freevars, inner.co_qualname, inner.co_flags, inner.co_varnames)
module = compile("a = 1\nb = a.c\n", "here", "exec")
print(module.co_name, module.co_filename, module.co_names, module.co_firstlineno, module.co_flags)
print(compile("x + 1", "a", "eval") == compile("x + 1", "b", "eval"), compile("x", "", "eval") != compile("y", "", "eval"))
print(len({compile("x + 1", "a", "eval"), compile("x + 1", "a", "eval")}))
renamed = inner.replace(co_name="other", co_firstlineno=77)
print(renamed.co_name, renamed.co_firstlineno, renamed.co_qualname, inner.co_name)
