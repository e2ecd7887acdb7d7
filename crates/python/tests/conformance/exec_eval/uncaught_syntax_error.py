# conformance: whole stderr
def run(source):
    exec(source)


run("x = 1\nif x = 2:\n    pass\n")
