e = ValueError("v")
e.add_note("note one")
e.add_note("note two")
print(e.__notes__, e)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
try:
    raise e
except ValueError as caught:
    tb = caught.__traceback__
    print(caught is e, tb.tb_lineno, tb.tb_next, tb.tb_frame.f_code.co_name)
fresh = KeyError().with_traceback(tb)
print(fresh.__traceback__ is tb, e.with_traceback(None) is e, e.__traceback__)


def f(): raise IndexError("deep")
def g(): f()


try:
    g()
except IndexError as x:
    t = x.__traceback__
    while t:
        print(t.tb_frame.f_code.co_name, t.tb_lineno)
        t = t.tb_next
