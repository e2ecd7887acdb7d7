# conformance: whole stderr
# 3.12 asks the code's variables before the globals, those of comprehensions among them.
class Jar:
    def lid(self):
        def twist(turn1):
            return turn1

        return twist(turn3)
        turn2 = None


turn9 = [spin4 for spin4 in [1]]
try:
    Jar().lid()
except NameError:
    spin5
