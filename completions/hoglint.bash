# What bash completes the words of hoglint by: hoglint completions bash

# Words that begin with $part; $1: all of them, $2: what follows each.
_hoglint_words() {
  local IFS=$' \t\n' word
  for word in $1; do
    [[ $word == "$part"* ]] && COMPREPLY+=("$lead$word$2")
  done
  if [[ $2 ]]; then compopt -o nospace 2>/dev/null; fi
}

_hoglint_files() {
  local name
  while IFS= read -r name; do COMPREPLY+=("$lead$name"); done < <(compgen -f -- "$part")
  compopt -o filenames 2>/dev/null
}

_hoglint_refs() {
  _hoglint_words "$(git for-each-ref --format='%(refname:short)' refs/heads refs/remotes \
    refs/tags 2>/dev/null)"
}

# FIRST=SECOND; $1: the words for FIRST, $2: those for SECOND, empty for files.
_hoglint_pair() {
  if [[ $part != *=* ]]; then
    _hoglint_words "$1" =
    return
  fi
  [[ $COMP_WORDBREAKS == *=* ]] || lead+="${part%%=*}="
  part=${part#*=}
  if [[ $2 ]]; then _hoglint_words "$2"; else _hoglint_files; fi
}

_hoglint_rules='add-column-not-null-without-default
attach-partition-scans
backfill-script-removed
backfill-skips-rows
backfill-without-limit
blocks-drizzle-upgrade
breakpoint-inside-statement
broken-snapshot-chain
cannot-run-in-transaction
cast-fails
check-validates
client-journal-not-wired
cluster-or-vacuum-full
config-uses-installed-package
create-index-blocks
data-change-in-migration
ddl-with-backfill
dead-drizzle-config-key
delete-all-rows
delete-cascades
deploy-ignores-migrations
detach-partition-blocks
disable-row-security
disable-trigger
domain-constraint-scans
down-migration
drop-column
drop-constraint
drop-database
drop-default
drop-other
drop-owned
drop-schema
drop-table
drop-type
drop-view
duplicate-index
duplicate-journal-entry
empty-migration
engine-enum-declared
engine-enum-used
engine-ledger-in-config
engine-ledger-touched
engine-object-changed
engine-object-declared
engine-object-redefined
engine-reference-declared
engine-schema-exported
engine-table-extended
engine-takes-name
enum-recreation
enum-value-used-in-same-transaction
explicit-ids-without-setval
file-without-journal-entry
foreign-key-to-engine
foreign-key-validates
function-signature-change
generated-id-too-long
grant-to-public
hogsend-versions-differ
identifier-too-long
identity-becomes-always
if-not-exists-hides-difference
image-without-migrations
invalid-index-kept
journal-entry-without-file
journal-numbering
journal-out-of-order
journal-time-in-future
key-not-prefixed-id
list-index-missing
lock-table
lock-timeout-disabled
lossy-type-change
malformed-journal
malformed-snapshot
merged-journal-changed
merged-migration-deleted
merged-migration-edited
merged-migration-reformatted
merged-migration-renamed
merged-migrations-moved
merged-migrations-squashed
merged-snapshot-changed
migrate-in-worker
migrate-script-bypasses-engine
migration-folder-name
migration-inserted-before-merged
migration-number-taken
migrations-folder-mismatch
migrations-ignored-by-git
missing-snapshot
needs-transaction
new-required-column
newer-than-target
newest-snapshot-not-last
no-migrate-before-deploy
no-replica-identity
outdated-snapshots
package-manager-in-image
partition-beside-default
permissive-policy
policy-change
production-url-in-config
publication-leaves-out
push-drops-engine-tables
push-in-deployment
refresh-materialized-view-blocks
reindex-blocks
rename-column
rename-other
rename-table
replace-function
replace-view
rls-enabled-without-policy
rollback-in-migration
schema-check-skipped
schema-check-skipped-in-code
schema-guard-missing
schema-without-migration
security-definer-without-search-path
sequence-starts-over
serial-key
session-state-lost
set-not-null
set-null-on-not-null
set-schema
several-statements-in-chunk
shared-migrations-folder
snapshot-differs-from-sql
stale-index
stamp-in-deployment
superuser-role
suppression-without-reason
syntax-error
table-not-exported
table-rewrite
tenant-id-missing
timestamp-without-time-zone
transaction-left-open
transaction-over-neon-http
trigger-names-missing-column
truncate
types-not-checked-in-ci
undated-backfill-script
unique-constraint-builds-index
unknown-engine-column
unknown-suppression
unlogged-table
unused-suppression
update-all-rows
user-id-not-indexed
user-id-not-text
validate-in-same-transaction
view-without-security-invoker
will-fail
wrong-client-journal
wrong-ledger-name'

_hoglint() {
  # bash gives '=' as a word of its own: put them together again.
  local words=() last=-1 glue= i word
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((last >= 0)) && [[ $glue || $word == = ]]; then
      words[last]+=$word
      if [[ $word == = ]]; then glue=1; else glue=; fi
    else
      words[++last]=$word
    fi
  done

  local command=check part=${words[last]} lead= option= implicit=1
  local options valued formats
  COMPREPLY=()
  case ${words[0]} in
    check|plan|init|explain|rules|schema|project|history|upgrade-check|baseline|engine|drift|stats|completions)
      if ((last > 0)); then command=${words[0]} implicit=; fi ;;
  esac

  case $command in
    check)
      options="--base --head --all --stdin-filename --runner --pg-version --config --rule --fail-on --format --report --show-suppressed --quiet --color --help --version"
      valued="--base --head --stdin-filename --runner --pg-version --config --rule --fail-on --format --report --color"
      formats="text json markdown html sarif github gitlab junit checkstyle" ;;
    plan)
      options="--base --head --all --sql-before --runner --pg-version --config --format --report --color --help --version"
      valued="--base --head --sql-before --runner --pg-version --config --format --report --color"
      formats="text json markdown" ;;
    schema)
      options="--head --runner --pg-version --config --format --report --color --help --version"
      valued="--head --runner --pg-version --config --format --report --color"
      formats="text json" ;;
    rules)
      options="--format --report --color --help --version"
      valued="--format --report --color"
      formats="text json" ;;
    explain)
      options="--format --report --no-pager --color --help --version"
      valued="--format --report --color"
      formats="text json" ;;
    baseline)
      options="--base --head --all --runner --pg-version --config --rule --color --help --version"
      valued="--base --head --runner --pg-version --config --rule --color" ;;
    history)
      options="--since --head --format --report --color --help --version"
      valued="--since --head --format --report --color"
      formats="text json" ;;
    engine)
      options="--diff --config --format --report --color --help --version"
      valued="--config --format --report --color"
      formats="text json" ;;
    project)
      options="--base --head --runner --config --format --report --color --help --version"
      valued="--base --head --runner --config --format --report --color"
      formats="text json" ;;
    upgrade-check)
      options="--head --config --rule --fail-on --format --report --show-suppressed --quiet --color --help --version"
      valued="--head --config --rule --fail-on --format --report --color"
      formats="text json" ;;
    drift)
      options="--database-url --ledger --against --health-url --wait --strict --stamp-plan --head --runner --config --format --report --color --help --version"
      valued="--database-url --ledger --against --health-url --wait --head --runner --config --format --report --color"
      formats="text json" ;;
    stats)
      options="--database-url --output --config --color --help --version"
      valued="--database-url --output --config --color" ;;
    init)
      options="--yes --dry-run --color --help --version"
      valued="--color" ;;
    completions)
      options="--color --help --version"
      valued="--color" ;;
  esac

  if [[ $part == --*=* ]]; then
    option=${part%%=*}
    [[ $COMP_WORDBREAKS == *=* ]] || lead="$option="
    part=${part#*=}
  elif ((last > 0)) && [[ " $valued " == *" ${words[last - 1]} "* ]]; then
    option=${words[last - 1]}
  elif [[ $part == -* ]]; then
    _hoglint_words "$options"
    return
  fi

  case $option in
    --database-url|--ledger|--against|--health-url|--wait) : ;;
    --stdin-filename|--config|--sql-before|--output) _hoglint_files ;;
    --base|--head|--since) _hoglint_refs ;;
    --runner) _hoglint_words "drizzle drizzle-neon-http hogsend per-file autocommit" ;;
    --pg-version) _hoglint_words "12 13 14 15 16 17 18" ;;
    --rule) _hoglint_pair "$_hoglint_rules" "error warning note off" ;;
    --fail-on) _hoglint_words "error warning note off" ;;
    --format) _hoglint_words "$formats" ;;
    --report) _hoglint_pair "$formats" '' ;;
    --color) _hoglint_words "auto always never" ;;
    ?*) ;;
    *)
      case $command in
        explain) _hoglint_words "$_hoglint_rules" ;;
        baseline) if ((last > 1)); then _hoglint_files; else _hoglint_words "write prune show"; fi ;;
        completions) _hoglint_words "bash zsh fish" ;;
        rules|stats) ;;
        *)
          if [[ $implicit ]] && ((last == 0)); then
            _hoglint_words "check plan init explain rules schema project history upgrade-check baseline engine drift stats completions"
          fi
          _hoglint_files ;;
      esac ;;
  esac
}

complete -F _hoglint hoglint
