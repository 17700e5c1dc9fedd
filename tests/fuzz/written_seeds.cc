#include "tests/fuzz/written_seeds.h"

#include <array>

namespace hoglint::fuzz {

std::span<const std::string_view> HostileWords() {
  static constexpr std::array<std::string_view, 22> kWords{
      "plain",
      "a\n::error file=x::forged",
      "\r::warning::forged",
      "##[error]x ##vso[task.complete] ##teamcity[x]",
      "%0A::error::forged%0D%25",
      "a\n0001.sql:1:1: error: forged finding [drop-table]",
      "`` ` ``` ~~~\n```\n### forged\n```",
      "| a | b |\n| --- | --- |",
      "[link](javascript:alert(1)) ![img](http://example.org/a.png)",
      "@octocat #1 org/repo#1 *a* _b_ **c** ~~e~~ \\*f\\* &lt;g&gt; $x$",
      "</details></summary><h1>forged</h1><details open>",
      "<img src=x onerror=alert(1)><svg onload=alert(1)>",
      "</script></style><script>1</script>\"><article class=\"finding error\">",
      "<!-- hoglint --> --> --!> <![CDATA[ ]]> <?php ?>",
      "&amp; &#x3c; &NewLine; &apos;",
      "\x1b[31mred\x1b[0m \x1b]8;;http://example.org\x1b\\link \x08\x7f",
      "\xe2\x80\xae"
      "desrever\xe2\x80\xac \xe2\x81\xa6x\xe2\x81\xa9 \xd8\x9c",
      "zero\xe2\x80\x8bwidth\xef\xbb\xbf\xc2\xad \xe2\x80\xa8 \xe2\x80\xa9 \xe3\x85\xa4",
      "invalid \xff\xfe \xc0\xaf \xed\xa0\x80 \xf8\x88\x80\x80\x80 \xe2\x82",
      "\"quoted\", {\"rule\": \"forged\"} \\u0000 \\ud800 \\\" ' \\",
      "gr\xc3\xb6\xc3\x9f"
      "e \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x92\xa5 e\xcc\x81 \xe2\x9a\xa0\xef\xb8\x8f",
      "../../../etc/passwd C:\\x\\y file:///etc/passwd //host/share ?query#fragment"};
  return kWords;
}

std::span<const std::string_view> Repositories() {
  // Two commits, of which the second adds a migration; a branch, a packed ref and a link.
  static constexpr std::string_view kTwoCommits =
      R"(-- file: object blob
CREATE TABLE users (id int);
-- file: object blob
ALTER TABLE users DROP COLUMN name;
-- file: object tree
100644 0000_init.sql {0}
-- file: object tree
100644 0000_init.sql {0}
100644 0001_drop.sql {1}
120000 link {0}
-- file: object tree
40000 drizzle {2}
-- file: object tree
40000 drizzle {3}
-- file: object commit
tree {4}
author A <a@example.org> 1700000000 +0000
committer A <a@example.org> 1700000000 +0000

first
-- file: object commit
tree {5}
parent {6}
author A <a@example.org> 1700000001 +0000
committer A <a@example.org> 1700000001 +0000

second
-- file: git HEAD
ref: refs/heads/change
-- file: git refs/heads/main
{6}
-- file: git refs/heads/change
{7}
-- file: git packed-refs
# pack-refs with: peeled fully-peeled sorted
{6} refs/remotes/origin/main
-- file: git config
[core]
	repositoryformatversion = 0
	bare = false
[remote "origin"]
	url = https://example.org/x.git
	fetch = +refs/heads/*:refs/remotes/origin/*
-- file: work drizzle/0000_init.sql
CREATE TABLE users (id int);
)";
  // A shallow clone: the commit's parent is not there.
  static constexpr std::string_view kShallow =
      R"(-- file: object blob
SELECT 1;
-- file: object tree
100644 a.sql {0}
-- file: object commit
tree {1}
parent 0123456789012345678901234567890123456789
author A <a@example.org> 1700000000 +0000
committer A <a@example.org> 1700000000 +0000

only
-- file: git HEAD
{2}
-- file: git shallow
{2}
-- file: git refs/heads/main
{2}
-- file: git config
[core]
	repositoryformatversion = 0
[include]
	path = /etc/passwd
-- file: work a.sql
SELECT 2;
)";
  // Links in a circle, a submodule, names that lead out, a tag.
  static constexpr std::string_view kOdd =
      R"(-- file: object blob
../b
-- file: object blob
/etc/passwd
-- file: object tree
120000 .. {0}
120000 a {0}
120000 b {1}
160000 sub {0}
40000 .git {0}
-- file: object commit
tree {2}
author A <a@example.org> 1700000000 +0000
committer A <a@example.org> 1700000000 +0000

odd
-- file: object tag
object {3}
type commit
tag v1
tagger A <a@example.org> 1700000000 +0000

a tag
-- file: git HEAD
ref: refs/heads/main
-- file: git refs/heads/main
{4}
-- file: git refs/tags/v1
{4}
-- file: git config
[core]
	repositoryformatversion = 1
[extensions]
	objectFormat = sha1
)";
  static constexpr std::array<std::string_view, 3> kAll{kTwoCommits, kShallow, kOdd};
  return kAll;
}

}  // namespace hoglint::fuzz
