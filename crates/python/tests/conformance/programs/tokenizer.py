def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."): j += 1
            yield ("num", float(text[i:j]) if "." in text[i:j] else int(text[i:j]))
            i = j
        elif c in "+-*/()":
            yield ("op", c)
            i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")


def parse(text):
    stream = [*tokens(text), ("end", None)]
    def peek(): return stream[0][1]
    def take(): return stream.pop(0)[1]
    def expr():
        value = term()
        while peek() in ("+", "-"): value = value + term() if take() == "+" else value - term()
        return value
    def term():
        value = atom()
        while peek() in ("*", "/"): value = value * atom() if take() == "*" else value / atom()
        return value
    def atom():
        t = take()
        if t == "(":
            value = expr()
            if take() != ")": raise SyntaxError("missing )")
            return value
        if t == "-": return -atom()
        if isinstance(t, (int, float)): return t
        raise SyntaxError(f"unexpected {t!r}")
    return expr()


for text in ("1 + 2 * 3", "(1 + 2) * 3", "-4 / (2 - 2.5)", "2 * (3 + 4) * 5", "1 +", "(1", "1 / 0", "a"):
    try:
        print(text, "=", parse(text))
    except (SyntaxError, ZeroDivisionError) as e:
        print(text, type(e).__name__, e)
