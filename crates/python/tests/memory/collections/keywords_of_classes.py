# int and str pass keywords on in a tuple and a dict.
int('1', base=10)
int('1', base=10)
str(b'a', encoding='utf-8')
str(b'a', encoding='utf-8')
complex(real=1, imag=2)
complex(real=1, imag=2)
dict(a=1)
