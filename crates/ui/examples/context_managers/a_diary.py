# The file is closed when the block ends, not when the name goes.
with open("diary.txt", "w") as diary:
    diary.write("Monday: rain\n")
    diary.write("Tuesday: sun\n")
print("closed after writing:", diary.closed)

with open("diary.txt") as diary:
    for line in diary:
        print(line.strip())
print("closed after reading:", diary.closed)
del diary
