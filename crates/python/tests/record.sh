#!/bin/sh
# Records what CPython prints for the programs in numbers/ and text/: `sh record.sh python3.13`.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
for program in "$here"/numbers/*.py "$here"/text/*.py; do
    folder=$(mktemp -d) || exit 1
    (cd "$folder" && "$1" -W ignore "$program" < /dev/null > "${program%.py}.txt")
    rm -r "$folder"
done
