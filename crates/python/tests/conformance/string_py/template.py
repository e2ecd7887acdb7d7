from string import Template

t = Template("$who likes ${what}s, costs $$5 $missing")
print(t.safe_substitute(who="ann", what="cat"), t.is_valid(), t.get_identifiers(), t.template)
try:
    t.substitute(who="bob", what="dog")
except KeyError as error:
    print("KeyError", error)
print(Template("$a ${b}c").substitute({"a": 1}, b=2), Template("$a_b$c").safe_substitute(c=3))
for wrong in ("$", "ab $ c", "line\n two ${x", "$1"):
    try:
        Template(wrong).substitute(x=1)
    except ValueError as error:
        print(error)
    print(Template(wrong).safe_substitute(), Template(wrong).is_valid())


class Percent(Template):
    delimiter = "%"


print(Percent("%x is 100%%").substitute(x="it"))
