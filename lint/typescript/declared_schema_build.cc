#include "lint/typescript/declared_schema_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "lint/typescript/schema_columns.h"
#include "lint/typescript/schema_exports.h"
#include "lint/typescript/schema_heads.h"

namespace hoglint {
namespace {

bool IsIndex(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.starts_with("index.");
}

class SchemaBuilder {
 public:
  SchemaBuilder(SchemaFiles& files, const SchemaSettings& settings)
      : files_(files),
        settings_(settings),
        follow_([&files](const SchemaModule& from, const std::string& specifier) {
          return files.Follow(from, specifier);
        }),
        values_(follow_),
        exports_(follow_) {}

  BuiltSchema Build() && {
    for (const SchemaModule* each : files_.Named()) exports_.AddAll(*each);
    for (const SchemaModule* each : exports_.whole) reached_.insert(each);
    for (const ExportOrigin& each : exports_.origins) AddOrigin(each);
    std::vector<const SchemaModule*> beside = ReadBeside();
    for (const SchemaModule* each : files_.Read()) {
      if (reached_.contains(each)) ReadModule(*each);
    }
    for (const SchemaModule* each : beside) ReadModule(*each);
    AddFiles();
    AddForgotten(beside);
    ReportProblems();
    built_.schema.foreign_exports = std::move(exports_.foreign);
    return std::move(built_);
  }

 private:
  // A value that is exported from elsewhere makes its file a schema file when it is a table.
  void AddOrigin(const ExportOrigin& origin) {
    const TsNode* node = SchemaValues::Bare(origin.value);
    const SchemaModule* module = origin.module;
    if (node != nullptr && node->kind == "member_expression") {  // export const roles = enums.roles
      const SchemaValue value = values_.Evaluate({module, node, nullptr});
      if (value.kind == ValueKind::kPackage) AddForeign(origin, value);
      if (value.kind != ValueKind::kExpression) return;
      node = value.expression.node;
      module = value.expression.module;
    }
    visible_.insert(node);
    if (node == nullptr || reached_.contains(module)) return;
    if (HeadOf(values_, {module, node, nullptr}).kind != HeadKind::kNothing)
      reached_.insert(module);
  }

  void AddForeign(const ExportOrigin& origin, const SchemaValue& value) {
    if (value.module.starts_with("drizzle-orm")) return;
    exports_.foreign.push_back({origin.module->SpanOf(*origin.value), value.module, {value.name}});
  }

  std::vector<const SchemaModule*> ReadBeside() {
    std::vector<const SchemaModule*> beside;
    const auto modules = files_.Read();  // in order; `reached_` is by address
    for (const SchemaModule* index : modules) {
      if (!reached_.contains(index) || !IsIndex(index->path)) continue;
      for (const SchemaModule* each : files_.Beside(*index)) {
        if (reached_.contains(each) || std::ranges::find(beside, each) != beside.end()) continue;
        beside.push_back(each);
      }
    }
    return beside;
  }

  void ReadModule(const SchemaModule& module) {
    for (const std::string_view constant : module.constants) {
      const auto value = module.declared.find(constant);
      if (value != module.declared.end()) {
        ReadConstant(module, constant, *value->second);
      }
    }
    for (const auto& [name, exported] : module.exports) {
      if (exported.value != nullptr) ReadConstant(module, name, *exported.value);
    }
  }

  void ReadConstant(const SchemaModule& module, std::string_view constant, const TsNode& value) {
    const TsNode* bare = SchemaValues::Bare(&value);
    if (bare == nullptr) return;
    if (bare->kind != "call_expression") {
      LookForChoice(module, constant, *bare);
      return;
    }
    const SchemaHead head = HeadOf(values_, {&module, bare, nullptr});
    if (head.kind == HeadKind::kNothing) {
      LookForTable(module, constant, *bare);
      return;
    }
    if (!head.name) {
      if (IsSeen(module, constant, *bare)) {
        Leave(module, *bare, fmt::format("only running it would tell the name of {}", constant));
      }
      return;
    }
    switch (head.kind) {
      case HeadKind::kTable:
        AddTable(module, constant, *bare, head);
        break;
      case HeadKind::kEnum:
        AddEnum(module, constant, *bare, head);
        break;
      case HeadKind::kView:
      case HeadKind::kMaterializedView:
        AddView(module, constant, *bare, head);
        break;
      case HeadKind::kNothing:
      case HeadKind::kMaybeTable:
        break;
    }
  }

  // export const users = isTest ? pgTable(...) : pgTable(...)
  void LookForChoice(const SchemaModule& module, std::string_view constant, const TsNode& value) {
    const bool chooses = value.kind == "ternary_expression" || value.kind == "binary_expression" ||
                         value.kind == "await_expression";
    if (!chooses || !IsSeen(module, constant, value)) return;
    if (value.text.find("able(") == std::string_view::npos) return;
    Leave(module, value, fmt::format("only running it would tell what {} is", constant));
  }

  // export const users = makeTable(...), whose function has too much in it to be followed.
  void LookForTable(const SchemaModule& module, std::string_view constant, const TsNode& call) {
    if (!IsSeen(module, constant, call)) return;
    if (values_.Evaluate({&module, &call, nullptr}).kind != ValueKind::kUnknown) return;
    const TsNode* function = call.Field("function");
    if (function == nullptr) return;
    const SchemaValue callee = values_.Evaluate({&module, function, nullptr});
    if (callee.kind != ValueKind::kExpression ||
        callee.expression.node->text.find("able(") == std::string_view::npos) {
      return;
    }
    Leave(module, call, fmt::format("only running it would tell what {} is", constant));
  }

  [[nodiscard]] bool IsSeen(const SchemaModule& module, std::string_view constant,
                            const TsNode& call) const {
    return reached_.contains(&module) ? visible_.contains(&call) : ExportedBy(module, constant);
  }
  [[nodiscard]] static bool ExportedBy(const SchemaModule& module, std::string_view constant) {
    const auto exported = module.exports.find(constant);
    return (exported != module.exports.end() && exported->second.value != nullptr) ||
           module.Exports(constant);
  }

  template <typename Declared>
  Declared Start(const SchemaModule& module, std::string_view constant, const TsNode& call,
                 const SchemaHead& head) const {
    Declared declared;
    declared.span = module.SpanOf(call);
    declared.name_span = NameSpan(module, call, head);
    declared.constant = constant;
    declared.name = *head.name;
    declared.exported = IsSeen(module, constant, call);
    declared.exported_by_file = ExportedBy(module, constant);
    return declared;
  }

  // The name may stand in the call of a function that makes the table elsewhere.
  [[nodiscard]] static Span NameSpan(const SchemaModule& module, const TsNode& call,
                                     const SchemaHead& head) {
    const std::size_t end = call.begin + call.text.size();
    const bool here = head.call.module == &module && head.call.node->begin >= call.begin &&
                      head.call.node->begin < end;
    const auto arguments =
        SchemaValues::Arguments(here ? head.call : SchemaExpression{&module, &call, nullptr});
    return module.SpanOf(arguments.empty() ? call : *arguments.front().node);
  }

  void AddTable(const SchemaModule& module, std::string_view constant, const TsNode& call,
                const SchemaHead& head) {
    auto table = Start<DeclaredTable>(module, constant, call, head);
    const auto arguments = SchemaValues::Arguments(head.call);
    SchemaSettings settings = settings_;
    if (head.casing) settings.casing = head.casing->text;
    if (arguments.size() > 1) ReadColumns(values_, arguments[1], settings, table);
    if (arguments.size() > 2) ReadExtras(values_, arguments[2], table);
    if (table.more_columns && table.exported) {
      Note(module, call,
           fmt::format("the columns of {} are not all to be seen without running it",
                       table.name.name));
    }
    built_.schema.tables.push_back(std::move(table));
  }

  void AddEnum(const SchemaModule& module, std::string_view constant, const TsNode& call,
               const SchemaHead& head) {
    auto declared = Start<DeclaredEnum>(module, constant, call, head);
    const auto arguments = SchemaValues::Arguments(head.call);
    if (arguments.size() > 1) declared.values = EnumValues(arguments[1]);
    built_.schema.enums.push_back(std::move(declared));
  }

  // A list, an object, or an enum of TypeScript's.
  std::optional<std::vector<std::string>> EnumValues(const SchemaExpression& expression) {
    if (auto texts = values_.Texts(expression)) return texts;
    std::vector<std::string> texts;
    std::vector<SchemaExpression> written;
    const SchemaValue value = values_.Evaluate(expression);
    if (value.IsExpression("enum_declaration")) {
      const TsNode* body = value.expression.node->Field("body");
      if (body == nullptr) return std::nullopt;
      for (const TsNode& each : body->children) {
        const TsNode* text = each.Field("value");
        if (text == nullptr) return std::nullopt;
        written.push_back({value.expression.module, text, nullptr});
      }
    } else {
      const auto members = values_.Members(expression);
      if (!members || !members->all) return std::nullopt;
      for (const SchemaMember& each : members->members) written.push_back(each.value);
    }
    for (const SchemaExpression& each : written) {
      auto text = values_.Text(each);
      if (!text) return std::nullopt;
      texts.push_back(*std::move(text));
    }
    return texts;
  }

  // pgView("x") alone is none: .as(...) or .existing() makes it one.
  void AddView(const SchemaModule& module, std::string_view constant, const TsNode& call,
               const SchemaHead& head) {
    const auto is = [&](std::string_view method) {
      return std::ranges::find(head.calls, method, &ChainCall::method) != head.calls.end();
    };
    if (!is("as") && !is("existing")) return;
    auto view = Start<DeclaredView>(module, constant, call, head);
    view.materialized = head.kind == HeadKind::kMaterializedView;
    view.existing = is("existing");
    built_.schema.views.push_back(std::move(view));
  }

  void AddFiles() {
    for (const SchemaModule* each : files_.Read()) {
      built_.schema.files.push_back({each->file, each->path, reached_.contains(each), each->named});
    }
  }

  void AddForgotten(const std::vector<const SchemaModule*>& beside) {
    for (const SchemaModule* each : beside) {
      const bool has_tables =
          std::ranges::any_of(built_.schema.tables, [&](const DeclaredTable& table) {
            return table.span.file == each->file && table.exported_by_file;
          });
      if (has_tables) built_.schema.forgotten.push_back(each->file);
    }
  }

  void ReportProblems() {
    for (const BrokenExport& each : exports_.broken) {
      Leave(*each.module, *each.node, fmt::format("{} was not found", each.specifier));
    }
    if (values_.Tired()) {
      built_.schema.complete = false;
      for (const SchemaModule* each : files_.Named()) {
        Note(*each, each->program, "its constants lead to ever more constants");
      }
    }
    for (const SchemaModule* each : files_.Read()) {
      if (!reached_.contains(each)) continue;
      if (!each->problem.empty()) built_.schema.complete = false;
      for (const TsNode* pattern : each->patterns) {
        Leave(*each, *pattern, "only running it would tell what is exported here");
      }
    }
  }

  // There may be more in the schema.
  void Leave(const SchemaModule& module, const TsNode& at, std::string reason) {
    built_.schema.complete = false;
    Note(module, at, std::move(reason));
  }
  void Note(const SchemaModule& module, const TsNode& at, std::string reason) {
    if (!noted_.insert(&module).second) return;
    built_.not_followed.push_back({module.SpanOf(at), std::move(reason)});
  }

  SchemaFiles& files_;
  const SchemaSettings& settings_;
  FollowImport follow_;
  SchemaValues values_;
  SchemaExports exports_;
  std::set<const SchemaModule*> reached_;
  std::set<const TsNode*> visible_;  // the values of what is exported, without parentheses
  std::set<const SchemaModule*> noted_;
  BuiltSchema built_;
};

}  // namespace

BuiltSchema BuildDeclaredSchema(SchemaFiles& files, const SchemaSettings& settings) {
  return SchemaBuilder(files, settings).Build();
}

}  // namespace hoglint
