# What fish completes the words of hoglint by: hoglint completions fish

set -g __hoglint_commands check plan init explain rules schema project history upgrade-check baseline engine drift stats completions

function __hoglint_rules
    printf '%s\t%s\n' \
        add-column-not-null-without-default 'A NOT NULL column without a default is added to a table that may have rows' \
        attach-partition-scans 'ATTACH PARTITION reads every row of a table that is in use' \
        backfill-script-removed 'A script in scripts/backfill that the base branch has is removed' \
        backfill-skips-rows 'A backfill pages with OFFSET through rows that it takes out of its own condition' \
        backfill-without-limit 'A backfill changes all its rows in one statement' \
        blocks-drizzle-upgrade 'The folder cannot be converted to Drizzle 1.0 as it is (`hoglint upgrade-check`)' \
        breakpoint-inside-statement 'Drizzle\'s statement-breakpoint stands inside a string, comment or function body' \
        broken-snapshot-chain 'A snapshot of Drizzle\'s does not follow from the one before it' \
        cannot-run-in-transaction 'A statement runs in a transaction that PostgreSQL refuses there' \
        cast-fails 'A column\'s type is changed to one that PostgreSQL does not cast to by itself' \
        check-validates 'A CHECK is added to an existing table with a look at every row' \
        client-journal-not-wired 'Hogsend\'s client is made without the journal of the project\'s own migrations' \
        cluster-or-vacuum-full 'CLUSTER or VACUUM FULL of a table that is in use' \
        config-uses-installed-package 'A Drizzle config leads into an installed package' \
        create-index-blocks 'An index is built on an existing table without CONCURRENTLY' \
        data-change-in-migration 'Rows of an existing table are changed where migrations are for the schema only' \
        ddl-with-backfill 'Rows are written or read in bulk in the transaction that locks a table for a schema change' \
        dead-drizzle-config-key 'drizzle.config names the ledger with a key that drizzle-kit does not read' \
        delete-all-rows 'Every row of an existing table is deleted' \
        delete-cascades 'A DELETE takes rows of other tables along' \
        deploy-ignores-migrations 'watchPatterns of the service that migrates leaves out the migrations' \
        detach-partition-blocks 'A partition is detached without CONCURRENTLY from a table that is in use' \
        disable-row-security 'Row security is switched off for a table that is in use' \
        disable-trigger 'Triggers of a table in use are switched off' \
        domain-constraint-scans 'A constraint is added to a domain that existing tables use' \
        down-migration 'A migration is undone in a way that Drizzle does not know' \
        drop-column 'A column that already exists is dropped' \
        drop-constraint 'A constraint or unique index is dropped and nothing takes its place' \
        drop-database 'A database is dropped' \
        drop-default 'A NOT NULL column that already exists loses its default' \
        drop-other 'A function, trigger, policy, sequence, extension, rule, publication or role is dropped' \
        drop-owned 'Everything that a role owns is dropped' \
        drop-schema 'A schema is dropped, with CASCADE together with everything in it' \
        drop-table 'A table that already exists is dropped' \
        drop-type 'An enum, domain or composite type is dropped' \
        drop-view 'A view or materialized view that already exists is dropped' \
        duplicate-index 'An index is built over what another index of the table holds already' \
        duplicate-journal-entry 'The journal names a file twice, or two migrations share a number' \
        empty-migration 'A migration has no statement' \
        engine-enum-declared 'A column is declared with an enum of the engine' \
        engine-enum-used 'A column of an own table has an enum of the engine as its type' \
        engine-ledger-in-config 'drizzle.config of a Hogsend project does not name the client\'s ledger' \
        engine-ledger-touched 'The table that records the engine\'s migrations is changed' \
        engine-object-changed 'An object of the engine is altered, renamed, dropped or written to' \
        engine-object-declared 'A schema file or a snapshot has something under a name of the engine\'s' \
        engine-object-redefined 'Something is created that the engine\'s own migrations create' \
        engine-reference-declared 'A table declares a foreign key to a table of the engine' \
        engine-schema-exported 'Schema files export the engine\'s tables or enums again' \
        engine-table-extended 'A column, index, trigger or policy is added to a table of the engine' \
        engine-takes-name 'A merged table, column, index or type has a name that the engine has taken since' \
        enum-recreation 'An enum is dropped and made anew, which writes its tables twice' \
        enum-value-used-in-same-transaction 'An enum value is used in the transaction that adds it' \
        explicit-ids-without-setval 'Rows are inserted with numbers of their own into a serial or identity column' \
        file-without-journal-entry 'A migration\'s file is there, but Drizzle\'s migrator never looks at it' \
        foreign-key-to-engine 'A foreign key refers to a table of the engine' \
        foreign-key-validates 'A foreign key is added to an existing table with a check of every row' \
        function-signature-change 'A function is created beside one of its name that has other arguments' \
        generated-id-too-long 'A prefix makes generated ids longer than the varchar(32) that they go into' \
        grant-to-public 'A right on a table or schema is granted to PUBLIC' \
        hogsend-versions-differ 'Packages of Hogsend are asked for in versions that do not go together' \
        identifier-too-long 'Two names that are equal in their first 63 bytes: the second object is not created' \
        identity-becomes-always 'A column that exists becomes GENERATED ALWAYS: INSERTs that give a number fail' \
        if-not-exists-hides-difference 'IF NOT EXISTS skips a table, column or index that exists and is different' \
        image-without-migrations 'The image in which a deploy migrates lacks the migrations or the script' \
        invalid-index-kept 'A retry of CREATE INDEX CONCURRENTLY takes an INVALID index for a good one' \
        journal-entry-without-file 'The journal names a migration whose .sql file is not there' \
        journal-numbering 'idx, position and file number of a journal\'s entry do not agree' \
        journal-out-of-order 'An entry\'s when is not greater than that of one before it' \
        journal-time-in-future 'An entry\'s when lies in the future, so that later migrations will be skipped' \
        key-not-prefixed-id 'A new table has a serial or identity column, or a key that is no varchar(32)' \
        list-index-missing 'A new table with org_id and created_at has no index on (org_id, created_at, id)' \
        lock-table 'LOCK TABLE makes readers or writers of a table in use wait' \
        lock-timeout-disabled 'lock_timeout is switched off, very long or set too late for what needs it' \
        lossy-type-change 'A change of a column\'s type silently cuts or rounds its values' \
        malformed-journal 'Drizzle\'s journal is no JSON, or an entry lacks what the migrator reads' \
        malformed-snapshot 'A snapshot of Drizzle\'s is no JSON, or lacks what drizzle-kit reads' \
        merged-journal-changed 'A merged entry of Drizzle\'s journal has another `when` or another place' \
        merged-migration-deleted 'A merged migration was deleted' \
        merged-migration-edited 'A merged migration does something else now' \
        merged-migration-reformatted 'A merged migration has other bytes, but the same statements' \
        merged-migration-renamed 'A merged migration has another name' \
        merged-migrations-moved 'The migrations were converted to the layout of Drizzle 1.0, or moved to another folder' \
        merged-migrations-squashed 'Merged migrations were replaced by fewer' \
        merged-snapshot-changed 'The snapshot of a merged migration was edited or deleted' \
        migrate-in-worker 'The worker migrates, or a service does with every start' \
        migrate-script-bypasses-engine 'What a Hogsend project migrates with leaves out a track, or reverses them' \
        migration-folder-name 'A folder of Drizzle 1.0 has a name that its migrator cannot use' \
        migration-inserted-before-merged 'A new migration comes before merged ones' \
        migration-number-taken 'A new migration has the number of one that base has got meanwhile' \
        migrations-folder-mismatch 'A Hogsend project applies another folder than drizzle-kit writes to' \
        migrations-ignored-by-git 'A .gitignore keeps new migrations, their journal or snapshots out of git' \
        missing-snapshot 'A migration that changes the schema has no snapshot of Drizzle\'s' \
        needs-transaction 'LOCK TABLE, SAVEPOINT, a cursor or AND CHAIN stands where no transaction is open' \
        new-required-column 'A new column is left NOT NULL without a default' \
        newer-than-target 'The statement needs a later PostgreSQL than the one it is written for' \
        newest-snapshot-not-last 'drizzle-kit will generate against a snapshot that is not the newest' \
        no-migrate-before-deploy 'A deploy starts a Hogsend application, and nothing migrates before' \
        no-replica-identity 'UPDATE and DELETE of a published table fail, since it has no replica identity' \
        outdated-snapshots 'Snapshots are of a version that drizzle-kit wants to convert first' \
        package-manager-in-image 'A service of an image with USER is started through pnpm, npm or yarn' \
        partition-beside-default 'A partition is created while there is a DEFAULT partition that has to be read' \
        permissive-policy 'A policy lets every role write every row' \
        policy-change 'A policy of a table in use is changed, a restrictive one added, or the owner bound' \
        production-url-in-config 'drizzle.config holds the address of a database that is not local' \
        publication-leaves-out 'A publication is set or made anew without a table that it had' \
        push-drops-engine-tables 'A script pushes a client\'s schema where the engine\'s tables are' \
        push-in-deployment 'drizzle-kit push runs in a build, a deploy or a start' \
        refresh-materialized-view-blocks 'A materialized view that is in use is refreshed without CONCURRENTLY' \
        reindex-blocks 'REINDEX of a table that is in use without CONCURRENTLY' \
        rename-column 'A column that already exists is renamed' \
        rename-other 'A schema, view, type, enum value, function, sequence or constraint is renamed' \
        rename-table 'A table that already exists is renamed' \
        replace-function 'A function that ran as its owner is replaced without SECURITY DEFINER' \
        replace-view 'CREATE OR REPLACE VIEW drops, renames or retypes columns, which fails' \
        rls-enabled-without-policy 'Row security is switched on for a table in use that has no policy' \
        rollback-in-migration 'ROLLBACK undoes what the migration, or the runner, did before it' \
        schema-check-skipped 'SKIP_SCHEMA_CHECK=true is committed where the app is deployed from' \
        schema-check-skipped-in-code 'The code sets SKIP_SCHEMA_CHECK to true, so that no schema is ever out of date' \
        schema-guard-missing 'Hogsend\'s API starts whatever version the engine\'s schema has' \
        schema-without-migration 'The TypeScript schema declares what no migration makes' \
        security-definer-without-search-path 'A SECURITY DEFINER function does not set its own search_path' \
        sequence-starts-over 'A column that has numbers gets a sequence that begins at 1' \
        serial-key 'A new table of a Hogsend client has a serial or identity key' \
        session-state-lost 'A setting, temporary table or session lock that ends with its own request' \
        set-not-null 'SET NOT NULL reads every row of a table that may have many' \
        set-null-on-not-null 'ON DELETE SET NULL of a column that is NOT NULL' \
        set-schema 'A table, view, type or function that already exists moves to another schema' \
        several-statements-in-chunk 'A chunk has several statements, and the driver takes one' \
        shared-migrations-folder 'Two Drizzle configs with different schemas share a folder, or a ledger' \
        snapshot-differs-from-sql 'A migration\'s SQL does not do what its snapshot says' \
        stale-index 'A function that an index, a generated column or a CHECK was made with is changed' \
        stamp-in-deployment 'A deploy marks migrations as applied without running them' \
        superuser-role 'A role is created with SUPERUSER or BYPASSRLS' \
        suppression-without-reason 'A comment allows a finding and does not say why' \
        syntax-error 'PostgreSQL cannot parse the migration' \
        table-not-exported 'A table is declared in TypeScript and not exported to drizzle-kit' \
        table-rewrite 'Every row of an existing table is written anew' \
        tenant-id-missing 'A new table with org_id has no nullable tenant_id that refers to tenants' \
        timestamp-without-time-zone 'A new column is a timestamp without time zone' \
        transaction-left-open 'BEGIN opens a transaction that the file does not end' \
        transaction-over-neon-http 'The code asks for a transaction over Neon\'s HTTP driver, which has none' \
        trigger-names-missing-column 'A trigger\'s function names a column that its table has not, or not any longer' \
        truncate 'A table that already exists is emptied' \
        types-not-checked-in-ci 'No workflow of a Sendoka project checks the types' \
        undated-backfill-script 'The name of a script in scripts/backfill does not begin with a date' \
        unique-constraint-builds-index 'ADD UNIQUE, PRIMARY KEY or EXCLUDE builds an index on an existing table' \
        unknown-engine-column 'SQL in the code names a column that the engine\'s table does not have' \
        unknown-suppression 'A comment for hoglint names no rule that there is, or is not understood' \
        unlogged-table 'A table is UNLOGGED: a crash empties it' \
        unused-suppression 'A comment allows what no rule finds there' \
        update-all-rows 'One UPDATE writes every row of an existing table' \
        user-id-not-indexed 'A new table of a Hogsend client has a user_id without an index' \
        user-id-not-text 'A new user_id of a Hogsend client is uuid where the engine has text' \
        validate-in-same-transaction 'A constraint is validated in the transaction that adds it NOT VALID' \
        view-without-security-invoker 'A view over a table with row security shows rows by the rights of its owner' \
        will-fail 'PostgreSQL refuses the statement on the schema that the migrations before it make' \
        wrong-client-journal 'Hogsend\'s client is given a journal other than that of the project\'s migrations' \
        wrong-ledger-name 'SQL names a table drizzle_migrations, which is not Drizzle\'s ledger'
end

function __hoglint_command
    set -l words (commandline -opc)
    set -e words[1]
    if set -q words[1]; and contains -- $words[1] $__hoglint_commands
        echo $words[1]
    else
        echo check
    end
end

function __hoglint_is
    contains -- (__hoglint_command) $argv
end

function __hoglint_first
    test (count (commandline -opc)) -eq 1
end

function __hoglint_refs
    git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null
end

function __hoglint_rule_levels
    for rule in (__hoglint_rules | string split -f 1 \t)
        printf '%s\n' $rule=error $rule=warning $rule=note $rule=off
    end
end

# FORMAT=FILE; the formats are the arguments.
function __hoglint_reports
    set -l parts (string match -r '^(?:--report=)?([a-z]+=)(.*)$' -- (commandline -ct))
    if set -q parts[2]
        printf '%s\n' $parts[2](__fish_complete_path "$parts[3]")
    else
        printf '%s=\n' $argv
    end
end

complete -c hoglint -f
complete -c hoglint -n __hoglint_first -a check -d 'find hazards in new migrations'
complete -c hoglint -n __hoglint_first -a plan -d 'which locks new migrations take, in order, and what waits'
complete -c hoglint -n __hoglint_first -a init -d 'set a project up: config, pull requests, hooks'
complete -c hoglint -n __hoglint_first -a explain -d 'a rule at length: what, why, and what to write instead'
complete -c hoglint -n __hoglint_first -a rules -d 'what is looked for, one line for each rule'
complete -c hoglint -n __hoglint_first -a schema -d 'the schema that the migrations lead to'
complete -c hoglint -n __hoglint_first -a project -d 'the tracks, runner and owners that were found, and why'
complete -c hoglint -n __hoglint_first -a history -d 'what already happened to merged migrations'
complete -c hoglint -n __hoglint_first -a upgrade-check -d 'what goes wrong when the folder moves to Drizzle 1.0'
complete -c hoglint -n __hoglint_first -a baseline -d 'write, prune or show what is known and not reported'
complete -c hoglint -n __hoglint_first -a engine -d 'what the engine\'s package owns, and what an upgrade changes'
complete -c hoglint -n __hoglint_first -a drift -d 'whether a database is what the migrations say'
complete -c hoglint -n __hoglint_first -a stats -d 'how large its tables are, for later lints without it'
complete -c hoglint -n __hoglint_first -a completions -d 'print what a shell completes words by'
complete -c hoglint -n '__hoglint_is check plan baseline project' -l base -x -a '(__hoglint_refs)' -d 'what is merged'
complete -c hoglint -n '__hoglint_is check plan schema baseline project upgrade-check drift' -l head -x -a '(__hoglint_refs)' -d 'read the migrations from that commit, not from the disk'
complete -c hoglint -n '__hoglint_is check baseline' -l all -d 'judge merged migrations as well, each by itself'
complete -c hoglint -n '__hoglint_is check' -l stdin-filename -r -F -d 'with -'
complete -c hoglint -n '__hoglint_is check plan schema baseline drift' -l runner -x -a 'drizzle drizzle-neon-http hogsend per-file autocommit' -d 'what applies them'
complete -c hoglint -n '__hoglint_is check plan schema baseline' -l pg-version -x -a '12 13 14 15 16 17 18' -d 'the server\'s major version, 12 to 18'
complete -c hoglint -n '__hoglint_is check plan schema baseline engine project upgrade-check drift stats' -l config -r -F -d 'instead of the nearest hoglint.json'
complete -c hoglint -n '__hoglint_is check baseline upgrade-check' -l rule -x -a '(__hoglint_rule_levels)' -d 'set a rule to error, warning, note or off'
complete -c hoglint -n '__hoglint_is check upgrade-check' -l fail-on -x -a 'error warning note off' -d 'exit with 1 from this level on'
complete -c hoglint -n '__hoglint_is check' -l format -x -a 'text json markdown html sarif github gitlab junit checkstyle' -d 'what is printed'
complete -c hoglint -n '__hoglint_is check' -l report -x -a '(__hoglint_reports text json markdown html sarif github gitlab junit checkstyle)' -d 'the same into a file as well, as often as wanted'
complete -c hoglint -n '__hoglint_is check upgrade-check' -l show-suppressed -d 'list what comments and the baseline keep out'
complete -c hoglint -n '__hoglint_is check upgrade-check' -l quiet -s q -d 'print nothing when all was checked and is clean'
complete -c hoglint -l color -x -a 'auto always never' -d 'colours'
complete -c hoglint -l help -s h -d 'print this page'
complete -c hoglint -l version -s V -d 'print the version'
complete -c hoglint -n '__hoglint_is check plan schema history engine project upgrade-check drift init' -F
complete -c hoglint -n '__hoglint_is plan' -l all -d 'merged migrations as well, each by itself'
complete -c hoglint -n '__hoglint_is plan' -l sql-before -r -F -d 'a schema dump or setup script'
complete -c hoglint -n '__hoglint_is plan' -l format -x -a 'text json markdown' -d 'what is printed'
complete -c hoglint -n '__hoglint_is plan' -l report -x -a '(__hoglint_reports text json markdown)' -d 'the same into a file as well, as often as wanted'
complete -c hoglint -n '__hoglint_is schema rules explain history engine project upgrade-check drift' -l format -x -a 'text json' -d 'what is printed'
complete -c hoglint -n '__hoglint_is schema rules explain history engine project upgrade-check drift' -l report -x -a '(__hoglint_reports text json)' -d 'the same into a file as well, as often as wanted'
complete -c hoglint -n '__hoglint_is explain' -l no-pager -d 'print it as it is, also on a terminal'
complete -c hoglint -n '__hoglint_is explain' -a '(__hoglint_rules)'
complete -c hoglint -n '__hoglint_is baseline' -a 'write prune show'
complete -c hoglint -n '__hoglint_is history' -l since -x -a '(__hoglint_refs)' -d 'leave out what that commit already has'
complete -c hoglint -n '__hoglint_is history' -l head -x -a '(__hoglint_refs)' -d 'begin there instead of at HEAD'
complete -c hoglint -n '__hoglint_is engine' -l diff -d 'compare two states instead'
complete -c hoglint -n '__hoglint_is project' -l runner -x -a 'drizzle drizzle-neon-http hogsend per-file autocommit' -d 'what the run would go by'
complete -c hoglint -n '__hoglint_is drift stats' -l database-url -x -d 'the database'
complete -c hoglint -n '__hoglint_is drift' -l ledger -x -d 'the table of applied migrations of the one track that is given'
complete -c hoglint -n '__hoglint_is drift' -l against -x -d 'compare with that database'
complete -c hoglint -n '__hoglint_is drift' -l health-url -x -d 'what its /v1/health says, and what that cannot know'
complete -c hoglint -n '__hoglint_is drift' -l wait -x -d 'ask until it is healthy'
complete -c hoglint -n '__hoglint_is drift' -l strict -d 'warnings fail too, such as a client track that is behind'
complete -c hoglint -n '__hoglint_is drift' -l stamp-plan -d 'print the INSERTs'
complete -c hoglint -n '__hoglint_is stats' -l output -r -F -d 'the file to write, - for standard output'
complete -c hoglint -n '__hoglint_is init' -l yes -s y -d 'write the files without asking'
complete -c hoglint -n '__hoglint_is init' -l dry-run -d 'only show them, and ask nothing'
complete -c hoglint -n '__hoglint_is completions' -a 'bash zsh fish'
