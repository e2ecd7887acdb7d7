# conformance: whole stderr
flag = True
print(~flag)
print(~True, ~False)
print([~item for item in (True, 0)])
# conformance: not yet as 3.14, 3.15
