import { Link } from 'react-router';
import { Panel, useFormat, useLabel, useTranslation } from '#shell';
import { useFieldNames } from '#source';
import { State } from '../completions/CompletionsPage';
import { useCompletions } from '../completions/api';
import falls from '../falls/falls.module.css';
import { useProcedures } from './api';
import { Due, StepAct } from './Steps';

/** Steps whose day is past, and what is to be filled in: one's own, and whatever is late. */
export function OverduePanel() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const fieldName = useFieldNames();
  const late = (useProcedures().data ?? []).flatMap((procedure) =>
    procedure.steps
      .filter((step) => step.overdue)
      .map((step) => ({ ...step, id: procedure.id, name: label(procedure.label) })),
  );
  const tasks = (useCompletions().data ?? []).filter(
    (one) => one.open > 0 && (one.mine || one.overdue),
  );
  if (late.length === 0 && tasks.length === 0) return null;
  return (
    <Panel title={t('procedures.late')} text={t('procedures.lateText')}>
      <ul className={falls.mine}>
        {late.map((step) => (
          <li key={`${step.id}/${step.step}`}>
            <Link to="/quality/procedures">{`${step.name} · ${step.what}`}</Link>
            <Due step={step} />
            <StepAct id={step.id} step={step} />
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={`/quality/completions/${encodeURIComponent(task.id)}`}>
              {t('completions.fillIn', { field: fieldName(task.field) })}
            </Link>
            <span>
              {t('procedures.dueBy', { who: label(task.whoName), day: format.day(task.due) })}
            </span>
            <State task={task} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
