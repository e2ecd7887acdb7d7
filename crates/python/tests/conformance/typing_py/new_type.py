from typing import NewType, Optional

UserId = NewType("UserId", int)
u = UserId(5)
print(u, type(u), UserId, UserId.__supertype__, UserId.__name__, Optional[UserId])
try:
    class Bad(UserId):
        pass
except TypeError as error:
    print(error)
# conformance: not yet as 3.14, 3.15
