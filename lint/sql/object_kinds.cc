// PostgreSQL's ObjectType -> our kinds.
#include "lint/sql/references.h"

namespace hoglint::sql {

ObjectKind KindOf(ObjectType type) {
  switch (type) {
    case OBJECT_TABLE:
      return ObjectKind::kTable;
    case OBJECT_VIEW:
      return ObjectKind::kView;
    case OBJECT_MATVIEW:
      return ObjectKind::kMaterializedView;
    case OBJECT_FOREIGN_TABLE:
      return ObjectKind::kForeignTable;
    case OBJECT_INDEX:
      return ObjectKind::kIndex;
    case OBJECT_SEQUENCE:
      return ObjectKind::kSequence;
    case OBJECT_COLUMN:
      return ObjectKind::kColumn;
    case OBJECT_ATTRIBUTE:
      return ObjectKind::kAttribute;
    case OBJECT_TABCONSTRAINT:
      return ObjectKind::kConstraint;
    case OBJECT_DOMCONSTRAINT:
      return ObjectKind::kDomainConstraint;
    case OBJECT_TYPE:
      return ObjectKind::kType;
    case OBJECT_DOMAIN:
      return ObjectKind::kDomain;
    case OBJECT_SCHEMA:
      return ObjectKind::kSchema;
    case OBJECT_DATABASE:
      return ObjectKind::kDatabase;
    case OBJECT_EXTENSION:
      return ObjectKind::kExtension;
    case OBJECT_FUNCTION:
      return ObjectKind::kFunction;
    case OBJECT_PROCEDURE:
      return ObjectKind::kProcedure;
    case OBJECT_ROUTINE:
      return ObjectKind::kRoutine;
    case OBJECT_AGGREGATE:
      return ObjectKind::kAggregate;
    case OBJECT_OPERATOR:
      return ObjectKind::kOperator;
    case OBJECT_TRIGGER:
      return ObjectKind::kTrigger;
    case OBJECT_RULE:
      return ObjectKind::kRule;
    case OBJECT_POLICY:
      return ObjectKind::kPolicy;
    case OBJECT_ROLE:
      return ObjectKind::kRole;
    case OBJECT_STATISTIC_EXT:
      return ObjectKind::kStatistics;
    case OBJECT_PUBLICATION:
      return ObjectKind::kPublication;
    case OBJECT_SUBSCRIPTION:
      return ObjectKind::kSubscription;
    default:
      return ObjectKind::kOther;
  }
}

AlteredObject AlteredObjectOf(ObjectType type) {
  switch (type) {
    case OBJECT_INDEX:
      return AlteredObject::kIndex;
    case OBJECT_SEQUENCE:
      return AlteredObject::kSequence;
    case OBJECT_VIEW:
      return AlteredObject::kView;
    case OBJECT_MATVIEW:
      return AlteredObject::kMaterializedView;
    case OBJECT_FOREIGN_TABLE:
      return AlteredObject::kForeignTable;
    case OBJECT_TYPE:
      return AlteredObject::kType;
    default:
      return AlteredObject::kTable;
  }
}

std::uint32_t WordCountOf(ObjectType type) {
  switch (type) {
    case OBJECT_ACCESS_METHOD:
    case OBJECT_EVENT_TRIGGER:
    case OBJECT_FOREIGN_TABLE:
    case OBJECT_LARGEOBJECT:
    case OBJECT_MATVIEW:
    case OBJECT_OPCLASS:
    case OBJECT_OPFAMILY:
    case OBJECT_USER_MAPPING:
      return 2;
    case OBJECT_FDW:
    case OBJECT_TSCONFIGURATION:
    case OBJECT_TSDICTIONARY:
    case OBJECT_TSPARSER:
    case OBJECT_TSTEMPLATE:
      return 3;
    default:
      return 1;
  }
}

}  // namespace hoglint::sql
