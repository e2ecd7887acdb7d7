class C:
    x = 1
    print("in body")
    y = undefined_name
