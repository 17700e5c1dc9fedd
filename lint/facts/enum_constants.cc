#include "lint/facts/enum_constants.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "lint/facts/statement_words.h"
#include "lint/schema/column_uses.h"
#include "lint/schema/expression_text.h"
#include "lint/sql/parse.h"
#include "lint/sql/statement_texts.h"

namespace hoglint {
namespace {

// A column, and its type if that is an enum; else null.
struct ColumnType {
  std::string name;
  const Type* type = nullptr;
};
using ColumnTypes = std::vector<ColumnType>;

// Walks the parts of one statement that can hold constants.
class ConstantCollector {
 public:
  ConstantCollector(const Span& statement, std::string_view text, const Catalogue& before)
      : before_(before), statement_(statement), text_(text) {}

  std::vector<EnumConstant> Take() { return std::move(found_); }

  void operator()(const CreateTable& create) {
    ColumnTypes types;
    for (const ColumnDefinition& column : create.columns) {
      types.push_back({column.name, EnumOf(column.type)});
    }
    for (const ColumnDefinition& column : create.columns) Define(column, types);
    for (const ConstraintDefinition& constraint : create.constraints) Constrain(constraint, types);
    if (create.partition_of && create.bound) {
      Bound(*create.partition_of, *create.bound, create.table.span);
    }
  }
  void operator()(const AlterTable& alter) {
    const ColumnTypes types = TypesOf(alter.table);
    for (const AlterTableAction& action : alter.actions) Act(alter, action, types);
  }
  void operator()(const CreateIndex& create) {
    const ColumnTypes types = TypesOf(create.table);
    if (create.where) Compare(*create.where, types);
    for (const IndexElement& element : create.elements) {
      if (element.expression) Compare(*element.expression, types);
    }
  }
  void operator()(const CreateTrigger& create) {
    if (create.when) Compare(*create.when, TypesOf(create.table));
  }
  // PostgreSQL reads a body in SQL when it creates the function, one in PL/pgSQL when it runs.
  void operator()(const CreateFunction& create) {
    if (create.language != "sql") return;
    const auto body = ParseRoutineBody(create, create.function.span);
    if (!body) return;
    for (const Statement& statement : *body) std::visit(*this, statement.body);
  }
  void operator()(const CreateView& create) { Read(create.query); }
  void operator()(const CreateTableAs& create) { Read(create.query); }
  void operator()(const Select& select) { Read(select.query); }
  void operator()(const CreatePolicy& policy) {
    Policy(policy.table, policy.using_expression, policy.check_expression);
  }
  void operator()(const AlterPolicy& policy) {
    Policy(policy.table, policy.using_expression, policy.check_expression);
  }
  void operator()(const CreateDomain& create) {
    const Type* type = EnumOf(create.base);
    if (create.default_value) GiveTo(*create.default_value, create.base);
    for (const ConstraintDefinition& constraint : create.constraints) {
      if (constraint.check) Match(constraint.check->strings, {type});
    }
  }
  void operator()(const AlterDomain& alter) {
    const Type* domain = before_.FindType(alter.domain);
    if (domain == nullptr || domain->kind != TypeKind::kDomain) return;
    if (alter.default_value) GiveTo(*alter.default_value, domain->base);
    if (alter.constraint && alter.constraint->check) {
      Match(alter.constraint->check->strings, {EnumOf(domain->base)});
    }
  }
  void operator()(const Merge& merge) { Assigned("when", merge.table); }
  void operator()(const Insert& insert) {
    if (insert.on_conflict) Assigned("conflict", insert.table);
    if (!insert.source) return;
    const std::vector<const Type*> types = InsertedTypes(insert);
    const std::vector<OutputColumn>& outputs = insert.source->outputs;
    for (std::size_t i = 0; i < std::min(types.size(), outputs.size()); ++i) {
      Give(outputs[i].value, types[i]);
    }
    if (insert.value_rows > 1) {
      Match(insert.source->strings, types);  // rows after the first
    } else {
      Read(*insert.source);
    }
  }
  void operator()(const Update& update) {
    const Relation* table = before_.Find(update.table);
    for (std::size_t i = 0; i < std::min(update.columns.size(), update.values.size()); ++i) {
      Give(update.values[i], TypeOfColumn(table, update.columns[i]));
    }
    if (update.where) Compare(*update.where, TypesOf(update.table, update.reads));
  }
  void operator()(const Delete& statement) {
    if (statement.where) Compare(*statement.where, TypesOf(statement.table, statement.reads));
  }
  template <typename Other>
  void operator()(const Other&) {}

 private:
  const Type* EnumOf(const TypeName& name) const {
    const Type* type = before_.FindType(name);
    return type != nullptr && type->kind == TypeKind::kEnum ? type : nullptr;
  }
  const Type* TypeOfColumn(const Relation* table, std::string_view name) const {
    const Column* column = table == nullptr ? nullptr : table->FindColumn(name);
    return column == nullptr ? nullptr : EnumOf(column->type_name);
  }
  // A relation's columns, in order.
  ColumnTypes TypesOf(const ObjectName& name) const {
    ColumnTypes types;
    const Relation* table = before_.Find(name);
    if (table == nullptr) return types;
    for (const Column& column : table->columns) {
      types.push_back({column.name, EnumOf(column.type_name)});
    }
    return types;
  }
  ColumnTypes TypesOf(const ObjectName& table, const std::vector<ObjectName>& others) const {
    ColumnTypes types = TypesOf(table);
    for (const ObjectName& other : others) {
      const ColumnTypes more = TypesOf(other);
      types.insert(types.end(), more.begin(), more.end());
    }
    return types;
  }
  std::vector<const Type*> InsertedTypes(const Insert& insert) const {
    std::vector<const Type*> types;
    if (insert.columns.empty()) {
      for (const ColumnType& column : TypesOf(insert.table)) types.push_back(column.type);
      return types;
    }
    const Relation* table = before_.Find(insert.table);
    for (const std::string& column : insert.columns) types.push_back(TypeOfColumn(table, column));
    return types;
  }

  void Define(const ColumnDefinition& column, const ColumnTypes& types) {
    if (column.default_value) GiveTo(*column.default_value, column.type);
    if (column.generated_expression) Compare(*column.generated_expression, types);
    for (const ConstraintDefinition& constraint : column.constraints) Constrain(constraint, types);
  }
  void Constrain(const ConstraintDefinition& constraint, const ColumnTypes& types) {
    if (constraint.check) Compare(*constraint.check, types);
    if (constraint.where) Compare(*constraint.where, types);
  }
  // FOR VALUES IN ('sad'): values of the column that the parent is partitioned by.
  void Bound(const ObjectName& parent, const PartitionBound& bound, const Span& place) {
    const Relation* table = before_.Find(parent);
    if (table == nullptr || !table->partition_key || table->partition_key->columns.size() != 1) {
      return;
    }
    const Type* type = TypeOfColumn(table, table->partition_key->columns.front());
    if (type == nullptr) return;
    for (const apply::TextToken& token : apply::Tokens(bound.text)) {
      if (token.kind != apply::TokenKind::kString) continue;
      found_.push_back({type, {}, std::string(token.value), place});
    }
  }
  void Act(const AlterTable& alter, const AlterTableAction& action, const ColumnTypes& types) {
    if (action.column_definition) {
      ColumnTypes all = types;
      all.push_back({action.column_definition->name, EnumOf(action.column_definition->type)});
      Define(*action.column_definition, all);
    }
    if (action.constraint) Constrain(*action.constraint, types);
    if (action.bound) Bound(alter.table, *action.bound, action.span);
    if (!action.expression) return;
    if (action.type) {
      GiveTo(*action.expression, *action.type);
    } else {
      Give(*action.expression, TypeOfColumn(before_.Find(alter.table), action.column));
    }
  }
  void Policy(const ObjectName& table, const Boxed<Expression>& first,
              const Boxed<Expression>& second) {
    const ColumnTypes types = TypesOf(table);
    if (first) Compare(*first, types);
    if (second) Compare(*second, types);
  }
  void GiveTo(const Expression& value, const TypeName& type) {
    const bool lone = value.strings.size() == 1 && !value.strings.front().cast;
    if (lone && before_.FindType(type) == nullptr) {
      AddUnknown(value.strings.front(), type);
    } else {
      Give(value, EnumOf(type));
    }
  }
  // The value of a column of that type (null: no enum).
  void Give(const Expression& value, const Type* type) {
    for (const StringConstant& constant : value.strings) {
      if (constant.cast || type == nullptr || value.strings.size() > 1) {
        AddCast(constant);
      } else {
        Add(constant, type);
      }
    }
  }
  // SET column = 'label' behind the first `word` of the statement, which its value does not keep.
  void Assigned(std::string_view word, const ObjectName& table) {
    const Relation* relation = before_.Find(table);
    if (relation == nullptr) return;
    const std::string blanked = WithoutComments(std::string(text_));
    const std::vector<apply::TextPart> parts = apply::Parts(blanked);
    const auto is_word = [&](const apply::TextPart& part, std::string_view as) {
      return part.kind == apply::TokenKind::kWord && apply::ValueOf(part) == as;
    };
    auto part = std::ranges::find_if(parts, [&](const auto& each) { return is_word(each, word); });
    constexpr std::ptrdiff_t kAssignment = 4;  // SET or a comma, column, =, 'label'
    for (; parts.end() - part >= kAssignment; ++part) {
      if (!is_word(part[0], "set") && part[0].text != ",") continue;
      if (part[2].text != "=" || part[3].kind != apply::TokenKind::kString) continue;
      const Type* type = TypeOfColumn(relation, apply::ValueOf(part[1]));
      if (type == nullptr) continue;
      const auto begin = static_cast<std::uint32_t>(part[3].text.data() - blanked.data());
      found_.push_back({type, {}, apply::ValueOf(part[3]), SpanAt(begin, part[3].text.size())});
    }
  }
  Span SpanAt(std::uint32_t begin, std::size_t size) const {
    const std::uint32_t at = statement_.begin + begin;
    return {statement_.file, at, at + static_cast<std::uint32_t>(size)};
  }
  // A condition over these columns: those that it names count.
  void Compare(const Expression& condition, const ColumnTypes& columns) {
    std::vector<const Type*> types;
    for (const ColumnType& column : columns) {
      if (column.type == nullptr) continue;
      if (NamesColumn(condition, column.name)) types.push_back(column.type);
    }
    Match(condition.strings, types);
  }
  void Read(const Query& query) {
    std::vector<const Type*> types;
    for (const ObjectName& relation : query.reads) {
      const Relation* found = before_.Find(relation);
      if (found == nullptr) continue;
      for (const ColumnReference& column : query.columns) {
        types.push_back(TypeOfColumn(found, column.column));
      }
    }
    Match(query.strings, types);
  }
  // Strings beside values of these types: one that is a label of a type is taken for its.
  void Match(const std::vector<StringConstant>& strings, const std::vector<const Type*>& types) {
    for (const StringConstant& constant : strings) {
      if (constant.cast) {
        AddCast(constant);
        continue;
      }
      for (const Type* type : types) {
        if (type == nullptr) continue;
        if (std::ranges::find(type->values, constant.value, &EnumValue::label) ==
            type->values.end()) {
          continue;
        }
        if (!ComparesText()) Add(constant, type);
        break;
      }
    }
  }
  // c::text = 'x' compares texts (measured); which columns is not looked at.
  bool ComparesText() {
    if (!compares_text_) {
      const std::string text = apply::CanonicalText(OneLineText(text_));
      compares_text_ =
          text.find("::text") != std::string::npos || text.find("::varchar") != std::string::npos;
    }
    return *compares_text_;
  }
  void AddCast(const StringConstant& constant) {
    if (!constant.cast) return;
    if (before_.FindType(*constant.cast) == nullptr) AddUnknown(constant, *constant.cast);
    if (const Type* type = EnumOf(*constant.cast)) Add(constant, type);
  }
  // It may be an enum that only a database knows; or one of PostgreSQL's own types, which have no
  // values to add.
  void AddUnknown(const StringConstant& constant, const TypeName& type) {
    found_.push_back({nullptr, type.name, constant.value, constant.span});
  }
  void Add(const StringConstant& constant, const Type* type) {
    std::string_view text = constant.value;
    if (!text.starts_with('{') || !text.ends_with('}')) {
      found_.push_back({type, {}, constant.value, constant.span});
      return;
    }
    text = text.substr(1, text.size() - 2);
    while (!text.empty()) {
      const std::string_view label = text.substr(0, text.find(','));
      text.remove_prefix(std::min(text.size(), label.size() + 1));
      found_.push_back({type, {}, std::string(label), constant.span});
    }
  }

  const Catalogue& before_;
  Span statement_;
  std::string_view text_;                             // the statement's
  std::optional<bool> compares_text_ = std::nullopt;  // once it was asked for
  std::vector<EnumConstant> found_;
};

}  // namespace

std::vector<EnumConstant> EnumConstantsOf(const Statement& statement, std::string_view text,
                                          const Catalogue& before) {
  const bool has_strings = std::ranges::any_of(text, [](char c) { return c == '\'' || c == '$'; });
  if (!has_strings) return {};
  ConstantCollector collector(statement.span, text, before);
  std::visit(collector, statement.body);
  return collector.Take();
}

}  // namespace hoglint
