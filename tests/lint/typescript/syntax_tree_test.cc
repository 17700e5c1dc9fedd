// From a source to our own value of its syntax tree.
#include "lint/typescript/syntax_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace hoglint {
namespace {

// The first node of the kind, in the order of the text; null when there is none.
const TsNode* FindFirst(const TsNode& node, std::string_view kind) {
  if (node.kind == kind) return &node;
  for (const TsNode& child : node.children) {
    if (const TsNode* found = FindFirst(child, kind)) return found;
  }
  return nullptr;
}

TEST(SyntaxTree, ReadsTemplatesWithTypeArguments) {
  if (!ReadsTypeScript()) GTEST_SKIP() << "a build without the grammar";
  for (const std::string_view type : {"<string>", "<{ id: string }>", "<Array<() => void>>"}) {
    const std::string source = "const a = sql" + std::string(type) + "`lower(name)`;\nconst b = 1;";
    const auto program = ParseTypeScript(source);
    ASSERT_TRUE(program) << source << ": " << program.error().message;
    const TsNode* call = FindFirst(*program, "call_expression");
    ASSERT_NE(call, nullptr) << source;
    // Texts and places are the source's.
    EXPECT_EQ(call->text, "sql" + std::string(type) + "`lower(name)`");
    EXPECT_EQ(call->Field("function")->text, "sql");
    EXPECT_EQ(FindFirst(*program, "template_string")->text, "`lower(name)`");
    EXPECT_EQ(program->children.back().begin, source.find("const b"));
  }
}

TEST(SyntaxTree, LeavesComparisonsAlone) {
  if (!ReadsTypeScript()) GTEST_SKIP() << "a build without the grammar";
  const auto program = ParseTypeScript("const a = sql<b; const c = sql<d && e>f;");
  ASSERT_TRUE(program) << program.error().message;
  EXPECT_EQ(FindFirst(*program, "binary_expression")->text, "sql<b");
}

TEST(SyntaxTree, ReadsJsxByTheNameOfTheFile) {
  if (!ReadsTypeScript()) GTEST_SKIP() << "a build without the grammar";
  const std::string source =
      "export const Page = () => <p title=\"it's\">don't {db.select().from(users)}</p>;";
  EXPECT_FALSE(ParseTypeScript(source, GrammarOf("src/page.ts")));
  for (const std::string_view path : {"src/page.tsx", "page.jsx", "page.js"}) {
    const auto program = ParseTypeScript(source, GrammarOf(path));
    ASSERT_TRUE(program) << path << ": " << program.error().message;
    EXPECT_EQ(FindFirst(*program, "call_expression")->text, "db.select().from(users)");
  }
  const std::string cast = "const a = <string>b;";
  EXPECT_TRUE(ParseTypeScript(cast, GrammarOf("a.ts")));
  EXPECT_FALSE(ParseTypeScript(cast, GrammarOf("a.tsx")));
}

// Many statements: more than one parse takes, with a template that must not be cut.
std::string LargeSchema(int tables) {
  std::string source = "import { pgTable, text } from \"drizzle-orm/pg-core\";\n";
  for (int i = 0; i < tables; ++i) {
    source += "export const table" + std::to_string(i) + " = pgTable(\"t" + std::to_string(i) +
              "\", {\n  a: text(\"a\").notNull().default(\"x\"),\n  b: text(\"b\"),\n});\n";
  }
  return source;
}

TEST(SyntaxTree, ReadsALargeFileInPieces) {
  if (!ReadsTypeScript()) GTEST_SKIP() << "a build without the grammar";
  const std::string source = LargeSchema(5000);
  const auto program = ParseTypeScript(source);
  ASSERT_TRUE(program) << program.error().message;
  EXPECT_EQ(program->text.size(), source.size());
  ASSERT_EQ(program->children.size(), 5001U);
  for (const TsNode& statement : program->children) {
    ASSERT_EQ(statement.text, source.substr(statement.begin, statement.text.size()));
    ASSERT_EQ(source[statement.begin + statement.text.size()], '\n');
  }
}

TEST(SyntaxTree, SaysWhatIsTooLarge) {
  if (!ReadsTypeScript()) GTEST_SKIP() << "a build without the grammar";
  const auto message = [](const std::string& source) {
    const auto program = ParsePartOfTypeScript(source);
    return program ? "no error" : program.error().message;
  };
  EXPECT_EQ(message(LargeSchema(20'000)), "it is too large");
  EXPECT_EQ(message("const a = [" + std::string(60'001, ',')), "it is too large");
  std::string late = LargeSchema(2500) + "const last = [" + std::string(60'001, ',');
  EXPECT_EQ(message(late), "it is too large");
  late = LargeSchema(2500) + "const last = [" + std::string(50'000, '[');
  EXPECT_EQ(ParseTypeScript(late).error().message, "it has a syntax error");
}

TEST(SyntaxTree, KeepsWhatIsBrokenOfALargeFile) {
  if (!ReadsTypeScript()) GTEST_SKIP() << "a build without the grammar";
  const std::string source = LargeSchema(2500) + "const = ;\n" + LargeSchema(2500);
  EXPECT_EQ(ParseTypeScript(source).error().message, "it has a syntax error");
  const auto part = ParsePartOfTypeScript(source);
  ASSERT_TRUE(part) << part.error().message;
  EXPECT_TRUE(part->has_errors);
  EXPECT_GT(part->program.children.size(), 5000U);
}

}  // namespace
}  // namespace hoglint
