# conformance: whole stderr
class Jar:
    def lid1(lid3):
        pass

    print(lid1(lid2))
