class NoFormat: pass
class BadFormat:
    def __format__(self, spec): return 5
class Raises:
    def __format__(self, spec): raise ValueError("format " + spec)


for f in (lambda: f"{NoFormat():x}", lambda: f"{BadFormat()}", lambda: f"{Raises():abc}", lambda: f"{5:z}", lambda: f"{'s':d}", lambda: f"{5:s}", lambda: f"{5.5:d}",
          lambda: f"{[]:5}", lambda: f"{None:5}", lambda: f"{5:.2d}", lambda: f"{'s':.f}", lambda: f"{'s':,}", lambda: f"{5:,s}", lambda: f"{'s':=5}", lambda: f"{'s':+}",
          lambda: f"{5:c}{0x110000:c}", lambda: f"{1j:%}", lambda: f"{1j:05}", lambda: f"{5:{'x'}{'y'}}", lambda: f"{undefined_name}", lambda: f"{5:99999999999999999999}",
          lambda: f"{True:d}{True}{True:5}|{None}", lambda: f"{5:_,}", lambda: f"{5:,_}", lambda: f"{5:#s}", lambda: f"{'x':#}", lambda: f"{5.0:#.0f} {5.0:z.1f} {-0.0:z}"):
    try:
        print(f())
    except (TypeError, ValueError, NameError, OverflowError) as e:
        print(type(e).__name__, e)
# conformance: not yet as 3.15
