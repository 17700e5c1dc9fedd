#!/usr/bin/env bash
# Finds the commit whose migrations are merged, fetches it where the checkout lacks it (depth 1
# does), and sets the output `base` to its name; to nothing where hoglint shall find out for itself.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"
export GIT_TERMINAL_PROMPT=0

# finish COMMIT WHY [BRANCH]: ends the step with the commit that is compared with. Reports name it,
# so it gets the name that people know: the branch's, where that is or can be made this commit.
finish() {
  local base=$1
  if [[ -n $base ]]; then
    echo "Base: $base ($2)"
    local branch=refs/remotes/origin/${3:-}
    base=$(git rev-parse --short=12 "$base")
    if [[ -n ${3:-} ]]; then
      git rev-parse --verify --quiet "$branch" >/dev/null ||
        git update-ref "$branch" "$1" || true
      [[ $(commit_of "$branch") != "$1" ]] || base=origin/$3
    fi
  fi
  set_output base "$base"
  exit 0
}

leave_to_hoglint() {
  notice "$1"
  finish "" ""
}

has() { git cat-file -e "$1^{commit}" 2>/dev/null; }
shallow() { [[ $(git rev-parse --is-shallow-repository) == true ]]; }
# (--end-of-options would be newer than the git of Ubuntu 20.04; no ref begins with a dash.)
commit_of() { [[ $1 != -* ]] && git rev-parse --verify --quiet "$1^{commit}"; }
is_hash() { [[ $1 =~ ^([0-9a-f]{40}|[0-9a-f]{64})$ ]]; }

# The parents that a commit names, also where a shallow clone hides them.
parents_of() { git cat-file commit "$1" | sed -n '/^$/q; s/^parent //p'; }

# Sets a key of git's configuration for this process and its children alone.
configure() {
  local index=${GIT_CONFIG_COUNT:-0}
  export "GIT_CONFIG_KEY_$index=$1" "GIT_CONFIG_VALUE_$index=$2" "GIT_CONFIG_COUNT=$((index + 1))"
}

# git fetch with what actions/checkout left to log in with, else (persist-credentials: false) with
# the job's token, which goes through the environment: processes can see each other's arguments.
fetch() {
  local log
  log=$(git fetch --quiet --no-tags --no-recurse-submodules "$@" 2>&1) && return 0
  if [[ -n ${HOGLINT_TOKEN:-} ]]; then
    local login
    login=$(printf 'x-access-token:%s' "$HOGLINT_TOKEN" | base64 | tr -d '\n')
    (
      configure "http.$GITHUB_SERVER_URL/.extraheader" "AUTHORIZATION: basic $login"
      git fetch --quiet --no-tags --no-recurse-submodules "$@" 2>/dev/null
    ) && return 0
  fi
  fetch_error=$(printf '%s' "$log" | sed 's#//[^/@]*@#//***@#g')
  return 1
}

# Makes commit $1 known. Depth 1 only where the clone is shallow: it would make a whole one shallow.
get_commit() {
  has "$1" && return 0
  local depth=()
  if shallow; then depth=(--depth=1); fi
  fetch ${depth[@]+"${depth[@]}"} origin "$1" || return 1
  echo "Fetched $1, which the checkout did not have"
}

# Sets `found` to the commit of a branch or tag, fetched from origin, else of the clone alone.
get_ref() {
  local name=${1#refs/heads/} ref depth=()
  name=${name#origin/}
  if shallow; then depth=(--depth=1); fi
  for ref in "refs/heads/$name:refs/remotes/origin/$name" "refs/tags/$name:refs/tags/$name"; do
    if fetch ${depth[@]+"${depth[@]}"} origin "+$ref"; then
      found=$(commit_of "${ref#*:}")
      return
    fi
  done
  found=$(commit_of "$1")
}

# Deepens both sides until they meet. Without a merge base hoglint takes what base changed since for
# this change's edit.
find_merge_base() {
  local base=$1 depth head
  head=$(commit_of HEAD)
  for depth in 0 16 128 1024 8192; do
    if ((depth > 0)); then
      fetch --depth="$depth" origin "$head" "$base" || break
    fi
    if git merge-base HEAD "$base" >/dev/null 2>&1; then
      ((depth == 0)) || echo "Fetched up to $depth commits of either side, to where they meet"
      return 0
    fi
    shallow || break
  done
  warning "HEAD and its base $base do not meet in what could be fetched${fetch_error:+ (\
$fetch_error)}. They are compared directly: a merged migration that base got since counts as \
deleted or edited here. To be exact, check out with fetch-depth: 0."
}

# A branch's tip, or any commit: what HEAD has and it has not is new.
use_diverged() {
  find_merge_base "$1"
  finish "$1" "$2" "${3:-}"
}

pull_request() {
  local head parents first second
  head=$(commit_of HEAD)
  parents=$(parents_of HEAD)
  first=$(printf '%s\n' "$parents" | sed -n 1p)
  second=$(printf '%s\n' "$parents" | sed -n 2p)
  # refs/pull/N/merge: what GitHub merged the pull request into is its first parent, which may be
  # newer than the base of the event.
  if [[ -n $second && $second == "${PULL_REQUEST_HEAD:-}" ]]; then
    if ! has "$first" || ! has "$second"; then
      if fetch --depth=2 origin "$head"; then
        echo "Fetched the parents of $head, the merge that GitHub made of this pull request"
      else
        get_commit "$first" || fail "the base commit $first could not be fetched: $fetch_error. \
Check out with fetch-depth: 2"
      fi
    fi
    # No merge base is needed: what differs from this parent is the pull request's.
    finish "$first" "what GitHub merged this pull request into" "${GITHUB_BASE_REF:-}"
  fi
  local base=
  if [[ -n ${GITHUB_BASE_REF:-} ]] && get_ref "$GITHUB_BASE_REF"; then
    base=$found
  else
    base=$PULL_REQUEST_BASE
    get_commit "$base" || fail "the base commit $base could not be fetched: $fetch_error. \
Check out with fetch-depth: 0"
  fi
  if [[ $head == "$base" || $head == "$PULL_REQUEST_BASE" ]] &&
    [[ $GITHUB_EVENT_NAME == pull_request_target ]]; then
    fail "nothing of the pull request is checked out: on pull_request_target, actions/checkout \
takes the base branch. Run hoglint on pull_request"
  fi
  use_diverged "$base" "${GITHUB_BASE_REF:-the base of this pull request}" "${GITHUB_BASE_REF:-}"
}

push() {
  local branch=${GITHUB_REF#refs/heads/} before=${PUSH_BEFORE:-}
  if [[ $GITHUB_REF == "refs/heads/${DEFAULT_BRANCH:-}" ]]; then
    # A push that creates the branch has no before.
    [[ $before =~ [1-9a-f] ]] ||
      leave_to_hoglint "This push created $branch: there is nothing before it to compare with"
    get_commit "$before" ||
      fail "what $branch was before this push, $before, could not be fetched: $fetch_error. Set input \
base"
    [[ ${PUSH_FORCED:-} == true ]] || finish "$before" "$branch before this push"
    use_diverged "$before" "$branch before this forced push"
  fi
  # Elsewhere a push says nothing about what is merged: with the push before as base, the second
  # push of a branch would hide what the first was failed for.
  [[ -n ${DEFAULT_BRANCH:-} ]] || finish "" ""
  get_ref "$DEFAULT_BRANCH" ||
    fail "the default branch $DEFAULT_BRANCH could not be fetched: $fetch_error. Set input base"
  use_diverged "$found" "$DEFAULT_BRANCH" "$DEFAULT_BRANCH"
}

require_boolean all "$INPUT_ALL"
cd "$INPUT_WORKING_DIRECTORY" 2>/dev/null ||
  fail "input working-directory: there is no folder '$INPUT_WORKING_DIRECTORY'"
fetch_error=
found=
if [[ $INPUT_ALL == true && -z $INPUT_BASE ]]; then finish "" ""; fi
# Without a base all migrations would count as one new batch, in which later ones may well drop what
# earlier ones made: that is not a verdict on a change.
command -v git >/dev/null ||
  fail "git is not installed here, so what is merged is not known. Install it before \
actions/checkout, or set all: true"
# In a container the checkout may be another user's, which git refuses until it is told. It is what
# this job checked out.
if [[ $(git rev-parse --git-dir 2>&1) == *"dubious ownership"* ]]; then
  configure safe.directory '*'
fi
git rev-parse --git-dir >/dev/null 2>&1 ||
  fail "this is no git checkout, so what is merged is not known. Run actions/checkout before, with git \
installed for it, or set all: true"

if [[ -n $INPUT_BASE ]]; then
  if is_hash "$INPUT_BASE"; then
    get_commit "$INPUT_BASE" || fail "input base: $INPUT_BASE could not be fetched: $fetch_error"
    use_diverged "$INPUT_BASE" "input base"
  fi
  get_ref "$INPUT_BASE" || fail "input base: '$INPUT_BASE' is no branch, tag or commit here\
${fetch_error:+ (}$fetch_error${fetch_error:+)}"
  branch=${INPUT_BASE#refs/heads/}
  branch=${branch#origin/}
  # A tag stays one.
  git rev-parse --verify --quiet "refs/remotes/origin/$branch" >/dev/null || branch=
  use_diverged "$found" "$INPUT_BASE" "$branch"
fi
case $GITHUB_EVENT_NAME in
  pull_request | pull_request_target) pull_request ;;
  merge_group)
    get_commit "$MERGE_GROUP_BASE" ||
      fail "the merge group's base $MERGE_GROUP_BASE could not be fetched: $fetch_error"
    finish "$MERGE_GROUP_BASE" "the merge group's base"
    ;;
  push) push ;;
  *) leave_to_hoglint "Event $GITHUB_EVENT_NAME names no base; hoglint compares with the branch \
that it finds. Set input base, or all: true for the whole history" ;;
esac
