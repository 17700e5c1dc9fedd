// What the parser's tests share: a text parsed as one file, and short ways to ask for its parts.
#ifndef HOGLINT_TESTS_LINT_SQL_PARSED_H_
#define HOGLINT_TESTS_LINT_SQL_PARSED_H_

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/sql/parse.h"

namespace hoglint {

class Parsed {
 public:
  explicit Parsed(std::string text, const ParseOptions& options = {})
      : file_(&sources_.Add("test.sql", std::move(text))), result_(Parse(*file_, options)) {}

  [[nodiscard]] const ParsedFile& file() const { return result_; }
  [[nodiscard]] const std::vector<Statement>& statements() const { return result_.statements; }
  [[nodiscard]] const std::vector<ParseProblem>& problems() const { return result_.problems; }
  [[nodiscard]] std::string Text(const Span& span) const {
    return std::string(sources_.Text(span));
  }
  [[nodiscard]] Position At(const Span& span) const { return file_->PositionAt(span.begin); }

  // The texts of all statements.
  [[nodiscard]] std::vector<std::string> Texts() const {
    std::vector<std::string> result;
    for (const Statement& statement : statements()) result.push_back(Text(statement.span));
    return result;
  }

 private:
  Sources sources_;
  const SourceFile* file_;
  ParsedFile result_;
};

// A text of one statement, which is a T. Anything else fails the test and gives an empty T.
template <typename T>
class One : public Parsed {
 public:
  explicit One(std::string text) : Parsed(std::move(text)) {
    for (const ParseProblem& problem : problems()) ADD_FAILURE() << problem.message;
    const T* body = statements().empty() ? nullptr : As<T>(statements().front());
    EXPECT_NE(body, nullptr) << "another kind of statement";
    EXPECT_EQ(statements().size(), 1U);
    if (body) body_ = *body;
  }

  const T* operator->() const { return &body_; }
  const T& operator*() const { return body_; }

 private:
  T body_;
};

// "schema.name" as written, without quotes.
inline std::string Dotted(const ObjectName& name) {
  return name.schema.empty() ? name.name : name.schema + '.' + name.name;
}

inline std::vector<std::string> Dotted(const std::vector<ObjectName>& names) {
  std::vector<std::string> result;
  for (const ObjectName& name : names) result.push_back(Dotted(name));
  return result;
}

using Strings = std::vector<std::string>;

}  // namespace hoglint

#endif  // HOGLINT_TESTS_LINT_SQL_PARSED_H_
