// The catalogue that SQL text leaves behind.
#include "tests/support/catalogue_after.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hoglint::testing {
namespace {

char Letter(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::kPrimaryKey:
      return 'p';
    case ConstraintKind::kUnique:
      return 'u';
    case ConstraintKind::kForeignKey:
      return 'f';
    case ConstraintKind::kCheck:
      return 'c';
    case ConstraintKind::kExclude:
      return 'x';
    case ConstraintKind::kNotNull:
      return 'n';
  }
  return '?';
}

ObjectName NameOf(const std::string& text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) return {"public", text, {}};
  return {text.substr(0, dot), text.substr(dot + 1), {}};
}

}  // namespace

std::vector<std::string> Applied::Messages() const {
  std::vector<std::string> messages;
  for (const Conflict& conflict : conflicts) {
    messages.push_back(conflict.message + (conflict.certain ? "" : "?"));
  }
  return messages;
}

Applied ApplySql(std::string_view sql, Catalogue start, BatchId batch, ChunkRule chunks) {
  Sources sources;
  const SourceFile& file = sources.Add("test.sql", std::string(sql));
  ParseOptions options;
  options.chunks = chunks;
  ParsedFile parsed = Parse(file, options);
  Applied applied;
  applied.catalogue = std::move(start);
  applied.problems = std::move(parsed.problems);
  for (const Statement& statement : parsed.statements) {
    ApplyOutcome outcome = Apply(applied.catalogue, statement, batch);
    std::ranges::move(outcome.conflicts, std::back_inserter(applied.conflicts));
    if (outcome.not_modelled) applied.not_modelled.push_back(*outcome.not_modelled);
  }
  return applied;
}

Catalogue CatalogueAfter(std::string_view sql) {
  Applied applied = ApplySql(sql);
  for (const ParseProblem& problem : applied.problems) ADD_FAILURE() << problem.message;
  return std::move(applied.catalogue);
}

Relation RelationIn(const Catalogue& catalogue, const std::string& name) {
  const Relation* found = catalogue.Find(NameOf(name));
  if (found != nullptr) return *found;
  ADD_FAILURE() << "there is no relation " << name;
  return {};
}

std::vector<std::string> ColumnsIn(const Catalogue& catalogue, const std::string& relation) {
  std::vector<std::string> columns;
  for (const Column& column : RelationIn(catalogue, relation).columns) {
    std::string text = column.name + " " + column.type;
    if (column.not_null) text += " not null";
    if (column.default_value) text += " default " + column.default_value->expression.text;
    columns.push_back(std::move(text));
  }
  return columns;
}

std::vector<std::string> ConstraintsIn(const Catalogue& catalogue, const std::string& relation) {
  std::vector<std::string> constraints;
  for (const Constraint& constraint : RelationIn(catalogue, relation).constraints) {
    std::string text = constraint.name + " " + Letter(constraint.kind);
    if (!constraint.validated) text += " not valid";
    constraints.push_back(std::move(text));
  }
  std::ranges::sort(constraints);
  return constraints;
}

std::vector<std::string> IndexesIn(const Catalogue& catalogue, const std::string& relation) {
  std::vector<std::string> indexes;
  for (const RelationId id : RelationIn(catalogue, relation).indexes) {
    indexes.push_back(catalogue.Get(id)->name.name);
  }
  std::ranges::sort(indexes);
  return indexes;
}

std::vector<std::string> NamesOfKind(const Catalogue& catalogue, RelationKind kind) {
  std::vector<std::string> names;
  for (const auto& [name, id] : catalogue.relation_names()) {
    if (catalogue.Get(id)->kind == kind) names.push_back(ToString(name));
  }
  return names;
}

}  // namespace hoglint::testing
