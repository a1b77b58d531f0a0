import type { CleaningRule, Rule, TextForm } from '#api';

export type Kind = CleaningRule['type'];
export type Form = TextForm['type'];

/** A rule while it is being filled in: every box keeps what was typed, whichever kind is chosen. */
export interface Draft {
  rows: string;
  /** "" for all sources, "crm/" for one, "crm/members" for one feed of it. */
  scope: string;
  kind: Kind;
  field: string;
  form: Form;
  least: number | null;
  most: number | null;
  regex: string;
  from: number | null;
  to: number | null;
  values: string;
  op: 'EQ' | 'NE' | 'GE' | 'GT' | 'LE' | 'LT';
  other: string;
  day: string;
  /** The field whose values set numbers apart, "" for none. */
  by: string;
  spread: 'mad' | 'iqr';
  reach: number | null;
  log: boolean;
  severity: Rule['severity'];
  on: boolean;
}

export const EMPTY: Draft = {
  rows: 'order',
  scope: '',
  kind: 'required',
  field: '',
  form: 'digits',
  least: null,
  most: null,
  regex: '',
  from: null,
  to: null,
  values: '',
  op: 'GE',
  other: '',
  day: '2000-01-01',
  by: '',
  spread: 'mad',
  reach: 3.5,
  log: true,
  severity: 'remind',
  on: true,
};

/** What may be asked of a field of this type. */
export function kindsFor(type: string): Kind[] {
  switch (type) {
    case 'decimal':
    case 'whole':
    case 'real':
      return ['required', 'range', 'outlier', 'comparison', 'oneOf', 'unique'];
    case 'day':
    case 'moment':
      return ['required', 'plausibleDate', 'comparison'];
    default:
      return ['required', 'pattern', 'oneOf', 'unique', 'comparison'];
  }
}

/** What may be done with a row that breaks a rule of this kind; only outliers have fences. */
export function severitiesFor(kind: Kind): Rule['severity'][] {
  if (kind === 'unique') return ['remind'];
  return kind === 'outlier' ? ['remind', 'cap', 'quarantine'] : ['remind', 'quarantine'];
}

/** How far out fences usually lie: 3.5 deviations from the median, 1.5 times the middle half. */
export const USUAL_REACH = { mad: 3.5, iqr: 1.5 } as const;

/** Numbers can be compared with numbers, times with times, texts with texts. */
export function family(type: string): 'number' | 'time' | 'text' {
  if (['decimal', 'whole', 'real'].includes(type)) return 'number';
  return ['day', 'moment'].includes(type) ? 'time' : 'text';
}

/** The rule, once everything that it needs is there. */
export function ruleOf(draft: Draft): Rule | undefined {
  const check = checkOf(draft);
  if (!check) return undefined;
  const [source, feed] = draft.scope.split('/');
  return {
    rows: draft.rows,
    ...(source ? { source } : {}),
    ...(feed ? { feed } : {}),
    severity: severitiesFor(check.type).includes(draft.severity) ? draft.severity : 'remind',
    on: draft.on,
    check,
  };
}

function checkOf(draft: Draft): CleaningRule | undefined {
  const { field } = draft;
  if (!field) return undefined;
  switch (draft.kind) {
    case 'required':
      return { type: 'required', field };
    case 'unique':
      return { type: 'unique', field };
    case 'pattern': {
      const form = formOf(draft);
      return form && { type: 'pattern', field, form };
    }
    case 'range':
      return draft.from === null && draft.to === null
        ? undefined
        : {
            type: 'range',
            field,
            ...(draft.from === null ? {} : { from: draft.from }),
            ...(draft.to === null ? {} : { to: draft.to }),
          };
    case 'oneOf': {
      const values = linesOf(draft.values);
      return values.length > 0 ? { type: 'oneOf', field, values } : undefined;
    }
    case 'comparison':
      return draft.other
        ? { type: 'comparison', field, op: draft.op, other: draft.other }
        : undefined;
    case 'plausibleDate':
      return draft.day ? { type: 'plausibleDate', field, from: draft.day } : undefined;
    // Without fences: they are measured when it is tried, and anew when it is saved.
    case 'outlier':
      return draft.reach === null
        ? undefined
        : {
            type: 'outlier',
            field,
            by: draft.by ? [draft.by] : [],
            spread: draft.spread,
            reach: draft.reach,
            log: draft.log,
            fences: [],
          };
  }
}

function formOf({ form, least, most, regex }: Draft): TextForm | undefined {
  switch (form) {
    case 'phone':
    case 'email':
      return { type: form };
    case 'digits':
    case 'lettersAndDigits':
      return least === null ? undefined : { type: form, least, most: most ?? least };
    case 'matches':
      return regex.trim() ? { type: form, regex: regex.trim() } : undefined;
  }
}

export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,，、]/)
    .map((line) => line.trim())
    .filter(Boolean);

/** The boxes as a rule would have filled them in. */
export function draftOf(rule: Rule): Draft {
  const { check } = rule;
  const draft: Draft = {
    ...EMPTY,
    rows: rule.rows,
    scope: rule.source ? `${rule.source}/${rule.feed ?? ''}` : '',
    severity: rule.severity,
    on: rule.on,
    kind: check.type,
    field: check.field,
  };
  switch (check.type) {
    case 'required':
    case 'unique':
      return draft;
    case 'pattern':
      return {
        ...draft,
        form: check.form.type,
        ...('least' in check.form ? { least: check.form.least, most: check.form.most } : {}),
        ...('regex' in check.form ? { regex: check.form.regex } : {}),
      };
    case 'range':
      return { ...draft, from: check.from ?? null, to: check.to ?? null };
    case 'oneOf':
      return { ...draft, values: check.values.join('\n') };
    case 'comparison':
      return { ...draft, op: check.op, other: check.other };
    case 'plausibleDate':
      return { ...draft, day: check.from };
    case 'outlier':
      return {
        ...draft,
        by: check.by[0] ?? '',
        spread: check.spread,
        reach: check.reach,
        log: check.log,
      };
  }
}
