def run(program):
    stack, output, pc = [], [], 0
    ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b}
    words = program.split()
    while pc < len(words):
        match words[pc]:
            case op if op in ops:
                b, a = stack.pop(), stack.pop()
                stack.append(ops[op](a, b))
            case "dup": stack.append(stack[-1])
            case "swap": stack[-1], stack[-2] = stack[-2], stack[-1]
            case "print": output.append(stack.pop())
            case "jump":
                pc = stack.pop()
                continue
            case number: stack.append(int(number))
        pc += 1
    return output


print(run("2 3 + dup * print 10 4 - print"))
for bad in ("1 +", "1 0 /", "hello", "print"):
    try:
        print(run(bad))
    except Exception as e:
        print(type(e).__name__, e)
