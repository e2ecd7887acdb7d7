"""What a program can ask of the operating system: here of the files in memory."""

import abc
import posix
import sys
import posixpath as path
from posix import listdir as _listdir, mkdir as _mkdir, rmdir, unlink
from posixpath import _fspath as fspath, curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
error = OSError
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def remove(path):
    unlink(path)


def rename(src, dst):
    posix.rename(src, dst)


def replace(src, dst):
    posix.rename(src, dst)


def mkdir(path, mode=0o777):
    _mkdir(path)


def listdir(path=None):
    return _listdir('.' if path is None else path)


def _split(name):
    """The folder of a path, and its last name, which a slash may follow."""
    head, tail = path.split(name)
    return (head, tail) if tail else path.split(head)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = _split(name)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        _mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = _split(name)
    try:
        while head and tail:
            rmdir(head)
            head, tail = path.split(head)
    except OSError:
        pass


def access(path, mode):
    return globals()['path'].exists(path)


def getcwd():
    return '/'


def getpid():
    return 1


def getenv(key, default=None):
    return environ.get(key, default)


class _Environ(dict):
    def __setitem__(self, key, value):
        for text in (key, value):
            if not isinstance(text, str):
                raise TypeError('str expected, not %s' % type(text).__name__)
        super().__setitem__(key, value)

    def __repr__(self):
        return f'environ({super().__repr__()})'


environ = _Environ()


class stat_result(tuple):
    """Of a file: only its kind and size are more than fixed numbers."""

    __slots__ = ()
    _names = 'st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime'

    def __getattr__(self, name):
        if name in self._names:
            value = self[self._names.index(name)]
            return float(value) if name in self._names[7:] else value
        raise AttributeError(f"'os.stat_result' object has no attribute '{name}'")

    def __repr__(self):
        return 'os.stat_result(' + ', '.join(f'{n}={v}' for n, v in zip(self._names, self)) + ')'


_MADE = 1735689600


def stat(path, *, dir_fd=None, follow_symlinks=True):
    size = posix._size(path)
    mode = 0o40755 if size < 0 else 0o100644
    return stat_result((mode, 0, 0, 1, 0, 0, max(size, 0), _MADE, _MADE, _MADE))


lstat = stat


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class _ScandirIterator:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in _listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def scandir(path=None):
    return _ScandirIterator('.' if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, dirs, files
    for name in dirs:
        yield from walk(path.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


class PathLike(abc.ABC):
    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename
