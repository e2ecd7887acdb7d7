# conformance: whole stderr
colections.deque()
