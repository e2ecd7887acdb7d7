items = ["中文", "b"]
print("中文" + items[0] + 5)
