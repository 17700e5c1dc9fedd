// newer-than-target: the statement needs a later PostgreSQL than the one that it is written for.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/newer_functions.h"
#include "lint/facts/statement_words.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// What a person who did not name a version gets (checker/cli/arguments.h).
constexpr int kDefaultTarget = 17;

struct Use {
  const StatementFacts& facts;
  mutable std::optional<StatementWords> taken_apart = std::nullopt;  // once it was asked for

  [[nodiscard]] const StatementWords& words() const {
    if (!taken_apart) taken_apart.emplace(facts);
    return *taken_apart;
  }
};

// Where the statement uses the feature; absent when it does not.
using Finder = std::optional<Span> (*)(const Use&);

// The first PostgreSQL that has the feature, by its release notes; newer_test tries each on
// servers.
struct Feature {
  std::string_view name;
  int since;
  Finder find;
  std::string_view instead;
};

template <std::size_t N>
std::optional<Span> Phrase(const Use& use, const std::string_view (&words)[N]) {
  return use.words().FindPhrase(words);
}

// Every constraint that the statement writes, those of columns too.
template <typename Test>
std::optional<Span> AnyConstraint(const Use& use, Test test) {
  std::optional<Span> found;
  const auto look = [&](const ConstraintDefinition& constraint) {
    if (!found && test(constraint)) found = constraint.span;
  };
  const auto look_at = [&](const ColumnDefinition& column) {
    for (const ConstraintDefinition& constraint : column.constraints) look(constraint);
  };
  if (const auto* create = As<CreateTable>(use.facts.statement)) {
    for (const ColumnDefinition& column : create->columns) look_at(column);
    for (const ConstraintDefinition& constraint : create->constraints) look(constraint);
  }
  if (const auto* alter = As<AlterTable>(use.facts.statement)) {
    for (const AlterTableAction& action : alter->actions) {
      if (action.constraint) look(*action.constraint);
      if (action.column_definition) look_at(*action.column_definition);
    }
  }
  return found;
}

template <typename Test>
std::optional<Span> AnyColumn(const Use& use, Test test) {
  if (const auto* create = As<CreateTable>(use.facts.statement)) {
    for (const ColumnDefinition& column : create->columns) {
      if (test(column)) return column.span;
    }
  }
  if (const auto* alter = As<AlterTable>(use.facts.statement)) {
    for (const AlterTableAction& action : alter->actions) {
      if (action.column_definition && test(*action.column_definition)) return action.span;
    }
  }
  return std::nullopt;
}

template <typename Test>
std::optional<Span> AnyAction(const Use& use, Test test) {
  const auto* alter = As<AlterTable>(use.facts.statement);
  if (alter == nullptr) return std::nullopt;
  for (const AlterTableAction& action : alter->actions) {
    if (test(action)) return action.span;
  }
  return std::nullopt;
}

std::optional<Span> NullsNotDistinct(const Use& use) {
  const auto* index = As<CreateIndex>(use.facts.statement);
  if (index != nullptr && index->nulls_not_distinct) return use.facts.statement.span;
  return AnyConstraint(use, [](const auto& constraint) { return constraint.nulls_not_distinct; });
}

std::optional<Span> TableNotNull(const Use& use) {
  const auto is_not_null = [](const ConstraintDefinition& constraint) {
    return constraint.kind == ConstraintKind::kNotNull;
  };
  if (const auto* create = As<CreateTable>(use.facts.statement)) {
    const auto found = std::ranges::find_if(create->constraints, is_not_null);
    return found == create->constraints.end() ? std::nullopt : std::optional(found->span);
  }
  return AnyAction(use, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kAddConstraint && action.constraint &&
           is_not_null(*action.constraint);
  });
}

// ADD FOREIGN KEY ... NOT VALID on a partitioned table.
std::optional<Span> PartitionedNotValid(const Use& use) {
  const auto* alter = As<AlterTable>(use.facts.statement);
  const Relation* table = alter == nullptr ? nullptr : use.facts.before.Find(alter->table);
  if (table == nullptr || table->kind != RelationKind::kPartitionedTable) return std::nullopt;
  return AnyAction(use, [](const AlterTableAction& action) {
    return action.constraint && action.constraint->kind == ConstraintKind::kForeignKey &&
           action.constraint->not_valid;
  });
}

std::optional<Span> SecurityInvoker(const Use& use) {
  const auto is_it = [](const StorageOption& option) { return option.name == "security_invoker"; };
  const auto* view = As<CreateView>(use.facts.statement);
  if (view != nullptr && std::ranges::any_of(view->options, is_it)) return view->view.span;
  return AnyAction(use,
                   [&](const auto& action) { return std::ranges::any_of(action.options, is_it); });
}

std::optional<Span> DomainNotNull(const Use& use) {
  const auto* alter = As<AlterDomain>(use.facts.statement);
  const bool found = alter != nullptr && alter->kind == AlterDomainKind::kAddConstraint &&
                     alter->constraint && alter->constraint->kind == ConstraintKind::kNotNull;
  return found ? std::optional(use.facts.statement.span) : std::nullopt;
}

// A table called so, or under such an alias, is meant by the name in every version.
std::optional<Span> ReturningRow(const StatementWords& words, std::string_view row) {
  bool returning = false;
  for (std::size_t at = 0; at + 1 < words.tokens().size(); ++at) {
    returning |= words.IsWord(at, "returning");
    if (!words.IsWord(at, row)) continue;
    if (!returning && !words.IsSign(at + 1, ".")) return std::nullopt;
    if (returning && words.IsSign(at + 1, ".")) return words.SpanOf(at, at + 1);
  }
  return std::nullopt;
}

std::optional<Span> ReturningOld(const Use& use) {
  const StatementBody& body = use.facts.statement.body;
  const bool writes = std::holds_alternative<Insert>(body) ||
                      std::holds_alternative<Update>(body) ||
                      std::holds_alternative<Delete>(body) || std::holds_alternative<Merge>(body);
  if (!writes) return std::nullopt;
  const auto old_row = ReturningRow(use.words(), "old");
  return old_row ? old_row : ReturningRow(use.words(), "new");
}

std::optional<Span> Maintain(const Use& use) {
  const auto* grant = As<Grant>(use.facts.statement);
  const bool found = grant != nullptr && std::ranges::count(grant->privileges, "maintain") > 0;
  return found ? std::optional(use.facts.statement.span) : std::nullopt;
}

std::optional<Span> TransactionTimeout(const Use& use) {
  const auto* set = As<SetVariable>(use.facts.statement);
  const bool found = set != nullptr && set->name == "transaction_timeout";
  return found ? std::optional(use.facts.statement.span) : std::nullopt;
}

std::optional<Span> MergeStatement(const Use& use) {
  const bool found = As<Merge>(use.facts.statement) != nullptr;
  return found ? std::optional(use.facts.statement.span) : std::nullopt;
}

std::optional<Span> UnnamedStatistics(const Use& use) {
  const auto* create = As<CreateStatistics>(use.facts.statement);
  const bool found = create != nullptr && create->statistics.name.empty();
  return found ? std::optional(use.facts.statement.span) : std::nullopt;
}

std::optional<Span> ReplacedTrigger(const Use& use) {
  const auto* create = As<CreateTrigger>(use.facts.statement);
  const bool found = create != nullptr && create->replace;
  return found ? std::optional(use.facts.statement.span) : std::nullopt;
}

template <AlterTableKind kKind>
std::optional<Span> Action(const Use& use) {
  return AnyAction(use, [](const AlterTableAction& action) { return action.kind == kKind; });
}

// Sorted by version, newest first.
constexpr std::array kFeatures = {
    Feature{"a virtual generated column", 18,
            [](const Use& use) {
              return AnyColumn(use, [](const ColumnDefinition& column) {
                return column.generated == Generated::kVirtual;
              });
            },
            "write STORED, or compute the value in a view"},
    Feature{"NOT ENFORCED", 18,
            [](const Use& use) {
              return AnyConstraint(use, [](const auto& one) { return one.not_enforced; });
            },
            "leave the constraint out: one that is not enforced checks nothing"},
    Feature{"NOT NULL as a constraint of the table", 18, TableNotNull,
            "add CHECK (... IS NOT NULL) NOT VALID, validate it in a later deploy, then SET NOT "
            "NULL"},
    Feature{"WITHOUT OVERLAPS or PERIOD", 18,
            [](const Use& use) {
              return AnyConstraint(use, [](const auto& one) { return one.without_overlaps; });
            },
            "use EXCLUDE USING gist (... WITH =, ... WITH &&)"},
    Feature{"a foreign key NOT VALID on a partitioned table", 18, PartitionedNotValid,
            "add it NOT VALID to every partition, validate those, then add it to the parent"},
    Feature{"OLD and NEW in RETURNING", 18, ReturningOld,
            "read the old row in a CTE with FOR UPDATE first"},
    Feature{"SET EXPRESSION", 17, Action<AlterTableKind::kSetExpression>,
            "drop the generated column and add it anew"},
    Feature{"the privilege MAINTAIN", 17, Maintain, "make the role an owner of the table"},
    Feature{"transaction_timeout", 17, TransactionTimeout, "use statement_timeout"},
    Feature{"NOT NULL as a constraint of a domain", 17, DomainNotNull,
            "ALTER DOMAIN ... SET NOT NULL"},
    Feature{"JSON_TABLE", 17,
            [](const Use& use) {
              return Phrase(use, {"json_table", "("});
            },
            "use jsonb_to_recordset or jsonb_path_query"},
    Feature{"MERGE ... RETURNING", 17,
            [](const Use& use) {
              return MergeStatement(use) ? Phrase(use, {"returning"}) : std::nullopt;
            },
            "use INSERT ... ON CONFLICT ... RETURNING"},
    Feature{"WHEN NOT MATCHED BY SOURCE", 17,
            [](const Use& use) {
              return MergeStatement(use) ? Phrase(use, {"not", "matched", "by", "source"})
                                         : std::nullopt;
            },
            "delete or update those rows in a statement of their own"},
    Feature{"STORAGE on a new column", 16,
            [](const Use& use) {
              return AnyColumn(use, [](const auto& column) { return !column.storage.empty(); });
            },
            "ALTER TABLE ... ALTER COLUMN ... SET STORAGE afterwards"},
    Feature{"CREATE STATISTICS without a name", 16, UnnamedStatistics, "give it a name"},
    Feature{"IS JSON", 16,
            [](const Use& use) {
              const auto plain = Phrase(use, {"is", "json"});
              return plain ? plain : Phrase(use, {"is", "not", "json"});
            },
            "store the value as jsonb"},
    Feature{"NULLS NOT DISTINCT", 15, NullsNotDistinct,
            "build a unique index over coalesce(...), or two partial ones"},
    Feature{"MERGE", 15, MergeStatement, "use INSERT ... ON CONFLICT"},
    Feature{"security_invoker", 15, SecurityInvoker, "use a function with SECURITY INVOKER"},
    Feature{"SET ACCESS METHOD", 15, Action<AlterTableKind::kSetAccessMethod>,
            "make a new table and copy the rows"},
    Feature{"SET NULL or SET DEFAULT of some columns", 15,
            [](const Use& use) {
              const auto null = Phrase(use, {"delete", "set", "null", "("});
              return null ? null : Phrase(use, {"delete", "set", "default", "("});
            },
            "write the columns without a list, or use a trigger"},
    Feature{"a publication for TABLES IN SCHEMA", 15,
            [](const Use& use) {
              return Phrase(use, {"for", "tables", "in", "schema"});
            },
            "list the tables"},
    Feature{"DETACH PARTITION CONCURRENTLY", 14,
            [](const Use& use) {
              return AnyAction(use, [](const auto& action) {
                return action.kind == AlterTableKind::kDetachPartition && action.concurrently;
              });
            },
            "detach it without CONCURRENTLY, under a short lock_timeout"},
    Feature{"COMPRESSION of a column", 14,
            [](const Use& use) {
              const auto set = Action<AlterTableKind::kSetCompression>(use);
              return set ? set : AnyColumn(use, [](const auto& column) {
                return !column.compression.empty();
              });
            },
            "leave it out: pglz was the only method"},
    Feature{"CREATE OR REPLACE TRIGGER", 14, ReplacedTrigger,
            "DROP TRIGGER IF EXISTS, then CREATE TRIGGER"},
};

void Report(std::string_view what, int since, std::string_view instead, const Span& span,
            const StatementFacts& facts, Findings& findings) {
  const int target = facts.server.major_version;
  Finding& finding = findings.Add(
      span, fmt::format("{} needs PostgreSQL {}, the target is {}", what, since, target));
  finding.subject = what;
  finding.effect = fmt::format("PostgreSQL {} refuses the statement: the migration fails", target);
  finding.remedy =
      fmt::format("{}; or say --pg-version {} when the server is that new", instead, since);
  if (target == kDefaultTarget) {
    finding.level = Level::kWarning;
    finding.effect +=
        fmt::format(" ({} is what hoglint takes when --pg-version does not say)", kDefaultTarget);
  }
}

void CheckFunctions(const StatementFacts& facts, Findings& findings) {
  for (const NewerCall& call : NewerCallsOf(facts)) {
    const ObjectName name{"", std::string(call.name), {}};
    if (!facts.before.FindFunctions(name).empty() || !HistoryIsComplete(facts)) continue;
    Report(fmt::format("{}()", call.name), call.since, "create a function of that name first",
           call.span, facts, findings);
  }
}

void Check(const StatementFacts& facts, Findings& findings) {
  const StatementBody& body = facts.statement.body;
  if (std::holds_alternative<CreateFunction>(body) || std::holds_alternative<DoBlock>(body)) return;
  if (facts.server.major_version >= kFeatures.front().since) return;
  const Use use{facts};
  for (const Feature& feature : kFeatures) {
    if (feature.since <= facts.server.major_version) break;
    const std::optional<Span> span = feature.find(use);
    if (!span) continue;
    Report(feature.name, feature.since, feature.instead, *span, facts, findings);
    return;  // one cause is enough to fail
  }
  CheckFunctions(facts, findings);
}

}  // namespace

extern const Rule newer_than_target{
    .id = "newer-than-target",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The statement needs a later PostgreSQL than the one it is written for",
    .effect =
        "An older server refuses the syntax or does not know the function, so the migration "
        "fails. It is a warning where the target is PostgreSQL 17, which is what hoglint takes "
        "when --pg-version does not say anything else.",
    .remedy =
        "Write what the target has, or upgrade first. Tell hoglint the server's version with "
        "--pg-version.",
    .manual = "release.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
