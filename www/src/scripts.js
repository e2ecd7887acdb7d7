// What the page's WebAssembly calls: its sentences and its zlib.
import "./messages.js";
import "./zlib.js";
