# conformance: whole stderr
# A finally body is compiled twice, and so is a loop's condition.
value = 1
try:
    try:
        print("body")
    finally:
        value[2](3)
        1(2)
except TypeError as error:
    print(error)
while value is 2 > 3:
    pass
# conformance: not yet as 3.14, 3.15
