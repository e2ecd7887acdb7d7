//! `_sha2.SHA512Type` (CPython 3.13 sha2module.c).

use ouro_heap::Id;
use sha2::{Digest, Sha512};

use crate::native::{Args, GetSet, Native, TypeSpec};
use crate::object::{Data, NativeData};
use crate::types::TypeTable;
use crate::vm::{R, Singletons, Vm};

/// A digest in the making.
#[derive(Clone)]
struct Hash {
    digest: Sha512,
}

impl NativeData for Hash {
    fn size(&self) -> usize {
        48
    }

    crate::native_data_boilerplate!();
}

/// The declaration of `SHA512Type`.
pub(crate) fn spec() -> TypeSpec {
    const METHODS: &[Native] = &[
        Native::new("copy", 0, 0, copy),
        Native::new("digest", 0, 0, |vm, this, _| {
            let bytes = finish(vm, this);
            Ok(vm.new_bytes(bytes))
        }),
        Native::new("hexdigest", 0, 0, |vm, this, _| {
            let text: String = finish(vm, this).iter().map(|byte| format!("{byte:02x}")).collect();
            Ok(vm.new_str(text))
        }),
        Native::new("update", 1, 1, |vm, this, args| update(vm, this, args.pos[0]).map(|()| Singletons::NONE)),
    ];
    TypeSpec {
        module: "_sha2",
        methods: METHODS,
        getset: const {
            &[
                GetSet::get("block_size", |vm, _| Ok(vm.new_int(128))),
                GetSet::get("name", |vm, _| Ok(vm.new_str("sha512"))),
                GetSet::get("digest_size", |vm, _| Ok(vm.new_int(64))),
            ]
        },
        ..TypeSpec::new("SHA512Type")
    }
}

/// `_sha2.sha512(string=b'')`
pub(crate) fn sha512(vm: &mut Vm, _module: Id, args: &Args) -> R<Id> {
    let hash = vm.new_native(TypeTable::SHA512, Hash { digest: Sha512::new() });
    if let Some(bytes) = args.get(0)
        && let Err(raised) = update(vm, hash, bytes)
    {
        vm.decref(hash);
        return Err(raised);
    }
    Ok(hash)
}

fn update(vm: &mut Vm, this: Id, given: Id) -> R<()> {
    let bytes: Vec<u8> = match vm.data(given) {
        Data::Bytes(bytes) => bytes.to_vec(),
        Data::ByteArray(array) => array.bytes.to_vec(),
        Data::Str(_) => return Err(vm.type_error("Strings must be encoded before hashing")),
        _ => return Err(vm.type_error("object supporting the buffer API required")),
    };
    if let Some(hash) = vm.native_mut::<Hash>(this) {
        hash.digest.update(&bytes);
    }
    Ok(())
}

fn finish(vm: &Vm, this: Id) -> Vec<u8> {
    vm.native::<Hash>(this).map(|hash| hash.digest.clone().finalize().to_vec()).unwrap_or_default()
}

fn copy(vm: &mut Vm, this: Id, _args: &Args) -> R<Id> {
    let digest = vm.native::<Hash>(this).map_or_else(Sha512::new, |hash| hash.digest.clone());
    Ok(vm.new_native(TypeTable::SHA512, Hash { digest }))
}
