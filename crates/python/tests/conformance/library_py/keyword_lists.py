import keyword

print(len(keyword.kwlist), keyword.kwlist[:4], keyword.softkwlist)
print([w for w in ("if", "match", "print", "None", "async") if keyword.iskeyword(w)], keyword.issoftkeyword("type"))
# conformance: not yet as 3.15
