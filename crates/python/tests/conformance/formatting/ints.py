for spec in ("", "d", "5", "<5", "^7", "=7", "+", " ", "05", "x", "#x", "#X", "b", "#b", "o", "#o", ",", "_", "010,", "c", "n", "e", ".3f", "g", "%", "*^9", "#010x", "_x", "_b", "+,d", "-05d", "<05", ">+8,.2f"):
    row = []
    for n in (65, -65):
        try:
            row.append(format(n, spec))
        except (ValueError, OverflowError) as e:
            row.append(f"{type(e).__name__}: {e}")
    print(repr(spec), row)
print(format(10 ** 30, ","), format(1234567, "_"), format(0xFFFFFFFF, "_x"), format(12345678, "015,"), format(True, "d"), format(0, "#x"), f"{10**20:e}")
