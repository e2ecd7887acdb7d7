import json

text = '{"a": 1.5, "b": {"c": [2, 3e2, NaN]}}'
print(json.loads(text, object_hook=lambda d: sorted(d)))
print(json.loads(text, object_pairs_hook=tuple))
print(json.loads(text, parse_float=lambda s: "f" + s, parse_int=lambda s: "i" + s, parse_constant=str.lower))


class Decoder(json.JSONDecoder):
    def decode(self, s):
        return {"wrapped": super().decode(s)}


print(json.loads("[1]", cls=Decoder))
print(json.JSONDecoder().raw_decode('{"a": 1} rest'))
print(json.JSONDecoder(strict=False).decode('"a\nb"'))
