# A generator sleeps between two values, with its names in its frame.
def countdown(start):
    label = ["T minus"]
    while start > 0:
        yield f"{label[0]} {start}"
        start = start - 1


launch = countdown(3)
print(next(launch))
print(next(launch))
for line in launch:
    print(line)
print("the frame and its list are gone")
