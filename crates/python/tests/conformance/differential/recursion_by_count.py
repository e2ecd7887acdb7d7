def count(number):
    if number == 0:
        return 0
    return count(number - 1)


try:
    count(-(10 ** 20))
except RecursionError as error:
    print(error)
