import { Tabs } from 'antd';
import type { Job } from './job';

/** With several files, which of them the step shows. */
export function FileTabs({
  jobs,
  chosen,
  onChoose,
}: {
  jobs: readonly Job[];
  chosen: number;
  onChoose: (key: number) => void;
}) {
  if (jobs.length < 2) return null;
  return (
    <Tabs
      activeKey={String(chosen)}
      onChange={(key) => onChoose(Number(key))}
      items={jobs.map((job) => ({ key: String(job.key), label: job.name }))}
    />
  );
}
