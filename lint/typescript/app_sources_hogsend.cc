#include <algorithm>
#include <string>
#include <vector>

#include "lint/typescript/app_sources_readers.h"

namespace hoglint {
namespace {

constexpr std::string_view kHogsend = "@hogsend/";
constexpr std::string_view kSwitch = "SKIP_SCHEMA_CHECK";

// --- createHogsendClient ---------------------------------------------------------------------

// The value of a property of an object, through spread constants; `computed` is set where it may
// be there though it is not seen.
const TsNode* Property(const Meanings& meanings, const TsNode& object, std::string_view name,
                       bool& computed, int depth = 0) {
  const TsNode* found = nullptr;
  for (const TsNode& child : object.children) {
    const TsNode* key = child.Field("key");
    if (child.kind == "pair" && key != nullptr && KeyName(*key) == name) {
      found = child.Field("value");
    } else if (child.kind == "shorthand_property_identifier" && child.text == name) {
      found = &child;
    } else if (child.kind == "spread_element" && !child.children.empty()) {
      const TsNode* spread = depth > 4 ? nullptr : meanings.Object(&child.children.front());
      if (spread == nullptr) {
        computed = true;
      } else if (const TsNode* inner = Property(meanings, *spread, name, computed, depth + 1)) {
        found = inner;
      }
    }
  }
  return found;
}

void AddClient(const SourceReading& reading, const TsNode& call) {
  SourceModule::Client client;
  client.call.span = reading.meanings.SpanOf(*call.Field("function"));
  client.call.argument = JournalArgument::kAbsent;
  bool computed = false;
  if (const TsNode* options = ArgumentOf(call, 0)) {
    const TsNode* object = reading.meanings.Object(options);
    computed = object == nullptr;
    if (object != nullptr) {
      const TsNode* journal = Property(reading.meanings, *object, "clientJournal", computed);
      if (journal != nullptr && journal->text != "undefined") {
        client.call.argument = JournalArgument::kUnknown;
        client.call.journal_span = reading.meanings.SpanOf(*journal);
        client.journal = reading.meanings.Of(journal);
      }
    }
  }
  if (computed) client.call.argument = JournalArgument::kUnknown;
  reading.module.clients.push_back(std::move(client));
}

// --- the schema's version --------------------------------------------------------------------

bool IsExit(const TsNode& node) {
  if (node.kind == "throw_statement") return true;
  if (node.kind != "call_expression") return false;
  const TsNode* function = node.Field("function");
  const TsNode* code = ArgumentOf(node, 0);
  return function != nullptr && (function->text == "process.exit" || function->text == "exit") &&
         code != nullptr && code->text != "0";
}

template <typename Predicate>
bool Any(const TsNode& node, const Predicate& holds) {
  if (holds(node)) return true;
  return std::ranges::any_of(node.children, [&](const TsNode& child) { return Any(child, holds); });
}

// A function of the project may leave the process as well.
bool MayStop(const SourceTree& tree, const TsNode& node) {
  if (IsExit(node) || node.kind == "return_statement") return true;
  if (node.kind == "assignment_expression") return node.text.starts_with("process.exitCode");
  const TsNode* function = node.kind == "call_expression" ? node.Field("function") : nullptr;
  return function != nullptr && function->kind == "identifier" &&
         tree.Find(*function, function->text).kind != BindingKind::kNone;
}

class VersionReader {
 public:
  VersionReader(const SourceReading& reading, const TsNode& call) : reading_(reading) {
    const TsNode* at = &call;
    const TsNode* around = reading.tree.Parent(call);
    while (around != nullptr && BareExpression(around) == &call) {
      at = around;
      around = reading.tree.Parent(*at);
    }
    if (around == nullptr) return;
    if (around->kind == "variable_declarator") {
      CollectNames(around->Field("name"));
    } else if (around->kind == "assignment_expression") {
      CollectNames(around->Field("left"));
    } else if (around->kind != "member_expression") {
      handed_on_ = true;
    }
    for (scope_ = around; scope_ != nullptr && !IsFunction(*scope_);) {
      const TsNode* next = reading.tree.Parent(*scope_);
      if (next == nullptr) break;
      scope_ = next;
    }
  }

  void Judge(SchemaVersionCall& call) const {
    call.stops = handed_on_ || scope_ == nullptr;
    if (scope_ != nullptr) JudgeBelow(*scope_, call);
  }

 private:
  void CollectNames(const TsNode* pattern) {
    if (pattern == nullptr) return;
    if (pattern->kind == "identifier" || pattern->kind == "shorthand_property_identifier_pattern") {
      names_.push_back(pattern->text);
    }
    for (const TsNode& child : pattern->children) CollectNames(&child);
  }

  // Whether a condition is about a schema's version, or about this one's.
  [[nodiscard]] bool IsAbout(const TsNode& condition, bool this_one) const {
    if (condition.kind == "identifier" || condition.kind == "property_identifier" ||
        condition.kind == "shorthand_property_identifier") {
      const bool named = std::ranges::find(names_, condition.text) != names_.end();
      if (named || (!this_one && condition.text == "inSync")) return true;
      const Binding binding = reading_.tree.Find(condition, condition.text);
      if (binding.kind != BindingKind::kConstant || condition.kind != "identifier") return false;
      return HasWord(binding.node->text, "inSync") &&
             (!this_one || std::ranges::any_of(names_, [&](std::string_view name) {
               return HasWord(binding.node->text, name);
             }));
    }
    return std::ranges::any_of(condition.children,
                               [&](const TsNode& child) { return IsAbout(child, this_one); });
  }

  void JudgeBelow(const TsNode& node, SchemaVersionCall& call) const {
    const TsNode* condition = node.Field("condition");
    if (node.kind == "binary_expression") condition = node.Field("left");
    const bool decides = node.kind == "if_statement" || node.kind == "ternary_expression" ||
                         node.kind == "binary_expression";
    if (decides && condition != nullptr && IsAbout(*condition, false)) {
      for (const TsNode& child : node.children) {
        if (&child == condition) continue;
        call.stops = call.stops || Any(child, [this](const TsNode& inner) {
                       return MayStop(reading_.tree, inner);
                     });
        call.exits = call.exits || (Any(child, IsExit) && IsAbout(*condition, true));
      }
    }
    for (const TsNode& child : node.children) JudgeBelow(child, call);
  }

  const SourceReading& reading_;
  std::vector<std::string_view> names_;
  const TsNode* scope_ = nullptr;  // the function, or the program, that the call is in
  bool handed_on_ = false;
};

void AddVersion(const SourceReading& reading, const TsNode& call, const std::string& function) {
  SchemaVersionCall version;
  version.span = reading.meanings.SpanOf(*call.Field("function"));
  version.function = function;
  VersionReader(reading, call).Judge(version);
  reading.module.own.versions.push_back(std::move(version));
}

// --- SKIP_SCHEMA_CHECK -----------------------------------------------------------------------

// Only the exact text goes past the guard.
bool IsTrue(const TsNode* value) {
  return value != nullptr && StringOf(*value).plain && StringOf(*value).value == "true";
}

bool IsOfEnvironment(const TsNode& place) {
  const TsNode* object = place.Field("object");
  const TsNode* property = place.Field("property");
  if (property == nullptr) property = place.Field("index");
  return object != nullptr && property != nullptr && object->text == "process.env" &&
         KeyName(*property) == kSwitch;
}

// True for what runs in development or a test only.
bool IsForDevelopment(const SourceTree& tree, const TsNode& node) {
  for (const TsNode* at = tree.Parent(node); at != nullptr; at = tree.Parent(*at)) {
    const TsNode* condition = at->Field("condition");
    if (at->kind == "binary_expression") condition = at->Field("left");
    if (condition != nullptr && (condition->text.find("NODE_ENV") != std::string_view::npos ||
                                 HasWord(condition->text, "VITEST"))) {
      return true;
    }
  }
  return false;
}

void AddSwitch(const SourceReading& reading, const TsNode& node) {
  bool off = false;
  if (node.kind == "call_expression") {  // Object.assign(process.env, {...})
    const TsNode* function = node.Field("function");
    const TsNode* target = ArgumentOf(node, 0);
    const TsNode* values = ArgumentOf(node, 1);
    bool computed = false;
    off = function != nullptr && function->text == "Object.assign" && target != nullptr &&
          target->text == "process.env" && values != nullptr && values->kind == "object" &&
          IsTrue(Property(reading.meanings, *values, kSwitch, computed));
  } else {
    const TsNode* place = node.Field("left");
    off = place != nullptr && IsOfEnvironment(*place) && IsTrue(node.Field("right"));
  }
  if (off && !IsForDevelopment(reading.tree, node)) {
    reading.module.own.schema_check_off.push_back(reading.meanings.SpanOf(node));
  }
}

}  // namespace

void ReadHogsend(const SourceReading& reading) {
  for (const TsNode* node : reading.tree.nodes()) {
    if (node->kind == "assignment_expression" || node->kind == "augmented_assignment_expression") {
      AddSwitch(reading, *node);
    }
    if (node->kind != "call_expression") continue;
    AddSwitch(reading, *node);
    const std::string function = reading.meanings.PackageFunction(*node, kHogsend);
    if (function == "createHogsendClient") AddClient(reading, *node);
    if (function == "getEngineSchemaVersion" || function == "getSchemaVersion" ||
        function == "getClientSchemaVersion") {
      AddVersion(reading, *node, function);
    }
  }
}

}  // namespace hoglint
