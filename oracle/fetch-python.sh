#!/bin/sh
# On Debian: unpacks a newer CPython (3.14 or 3.15) with its headers from the testing suite into a folder of its own.
# Nothing is installed system-wide.
#   fetch-python.sh 3.14 FOLDER      then run FOLDER/bin/python3.14
set -eu
if [ $# -ne 2 ]; then
  echo "usage: $0 RELEASE FOLDER" >&2
  exit 2
fi
ver=$1 dir=$(mkdir -p "$2" && cd "$2" && pwd) suite=${SUITE:-forky}
mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial" "$dir/debs" "$dir/tree" "$dir/bin"
# The system's own mirror, with the suite's name changed.
uri=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources | grep -v security | head -n 1)
key=$(sed -n 's/^Signed-By: *//p' /etc/apt/sources.list.d/*.sources | head -n 1)
printf 'deb [signed-by=%s] %s %s main\n' "$key" "$uri" "$suite" > "$dir/sources.list"
cat > "$dir/apt.conf" <<EOF
Dir::Etc::sourcelist "$dir/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State::lists "$dir/lists";
Dir::Cache "$dir/cache";
APT::Sandbox::User "root";
EOF
APT_CONFIG=$dir/apt.conf; export APT_CONFIG
apt-get -qq update
cd "$dir/debs"
apt-get -qq download "python$ver-minimal" "libpython$ver-minimal" "libpython$ver-stdlib" "libpython$ver-dev" \
  libc6 zlib1g libexpat1 libssl3t64 libffi8 libbz2-1.0 liblzma5 libuuid1 libzstd1
for f in ./*.deb; do dpkg -x "$f" "$dir/tree"; done
# The unpacked libraries, the C library among them, are found through the unpacked loader.
lib=$dir/tree/usr/lib/x86_64-linux-gnu
cat > "$dir/bin/python$ver" <<EOF
#!/bin/sh
PYTHONHOME=$dir/tree/usr exec $lib/ld-linux-x86-64.so.2 --library-path $lib $dir/tree/usr/bin/python$ver "\$@"
EOF
chmod +x "$dir/bin/python$ver"
rm -rf "$dir/debs" "$dir/cache" "$dir/lists"
"$dir/bin/python$ver" -c 'import gc, sys; print(sys.version.split()[0], gc.get_threshold())'
