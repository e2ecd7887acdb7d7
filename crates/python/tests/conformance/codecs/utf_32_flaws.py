for data in (b"a\0\0", b"a\0\0\0b", b"\x00\xd8\0\0", b"\0\0\x11\0", b"\xff\xfe\0\0a\0\0\0"):
    for errors in ("strict", "ignore", "replace", "backslashreplace"):
        try:
            print(errors, ascii(data.decode("utf-32", errors)))
        except UnicodeDecodeError as e:
            print(e)
