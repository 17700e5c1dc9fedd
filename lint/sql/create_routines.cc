// CREATE FUNCTION, TRIGGER, RULE, POLICY and DO: what runs later, or runs code.
#include <algorithm>

#include "lint/base/ascii.h"
#include "lint/sql/convert.h"
#include "lint/sql/definitions.h"
#include "lint/sql/expressions.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

bool IsInputParameter(const FunctionParameter* parameter) {
  return parameter->mode != FUNC_PARAM_OUT && parameter->mode != FUNC_PARAM_TABLE;
}

ParameterMode ModeOf(FunctionParameterMode mode) {
  switch (mode) {
    case FUNC_PARAM_OUT:
      return ParameterMode::kOut;
    case FUNC_PARAM_INOUT:
      return ParameterMode::kInOut;
    case FUNC_PARAM_VARIADIC:
      return ParameterMode::kVariadic;
    case FUNC_PARAM_TABLE:
      return ParameterMode::kTable;
    default:
      return ParameterMode::kIn;
  }
}

void FillSignature(const Source& source, const CreateFunctionStmt* node, CreateFunction& result) {
  for (auto* parameter : Items<FunctionParameter>(node->parameters)) {
    if (parameter->mode == FUNC_PARAM_TABLE) result.returns_table = true;
    result.parameters.push_back({.name = Text(parameter->name),
                                 .type = TypeOf(source, parameter->argType),
                                 .mode = ModeOf(parameter->mode),
                                 .has_default = parameter->defexpr != nullptr});
    if (IsInputParameter(parameter)) {
      result.argument_types.push_back(result.parameters.back().type);
    }
  }
  if (node->returnType && !result.returns_table) result.returns = TypeOf(source, node->returnType);
}

void FillOption(const Source& source, const DefElem* option, CreateFunction& result) {
  const std::string name = Text(option->defname);
  if (name == "language") {
    result.language = ToLowerAscii(OptionText(option));
  } else if (name == "volatility") {
    result.volatility = OptionText(option);
  } else if (name == "security") {
    result.security_definer = Is(option->arg, T_Boolean) && Cast<Boolean>(option->arg)->boolval;
  } else if (name == "set" && Is(option->arg, T_VariableSetStmt)) {
    const auto* set = Cast<VariableSetStmt>(option->arg);
    if (ToLowerAscii(Text(set->name)) == "search_path") result.sets_search_path = true;
  } else if (name == "as" && Is(option->arg, T_List)) {
    // AS 'body', or AS 'library', 'symbol' for C.
    const auto* parts = Cast<List>(option->arg);
    RoutineBody body = RoutineBodyOf(source, Text(At<String>(parts, 0)), option->location);
    result.body = std::move(body.text);
    if (body.verbatim) result.body_span = source.text().SpanOf(body.range.begin, body.range.end);
  }
}

Expression InParentheses(const Source& source, Node* expression, std::uint32_t keyword) {
  return ExpressionOf(source, expression, source.tokens().Inside(keyword + 1));
}

// USING (expression) and WITH CHECK (expression) of a policy.
void FillPolicyConditions(const Source& source, Node* qual, Node* with_check,
                          Boxed<Expression>& using_expression,
                          Boxed<Expression>& check_expression) {
  const Tokens& tokens = source.tokens();
  if (qual) {
    using_expression =
        InParentheses(source, qual, tokens.Find(source.statement(), PG_QUERY_TOKEN_USING));
  }
  if (with_check) {
    check_expression =
        InParentheses(source, with_check, tokens.Find(source.statement(), PG_QUERY_TOKEN_CHECK));
  }
}

std::string TimingOf(int timing) {
  if ((timing & TRIGGER_TYPE_BEFORE) != 0) return "before";
  return (timing & TRIGGER_TYPE_INSTEAD) != 0 ? "instead of" : "after";
}

std::vector<std::string> EventsOf(int events) {
  std::vector<std::string> result;
  if ((events & TRIGGER_TYPE_INSERT) != 0) result.emplace_back("insert");
  if ((events & TRIGGER_TYPE_UPDATE) != 0) result.emplace_back("update");
  if ((events & TRIGGER_TYPE_DELETE) != 0) result.emplace_back("delete");
  if ((events & TRIGGER_TYPE_TRUNCATE) != 0) result.emplace_back("truncate");
  return result;
}

// The bytes between the quotes of a string constant: '...', E'...', $tag$...$tag$.
TextRange InsideQuotes(const Tokens& tokens, std::uint32_t token) {
  const std::string_view constant = tokens.Text(token);
  const auto begin = tokens[token].begin;
  std::size_t quote = constant.find_first_of("'$");
  if (quote == std::string_view::npos) return {};
  if (constant[quote] == '$') quote = constant.find('$', quote + 1);
  const std::size_t closing = constant.front() == '$' ? quote + 1 : 1;
  if (quote == std::string_view::npos || quote + 1 + closing > constant.size()) return {};
  return {begin + static_cast<std::uint32_t>(quote) + 1,
          begin + static_cast<std::uint32_t>(constant.size() - closing)};
}

}  // namespace

RoutineBody RoutineBodyOf(const Source& source, std::string text, int location) {
  const Tokens& tokens = source.tokens();
  RoutineBody result;
  result.text = std::move(text);
  const std::uint32_t constant =
      tokens.FindAnyOf({source.TokenAt(location), source.statement().end},
                       {PG_QUERY_TOKEN_SCONST, PG_QUERY_TOKEN_USCONST});
  if (constant >= source.statement().end) return result;
  result.range = InsideQuotes(tokens, constant);
  const std::string_view inside =
      tokens.text().substr(result.range.begin, result.range.end - result.range.begin);
  result.verbatim = result.range.begin > 0 && inside == result.text;
  return result;
}

CreateFunction CreateFunctionOf(const Source& source, const CreateFunctionStmt* node) {
  const Tokens& tokens = source.tokens();
  CreateFunction result;
  const std::uint32_t name =
      tokens.FindAnyOf(source.statement(), {PG_QUERY_TOKEN_FUNCTION, PG_QUERY_TOKEN_PROCEDURE}) + 1;
  result.function = NameOf(source, node->funcname, name);
  result.replace = node->replace;
  result.procedure = node->is_procedure;
  FillSignature(source, node, result);
  for (auto* option : Items<DefElem>(node->options)) FillOption(source, option, result);
  return result;
}

CreateTrigger CreateTriggerOf(const Source& source, const CreateTrigStmt* node) {
  CreateTrigger result;
  result.name = Text(node->trigname);
  result.table = NameOf(source, node->relation);
  const Tokens& tokens = source.tokens();
  const std::uint32_t execute = tokens.Find(source.statement(), PG_QUERY_TOKEN_EXECUTE);
  result.function = NameOf(source, node->funcname, execute + 2);
  result.replace = node->replace;
  result.constraint = node->isconstraint;
  result.row = node->row;
  result.timing = TimingOf(node->timing);
  result.events = EventsOf(node->events);
  for (auto* column : Items<String>(node->columns)) result.update_columns.push_back(Text(column));
  if (node->whenClause) {
    result.when = InParentheses(source, node->whenClause,
                                tokens.Find(source.statement(), PG_QUERY_TOKEN_WHEN));
  }
  return result;
}

CreateRule CreateRuleOf(const Source& source, const RuleStmt* node) {
  return {.name = Text(node->rulename),
          .table = NameOf(source, node->relation),
          .replace = node->replace};
}

CreatePolicy CreatePolicyOf(const Source& source, const CreatePolicyStmt* node) {
  CreatePolicy result;
  result.name = Text(node->policy_name);
  result.table = NameOf(source, node->table);
  result.permissive = node->permissive;
  result.command = Text(node->cmd_name);
  result.roles = RolesOf(node->roles);
  FillPolicyConditions(source, node->qual, node->with_check, result.using_expression,
                       result.check_expression);
  return result;
}

AlterPolicy AlterPolicyOf(const Source& source, const AlterPolicyStmt* node) {
  AlterPolicy result;
  result.name = Text(node->policy_name);
  result.table = NameOf(source, node->table);
  result.roles = RolesOf(node->roles);
  FillPolicyConditions(source, node->qual, node->with_check, result.using_expression,
                       result.check_expression);
  return result;
}

DoBlock DoBlockOf(const DoStmt* node) {
  DoBlock result;
  result.language = "plpgsql";
  for (auto* option : Items<DefElem>(node->args)) {
    if (Text(option->defname) == "language") result.language = ToLowerAscii(OptionText(option));
  }
  return result;
}

RoutineBody DoBodyOf(const Source& source, const DoStmt* node) {
  for (auto* option : Items<DefElem>(node->args)) {
    if (Text(option->defname) == "as") {
      return RoutineBodyOf(source, OptionText(option), option->location);
    }
  }
  return {};
}

}  // namespace hoglint::sql
