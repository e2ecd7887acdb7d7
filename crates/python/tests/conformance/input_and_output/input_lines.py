name = input("name? ")
print(f"hello {name}")
n = int(input())
print(n * 2)
while (line := input("> ")) != "stop":
    print("got", repr(line))
try:
    input("more? ")
except EOFError as e:
    print(type(e).__name__, e)
