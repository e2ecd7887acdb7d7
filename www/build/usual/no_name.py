print("a")
print(totl)
total = 1
