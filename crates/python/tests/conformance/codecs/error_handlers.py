for name in ("ascii", "latin-1"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
        try:
            print(name, errors, "aé€😀".encode(name, errors))
        except UnicodeEncodeError as e:
            print(e, e.start, e.end, e.reason)
for data in (b"a\xe2\x82", b"\x80abc", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2(\xa1"):
    for errors in ("strict", "ignore", "replace", "backslashreplace"):
        try:
            print(errors, ascii(data.decode("utf-8", errors)))
        except UnicodeDecodeError as e:
            print(e, e.start, e.end)
