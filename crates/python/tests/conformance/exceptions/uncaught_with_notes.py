e = ValueError("two\nlines")
e.add_note("and a note")
raise e
