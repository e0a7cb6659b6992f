/** A file of the built extension. */
export interface BuiltFile {
  /** Relative to the build's folder. */
  readonly path: string;
  readonly bytes: number;
}

export interface BundlePart {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
}

interface Budget {
  readonly name: string;
  readonly files: RegExp;
  /** kB (1,000 bytes), before compression. */
  readonly limit: number;
}

/** The first that matches a file counts it. What runs in other people's pages is held the shortest. */
const budgets: readonly Budget[] = [
  { name: 'page hook', files: /^page\//, limit: 22.5 },
  { name: 'relay', files: /^content\//, limit: 13 },
  { name: 'background', files: /^assets\/background/, limit: 17 },
  { name: 'devtools page', files: /^assets\/devtools/, limit: 13.5 },
  // the public suffix list, the regex parser and the backtracking detector, once in each worker
  { name: 'workers', files: /^assets\/.*-worker-.*\.js$/, limit: 900 },
  // with the suffix list, the schemas and the same regex libraries
  { name: 'panel and core', files: /\.js$/, limit: 900 },
  { name: 'styles', files: /\.css$/, limit: 48 },
  { name: 'icons, pages and texts', files: /./, limit: 16 },
];

/** The sizes of a build, part by part. */
export function bundleParts(files: readonly BuiltFile[]): readonly BundlePart[] {
  const partOf = ({ path }: BuiltFile): Budget | undefined => budgets.find((each) => each.files.test(path));
  return budgets.map((budget) => ({
    name: budget.name,
    bytes: files.filter((file) => partOf(file) === budget).reduce((sum, { bytes }) => sum + bytes, 0),
    limit: budget.limit * 1_000,
  }));
}

/** One sentence for each part that is too large, or that is missing, for then its files are counted elsewhere. */
export function budgetFaults(files: readonly BuiltFile[]): readonly string[] {
  return bundleParts(files).flatMap(({ name, bytes, limit }) => {
    if (bytes === 0) return [`${name}: no file`];
    return bytes > limit ? [`${name}: ${bytes} bytes, the budget is ${limit}`] : [];
  });
}
