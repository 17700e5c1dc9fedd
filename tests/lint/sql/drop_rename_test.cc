// DROP, RENAME, SET SCHEMA, OWNER TO: statements whose places come from the tokens.
#include <gtest/gtest.h>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

TEST(Drop, SeveralObjects) {
  const One<Drop> sql("DROP TABLE IF EXISTS a, app.\"B c\" , d CASCADE");
  EXPECT_EQ(sql->kind, ObjectKind::kTable);
  EXPECT_TRUE(sql->if_exists);
  EXPECT_TRUE(sql->cascade);
  ASSERT_EQ(sql->objects.size(), 3U);
  EXPECT_EQ(Dotted(sql->objects[1].name), "app.B c");
  EXPECT_EQ(sql.Text(sql->objects[1].name.span), "app.\"B c\"");
  EXPECT_EQ(sql.Text(sql->objects[2].name.span), "d");
}

TEST(Drop, EveryKind) {
  struct Case {
    const char* sql;
    ObjectKind kind;
    const char* place;
  };
  for (const Case& example : {
           Case{"DROP VIEW v", ObjectKind::kView, "v"},
           Case{"DROP MATERIALIZED VIEW IF EXISTS app.v", ObjectKind::kMaterializedView, "app.v"},
           Case{"DROP FOREIGN TABLE f", ObjectKind::kForeignTable, "f"},
           Case{"DROP INDEX CONCURRENTLY IF EXISTS app.i", ObjectKind::kIndex, "app.i"},
           Case{"DROP SEQUENCE s", ObjectKind::kSequence, "s"},
           Case{"DROP TYPE app.t", ObjectKind::kType, "app.t"},
           Case{"DROP DOMAIN d", ObjectKind::kDomain, "d"},
           Case{"DROP SCHEMA app CASCADE", ObjectKind::kSchema, "app"},
           Case{"DROP EXTENSION \"uuid-ossp\"", ObjectKind::kExtension, "\"uuid-ossp\""},
           Case{"DROP FUNCTION IF EXISTS app.f(int)", ObjectKind::kFunction, "app.f"},
           Case{"DROP PROCEDURE p", ObjectKind::kProcedure, "p"},
           Case{"DROP ROUTINE r", ObjectKind::kRoutine, "r"},
           Case{"DROP AGGREGATE a(*)", ObjectKind::kAggregate, "a"},
           Case{"DROP TRIGGER IF EXISTS tr ON app.t", ObjectKind::kTrigger, "tr"},
           Case{"DROP RULE r ON t", ObjectKind::kRule, "r"},
           Case{"DROP POLICY IF EXISTS \"p q\" ON t", ObjectKind::kPolicy, "\"p q\""},
           Case{"DROP STATISTICS s", ObjectKind::kStatistics, "s"},
           Case{"DROP PUBLICATION p", ObjectKind::kPublication, "p"},
           Case{"DROP ROLE IF EXISTS a", ObjectKind::kRole, "a"},
           Case{"DROP USER a", ObjectKind::kRole, "a"},
           Case{"DROP EVENT TRIGGER e", ObjectKind::kOther, "e"},
           Case{"DROP PROCEDURAL LANGUAGE l", ObjectKind::kOther, "l"},
       }) {
    const One<Drop> sql(example.sql);
    EXPECT_EQ(sql->kind, example.kind) << example.sql;
    ASSERT_EQ(sql->objects.size(), 1U) << example.sql;
    EXPECT_EQ(sql.Text(sql->objects[0].name.span), example.place) << example.sql;
  }
}

TEST(Drop, PartsNameTheirRelation) {
  const One<Drop> sql("DROP TRIGGER tr ON app.t");
  EXPECT_EQ(sql->objects[0].name.name, "tr");
  EXPECT_EQ(Dotted(*sql->objects[0].parent), "app.t");
  EXPECT_EQ(sql.Text(sql->objects[0].parent->span), "app.t");
}

TEST(Drop, FunctionsWithAndWithoutArguments) {
  const One<Drop> sql("DROP FUNCTION f(int, OUT text, text[]), g, app.h()");
  ASSERT_EQ(sql->objects.size(), 3U);
  ASSERT_TRUE(sql->objects[0].arguments);
  EXPECT_EQ(FormatType(sql->objects[0].arguments->back()), "text[]");
  EXPECT_FALSE(sql->objects[1].arguments);
  EXPECT_TRUE(sql->objects[2].arguments->empty());
  EXPECT_EQ(sql.Text(sql->objects[2].name.span), "app.h");
}

TEST(Drop, Owned) {
  EXPECT_EQ(One<DropOwned>("DROP OWNED BY a, CURRENT_USER")->roles, (Strings{"a", "current_user"}));
  EXPECT_TRUE(One<DropOwned>("REASSIGN OWNED BY a TO b")->reassign);
}

TEST(Rename, RelationsAndTheirParts) {
  const One<Rename> table("ALTER TABLE IF EXISTS ONLY app.t RENAME TO \"New\"");
  EXPECT_EQ(table->kind, ObjectKind::kTable);
  EXPECT_EQ(Dotted(table->object.name), "app.t");
  EXPECT_EQ(table->new_name, "New");
  EXPECT_EQ(table.Text(table->new_name_span), "\"New\"");
  EXPECT_TRUE(table->if_exists);
  EXPECT_TRUE(table->only);

  const One<Rename> column("ALTER TABLE app.t RENAME \"Old\" TO to_");
  EXPECT_EQ(column->kind, ObjectKind::kColumn);
  EXPECT_EQ(column->object.name.name, "Old");
  EXPECT_EQ(column.Text(column->object.name.span), "\"Old\"");
  EXPECT_EQ(Dotted(*column->object.parent), "app.t");
  EXPECT_EQ(column->relation_kind, AlteredObject::kTable);

  const One<Rename> constraint("ALTER TABLE t RENAME CONSTRAINT a TO b");
  EXPECT_EQ(constraint->kind, ObjectKind::kConstraint);
  EXPECT_EQ(constraint.Text(constraint->object.name.span), "a");
  EXPECT_EQ(constraint->relation_kind, AlteredObject::kTable);

  const One<Rename> view("ALTER VIEW v RENAME COLUMN a TO b");
  EXPECT_EQ(view->kind, ObjectKind::kColumn);
  EXPECT_EQ(view->relation_kind, AlteredObject::kView);
  EXPECT_EQ(One<Rename>("ALTER INDEX i RENAME TO j")->kind, ObjectKind::kIndex);
  EXPECT_EQ(One<Rename>("ALTER INDEX i RENAME TO j")->relation_kind, AlteredObject::kIndex);
  EXPECT_EQ(One<Rename>("ALTER SEQUENCE s RENAME TO r")->kind, ObjectKind::kSequence);
}

TEST(Rename, OtherObjects) {
  const One<Rename> trigger("ALTER TRIGGER a ON app.t RENAME TO b");
  EXPECT_EQ(trigger->kind, ObjectKind::kTrigger);
  EXPECT_EQ(trigger.Text(trigger->object.name.span), "a");
  EXPECT_EQ(Dotted(*trigger->object.parent), "app.t");
  EXPECT_EQ(One<Rename>("ALTER POLICY a ON t RENAME TO b")->kind, ObjectKind::kPolicy);
  const One<Rename> schema("ALTER SCHEMA a RENAME TO b");
  EXPECT_EQ(schema->object.name.name, "a");
  EXPECT_EQ(schema.Text(schema->object.name.span), "a");
  const One<Rename> type("ALTER TYPE app.t RENAME TO u");
  EXPECT_EQ(type->kind, ObjectKind::kType);
  EXPECT_EQ(type.Text(type->object.name.span), "app.t");
  const One<Rename> attribute("ALTER TYPE app.t RENAME ATTRIBUTE a TO b CASCADE");
  EXPECT_EQ(attribute->kind, ObjectKind::kAttribute);
  EXPECT_EQ(attribute.Text(attribute->object.name.span), "a");
  EXPECT_EQ(attribute.Text(attribute->new_name_span), "b");
  EXPECT_EQ(attribute->relation_kind, AlteredObject::kType);
  const One<Rename> function("ALTER FUNCTION app.f(int) RENAME TO g");
  EXPECT_EQ(Dotted(function->object.name), "app.f");
  EXPECT_EQ(function->object.arguments->size(), 1U);
  const One<Rename> domain("ALTER DOMAIN app.d RENAME CONSTRAINT a TO b");
  EXPECT_EQ(domain->kind, ObjectKind::kDomainConstraint);
  EXPECT_EQ(Dotted(*domain->object.parent), "app.d");
  EXPECT_EQ(domain.Text(domain->object.name.span), "a");
  EXPECT_EQ(One<Rename>("ALTER ROLE a RENAME TO b")->kind, ObjectKind::kRole);
  EXPECT_EQ(One<Rename>("ALTER DATABASE a RENAME TO b")->kind, ObjectKind::kDatabase);
}

TEST(SetSchema, OfRelationsAndOthers) {
  const One<SetSchema> table("ALTER TABLE IF EXISTS app.t SET SCHEMA archive");
  EXPECT_EQ(table->kind, ObjectKind::kTable);
  EXPECT_EQ(Dotted(table->object.name), "app.t");
  EXPECT_EQ(table->new_schema, "archive");
  EXPECT_TRUE(table->if_exists);
  const One<SetSchema> type("ALTER TYPE app.t SET SCHEMA archive");
  EXPECT_EQ(type->kind, ObjectKind::kType);
  EXPECT_EQ(type.Text(type->object.name.span), "app.t");
  EXPECT_EQ(One<SetSchema>("ALTER EXTENSION e SET SCHEMA s")->object.name.name, "e");
}

TEST(AlterOwner, OfWhatIsNoRelation) {
  const One<AlterOwner> sql("ALTER FUNCTION app.f(text) OWNER TO bob");
  EXPECT_EQ(sql->kind, ObjectKind::kFunction);
  EXPECT_EQ(Dotted(sql->object.name), "app.f");
  EXPECT_EQ(One<AlterOwner>("ALTER SCHEMA s OWNER TO bob")->kind, ObjectKind::kSchema);
  const One<AlterFunction> attributes("ALTER FUNCTION app.f(text) SECURITY DEFINER");
  EXPECT_EQ(Dotted(attributes->function.name), "app.f");
  EXPECT_EQ(attributes.Text(attributes->function.name.span), "app.f");
}

}  // namespace
}  // namespace hoglint
