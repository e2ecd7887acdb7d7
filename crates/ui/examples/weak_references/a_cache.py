# A cache that forgets what nobody else uses.
import weakref


class Song:
    def __init__(self, title):
        self.title = title


cache = weakref.WeakValueDictionary()
playing = Song("Moon River")
waiting = Song("Blue Train")
cache["now"] = playing
cache["next"] = waiting
print("songs in the cache:", len(cache))
del waiting
print("after one is dropped:", len(cache))
print("still there:", cache["now"].title)
del playing
print("at the end:", len(cache))
