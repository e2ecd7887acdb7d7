def very_long_function_name(a, b, c): return a + b + c
result = very_long_function_name(
    1,
    2,
    "three",
)
