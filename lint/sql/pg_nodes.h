// The only door to libpg_query and to PostgreSQL's parse nodes. Private to lint/sql: nothing that
// this header declares may appear in a header that other folders include.
//
// PostgreSQL's `Query` and `TypeName` live in the global namespace; inside namespace hoglint the
// bare names mean ours, so PostgreSQL's are written ::Query and ::TypeName.
#ifndef HOGLINT_LINT_SQL_PG_NODES_H_
#define HOGLINT_LINT_SQL_PG_NODES_H_

// The standard headers come first: PostgreSQL's redefine names that they use.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

// PostgreSQL's type `text` would shadow every variable of that name.
#define text pg_text
extern "C" {
#include <pg_query.h>
#include <pg_query_internal.h>
// (postgres.h is the base of all that follow and was included by the line above.)
#include <catalog/pg_trigger_d.h>
#include <common/keywords.h>
#include <miscadmin.h>
#include <nodes/nodeFuncs.h>
#include <nodes/parsenodes.h>
#include <nodes/value.h>

// Defined in libpg_query without a declaration in a shipped header: whether
// raw_expression_tree_walker knows the node. It would end the process at one that it does not.
bool pg_query_raw_tree_walker_supports(Node* node);
}

#undef text

// Macros of PostgreSQL's port.h and c.h that would change the meaning of ordinary C++.
#undef printf
#undef fprintf
#undef sprintf
#undef snprintf
#undef vprintf
#undef vfprintf
#undef vsprintf
#undef vsnprintf
#undef strerror
#undef strerror_r
#undef qsort
#undef foreach
#undef Min
#undef Max
#undef Abs
#undef Assert
#undef Trap
#undef DEBUG
#undef INFO
#undef LOG
#undef NOTICE
#undef WARNING
#undef ERROR
#undef _

namespace hoglint::sql {

// Iterates over a PostgreSQL list of nodes: `for (auto* item :
// Items<ResTarget>(stmt->targetList))`.
template <typename T>
class Items {
 public:
  class Iterator {
   public:
    explicit Iterator(const ListCell* cell) : cell_(cell) {}
    T* operator*() const { return static_cast<T*>(cell_->ptr_value); }
    Iterator& operator++() {
      ++cell_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const ListCell* cell_;
  };

  explicit Items(const List* list) : list_(list) {}
  [[nodiscard]] Iterator begin() const { return Iterator(list_ ? list_->elements : nullptr); }
  [[nodiscard]] Iterator end() const {
    return Iterator(list_ ? list_->elements + list_->length : nullptr);
  }

 private:
  const List* list_;
};

// Number of elements; 0 for the empty list, which PostgreSQL stores as a null pointer.
inline int Length(const List* list) { return list ? list->length : 0; }

// Element `index` of a list that is long enough.
template <typename T>
T* At(const List* list, int index) {
  return static_cast<T*>(list->elements[index].ptr_value);
}

// True if the node is there and has this tag.
inline bool Is(const void* node, NodeTag tag) {
  return node != nullptr && static_cast<const Node*>(node)->type == tag;
}

// The node as a T; the caller has looked at its tag.
template <typename T>
T* Cast(Node* node) {
  return reinterpret_cast<T*>(node);
}

// A C string that may be null.
inline std::string Text(const char* text) { return text ? std::string(text) : std::string(); }

// The text of a String node.
inline std::string Text(const String* node) { return Text(node->sval); }

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_PG_NODES_H_
