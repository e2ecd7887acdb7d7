# What a loop over each kind of iterable allocates.
import gc


def loops(text, wide, data):
    for letter in text:
        gc.get_count()
    for letter in wide:
        gc.get_count()
    for byte in data:
        gc.get_count()
    for byte in bytearray(data):
        gc.get_count()
    for number in range(2):
        gc.get_count()
    for key in {text: 1}:
        gc.get_count()
    for item in [text]:
        gc.get_count()


for turn in range(2):
    loops("ab", "aé日", b"ab")
print(gc.get_count())
