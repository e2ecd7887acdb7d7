# sys.getrefcount holds the object too, while it counts.
import sys

coin = [5]
base = sys.getrefcount(coin)
print("seen with one name:", base)
purse = [coin, coin, coin]
print("more in the purse:", sys.getrefcount(coin) - base)
pockets = {"left": coin, "right": purse}
print("more in a pocket:", sys.getrefcount(coin) - base)
purse.clear()
print("purse emptied:", sys.getrefcount(coin) - base)
