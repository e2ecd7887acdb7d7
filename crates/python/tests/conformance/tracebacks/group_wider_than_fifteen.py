# conformance: whole stderr
raise BaseExceptionGroup("b", [ExceptionGroup("c", [ValueError(i) for i in range(20)]), KeyboardInterrupt()])
