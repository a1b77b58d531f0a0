import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Dispatch } from 'react';
import type { Grain, Mapping } from '#api';
import { Complaint, ErrorState, Loading } from '#shell';
import { suggestionQuery, useLook, useStandard } from '../api';
import { layoutOf, type Act, type ReadJob } from './job';
import { MappingForm } from './MappingForm';

interface Props {
  job: ReadJob;
  mapping: Mapping | null;
  query: UseQueryResult<Mapping> | undefined;
  act: Dispatch<Act>;
}

/** Third step: what a row is, and what each column means. */
export function MapStep({ job, mapping, query, act }: Props) {
  const standard = useStandard();
  const look = useLook(job.upload, job.layout).data ?? job.upload.look;
  const client = useQueryClient();
  // Without an answer the person maps the columns by hand, as they would have anyway.
  const suggest = (grain: Grain) =>
    client
      .query(suggestionQuery(job.upload.id, job.origin?.source ?? '', layoutOf(job), grain))
      .then(
        (suggested) => act({ type: 'suggested', key: job.key, mapping: suggested }),
        () => undefined,
      );
  const error = query?.error ?? standard.error;
  if (!mapping && error) return <ErrorState error={error} retry={() => void query?.refetch()} />;
  if (!mapping || !standard.data) return <Loading rows={8} />;

  return (
    <>
      <MappingForm
        mapping={mapping}
        look={look}
        standard={standard.data}
        onChange={(next) => act({ type: 'mapping', key: job.key, mapping: next })}
        onGrain={(grain) => void suggest(grain)}
      />
      {query?.error && <Complaint error={query.error} />}
    </>
  );
}
