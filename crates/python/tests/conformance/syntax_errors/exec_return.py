# conformance: whole stderr
def run():
    exec("return 1")
run()
