// The program as its users meet it: exit codes, streams, and one line for every mistake.
#include "checker/cli/command_line.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "checker/cli/options.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kJsonBegin = "{\n  \"version\": 1,";

class CommandLineTest : public ::testing::Test {
 protected:
  // What a run with these words says on standard error, after the exit code.
  std::string ErrorOf(const std::vector<std::string>& words) {
    CliRunner runner(files_, git_, "/p");
    const int code = runner.Run(words);
    EXPECT_EQ(runner.out.text(), "");
    return std::to_string(code) + " " + runner.error.text();
  }

  int CodeOf(const std::vector<std::string>& words) {
    return CliRunner(files_, git_, "/p").Run(words);
  }

  MemoryFileSystem files_{std::map<std::string, std::string>{
      {"/p/drops/0001_a.sql", "CREATE TABLE a (id int, b int);\nINSERT INTO a VALUES (1, 2);\n"},
      {"/p/drops/0002_b.sql", "ALTER TABLE old DROP COLUMN b;\n"},
      {"/p/clean/0001_a.sql", "CREATE TABLE a (id int);\n"},
      {"/p/broken/0001_a.sql", "CREATE TABLE;\n"}}};
  NoGit git_;
};

TEST_F(CommandLineTest, ExitCodeTellsWhatWasFound) {
  EXPECT_EQ(CodeOf({"clean"}), kClean);
  EXPECT_EQ(CodeOf({"check", "clean"}), kClean);
  EXPECT_EQ(CodeOf({"drops"}), kFindings);
  EXPECT_EQ(CodeOf({"broken"}), kFindings);
  EXPECT_EQ(CodeOf({"nowhere"}), kCouldNotCheck);
}

TEST_F(CommandLineTest, FailOnDecidesWhatFails) {
  EXPECT_EQ(CodeOf({"drops", "--fail-on", "off"}), kClean);
  EXPECT_EQ(CodeOf({"drops", "--rule", "drop-column=warning"}), kClean);
  EXPECT_EQ(CodeOf({"drops", "--rule", "drop-column=warning", "--fail-on", "warning"}), kFindings);
  EXPECT_EQ(CodeOf({"drops", "--rule=drop-column=warning", "--level=note"}), kFindings);
  EXPECT_EQ(
      CodeOf({"--rule", "drop-column=off", "--rule=will-fail=off", "drops", "--fail-on", "note"}),
      kClean);
}

TEST_F(CommandLineTest, TheReportAloneGoesToStandardOutput) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"drops"}), kFindings);
  EXPECT_THAT(runner.out.text(), HasSubstr("drops/0002_b.sql:1:17: error:"));
  EXPECT_THAT(runner.out.text(), HasSubstr("[drop-column]"));
  EXPECT_EQ(runner.error.text(), "");
}

// Two tracks may have a migration of one name.
TEST_F(CommandLineTest, MigrationsOfSeveralTracksAreToldApart) {
  for (const char* folder : {"/p/x", "/p/y"}) {
    files_.AddFile(std::string(folder) + "/0001_a.sql", "CREATE TABLE a (id int, b int);\n");
    files_.AddFile(std::string(folder) + "/0002_b.sql", "ALTER TABLE a DROP COLUMN b;\n");
  }
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"x", "y", "--all", "--report", "junit=r.xml", "--report", "html=r.html"}),
            kFindings);
  EXPECT_THAT(runner.out.text(),
              AllOf(StartsWith("0002_b in x  1 error\n"), HasSubstr("\n0002_b in y  1 error\n")));
  EXPECT_THAT(runner.written["/p/r.xml"],
              AllOf(HasSubstr("classname=\"x/0002_b\""), HasSubstr("classname=\"y/0002_b\"")));
  EXPECT_THAT(runner.written["/p/r.html"],
              AllOf(HasSubstr("<bdi>0002_b in x</bdi>"), HasSubstr(">0002_b</code> in <code ")));
  CliRunner one(files_, git_, "/p");
  EXPECT_EQ(one.Run({"x", "--all"}), kFindings);
  EXPECT_THAT(one.out.text(), StartsWith("0002_b  1 error\n"));
}

TEST_F(CommandLineTest, JsonIsADocumentOfVersionOne) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"drops", "--format", "json"}), kFindings);
  EXPECT_THAT(runner.out.text(), AllOf(StartsWith(kJsonBegin), HasSubstr("drop-column")));
}

TEST_F(CommandLineTest, OneLineForEveryMistake) {
  EXPECT_EQ(ErrorOf({"chekc"}),
            "2 hoglint: no command or path 'chekc'; did you mean hoglint check?\n");
  EXPECT_EQ(ErrorOf({"help"}),
            "2 hoglint: no command or path 'help'; did you mean hoglint --help?\n");
  EXPECT_EQ(ErrorOf({"lint", "clean"}),
            "2 hoglint: no command or path 'lint'; did you mean hoglint check?\n");
  EXPECT_EQ(ErrorOf({"drift", "-"}),
            "2 hoglint: drift does not read standard input; hoglint - and hoglint plan - do\n");
  EXPECT_EQ(ErrorOf({"stats", "clean"}),
            "2 hoglint: stats takes no path: it is about a database; --output names the file that "
            "it writes\n");
  EXPECT_EQ(ErrorOf({"clean", "--all=x"}), "2 hoglint: --all takes no value\n");
  EXPECT_EQ(ErrorOf({"clena"}), "2 hoglint: no such file or folder: clena; did you mean clean?\n");
  EXPECT_EQ(ErrorOf({"clean", "--fromat", "json"}),
            "2 hoglint: no option --fromat; did you mean --format?\n");
  EXPECT_EQ(ErrorOf({"clean", "--sarif=x"}),
            "2 hoglint: no option --sarif; hoglint check --help lists them\n");
  EXPECT_EQ(ErrorOf({"clean", "-z"}), "2 hoglint: no option -z; hoglint check --help lists them\n");
  EXPECT_EQ(ErrorOf({"clean", "--format", "jsn"}),
            "2 hoglint: --format: no 'jsn'; did you mean 'json'?\n");
  EXPECT_EQ(ErrorOf({"clean", "--color", "blue"}),
            "2 hoglint: --color: no 'blue'; it is one of auto, always, never\n");
  EXPECT_EQ(ErrorOf({"clean", "--fail-on", "eror"}),
            "2 hoglint: --fail-on: no 'eror'; did you mean 'error'?\n");
  EXPECT_EQ(ErrorOf({"clean", "--runner", "drizle"}),
            "2 hoglint: --runner: no 'drizle'; did you mean 'drizzle'?\n");
  EXPECT_EQ(ErrorOf({"clean", "--rule", "drop-colum=off"}),
            "2 hoglint: --rule: no rule is called 'drop-colum'; did you mean 'drop-column'?\n");
  EXPECT_EQ(ErrorOf({"clean", "--rule", "drop-column"}),
            "2 hoglint: --rule drop-column: wants ID=LEVEL, as in --rule drop-column=warning\n");
  EXPECT_EQ(ErrorOf({"clean", "--rule", "drop-column=of"}),
            "2 hoglint: --rule: no 'of'; did you mean 'off'?\n");
  EXPECT_EQ(ErrorOf({"clean", "--report", "json"}),
            "2 hoglint: --report json: wants FORMAT=FILE, as in --report json=report.json\n");
  EXPECT_EQ(ErrorOf({"clean", "--report", "json=-"}),
            "2 hoglint: --report json=-: what is printed is for --format to say; a file of that "
            "name is ./-\n");
  EXPECT_EQ(ErrorOf({"clean", "--report", "json=x", "--report", "sarif=x"}),
            "2 hoglint: --report sarif=x: another report goes into that file\n");
  EXPECT_EQ(ErrorOf({"clean", "--report", "sarf=x"}).substr(0, 30),
            std::string("2 hoglint: --report: no 'sarf'; did you mean").substr(0, 30));
  EXPECT_EQ(ErrorOf({"clean", "--base"}), "2 hoglint: --base wants a value\n");
  EXPECT_EQ(ErrorOf({""}), "2 hoglint: a path is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"explain", "drop-tabel"}),
            "2 hoglint: no rule is called 'drop-tabel'; did you mean 'drop-table'?\n");
  EXPECT_EQ(ErrorOf({"explain"}),
            "2 hoglint: explain wants the id of a rule; hoglint rules lists them\n");
  EXPECT_EQ(ErrorOf({"rules", "drop-table"}),
            "2 hoglint: rules takes no argument; did you mean hoglint explain drop-table?\n");
  EXPECT_EQ(ErrorOf({"clean", "--base", "main"}),
            "2 hoglint: --base needs git: /p/clean is in no repository\n");
}

TEST_F(CommandLineTest, PgVersionIsAMajorVersion) {
  for (const char* wrong : {"11", "19", "17.2", "-1", "x", "99999999999999999999"}) {
    EXPECT_THAT(ErrorOf({"clean", "--pg-version", wrong}),
                HasSubstr("wants a major version from 12 to 18"))
        << wrong;
  }
  EXPECT_EQ(CodeOf({"clean", "--pg-version", "12"}), kClean);
}

// CI systems expand a variable that is not set to nothing: whoever wrote it wanted something.
TEST_F(CommandLineTest, AnEmptyValueIsAMistake) {
  for (const CommandEntry& entry : Commands()) {
    for (const OptionUse& use : OptionsOf(entry.command)) {
      const Option& option = OptionOf(use.id);
      if (option.value.empty()) continue;
      const std::string command(entry.name);
      const std::string name(option.name);
      const std::string said = "2 hoglint: " + name + " is empty: is a variable not set?\n";
      EXPECT_EQ(ErrorOf({command, name, ""}), said) << command;
      EXPECT_EQ(ErrorOf({command, name + "="}), said) << command;
    }
  }
  EXPECT_EQ(ErrorOf({"clean", "--level", ""}),
            "2 hoglint: --fail-on is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"clean", "--rule", "drop-table=off", "--rule", ""}),
            "2 hoglint: --rule is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"clean", "--rule", "drop-table="}),
            "2 hoglint: --rule drop-table=: the level is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"clean", "--rule", "=off"}),
            "2 hoglint: --rule =off: the rule is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"clean", "--report", "json="}),
            "2 hoglint: --report json=: the file is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"clean", "--report", "=x"}),
            "2 hoglint: --report =x: the format is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"clean", ""}), "2 hoglint: a path is empty: is a variable not set?\n");
  EXPECT_EQ(ErrorOf({"explain", ""}), "2 hoglint: an argument is empty: is a variable not set?\n");
  // Of two the last counts, as for every option.
  EXPECT_EQ(CodeOf({"clean", "--fail-on", "", "--fail-on", "error"}), kClean);
}

TEST_F(CommandLineTest, ValuesOfListsDoNotSwallowPaths) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"--report", "json=r.json", "--rule", "drop-table=off", "clean", "drops"}),
            kFindings);
  EXPECT_THAT(runner.out.text(), HasSubstr("3 migrations"));
}

TEST_F(CommandLineTest, PathsMayLookLikeOptionsAfterTwoDashes) {
  files_.AddFile("/p/--all/0001_a.sql", "SELECT 1;");
  EXPECT_EQ(CodeOf({"--", "--all"}), kClean);
}

TEST_F(CommandLineTest, ReportsGoToFilesAsWell) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"drops", "--report", "json=out/r.json", "--report=text=/abs/r.txt",
                        "--color=always"}),
            kFindings);
  EXPECT_THAT(runner.written["/p/out/r.json"], StartsWith(kJsonBegin));
  EXPECT_THAT(runner.written["/abs/r.txt"], HasSubstr("[drop-column]"));
  EXPECT_THAT(runner.written["/abs/r.txt"], Not(HasSubstr("\x1b")));  // colours are the terminal's
  EXPECT_THAT(runner.out.text(), HasSubstr("\x1b"));
}

TEST_F(CommandLineTest, AReportNeverBecomesTheConfig) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(
      runner.Run({"clean", "--report", "json=hoglint.json", "--report", "json=out/hoglint.json"}),
      kCouldNotCheck);
  EXPECT_EQ(runner.error.text(),
            "hoglint: cannot write hoglint.json: it would be taken for the config: call the report "
            "otherwise\n");
  EXPECT_FALSE(runner.written.contains("/p/hoglint.json"));
  EXPECT_TRUE(runner.written.contains("/p/out/hoglint.json"));
}

TEST_F(CommandLineTest, UnwritableOutputIsNoSuccess) {
  CliRunner full(files_, git_, "/p");
  full.out.failure = "no space left on device";
  EXPECT_EQ(full.Run({"clean"}), kCouldNotCheck);
  EXPECT_EQ(full.error.text(),
            "hoglint: cannot write to standard output: no space left on device\n");

  CliRunner report(files_, git_, "/p");
  report.write_failure = "permission denied";
  EXPECT_EQ(report.Run({"drops", "--report", "json=r.json"}), kCouldNotCheck);
  EXPECT_EQ(report.error.text(), "hoglint: cannot write r.json: permission denied\n");
  EXPECT_THAT(report.out.text(),
              HasSubstr("[drop-column]"));  // the others are written all the same

  CliRunner silent(files_, git_, "/p");
  silent.error.failure = "broken pipe";
  EXPECT_EQ(silent.Run({"nowhere"}), kCouldNotCheck);
}

TEST_F(CommandLineTest, UnreadableFilesAreReportedAndFail) {
  files_.AddUnreadable("/p/clean/0002_b.sql", FileKind::kFile, "permission denied");
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"clean"}), kCouldNotCheck);
  EXPECT_THAT(runner.out.text(), HasSubstr("clean/0002_b.sql"));
  EXPECT_EQ(runner.error.text(), "hoglint: cannot read clean/0002_b.sql: permission denied\n");

  // No report of the rest passes for one of the whole.
  CliRunner reports(files_, git_, "/p");
  EXPECT_EQ(reports.Run({"clean", "--format", "json", "--report", "markdown=r.md"}),
            kCouldNotCheck);
  EXPECT_THAT(reports.out.text(), HasSubstr("\"verdict\": \"incomplete\""));
  EXPECT_THAT(reports.written.at("/p/r.md"),
              AllOf(HasSubstr("### ⛔ hoglint could not check everything\n"),
                    HasSubstr("- cannot read `clean/0002_b.sql`: permission denied\n")));
}

TEST_F(CommandLineTest, QuietIsSilentWhenNothingWasFound) {
  CliRunner clean(files_, git_, "/p");
  EXPECT_EQ(clean.Run({"clean", "--quiet"}), kClean);
  EXPECT_EQ(clean.out.text(), "");
  files_.AddFile("/p/unknown/0001_a.sql", "DO LANGUAGE plpython3u 'plpy.execute(sql)';\n");
  CliRunner unknown(files_, git_, "/p");
  EXPECT_EQ(unknown.Run({"unknown", "-q"}), kClean);
  EXPECT_THAT(unknown.out.text(), HasSubstr("Not checked: 1"));
  CliRunner drops(files_, git_, "/p");
  EXPECT_EQ(drops.Run({"drops", "-q"}), kFindings);
  EXPECT_THAT(drops.out.text(), HasSubstr("[drop-column]"));
}

TEST_F(CommandLineTest, VersionNamesTheGrammar) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"--version"}), kClean);
  EXPECT_THAT(runner.out.text(),
              ::testing::MatchesRegex("hoglint [0-9.]+ \\(grammar of PostgreSQL 18.*\\)\n"));
}

TEST_F(CommandLineTest, RulesAreListedAndExplained) {
  CliRunner list(files_, git_, "/p");
  EXPECT_EQ(list.Run({"rules"}), kClean);
  EXPECT_THAT(list.out.text(), HasSubstr("drop-column"));
  CliRunner json(files_, git_, "/p");
  EXPECT_EQ(json.Run({"rules", "--format", "json"}), kClean);
  EXPECT_THAT(json.out.text(), StartsWith(kJsonBegin));
  CliRunner explain(files_, git_, "/p");
  EXPECT_EQ(explain.Run({"explain", "drop-column", "drop-table"}), kClean);
  EXPECT_THAT(explain.out.text(), AllOf(HasSubstr("drop-column"), HasSubstr("drop-table")));
}

TEST_F(CommandLineTest, SchemaFoldsTheFilesInOrder) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"schema", "clean/0001_a.sql", "drops/0002_b.sql", "--format", "json"}),
            kClean);
  EXPECT_THAT(runner.out.text(), AllOf(StartsWith(kJsonBegin), HasSubstr("public.a")));
  EXPECT_THAT(ErrorOf({"schema", "."}),
              HasSubstr("several migrations folders here (broken, clean, drops)"));
}

TEST_F(CommandLineTest, SchemaNamesWhatItCouldNotFollow) {
  CliRunner runner(files_, git_, "/p");
  EXPECT_EQ(runner.Run({"schema", "broken", "--format", "json"}), kClean);
  EXPECT_THAT(runner.out.text(), HasSubstr("broken/0001_a.sql"));
}

}  // namespace
}  // namespace hoglint
