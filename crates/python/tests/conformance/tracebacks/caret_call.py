# conformance: whole stderr
import math
math.sqrt(  -1  )
