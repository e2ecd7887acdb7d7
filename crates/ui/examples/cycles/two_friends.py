# Two friends hold on to each other. Nobody else does.
import gc


class Friend:
    def __init__(self, name):
        self.name = name
        self.likes = None

    def __del__(self):
        print(f"goodbye, {self.name}")


gc.disable()
ann = Friend("Ann")
bo = Friend("Bo")
ann.likes = bo
bo.likes = ann
del ann
del bo
print("no name leads to them, and yet they live")
gc.collect()
print("now they are gone")
