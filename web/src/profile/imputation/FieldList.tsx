import { App, Button, Popconfirm, Tag } from 'antd';
import { Link } from 'react-router';
import type { ImputationField, ImputationOverview } from '#api';
import { Complaint, DataTable, Panel, useFormat, useLabel, useTranslation, type Col } from '#shell';
import { useStopImputation } from './api';
import { shares } from './draft';
import css from './imputation.module.css';
import { useAccuracyWords, useMethodWords } from './words';

/** Every field that may be inferred: who told it, of whom it is inferred, and by which rule. */
export function FieldList({ overview, may }: { overview: ImputationOverview; may: boolean }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const does = useMethodWords();
  const right = useAccuracyWords();
  const stop = useStopImputation();
  const { message } = App.useApp();
  const columns: Col<ImputationField>[] = [
    {
      key: 'field',
      title: t('impute.field'),
      card: 'title',
      width: 120,
      render: (field) => label(field.label),
    },
    {
      key: 'share',
      title: t('impute.share'),
      card: 'wide',
      width: 300,
      render: (field) => <Share field={field} customers={overview.customers} />,
    },
    {
      key: 'rule',
      title: t('impute.rule'),
      card: 'wide',
      render: ({ rule, type, field, keys }) =>
        rule ? (
          <span className={css.rule}>
            {does(rule.method, type, field, keys)}
            {rule.accuracy ? (
              <small>
                {right(rule.accuracy, type)}
                {rule.accuracy.verdict === 'no_better' && (
                  <Tag color="gold">{t('impute.noBetterShort')}</Tag>
                )}
              </small>
            ) : (
              <small>{t('impute.waits')}</small>
            )}
          </span>
        ) : (
          <span className={css.quiet}>{t('impute.noRule')}</span>
        ),
    },
    ...(may
      ? [
          {
            key: 'acts',
            title: t('impute.acts'),
            width: 170,
            render: (field: ImputationField) => (
              <span className={css.acts}>
                <Link to={`/quality/imputation?field=${field.field}`}>
                  <Button size="small" aria-label={t('impute.of', { field: label(field.label) })}>
                    {t(field.rule ? 'impute.change' : 'impute.set')}
                  </Button>
                </Link>
                {field.rule && (
                  <Popconfirm
                    title={t('impute.stopAsk')}
                    description={t('impute.stopText')}
                    okText={t('impute.stop')}
                    cancelText={t('impute.keep')}
                    onConfirm={() =>
                      stop.mutate(field.field, {
                        onSuccess: () => void message.success(t('impute.stopped')),
                      })
                    }
                  >
                    <Button size="small" type="text">
                      {t('impute.stop')}
                    </Button>
                  </Popconfirm>
                )}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <Complaint error={stop.error} />
      <Panel flush>
        <DataTable<ImputationField>
          bare
          rows={overview.fields}
          rowKey={(field) => field.field}
          columns={columns}
          minWidth={980}
          label={t('impute.title')}
        />
      </Panel>
      <p className={css.note}>{t('impute.note')}</p>
      <p className={css.note}>{t('impute.idNote')}</p>
    </>
  );
}

/** What was said counts; what was inferred stands beside it, never in the same figure. */
export function Share({ field, customers }: { field: ImputationField; customers: number }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { known, imputed, none } = shares(field, customers);
  return (
    <span className={css.share}>
      <span className={css.bar} aria-hidden>
        <i className={css.known} style={{ flexGrow: known }} />
        <i className={css.imputed} style={{ flexGrow: imputed }} />
        <i style={{ flexGrow: none }} />
      </span>
      <span>
        {t('impute.filled', { share: format.percent(known) })}
        {imputed > 0 && t('impute.alsoInferred', { share: format.percent(imputed) })}
      </span>
    </span>
  );
}
