p: int = -1
try:
    1 // 0
except ArithmeticError as caught:
    error = caught
{}.popitem()
