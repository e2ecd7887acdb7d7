# The order of a display of constants, where hashes collide.
print({2, 5, 11, 3})
print({"it's", '"q"', "日本", "ff"})
