// The program itself, where streams and signals are real.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::ReadWholeFile;
using hoglint::testing::TempFolder;

class ProcessTest : public ::testing::Test {
 protected:
  // Runs a shell script, in which $hoglint is the program, in a folder of its own; its exit code.
  int Shell(const std::string& script) {
    const char* binary = std::getenv("HOGLINT_BINARY");
    EXPECT_NE(binary, nullptr);
    ::setenv("hoglint", binary, 1);
    const int status = std::system(("cd " + folder_.path() + " && " + script).c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  TempFolder folder_;
};

TEST_F(ProcessTest, LintsAFile) {
  folder_.Write("a.sql", "DROP TABLE users;\n");
  EXPECT_EQ(Shell("$hoglint a.sql > out 2> err"), 1);
  EXPECT_NE(ReadWholeFile(folder_ / "out").find("a.sql:1:"), std::string::npos);
  EXPECT_EQ(ReadWholeFile(folder_ / "err"), "");
}

// As other programs end: by the signal, without a word; 128 and 13 to a shell.
TEST_F(ProcessTest, AClosedPipeEndsItQuietly) {
  EXPECT_EQ(Shell("(sleep 0.3; $hoglint --help 2> err; echo $? > code) | :"), 0);
  EXPECT_EQ(ReadWholeFile(folder_ / "code"), "141\n");
  EXPECT_EQ(ReadWholeFile(folder_ / "err"), "");
}

TEST_F(ProcessTest, WhereTheSignalIsIgnoredAClosedPipeIsAnError) {
  EXPECT_EQ(Shell("(sleep 0.3; trap '' PIPE; $hoglint --help 2> err; echo $? > code) | :"), 0);
  EXPECT_EQ(ReadWholeFile(folder_ / "code"), "2\n");
  EXPECT_EQ(ReadWholeFile(folder_ / "err"),
            "hoglint: cannot write to standard output: broken pipe\n");
}

TEST_F(ProcessTest, AFullDiskIsAnError) {
  EXPECT_EQ(Shell("$hoglint --help > /dev/full 2> err"), 2);
  EXPECT_EQ(ReadWholeFile(folder_ / "err"),
            "hoglint: cannot write to standard output: no space left on device\n");
}

TEST_F(ProcessTest, ClosedStreamsAreAnError) { EXPECT_EQ(Shell("$hoglint --help >&- 2>&-"), 2); }

TEST_F(ProcessTest, ReportFilesAppearWhole) {
  folder_.Write("a.sql", "DROP TABLE users;\n");
  EXPECT_EQ(Shell("$hoglint a.sql --report json=r.json > out"), 1);
  EXPECT_TRUE(ReadWholeFile(folder_ / "r.json").ends_with("}\n"));
  EXPECT_EQ(Shell("$hoglint a.sql --report json=none/r.json > out 2> err"), 2);
  EXPECT_EQ(ReadWholeFile(folder_ / "err"),
            "hoglint: cannot write none/r.json: no such file or directory\n");
}

TEST_F(ProcessTest, OddInputsEndInAnAnswer) {
  EXPECT_EQ(Shell("mkdir x.sql && $hoglint x.sql 2> err"), 2);
  EXPECT_EQ(Shell("mkfifo pipe.sql && $hoglint pipe.sql 2> err"), 2);
  EXPECT_EQ(ReadWholeFile(folder_ / "err"), "hoglint: pipe.sql is neither a file nor a folder\n");
  EXPECT_EQ(Shell("head -c 100000 /dev/urandom > noise.sql && $hoglint noise.sql > out"), 1);
  EXPECT_EQ(Shell("truncate -s 257M huge.sql && $hoglint huge.sql > out 2> err"), 2);
  EXPECT_EQ(
      ReadWholeFile(folder_ / "err"),
      "hoglint: cannot read huge.sql: it has 257 MB; hoglint reads SQL files of up to 32 MB: split "
      "it, or load data of that size outside of the migrations\n");
}

}  // namespace
}  // namespace hoglint
