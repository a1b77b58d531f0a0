import type {
  Entity,
  FileLook,
  Grain,
  Label,
  Layout,
  Mapping,
  MappingLine,
  Transform,
  Upload,
} from '#api';

/** Where a file comes from. */
export interface Origin {
  source: string;
  label: Label;
}

/** One file on its way through the wizard, with all that a person has decided about it. */
export interface Job {
  key: number;
  name: string;
  bytes: number;
  upload: Upload | null;
  /** Why it could not be taken. */
  error: unknown;
  /** What stood beside it in an archive and is no table. */
  left?: { name: string; message: string }[];
  origin: Origin | null;
  /** Whether a person said so: no guess takes its place. */
  told?: boolean;
  /** The layout a person corrected; null while the found one stands. */
  layout: Layout | null;
  /** The mapping a person changed or loaded; null while the suggestion stands. */
  mapping: Mapping | null;
}

/** A file that the server has read. */
export type ReadJob = Job & { upload: Upload };

export const isRead = (job: Job): job is ReadJob => job.upload !== null;

export type Act =
  | { type: 'add'; jobs: Job[] }
  | {
      type: 'taken';
      key: number;
      upload: Upload;
      keys?: number[];
      /** Where a file seems to come from, now that its columns are known. */
      guess?: (name: string, columns: FileLook['columns']) => Origin | null;
    }
  | { type: 'refused'; key: number; error: unknown }
  | { type: 'remove'; key: number }
  | { type: 'origin'; key: number; origin: Origin | null }
  | { type: 'layout'; key: number; layout: Layout }
  | { type: 'mapping'; key: number; mapping: Mapping | null }
  /** What is suggested since a person said what a row is. */
  | { type: 'suggested'; key: number; mapping: Mapping };

/** Every step back and forth changes only what the person changes: nothing is lost on the way. */
export function reduce(jobs: readonly Job[], act: Act): readonly Job[] {
  if (act.type === 'add') return [...jobs, ...act.jobs];
  if (act.type === 'taken')
    return jobs.flatMap((job) => (job.key === act.key ? taken(job, act) : job));
  if (act.type === 'remove') return jobs.filter((job) => job.key !== act.key);
  return jobs.map((job) => (job.key === act.key ? changed(job, act) : job));
}

/** An archive becomes the files in it, from where it came unless they tell otherwise; `keys` are for those after the first. */
function taken(job: Job, { upload, keys = [], guess }: Extract<Act, { type: 'taken' }>): Job[] {
  const seems = ({ name, look }: Pick<Upload, 'name' | 'look'>) => guess?.(name, look.columns);
  const origin = (file: Pick<Upload, 'name' | 'look'>) => {
    if (job.told) return job.origin;
    // Whoever packs several files together names the system rather than each of them does.
    return (upload.more.length > 0 ? (job.origin ?? seems(file)) : seems(file)) ?? job.origin;
  };
  const first = {
    ...job,
    name: upload.name,
    bytes: upload.bytes,
    upload,
    left: upload.left,
    origin: origin(upload),
  };
  return [
    { ...first, error: null },
    ...upload.more.flatMap((file, i): Job[] => {
      const key = keys[i];
      if (key === undefined) return [];
      const own = { ...file, more: [], left: [] };
      const { name, bytes } = file;
      return [{ ...job, key, name, bytes, upload: own, error: null, origin: origin(file) }];
    }),
  ];
}

function changed(job: Job, act: Exclude<Act, { type: 'add' | 'remove' | 'taken' }>): Job {
  switch (act.type) {
    case 'refused':
      return { ...job, error: act.error };
    case 'origin':
      // What was mapped by hand stays; only whose it is has changed.
      return {
        ...job,
        origin: act.origin,
        told: true,
        mapping:
          job.mapping && act.origin
            ? { ...job.mapping, source: act.origin.source, label: act.origin.label }
            : job.mapping,
      };
    case 'layout':
      // Another header or sheet means other columns: the old mapping would point at nothing.
      return { ...job, layout: act.layout, mapping: null };
    case 'mapping':
      return { ...job, mapping: act.mapping };
    case 'suggested':
      return job.mapping?.grain === act.mapping.grain
        ? { ...job, mapping: completed(job.mapping, act.mapping) }
        : job;
  }
}

export const layoutOf = (job: ReadJob): Layout => job.layout ?? job.upload.look.layout;

/** The entities whose fields a row of a grain may carry. */
const REACH: Record<Grain, readonly string[]> = {
  customer: ['customer'],
  order: ['order', 'customer'],
  order_line: ['order_line', 'order', 'customer'],
  delivery: ['delivery', 'customer'],
  event: ['event', 'customer'],
  feedback: ['feedback', 'customer'],
  points: ['points', 'customer'],
  coupon: ['coupon', 'customer'],
  cost: ['cost'],
};

/** Whose fields a row may carry, its own first: a column that fits none is most likely about it. */
export const inReach = (standard: readonly Entity[], grain: Grain): Entity[] =>
  REACH[grain].flatMap((name) => standard.filter((entity) => entity.name === name));

export const GRAINS = Object.keys(REACH) as Grain[];

export const entityOf = (field: string): string => field.slice(0, field.indexOf('.'));

/** The mapping when rows turn out to be something else: fields out of reach are let go. */
export function regrained(mapping: Mapping, grain: Grain): Mapping {
  const reach = REACH[grain];
  return {
    ...mapping,
    grain,
    lines: mapping.lines.filter((line) => reach.includes(entityOf(line.field))),
    kinds: grain === 'order_line' ? mapping.kinds : [],
  };
}

/** What feeds are called as long as nobody says otherwise. */
const USUAL_FEEDS = [
  'customers',
  'orders',
  'lines',
  'deliveries',
  'events',
  'feedback',
  'points',
  'coupons',
  'costs',
];

/** A mapping with what is suggested for columns that mean nothing yet; what stands is not touched. */
function completed(mapping: Mapping, suggested: Mapping): Mapping {
  const free = suggested.lines.filter((line) =>
    mapping.lines.every((one) => one.column !== line.column && one.field !== line.field),
  );
  return {
    ...mapping,
    feed: USUAL_FEEDS.includes(mapping.feed) ? suggested.feed : mapping.feed,
    // What told customers apart does not tell apart what they did.
    key: suggested.key,
    lines: [...mapping.lines, ...free],
    kinds: mapping.kinds.length > 0 ? mapping.kinds : suggested.kinds,
  };
}

/** A column becomes a field, or nothing; its transformations belong to the field it had before. */
export function relined(mapping: Mapping, column: string, field: string | null): Mapping {
  const others = mapping.lines.filter((line) => line.column !== column);
  return {
    ...mapping,
    lines: field === null ? others : [...others, { column, field, transform: [] }],
  };
}

export interface Gap {
  kind: 'nothing' | 'twice' | 'missing';
  /** Keys of the fields in question. */
  fields: string[];
}

/** Several columns may be one address together. */
const JOINED = 'customer.address';

/** What keeps a mapping from being tried, as far as it can be seen here. */
export function gaps(mapping: Mapping, mandatory: (entity: string) => string[]): Gap[] {
  const mapped = mapping.lines.map((line) => line.field);
  const twice = [
    ...new Set(mapped.filter((field, i) => field !== JOINED && mapped.indexOf(field) !== i)),
  ];
  const missing = REACH[mapping.grain]
    .flatMap(mandatory)
    .filter((field) => !mapped.includes(field));
  return [
    ...(mapped.length === 0 ? [{ kind: 'nothing' as const, fields: [] }] : []),
    ...(twice.length > 0 ? [{ kind: 'twice' as const, fields: twice }] : []),
    ...(missing.length > 0 ? [{ kind: 'missing' as const, fields: missing }] : []),
  ];
}

/** A mapping from a file fits when its columns are among those of the table. */
export function unknownColumns(mapping: Kept, look: FileLook): string[] {
  const known = new Set(look.columns.map((column) => column.name));
  return [...new Set([...mapping.key, ...mapping.lines.map((line) => line.column)])].filter(
    (column) => !known.has(column),
  );
}

/** A mapping as a file keeps it, which may leave out lists that are empty. */
type Kept = Omit<Mapping, 'kinds' | 'lines'> & {
  kinds?: Mapping['kinds'];
  lines: (Omit<MappingLine, 'transform'> & { transform?: Transform[] })[];
};

export const filled = (kept: Kept): Mapping => ({
  ...kept,
  kinds: kept.kinds ?? [],
  lines: kept.lines.map((line) => ({ ...line, transform: line.transform ?? [] })),
});

/** Whether a JSON file is a mapping at all. */
export function isMapping(found: unknown): found is Kept {
  if (typeof found !== 'object' || found === null) return false;
  const { source, feed, grain, lines, key } = found as Partial<Record<keyof Mapping, unknown>>;
  return (
    typeof source === 'string' &&
    typeof feed === 'string' &&
    GRAINS.includes(grain as Grain) &&
    Array.isArray(key) &&
    Array.isArray(lines) &&
    lines.every(
      (line: unknown) =>
        typeof (line as { column?: unknown } | null)?.column === 'string' &&
        typeof (line as { field?: unknown } | null)?.field === 'string',
    )
  );
}
