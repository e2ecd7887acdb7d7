# conformance: whole stderr
名字 = “小明”
print(名字)
