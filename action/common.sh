# shellcheck shell=bash
# What the steps of action.yml share; each sources it. bash 3.2 (macOS) runs it.
set -euo pipefail

# A text as a workflow command takes it: one line, in which nothing begins another command.
escaped() {
  local text=$1
  text=${text//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

# To standard error, so that they also come through from within $(...); the runner reads both.
notice() { printf '::notice title=hoglint::%s\n' "$(escaped "$1")" >&2; }
warning() { printf '::warning title=hoglint::%s\n' "$(escaped "$1")" >&2; }

# Ends the step: hoglint could not check.
fail() {
  printf '::error title=hoglint::%s\n' "$(escaped "$1")" >&2
  exit 2
}

random_word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# Sets output $1 of the step to $2. The delimiter is random, so that no value can end it and set
# another output.
set_output() {
  local delimiter
  delimiter=hoglint_$(random_word)
  printf '%s<<%s\n%s\n%s\n' "$1" "$delimiter" "$2" "$delimiter" >>"$GITHUB_OUTPUT"
}

# Prints a file that others wrote, so that no line of it is taken for a workflow command.
print_inert() {
  local word
  word=$(random_word)
  printf '::stop-commands::%s\n' "$word"
  cat "$1"
  printf '\n::%s::\n' "$word"
}

# Ends the step unless input $1 has a value ($2) that is true or false.
require_boolean() {
  [[ $2 == true || $2 == false ]] || fail "input $1 is true or false, not '$2'"
}
