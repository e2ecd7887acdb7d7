# conformance: whole stderr
(1)(2)
