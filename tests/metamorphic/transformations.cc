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
      {.name = "a comment at the end", .edits = AppendComment, .comparison = Exactly(Same)},
      {.name = "line ends at the end", .edits = AppendLineEnd, .comparison = Exactly(Same)},
      {.name = "no line end at the end", .edits = RemoveLastLineEnd, .comparison = Exactly(Same)},
      {.name = "comments between words", .edits = CommentBetweenWords, .comparison = Exactly(Same)},
      {.name = "other blanks", .edits = ChangeBlanks, .comparison = Exactly(WithoutBlanks)},
      {.name = "a line for each statement",
       .edits = JoinLines,
       .comparison = Exactly(WithoutBlanks)},
      {.name = "CRLF", .edits = UseReturns, .comparison = Exactly(WithoutReturns)},
      {.name = "upper case", .edits = RaiseWords, .comparison = Exactly(Lowered)},
      {.name = "lower case", .edits = LowerWords, .comparison = Exactly(Lowered)},
      {.name = "quoted names", .edits = QuoteNames, .comparison = Exactly(LoweredWithoutQuotes)},
      {.name = "unquoted names",
       .edits = UnquoteNames,
       .comparison = Exactly(LoweredWithoutQuotes)},
      {.name = "ALTER TABLE split", .edits = SplitAlterTable, .comparison = WithSplitStatements()},
      {.name = "DO blocks", .edits = WrapInDo, .comparison = InBlocks()},
      {.name = "tables with public", .edits = QualifyTables, .comparison = Exactly(WithoutPublic)},
      {.name = "names without public",
       .edits = UnqualifyNames,
       .comparison = Exactly(WithoutPublic)},
      {.name = "other names",
       .edits = RenameAll,
       .comparison = WithOtherNames(RenamedBack),
       .free_names = true},
  };
  return all;
}

}  // namespace hoglint::testing
