// The links of Markdown pages, and which of them lead nowhere.
#ifndef HOGLINT_TESTS_DOCS_LINKS_H_
#define HOGLINT_TESTS_DOCS_LINKS_H_

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint::testing {

struct Link {
  std::size_t line = 0;  // from 1
  std::string target;    // as written
};

// [text](target), ![image](target), [name]: target, and href and src of HTML, outside of code.
[[nodiscard]] std::vector<Link> LinksOf(std::string_view page);

// The anchors that GitHub gives a page: of its headings, and of id and name of HTML.
[[nodiscard]] std::set<std::string> AnchorsOf(std::string_view page);

struct LinkCheck {
  std::vector<std::string> problems;                   // "docs/a.md:3: ..."
  std::set<std::string> elsewhere;                     // links with a scheme; nobody fetched them
  std::map<std::string, std::set<std::string>> pages;  // the pages that each page links to
};
// Checks `pages` (path from the root: text). `exists` says whether there is a file or folder of
// such a path.
[[nodiscard]] LinkCheck CheckLinks(const std::map<std::string, std::string>& pages,
                                   const std::function<bool(const std::string&)>& exists);

// The pages of `check` that can be reached from `start`, itself among them.
[[nodiscard]] std::set<std::string> ReachableFrom(const std::string& start, const LinkCheck& check);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_DOCS_LINKS_H_
