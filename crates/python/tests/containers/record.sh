#!/bin/sh
# Records what CPython prints: `sh record.sh python3.13`.
cd "$(dirname "$0")" || exit 1
for program in *.py; do
    "$1" -W ignore "$program" > "${program%.py}.txt"
done
