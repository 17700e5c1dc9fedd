#!/usr/bin/env bash
# Runs hoglint once: annotations on standard output, the reports into files, the job summary. Never
# fails for what was found: the last step does, when the comment is out as well. Outputs: exit-code,
# conclusion, errors, warnings, notes, findings, json, markdown, sarif.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=common.sh
. "$here/common.sh"

# The count of that name in the summary of the JSON report. A line of its own begins like this only
# where it is no text: quotes within one are escaped, and so are its line ends.
count() {
  awk -v key="\"$1\":" '/^  "summary": \{/ { inside = 1 }
    inside && $1 == key { sub(/,$/, "", $2); print $2; exit }' "$json"
}

as_html() { tr -d '\000-\010\013-\037' | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'; }

require_boolean all "$INPUT_ALL"
require_boolean sarif "$INPUT_SARIF"
require_boolean comment "$INPUT_COMMENT"
cd "$INPUT_WORKING_DIRECTORY" 2>/dev/null ||
  fail "input working-directory: there is no folder '$INPUT_WORKING_DIRECTORY'"
reports=$(mktemp -d "${RUNNER_TEMP:-/tmp}/hoglint.XXXXXX")
json=$reports/hoglint.json
markdown=$reports/hoglint.md
sarif=
arguments=(check --format github --report "json=$json" --report "markdown=$markdown")
if [[ $INPUT_SARIF == true ]]; then
  sarif=$reports/hoglint.sarif
  arguments+=(--report "sarif=$sarif")
fi
if [[ $INPUT_ALL == true ]]; then arguments+=(--all); fi
if [[ -n $BASE ]]; then arguments+=("--base=$BASE"); fi
if [[ -n $INPUT_CONFIG ]]; then arguments+=("--config=$INPUT_CONFIG"); fi
if [[ -n $INPUT_FAIL_ON ]]; then arguments+=("--fail-on=$INPUT_FAIL_ON"); fi
arguments+=(--)
while IFS= read -r path || [[ -n $path ]]; do
  path=${path#"${path%%[![:space:]]*}"}
  path=${path%"${path##*[![:space:]]}"}
  if [[ -n $path ]]; then arguments+=("$path"); fi
done <<<"$INPUT_PATH"

code=0
"$BINARY" "${arguments[@]}" 2>"$reports/stderr" || code=$?
if [[ -s $reports/stderr ]]; then print_inert "$reports/stderr"; fi

case $code in
  0) conclusion=success ;;
  1) conclusion=failure ;;
  *)
    conclusion=error
    printf '::error title=hoglint::hoglint could not check (exit code %s); its log says why\n' \
      "$code"
    # An older report would be taken for this run's.
    rm -f "$json" "$sarif"
    json=
    sarif=
    {
      printf '<!-- hoglint -->\n### hoglint could not check\n\n'
      printf 'Nothing is known about this change.\n'
      printf '\n<pre>\n'
      head -c 4000 "$reports/stderr" | as_html
      printf '\n</pre>\n'
    } >"$markdown"
    ;;
esac

errors='' warnings='' notes='' findings=''
if [[ -n $json ]]; then
  errors=$(count errors) warnings=$(count warnings) notes=$(count notes)
  findings=$((errors + warnings + notes))
fi
# GitHub takes a summary of at most 1 MiB from a step.
if (($(wc -c <"$markdown") < 1000000)); then
  cat "$markdown" >>"$GITHUB_STEP_SUMMARY"
else
  echo "### hoglint: the report is too long for this page; it is in the output markdown" \
    >>"$GITHUB_STEP_SUMMARY"
fi

set_output exit-code "$code"
set_output conclusion "$conclusion"
set_output errors "$errors"
set_output warnings "$warnings"
set_output notes "$notes"
set_output findings "$findings"
set_output json "$json"
set_output markdown "$markdown"
set_output sarif "$sarif"
