//! Programs about numbers, text and files print what CPython 3.13 prints: `tests/record.sh`.

mod support;

use support::assert_prints;

macro_rules! programs {
    ($($folder:literal: $($name:ident)+;)+) => {
        $($(
            #[test]
            fn $name() {
                assert_prints(
                    stringify!($name),
                    include_str!(concat!($folder, "/", stringify!($name), ".py")),
                    include_str!(concat!($folder, "/", stringify!($name), ".txt")),
                );
            }
        )+)+
    };
}

programs! {
    "numbers": conversions formatting math_module operators;
    "text": bytes files str;
}
