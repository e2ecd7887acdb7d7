# A str that was encoded keeps its UTF-8 form; a one-character constant has it from the start.
import sys

size = sys.getsizeof
print(size('\xe9'), size('\xe9a'), size('a'), size('ab'), size('\u20ac'), size('\U0001f600'))
text = '\xe9' + str(1)
print(size(text))
text.encode()
print(size(text))
other = '\u20ac' + str(1)
print(size(other), size(other.upper()))
name = 'n\xe9' + str(2)
vars(sys.modules[__name__])[name] = 1
print(size(name), getattr(sys, name, 0), size(name))
