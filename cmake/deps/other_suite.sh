# shellcheck shell=bash
#
# Packages of another suite than the installed one, for the scripts beside this one to source: that
# suite's index is read with package lists of its own, so that the system's sources, lists and package
# database stay untouched and no root is needed. The mirror is the machine's own: its entry for the
# installed release is copied with only the suite replaced.
#
# The caller has `fail MESSAGE` and `dest`; it gets `tmp` (a folder beside dest, gone when the script
# ends, with empty folders download and unpacked), `apt_options` and `use_suite`.

command -v apt-get >/dev/null && command -v dpkg >/dev/null || fail "no apt-get and dpkg here"
. /etc/os-release
[[ ${ID:-} == debian ]] || fail "not Debian (ID=${ID:-unknown}); packages of its suites would not fit"
[[ -n ${VERSION_CODENAME:-} ]] || fail "/etc/os-release names no release (VERSION_CODENAME)"

mkdir -p "$(dirname "$dest")"
tmp=$(mktemp -d "$dest.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp"/{sources,lists/partial,cache/archives/partial,download,unpacked}

apt_options=(
  -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$tmp/sources"
  -o Dir::State::Lists="$tmp/lists" -o Dir::Cache="$tmp/cache"
  -o Acquire::Languages=none -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false
  -o APT::Get::List-Cleanup=false -qq
)
# apt drops to a user that may not be able to write below DEST.
((EUID == 0)) && apt_options+=(-o APT::Sandbox::User=root)

# Writes the machine's own entries for its release (not its -security or -updates), for suite $1.
write_sources() {
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [[ -e $file ]] || continue
    awk -v release="$VERSION_CODENAME" -v suite="$1" 'BEGIN { RS = ""; ORS = "\n\n" }
      {
        stanza = ""; found = 0; n = split($0, lines, "\n")
        for (i = 1; i <= n; i++) {
          if (lines[i] ~ /^#/) continue
          if (lines[i] ~ /^Suites:/) {
            m = split(lines[i], words, " ")
            for (j = 2; j <= m; j++) if (words[j] == release) found = 1
            lines[i] = "Suites: " suite
          }
          if (lines[i] ~ /^Components:/) lines[i] = "Components: main"
          if (lines[i] ~ /^Types:/) lines[i] = "Types: deb"
          stanza = stanza lines[i] "\n"
        }
        if (found) print stanza
      }' "$file" >>"$tmp/sources/other.sources"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [[ -e $file ]] || continue
    sed -nE "s#^(deb( +\[[^]]*\])? +[^ ]+) +$VERSION_CODENAME +main.*#\1 $1 main#p" "$file" \
      >>"$tmp/sources/other.list"
  done
}

# Makes apt_options mean suite $1; false when its index cannot be read, with the reason in $tmp/log.
use_suite() {
  rm -f "$tmp"/sources/*
  write_sources "$1"
  find "$tmp/sources" -size 0 -delete
  [[ -n $(ls "$tmp/sources") ]] || fail "no apt source of this machine serves $VERSION_CODENAME main"
  apt-get "${apt_options[@]}" update >"$tmp/log" 2>&1
}

# Why apt-get failed, in a line.
update_error() { grep -m1 '^E:' "$tmp/log" || tail -n1 "$tmp/log"; }
