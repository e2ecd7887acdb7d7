# conformance: whole stderr
class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balence += amount


Account().deposit(5)
