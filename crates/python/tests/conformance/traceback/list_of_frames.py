import traceback

frames = [("a.py", 1, "f", "x = 1"), ("b.py", 20, "g", None)]
for text in traceback.format_list(frames):
    print(repr(text))
summary = traceback.StackSummary.from_list(frames)
print(summary[0], summary[0].line, summary[1].name, len(summary))
print(traceback.FrameSummary("a.py", 3, "h", line="y") == ("a.py", 3, "h", "y"))
print(repr("".join(traceback.StackSummary.from_list([frames[0]] * 6).format())))
