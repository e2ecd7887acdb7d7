def connect(host, *, timeout=1, retries=2):
    return host


for kw in ({"timeuot": 1}, {"retry": 1}, {"hots": 1}, {"completely_different": 1}):
    try:
        connect("h", **kw)
    except TypeError as e:
        print(e)
