# One row kept is one row alive: the rest of the image goes at once.
def load(width, height):
    return [[0] * width for row in range(height)]


image = load(300, 60)
print("rows:", len(image))
top = image[0]
del image
print("pixels still in memory:", len(top))
del top
