import type { Cell, Customer, Table } from '#api';

/** A row of a panel by the names of its columns, which may be written `record_key` or `recordKey`. */
export type Line = (column: string) => Cell;

const bare = (name: string) => name.replaceAll('_', '').toLowerCase();

/** The lines of a panel; none when the packages above contributed no such panel. */
export function linesOf(customer: Customer, id: string): Line[] {
  const table = customer.panels.find((panel) => panel.id === id)?.table;
  return table ? lines(table) : [];
}

export function lines(table: Table): Line[] {
  const places = new Map(table.columns.map((column, i) => [bare(column.name), i]));
  return table.rows.map((cells) => (column) => {
    const at = places.get(bare(column));
    return at === undefined ? null : (cells[at] ?? null);
  });
}

export const text = (cell: Cell): string | null =>
  cell === null || cell === '' ? null : String(cell);

export const number = (cell: Cell): number | null => {
  if (cell === null || cell === '' || typeof cell === 'boolean') return null;
  const n = Number(cell);
  return Number.isFinite(n) ? n : null;
};

// Records and what joins them ------------------------------------------------------------------------

export interface SourceRecord {
  key: string;
  source: string;
  recordKey: string;
  name: string | null;
}

/** One value, and the records that carry it, by their place in the list of records. */
export interface Bond {
  idType: string;
  value: string | null;
  records: number[];
}

/** The panel has one line for each record and identifier; a record without any has one line too. */
export function evidenceOf(rows: readonly Line[]): { records: SourceRecord[]; bonds: Bond[] } {
  const records: SourceRecord[] = [];
  const places = new Map<string, number>();
  const bonds = new Map<string, Bond>();
  for (const row of rows) {
    const source = text(row('source')) ?? '';
    const recordKey = text(row('record_key')) ?? '';
    const key = `${source}\u0000${recordKey}`;
    let place = places.get(key);
    if (place === undefined) {
      place = records.length;
      places.set(key, place);
      records.push({
        key,
        source,
        recordKey,
        name: text(row('name')),
      });
    }
    const idType = text(row('shared_type'));
    if (idType === null) continue;
    const value = text(row('shared_value'));
    const name = `${idType}\u0000${value ?? ''}`;
    const bond = bonds.get(name) ?? { idType, value, records: [] };
    if (!bond.records.includes(place)) bond.records.push(place);
    bonds.set(name, bond);
  }
  // What joins many comes first; what stands on one record only joins nothing.
  const joining = [...bonds.values()].filter((bond) => bond.records.length > 1);
  return { records, bonds: joining.toSorted((a, b) => b.records.length - a.records.length) };
}

/** What is given to one person: records that share it go together. */
const OF_ONE = new Set(['member_card', 'platform_id', 'openid', 'unionid']);

/** The places of a record and of all that hang together with it by a card or an account. */
export function tiedTo(place: number, bonds: readonly Bond[]): number[] {
  const tied = new Set([place]);
  const ties = bonds.filter(({ idType }) => OF_ONE.has(idType));
  for (let before = 0; before < tied.size;) {
    before = tied.size;
    for (const { records } of ties) {
      if (records.some((p) => tied.has(p))) records.forEach((p) => tied.add(p));
    }
  }
  return [...tied];
}

// Tags and segments -----------------------------------------------------------------------------------

export interface HeldTrait {
  trait: string;
  label: string | null;
  value: string | null;
  shown: string | null;
  since: string | null;
}

export const traitsOf = (rows: readonly Line[]): HeldTrait[] =>
  rows.flatMap((row) => {
    const trait = text(row('trait')) ?? text(row('trait_id'));
    return trait === null
      ? []
      : {
          trait,
          label: text(row('label')),
          value: text(row('value')),
          shown: text(row('shown')),
          since: text(row('since')),
        };
  });
