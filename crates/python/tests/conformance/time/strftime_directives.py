import time

for seconds in (0, 951782400, 1709210096, 1735603200, 1104537599):
    t = time.gmtime(seconds)
    print(time.strftime("%Y-%m-%d %H:%M:%S", t))
    print(time.strftime("%a %A %b %B %d %e %j %y %I %p", t))
    print(time.strftime("%U %W %V %G %u %w %D %T %R %F %C %%", t))
    print(time.strftime("%c | %x | %X | %q", t))
    print(time.asctime(t))
print(time.strftime("no directives"), time.strftime("", time.gmtime(0)) == "")
