def v(x):
    print("v", x, end="; ")
    return x


print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
one = 1
print(1 < 2 > 1 == 1 != 2, 1 < 3 in [3], one is one is not None)
print((1 < 2) < 2, not 1 < 2, 1 == 1.0 == True, "a" < "b" <= "b", [1, 2] < [1, 3] < [2])


class Odd:
    def __lt__(self, o): return []
    def __gt__(self, o): return "truthy"
    def __eq__(self, o): return 0


print(Odd() < 1 < 2, Odd() > 1, Odd() == Odd(), Odd() != Odd(), [Odd()] == [Odd()])
x = 5
print(0 < x < 10, 0 < x > 3, x == 5 in [True], x in [5] == True)
