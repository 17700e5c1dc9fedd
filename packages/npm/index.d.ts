// What `hoglint --format json` and `hoglint plan --format json` print, and the functions that run
// them. Within a version of the report members may be added; none is removed or changed.

export type Level = "error" | "warning" | "note";

/** What applies the migrations, and in which transactions. */
export type Runner = "drizzle" | "drizzle-neon-http" | "hogsend" | "per-file" | "autocommit";

/** In a file: from the 1-based line and column (in code points) up to, not including, the end. */
export interface FilePlace {
  /** Relative to the repository's root, else to the folder in which hoglint ran. */
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  object?: undefined;
}

/** In no file. */
export interface ObjectPlace {
  object: string;
  file?: undefined;
  line?: undefined;
  column?: undefined;
  endLine?: undefined;
  endColumn?: undefined;
}

export type Place = FilePlace | ObjectPlace;

export type RelatedPlace = Place & { message: string };

export type Finding = Place & {
  /** The rule's id: "drop-column". */
  rule: string;
  level: Level;
  /** The migration's name without .sql, "0042_x"; empty when it concerns none. */
  migration: string;
  /** `folder` of the migration's track; empty when there is none. */
  track: string;
  /** The migration is on the base branch already. */
  merged: boolean;
  /** What it is about, such as "users.email"; may be empty. */
  subject: string;
  message: string;
  /** Why it hurts. */
  effect: string;
  /** What to write instead; may hold lines of SQL. */
  remedy: string;
  /** The rule's page. */
  url: string;
  /** Stays the same when lines shift or the SQL is reformatted. */
  fingerprint: string;
  related: RelatedPlace[];
};

export type SuppressedFinding = Finding & {
  suppressedBy: "baseline" | "comment";
  /** The comment's; may be empty. */
  reason: string;
};

/** Something that hoglint did not look at. */
export interface NotChecked {
  /** Empty when it concerns the whole run. */
  file: string;
  /** null: the whole file. */
  line: number | null;
  reason: string;
}

/** What hoglint.json or the baseline has for files or findings that are not there. */
export interface UnusedSetting {
  file: string;
  line: number;
  message: string;
}

export interface Summary {
  migrations: number;
  /** Those that were judged; the others are merged. */
  new: number;
  statements: number;
  errors: number;
  warnings: number;
  notes: number;
  /** By comments. */
  suppressed: number;
  /** Known from the baseline. */
  baselined: number;
  /** Migrations that hoglint.json says not to judge. */
  ignored: number;
}

/** A migrations folder. */
export interface Track {
  name: string;
  /** Empty for files that were named one by one. */
  folder: string;
  migrations: number;
  /** The migrations that were judged. */
  checked: string[];
}

export interface Report {
  version: 1;
  tool: { name: "hoglint"; version: string };
  /** "fail": a finding is at or above `failOn`. "incomplete": `failures` is not empty. */
  verdict: "pass" | "fail" | "incomplete";
  failOn: Level | "off";
  runner: Runner;
  /** The server's major version that was assumed. */
  pgVersion: number;
  /** What merged migrations were compared with; null: nothing. */
  base: string | null;
  /** Merged migrations were judged as well. */
  all: boolean;
  tracks: Track[];
  /** In the order of the migrations. */
  findings: Finding[];
  suppressed: SuppressedFinding[];
  notChecked: NotChecked[];
  /** What could not be read. */
  failures: string[];
  unused: UnusedSetting[];
  summary: Summary;
}

export type Lock =
  | "ACCESS SHARE"
  | "ROW SHARE"
  | "ROW EXCLUSIVE"
  | "SHARE UPDATE EXCLUSIVE"
  | "SHARE"
  | "SHARE ROW EXCLUSIVE"
  | "EXCLUSIVE"
  | "ACCESS EXCLUSIVE";

/** What waits for a lock; each word implies those after it. */
export type Blocked = "reads" | "writes" | "vacuum" | "ddl";

export type HeldUntil = "statementEnd" | "transactionEnd" | "rollbackToSavepoint";

/** What a statement does to one relation. */
export interface Effect {
  /** Schema and name before the statement, quoted where SQL needs it. */
  relation: string;
  lock: Lock | null;
  rewrite: boolean;
  /** Every row is read while the lock is held. */
  scan: boolean;
  indexBuild: boolean;
  /** May be empty. */
  reason: string;
  blocks: Blocked[];
  /** The table of an index. */
  indexOf: string | null;
  coveredByTable: boolean;
  /** The worst case of something that hoglint cannot know. */
  assumed: boolean;
  /** No file creates the relation. */
  unknownRelation: boolean;
  changesRows: boolean;
  /** Created in this batch and still without rows. */
  newAndEmpty: boolean;
  nobodyWaits: boolean;
  /** From hoglint.stats.json. */
  rows: number | null;
  bytes: number | null;
  estimatedSeconds: number | null;
  heldUntil: HeldUntil;
  /** Statements that run after this one while the lock is held. */
  statementsLater: number;
  /** Number of the statement since which everything that waits here waits anyway. */
  heldSince: number | null;
}

export interface PlannedStatement {
  file: string;
  line: number;
  statement: string;
  effects: Effect[];
  /** Over all transactions. */
  number: number;
  inDoBlock: boolean;
  /** Why the effects are not known. */
  notChecked: string | null;
  /** What PostgreSQL would say, when it would certainly refuse the statement. */
  fails: string | null;
}

export interface Transaction {
  id: number;
  statements: PlannedStatement[];
  /** A statement that commits by itself. */
  autocommit: boolean;
}

/** The worst lock of a table. */
export interface WorstLock {
  table: string;
  lock: Lock | null;
  blocks: Blocked[];
  /** The index of the table that is locked, when it is that. */
  index: string | null;
  /** Number of the statement that takes the lock. */
  statement: number;
  file: string;
  line: number;
  /** Statements that run while it is held, that one included. */
  heldFor: number;
  heldUntil: HeldUntil;
  /** Long work of all those statements, on whatever table. */
  meanwhile: { rewrite: boolean; scan: boolean; indexBuild: boolean; rowChanges: boolean };
}

export interface Plan {
  version: 1;
  transactions: Transaction[];
  /** Worst first. */
  tables: WorstLock[];
  notChecked: NotChecked[];
  summary: {
    migrations: number;
    merged: number;
    transactions: number;
    statements: number;
    runner: Runner;
    lockTimeoutMs: number | null;
    statementTimeoutMs: number | null;
    pgVersion: number;
  };
}

export interface PlanOptions {
  /** Migrations folders, projects with a drizzle.config, or .sql files; none: around `cwd`. */
  paths?: string | string[] | undefined;
  /** What is merged: a branch, tag or commit. */
  base?: string | undefined;
  /** Read the migrations from that commit instead of the disk. */
  head?: string | undefined;
  /** Judge merged migrations as well. */
  all?: boolean | undefined;
  /** Path of a hoglint.json, instead of the nearest. */
  config?: string | undefined;
  runner?: Runner | undefined;
  /** The server's major version, 12 to 18. */
  pgVersion?: number | undefined;
  /** The folder to run in; default: the script's. */
  cwd?: string | undefined;
  /** The environment to run in; default: the script's. */
  env?: Record<string, string | undefined> | undefined;
}

export interface LintOptions extends PlanOptions {
  /** The verdict is "fail" from this level on; default: hoglint.json's, else "error". */
  failOn?: Level | "off" | undefined;
  /** Levels of rules by id. */
  rules?: Record<string, Level | "off"> | undefined;
}

/** hoglint could not do its job, or did not start. What migrations do wrong is in the report. */
export class HoglintError extends Error {
  /** 2, or null when a signal ended it or it did not start. */
  exitCode: number | null;
  signal: string | null;
  stderr: string;
  /** What was found all the same: a Report whose verdict is "incomplete", or a Plan. */
  report: Report | Plan | undefined;
}

/** Finds hazards in new migrations, as `hoglint check` does. Rejects with a HoglintError. */
export function lint(options?: LintOptions): Promise<Report>;

/** Which locks new migrations take, in order, as `hoglint plan` does. */
export function plan(options?: PlanOptions): Promise<Plan>;

/** Path of the program that is run. Throws an Error when there is none for this platform. */
export function binaryPath(): string;
