from functools import lru_cache
import gc
import weakref


class Account:
    def __init__(self, rate):
        self.rate = rate

    @lru_cache(maxsize=None)
    def interest(self, amount):
        print("compute", amount)
        return self.rate * amount


account = Account(2)
print(account.interest(10), account.interest(10), Account.interest.cache_info())
print(type(account.interest).__name__, type(Account.__dict__["interest"]).__name__)
ref = weakref.ref(account)
del account
gc.collect()
print("kept by the cache:", ref() is not None)
Account.interest.cache_clear()
print(ref())
