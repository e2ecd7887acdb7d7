# Making and updating an OrderedDict goes through the pairs.
from collections import OrderedDict

OrderedDict([(1, 2)])
x = 1
OrderedDict([[1, 2]])
x = 1
OrderedDict({1: 2})
x = 1
OrderedDict(['ab'])
x = 1
d = OrderedDict()
d.update([(1, 2)])
x = 1
d.update(a=1)
x = 1
OrderedDict(d)
x = 1


class Error(TypeError):
    pass
