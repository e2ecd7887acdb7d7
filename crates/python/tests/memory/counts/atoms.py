s = 'not an identifier!'
t = s
f = 1.5
g = f
big = 123456789
one = 1
name = 'identifier'
made = ''.join([name, '!'])
same = made
b = b'bytes'
del t, same
