values = (0.0, -0.0, 1.0, 3.14159, -2.5, 1e16, 1e-7, 123456789.125, float("inf"), float("-inf"), float("nan"), 1e300, 5e-324)
for spec in ("", "f", ".2f", ".0f", "e", ".3e", "g", ".3g", "G", "%", ".1%", "+.2f", " .1f", "010.2f", ",.2f", "_.1f", "#.0f", "z.1f", ">12", "^12.1f", "n", ".10g", "E"):
    print(repr(spec), [format(v, spec) for v in values])
