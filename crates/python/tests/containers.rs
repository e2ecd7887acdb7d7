//! Programs about containers and iteration print what CPython 3.13 prints: `tests/containers/record.sh`.

mod support;

use support::assert_prints;

macro_rules! programs {
    ($($name:ident)+) => {
        $(
            #[test]
            fn $name() {
                assert_prints(
                    stringify!($name),
                    include_str!(concat!("containers/", stringify!($name), ".py")),
                    include_str!(concat!("containers/", stringify!($name), ".txt")),
                );
            }
        )+
    };
}

programs! { allocated arguments counts dicts hostile iterators lists sets sorting subclasses tuples }
