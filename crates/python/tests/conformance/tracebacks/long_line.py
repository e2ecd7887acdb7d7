# conformance: whole stderr
x = {"aaaaaaaaaaaaaaaaaaaaa": 1, "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb": 2, "cccccccccccccccccccccccc": 3}["d"]
