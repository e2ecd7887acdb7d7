# conformance: whole stderr
for i in range(3)：
    print(i)
# conformance: not yet as 3.15
