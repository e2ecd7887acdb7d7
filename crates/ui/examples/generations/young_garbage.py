# Most garbage is young: small cycles made and dropped in a loop.
import gc


class Bubble:
    def __init__(self):
        self.skin = [self]


gc.set_threshold(12, 5, 5)
bubbles = 0
for turn in range(20):
    bubble = Bubble()
    bubbles = bubbles + 1
del bubble
gc.collect()
print("bubbles made:", bubbles)
print("bubbles left:", len([one for one in gc.get_objects() if type(one) is Bubble]))
