#include "lint/journal/journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "lint/journal/json_positions.h"

namespace hoglint {
namespace {

// The object that a message is about: the journal, or an entry of it.
struct Owner {
  std::optional<std::uint32_t> entry = std::nullopt;  // its position

  [[nodiscard]] std::string name() const {
    return entry ? fmt::format("entry {}", *entry) : std::string("the journal");
  }
};

class JournalReader {
 public:
  explicit JournalReader(const SourceFile& file) : document_(file) {
    journal_.problems = document_.problems();
    // Behind a syntax error everything is missing; saying so again helps nobody.
    cut_off_ = std::ranges::any_of(journal_.problems, [](const JsonProblem& problem) {
      return problem.kind == JsonProblemKind::kSyntax;
    });
  }

  Journal Read() && {
    const JsonValue root = document_.root();
    if (root.present() || !cut_off_) ReadRoot(root);
    std::ranges::stable_sort(journal_.problems, {}, [](const JsonProblem& problem) {
      return std::pair(problem.span.begin, problem.kind);
    });
    return std::move(journal_);
  }

 private:
  void Add(JsonProblemKind kind, Span span, std::string message, std::string_view member = {}) {
    journal_.problems.push_back({kind, span, std::move(message), member});
  }

  // The open brace stands for an object that lacks something.
  static Span BraceOf(JsonValue object) {
    const Span span = object.span();
    return {span.file, span.begin, std::min(span.begin + 1, span.end)};
  }

  void ReadRoot(JsonValue root) {
    if (!root.is_object()) {
      Add(JsonProblemKind::kWrongType, root.present() ? root.span() : Span{document_.file(), 0, 0},
          fmt::format("a journal is an object, but this is {}", KindName(root.kind())));
      return;
    }
    CheckDuplicateKeys(root, journal_.problems);
    std::tie(journal_.version, journal_.version_span) = Text(root, "version", Owner());
    std::tie(journal_.dialect, journal_.dialect_span) = Text(root, "dialect", Owner());
    if (!journal_.dialect.empty() && journal_.dialect != "pg" && journal_.dialect != "postgresql" &&
        journal_.dialect != "postgres") {
      Add(JsonProblemKind::kUnsupported, journal_.dialect_span,
          fmt::format("the dialect is {}, not PostgreSQL", journal_.dialect));
    }
    const JsonValue entries = root["entries"];
    if (!entries.present()) {
      if (!cut_off_) {
        Add(JsonProblemKind::kMissing, BraceOf(root), "the journal has no entries", "entries");
      }
    } else if (!entries.is_array()) {
      Add(JsonProblemKind::kWrongType, entries.span(),
          fmt::format("entries is {}, not an array", KindName(entries.kind())), "entries");
    } else {
      ReadEntries(entries);
    }
  }

  void ReadEntries(JsonValue entries) {
    std::uint32_t position = 0;
    for (const JsonValue entry : entries) ReadEntry(entry, position++);
  }

  void ReadEntry(JsonValue value, std::uint32_t position) {
    const Owner owner{position};
    if (!value.is_object()) {
      Add(JsonProblemKind::kWrongType, value.span(),
          fmt::format("{} is {}, not an object", owner.name(), KindName(value.kind())));
      return;
    }
    CheckDuplicateKeys(value, journal_.problems);
    JournalEntry entry;
    entry.span = value.span();
    entry.position = position;
    std::tie(entry.idx, entry.idx_span) = Integer(value, "idx", owner);
    std::tie(entry.when, entry.when_span) = Integer(value, "when", owner);
    std::tie(entry.tag, entry.tag_span) = Text(value, "tag", owner);
    // drizzle-orm does not look at the other two, and hand-written entries often lack them.
    if (value["version"].present()) entry.version = Text(value, "version", owner).first;
    entry.breakpoints = value["breakpoints"].AsBool().value_or(true);
    if (!entry.tag.empty()) journal_.entries.push_back(std::move(entry));
  }

  // A member that has to be there. In the object at which the text breaks off it may be missing.
  JsonValue Required(JsonValue object, std::string_view key, const Owner& owner) {
    const JsonValue member = object[key];
    if (!member.present() && !(cut_off_ && object.span().end == document_.root().span().end)) {
      Add(JsonProblemKind::kMissing, BraceOf(object),
          fmt::format("{} has no {}", owner.name(), key), key);
    }
    return member;
  }

  std::pair<std::string, Span> Text(JsonValue object, std::string_view key, const Owner& owner) {
    const JsonValue member = Required(object, key, owner);
    if (!member.present()) return {};
    const std::optional<std::string_view> text = member.AsString();
    if (!text) {
      Add(JsonProblemKind::kWrongType, member.span(),
          fmt::format("{} of {} is {}, not a string", key, owner.name(), KindName(member.kind())),
          key);
      return {};
    }
    if (text->empty()) {
      Add(JsonProblemKind::kMissing, member.span(),
          fmt::format("{} of {} is empty", key, owner.name()), key);
    }
    return {std::string(*text), member.span()};
  }

  std::pair<std::optional<std::int64_t>, Span> Integer(JsonValue object, std::string_view key,
                                                       const Owner& owner) {
    const JsonValue member = Required(object, key, owner);
    if (!member.present()) return {};
    const std::optional<std::int64_t> integer = member.AsInteger();
    if (!integer) {
      const std::string_view kind =
          member.kind() == JsonKind::kNumber ? member.text() : KindName(member.kind());
      Add(JsonProblemKind::kWrongType, member.span(),
          fmt::format("{} of {} is {}, not a whole number", key, owner.name(), kind), key);
      return {};
    }
    return {integer, member.span()};
  }

  JsonDocument document_;
  Journal journal_;
  bool cut_off_ = false;
};

}  // namespace

Journal ReadJournal(const SourceFile& file) { return JournalReader(file).Read(); }

}  // namespace hoglint
