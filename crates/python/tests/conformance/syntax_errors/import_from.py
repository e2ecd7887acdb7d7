# conformance: whole stderr
import sqrt from math
