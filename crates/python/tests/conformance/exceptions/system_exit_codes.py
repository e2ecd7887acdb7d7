import sys
print("leaving")
try:
    sys.exit("a message")
except SystemExit as e:
    print(e.code)
try:
    exit(7)
except SystemExit as e:
    print(e.code)
raise SystemExit(3)
