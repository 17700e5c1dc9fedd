// A package registry on loopback that has the packed packages and nothing else.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import { packedFiles } from "./world.mjs";

function manifestOf(file) {
  return JSON.parse(
    execFileSync("tar", ["-xOf", file, "package/package.json"], { encoding: "utf8" }),
  );
}

function packument(name, file, address) {
  const manifest = manifestOf(file);
  const bytes = fs.readFileSync(file);
  const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
  const shasum = createHash("sha1").update(bytes).digest("hex");
  const tarball = `${address}/tarballs/${encodeURIComponent(name)}`;
  return {
    name,
    "dist-tags": { latest: manifest.version },
    time: { [manifest.version]: "2020-01-01T00:00:00.000Z" },
    versions: {
      [manifest.version]: { ...manifest, dist: { tarball, integrity, shasum } },
    },
  };
}

// {address, asked, close()}: `asked` lists the paths of all requests, decoded.
export async function startRegistry() {
  const files = packedFiles();
  const asked = [];
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(request.url.replace(/^\/(tarballs\/)?/, ""));
    const isTarball = request.url.startsWith("/tarballs/");
    asked.push(isTarball ? `tarball ${name}` : name);
    const file = files[name];
    if (request.method !== "GET" || file === undefined) {
      response.writeHead(404, { "content-type": "application/json" });
      response.end('{"error":"not found"}');
      return;
    }
    response.writeHead(200, {
      "content-type": isTarball ? "application/octet-stream" : "application/json",
    });
    response.end(
      isTarball
        ? fs.readFileSync(file)
        : JSON.stringify(packument(name, file, `http://127.0.0.1:${server.address().port}`)),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    address,
    asked,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}
