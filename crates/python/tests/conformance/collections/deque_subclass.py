from collections import deque


class Stack(deque):
    def push(self, item):
        self.append(item)
        return self


s = Stack("ab").push("c")
s.name = "letters"
print(s, s.name, type(s.copy()).__name__, type(s + deque("z")).__name__, type(s * 2).__name__)
print(Stack([1, 2, 3], 2), s.__reduce__()[:3])
print(deque[int], isinstance(s, deque))
