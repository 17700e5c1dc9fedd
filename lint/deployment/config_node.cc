#include "lint/deployment/config_node.h"

#include <algorithm>
#include <utility>

#include "lint/deployment/shell.h"

namespace hoglint {
namespace {

bool IsWordList(const ConfigNode& node) {
  return node.is_list() && std::ranges::all_of(node.children, &ConfigNode::is_scalar);
}

void AddVariable(const ConfigNode& place, std::string_view name, std::string value,
                 const std::string& where, DeploymentFile& file) {
  if (name.empty()) return;
  file.environment.push_back(
      {.span = place.span, .name = std::string(name), .value = std::move(value), .where = where});
}

// One item of a list of variables.
void AddListed(const ConfigNode& item, const std::string& where, DeploymentFile& file) {
  if (item.is_map()) {
    const ConfigNode& key = item["key"].is_scalar() ? item["key"] : item["name"];
    if (!key.is_scalar() || !item["value"].is_scalar()) return;
    AddVariable(item["value"], key.text, item["value"].text, where, file);
    return;
  }
  const std::size_t sign = item.text.find('=');
  if (!item.is_scalar() || sign == std::string::npos) return;
  AddVariable(item, item.text.substr(0, sign), item.text.substr(sign + 1), where, file);
}

}  // namespace

const ConfigNode& ConfigNode::operator[](std::string_view member) const {
  static const ConfigNode absent;
  if (!is_map()) return absent;
  const auto found = std::find_if(children.rbegin(), children.rend(),
                                  [&](const ConfigNode& child) { return child.key == member; });
  return found == children.rend() ? absent : *found;
}

void AddScript(std::string_view script, std::uint32_t begin, const DeploymentCommand& like,
               DeploymentFile& file) {
  for (ShellLine& line : ScriptLines(script)) {
    DeploymentCommand command = like;
    command.span = {file.file, begin + line.begin, begin + line.end};
    command.text = std::move(line.text);
    file.commands.push_back(std::move(command));
  }
}

void AddCommands(const ConfigNode& node, const DeploymentCommand& like, const SourceFile& source,
                 DeploymentFile& file) {
  if (node.is_list()) {
    for (const ConfigNode& item : node.children) AddCommands(item, like, source, file);
  }
  if (!node.is_scalar() || node.text.empty()) return;
  const std::string_view bytes =
      source.text().substr(node.span.begin, node.span.end - node.span.begin);
  // The lines of a block keep their places; a folded one is one line.
  const bool lines = node.text.find('\n') != std::string::npos && node.text.back() == '\n'
                         ? node.text.find('\n') + 1 < node.text.size()
                         : node.text.find('\n') != std::string::npos;
  if (lines) {
    AddScript(bytes, node.span.begin, like, file);
    return;
  }
  DeploymentCommand command = like;
  command.span = node.span;
  command.text = node.text;
  while (command.text.ends_with('\n')) command.text.pop_back();
  file.commands.push_back(std::move(command));
}

void AddExecOrShell(const ConfigNode& node, const DeploymentCommand& like, const SourceFile& source,
                    DeploymentFile& file) {
  if (!IsWordList(node)) {
    AddCommands(node, like, source, file);
    return;
  }
  std::vector<std::string> words;
  for (const ConfigNode& item : node.children) words.push_back(item.text);
  if (words.empty()) return;
  DeploymentCommand command = like;
  command.span = node.span;
  command.text = JoinShellWords(words);
  file.commands.push_back(std::move(command));
}

void AddVariables(const ConfigNode& node, const std::string& where, DeploymentFile& file) {
  for (const ConfigNode& child : node.children) {
    if (node.is_list()) {
      AddListed(child, where, file);
    } else if (child.is_scalar()) {
      AddVariable(child, child.key, child.text, where, file);
    } else if (child.is_map() && child["value"].is_scalar()) {
      AddVariable(child["value"], child.key, child["value"].text, where, file);
    }
  }
}

}  // namespace hoglint
