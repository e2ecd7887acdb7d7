# conformance: whole stderr
import math
math.sqr(2)
