// The command tags of statements that have no struct of their own, as PostgreSQL's
// CreateCommandTag() (src/backend/tcop/utility.c) names them.
#include "lint/sql/convert.h"
#include "lint/sql/facts_walker.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// The kind of object in the tags "CREATE x", "ALTER x" of DefineStmt and the like.
std::string WordsOf(ObjectType type) {
  switch (type) {
    case OBJECT_AGGREGATE:
      return "AGGREGATE";
    case OBJECT_OPERATOR:
      return "OPERATOR";
    case OBJECT_TYPE:
      return "TYPE";
    case OBJECT_TSPARSER:
      return "TEXT SEARCH PARSER";
    case OBJECT_TSDICTIONARY:
      return "TEXT SEARCH DICTIONARY";
    case OBJECT_TSTEMPLATE:
      return "TEXT SEARCH TEMPLATE";
    case OBJECT_TSCONFIGURATION:
      return "TEXT SEARCH CONFIGURATION";
    case OBJECT_COLLATION:
      return "COLLATION";
    case OBJECT_ACCESS_METHOD:
      return "ACCESS METHOD";
    case OBJECT_FUNCTION:
      return "FUNCTION";
    case OBJECT_PROCEDURE:
      return "PROCEDURE";
    case OBJECT_ROUTINE:
      return "ROUTINE";
    case OBJECT_TRIGGER:
      return "TRIGGER";
    case OBJECT_MATVIEW:
      return "MATERIALIZED VIEW";
    case OBJECT_INDEX:
      return "INDEX";
    case OBJECT_TABLE:
      return "TABLE";
    default:
      return "OBJECT";
  }
}

std::string TagOfDiscard(DiscardMode mode) {
  switch (mode) {
    case DISCARD_ALL:
      return "DISCARD ALL";
    case DISCARD_PLANS:
      return "DISCARD PLANS";
    case DISCARD_SEQUENCES:
      return "DISCARD SEQUENCES";
    case DISCARD_TEMP:
      return "DISCARD TEMP";
  }
  return "DISCARD";
}

std::string TagOfCursorOrPlan(Node* node) {
  switch (node->type) {
    case T_DeclareCursorStmt:
      return "DECLARE CURSOR";
    case T_ClosePortalStmt:
      return Cast<ClosePortalStmt>(node)->portalname ? "CLOSE CURSOR" : "CLOSE CURSOR ALL";
    case T_FetchStmt:
      return Cast<FetchStmt>(node)->ismove ? "MOVE" : "FETCH";
    case T_PrepareStmt:
      return "PREPARE";
    case T_ExecuteStmt:
      return "EXECUTE";
    case T_DeallocateStmt:
      return Cast<DeallocateStmt>(node)->name ? "DEALLOCATE" : "DEALLOCATE ALL";
    case T_ExplainStmt:
      return "EXPLAIN";
    case T_CallStmt:
      return "CALL";
    default:
      return {};
  }
}

std::string TagOfSession(Node* node) {
  switch (node->type) {
    case T_NotifyStmt:
      return "NOTIFY";
    case T_ListenStmt:
      return "LISTEN";
    case T_UnlistenStmt:
      return "UNLISTEN";
    case T_LoadStmt:
      return "LOAD";
    case T_VariableShowStmt:
      return "SHOW";
    case T_CheckPointStmt:
      return "CHECKPOINT";
    case T_DiscardStmt:
      return TagOfDiscard(Cast<DiscardStmt>(node)->target);
    case T_ConstraintsSetStmt:
      return "SET CONSTRAINTS";
    case T_AlterSystemStmt:
      return "ALTER SYSTEM";
    default:
      return {};
  }
}

std::string TagOfCluster(Node* node) {
  switch (node->type) {
    case T_CreatedbStmt:
      return "CREATE DATABASE";
    case T_AlterDatabaseStmt:
    case T_AlterDatabaseRefreshCollStmt:
    case T_AlterDatabaseSetStmt:
      return "ALTER DATABASE";
    case T_DropdbStmt:
      return "DROP DATABASE";
    case T_CreateTableSpaceStmt:
      return "CREATE TABLESPACE";
    case T_AlterTableSpaceOptionsStmt:
      return "ALTER TABLESPACE";
    case T_DropTableSpaceStmt:
      return "DROP TABLESPACE";
    case T_AlterTableMoveAllStmt:
      return "ALTER " + WordsOf(Cast<AlterTableMoveAllStmt>(node)->objtype);
    case T_CreateRoleStmt:
      return "CREATE ROLE";
    case T_AlterRoleStmt:
    case T_AlterRoleSetStmt:
      return "ALTER ROLE";
    case T_AlterDefaultPrivilegesStmt:
      return "ALTER DEFAULT PRIVILEGES";
    case T_SecLabelStmt:
      return "SECURITY LABEL";
    case T_CreateSubscriptionStmt:
      return "CREATE SUBSCRIPTION";
    case T_AlterSubscriptionStmt:
      return "ALTER SUBSCRIPTION";
    case T_DropSubscriptionStmt:
      return "DROP SUBSCRIPTION";
    case T_CreatePublicationStmt:
      return "CREATE PUBLICATION";
    case T_AlterPublicationStmt:
      return "ALTER PUBLICATION";
    default:
      return {};
  }
}

std::string TagOfForeignData(Node* node) {
  switch (node->type) {
    case T_CreateFdwStmt:
      return "CREATE FOREIGN DATA WRAPPER";
    case T_AlterFdwStmt:
      return "ALTER FOREIGN DATA WRAPPER";
    case T_CreateForeignServerStmt:
      return "CREATE SERVER";
    case T_AlterForeignServerStmt:
      return "ALTER SERVER";
    case T_CreateUserMappingStmt:
      return "CREATE USER MAPPING";
    case T_AlterUserMappingStmt:
      return "ALTER USER MAPPING";
    case T_DropUserMappingStmt:
      return "DROP USER MAPPING";
    case T_ImportForeignSchemaStmt:
      return "IMPORT FOREIGN SCHEMA";
    default:
      return {};
  }
}

std::string TagOfCatalogueObject(Node* node) {
  switch (node->type) {
    case T_DefineStmt:
      return "CREATE " + WordsOf(Cast<DefineStmt>(node)->kind);
    case T_CreateAmStmt:
      return "CREATE ACCESS METHOD";
    case T_CreateEventTrigStmt:
      return "CREATE EVENT TRIGGER";
    case T_AlterEventTrigStmt:
      return "ALTER EVENT TRIGGER";
    case T_CreatePLangStmt:
      return "CREATE LANGUAGE";
    case T_CreateOpClassStmt:
      return "CREATE OPERATOR CLASS";
    case T_CreateOpFamilyStmt:
      return "CREATE OPERATOR FAMILY";
    case T_AlterOpFamilyStmt:
      return "ALTER OPERATOR FAMILY";
    case T_AlterOperatorStmt:
      return "ALTER OPERATOR";
    case T_AlterTypeStmt:
      return "ALTER TYPE";
    case T_AlterStatsStmt:
      return "ALTER STATISTICS";
    case T_AlterCollationStmt:
      return "ALTER COLLATION";
    case T_AlterExtensionContentsStmt:
      return "ALTER EXTENSION";
    case T_AlterObjectDependsStmt:
      return "ALTER " + WordsOf(Cast<AlterObjectDependsStmt>(node)->objectType);
    case T_CreateConversionStmt:
      return "CREATE CONVERSION";
    case T_CreateCastStmt:
      return "CREATE CAST";
    case T_CreateTransformStmt:
      return "CREATE TRANSFORM";
    case T_AlterTSDictionaryStmt:
      return "ALTER TEXT SEARCH DICTIONARY";
    case T_AlterTSConfigurationStmt:
      return "ALTER TEXT SEARCH CONFIGURATION";
    default:
      return {};
  }
}

// Statements that have a struct and come here only when they nest too deeply to be read.
std::string TagOfModelled(Node* node) {
  switch (node->type) {
    case T_SelectStmt:
      return "SELECT";
    case T_InsertStmt:
      return "INSERT";
    case T_UpdateStmt:
      return "UPDATE";
    case T_DeleteStmt:
      return "DELETE";
    case T_MergeStmt:
      return "MERGE";
    case T_CreateStmt:
      return "CREATE TABLE";
    case T_CreateTableAsStmt:
      return "CREATE TABLE AS";
    case T_ViewStmt:
      return "CREATE VIEW";
    case T_IndexStmt:
      return "CREATE INDEX";
    case T_AlterTableStmt:
      return "ALTER TABLE";
    case T_CreatePolicyStmt:
      return "CREATE POLICY";
    case T_AlterPolicyStmt:
      return "ALTER POLICY";
    case T_CreateDomainStmt:
      return "CREATE DOMAIN";
    case T_AlterDomainStmt:
      return "ALTER DOMAIN";
    case T_CopyStmt:
      return "COPY";
    default:
      return "???";  // as PostgreSQL says of what it does not know
  }
}

void AddRelation(const Source& source, const RangeVar* relation, std::vector<ObjectName>& objects) {
  if (relation) objects.push_back(NameOf(source, relation));
}

void AddPublished(const Source& source, const List* objects, std::vector<ObjectName>& result) {
  for (auto* object : Items<PublicationObjSpec>(objects)) {
    if (object->pubtable) AddRelation(source, object->pubtable->relation, result);
  }
}

void AddQuery(const Source& source, Node* query, std::vector<ObjectName>& objects) {
  FactsWalker walker(source, nullptr);
  walker.Visit(query);
  NamedThings named = walker.Take();
  objects.insert(objects.end(), named.reads.begin(), named.reads.end());
  objects.insert(objects.end(), named.writes.begin(), named.writes.end());
}

}  // namespace

std::string CommandTagOf(Node* node) {
  for (auto* tag_of : {TagOfCursorOrPlan, TagOfSession, TagOfCluster, TagOfForeignData,
                       TagOfCatalogueObject, TagOfModelled}) {
    if (std::string tag = tag_of(node); !tag.empty()) return tag;
  }
  return {};
}

OtherStatement OtherOf(const Source& source, Node* node) {
  OtherStatement result;
  result.command = CommandTagOf(node);
  if (Is(node, T_CreatePublicationStmt)) {
    AddPublished(source, Cast<CreatePublicationStmt>(node)->pubobjects, result.objects);
  } else if (Is(node, T_AlterPublicationStmt)) {
    AddPublished(source, Cast<AlterPublicationStmt>(node)->pubobjects, result.objects);
  } else if (Is(node, T_AlterObjectDependsStmt)) {
    AddRelation(source, Cast<AlterObjectDependsStmt>(node)->relation, result.objects);
  } else if (Is(node, T_ExplainStmt)) {
    AddQuery(source, Cast<ExplainStmt>(node)->query, result.objects);
  } else if (Is(node, T_PrepareStmt)) {
    AddQuery(source, Cast<PrepareStmt>(node)->query, result.objects);
  } else if (Is(node, T_DeclareCursorStmt)) {
    AddQuery(source, Cast<DeclareCursorStmt>(node)->query, result.objects);
  }
  return result;
}

}  // namespace hoglint::sql
