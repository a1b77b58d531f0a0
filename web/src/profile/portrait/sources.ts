import { useMemo } from 'react';
import type { Customer } from '#api';
import { useInk } from '#shell';
import { useSourceNames } from '#source';
import { linesOf, text } from './panels';

export interface SourceInk {
  source: string;
  name: string;
  colour: string;
}

/** Each source of a portrait with its own ink, in the order in which they come up. */
export function useSourceInks(customer: Customer): Map<string, SourceInk> {
  const name = useSourceNames();
  const { series } = useInk();
  return useMemo(() => {
    const met = [
      ...customer.facts.flatMap((fact) => [fact.source, ...fact.others.map((one) => one.source)]),
      ...linesOf(customer, 'records').map((row) => text(row('source'))),
    ];
    // A fact that nobody has told yet has no source.
    const sources = [...new Set(met.filter((one) => one !== null && one !== undefined))];
    return new Map(
      sources
        .filter(Boolean)
        .map((source, i) => [
          source,
          { source, name: name(source), colour: series[i % series.length] ?? 'currentColor' },
        ]),
    );
  }, [customer, name, series]);
}
