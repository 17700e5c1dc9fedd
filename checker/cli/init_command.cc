#include "checker/cli/init_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "checker/cli/config_file.h"
#include "checker/cli/delivery.h"
#include "checker/cli/init_facts.h"
#include "checker/cli/init_plan.h"
#include "checker/cli/linting.h"
#include "checker/disk/paths.h"
#include "lint/report/display_text.h"
#include "lint/report/palette.h"

namespace hoglint {
namespace {

constexpr std::string_view kLookedFor =
    "looked for a drizzle.config, and for folders of migrations (Drizzle, Prisma, Flyway, goose, "
    "dbmate, numbered .sql files) up to five levels below; name the folder if it is elsewhere: "
    "hoglint init PATH";

std::string Count(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// "3 of them errors".
std::string ErrorsAmong(std::size_t findings, std::size_t errors) {
  if (findings == 1) return errors == 1 ? "an error" : "no error";
  return errors == 1 ? "1 of them an error" : fmt::format("{} of them errors", errors);
}

class Initializer {
 public:
  Initializer(const Environment& environment, const Arguments& arguments, InitRoot root)
      : environment_(environment),
        arguments_(arguments),
        root_(std::move(root)),
        style_(ScreenStyle(environment, arguments.color)) {}

  int Run() {
    // A config that is there already may name the folders.
    const auto reading = WithConfig(AtRoot(), ForReading());
    if (!reading) return Fail(environment_, reading.error());
    const auto project = ReadProjectOf(AtRoot(), *reading);
    if (!project) {
      return Fail(environment_,
                  Error{fmt::format("{}\nhoglint: {}", project.error().message, kLookedFor)});
    }
    const InitPlan plan =
        PlanInit(GatherInitFacts(environment_, root_, *project, !arguments_.operands.empty()));
    Say("Found in {}\n", DisplayText(root_.folder));
    for (const std::string& line : plan.found) Say("  {}\n", DisplayText(line));
    for (const std::string& line : plan.there) Say("  {}\n", DisplayText(line));
    int code = TellFailures(environment_, *project);
    for (const ProposedFile& file : plan.files) code = std::max(code, Offer(file));
    for (const std::string& text : plan.by_hand) TellByHand(text);
    if (plan.files.empty()) {
      Say("\nNothing to write{}.\n",
          plan.by_hand.empty() ? ": all that was looked for is there" : "");
    }
    if (nobody_asked_) {
      code = Fail(environment_, Error{"nothing was written, since there is no terminal to ask on: "
                                      "--yes writes, --dry-run only shows"});
    }
    if (!plan.files.empty()) code = std::max(code, FirstLint());
    return failed_output_ ? kCouldNotCheck : code;
  }

 private:
  // The world as it is seen from the root, as CI sees it.
  [[nodiscard]] Environment AtRoot() const {
    Environment world = environment_;
    world.folder = root_.folder;
    return world;
  }

  [[nodiscard]] Arguments ForReading() const {
    Arguments arguments = arguments_;
    arguments.command = Command::kProject;
    for (std::string& path : arguments.operands) path = AbsolutePath(path, environment_.folder);
    return arguments;
  }

  template <typename... Values>
  void Say(fmt::format_string<Values...> format, Values&&... values) {
    const std::string text = fmt::format(format, std::forward<Values>(values)...);
    if (Print(environment_, text) != kClean) failed_output_ = true;
  }

  void TellByHand(std::string_view text) {
    const Palette palette(style_.color);
    Say("\n{} ", palette.Bold("By hand:"));
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      // DisplayText keeps blanks, and shows what could steer the terminal.
      Say("{}\n", DisplayText(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void Show(const ProposedFile& file) {
    const Palette palette(style_.color);
    Say("\n{} {} ({})\n", palette.Bold(DisplayText(file.path)),
        file.appended ? "gets lines at its end" : "is new", file.why);
    std::string_view text = file.text;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      Say("  + {}\n", DisplayText(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  // Asks until the answer is one.
  [[nodiscard]] std::optional<bool> Agrees(const std::string& path) {
    while (true) {
      (void)environment_.error.Write(fmt::format("Write {}? [y/n] ", DisplayText(path)));
      const auto line = environment_.read_line();
      if (!line) return std::nullopt;
      if (*line == "y" || *line == "Y" || *line == "yes") return true;
      if (*line == "n" || *line == "N" || *line == "no") return false;
    }
  }

  int Offer(const ProposedFile& file) {
    Show(file);
    if (arguments_.dry_run || nobody_asked_) return kClean;
    if (!arguments_.yes) {
      const auto agrees = CanAsk() ? Agrees(file.path) : std::nullopt;
      nobody_asked_ = !agrees.has_value();
      if (!agrees.value_or(false)) return kClean;
    }
    const auto error = Write(file);
    if (!error) {
      Say("  written\n");
      return kClean;
    }
    return Fail(environment_,
                Error{fmt::format("cannot write {}: {}", DisplayText(file.path), error->message)});
  }

  [[nodiscard]] bool CanAsk() const {
    return environment_.read_line && environment_.error.is_terminal();
  }

  // A link on the way must not lead out of the root.
  [[nodiscard]] std::optional<Error> LeadsOut(const std::string& path) const {
    std::string existing = path;
    while (existing != "/" && !environment_.files.Stat(existing)) existing = ParentPath(existing);
    const auto real = environment_.files.RealPath(existing);
    if (real && IsWithin(*real, root_.folder)) return std::nullopt;
    return Error{"a link on the way leads out of the project, or nowhere"};
  }

  std::optional<Error> Write(const ProposedFile& file) {
    const std::string path = AbsolutePath(file.path, root_.folder);
    if (auto error = LeadsOut(path)) return error;
    std::string text;
    if (environment_.files.Stat(path)) {
      if (!file.appended) return Error{"it is there by now"};
      auto before = environment_.files.Read(path);
      if (!before) return before.error();
      text = *std::move(before);
      if (!text.empty() && !text.ends_with('\n')) text += '\n';
    } else if (environment_.make_folders) {
      if (auto error = environment_.make_folders(ParentPath(path))) return error;
    }
    return environment_.write_file(path, text + file.text);
  }

  int FirstLint() {
    const Environment world = AtRoot();
    Arguments given = ForReading();
    given.command = Command::kCheck;
    const auto arguments = WithConfig(world, std::move(given));
    if (!arguments) return Fail(environment_, arguments.error());
    Arguments all = *arguments;
    all.all = true;
    const auto linted = LintProject(world, all, {});
    if (!linted) return Fail(environment_, linted.error());
    Summarize(*linted);
    return TellFailures(environment_, linted->project);
  }

  void Summarize(const Linted& linted) {
    std::set<FileId> merged;
    std::size_t migrations = 0;
    for (const Track& track : linted.project.workspace.tracks) {
      migrations += track.migrations.size();
      for (const Migration& migration : track.migrations) {
        if (migration.merged) merged.insert(migration.file);
      }
    }
    std::size_t errors = 0;
    std::size_t of_merged = 0;
    const auto& findings = linted.report.findings;
    for (const Finding& finding : findings) {
      if (finding.level == Level::kError) ++errors;
      const auto* span = std::get_if<Span>(&finding.place);
      if (span != nullptr && merged.contains(span->file)) ++of_merged;
    }
    if (findings.empty()) {
      Say("\nThe whole history, linted once: {}, nothing found.\n", Count(migrations, "migration"));
      return;
    }
    Say("\nThe whole history, linted once: {}, {}, {}.\n", Count(migrations, "migration"),
        Count(findings.size(), "finding"), ErrorsAmong(findings.size(), errors));
    const std::string& base = linted.project.base;
    if (base.empty()) {
      Say("There is no base branch to compare with here, so hoglint judges all of them.\n");
    } else {
      Say("A pull request is judged by what it adds: {} in migrations that {} has\n"
          "already {} kept out. hoglint shows what is new, hoglint --all everything.\n",
          Count(of_merged, "finding"), DisplayText(base), of_merged == 1 ? "is" : "are");
    }
    Say("To lint the whole history each time (--all), take what is found now as known:\n"
        "  hoglint baseline write --all\n");
  }

  const Environment& environment_;
  const Arguments& arguments_;
  InitRoot root_;
  Style style_;
  bool nobody_asked_ = false;   // there was something to ask, and nobody there
  bool failed_output_ = false;  // standard output took no more
};

}  // namespace

int Init(const Environment& environment, const Arguments& arguments) {
  if (arguments.operands.size() > 1) {
    return Fail(environment, Error{"init wants one path, or none"});
  }
  const std::string path =
      arguments.operands.empty() ? environment.folder : arguments.operands.front();
  if (!environment.files.Stat(AbsolutePath(path, environment.folder))) {
    return Fail(environment, Error{fmt::format("no such file or folder: {}", DisplayText(path))});
  }
  return Initializer(environment, arguments, InitRootOf(environment, path)).Run();
}

}  // namespace hoglint
