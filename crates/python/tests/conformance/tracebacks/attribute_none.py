# conformance: whole stderr
None.foo
