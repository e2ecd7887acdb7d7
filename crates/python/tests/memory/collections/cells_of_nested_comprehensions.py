def nested(given):
    return [[given for _ in range(2)] for _ in range(2)]


def nested_with_function(given):
    return [[(lambda: given)() for _ in range(2)] for _ in range(2)]


def in_dead_code(given):
    if False:
        return [[given for _ in range(2)] for _ in range(2)]


print(nested([]), nested_with_function([]), in_dead_code([]))
nested([])
nested_with_function([])
in_dead_code([])
