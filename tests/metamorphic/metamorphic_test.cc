// Every transformation on every input: what is found before and after must be the same, but for the
// exceptions of exceptions.cc, each of which must still be needed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lint/schema/diff.h"
#include "lint/sql/parse.h"
#include "tests/metamorphic/exceptions.h"
#include "tests/metamorphic/transformations.h"
#include "tests/precision/measure.h"
#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

// Everything instead of a sample: ./dev metamorphic.
bool IsLong() { return std::getenv("HOGLINT_METAMORPHIC") != nullptr; }

std::uint32_t SeedOf(std::string_view name) {
  std::uint32_t seed = 2166136261U;
  for (const char c : name) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619U;
  return seed;
}

const std::vector<Input>& AllInputs() {
  static const std::vector<Input> inputs = [] {
    std::vector<Input> all = RuleFixtures();
    for (auto* more : {ProjectInputs, SampleInputs, CorpusInputs}) {
      for (Input& input : more()) all.push_back(std::move(input));
    }
    return all;
  }();
  return inputs;
}

Files SqlOf(const Input& input) {
  Files sql;
  for (const auto& [path, text] : input.files) {
    if (IsSql(path)) sql.emplace(path, text);
  }
  return sql;
}

// How many pieces of the text PostgreSQL's grammar refuses.
std::size_t Problems(const std::string& path, const std::string& text) {
  Sources sources;
  const SourceFile& file = sources.Add(path, text);
  return Parse(file, {.chunks = ChunkRule::kBreakpoints, .sections = {}}).problems.size();
}

// Half of what is in the repository, and of the corpora, which are large, one for each
// transformation or two; and what exceptions are about.
bool IsInSample(const Input& input, const Transformation& transformation) {
  const std::uint32_t parts = input.name.starts_with("corpora/") ? 6 : 2;
  if (IsLong() || SeedOf(input.name + std::string(transformation.name)) % parts == 0) return true;
  return std::ranges::any_of(Exceptions(), [&](const Exception& exception) {
    return exception.transformation == transformation.name &&
           input.name.starts_with(exception.input);
  });
}

struct Counts {
  std::size_t files = 0;           // transformed
  std::size_t refused = 0;         // the result would not parse
  std::size_t not_applicable = 0;  // nothing in the file to transform
  std::size_t findings = 0;        // compared
  std::size_t schemas = 0;         // compared
  std::size_t differences = 0;     // inputs that differ beyond the exceptions
};

struct Changed {
  Files files;
  std::map<std::string, std::vector<Bytes>> added;
  std::map<std::string, std::vector<Bytes>> removed;
  bool any = false;
};

Changed Change(const Input& input, const Transformation& transformation, Counts& counts) {
  Changed changed;
  changed.files = input.files;
  const Files sql = SqlOf(input);
  const EditsByFile edits = transformation.edits(sql, SeedOf(input.name));
  for (const auto& [path, text] : sql) {
    const auto found = edits.find(path);
    if (found == edits.end()) {
      ++counts.not_applicable;
      continue;
    }
    EditedText edited = ApplyEdits(text, found->second);
    if (Problems(path, edited.text) != Problems(path, text)) {
      ++counts.refused;
      if (std::getenv("HOGLINT_METAMORPHIC_REFUSED") != nullptr) {
        fmt::print("refused: {} of {}: {}\n{}\n", transformation.name, input.name, path,
                   edited.text);
      }
      if (transformation.free_names) return {};  // half of the names would be old ones
      continue;
    }
    ++counts.files;
    changed.any = true;
    changed.files[path] = std::move(edited.text);
    changed.added[path] = std::move(edited.added);
    changed.removed[path] = std::move(edited.removed);
  }
  return changed;
}

// Names that a preset or Hogsend's engine knows cannot be others.
bool GivesNamesMeaning(const Input& input) {
  return input.options.engine || input.options.presets != kEveryProject ||
         input.expectations.presets != kEveryProject || input.name.starts_with("rules/engine-") ||
         input.name.starts_with("rules/user-id-");
}

std::string Shown(const std::vector<Line>& lines, const Files& files, std::string_view mark) {
  std::string shown;
  for (const Line& line : lines) {
    shown += fmt::format("{} {}\n", mark, line.text);
    const auto file = files.find(line.file);
    if (file != files.end()) shown += fmt::format("  |{}\n", Around(file->second, line.bytes));
  }
  return shown;
}

// What is found in the input as it is; linted once for all transformations.
const Linted& Before(const Input& input, bool alone) {
  static std::map<std::pair<std::string, bool>, Linted> all;
  const auto key = std::pair(input.name, alone);
  const auto found = all.find(key);
  if (found != all.end()) return found->second;
  return all.emplace(key, LintInput(input, input.files)).first->second;
}

// The schema after all SQL of an input, in the order of its files. Of down files too: what they do
// makes no sense there, but the same.
Catalogue SchemaAfter(const Input& input, const Files& files) {
  std::vector<std::string> order = input.order;
  if (order.empty()) {
    for (const auto& [path, text] : SqlOf(input)) order.push_back(path);
  }
  Catalogue catalogue;
  for (const std::string& path : order) {
    catalogue = ApplySql(files.at(path), std::move(catalogue), BatchId{0}, ChunkRule::kBreakpoints)
                    .catalogue;
  }
  return catalogue;
}

const Catalogue& SchemaBefore(const Input& input) {
  static std::map<std::string, Catalogue> all;
  const auto found = all.find(input.name);
  if (found != all.end()) return found->second;
  return all.emplace(input.name, SchemaAfter(input, input.files)).first->second;
}

std::string Printable(const std::vector<Difference>& differences) {
  std::string text;
  for (const auto& each : differences) {
    text += fmt::format("  {}.{} {}: {} / {}\n", each.relation.schema, each.relation.name,
                        each.part, each.expected, each.actual);
  }
  return text;
}

class MetamorphicTest : public ::testing::TestWithParam<std::size_t> {
 protected:
  void Compare(const Input& given, const Transformation& transformation) {
    if (transformation.free_names && GivesNamesMeaning(given)) return;
    const Input input = transformation.free_names ? SqlAlone(given) : given;
    const Changed changed = Change(input, transformation, counts_);
    if (!changed.any) return;
    CompareSchemas(input, transformation, changed);
    const Linted& before = Before(input, transformation.free_names);
    const Linted after = LintInput(input, changed.files);
    ASSERT_EQ(before.problem, after.problem) << input.name;
    const Outcome old_outcome = OutcomeOf(before, transformation.comparison, changed.removed);
    const Outcome new_outcome = OutcomeOf(after, transformation.comparison, changed.added);
    counts_.findings += old_outcome.findings;
    const LineDifference difference =
        WithoutExceptions(transformation.name, input.name, DifferenceOf(old_outcome, new_outcome));
    if (difference.empty()) return;
    ++counts_.differences;
    ADD_FAILURE() << transformation.name << " changes what is found in " << input.name << '\n'
                  << Shown(difference.before, input.files, "before:")
                  << Shown(difference.after, changed.files, "after: ");
  }

  void CompareSchemas(const Input& input, const Transformation& transformation,
                      const Changed& changed) {
    if (transformation.free_names) return;
    ++counts_.schemas;
    const auto differences = Diff(SchemaBefore(input), SchemaAfter(input, changed.files), {});
    EXPECT_TRUE(differences.empty())
        << transformation.name << " changes the schema of " << input.name << '\n'
        << Printable(differences);
  }

  Counts counts_;
};

TEST_P(MetamorphicTest, ChangesNothing) {
  const Transformation& transformation = Transformations()[GetParam()];
  for (const Input& input : AllInputs()) {
    if (IsInSample(input, transformation)) Compare(input, transformation);
  }
  fmt::print("{}: {} files, {} findings, {} schemas; not applicable {}, refused {}\n",
             transformation.name, counts_.files, counts_.findings, counts_.schemas,
             counts_.not_applicable, counts_.refused);
  EXPECT_GE(counts_.files, transformation.least) << "it applies to hardly anything any more";
}

TEST(MetamorphicInputs, CorporaAreThere) {
  if (CorpusInputs().empty()) {
    GTEST_SKIP() << "HOGLINT_SHARED_DATA/corpora is not there: only what is in the repository is "
                    "transformed";
  }
  EXPECT_EQ(CorpusInputs().size(), Corpora().size());
}

std::string TestName(const ::testing::TestParamInfo<std::size_t>& info) {
  std::string name;
  for (const char c : Transformations()[info.param].name) name += c == ' ' ? '_' : c;
  return name;
}

// Once all transformations have noted which exceptions they needed.
class NeededExceptions : public ::testing::Environment {
 public:
  void TearDown() override {
    if (::testing::GTEST_FLAG(filter) != "*") return;  // only some were run
    for (const Exception* exception : UnneededExceptions()) {
      ADD_FAILURE() << "an exception that is no longer needed: " << exception->transformation
                    << ", " << exception->rule << ", " << exception->input;
    }
  }
};
const auto* const kNeeded = ::testing::AddGlobalTestEnvironment(new NeededExceptions);

INSTANTIATE_TEST_SUITE_P(All, MetamorphicTest,
                         ::testing::Range(std::size_t{0}, Transformations().size()), TestName);

}  // namespace
}  // namespace hoglint::testing
