import { execSync } from "node:child_process";
import { copyFileSync, existsSync } from "node:fs";

function run(command: string) {
  console.log(`> ${command}`);
  execSync(command, { stdio: "inherit" });
}

if (!existsSync(".env")) copyFileSync(".env.example", ".env");

run("docker compose up -d --wait postgres redis");
// db:migrate, not db:push: push would drop the engine's tables.
run("pnpm db:migrate");
