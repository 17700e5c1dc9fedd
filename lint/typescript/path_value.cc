#include "lint/typescript/path_value.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "lint/base/relative_path.h"

namespace hoglint {
namespace {

constexpr int kMaxSteps = 24;

using Path = std::optional<std::string>;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Without "." and ".."; absent when it leads out.
Path Normalised(std::string_view path) {
  std::string text = NormalPath(path);
  if (text == ".." || text.starts_with("../")) return std::nullopt;
  return text;
}

Path Joined(const std::string& folder, std::string_view more) {
  if (more.starts_with('/') || more.find("://") != std::string_view::npos) return std::nullopt;
  return Normalised(folder + "/" + std::string(more));
}

std::string ParentOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

// The last word of `path.join`, `fs.existsSync`.
std::string_view LastName(std::string_view text) {
  return text.substr(text.find_last_of(". ") + 1);
}

// A constant of that name anywhere in the file; null when there is none, or more than one.
class ConstantSearch {
 public:
  explicit ConstantSearch(std::string_view name) : name_(name) {}

  const TsNode* In(const TsNode& program) {
    Walk(program);
    return count_ == 1 ? found_ : nullptr;
  }

 private:
  void Walk(const TsNode& node) {
    if (node.kind == "variable_declarator") {
      const TsNode* name = node.Field("name");
      if (name != nullptr && name->text == name_) {
        ++count_;
        found_ = node.Field("value");
      }
    }
    for (const TsNode& child : node.children) Walk(child);
  }

  std::string_view name_;
  const TsNode* found_ = nullptr;
  int count_ = 0;
};

class Evaluation {
 public:
  Evaluation(const TsNode& program, std::string_view file) : program_(program), file_(file) {}

  [[nodiscard]] Path Of(const TsNode& node, int step) const {
    if (step > kMaxSteps) return std::nullopt;
    if (const TsString text = StringOf(node); text.plain) return Joined("", text.value);
    if (IsOneOf(node.kind, {"parenthesized_expression", "as_expression", "satisfies_expression",
                            "non_null_expression", "await_expression"})) {
      return node.children.empty() ? std::nullopt : Of(node.children.front(), step + 1);
    }
    if (node.kind == "identifier" || node.kind == "shorthand_property_identifier") {
      return Named(node, step);
    }
    if (node.kind == "member_expression") return Member(node, step);
    if (node.kind == "call_expression") return Call(node, step);
    if (node.kind == "new_expression") return NewUrl(node, step);
    if (node.kind == "template_string") return Template(node, step);
    if (node.kind == "binary_expression") return Fallback(node, step);
    return std::nullopt;
  }

 private:
  [[nodiscard]] Path Named(const TsNode& node, int step) const {
    if (node.text == "__dirname") return ParentOf(file_);
    if (node.text == "__filename") return file_;
    const TsNode* value = ConstantSearch(node.text).In(program_);
    return value == nullptr ? std::nullopt : Of(*value, step + 1);
  }

  [[nodiscard]] Path Member(const TsNode& node, int step) const {
    if (IsOneOf(node.text, {"import.meta.dirname", "import.meta.dir"})) return ParentOf(file_);
    if (IsOneOf(node.text, {"import.meta.filename", "import.meta.url", "import.meta.path"})) {
      return file_;
    }
    const TsNode* object = node.Field("object");
    const std::string_view property = LastName(node.text);
    if (object == nullptr || !IsOneOf(property, {"pathname", "href"})) return std::nullopt;
    return Of(*object, step + 1);
  }

  [[nodiscard]] Path Call(const TsNode& node, int step) const {
    const TsNode* function = node.Field("function");
    const TsNode* arguments = node.Field("arguments");
    if (function == nullptr || arguments == nullptr) return std::nullopt;
    if (function->text == "process.cwd") return std::string();
    const auto& given = arguments->children;
    const std::string_view name = LastName(function->text);
    if (given.empty()) return std::nullopt;
    if (name == "fileURLToPath" || name == "normalize") return Of(given.front(), step + 1);
    if (name == "dirname") {
      const Path path = Of(given.front(), step + 1);
      return path && !path->empty() ? Path(ParentOf(*path)) : std::nullopt;
    }
    if (name != "join" && name != "resolve") return std::nullopt;
    Path path = Of(given.front(), step + 1);
    for (std::size_t i = 1; i < given.size() && path; ++i) {
      const TsString text = StringOf(given[i]);
      path = text.plain ? Joined(*path, text.value) : std::nullopt;
    }
    return path;
  }

  // new URL("../migrations", import.meta.url): relative to the folder of the second.
  [[nodiscard]] Path NewUrl(const TsNode& node, int step) const {
    const TsNode* made = node.Field("constructor");
    const TsNode* arguments = node.Field("arguments");
    if (made == nullptr || made->text != "URL" || arguments == nullptr ||
        arguments->children.size() != 2) {
      return std::nullopt;
    }
    const TsString text = StringOf(arguments->children.front());
    const Path base = Of(arguments->children.back(), step + 1);
    return text.plain && base ? Joined(ParentOf(*base), text.value) : std::nullopt;
  }

  // `${root}/migrations`: one substitution, at the beginning.
  [[nodiscard]] Path Template(const TsNode& node, int step) const {
    const auto is_substitution = [](const TsNode& child) {
      return child.kind == "template_substitution";
    };
    if (std::ranges::count_if(node.children, is_substitution) != 1) return std::nullopt;
    const TsNode& part = *std::ranges::find_if(node.children, is_substitution);
    if (part.begin != node.begin + 1 || part.children.empty()) return std::nullopt;
    const Path path = Of(part.children.front(), step + 1);
    const std::size_t rest = 1 + part.text.size();
    const std::string_view more = node.text.substr(rest, node.text.size() - 1 - rest);
    if (!path || more.find('\\') != std::string_view::npos) return std::nullopt;
    return Normalised(*path + std::string(more));
  }

  // process.env.FOLDER ?? "migrations"
  [[nodiscard]] Path Fallback(const TsNode& node, int step) const {
    const TsNode* left = node.Field("left");
    const TsNode* right = node.Field("right");
    if (left == nullptr || right == nullptr || !left->text.starts_with("process.")) {
      return std::nullopt;
    }
    const std::string_view between =
        node.text.substr(left->text.size(), right->begin - node.begin - left->text.size());
    const bool fallback = between.find("??") != std::string_view::npos ||
                          between.find("||") != std::string_view::npos;
    return fallback ? Of(*right, step + 1) : std::nullopt;
  }

  const TsNode& program_;
  std::string file_;
};

}  // namespace

std::optional<std::string> PathValueOf(const TsNode& expression, const TsNode& program,
                                       std::string_view file) {
  return Evaluation(program, file).Of(expression, 0);
}

const TsNode& MadeOf(const TsNode& expression, const TsNode& program) {
  const TsNode* node = &expression;
  for (int step = 0; step < kMaxSteps; ++step) {
    if (node->kind != "identifier" && node->kind != "shorthand_property_identifier") break;
    const TsNode* value = ConstantSearch(node->text).In(program);
    if (value == nullptr) break;
    node = value;
  }
  return *node;
}

}  // namespace hoglint
