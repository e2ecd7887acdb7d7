for template, value in ((b"a", "b"), (b"a", b"b"), ("a", "b"), ("a", b"b"), (b"a", {}), ("a", {})):
    try:
        print(template % value)
    except TypeError as error:
        print(error)
# conformance: not yet as 3.15
