//! Programs about classes and functions print what CPython 3.13 prints: `tests/objects/record.sh`.

mod support;

use support::assert_prints;

macro_rules! programs {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                assert_prints(
                    stringify!($name),
                    include_str!(concat!("objects/", stringify!($name), ".py")),
                    include_str!(concat!("objects/", stringify!($name), ".txt")),
                );
            }
        )+
    };
}

programs! { allocations attribute_order classes collections counts dunders frames lists metaclasses sizes slots tracking warming }
