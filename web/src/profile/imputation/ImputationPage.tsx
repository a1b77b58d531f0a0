import { useSearchParams } from 'react-router';
import type { ImputationOverview } from '#api';
import {
  Await,
  BuilderPage,
  Empty,
  icons,
  isOver,
  ListPage,
  SeesSome,
  ToImport,
  useLabel,
  useRightOverAll,
  useRuns,
  useTranslation,
} from '#shell';
import { useImputations } from './api';
import { FieldList } from './FieldList';
import { RuleForm } from './RuleForm';
import { Trial } from './Trial';

/** 补全: how what is missing of customers is inferred, how right that is, and what is in force. */
export function ImputationPage() {
  const { t } = useTranslation('profile');
  const all = useRightOverAll('VIEW');
  const up = { to: '/quality', label: t('impute.up') };
  if (all) return <Seen />;
  return (
    <ListPage title={t('impute.title')} lead={t('impute.lead')} up={up}>
      <SeesSome right="VIEW">{t('impute.seesSome')}</SeesSome>
    </ListPage>
  );
}

function Seen() {
  const { t } = useTranslation('profile');
  const running = useRuns().data?.some((run) => !isOver(run)) ?? false;
  const query = useImputations(running);
  const [search] = useSearchParams();
  const chosen = search.get('field');
  const mayDecide = useRightOverAll('CURATE');
  if (query.data && chosen && mayDecide)
    return <Chosen key={chosen} overview={query.data} field={chosen} />;
  return (
    <ListPage
      title={t('impute.title')}
      lead={running ? t('impute.running') : t('impute.lead')}
      up={{ to: '/quality', label: t('impute.up') }}
    >
      <Await query={query}>
        {(overview) =>
          overview.customers === 0 ? (
            <Empty
              picture={<icons.quality size={56} />}
              title={t('impute.nobody')}
              text={t('impute.nobodyText')}
              action={<ToImport>{t('impute.import')}</ToImport>}
            />
          ) : (
            <FieldList overview={overview} may={mayDecide} />
          )
        }
      </Await>
    </ListPage>
  );
}

function Chosen({ overview, field: name }: { overview: ImputationOverview; field: string }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const field = overview.fields.find((one) => one.field === name);
  const up = { to: '/quality/imputation', label: t('impute.title') };
  if (!field)
    return (
      <ListPage title={t('impute.title')} up={up}>
        <Empty title={t('impute.noField')} />
      </ListPage>
    );
  return (
    <RuleForm field={field} customers={overview.customers}>
      {(form, trial) => (
        <BuilderPage
          title={t('impute.of', { field: label(field.label) })}
          lead={t('impute.ofLead')}
          up={up}
          preview={<Trial field={field} trial={trial} />}
        >
          {form}
        </BuilderPage>
      )}
    </RuleForm>
  );
}
