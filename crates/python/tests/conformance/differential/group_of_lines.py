# conformance: whole stderr
error = ExceptionGroup("two\nlines", [ValueError("one\ntwo\nthree"), KeyError("a")])
error.add_note("a note\nof two lines")
raise error
