// Reading the members of a snapshot's objects into fields, with a problem where the type is wrong.
// Private to the snapshot readers.
#ifndef HOGLINT_LINT_JOURNAL_DDL_FIELDS_H_
#define HOGLINT_LINT_JOURNAL_DDL_FIELDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/journal/json_positions.h"
#include "lint/journal/json_problem.h"

namespace hoglint::ddl {

// Reads members of one object. A member that is not there leaves the field as it is, null empties
// it, one of another type is a problem and leaves the field as it is.
class Fields {
 public:
  Fields(JsonValue object, std::vector<JsonProblem>& problems)
      : object_(object), problems_(problems) {}

  [[nodiscard]] JsonValue operator[](std::string_view key) const { return object_[key]; }
  [[nodiscard]] std::vector<JsonProblem>& problems() const { return problems_; }

  void Read(std::string_view key, std::string& field) const;
  void Read(std::string_view key, std::optional<std::string>& field) const;
  void Read(std::string_view key, bool& field) const;
  void Read(std::string_view key, int& field) const;
  void Read(std::string_view key, std::vector<std::string>& field) const;
  // A schema: "" and null mean public.
  void ReadSchema(std::string_view key, std::string& field) const;
  // A problem when the field that has to be there is empty; false then.
  bool Require(std::string_view key, const std::string& field) const;

 private:
  void WrongType(JsonValue member, std::string_view wanted) const;

  JsonValue object_;
  std::vector<JsonProblem>& problems_;
};

// ASCII letters in upper case.
[[nodiscard]] std::string UpperCase(std::string_view text);

}  // namespace hoglint::ddl

#endif  // HOGLINT_LINT_JOURNAL_DDL_FIELDS_H_
