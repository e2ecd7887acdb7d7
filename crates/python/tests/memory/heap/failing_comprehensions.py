# A comprehension that fails puts the names it had taken back where they were: its line comes once more.
def fail():
    a = "kept"
    try:
        squares = [1 / a for a in [1, 0]]
    except ZeroDivisionError:
        print(a)
    return {a: a[5] for a in ["x"]}


try:
    letters = {letter[1] for letter in "a"}
except IndexError:
    print("letter" in globals())
try:
    fail()
except IndexError as error:
    print(error)
