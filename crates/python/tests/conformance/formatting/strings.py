for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", ">10.2s", "010", "é>6", "=10", "+", ",", "d", "5x", "#", ".-1", "10.", "🙂^9"):
    try:
        print(repr(spec), repr(format("hello", spec)))
    except ValueError as e:
        print(repr(spec), e)
