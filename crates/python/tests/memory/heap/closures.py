def counter():
    n = [0]

    def bump():
        n.append(1)
        return len(n)

    return bump


c = counter()
c()
x = c()
