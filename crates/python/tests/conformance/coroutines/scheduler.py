class Sleep:
    def __init__(self, ticks): self.ticks = ticks
    def __await__(self):
        for _ in range(self.ticks):
            yield


log = []


async def worker(name, times):
    for i in range(times):
        log.append(f"{name}{i}")
        await Sleep(1)
    return name


def run(*coroutines):
    ready = list(coroutines)
    results = []
    while ready:
        c = ready.pop(0)
        try:
            c.send(None)
        except StopIteration as e:
            results.append(e.value)
        else:
            ready.append(c)
    return results


print(run(worker("a", 3), worker("b", 1), worker("c", 2)))
print(log)
