# Whether the namespace comes before or after what it names, in the collector's list, decides who is finalized first.
import gc


class Jar:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
first = Jar(1)
second = Jar(2)
first = Jar(3)
