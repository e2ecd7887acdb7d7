text = "aé€😀"
for name in ("utf-16", "utf-16-le", "utf_16_be", "UTF-32", "utf-32-le", "utf-32be", "utf-8-sig"):
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
print(ascii("\ufeffa".encode("utf-16-be").decode("utf-16")))
print(ascii(b"\xef\xbb\xbfx".decode()), b"x".decode("utf-8-sig"))
