# conformance: whole stderr
match 1:
    case 1 | x:
        pass
    case x as y.z:
        pass
# conformance: not yet as 3.14, 3.15
