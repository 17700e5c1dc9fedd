// What a query does to the schema through the functions that it calls.
#ifndef HOGLINT_LINT_FACTS_CALLED_ROUTINES_H_
#define HOGLINT_LINT_FACTS_CALLED_ROUTINES_H_

#include <map>
#include <optional>
#include <string>

#include "lint/schema/catalogue.h"
#include "lint/sql/statement.h"

namespace hoglint {

class CalledRoutines {
 public:
  // Keeps what CREATE FUNCTION and CREATE PROCEDURE say; the statement must outlive this.
  void Take(const Statement& statement);

  // Set where the query calls what may create, alter or drop something in a way that the files
  // alone do not tell: a function of theirs whose body does, by itself or through others, or one
  // of an extension that is there for it. In words, as a reason for not knowing. A body is read at
  // its first call only.
  [[nodiscard]] std::optional<std::string> SchemaChange(const Statement& statement,
                                                        const Catalogue& catalogue);

 private:
  struct Routine {
    const CreateFunction* create = nullptr;
    const Statement* statement = nullptr;
    std::optional<bool> changes_schema = std::nullopt;  // absent: not read yet
  };

  [[nodiscard]] bool ChangesSchema(const FunctionCall& call, const Catalogue& catalogue);
  [[nodiscard]] bool BodyChangesSchema(Routine& routine, const Catalogue& catalogue);
  [[nodiscard]] bool ReadBody(const Routine& routine, const Catalogue& catalogue);

  std::map<Span, Routine> routines_;  // by the place of their names
  int depth_ = 0;                     // of bodies that call others while they are read
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CALLED_ROUTINES_H_
