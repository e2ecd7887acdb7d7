# conformance: whole stderr
exec("def f():\n    raise ValueError('inside')\n\nf()")
