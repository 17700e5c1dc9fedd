#include "tests/oracle/remedy_forms.h"

#include <set>

namespace hoglint::testing {
namespace {

using enum Follow;
using enum Left;

std::set<const RemedyForm*>& Used() {
  static std::set<const RemedyForm*> used;
  return used;
}

}  // namespace

const std::vector<RemedyForm>& RemedyForms() {
  static const std::vector<RemedyForm> forms = {
      {.rule = "add-column-not-null-without-default",
       .words = "",
       .left = kOther,
       .why = "it has a default, or may be NULL until it is filled"},
      {.rule = "attach-partition-scans",
       .words = "",
       .follow = kNotRunnable,
       .why = "the bounds as a condition are the author's to write"},
      {.rule = "cannot-run-in-transaction", .words = "or end the transaction before it"},
      {.rule = "cannot-run-in-transaction", .words = "leave CONCURRENTLY out"},
      {.rule = "cannot-run-in-transaction", .words = "put it into a chunk of its own"},
      {.rule = "cannot-run-in-transaction",
       .words = "create it ON ONLY",
       .follow = kNotRunnable,
       .why = "the partitions and names of their indexes are the author's to write"},
      {.rule = "cannot-run-in-transaction",
       .words = "in a migration file of its own",
       .follow = kAfterwards},
      {.rule = "cannot-run-in-transaction", .words = "", .follow = kByHand},
      {.rule = "cast-fails",
       .words = "or, where that keeps others waiting",
       .left = kOther,
       .why = "both columns are there until a later deploy"},
      {.rule = "cast-fails", .words = ""},
      {.rule = "check-validates", .words = ""},
      {.rule = "create-index-blocks",
       .words = "create it ON ONLY",
       .follow = kNotRunnable,
       .why = "the partitions and names of their indexes are the author's to write"},
      {.rule = "create-index-blocks",
       .words = "make sure that it is there",
       .follow = kByHandBefore},
      {.rule = "create-index-blocks",
       .words = "in a migration file of its own",
       .follow = kAfterwards},
      {.rule = "create-index-blocks", .words = "", .follow = kByHand},
      {.rule = "ddl-with-backfill", .words = "", .follow = kAfterwards},
      {.rule = "update-all-rows", .words = "", .follow = kAfterwards},
      {.rule = "detach-partition-blocks",
       .words = "",
       .follow = kByHand,
       .left = kOther,
       .why = "CONCURRENTLY leaves a CHECK with the bounds of the partition"},
      {.rule = "domain-constraint-scans",
       .words = "",
       .left = kOther,
       .why = "a CHECK stands for the NOT NULL of a domain"},
      {.rule = "drop-column",
       .words = "until then code that does not fill it needs",
       .left = kOther,
       .why = "the column is dropped in a later deploy"},
      {.rule = "drop-constraint",
       .words = "make a unique index",
       .follow = kNotRunnable,
       .why = "which index it is is the author's to say"},
      {.rule = "drop-constraint",
       .words = "",
       .follow = kByHand,
       .left = kOther,
       .why = "the constraint is dropped in a later deploy"},
      {.rule = "drop-owned",
       .words = "",
       .follow = kNotRunnable,
       .why = "who gets the objects is the author's to say"},
      {.rule = "enum-recreation",
       .words = "",
       .follow = kWholeMigration,
       .left = kOther,
       .why = "the type keeps its values"},
      {.rule = "enum-value-used-in-same-transaction",
       .words = "add the value alone",
       .follow = kStatementLater},
      {.rule = "enum-value-used-in-same-transaction",
       .words = "or commit between",
       .follow = kBefore},
      {.rule = "explicit-ids-without-setval", .words = "", .follow = kBehind},
      {.rule = "foreign-key-validates", .words = "declare the key where", .follow = kAtColumn},
      {.rule = "foreign-key-validates",
       .words = "refuses NOT VALID on a partitioned table",
       .follow = kNotRunnable,
       .why = "one statement for each partition"},
      {.rule = "foreign-key-validates", .words = ""},
      {.rule = "function-signature-change",
       .words = "",
       .follow = kBefore,
       .left = kOther,
       .why = "only the new function is left"},
      {.rule = "will-fail",
       .words = "with what depends on it",
       .follow = kNotRunnable,
       .why = "what depends on it is the author's to drop and make again"},
      {.rule = "will-fail", .words = "drop the old one first", .follow = kBefore},
      {.rule = "invalid-index-kept", .words = "", .follow = kBefore},
      {.rule = "lock-table", .words = ""},
      {.rule = "lock-timeout-disabled", .words = ""},
      {.rule = "lossy-type-change", .words = "", .follow = kLook},
      {.rule = "new-required-column",
       .words = "",
       .follow = kBehind,
       .left = kOther,
       .why = "it has a default for a while"},
      {.rule = "partition-beside-default",
       .words = "",
       .follow = kNotRunnable,
       .why = "the bounds as a condition are the author's to write"},
      {.rule = "refresh-materialized-view-blocks",
       .words = "a unique index, which CONCURRENTLY needs",
       .follow = kNotRunnable,
       .why = "over which columns the view is unique, its author knows"},
      {.rule = "refresh-materialized-view-blocks", .words = ""},
      {.rule = "reindex-blocks", .words = "", .follow = kByHand},
      {.rule = "rename-column",
       .words = "",
       .left = kOther,
       .why = "both columns are there until a later deploy"},
      {.rule = "rename-other", .words = "", .left = kOther, .why = "both values are there"},
      {.rule = "rename-table",
       .words = "",
       .left = kOther,
       .why = "a view stands under the old name"},
      {.rule = "replace-view", .words = "", .follow = kBefore},
      {.rule = "rls-enabled-without-policy",
       .words = "",
       .follow = kNotRunnable,
       .why = "who may see what is the author's to say"},
      {.rule = "rollback-in-migration", .words = "", .follow = kIsAnError},
      {.rule = "security-definer-without-search-path",
       .words = "",
       .follow = kNotRunnable,
       .why = "a clause of the function"},
      {.rule = "sequence-starts-over", .words = "", .follow = kBehind},
      {.rule = "set-not-null",
       .words = "say NOT NULL where the column is added",
       .follow = kAtColumn},
      {.rule = "set-not-null",
       .words = "before it, which lets reads and writes through",
       .left = kOther,
       .why = "the proof that was there is valid"},
      {.rule = "set-not-null", .words = ""},
      {.rule = "set-null-on-not-null",
       .words = "",
       .follow = kBefore,
       .left = kOther,
       .why = "the column may be NULL"},
      {.rule = "set-schema",
       .words = "",
       .left = kOther,
       .why = "a view stands under the old name"},
      {.rule = "several-statements-in-chunk",
       .words = "",
       .follow = kNotRunnable,
       .why = "it stands for every statement of the file"},
      {.rule = "table-rewrite", .words = "say the time zone to the session"},
      {.rule = "table-rewrite",
       .words = "",
       .left = kOther,
       .why = "the old column stays, or the values are changed later"},
      {.rule = "transaction-left-open", .words = "", .follow = kAtEnd},
      {.rule = "unique-constraint-builds-index",
       .words = "add the new column beside the old one",
       .follow = kNotRunnable,
       .why = "what the new column holds is the author's to say"},
      {.rule = "unique-constraint-builds-index", .words = "", .follow = kByHand},
      {.rule = "validate-in-same-transaction", .words = "", .follow = kLater},
      {.rule = "view-without-security-invoker",
       .words = "",
       .follow = kNotRunnable,
       .why = "the query behind AS is not repeated"},
  };
  return forms;
}

const RemedyForm* FormOf(std::string_view rule, std::string_view prose) {
  for (const RemedyForm& form : RemedyForms()) {
    if (form.rule != rule || prose.find(form.words) == std::string_view::npos) continue;
    Used().insert(&form);
    return &form;
  }
  return nullptr;
}

std::vector<const RemedyForm*> UnusedForms() {
  std::vector<const RemedyForm*> unused;
  for (const RemedyForm& form : RemedyForms()) {
    if (!Used().contains(&form)) unused.push_back(&form);
  }
  return unused;
}

const std::vector<Filling>& Fillings() {
  static const std::vector<Filling> fillings = {
      {.rule = "add-column-not-null-without-default",
       .placeholder = "DEFAULT ...;",
       .text = "DEFAULT '0';"},
      {.rule = "new-required-column", .placeholder = "DEFAULT ...;", .text = "DEFAULT '0';"},
      {.rule = "drop-constraint",
       .placeholder = "CONCURRENTLY ... ON",
       .text = "CONCURRENTLY takes_its_place ON"},
      {.rule = "rename-column", .placeholder = " ...;", .text = " text;"},
      {.rule = "cast-fails", .placeholder = "<expression>", .text = "length(id::text)"},
  };
  return fillings;
}

}  // namespace hoglint::testing
