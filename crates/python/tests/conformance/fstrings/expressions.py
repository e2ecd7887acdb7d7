name, n, pi = "World", 42, 3.14159
print(f"Hello {name}! {n + 1} {n:05d} {pi:.2f} {name!r} {name!s:>8} {name!a}")
print(f"{n=} {n = } {pi=:.1f} {name=!s} {n + 1=}")
print(f"{{literal}} {{{n}}} {'nested ' + f'{name}'}")
print(f"{n:{'0'}>{8}} {pi:{5}.{2}f} {name:^{len(name) + 4}}|")
print(f"{[x * 2 for x in range(3)]} {dict(a=1)['a']} { {'k': 'v'}['k'] } {(lambda x: x * 2)(4)}")
print(f"{'a' if n else 'b'} {n if n > 50 else -n} {not n}")
print(f"multi {
    n
    + 1
} line", f'{"same quotes"}', f"{'\n'.join(['a', 'b'])}")
print(f"{n!r:>6}|{n:>6}|{n:<6}|{n:^6}|{n:+}|{n:x}|{n:#b}|{n:,}|{n:e}|{n:%}")
print(rf"\n {n} \d", f"\t|{n}\x41\N{BULLET}")
print(f"" f"{n}" "plain" f"{n}")
print(f"""triple {name} "quoted" {
n:>4}""")
print(f"{n:{n}}"[-3:], f"{n!s:{'>' + '6'}}")
