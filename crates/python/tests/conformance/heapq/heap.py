import heapq

h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.heapreplace(h, 7), heapq.heappushpop(h, 1), h)
print([heapq.heappop(h) for _ in range(len(h))])
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)))
print(heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, ["ccc", "a", "bb"], key=len))
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
tasks = []
for item in [(2, "b"), (1, "a"), (2, "a")]:
    heapq.heappush(tasks, item)
print([heapq.heappop(tasks)[1] for _ in range(3)])
