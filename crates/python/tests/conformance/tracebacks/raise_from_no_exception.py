# conformance: whole stderr
raise ValueError from 5
