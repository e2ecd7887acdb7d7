class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.short = needed - available


class Account:
    interest = 0.02

    def __init__(self, owner, balance=0):
        self.owner, self._balance = owner, balance

    @property
    def balance(self): return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"bad amount: {amount!r}")
        self._balance += amount
        return self

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        return self

    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance:.2f})"


class Savings(Account):
    interest = 0.05
    def grow(self): return self.deposit(self._balance * self.interest)


a = Savings("Ada", 100)
print(a.deposit(50).withdraw(30).grow(), a.balance)
for action in (lambda: a.withdraw(1000), lambda: a.deposit(-1), lambda: setattr(a, "balance", 5)):
    try:
        action()
    except (InsufficientFunds, ValueError, AttributeError) as e:
        print(type(e).__name__, e, getattr(e, "short", None))
