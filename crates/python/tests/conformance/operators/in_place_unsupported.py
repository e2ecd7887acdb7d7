def attempt(x, y):
    for op in ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="):
        v = x
        try:
            match op:
                case "+=": v += y
                case "-=": v -= y
                case "*=": v *= y
                case "/=": v /= y
                case "//=": v //= y
                case "%=": v %= y
                case "**=": v **= y
                case "@=": v @= y
                case "<<=": v <<= y
                case ">>=": v >>= y
                case "&=": v &= y
                case "|=": v |= y
                case "^=": v ^= y
            print(op, v)
        except TypeError as e:
            print(op, e)


attempt([1], 2)
attempt({1}, [1])
attempt((1,), [2])
attempt(3, "x")
attempt({"a": 1}, [("b", 2)])
