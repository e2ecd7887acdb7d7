import os

os.environ["OURO_KEY"] = "value"
print(os.environ["OURO_KEY"], os.getenv("OURO_KEY"), os.environ.get("OURO_NOT_THERE"), os.getenv("OURO_NOT_THERE", "x"))
print("OURO_KEY" in os.environ, os.path.expandvars("$OURO_KEY/${OURO_KEY}/$OURO_NOT_THERE"))
del os.environ["OURO_KEY"]
for call in (lambda: os.environ["OURO_KEY"], lambda: os.environ.__setitem__("A", 1)):
    try:
        call()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
