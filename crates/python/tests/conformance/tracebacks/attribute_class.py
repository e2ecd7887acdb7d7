# conformance: whole stderr
class A:
    value = 1
A.valu
