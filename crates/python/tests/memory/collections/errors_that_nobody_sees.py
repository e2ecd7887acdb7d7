class Guess:
    def __init__(self, given):
        self.given = given

    def __getattr__(self, name):
        return name


guess = Guess(1)
first = guess.missing
second = guess.other
shown = print(guess.third)
huge = 2 ** 70
items = [3, 1, 2]
part = items[:huge]
part = items[-huge:huge]
try:
    items[huge]
except IndexError as error:
    print(error)
one = (first,)
two = (first,)
from math import *
one = []
two = (first,)
three = (first,)
