#!/usr/bin/env bash
# Finds or gets a hoglint for this machine and sets the output `path`: the input `binary`; else the
# release of the wanted version, its checksum verified, kept in the runner's tool cache; else, where
# no release has one, a build of this checkout of the action.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"
root=$(dirname "$here")

# The value of a keyword of project() in CMakeLists.txt: the one place of version and home page.
project_value() {
  awk -v word="$1" '
    /^project\(/ { inside = 1 }
    inside {
      for (i = 1; i < NF; ++i) {
        key = $i
        sub(/^project\(/, "", key)
        if (key == word) { value = $(i + 1); gsub(/[")]/, "", value); print value; exit }
      }
    }
    inside && /\)/ { exit }' "$root/CMakeLists.txt"
}

# The repository that has the releases: the one that `uses:` names; for a checkout (uses: ./) the
# home page's.
release_repository() {
  local repository=${ACTION_REPOSITORY:-}
  if [[ -z $repository ]]; then
    repository=$(project_value HOMEPAGE_URL)
    repository=${repository#https://github.com/}
  fi
  [[ $repository =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] ||
    fail "no repository to look for releases in: '$repository'"
  printf '%s' "$repository"
}

platform() {
  case ${RUNNER_OS:-}-${RUNNER_ARCH:-} in
    Linux-X64) echo linux-x64 ;;
    Linux-ARM64) echo linux-arm64 ;;
    macOS-X64) echo darwin-x64 ;;
    macOS-ARM64) echo darwin-arm64 ;;
    Windows-*) fail "hoglint does not run on Windows: give the job runs-on: ubuntu-latest" ;;
    *) echo "" ;;
  esac
}

# download URL FILE [CURL ARGUMENT...]: 0 done, 1 not there (404). Ends the step on all else. Only tests
# set HOGLINT_RETRY_DELAY.
download() {
  local url=$1 file=$2 status
  shift 2
  status=$(curl --silent --show-error --location --max-redirs 5 --proto-redir '=http,https' \
    --connect-timeout 20 --max-time 300 --retry 3 --retry-delay "${HOGLINT_RETRY_DELAY:-2}" \
    --output "$file" --write-out '%{http_code}' "$@" -- "$url") ||
    fail "could not download $url (curl: see above)"
  case $status in
    200) return 0 ;;
    404) return 1 ;;
    *) fail "could not download $url: status $status" ;;
  esac
}

# The version of the newest release; nothing when there is none. The token goes to curl through a
# pipe: other processes of the machine can read a command line.
latest_version() {
  local file=$1 status=0 header=
  [[ -z ${HOGLINT_TOKEN:-} ]] || header="header = \"Authorization: Bearer $HOGLINT_TOKEN\""
  printf '%s\n' "$header" |
    download "$GITHUB_API_URL/repos/$repository/releases/latest" "$file" \
      --header 'Accept: application/vnd.github+json' --config - || status=$?
  ((status < 2)) || exit "$status"
  ((status == 1)) && return 0
  sed -n 's/.*"tag_name": *"v\([0-9][0-9A-Za-z.-]*\)".*/\1/p' "$file" | head -n 1
}

sha256_of() {
  if command -v sha256sum >/dev/null; then
    sha256sum "$1" | cut -d ' ' -f 1
  else
    shasum -a 256 "$1" | cut -d ' ' -f 1
  fi
}

# Downloads version $1 for platform $2 into folder $3: 0 done, 1 no release has it.
fetch_release() {
  local version=$1 asset=hoglint-$1-$2 wanted actual unpacked
  local from=$GITHUB_SERVER_URL/$repository/releases/download/v$1
  download "$from/hoglint-$version-checksums.txt" "$work/checksums.txt" || return 1
  wanted=$(awk -v name="$asset.tar.gz" '$2 == name || $2 == "*" name { print $1; exit }' \
    "$work/checksums.txt")
  [[ -n $wanted ]] || return 1
  download "$from/$asset.tar.gz" "$work/release.tar.gz" || return 1
  actual=$(sha256_of "$work/release.tar.gz")
  [[ $actual == "$wanted" ]] || fail "$asset.tar.gz is not what the release's checksums say: \
its SHA-256 is $actual, $wanted was expected; nothing of it was run"
  unpacked=$work/unpacked
  mkdir -p "$unpacked"
  tar -xzf "$work/release.tar.gz" -C "$unpacked" "$asset/bin/hoglint" ||
    fail "$asset.tar.gz has no $asset/bin/hoglint"
  mkdir -p "$3"
  # By a rename: another job on this machine sees the whole file or none.
  mv "$unpacked/$asset/bin/hoglint" "$3/hoglint.$$"
  mv "$3/hoglint.$$" "$3/hoglint"
  echo "hoglint $version for $2 from $from (SHA-256 $actual)"
}

build() {
  notice "$1, so hoglint is built from the action's sources; this takes some minutes"
  # ./dev installs packages as root only; a hosted runner's user may become root.
  if ((EUID != 0)) && command -v sudo >/dev/null && command -v apt-get >/dev/null; then
    sudo "$root/dev" deps build || fail "could not install what the build needs"
  fi
  "$root/dev" build release || fail "could not build hoglint here: $1"
  use "$root/build/release/hoglint"
}

# Takes the binary, if it starts, and ends the step.
use() {
  local version
  version=$("$1" --version) || fail "$1 does not run on this machine"
  echo "$version: $1"
  set_output path "$1"
  exit 0
}

if [[ -n ${INPUT_BINARY:-} ]]; then
  [[ -f $INPUT_BINARY && -x $INPUT_BINARY ]] ||
    fail "input binary: '$INPUT_BINARY' is not a file that can be run"
  use "$(cd "$(dirname "$INPUT_BINARY")" && pwd)/$(basename "$INPUT_BINARY")"
fi

work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/hoglint.XXXXXX")
trap 'rm -rf "$work"' EXIT
repository=$(release_repository)
own=$(project_value VERSION)
version=${INPUT_VERSION:-$own}
version=${version#v}
if [[ $version == latest ]]; then
  version=$(latest_version "$work/latest.json")
  [[ -n $version ]] || build "$repository has no release"
fi
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.]+)?$ ]] ||
  fail "input version is a release such as 0.1.0, or latest; not '$version'"

platform=$(platform)
if [[ -n $platform ]]; then
  cache=${RUNNER_TOOL_CACHE:-${RUNNER_TEMP:-/tmp}}/hoglint/$version/$platform
  [[ ! -x $cache/hoglint ]] || use "$cache/hoglint"
  if fetch_release "$version" "$platform" "$cache"; then use "$cache/hoglint"; fi
fi
missing="$repository has no release $version for ${platform:-${RUNNER_OS:-?} ${RUNNER_ARCH:-?}}"
[[ $version == "$own" ]] || fail "$missing (this action's own version is $own)"
build "$missing"
