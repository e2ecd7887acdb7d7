import sys
def r(): r()
try: r()
except RecursionError as e: print(e)
sys.stdout.write("x\n")
def r2(n):
    return r2(n+1) + 1
r2(0)
