# UnboundLocalError does not remember the name, so it makes no suggestion.
value1 = 1


def read():
    try:
        print(value2)
    except UnboundLocalError as error:
        print(error, error.name)
    value2 = 2


read()


def fail():
    value2 = value2


fail()
