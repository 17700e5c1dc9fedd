// TypeScript: a Drizzle schema of several files with its drizzle.config, and the same files as an
// application's code.
#include <algorithm>
#include <deque>
#include <map>

#include "lint/base/relative_path.h"
#include "lint/typescript/app_sources_module.h"
#include "lint/typescript/code_names.h"
#include "lint/typescript/declared_schema_build.h"
#include "lint/typescript/drizzle_config.h"
#include "lint/typescript/migrate_script.h"
#include "tests/fuzz/target.h"
#include "tests/support/describe_declared.h"

namespace hoglint::fuzz {
namespace {

// The files of the input; all are named by the config's `schema`.
class ArchivedSchema : public SchemaFiles {
 public:
  explicit ArchivedSchema(const Sources& sources) {
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      const SourceFile& file = sources[FileId{i}];
      SchemaModule& module =
          modules_.emplace_back(ReadSchemaModule(file.id(), file.text(), GrammarOf(file.path())));
      module.path = module.absolute = file.path();
      module.named = i % 2 == 0;
      by_path_[NormalPath(file.path())] = &module;
    }
  }

  std::vector<const SchemaModule*> Named() override {
    std::vector<const SchemaModule*> named;
    for (const SchemaModule& module : modules_) {
      if (module.named) named.push_back(&module);
    }
    return named;
  }
  FollowedImport Follow(const SchemaModule& from, const std::string& specifier) override {
    if (!specifier.starts_with('.')) return {.own = nullptr, .package = true};
    const std::string folder = from.path.substr(0, from.path.rfind('/') + 1);
    for (const std::string_view ending : {".ts", ".tsx", "/index.ts", ""}) {
      const auto found = by_path_.find(NormalPath(folder + specifier + std::string(ending)));
      if (found != by_path_.end()) return {.own = found->second, .package = false};
    }
    return {};
  }
  std::vector<const SchemaModule*> Beside(const SchemaModule& /*index*/) override { return Read(); }
  std::vector<const SchemaModule*> Read() const override {
    std::vector<const SchemaModule*> read;
    for (const SchemaModule& module : modules_) read.push_back(&module);
    return read;
  }

 private:
  std::deque<SchemaModule> modules_;
  std::map<std::string, const SchemaModule*> by_path_;
};

void CheckSpan(const Span& span, const Sources& sources, const char* what) {
  Expect(static_cast<std::size_t>(span.file) < sources.size(), "a span is in no file");
  ExpectWithin(span, sources[span.file], what);
}

std::vector<SoughtTable> CheckSchema(const Sources& sources) {
  ArchivedSchema files(sources);
  const BuiltSchema built = BuildDeclaredSchema(files, {.casing = "snake_case"});
  for (const NotFollowed& gap : built.not_followed) {
    CheckSpan(gap.place, sources, "what was not followed");
    Expect(!gap.reason.empty(), "what was not followed has no reason");
  }
  std::vector<SoughtTable> sought;
  for (const DeclaredTable& table : built.schema.tables) {
    CheckSpan(table.span, sources, "a table");
    CheckSpan(table.name_span, sources, "a table's name");
    SoughtTable& each = sought.emplace_back();
    each.schema = table.name.schema;
    each.name = table.name.name;
    each.constant = table.constant;
    each.whole = sought.size() % 2 == 0;
    for (const DeclaredColumn& column : table.columns) {
      CheckSpan(column.span, sources, "a column");
      each.columns.push_back({.name = column.name, .property = column.property, .also_in = {}});
    }
    for (const DeclaredIndex& index : table.indexes) CheckSpan(index.span, sources, "an index");
    for (const DeclaredReference& key : table.references) CheckSpan(key.span, sources, "a key");
  }
  for (const DeclaredEnum& each : built.schema.enums) CheckSpan(each.span, sources, "an enum");
  for (const DeclaredView& view : built.schema.views) CheckSpan(view.span, sources, "a view");
  (void)testing::DescribeDeclared(built.schema);
  return sought;
}

void CheckConfig(const SourceFile& file) {
  const auto config = ReadDrizzleConfig(file.text());
  if (!config) {
    Expect(!config.error().message.empty(), "a problem says nothing");
    return;
  }
  for (const ConfigValue* value : {&config->out, &config->schema, &config->dialect,
                                   &config->migrations_table, &config->db_url}) {
    ExpectWithin({file.id(), value->begin, value->end}, file, "a value of the config");
  }
  ExpectWithin({file.id(), config->object.begin, config->object.end}, file, "the config");
}

void CheckCode(const SourceFile& file, const std::vector<SoughtTable>& sought) {
  if (const auto script = ReadMigrateScript(file.text(), file.path())) {
    for (const MigrateCall& call : script->calls) {
      ExpectWithin({file.id(), call.begin, call.end}, file, "a call");
      ExpectWithin({file.id(), call.folder_begin, call.folder_end}, file, "a folder");
    }
  }
  const auto tree = ParsePartOfTypeScript(file.text(), GrammarOf(file.path()));
  if (!tree || sought.empty()) return;
  const auto lookup = [&](std::string_view, std::string_view name) {
    const auto found = std::ranges::find(sought, name, &SoughtTable::constant);
    if (found == sought.end())
      return Imported{name == "*" ? ImportKind::kTables : ImportKind::kOther, 0};
    return Imported{ImportKind::kTable, static_cast<std::size_t>(found - sought.begin())};
  };
  for (const CodeName& name : FindCodeNames(tree->program, sought, lookup)) {
    ExpectWithin({file.id(), name.begin, name.end}, file, "a use");
    Expect(name.table < sought.size(), "a use of no table");
  }
}

void CheckApplication(const Sources& sources) {
  std::vector<SourceModule> modules;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceFile& file = sources[FileId{i}];
    auto module = ReadSourceModule(file.id(), file.path(), file.text(),
                                   {.hogsend = true, .script = i % 2 == 1, .backfill = i % 4 == 1});
    if (module) modules.push_back(std::move(*module));
  }
  std::ranges::sort(modules, {}, &SourceModule::path);
  for (const SourceModule& module : modules) (void)NeededBy(module, true);
  const AppSources linked = LinkModules(modules, "");
  for (const HogsendClientCall& call : linked.clients) CheckSpan(call.span, sources, "a client");
  for (const SchemaVersionCall& call : linked.versions) CheckSpan(call.span, sources, "a call");
  for (const HttpTransaction& each : linked.http_transactions) {
    CheckSpan(each.span, sources, "a transaction");
    CheckSpan(each.made, sources, "a database");
  }
  for (const UnboundedBatch& each : linked.unbounded) CheckSpan(each.span, sources, "a backfill");
  for (const GeneratedId& each : linked.ids) CheckSpan(each.span, sources, "an id");
  for (const SqlInCode& sql : linked.sql) {
    CheckSpan(sql.span, sources, "SQL");
    Expect(sql.text.size() == sql.span.end - sql.span.begin, "SQL is not as long as its place");
  }
}

void ReadFiles(std::string_view bytes) {
  Sources sources;
  std::size_t unnamed = 0;
  for (ArchivedFile& file : ReadArchive(bytes)) {
    if (file.name.empty()) file.name = "src/file" + std::to_string(unnamed++) + ".ts";
    sources.Add(std::move(file.name), std::move(file.text));
  }
  const std::vector<SoughtTable> sought = CheckSchema(sources);
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    CheckConfig(sources[FileId{i}]);
    CheckCode(sources[FileId{i}], sought);
  }
  CheckApplication(sources);
}

const Target kTarget("typescript", ReadFiles);

}  // namespace
}  // namespace hoglint::fuzz
