#include "lint/facts/granted.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "lint/base/ascii.h"
#include "lint/base/contains.h"
#include "lint/facts/default_privileges.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

constexpr std::string_view kPublic = "public";

std::string ToUpperAscii(std::string_view word) {
  std::string upper(word);
  std::ranges::transform(upper, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return upper;
}

bool IsRoutineKind(ObjectKind kind) {
  return kind == ObjectKind::kFunction || kind == ObjectKind::kProcedure ||
         kind == ObjectKind::kRoutine;
}

bool IsOf(ObjectKind kind, GrantedKind wanted) {
  switch (wanted) {
    case GrantedKind::kRoutine:
      return IsRoutineKind(kind);
    case GrantedKind::kSequence:
      return kind == ObjectKind::kSequence || kind == ObjectKind::kTable;
    case GrantedKind::kRelation:
      return kind == ObjectKind::kTable || kind == ObjectKind::kView ||
             kind == ObjectKind::kMaterializedView || kind == ObjectKind::kForeignTable;
  }
  return false;
}

// The text of a statement in a DO block may be that of the whole block.
bool IsItsOwn(const sql::Tokens& tokens) {
  return tokens.IsWord(0, "grant") || tokens.IsWord(0, "revoke");
}

// "SELECT (id)" as it stands there, whatever the case and quotes.
std::string PrivilegesIn(const sql::Tokens& tokens) {
  const std::uint32_t end = tokens.Find({1, tokens.size()}, PG_QUERY_TOKEN_ON);
  std::string text;
  bool columns = false;
  for (std::uint32_t i = 1; i < end; ++i) {
    const std::string_view token = tokens.Text(i);
    if (token == ",") {
      text += ", ";
    } else if (token == "(" || token == ")") {
      columns = token == "(";
      text += columns ? " (" : ")";
    } else if (columns) {
      text += QuoteIdentifier(tokens.Identifier(i).value_or(std::string(token)));
    } else {
      text += (text.empty() || text.back() == ' ' ? "" : " ") + ToUpperAscii(token);
    }
  }
  return text;
}

// "SELECT, INSERT" of GRANT select, insert ON ...; of one on columns, these too.
std::string PrivilegesOf(const Grant& grant, std::string_view statement) {
  const std::string copy(statement);  // the scanner wants a NUL byte behind it
  const sql::Tokens tokens(copy);
  if (IsItsOwn(tokens)) return PrivilegesIn(tokens);
  std::string text = grant.privileges.empty() ? "ALL" : "";
  for (const std::string& privilege : grant.privileges) {
    text += (text.empty() ? "" : ", ") + ToUpperAscii(privilege);
  }
  return text;
}

// The word of ALL TABLES IN SCHEMA; empty where it is not known.
std::string WordBehindAll(std::string_view grant) {
  const std::string copy(grant);
  const sql::Tokens tokens(copy);
  if (!IsItsOwn(tokens)) return {};
  const std::uint32_t on = tokens.Find({0, tokens.size()}, PG_QUERY_TOKEN_ON);
  return ToLowerAscii(tokens.Text(on + 2));
}

// The names are compared first: whole histories are looked through.
bool Means(const ObjectName& name, const QualifiedName& object, const StatementFacts& facts) {
  return name.name == object.name && facts.before.Resolve(name) == object;
}

// Whether the GRANT or REVOKE is about the object, by its name or with all of its schema.
bool IsAbout(const Grant& grant, const Span& place, const QualifiedName& object, GrantedKind kind,
             const StatementFacts& facts) {
  if (grant.role_membership) return false;
  if (!grant.all_in_schema) {
    return IsOf(grant.kind, kind) &&
           std::ranges::any_of(grant.objects, [&](const ObjectReference& each) {
             return Means(each.name, object, facts);
           });
  }
  const bool there = std::ranges::any_of(grant.objects, [&](const ObjectReference& schema) {
    return schema.name.name == object.schema;
  });
  const std::string word = there ? WordBehindAll(facts.sources.Text(place)) : std::string();
  return there && (word.empty() || CoversKind(word, kind));
}

// The name that a statement creates, and whether something of it may have been there before.
struct Creation {
  const ObjectName* name = nullptr;
  bool replaces = false;
};

Creation CreatedBy(const Statement& statement, GrantedKind kind) {
  if (const auto* create = As<CreateFunction>(statement)) {
    return kind == GrantedKind::kRoutine ? Creation{&create->function, create->replace}
                                         : Creation{};
  }
  if (const auto* create = As<CreateSequence>(statement)) {
    return kind == GrantedKind::kSequence ? Creation{&create->sequence, create->if_not_exists}
                                          : Creation{};
  }
  if (kind != GrantedKind::kRelation) return {};
  if (const auto* create = As<CreateView>(statement)) return {&create->view, create->replace};
  if (const auto* create = As<CreateTable>(statement)) {
    return {&create->table, create->if_not_exists};
  }
  const auto* create = As<CreateTableAs>(statement);
  return create == nullptr ? Creation{} : Creation{&create->table, create->if_not_exists};
}

// Reads what was granted on one object and revoked from it, from the latest statement back to its
// creation.
class PrivilegeReader {
 public:
  PrivilegeReader(QualifiedName object, GrantedKind kind, const StatementFacts& facts)
      : object_(std::move(object)), kind_(kind), facts_(facts) {}

  void Read() {
    if (EarlierOfKind<Grant>(facts_).empty()) return;
    EachEarlier<Grant, DropOwned, Drop, Rename, SetSchema, CreateFunction, CreateSequence,
                CreateView, CreateTable, CreateTableAs>(
        facts_, [&](const Statement& statement) { return Visit(statement); });
    // Nobody created it in the files: what names it was about it, what names the schema may not.
    for (const Entry& entry : pending_) {
      if (!ended_ && entry.by_name) entries_.push_back(entry);
    }
  }

  // Those that no later REVOKE takes from its role, the latest first.
  [[nodiscard]] std::vector<Granted> Holding() const {
    std::vector<std::string> revoked;
    std::vector<Granted> result;
    for (const Entry& entry : entries_) {
      if (entry.revoke) {
        revoked.insert(revoked.end(), entry.roles.begin(), entry.roles.end());
        continue;
      }
      std::vector<std::string> roles = entry.roles;
      std::erase_if(roles, [&](const std::string& role) { return Contains(revoked, role); });
      if (roles.empty()) continue;
      result.push_back({.roles = std::move(roles),
                        .privileges = PrivilegesOf(*entry.grant, facts_.sources.Text(entry.place)),
                        .place = entry.place});
    }
    return result;
  }

  // What was last said to PUBLIC was a REVOKE.
  [[nodiscard]] bool IsRevokedFromPublic() const {
    const auto last = std::ranges::find_if(
        entries_, [](const Entry& entry) { return Contains(entry.roles, kPublic); });
    return last != entries_.end() && last->revoke;
  }

 private:
  struct Entry {
    std::vector<std::string> roles;
    Span place;
    bool revoke = false;
    bool by_name = true;
    const Grant* grant = nullptr;  // null: the role is dropped, or what it owns
  };

  // False: what comes before is not about this object.
  bool Visit(const Statement& statement) {
    if (const auto* grant = As<Grant>(statement)) {
      const bool known =
          !grant->all_in_schema || !WordBehindAll(facts_.sources.Text(statement.span)).empty();
      if (known && IsAbout(*grant, statement.span, object_, kind_, facts_)) {
        pending_.push_back(
            {grant->grantees, statement.span, grant->revoke, !grant->all_in_schema, grant});
      }
      return true;
    }
    if (const auto* owned = As<DropOwned>(statement)) {
      if (!owned->reassign) pending_.push_back({owned->roles, statement.span, true, true, nullptr});
      return true;
    }
    if (const auto* drop = As<Drop>(statement)) return VisitDrop(*drop, statement.span);
    FollowBack(statement);
    const Creation created = CreatedBy(statement, kind_);
    if (created.name == nullptr || !Means(*created.name, object_, facts_)) return true;
    entries_.insert(entries_.end(), pending_.begin(), pending_.end());
    pending_.clear();
    ended_ = !created.replaces;
    return created.replaces;
  }

  bool VisitDrop(const Drop& drop, const Span& place) {
    if (drop.kind == ObjectKind::kRole) {
      Entry gone{.roles = {}, .place = place, .revoke = true, .by_name = true, .grant = nullptr};
      for (const ObjectReference& role : drop.objects) gone.roles.push_back(role.name.name);
      pending_.push_back(std::move(gone));
      return true;
    }
    const bool same_kind = IsOf(drop.kind, kind_);
    ended_ = same_kind && std::ranges::any_of(drop.objects, [&](const ObjectReference& each) {
               return Means(each.name, object_, facts_);
             });
    return !ended_;
  }

  // Before a RENAME or SET SCHEMA it was called otherwise.
  void FollowBack(const Statement& statement) {
    const auto* rename = As<Rename>(statement);
    if (rename != nullptr && IsOf(rename->kind, kind_) && rename->new_name == object_.name) {
      object_.name = rename->object.name.name;
    }
    const auto* move = As<SetSchema>(statement);
    if (move != nullptr && IsOf(move->kind, kind_) && move->object.name.name == object_.name &&
        move->new_schema == object_.schema) {
      object_.schema = facts_.before.Resolve(move->object.name).schema;
    }
  }

  QualifiedName object_;
  GrantedKind kind_;
  const StatementFacts& facts_;
  std::vector<Entry> pending_;  // later than the creation that is looked for
  std::vector<Entry> entries_;  // of the object
  bool ended_ = false;
};

// Roles that own what they use, or pass over privileges: those that make objects or may make some,
// and superusers.
class FreeRoles {
 public:
  explicit FreeRoles(const StatementFacts& facts) {
    for (const Migration& migration : facts.track.migrations) {
      for (const Statement& statement : migration.parsed.statements) Read(statement, facts);
    }
  }
  [[nodiscard]] bool Has(const std::string& role) const { return Contains(roles_, role); }

 private:
  void Read(const Statement& statement, const StatementFacts& facts) {
    if (const auto* alter = As<AlterTable>(statement)) {
      for (const AlterTableAction& action : alter->actions) {
        if (action.kind == AlterTableKind::kOwner) roles_.push_back(action.name);
      }
    } else if (As<AlterOwner>(statement) != nullptr) {
      ReadOwner(facts.sources.Text(statement.span));
    } else if (const auto* role = As<CreateRole>(statement)) {
      if (role->superuser) roles_.push_back(role->name);
    } else if (const auto* set = As<SetVariable>(statement)) {
      if (set->name == "role" && set->values.size() == 1) roles_.push_back(set->values.front());
    } else if (const auto* grant = As<Grant>(statement)) {
      if (MayCreate(*grant)) {
        roles_.insert(roles_.end(), grant->grantees.begin(), grant->grantees.end());
      }
    }
  }

  // Who may create objects may be the one who runs the migrations.
  static bool MayCreate(const Grant& grant) {
    const bool place = grant.kind == ObjectKind::kSchema || grant.kind == ObjectKind::kDatabase;
    return place && !grant.revoke && !grant.all_in_schema &&
           (grant.privileges.empty() || Contains(grant.privileges, "create"));
  }

  // ... OWNER TO role
  void ReadOwner(std::string_view text) {
    const std::string copy(text);
    const sql::Tokens tokens(copy);
    const auto role = tokens.Identifier(tokens.size() - 1);
    if (role) roles_.push_back(*role);
  }

  std::vector<std::string> roles_ = {"postgres",     "supabase_admin", "current_user",
                                     "current_role", "session_user",   "rds_superuser"};
};

// The statement may grant what cannot be read.
bool IsUnseen(const Statement& statement) {
  if (As<DynamicSql>(statement) != nullptr) return true;
  const auto* select = As<Select>(statement);
  return select != nullptr &&
         std::ranges::any_of(select->query.functions, [](const FunctionCall& call) {
           return call.name.name.find("grant") != std::string::npos;
         });
}

bool MayGrantUnseen(const StatementFacts& facts) {
  return std::ranges::any_of(facts.batch.statements, [](const BatchStatement& other) {
    return IsUnseen(*other.statement);
  });
}

// The roles that the batch says something to about an object of that name; with `revoke` those from
// whom it takes something.
std::vector<std::string> RolesOfBatch(const QualifiedName& object, GrantedKind kind, bool revoke,
                                      const StatementFacts& facts) {
  std::vector<std::string> roles;
  for (const BatchStatement& other : facts.Later()) {
    const auto* grant = As<Grant>(*other.statement);
    if (grant == nullptr || grant->revoke != revoke) continue;
    const bool named = !grant->all_in_schema && IsOf(grant->kind, kind) &&
                       std::ranges::any_of(grant->objects, [&](const ObjectReference& each) {
                         return each.name.name == object.name;
                       });
    if (!named && !IsAbout(*grant, other.statement->span, object, kind, facts)) continue;
    roles.insert(roles.end(), grant->grantees.begin(), grant->grantees.end());
  }
  return roles;
}

// Supabase's own default privileges give these roles everything that is made in public.
bool IsGivenBySupabase(const std::string& role, const QualifiedName& object) {
  constexpr std::array<std::string_view, 3> kRoles = {"anon", "authenticated", "service_role"};
  return object.schema == "public" && std::ranges::find(kRoles, role) != kRoles.end();
}

void KeepRoles(std::vector<Granted>& grants, auto keeps) {
  for (Granted& granted : grants) {
    std::erase_if(granted.roles, [&](const std::string& role) { return !keeps(role); });
  }
  std::erase_if(grants, [](const Granted& granted) { return granted.roles.empty(); });
}

}  // namespace

std::vector<Granted> GrantedOn(const QualifiedName& object, GrantedKind kind,
                               const StatementFacts& facts) {
  PrivilegeReader reader(object, kind, facts);
  reader.Read();
  std::vector<Granted> grants = reader.Holding();
  if (grants.empty()) return grants;
  const FreeRoles free(facts);
  KeepRoles(grants, [&](const std::string& role) { return !free.Has(role); });
  return grants;
}

std::vector<Granted> LostGrants(const QualifiedName& object, GrantedKind kind,
                                const StatementFacts& facts) {
  std::vector<Granted> grants = GrantedOn(object, kind, facts);
  if (grants.empty() || MayGrantUnseen(facts)) return {};
  const std::vector<std::string> again = RolesOfBatch(object, kind, false, facts);
  if (Contains(again, kPublic)) return {};
  const DefaultPrivileges defaults(facts);
  KeepRoles(grants, [&](const std::string& role) {
    return !Contains(again, role) && !defaults.Give(role, object.schema, kind) &&
           !IsGivenBySupabase(role, object);
  });
  return grants;
}

bool GrantsNothing(const StatementFacts& facts) {
  if (TrackHas<Grant>(facts) || TrackHas<DynamicSql>(facts)) return false;
  return std::ranges::none_of(facts.by_kind->Of<Select>(),
                              [](const auto& entry) { return IsUnseen(*entry.statement); }) &&
         std::ranges::none_of(facts.by_kind->Of<OtherStatement>(), [](const auto& entry) {
           return As<OtherStatement>(*entry.statement)->command == "ALTER DEFAULT PRIVILEGES";
         });
}

PublicExecute PublicExecuteOf(const QualifiedName& function, const StatementFacts& facts) {
  const DefaultPrivileges defaults(facts);
  if (defaults.DenyExecute()) return PublicExecute::kRevoked;
  PrivilegeReader reader(function, GrantedKind::kRoutine, facts);
  reader.Read();
  if (!reader.IsRevokedFromPublic() || MayGrantUnseen(facts)) return PublicExecute::kAsBefore;
  const auto revoked = RolesOfBatch(function, GrantedKind::kRoutine, true, facts);
  if (Contains(revoked, kPublic)) return PublicExecute::kRevoked;
  const auto granted = RolesOfBatch(function, GrantedKind::kRoutine, false, facts);
  return Contains(granted, kPublic) ? PublicExecute::kAsBefore : PublicExecute::kRestored;
}

}  // namespace hoglint
