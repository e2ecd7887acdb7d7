# conformance: whole stderr
def f(n):
    raise ValueError(n)
def mk():
    es = []
    for i in range(3):
        try: f(i)
        except Exception as e: es.append(e)
    return es
try:
    raise ExceptionGroup("inner", mk())
except Exception as e:
    e.add_note("a note")
    raise ExceptionGroup("outer", [e, TypeError("t")]) from KeyError("c")
