# A low threshold makes the collector come by itself.
import gc

print("threshold before:", gc.get_threshold()[0] > 100)
gc.set_threshold(10, 3, 3)
kept = []
for number in range(40):
    kept.append([number])
print("lists kept:", len(kept))
