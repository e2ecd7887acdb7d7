def a(x):
    for i in x:
        try:
            f()
        except E:
            g()
    return 1
def b(x):
    try:
        f()
    except E:
        g()
    h()
def c(x):
    try:
        f()
    except E as e:
        g()
    except (F, G):
        pass
def d(x):
    while 1:
        with x as y, z:
            f()
            if x: break
            if y: continue
            return 5
    else: k()
def b(x):
    try:
        f()
    except E as e:
        g()
    h()
def b2(x):
    try:
        f()
    except E as e:
        if x: pass
        else: g()
    h()
    i()
def c(x):
    with x:
        f()
    h()
def d(x):
    try: f()
    finally: g()
    h()
def e():
    try:
        f()
    except E:
        while 1:
            if x: break
            y
    h()
