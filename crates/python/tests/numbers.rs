//! Programs about numbers print what CPython 3.13 prints: `tests/numbers/record.sh`.

mod support;

use support::assert_prints;

macro_rules! programs {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                assert_prints(
                    stringify!($name),
                    include_str!(concat!("numbers/", stringify!($name), ".py")),
                    include_str!(concat!("numbers/", stringify!($name), ".txt")),
                );
            }
        )+
    };
}

programs! { conversions formatting math_module operators }
