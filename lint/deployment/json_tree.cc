#include <utility>

#include "lint/deployment/config_node.h"
#include "lint/journal/json_positions.h"

namespace hoglint {
namespace {

class Converter {
 public:
  ConfigNode Convert(const JsonValue& value, int depth) {
    ConfigNode node;
    if (++count_ > kMaxConfigNodes || depth > kMaxConfigDepth) {
      complete = false;
      return node;
    }
    if (!value.has_value()) return node;
    node.key = std::string(value.key());
    node.key_span = value.key_span();
    node.span = value.span();
    if (value.is_object() || value.is_array()) {
      node.kind = value.is_object() ? ConfigNodeKind::kMap : ConfigNodeKind::kList;
      for (const JsonValue child : value) node.children.push_back(Convert(child, depth + 1));
      return node;
    }
    node.kind = ConfigNodeKind::kScalar;
    const auto string = value.AsString();
    node.text = std::string(string.value_or(value.text()));
    if (string) node.span = {node.span.file, node.span.begin + 1, node.span.end - 1};
    return node;
  }

  bool complete = true;

 private:
  std::size_t count_ = 0;
};

}  // namespace

ConfigTree ParseJsonTree(const SourceFile& file) {
  ConfigTree tree;
  const JsonDocument document(file);
  for (const JsonProblem& problem : document.problems()) {
    if (problem.kind == JsonProblemKind::kByteOrderMark) continue;
    tree.problem = {problem.span, problem.message};
    return tree;
  }
  Converter converter;
  tree.root = converter.Convert(document.root(), 0);
  if (!converter.complete) {
    tree.problem = {{file.id(), 0, 0}, "is too large or nested too deeply to be read"};
  }
  return tree;
}

}  // namespace hoglint
