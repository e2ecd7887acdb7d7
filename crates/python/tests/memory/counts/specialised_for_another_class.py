import sys


def run():
    class Number(int):
        @property
        def own(self):
            return sys.getrefcount(self)

        def __getitem__(self, at):
            return sys.getrefcount(self), sys.getrefcount(at)

    print(Number(1000).own, Number(1000)[1.5])


run()
run()
run()
