import types


def f():
    yield


class A:
    __slots__ = ("s",)

    def m(self):
        pass


print(isinstance(f, types.FunctionType), types.LambdaType is types.FunctionType)
print(isinstance(f(), types.GeneratorType), isinstance(A().m, types.MethodType))
print(isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType))
print(isinstance(A.__dict__, types.MappingProxyType), isinstance(A.s, types.MemberDescriptorType))
print(isinstance(f.__code__, types.CodeType), isinstance(None, types.NoneType))
print(types.EllipsisType, types.NotImplementedType, types.UnionType, types.GenericAlias, types.CellType)
print(types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType)
print(types.ClassMethodDescriptorType, types.GetSetDescriptorType, types.FrameType, types.TracebackType)
print(types.CoroutineType, types.AsyncGeneratorType)
