#include "lint/facts/tool_ledgers.h"

#include <algorithm>
#include <array>

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 24> kLedgers = {
    // Drizzle, and Hogsend's client
    "__drizzle_migrations", "__client_migrations",
    // Prisma, Flyway, goose, Diesel, sqlx, refinery
    "_prisma_migrations", "flyway_schema_history", "goose_db_version", "__diesel_schema_migrations",
    "_sqlx_migrations", "refinery_schema_history",
    // golang-migrate, dbmate and Rails; Rails again
    "schema_migrations", "ar_internal_metadata",
    // Knex, node-pg-migrate, Kysely, Sequelize, MikroORM, TypeORM and Laravel
    "knex_migrations", "knex_migrations_lock", "pgmigrations", "kysely_migration",
    "kysely_migration_lock", "SequelizeMeta", "mikro_orm_migrations", "migrations",
    // Alembic, Django, Liquibase, Atlas, Entity Framework
    "alembic_version", "django_migrations", "databasechangelog", "databasechangeloglock",
    "atlas_schema_revisions", "__EFMigrationsHistory"};

}  // namespace

bool IsToolLedger(std::string_view table) { return std::ranges::count(kLedgers, table) > 0; }

}  // namespace hoglint
