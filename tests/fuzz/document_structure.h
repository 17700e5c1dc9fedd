// Documents read by parsers that share nothing with what wrote them: the elements that they have,
// one a line, without their text. Each aborts where the text is no such document.
#ifndef HOGLINT_TESTS_FUZZ_DOCUMENT_STRUCTURE_H_
#define HOGLINT_TESTS_FUZZ_DOCUMENT_STRUCTURE_H_

#include <string>
#include <string_view>

namespace hoglint::fuzz {

// The keys and types of all values.
[[nodiscard]] std::string JsonStructure(std::string_view text);
// Elements with the names of their attributes.
[[nodiscard]] std::string XmlStructure(std::string_view text);
// Elements with the names of their attributes, of HTML as hoglint writes it: every attribute in
// double quotes, nothing that runs or loads. It aborts at anything else.
[[nodiscard]] std::string HtmlStructure(std::string_view text);
// HTML elements, headings, list items and rows of tables, those in code blocks and spans left out.
[[nodiscard]] std::string MarkdownStructure(std::string_view text);

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_DOCUMENT_STRUCTURE_H_
