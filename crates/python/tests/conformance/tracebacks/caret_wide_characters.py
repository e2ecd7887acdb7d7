# conformance: whole stderr
x = "héé" + "日本" + 1
