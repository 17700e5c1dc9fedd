#!/usr/bin/env bash
# Runs comment.mjs where there is a Node.js that can (18 or newer). A comment never fails the job.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

if [[ -z ${PULL_REQUEST:-} ]]; then
  echo "This event is not about a pull request: no comment"
elif ! command -v node >/dev/null; then
  notice "Node.js is not installed here, so the pull request got no comment; the job summary has \
the report"
else
  node "$here/comment.mjs" ||
    warning "The comment could not be written; the job summary has the report"
fi
