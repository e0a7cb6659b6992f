// npm run package: what the stores want, in artifacts/. The archives of both builds, and the sources for Mozilla's reviewers.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { zipArchive } from './zip-archive';

const target = 'artifacts';

mkdirSync(target, { recursive: true });
for (const browser of ['chrome', 'firefox']) writeArchive(browser, builtFiles(`dist/${browser}`));
writeArchive('sources', sourceFiles());

function writeArchive(name: string, files: ReadonlyMap<string, Uint8Array>): void {
  const path = join(target, `crosslink-${packageJson.version}-${name}.zip`);
  const archive = zipArchive(files);
  writeFileSync(path, archive);
  const size = `${Math.ceil(archive.length / 1024)} kB`;
  const digest = createHash('sha256').update(archive).digest('hex');
  console.log(`${path}  ${files.size} files, ${size}, sha256 ${digest}`);
}

function builtFiles(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)] as const),
  );
}

/** All files of the project that git does not ignore, committed or not: what was built. */
function sourceFiles(): Map<string, Uint8Array> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(path));
  return new Map(paths.map((path) => [path, readFileSync(path)] as const));
}
