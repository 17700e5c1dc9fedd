#include "tests/metamorphic/transformations.h"

namespace hoglint::testing {
namespace {

std::string Same(std::string text) { return text; }

// What is listed in a message is in the order of its names, which is another one then.
std::string RenamedBack(std::string text) {
  return SortedWords(Lowered(WithoutWord(std::move(text), kRenamed)));
}

// Names without quotes may have been in upper case.
std::string LoweredWithoutQuotes(std::string text) {
  return Lowered(WithoutQuotes(std::move(text)));
}

std::string WithoutPublic(std::string text) {
  return WithoutWord(WithoutWord(std::move(text), "\"public\"."), "public.");
}

Comparison Exactly(std::string (*normalised)(std::string)) {
  Comparison comparison;
  comparison.normalised = normalised;
  return comparison;
}

Comparison WithOtherNames(std::string (*normalised)(std::string)) {
  Comparison comparison = Exactly(normalised);
  comparison.fingerprints = false;
  return comparison;
}

Comparison WithOtherStatements() {
  Comparison comparison = Exactly(Same);
  comparison.statements = false;
  return comparison;
}

// The semicolon behind a statement belongs to the block that it is put into.
Comparison InBlocks() {
  Comparison comparison = WithOtherStatements();
  comparison.ends = false;
  return comparison;
}

// The same subcommands stand in other statements.
Comparison WithSplitStatements() {
  Comparison comparison = WithOtherStatements();
  comparison.places = false;
  return comparison;
}

}  // namespace

const std::vector<Transformation>& Transformations() {
  static const std::vector<Transformation> all = {
      {.name = "a comment at the end",
       .edits = AppendComment,
       .comparison = Exactly(Same),
       .least = 330},
      {.name = "line ends at the end",
       .edits = AppendLineEnd,
       .comparison = Exactly(Same),
       .least = 330},
      {.name = "no line end at the end",
       .edits = RemoveLastLineEnd,
       .comparison = Exactly(Same),
       .least = 330},
      {.name = "comments between words",
       .edits = CommentBetweenWords,
       .comparison = Exactly(Same),
       .least = 320},
      {.name = "other blanks",
       .edits = ChangeBlanks,
       .comparison = Exactly(WithoutBlanks),
       .least = 330},
      {.name = "a line for each statement",
       .edits = JoinLines,
       .comparison = Exactly(WithoutBlanks),
       .least = 130},
      {.name = "no needless blanks",
       .edits = RemoveBlanks,
       .comparison = Exactly(WithoutBlanks),
       .least = 280},
      {.name = "CRLF", .edits = UseReturns, .comparison = Exactly(WithoutReturns), .least = 330},
      {.name = "upper case", .edits = RaiseWords, .comparison = Exactly(Lowered), .least = 320},
      {.name = "lower case", .edits = LowerWords, .comparison = Exactly(Lowered), .least = 330},
      {.name = "quoted names",
       .edits = QuoteNames,
       .comparison = Exactly(LoweredWithoutQuotes),
       .least = 210},
      {.name = "unquoted names",
       .edits = UnquoteNames,
       .comparison = Exactly(LoweredWithoutQuotes),
       .least = 150},
      {.name = "ALTER TABLE split",
       .edits = SplitAlterTable,
       .comparison = WithSplitStatements(),
       .least = 2},
      {.name = "DO blocks", .edits = WrapInDo, .comparison = InBlocks(), .least = 320},
      {.name = "tables with public",
       .edits = QualifyTables,
       .comparison = Exactly(WithoutPublic),
       .least = 300},
      {.name = "names without public",
       .edits = UnqualifyNames,
       .comparison = Exactly(WithoutPublic),
       .least = 3},
      {.name = "other names",
       .edits = RenameAll,
       .comparison = WithOtherNames(RenamedBack),
       .free_names = true,
       .least = 280},
  };
  return all;
}

}  // namespace hoglint::testing
