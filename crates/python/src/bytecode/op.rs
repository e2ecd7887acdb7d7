//! One table of opcodes: it yields the enum, the names for the disassembler, and the documentation.
//!
//! Names, operands and stack discipline are those of CPython 3.13 (Python/bytecodes.c), because reference
//! counts inside a statement follow from what is on the stack. Where one instruction here does what
//! CPython does by a flag in an operand, it has a name of its own.
//!
//! In the stack comments the top is at the right: `(a, b -- c)` pops `b`, then `a`, and pushes `c`.

/// How an instruction changes the depth of the operand stack: a fixed number, or one that its operand decides
/// (`Code::check` in the compiler's tests computes those from the operand).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StackEffect {
    /// Always this much.
    Fixed(i8),
    /// Depends on the operand.
    ByOperand,
}

macro_rules! opcodes {
    ($($(#[doc = $doc:literal])+ $name:ident $effect:expr;)+) => {
        /// An operation code. `a` and `b` are the operands of the instruction.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Op { $($(#[doc = $doc])+ $name,)+ }

        impl Op {
            /// Every opcode, in the table's order.
            pub const ALL: &'static [Op] = &[$(Op::$name,)+];

            /// The name, as the disassembler prints it.
            pub const fn name(self) -> &'static str {
                match self { $(Op::$name => stringify!($name),)+ }
            }

            /// The effect on the depth of the operand stack when execution goes on to the next instruction.
            pub const fn stack_effect(self) -> StackEffect {
                use StackEffect::ByOperand as by_operand;
                const fn fixed(n: i8) -> StackEffect { StackEffect::Fixed(n) }
                let _ = (by_operand, fixed(0));
                match self { $(Op::$name => $effect,)+ }
            }
        }
    };
}

opcodes! {
    /// `( -- )` A line event for line `a`, unless the frame already stands on that line: where a line starts, and where a jump enters one.
    Line fixed(0);
    /// `( -- )` Does nothing.
    Nop fixed(0);
    /// `( -- )` Start of a function, or of a generator after a yield; `a` is a `ResumeKind`. Serves the eval breaker.
    Resume fixed(0);

    /// `(x -- )`
    PopTop fixed(-1);
    /// `( -- null)` The place of a missing `self` below a call's arguments.
    PushNull fixed(1);
    /// `(x, ... -- x, ..., x)` Pushes the item at depth `a` (1 is the top).
    Copy fixed(1);
    /// `(x, ..., y -- y, ..., x)` Exchanges the top with the item at depth `a` (2 is the next).
    Swap fixed(0);

    /// `( -- x)` Constant `a`.
    LoadConst fixed(1);
    /// `( -- x)` Local `a`, known to be bound.
    LoadFast fixed(1);
    /// `( -- x)` Local `a`, or UnboundLocalError.
    LoadFastCheck fixed(1);
    /// `( -- x or null)` Local `a`, which becomes unbound: entry of an inlined comprehension.
    LoadFastAndClear fixed(1);
    /// `(x -- )` Local `a`.
    StoreFast fixed(-1);
    /// `(x -- )` Local `a`, of which is noted whether its reference counts; `b` is a `StoreNote`.
    StoreNoted fixed(-1);
    /// `(x or null -- )` Local `a`, which becomes unbound for null: exit of an inlined comprehension.
    StoreFastMaybeNull fixed(-1);
    /// `( -- )` Unbinds local `a`, or UnboundLocalError.
    DeleteFast fixed(0);
    /// `( -- )` Puts local `a` (or nothing) into a new cell in its place.
    MakeCell fixed(0);
    /// `( -- )` Copies the `a` cells of the function's closure into the last `a` locals.
    CopyFreeVars fixed(0);
    /// `( -- x)` What the cell in local `a` holds, or NameError.
    LoadDeref fixed(1);
    /// `(x -- )` Into the cell in local `a`.
    StoreDeref fixed(-1);
    /// `( -- )` Empties the cell in local `a`, or NameError.
    DeleteDeref fixed(0);
    /// `(mapping -- x)` Name of the cell in local `a` looked up in the mapping, else what the cell holds: class bodies.
    LoadFromDictOrDeref fixed(0);
    /// `(mapping -- x)` Name `a` in the mapping, else global, else builtin.
    LoadFromDictOrGlobals fixed(0);

    /// `( -- x)` Name `a`: the frame's namespace, then globals, then builtins. `b` is an inline cache.
    LoadName fixed(1);
    /// `(x -- )` Name `a` in the frame's namespace. `b` is an inline cache.
    StoreName fixed(-1);
    /// `( -- )` Name `a`, or NameError.
    DeleteName fixed(0);
    /// `( -- x)` Name `a` in globals, then builtins. `b` is an inline cache.
    LoadGlobal fixed(1);
    /// `(x -- )` Name `a` in globals.
    StoreGlobal fixed(-1);
    /// `( -- )` Name `a` in globals, or NameError.
    DeleteGlobal fixed(0);
    /// `( -- mapping)` The frame's namespace.
    LoadLocals fixed(1);
    /// `( -- function)` `__build_class__`.
    LoadBuildClass fixed(1);
    /// `( -- AssertionError)`, or NotImplementedError if `a` is 1.
    LoadAssertionError fixed(1);

    /// `(owner -- value)` Attribute `a`. `b` is an inline cache.
    LoadAttr fixed(0);
    /// `(owner -- method, owner)` or `(owner -- value, null)` Attribute `a`, about to be called. `b` is an inline cache.
    LoadMethod fixed(1);
    /// `(super, class, self -- value)` Attribute `a` of `super(class, self)`, without making that object.
    LoadSuperAttr fixed(-2);
    /// `(super, class, self -- method, self)` or `(... -- value, null)` As `LoadSuperAttr`, about to be called.
    LoadSuperMethod fixed(-1);
    /// `(value, owner -- )` Attribute `a`. `b` is an inline cache.
    StoreAttr fixed(-2);
    /// `(owner -- )` Attribute `a`.
    DeleteAttr fixed(-1);

    /// `(container, index -- item)`
    BinarySubscr fixed(-1);
    /// `(container, start, stop -- items)`
    BinarySlice fixed(-2);
    /// `(value, container, index -- )`
    StoreSubscr fixed(-3);
    /// `(value, container, start, stop -- )`
    StoreSlice fixed(-4);
    /// `(container, index -- )`
    DeleteSubscr fixed(-2);

    /// `(left, right -- result)` `a` is a `BinaryOperator`, in-place ones included.
    BinaryOp fixed(-1);
    /// `(x -- -x)`
    UnaryNegative fixed(0);
    /// `(x -- ~x)`
    UnaryInvert fixed(0);
    /// `(x -- not x)`
    UnaryNot fixed(0);
    /// `(x -- bool)`
    ToBool fixed(0);
    /// `(left, right -- result)` `a` is a `Comparison`; `b` is 1 where the result's truth is wanted, and is pushed as a bool.
    CompareOp fixed(-1);
    /// `(left, right -- bool)` Identity; `a` is 1 for `is not`.
    IsOp fixed(-1);
    /// `(item, container -- bool)` Membership; `a` is 1 for `not in`.
    ContainsOp fixed(-1);

    /// `(x1, ..., xa -- tuple)`
    BuildTuple by_operand;
    /// `(x1, ..., xa -- list)`
    BuildList by_operand;
    /// `(x1, ..., xa -- set)`
    BuildSet by_operand;
    /// `(k1, v1, ..., ka, va -- dict)`
    BuildMap by_operand;
    /// `(v1, ..., va, keys -- dict)` Keys from a constant tuple.
    BuildConstKeyMap by_operand;
    /// `(s1, ..., sa -- str)`
    BuildString by_operand;
    /// `(start, stop -- slice)`, or with `a` = 3 `(start, stop, step -- slice)`
    BuildSlice by_operand;
    /// `(list, ..., x -- list, ...)` The list is at depth `a` after the pop.
    ListAppend fixed(-1);
    /// `(set, ..., x -- set, ...)`
    SetAdd fixed(-1);
    /// `(dict, ..., key, value -- dict, ...)`
    MapAdd fixed(-2);
    /// `(list, ..., iterable -- list, ...)`
    ListExtend fixed(-1);
    /// `(set, ..., iterable -- set, ...)`
    SetUpdate fixed(-1);
    /// `(dict, ..., mapping -- dict, ...)` As `{**mapping}`.
    DictUpdate fixed(-1);
    /// `(function, null, args, dict, ..., mapping -- function, null, args, dict, ...)` As `f(**mapping)`: a repeated key is an error that names the function.
    DictMerge fixed(-1);
    /// `(iterable -- xa, ..., x1)` Exactly `a` items.
    UnpackSequence by_operand;
    /// `(iterable -- xn, ..., list, ..., x1)` `a` items before the starred one, `b` after it.
    UnpackEx by_operand;

    /// `( -- )` To instruction `a`, forwards.
    Jump fixed(0);
    /// `( -- )` To instruction `a`, backwards. Serves the eval breaker.
    JumpBackward fixed(0);
    /// `( -- )` To instruction `a`, backwards, inside `yield from` and `await`.
    JumpBackwardNoInterrupt fixed(0);
    /// `(bool -- )` To `a` if it is False. The value is always a bool (`ToBool`, comparison, identity).
    PopJumpIfFalse fixed(-1);
    /// `(bool -- )` To `a` if it is True.
    PopJumpIfTrue fixed(-1);
    /// `(x -- )` To `a` if it is None.
    PopJumpIfNone fixed(-1);
    /// `(x -- )` To `a` if it is not None.
    PopJumpIfNotNone fixed(-1);

    /// `(iterable -- iterator)`, or with `a` = 1 `(iterable -- iterator, null)` or `(iterable -- iterable, place)` (since 3.15).
    GetIter by_operand;
    /// As `GetIter`, but a coroutine or generator stays as it is.
    GetYieldFromIter by_operand;
    /// `(iterator -- iterator, next)`, or at the end `(iterator -- )` with a jump to `a`. With `b` = 1 a place or null is between them.
    ForIter fixed(1);

    /// `(callable, self or null, x1, ..., xa -- result)`
    Call by_operand;
    /// `(callable, self or null, x1, ..., xa, names -- result)` The last arguments are keywords, named by a tuple.
    CallKw by_operand;
    /// `(callable, null, args -- result)`, or with `a` = 1 `(callable, null, args, kwargs -- result)`
    CallFunctionEx by_operand;
    /// `(code -- function)`
    MakeFunction fixed(0);
    /// `(value, function -- function)` `a` is a `FunctionAttribute`.
    SetFunctionAttribute fixed(-1);

    /// `(x -- )` Leaves the frame.
    ReturnValue fixed(-1);
    /// `( -- )` Leaves the frame with constant `a`.
    ReturnConst fixed(0);
    /// `( -- )` Leaves the frame with a generator (coroutine, asynchronous generator) that holds it.
    ReturnGenerator fixed(0);
    /// `(x -- sent)` Suspends the generator. `a` is 1 inside `yield from` and `await`, and so is `b` if a place or null is above the receiver.
    YieldValue fixed(0);
    /// `(receiver, x -- receiver, yielded)`, or `(receiver, x -- receiver, returned)` with a jump to `a`. With `b` = 1 a place or null is between them.
    Send fixed(0);
    /// `(receiver, x -- x)`, or with `a` = 1 `(receiver, place or null, x -- x)`
    EndSend by_operand;
    /// `(receiver, x, exception -- None, value)`, or with `a` = 1 `(receiver, place or null, x, exception -- None, null, value)` A StopIteration that `throw()` brought out of a delegate ends it; anything else is raised again.
    CleanupThrow fixed(-1);
    /// `(x -- awaitable)` `a` is 1 for `async with`'s enter, 2 for its exit: for the error's wording.
    GetAwaitable fixed(0);
    /// `(x -- asynchronous iterator)`
    GetAiter fixed(0);
    /// `(aiter -- aiter, awaitable)`
    GetAnext fixed(1);
    /// `(aiter, exception -- )` Swallows StopAsyncIteration, raises anything else again.
    EndAsyncFor fixed(-2);

    /// `(exception -- previous, exception)` Makes it the exception being handled.
    PushExcInfo fixed(1);
    /// `(previous -- )` Restores the exception that was being handled.
    PopExcept fixed(-1);
    /// `(exception, class -- exception, bool)`
    CheckExcMatch fixed(0);
    /// `(exception, class -- rest or None, match or None)`
    CheckEgMatch fixed(0);
    /// `(exception -- )` Raises it again; with `a` > 0 the frame's position is restored from the int at depth `a` + 1.
    Reraise fixed(-1);
    /// `( -- )`, `(exception -- )` or `(exception, cause -- )` for `a` = 0, 1, 2.
    RaiseVarargs by_operand;
    /// `(object -- method, object)` or `(object -- bound method, null)` `a` is a `SpecialMethod`, about to be called (since 3.14).
    LoadSpecial fixed(1);
    /// `(manager -- exit, entered)`
    BeforeWith fixed(1);
    /// `(manager -- exit, awaitable)`
    BeforeAsyncWith fixed(1);
    /// `(exit, lasti, previous, exception -- exit, lasti, previous, exception, result)`; with `a` = 1, `exit` has its
    /// `self` or null above it.
    WithExceptStart fixed(1);

    /// `(level, fromlist -- module)` Name `a`.
    ImportName fixed(-1);
    /// `(module -- module, attribute)` Name `a`.
    ImportFrom fixed(1);

    /// `(x -- str)` `a` is a `Conversion`.
    ConvertValue fixed(0);
    /// `(x -- str)` As `format(x)`.
    FormatSimple fixed(0);
    /// `(x, spec -- str)`
    FormatWithSpec fixed(-1);

    /// `(subject -- subject, len)`
    GetLen fixed(1);
    /// `(subject -- subject, bool)`
    MatchMapping fixed(1);
    /// `(subject -- subject, bool)`
    MatchSequence fixed(1);
    /// `(subject, keys -- subject, keys, values or None)`
    MatchKeys fixed(1);
    /// `(subject, class, names -- attributes or None)` `a` positional patterns.
    MatchClass fixed(-2);

    /// `(x -- result)` `a` is an `Intrinsic1`.
    CallIntrinsic1 fixed(0);
    /// `(x, y -- result)` `a` is an `Intrinsic2`.
    CallIntrinsic2 fixed(-1);
    /// `( -- )` Makes `__annotations__` in the frame's namespace if it is missing.
    SetupAnnotations fixed(0);
}

/// One instruction: an opcode and two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instr {
    /// What to do.
    pub op: Op,
    /// Second operand: an inline cache's number (`u16::MAX` for none), or a small count.
    pub b: u16,
    /// First operand: an index, a count, a kind, or a jump's target (an instruction's index).
    pub a: u32,
}

/// Second operand of a `Call` whose only argument is a generator expression.
pub const OF_GENERATOR: u16 = 1;

macro_rules! operand {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $vdoc:literal])+ $variant:ident $text:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[doc = $vdoc])+ $variant,)+ }

        impl $name {
            /// Every value, in the order of the operand's numbers.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// From an instruction's operand, which the compiler wrote with `as u32`.
            #[inline]
            pub fn from_operand(a: u32) -> $name {
                $name::ALL[a as usize]
            }

            /// As it is written in source, or as the disassembler names it.
            pub const fn text(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }
    };
}

/// Operand of `StoreNoted`: whether CPython counts what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum StoreNote {
    /// It does.
    Counted,
    /// It does not.
    Borrowed,
    /// As for the local that it was loaded from.
    AsLoaded,
}

operand! {
    /// Operand of `LoadSpecial`, in CPython's order.
    SpecialMethod {
        /// `with` begins.
        Enter "__enter__",
        /// `with` ends.
        Exit "__exit__",
        /// `async with` begins.
        AsyncEnter "__aenter__",
        /// `async with` ends.
        AsyncExit "__aexit__",
    }
}

operand! {
    /// Operand of `BinaryOp`, in CPython's order (`NB_ADD` ... `NB_INPLACE_XOR`).
    BinaryOperator {
        /// `+`
        Add "+",
        /// `&`
        And "&",
        /// `//`
        FloorDivide "//",
        /// `<<`
        LeftShift "<<",
        /// `@`
        MatrixMultiply "@",
        /// `*`
        Multiply "*",
        /// `%`
        Remainder "%",
        /// `|`
        Or "|",
        /// `**`
        Power "**",
        /// `>>`
        RightShift ">>",
        /// `-`
        Subtract "-",
        /// `/`
        TrueDivide "/",
        /// `^`
        Xor "^",
        /// `+=`
        InplaceAdd "+=",
        /// `&=`
        InplaceAnd "&=",
        /// `//=`
        InplaceFloorDivide "//=",
        /// `<<=`
        InplaceLeftShift "<<=",
        /// `@=`
        InplaceMatrixMultiply "@=",
        /// `*=`
        InplaceMultiply "*=",
        /// `%=`
        InplaceRemainder "%=",
        /// `|=`
        InplaceOr "|=",
        /// `**=`
        InplacePower "**=",
        /// `>>=`
        InplaceRightShift ">>=",
        /// `-=`
        InplaceSubtract "-=",
        /// `/=`
        InplaceTrueDivide "/=",
        /// `^=`
        InplaceXor "^=",
    }
}

operand! {
    /// Operand of `CompareOp`, in CPython's order (`Py_LT` ... `Py_GE`).
    Comparison {
        /// `<`
        Lt "<",
        /// `<=`
        Le "<=",
        /// `==`
        Eq "==",
        /// `!=`
        Ne "!=",
        /// `>`
        Gt ">",
        /// `>=`
        Ge ">=",
    }
}

operand! {
    /// Operand of `ConvertValue`.
    Conversion {
        /// `!s`
        Str "!s",
        /// `!r`
        Repr "!r",
        /// `!a`
        Ascii "!a",
    }
}

operand! {
    /// Operand of `Resume`.
    ResumeKind {
        /// At the start of a function.
        Start "start",
        /// After `yield`.
        Yield "yield",
        /// After `yield from`.
        YieldFrom "yield from",
        /// After `await`.
        Await "await",
    }
}

operand! {
    /// Operand of `SetFunctionAttribute`.
    FunctionAttribute {
        /// A tuple of defaults.
        Defaults "defaults",
        /// A dict of keyword-only defaults.
        KwDefaults "kwdefaults",
        /// A tuple of names and annotations, alternately, as CPython 3.13 builds it.
        Annotations "annotations",
        /// A tuple of cells.
        Closure "closure",
        /// The function that computes the annotations (PEP 649).
        Annotate "annotate",
    }
}

operand! {
    /// Operand of `CallIntrinsic1`, named as in CPython 3.13 (Python/intrinsics.c).
    Intrinsic1 {
        /// The value of an expression statement in interactive code: `(x -- None)`
        Print "PRINT",
        /// `from module import *`: `(module -- None)`
        ImportStar "IMPORT_STAR",
        /// A StopIteration that leaves a generator becomes a RuntimeError: `(exception -- exception)`
        StopIterationError "STOPITERATION_ERROR",
        /// A value that an asynchronous generator yields.
        AsyncGenWrap "ASYNC_GEN_WRAP",
        /// `+x`
        UnaryPositive "UNARY_POSITIVE",
        /// `(list -- tuple)`
        ListToTuple "LIST_TO_TUPLE",
        /// `(name -- TypeVar)`
        TypeVar "TYPEVAR",
        /// `(name -- ParamSpec)`
        ParamSpec "PARAMSPEC",
        /// `(name -- TypeVarTuple)`
        TypeVarTuple "TYPEVARTUPLE",
        /// `(type parameters -- Generic[...])`
        SubscriptGeneric "SUBSCRIPT_GENERIC",
        /// `((name, type parameters, function) -- TypeAliasType)`
        TypeAlias "TYPEALIAS",
    }
}

operand! {
    /// Operand of `CallIntrinsic2`, named as in CPython 3.13 (Python/intrinsics.c).
    Intrinsic2 {
        /// `(original, list of exceptions -- exception to raise or None)`: the end of `except*`.
        PrepReraiseStar "PREP_RERAISE_STAR",
        /// `(name, function that gives the bound -- TypeVar)`
        TypeVarWithBound "TYPEVAR_WITH_BOUND",
        /// `(name, function that gives the constraints -- TypeVar)`
        TypeVarWithConstraints "TYPEVAR_WITH_CONSTRAINTS",
        /// `(type parameter, function that gives its default -- type parameter)`
        SetTypeParamDefault "SET_TYPEPARAM_DEFAULT",
        /// `(function, type parameters -- function)`
        SetFunctionTypeParams "SET_FUNCTION_TYPE_PARAMS",
    }
}
