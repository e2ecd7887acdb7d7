import gc


class Greedy:
    def __del__(self):
        self.kept = [[] for _ in range(3000)]
        print('made', gc.get_count()[1:], gc.collect())


g = Greedy()
g.me = g
del g
print(gc.collect())
