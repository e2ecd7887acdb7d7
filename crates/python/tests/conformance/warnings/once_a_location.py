# conformance: whole stderr
import warnings


def f(text):
    warnings.warn(text)


for _ in range(3):
    f("same")
f("other")
for i in range(2):
    warnings.warn("in a loop")
print(sorted(key[0] for key in __warningregistry__ if key != "version"))
