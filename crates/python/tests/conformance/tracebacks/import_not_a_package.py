# conformance: whole stderr
import math.foo
