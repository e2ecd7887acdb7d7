# conformance: whole stderr
import foo.bar
