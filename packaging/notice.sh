#!/usr/bin/env bash
# Writes to stdout the licences of everything that is linked into a release, as the packages that it
# came from state them.
#
# usage: notice.sh     exit 1: one of them is not where it should be (stderr says which)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=$root/.deps
gcc_major=$(gcc -dumpversion | cut -d. -f1)

# part WHAT WHERE-IT-IS FILE
part() {
  [[ -s $3 ]] || { echo "notice.sh: the licence of $1 is not at $3" >&2; exit 1; }
  printf '\n%s\n%s\n%s\n\n' "$(printf '=%.0s' {1..100})" "$1: $2" "$(printf '=%.0s' {1..100})"
  # The packaging's own lines may hold bytes that are no UTF-8.
  iconv -c -f UTF-8 -t UTF-8 "$3"
}

if [[ -s $root/LICENSE ]]; then
  echo "hoglint's own licence is in the file LICENSE. It is linked with what follows."
else
  echo "hoglint's own licence has not been chosen yet. It is linked with what follows."
fi
part libpg_query "PostgreSQL's parser" "$deps/pg_query/usr/share/doc/libpg-query-dev/copyright"
part libgit2 "reads repositories; linked under its linking exception" /usr/share/doc/libgit2-dev/copyright
part http-parser "a part of libgit2" /usr/share/doc/libhttp-parser-dev/copyright
part "mbed TLS" "libgit2's SHA-256" /usr/share/doc/libmbedtls-dev/copyright
part zlib "reads git's objects" /usr/share/doc/zlib1g-dev/copyright
part tree-sitter "runs the grammars of TypeScript" /usr/share/doc/libtree-sitter-dev/copyright
part tree-sitter-typescript "the grammars" "$deps/tree_sitter_typescript/LICENSE"
part fmt "makes text" /usr/share/doc/libfmt-dev/copyright
part "JSON for Modern C++" "reads and writes JSON" /usr/share/doc/nlohmann-json3-dev/copyright
part CLI11 "reads the command line" /usr/share/doc/libcli11-dev/copyright
part toml++ "reads TOML" /usr/share/doc/libtomlplusplus-dev/copyright
part yaml-cpp "reads YAML" /usr/share/doc/libyaml-cpp-dev/copyright
part libstdc++ "the C++ library" "/usr/share/doc/libstdc++-$gcc_major-dev/copyright"
part glibc "the C library, in the statically linked executable alone" /usr/share/doc/libc6-dev/copyright
