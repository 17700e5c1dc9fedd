// Statements that create an object, one struct each.
#ifndef HOGLINT_LINT_SQL_CREATE_STATEMENTS_H_
#define HOGLINT_LINT_SQL_CREATE_STATEMENTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "lint/base/boxed.h"
#include "lint/sql/expression.h"
#include "lint/sql/table_definition.h"

namespace hoglint {

enum class Persistence : std::uint8_t { kPermanent, kUnlogged, kTemporary };

struct CreateTable {
  ObjectName table;
  bool if_not_exists = false;
  bool foreign = false;  // CREATE FOREIGN TABLE
  Persistence persistence = Persistence::kPermanent;
  std::vector<ColumnDefinition> columns;
  std::vector<ConstraintDefinition> constraints;  // table constraints only
  std::vector<LikeClause> like;
  std::vector<ObjectName> inherits;
  Boxed<ObjectName> partition_of;
  Boxed<PartitionBound> bound;
  Boxed<PartitionKey> partition_by;
  Boxed<ObjectName> of_type;
  std::vector<StorageOption> storage;
  std::string access_method;
  std::string tablespace;
};

// CREATE TABLE AS, SELECT INTO and CREATE MATERIALIZED VIEW.
struct CreateTableAs {
  ObjectName table;
  bool materialized_view = false;
  bool if_not_exists = false;
  bool with_no_data = false;
  Persistence persistence = Persistence::kPermanent;
  std::vector<std::string> column_names;
  Query query;
};

struct CreateView {
  ObjectName view;
  bool replace = false;
  Persistence persistence = Persistence::kPermanent;
  std::vector<std::string> column_names;
  std::vector<StorageOption> options;  // security_invoker ...
  Query query;
};

struct CreateIndex {
  std::string name;  // empty: PostgreSQL chooses one
  Span name_span;
  ObjectName table;
  bool only = false;
  bool unique = false;
  bool concurrently = false;
  bool if_not_exists = false;
  bool nulls_not_distinct = false;
  std::string access_method = "btree";
  std::vector<IndexElement> elements;
  std::vector<std::string> including;
  Boxed<Expression> where;
  std::vector<StorageOption> storage;
  std::string tablespace;
};

struct CreateSequence {
  ObjectName sequence;
  bool if_not_exists = false;
  Persistence persistence = Persistence::kPermanent;
  SequenceOptions options;
};

struct AlterSequence {
  ObjectName sequence;
  bool if_exists = false;
  SequenceOptions options;
};

struct CreateEnum {
  ObjectName type;
  std::vector<std::string> values;
};

struct CreateCompositeType {
  ObjectName type;
  std::vector<ColumnDefinition> columns;
};

// CREATE TYPE ... AS RANGE, a base type or a shell type.
struct CreateOtherType {
  ObjectName type;
  bool range = false;
};

struct CreateDomain {
  ObjectName domain;
  TypeName base;
  std::string collation;
  bool not_null = false;
  Boxed<Expression> default_value;
  std::vector<ConstraintDefinition> constraints;
};

enum class ParameterMode : std::uint8_t { kIn, kOut, kInOut, kVariadic, kTable };

// One of a routine's parameters; `name` is empty where none is written.
struct RoutineParameter {
  std::string name;
  TypeName type;
  ParameterMode mode = ParameterMode::kIn;
  bool has_default = false;
};

struct CreateFunction {
  ObjectName function;
  bool replace = false;
  bool procedure = false;
  std::vector<RoutineParameter> parameters;  // in order, RETURNS TABLE's columns too
  std::vector<TypeName> argument_types;      // input arguments: the signature
  Boxed<TypeName> returns;                   // absent: procedure, or only OUT arguments
  bool returns_table = false;
  std::string language;    // lower case; empty with a SQL-standard body (BEGIN ATOMIC, RETURN)
  std::string volatility;  // immutable, stable, volatile; empty when not written (volatile)
  bool security_definer = false;
  bool sets_search_path = false;  // SET search_path ... on the function
  std::string body;               // the text between the quotes; empty with a SQL-standard body
  Span body_span;                 // in the file, only when the body stands there byte for byte
};

struct CreateTrigger {
  std::string name;
  ObjectName table;
  ObjectName function;
  bool replace = false;
  bool constraint = false;
  bool row = false;                         // FOR EACH ROW
  std::string timing;                       // before, after, instead of
  std::vector<std::string> events;          // insert, update, delete, truncate
  std::vector<std::string> update_columns;  // UPDATE OF these; empty: of any
  Boxed<Expression> when;                   // names columns as new.c and old.c
};

struct CreateRule {
  std::string name;
  ObjectName table;
  bool replace = false;
};

struct CreatePolicy {
  std::string name;
  ObjectName table;
  bool permissive = true;
  std::string command;  // all, select, insert, update, delete
  std::vector<std::string> roles;
  Boxed<Expression> using_expression;
  Boxed<Expression> check_expression;
};

struct AlterPolicy {
  std::string name;
  ObjectName table;
  std::vector<std::string> roles;
  Boxed<Expression> using_expression;
  Boxed<Expression> check_expression;
};

struct CreateSchema {
  std::string name;
  bool if_not_exists = false;
};

struct CreateExtension {
  std::string name;
  std::string schema;   // empty: not written
  std::string version;  // empty: not written
  bool if_not_exists = false;
  bool cascade = false;
};

struct CreateStatistics {
  ObjectName statistics;  // name empty: PostgreSQL chooses one
  bool if_not_exists = false;
  std::vector<ObjectName> tables;
};

struct CreateRole {
  std::string name;
  bool superuser = false;
  bool bypass_rls = false;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_CREATE_STATEMENTS_H_
