for data in (b"a", b"a\x00b", b"\x00\xd8", b"\x00\xd8a\x00", b"\x00\xdca\x00", b"\x00\xd8\x00\xdc"):
    for errors in ("strict", "ignore", "replace", "backslashreplace"):
        try:
            print(errors, ascii(data.decode("utf-16-le", errors)))
        except UnicodeDecodeError as e:
            print(e)
