try:
    dict([('a', 1), 2])
except TypeError as error:
    kept = error
    print(error, getattr(error, '__notes__', None))
class Failing:
    def __set_name__(self, owner, name):
        raise ValueError(name)
try:
    class Owner:
        field = Failing()
except Exception as error:
    kept = error
    print(error, getattr(error, '__notes__', None))
