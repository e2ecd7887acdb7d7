import sys
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
from functools import lru_cache, partial
from itertools import chain, count, cycle, islice, repeat

size = sys.getsizeof
print([size(deque(range(n))) for n in (0, 1, 32, 33, 64, 100, 200)], size(deque(maxlen=5)))
print(size(Counter()), size(Counter('abc')), size(defaultdict(int)), size(defaultdict(int, {1: 2})), size(ChainMap()))
print([size(OrderedDict.fromkeys(range(n))) for n in (0, 1, 5, 6, 11)])
print(size(partial(int)), size(chain()), size(count()), size(cycle('')), size(islice('', 1)), size(repeat(1)))
