#!/usr/bin/env bash
# Runs the packages on other systems: chroots of Debian 11, 12 and the newest, Ubuntu 20.04 where the
# mirror has it, a root with nothing in it at all, and one with musl and busybox, as Alpine has them.
# Needs root, debootstrap and a network for the first time, so that it is no part of the tests.
#
# usage: try.sh PACKAGES_FOLDER ROOTS_FOLDER     exit 0: every system that could be made ran them
set -uo pipefail
packages=$(cd "$1" && pwd)
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "$2"
roots=$(cd "$2" && pwd)
((EUID == 0)) || { echo "try.sh: needs root, for chroot" >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "try.sh: needs debootstrap" >&2; exit 2; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failed=0
not_tried=()
for package in "$packages"/hoglint-*.tar.gz; do tar -C "$tmp" -xzf "$package"; done
static='' shared=''
for program in "$tmp"/hoglint-*/bin/hoglint; do
  case $program in
    *-glibc/bin/hoglint) shared=$program ;;
    *) static=$program ;;
  esac
done
deb=$(ls "$packages"/hoglint_*.deb)
[[ -x $static && -x $shared && -e $deb ]] || { echo "try.sh: not all packages are there" >&2; exit 2; }

# The machine's own mirror of Debian; a mirror of Ubuntu is often beside it.
mirror=$(sed -nE 's/^URIs: +([^ ]*\/debian)\/?( .*)?$/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]*\/debian)\/? .*/\2/p' \
  /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)

# A project that another user owns, in a git repository where there is git.
project() {
  rm -rf "$1/project"
  cp -R "$root/examples/blog" "$1/project"
  if command -v git >/dev/null; then
    (cd "$1/project" && git init -q -b main && git add . &&
      git -c user.name=a -c user.email=a@example.com commit -qm one)
  fi
  chown -R 12345:12345 "$1/project"
}

# run SYSTEM FOLDER EXECUTABLE: as a user without a name, in a chroot.
run() {
  local said code
  cp "$3" "$2/hoglint-under-test"
  chmod 755 "$2/hoglint-under-test"
  project "$2"
  said=$(chroot --userspec=65532:65532 "$2" /hoglint-under-test --all /project 2>&1)
  code=$?
  if ((code == 1)) && [[ $said == *'[drop-column]'* ]]; then
    echo "$1: runs ($(basename "$(dirname "$(dirname "$3")")"))"
  else
    echo "$1: FAILED ($3): exit code $code: $(tail -n 3 <<<"$said")"
    failed=1
  fi
  rm -rf "$2/hoglint-under-test" "$2/project"
}

# system NAME SUITE MIRROR [KEYRING]: makes the chroot if need be, runs both programs, installs the .deb.
system() {
  local name=$1 suite=$2 where=$3 folder=$roots/$2 options=(--variant=minbase)
  [[ -n ${4:-} ]] && options+=("--keyring=$4")
  if [[ ! -e $folder/made ]]; then
    rm -rf "$folder"
    if ! debootstrap "${options[@]}" "$suite" "$folder" "$where" >"$tmp/log" 2>&1; then
      not_tried+=("$name: debootstrap: $(grep -m1 '^E:' "$tmp/log" || tail -n 1 "$tmp/log")")
      return
    fi
    touch "$folder/made"
  fi
  run "$name" "$folder" "$static"
  run "$name" "$folder" "$shared"
  cp "$deb" "$folder/hoglint.deb"
  # Its dependencies are there already; what it recommends is not asked for.
  local said
  if said=$(chroot "$folder" dpkg -i /hoglint.deb 2>&1 && chroot "$folder" hoglint --version 2>&1 &&
    chroot "$folder" dpkg -P hoglint 2>&1); then
    echo "$name: the .deb installs, runs and goes again"
  else
    echo "$name: FAILED: the .deb: $(tail -n 3 <<<"$said")"
    failed=1
  fi
  rm -f "$folder/hoglint.deb"
}

if [[ -n $mirror ]]; then
  system 'Debian 11' bullseye "$mirror"
  system 'Debian 12' bookworm "$mirror"
  system 'Debian unstable' sid "$mirror"
  keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg
  if [[ -e $keyring || -e $roots/focal/made ]]; then
    system 'Ubuntu 20.04' focal "${mirror%/debian}/ubuntu" "$keyring"
  else
    not_tried+=("Ubuntu 20.04: its archive's keys are not at $keyring")
  fi
else
  not_tried+=("Debian and Ubuntu: no mirror in this machine's apt sources")
fi

mkdir -p "$tmp/empty"
run 'nothing but the program' "$tmp/empty" "$static"
musl=/lib/ld-musl-$(uname -m).so.1
if [[ -e $musl ]] && command -v busybox >/dev/null; then
  mkdir -p "$tmp/musl"/{bin,lib}
  cp -L "$musl" "$tmp/musl/lib/"
  cp "$(command -v busybox)" "$tmp/musl/bin/busybox"
  ln -s busybox "$tmp/musl/bin/sh"
  run 'musl and busybox, no glibc' "$tmp/musl" "$static"
else
  not_tried+=("musl and busybox: not on this machine (apt install musl busybox-static)")
fi
for line in "${not_tried[@]}"; do echo "not tried: $line"; done
((failed == 0)) && echo "it ran on every system that was tried"
exit $failed
