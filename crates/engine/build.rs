//! Gives the worker's WebAssembly a stack that the parser's recursion fits in.

/// Bytes. LLVM's default for wasm32 is 1 MiB, all of which one parse of deeply nested source can take.
const STACK: u32 = 4 << 20;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK}");
    }
}
