# conformance: whole stderr
import mathh
