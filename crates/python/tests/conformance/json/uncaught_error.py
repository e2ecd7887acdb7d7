import json

print(json.JSONDecodeError.__mro__[1])
json.loads('{"a": oops}')
