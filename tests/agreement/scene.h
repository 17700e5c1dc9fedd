// What a generated statement is made from: the catalogue before it, and choices in it.
#ifndef HOGLINT_TESTS_AGREEMENT_SCENE_H_
#define HOGLINT_TESTS_AGREEMENT_SCENE_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/catalogue.h"
#include "tests/agreement/random.h"

namespace hoglint::agreement {

class Scene {
 public:
  // `major`: the server's version, whose grammar is used. All must outlive the scene.
  Scene(Random& random, const Catalogue& catalogue, int major)
      : random_(random), catalogue_(catalogue), major_(major) {}

  [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
  [[nodiscard]] int major() const { return major_; }

  bool Chance(std::size_t percent) { return random_.Chance(percent); }
  std::size_t Below(std::size_t end) { return random_.Below(end); }
  // One of the texts.
  std::string Of(const std::vector<std::string>& texts) { return random_.Of(texts); }
  // The text in `percent` of a hundred cases, else nothing.
  std::string Perhaps(std::size_t percent, std::string text) {
    return Chance(percent) ? std::move(text) : std::string();
  }
  // " CASCADE", " RESTRICT" or nothing.
  std::string Behaviour();

  // --- existing objects: null when there is none
  // --------------------------------------------------

  // `kinds` are letters of pg_class.relkind.
  const Relation* Any(std::string_view kinds);
  const Column* AnyColumn(const Relation& relation);
  // Of the families (FamilyOf), any of them when there is none.
  const Column* ColumnOf(const Relation& relation, std::string_view families);
  const Constraint* AnyConstraint(const Relation& relation);
  const Type* AnyType(TypeKind kind);
  const Function* AnyFunction();

  // --- names, as SQL
  // ------------------------------------------------------------------------------

  // Of a relation, with its schema where it needs one; sometimes of one that does not exist.
  std::string Name(const Relation& relation);
  std::string Name(const QualifiedName& name);
  // A column, sometimes one that does not exist.
  std::string Name(const Column& column);
  // A name for a new object; seldom one that is taken, odd or long. `prefix` is a letter.
  std::string NewRelation(char prefix);
  std::string NewType(char prefix);
  std::string NewFunction();
  std::string NewColumn(const Relation* relation);
  // Unqualified: of a constraint, index, trigger or policy.
  std::string NewPlain(char prefix);
  // An existing schema.
  std::string Schema();
  // Quoted where it has to be.
  static std::string Quote(const std::string& name);
  // Some columns of the relation, as a list without parentheses.
  std::string Columns(const Relation& relation, std::size_t most);
  std::vector<const Column*> SomeColumns(const Relation& relation, std::size_t most);

 private:
  std::string Fresh(char prefix, std::size_t count);
  std::string Qualified(const std::string& name);

  Random& random_;
  const Catalogue& catalogue_;
  int major_;
};

// What can be done with values of the type, by a letter: n numbers, s strings, d dates and times,
// b booleans, u uuid, j jsonb, a arrays, x anything else.
char FamilyOf(const Column& column);

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_SCENE_H_
