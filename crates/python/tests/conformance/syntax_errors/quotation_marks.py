# conformance: whole stderr
名字 = “小明”
print(名字)
# conformance: not yet as 3.15
