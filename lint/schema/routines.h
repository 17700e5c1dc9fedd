// Which function a statement means. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_ROUTINES_H_
#define HOGLINT_LINT_SCHEMA_ROUTINES_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The types as a function's signature has them: without modifiers, which no function keeps.
[[nodiscard]] std::vector<std::string> SignatureOf(const Catalogue& catalogue,
                                                   const std::vector<TypeName>& arguments);

// How the text of a type ends that nothing but a server can tell: users.id%TYPE.
inline constexpr std::string_view kUnknownType = "%TYPE";
[[nodiscard]] bool IsUnknownType(std::string_view type);

// False for two printed types that are different for certain. One that no file creates may be
// written with its schema in one place and without in another.
[[nodiscard]] bool MayBeSameType(const Catalogue& catalogue, std::string_view a,
                                 std::string_view b);

// The type of one of a function's `row`: "integer" of "total integer".
[[nodiscard]] std::string_view TypeOfRowColumn(std::string_view column);

// The function takes or returns the type, which is given as printed, or an array of it.
[[nodiscard]] bool UsesType(const Function& function, const std::string& type);
void RenameTypeIn(Function& function, const std::string& from, const std::string& to);

// The files' function that DROP, RENAME or SET SCHEMA of a function, procedure or routine means.
// Null when there is none, and with a conflict when it is of another kind, or several have the name
// and no arguments are written. `only_one`: where one function has the name, it is meant whatever
// arguments are written.
[[nodiscard]] const Function* FindRoutine(Context& context, ObjectKind kind,
                                          const ObjectReference& reference, bool only_one);

// No file creates it: an extension or something else may have.
void ReportMissingRoutine(Context& context, ObjectKind kind, const ObjectReference& reference);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_ROUTINES_H_
