#include "lint/typescript/app_sources_module.h"

#include <algorithm>
#include <string>
#include <utility>

#include "lint/typescript/app_sources_readers.h"

namespace hoglint {
namespace {

constexpr std::uint32_t kUsualRandom = 24;  // nanoid(24), Sendoka's rule

bool IsAsyncFunction(const TsNode* argument) {
  const TsNode* node = BareExpression(argument);
  return node != nullptr && IsFunction(*node) && node->text.starts_with("async");
}

void ReadTransaction(const SourceReading& reading, const TsNode& call) {
  const TsNode* function = call.Field("function");
  if (function == nullptr || function->kind != "member_expression") return;
  const TsNode* property = function->Field("property");
  const TsNode* object = function->Field("object");
  if (property == nullptr || property->text != "transaction" || object == nullptr) return;
  SourceModule::Transaction transaction;
  transaction.database = reading.meanings.Of(object);
  const MeaningKind kind = transaction.database.kind;
  if (kind != MeaningKind::kHttpDatabase && kind != MeaningKind::kElsewhere) return;
  transaction.transaction.span = reading.meanings.SpanOf(*function);
  transaction.transaction.called = std::string(function->text);
  transaction.async_argument = IsAsyncFunction(ArgumentOf(call, 0));
  reading.module.transactions.push_back(std::move(transaction));
}

void ReadId(const SourceReading& reading, const TsNode& call) {
  const TsNode* function = call.Field("function");
  const TsNode* prefix = ArgumentOf(call, 0);
  if (function == nullptr || function->text != "generateId" || prefix == nullptr) return;
  const TsString text = StringOf(*prefix);
  if (!text.plain || ArgumentOf(call, 1) != nullptr) return;
  const Binding binding = reading.tree.Find(*function, function->text);
  const bool of_package =
      binding.kind == BindingKind::kImport && !IsOwnModule(binding.import->module);
  if (of_package || binding.kind == BindingKind::kOther) return;
  SourceModule::Id id;
  id.id = {reading.meanings.SpanOf(*prefix), text.value, kUsualRandom};
  id.maker = reading.meanings.OfCalling(function);
  reading.module.ids.push_back(std::move(id));
}

void AddImportedModules(const SourceTree& tree, SourceModule& module) {
  for (const TsNode* node : tree.nodes()) {
    if (node->kind != "import_statement" && node->kind != "export_statement") continue;
    if (const TsNode* source = node->Field("source")) {
      module.imports.push_back(StringOf(*source).value);
    }
  }
}

}  // namespace

Result<SourceModule> ReadSourceModule(FileId file, const std::string& path, std::string_view text,
                                      const SourceQuestions& questions) {
  const auto program = ParseTypeScript(text, GrammarOf(path));
  if (!program) return program.error();
  const SourceTree tree(*program);
  const Meanings meanings(tree, file);
  SourceModule module;
  module.file = file;
  module.path = path;
  AddImportedModules(tree, module);
  AddExports(tree, meanings, module);
  const SourceReading reading{tree, meanings, module};
  for (const TsNode* node : tree.nodes()) {
    if (node->kind != "call_expression") continue;
    ReadTransaction(reading, *node);
    ReadId(reading, *node);
  }
  ReadBackfills(reading, questions.backfill);
  if (questions.hogsend && !questions.script) ReadHogsend(reading);
  ReadSql(reading);
  return module;
}

}  // namespace hoglint
