import math
x = [1,2,3]
y = x.apend(4)
