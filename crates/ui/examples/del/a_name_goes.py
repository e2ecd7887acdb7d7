# `del` removes a name. The object goes only when it was the last one.
class Parcel:
    def __del__(self):
        print("the parcel is thrown away")


parcel = Parcel()
on_the_way = [parcel]
del parcel
print("the name is gone, the parcel is not")
del on_the_way[0]
print("the van is empty:", on_the_way)
