// Which files build and deploy an application, and what is said of the others.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "checker/project/project_files.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class DeploymentFilesTest : public ::testing::Test {
 protected:
  void Add(const std::string& path, const std::string& text = "\n") {
    files_.AddFile("/r/" + path, text);
  }

  // The application in that folder of the repository /r, whose package.json is read already.
  std::vector<std::string> Read(const std::string& folder) {
    location_.files = &files_;
    location_.shown_from = location_.boundary = location_.repository = "/r";
    Add(folder + "package.json", "{}");
    Application application;
    application.package_file =
        AddProjectFile(gathering_, location_, "/r/" + folder + "package.json").value();
    std::string home = "/r/" + folder;
    home.pop_back();
    deployment_ = ReadDeployment(gathering_, location_, home, application);
    std::vector<std::string> paths;
    for (const DeploymentFile& file : deployment_->files) paths.push_back(file.path);
    return paths;
  }

  [[nodiscard]] std::vector<std::string> Notes() const {
    std::vector<std::string> notes;
    for (const NotChecked& each : gathering_.not_checked) {
      notes.push_back(each.file + ": " + each.reason);
    }
    return notes;
  }

  MemoryFileSystem files_;
  Location location_;
  Gathering gathering_;
  std::shared_ptr<const Deployment> deployment_;
};

TEST_F(DeploymentFilesTest, ReadsTheFolderAndWhatConcernsItFromAbove) {
  for (const char* path :
       {"Dockerfile", ".env", "fly.toml", "railway.toml", "compose.yml", ".github/workflows/ci.yml",
        ".gitignore", "scripts/root.sh", "apps/other/railway.toml", "apps/api/railway.toml",
        "apps/api/Dockerfile", "apps/api/scripts/a.sh", "apps/api/.env.production",
        "apps/api/docker/Dockerfile", "apps/api/node_modules/x/Dockerfile", "apps/api/README.md",
        "apps/api/.husky/pre-push"}) {
    Add(path);
  }
  EXPECT_THAT(
      Read("apps/api/"),
      ElementsAre(".github/workflows/ci.yml", ".gitignore", "apps/api/.env.production",
                  "apps/api/.husky/pre-push", "apps/api/Dockerfile", "apps/api/docker/Dockerfile",
                  "apps/api/package.json", "apps/api/railway.toml", "apps/api/scripts/a.sh",
                  "compose.yml", "railway.toml"));
  EXPECT_THAT(Notes(), IsEmpty());
  EXPECT_EQ(deployment_->files[0].folder, "");
  EXPECT_EQ(deployment_->files[8].folder, "apps/api");
}

TEST_F(DeploymentFilesTest, LeavesOutWhatGitIgnores) {
  Add(".gitignore", ".env\n.env.*\n!.env.example\n");
  Add("a/.env", "SECRET=x\n");
  Add("a/.env.local", "SECRET=x\n");
  Add("a/.env.example", "SECRET=\n");
  EXPECT_THAT(Read("a/"), ElementsAre(".gitignore", "a/.env.example", "a/package.json"));
}

TEST_F(DeploymentFilesTest, ReadsAFileOfSeveralApplicationsOnce) {
  Add("compose.yml", "services: [");
  Read("a/");
  const FileId first = deployment_->files.back().file;
  Read("b/");
  EXPECT_EQ(deployment_->files.back().file, first);
  EXPECT_THAT(Notes(), ElementsAre(HasSubstr("compose.yml: it is not valid YAML")));
}

TEST_F(DeploymentFilesTest, SaysWhatItDidNotRead) {
  Add("a/Dockerfile", std::string(3U << 20U, ' '));
  Add("a/railway.toml", "[deploy\n");
  files_.AddFile("/elsewhere/ci.yml", "jobs: {}\n");
  files_.AddLink("/r/.github/workflows", "/elsewhere");
  files_.AddLink("/r/a/vercel.json", "/elsewhere/ci.yml");
  files_.AddLink("/r/a/scripts", "/r/a/scripts");
  EXPECT_THAT(Read("a/"), ElementsAre("a/package.json", "a/railway.toml"));
  EXPECT_THAT(Notes(), ElementsAre(".github/workflows: it is a link that leads out of the project",
                                   "a/Dockerfile: it is larger than 2 MiB",
                                   HasSubstr("a/railway.toml: it is not valid TOML"),
                                   "a/vercel.json: it is a link that leads out of the project"));
}

TEST_F(DeploymentFilesTest, ReadsNoThousandsOfThem) {
  for (int i = 0; i < 1000; ++i) Add(fmt::format("a/scripts/{:04}.sh", i));
  EXPECT_THAT(Read("a/"), SizeIs(400));
  EXPECT_THAT(Notes(), ElementsAre(HasSubstr("it comes after 400 files")));
}

}  // namespace
}  // namespace hoglint::testing
