#include "tests/oracle/case.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <set>
#include <string_view>

namespace hoglint::oracle {
namespace {

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// The argument of a directive line such as "-- ok: 18"; nullopt when the line is another one.
std::optional<std::string> Directive(std::string_view line, std::string_view word) {
  if (!line.starts_with("-- ")) return std::nullopt;
  line.remove_prefix(3);
  if (!line.starts_with(word)) return std::nullopt;
  line.remove_prefix(word.size());
  if (!line.empty() && line.front() == ':') return std::string(Trim(line.substr(1)));
  return line.empty() ? std::optional<std::string>("") : std::nullopt;
}

bool ParseMajor(std::string_view text, int& major) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), major);
  return error == std::errc() && end == text.data() + text.size() && major >= kFirstMajor &&
         major <= kLastMajor;
}

// "18" or "15-17".
bool ParseVersions(std::string_view text, int& from, int& to) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return ParseMajor(text, from) && ParseMajor(text, to);
  return ParseMajor(text.substr(0, dash), from) && ParseMajor(text.substr(dash + 1), to);
}

// "18": fails with any error in the other versions.
bool ParseOk(std::string_view text, Case& into) {
  int from = 0;
  int to = 0;
  if (!ParseVersions(text, from, to)) return false;
  for (int major = kFirstMajor; major <= kLastMajor; ++major) {
    if (major < from || major > to) into.fails.emplace(major, kAnyError);
  }
  return true;
}

// "42601" or "42601 14-16".
bool ParseFails(std::string_view text, Case& into) {
  int from = kFirstMajor;
  int to = kLastMajor;
  if (text.size() > 5 && !ParseVersions(Trim(text.substr(5)), from, to)) return false;
  if (text.size() < 5) return false;
  for (int major = from; major <= to; ++major) {
    into.fails.insert_or_assign(major, std::string(text.substr(0, 5)));
  }
  return true;
}

std::vector<std::string> SplitList(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    parts.emplace_back(Trim(text.substr(0, comma)));
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return parts;
}

// Reads the lines of one file into cases.
class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  std::optional<Error> Read(std::string_view line, int number) {
    number_ = number;
    if (const auto id = Directive(line, "case")) {
      if (auto error = End()) return error;
      cases_.emplace_back();
      cases_.back().id = *id;
      cases_.back().file = file_;
      cases_.back().line = number;
      return std::nullopt;
    }
    if (cases_.empty()) {
      return line.empty() || line.starts_with("--") ? std::nullopt : Fail("SQL before any case");
    }
    Case& current = cases_.back();
    if (const auto versions = Directive(line, "ok")) {
      if (!ParseOk(*versions, current)) return Fail("versions look like 18 or 15-17");
    } else if (const auto sqlstate = Directive(line, "fails")) {
      if (!ParseFails(*sqlstate, current)) return Fail("failures look like 42601 or 42601 14-16");
    } else if (const auto watch = Directive(line, "alone")) {
      current.alone = true;
      current.watch = SplitList(*watch);
    } else if (Directive(line, "given")) {
      in_given_ = true;
    } else if (Directive(line, "then")) {
      in_given_ = false;
    } else if (!line.starts_with("--") && !line.empty()) {
      std::string& text = in_given_ ? current.given : current.statement;
      if (!text.empty()) text += '\n';
      text += line;
    }
    return std::nullopt;
  }

  // Checks the case that ends here.
  std::optional<Error> End() {
    if (cases_.empty()) return std::nullopt;
    std::string& statement = cases_.back().statement;
    if (in_given_) return Fail("`-- given` without `-- then`");
    if (statement.empty()) return Fail("the case " + cases_.back().id + " has no statement");
    if (statement.back() != ';') return Fail("the statement before must end with a semicolon");
    statement.pop_back();
    return std::nullopt;
  }

  std::vector<Case> Take() { return std::move(cases_); }

 private:
  [[nodiscard]] std::optional<Error> Fail(const std::string& message) const {
    return Error{file_ + ".sql:" + std::to_string(number_) + ": " + message};
  }

  std::string file_;
  int number_ = 0;
  bool in_given_ = false;
  std::vector<Case> cases_;
};

}  // namespace

Result<std::vector<Case>> ParseCases(const std::string& text, const std::string& file) {
  Reader reader(file);
  std::size_t begin = 0;
  for (int number = 1; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (auto error = reader.Read(std::string_view(text).substr(begin, end - begin), number)) {
      return *error;
    }
    begin = end + 1;
  }
  if (auto error = reader.End()) return *error;
  return reader.Take();
}

Result<std::vector<Case>> LoadCases(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  if (files.empty()) return Error{"no cases in " + folder.string()};
  std::ranges::sort(files);
  std::vector<Case> all;
  std::set<std::string> ids;
  for (const auto& path : files) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    Result<std::vector<Case>> cases = ParseCases(text, path.stem());
    if (!cases) return cases.error();
    for (Case& one : *cases) {
      if (!ids.insert(one.id).second) return Error{"two cases are named " + one.id};
      all.push_back(std::move(one));
    }
  }
  return all;
}

}  // namespace hoglint::oracle
