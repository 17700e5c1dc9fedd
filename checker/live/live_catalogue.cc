#include "checker/live/live_catalogue.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checker/live/schema_queries.h"
#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

using Row = std::vector<SqlValue>;

// A type as a session whose search path is `public` would print it: as the fold has it.
std::string TypeText(const SqlValue& cell) {
  constexpr std::string_view kPublic = "public.";
  std::string text = cell.value_or("");
  return text.starts_with(kPublic) ? text.substr(kPublic.size()) : text;
}

std::vector<std::string> Names(const SqlValue& cell) {
  std::vector<std::string> names;
  std::string_view rest = cell ? std::string_view(*cell) : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = rest.find(kNameSeparator);
    names.emplace_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return names;
}

std::optional<Expression> ExpressionOf(const SqlValue& cell) {
  if (!cell) return std::nullopt;
  Expression expression;
  expression.text = *cell;
  return expression;
}

// PostgreSQL keeps DEFAULT NULL where it had to convert the NULL: NULL::character varying.
bool IsNull(const Expression& expression) {
  return expression.text.starts_with("NULL::") &&
         apply::NormalisedExpression(expression.text) == "null";
}

bool IsTrue(const SqlValue& cell) { return cell == "t"; }
char Letter(const SqlValue& cell) { return cell && !cell->empty() ? cell->front() : ' '; }

ForeignKeyAction ActionOf(char letter) {
  switch (letter) {
    case 'r':
      return ForeignKeyAction::kRestrict;
    case 'c':
      return ForeignKeyAction::kCascade;
    case 'n':
      return ForeignKeyAction::kSetNull;
    case 'd':
      return ForeignKeyAction::kSetDefault;
    default:
      return ForeignKeyAction::kNoAction;
  }
}

ConstraintKind KindOf(char letter) {
  switch (letter) {
    case 'p':
      return ConstraintKind::kPrimaryKey;
    case 'u':
      return ConstraintKind::kUnique;
    case 'f':
      return ConstraintKind::kForeignKey;
    case 'c':
      return ConstraintKind::kCheck;
    default:
      return ConstraintKind::kExclude;
  }
}

std::string CommandOf(char letter) {
  switch (letter) {
    case 'r':
      return "select";
    case 'a':
      return "insert";
    case 'w':
      return "update";
    case 'd':
      return "delete";
    default:
      return "all";
  }
}

TypeKind TypeKindOf(char letter) {
  return letter == 'e' ? TypeKind::kEnum : letter == 'd' ? TypeKind::kDomain : TypeKind::kRange;
}

// Takes the rows of one query after the other; what is of an object that was left out is left out.
class Builder {
 public:
  void AddSchema(const Row& row) { catalogue_.mutable_schemas().insert(row[0].value_or("")); }
  void AddExtension(const Row& row) { catalogue_.mutable_extensions().insert(row[0].value_or("")); }

  void AddRelation(const Row& row) {
    Relation relation;
    relation.name = {row[1].value_or(""), row[2].value_or("")};
    relation.kind = static_cast<RelationKind>(Letter(row[3]));
    relation.persistence = Letter(row[4]) == 'u' ? Persistence::kUnlogged : Persistence::kPermanent;
    relation.row_security = IsTrue(row[5]);
    relation.force_row_security = IsTrue(row[6]);
    relation.may_have_rows = true;
    if (relation.kind == RelationKind::kSequence) relation.sequence.emplace();
    if (relation.kind == RelationKind::kView || relation.kind == RelationKind::kMaterializedView) {
      relation.view.emplace();
    }
    Add(row[0], std::move(relation));
  }

  void AddColumn(const Row& row) {
    Relation* relation = Find(row[0]);
    if (relation == nullptr) return;
    Column column;
    column.name = row[1].value_or("");
    column.type = TypeText(row[2]);
    column.not_null = IsTrue(row[3]);
    const char identity = Letter(row[4]);
    column.identity = identity == 'a'   ? Identity::kAlways
                      : identity == 'd' ? Identity::kByDefault
                                        : Identity::kNone;
    const char generated = Letter(row[5]);
    column.generated = generated == 's'   ? Generated::kStored
                       : generated == 'v' ? Generated::kVirtual
                                          : Generated::kNone;
    if (auto expression = ExpressionOf(row[6])) {
      if (column.generated == Generated::kNone && !IsNull(*expression)) {
        column.default_value = ColumnDefault{*std::move(expression), Volatility::kUnknown, {}};
      } else if (column.generated != Generated::kNone) {
        column.generated_expression = std::move(expression);
      }
    }
    column.inherited = IsTrue(row[7]);
    column.local = IsTrue(row[8]);
    relation->columns.push_back(std::move(column));
  }

  void AddType(const Row& row) {
    Type type;
    type.name = {row[0].value_or(""), row[1].value_or("")};
    type.kind = TypeKindOf(Letter(row[2]));
    type.base.name = TypeText(row[3]);
    type.not_null = IsTrue(row[4]);
    catalogue_.AddType(std::move(type));
  }

  void AddLabel(const Row& row) {
    const auto type = catalogue_.mutable_types().find({row[0].value_or(""), row[1].value_or("")});
    if (type == catalogue_.mutable_types().end()) return;
    type->second.values.push_back({row[2].value_or(""), {}});
  }

  void AddIndex(const Row& row) {
    Relation* table = Find(row[4]);
    if (table == nullptr) return;
    Relation index;
    index.name = {row[1].value_or(""), row[2].value_or("")};
    index.kind = static_cast<RelationKind>(Letter(row[3]));
    IndexDetails details;
    details.table = table->id;
    details.unique = IsTrue(row[5]);
    details.primary = IsTrue(row[6]);
    details.valid = IsTrue(row[7]);
    details.nulls_not_distinct = IsTrue(row[8]);
    details.access_method = row[9].value_or("");
    details.where = ExpressionOf(row[10]);
    details.exclusion = IsTrue(row[11]);
    details.of_constraint = IsTrue(row[12]);
    index.index = std::move(details);
    const RelationId of = table->id;
    const RelationId id = Add(row[0], std::move(index));
    catalogue_.Mutable(of).indexes.push_back(id);
    if (row[13]) index_parents_.emplace_back(id, *row[13]);
  }

  // indoption: 1 is DESC, 2 NULLS FIRST.
  void AddIndexColumn(const Row& row) {
    Relation* index = Find(row[0]);
    if (index == nullptr || !index->index) return;
    if (IsTrue(row[5])) {
      index->index->including.push_back(row[2].value_or(""));
      return;
    }
    IndexElement element;
    element.column = row[2].value_or("");
    element.expression = ExpressionOf(row[3]);
    const int option = row[4] ? Number(*row[4]) : 0;
    element.descending = (option & 1) != 0;
    element.nulls_first = (option & 2) != 0;
    index->index->elements.push_back(std::move(element));
  }

  void AddConstraint(const Row& row) {
    Relation* table = Find(row[0]);
    if (table == nullptr) return;
    Constraint constraint;
    constraint.name = row[1].value_or("");
    constraint.kind = KindOf(Letter(row[2]));
    if (constraint.kind != ConstraintKind::kExclude) constraint.columns = Names(row[3]);
    constraint.validated = IsTrue(row[4]);
    constraint.enforced = IsTrue(row[5]);
    constraint.deferrable = IsTrue(row[6]);
    constraint.initially_deferred = IsTrue(row[18]);
    constraint.no_inherit = IsTrue(row[7]) && constraint.kind == ConstraintKind::kCheck;
    constraint.inherited = IsTrue(row[8]);
    constraint.local = IsTrue(row[9]);
    if (constraint.kind == ConstraintKind::kCheck) constraint.check = ExpressionOf(row[10]);
    const Relation* index = Find(row[11]);
    if (index != nullptr && index->index) constraint.index = index->id;
    if (constraint.kind == ConstraintKind::kForeignKey) {
      ForeignKey key;
      if (const Relation* other = Find(row[12])) key.table = other->id;
      key.columns = Names(row[13]);
      key.on_delete = ActionOf(Letter(row[14]));
      key.on_update = ActionOf(Letter(row[15]));
      key.set_columns = Names(row[16]);
      key.match_full = IsTrue(row[17]);
      key.index = constraint.index;
      constraint.index.reset();
      constraint.references = std::move(key);
    } else if (constraint.index) {
      constraint.including = index->index->including;
      if (constraint.kind == ConstraintKind::kExclude) TakeColumns(*index, constraint);
    }
    catalogue_.AddConstraint(table->id, std::move(constraint));
  }

  void AddPolicy(const Row& row) {
    Relation* table = Find(row[0]);
    if (table == nullptr) return;
    Policy policy;
    policy.name = row[1].value_or("");
    policy.command = CommandOf(Letter(row[2]));
    policy.permissive = IsTrue(row[3]);
    policy.using_expression = ExpressionOf(row[4]);
    policy.check_expression = ExpressionOf(row[5]);
    table->policies.push_back(std::move(policy));
  }

  void AddSequenceOwner(const Row& row) {
    Relation* sequence = Find(row[0]);
    Relation* table = Find(row[1]);
    if (sequence == nullptr || table == nullptr || !sequence->sequence) return;
    sequence->sequence->owner = table->id;
    sequence->sequence->owner_column = row[2].value_or("");
    sequence->sequence->of_identity = IsTrue(row[3]);
    table->owned_sequences.push_back(sequence->id);
  }

  void AddParent(const Row& row) {
    Relation* child = Find(row[0]);
    Relation* parent = Find(row[1]);
    if (child == nullptr || parent == nullptr) return;
    child->parents.push_back(parent->id);
    parent->children.push_back(child->id);
  }

  void AddTrigger(const Row& row) {
    Relation* table = Find(row[0]);
    if (table == nullptr) return;
    Trigger& trigger = table->triggers.emplace_back();
    trigger.name = row[1].value_or("");
    trigger.function = {row[2].value_or(""), row[3].value_or("")};
  }

  void AddRule(const Row& row) {
    Relation* table = Find(row[0]);
    if (table != nullptr) table->rules.push_back(row[1].value_or(""));
  }

  Catalogue Finish() && {
    for (const auto& [id, parent] : index_parents_) {
      const auto found = ids_.find(parent);
      if (found != ids_.end()) catalogue_.Mutable(id).index->parent = found->second;
    }
    return std::move(catalogue_);
  }

  // A database without the schema `public` has none.
  Builder() { catalogue_.mutable_schemas().clear(); }

 private:
  static int Number(const std::string& text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  static void TakeColumns(const Relation& index, Constraint& constraint) {
    for (const IndexElement& element : index.index->elements) {
      if (!element.column.empty()) constraint.columns.push_back(element.column);
    }
  }

  RelationId Add(const SqlValue& oid, Relation relation) {
    const RelationId id = catalogue_.AddRelation(std::move(relation));
    ids_.emplace(oid.value_or(""), id);
    return id;
  }

  // Null for 0, and for what was left out.
  Relation* Find(const SqlValue& oid) {
    if (!oid) return nullptr;
    const auto found = ids_.find(*oid);
    return found == ids_.end() ? nullptr : &catalogue_.Mutable(found->second);
  }

  Catalogue catalogue_;
  std::unordered_map<std::string, RelationId> ids_;
  std::vector<std::pair<RelationId, std::string>> index_parents_;
};

struct Step {
  DatabaseQuery query;
  void (Builder::*take)(const Row& row);
};

}  // namespace

Result<Catalogue> ReadLiveCatalogue(Database& database) {
  const int version = database.ServerVersion();
  const std::vector<Step> steps = {
      {SchemaNames(), &Builder::AddSchema},
      {ExtensionNames(), &Builder::AddExtension},
      {Relations(), &Builder::AddRelation},
      {Columns(), &Builder::AddColumn},
      {Types(), &Builder::AddType},
      {EnumLabels(), &Builder::AddLabel},
      {Indexes(version), &Builder::AddIndex},
      {IndexColumns(), &Builder::AddIndexColumn},
      {Constraints(version), &Builder::AddConstraint},
      {Policies(), &Builder::AddPolicy},
      {SequenceOwners(), &Builder::AddSequenceOwner},
      {Inheritance(), &Builder::AddParent},
      {Triggers(), &Builder::AddTrigger},
      {Rules(), &Builder::AddRule},
  };
  Builder builder;
  for (const Step& step : steps) {
    const auto rows = database.Read(step.query);
    if (!rows) return rows.error();
    for (const Row& row : rows->rows) (builder.*step.take)(row);
  }
  return std::move(builder).Finish();
}

}  // namespace hoglint
