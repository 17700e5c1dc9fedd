// ConfigNode: TOML, YAML and JSON as one tree whose every value knows its bytes in the file.
// Private to the readers of deployment files.
#ifndef HOGLINT_LINT_DEPLOYMENT_CONFIG_NODE_H_
#define HOGLINT_LINT_DEPLOYMENT_CONFIG_NODE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/deployment/read.h"

namespace hoglint {

// A tree has no more nodes and no more levels: aliases of YAML could make one of any size.
inline constexpr std::size_t kMaxConfigNodes = 100'000;
inline constexpr int kMaxConfigDepth = 32;

enum class ConfigNodeKind : std::uint8_t { kAbsent, kScalar, kList, kMap };

struct ConfigNode {
  ConfigNodeKind kind = ConfigNodeKind::kAbsent;
  std::string key;  // of a member of a map
  Span key_span;
  // Of a scalar: its value; of a number or boolean as it is written.
  std::string text;
  // Of a scalar: its text without quotes, the lines of a block; of a list or map: where it stands.
  Span span;
  std::vector<ConfigNode> children;  // items or members, in the order of the file

  [[nodiscard]] bool present() const { return kind != ConfigNodeKind::kAbsent; }
  [[nodiscard]] bool is_scalar() const { return kind == ConfigNodeKind::kScalar; }
  [[nodiscard]] bool is_list() const { return kind == ConfigNodeKind::kList; }
  [[nodiscard]] bool is_map() const { return kind == ConfigNodeKind::kMap; }
  // The last member of that key; an absent node when there is none or this is no map.
  [[nodiscard]] const ConfigNode& operator[](std::string_view member) const;
};

struct ConfigTree {
  ConfigNode root;  // absent when the file could not be parsed
  std::optional<DeploymentProblem> problem;
};

[[nodiscard]] ConfigTree ParseTomlTree(const SourceFile& file);
// The first document of the file. Merge keys (<<) are followed, tags ignored.
[[nodiscard]] ConfigTree ParseYamlTree(const SourceFile& file);
[[nodiscard]] ConfigTree ParseJsonTree(const SourceFile& file);

// Adds the command or commands of a value: a scalar with the lines of a script, a list of either.
void AddCommands(const ConfigNode& node, const DeploymentCommand& like, const SourceFile& source,
                 DeploymentFile& file);
// Adds the one command of a value: a shell line, or a list of words (exec form).
void AddExecOrShell(const ConfigNode& node, const DeploymentCommand& like, const SourceFile& source,
                    DeploymentFile& file);
// Adds the lines of a script that stands at `begin` of the file.
void AddScript(std::string_view script, std::uint32_t begin, const DeploymentCommand& like,
               DeploymentFile& file);
// Adds the variables of a map, of a list of "NAME=value", or of one of {name or key, value}.
void AddVariables(const ConfigNode& node, const std::string& where, DeploymentFile& file);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DEPLOYMENT_CONFIG_NODE_H_
