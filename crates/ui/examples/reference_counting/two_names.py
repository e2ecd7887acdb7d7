# Names do not hold lists: they point at them.
basket = ["tea", "rice"]
mine = basket
mine.append("salt")
print(basket)

shelf = [basket, basket]
del mine
shelf.pop()
shelf = None
del basket
print("nobody holds the list any more")
