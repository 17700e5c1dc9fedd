// The migrations of a Drizzle folder with a journal: what its entries name, in their order.
#ifndef HOGLINT_CHECKER_PROJECT_JOURNAL_FOLDER_H_
#define HOGLINT_CHECKER_PROJECT_JOURNAL_FOLDER_H_

#include <string>
#include <vector>

#include "checker/project/gathering.h"
#include "checker/project/migrations_folder.h"

namespace hoglint {

// Reads meta/_journal.json into `result`. Entries without file, files without entry and what is
// wrong with the journal are noted.
void ListJournal(Gathering& gathering, const Location& location, const std::string& folder,
                 const std::vector<FolderEntry>& entries, MigrationsFolder& result);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_JOURNAL_FOLDER_H_
