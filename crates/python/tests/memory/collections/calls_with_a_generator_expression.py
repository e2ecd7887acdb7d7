import gc

letters = ["a", "b"]
gc.collect()
x = tuple(letter for letter in letters)
gc.collect()
x = list(letter for letter in letters)
gc.collect()
x = set(letter for letter in letters)
gc.collect()
x = any(letter for letter in letters), all(letter for letter in letters)
gc.collect()
x = [letter for letter in ["a", "b"]]
gc.collect()
x = None
