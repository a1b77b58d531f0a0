import { App } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { Cap, Condition, SegmentView } from '#api';
import {
  Drawable,
  DrawPage,
  faultsOf,
  NameInput,
  nameFault,
  read,
  useDrawn,
  useName,
} from '#condition';
import { CustomerSample } from '#profile';
import { useLabel, useRight, useTranslation } from '#shell';
import { useSaveSegment } from '../api';
import { CapInput } from './CapInput';
import { capIn } from './caps';
import { Presets } from './Presets';

interface Props {
  title: string;
  initial: Condition | null;
  segment?: SegmentView;
}

/** The limit of people; like the condition it stands in the address. */
function useCap(segment?: SegmentView): [Cap | undefined, (cap: Cap | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('cap');
  const cap = asked === null ? segment?.cap : capIn(asked);
  const change = (next: Cap | undefined) =>
    setSearch(
      (now) => {
        now.set('cap', next ? JSON.stringify(next) : 'none');
        return now;
      },
      { replace: true },
    );
  return [cap, change];
}

/** A segment, drawn by clicking. */
export function Builder(props: Props) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const { initial, title, segment } = props;
  const up = segment
    ? { to: `/segments/${encodeURIComponent(segment.id)}`, label: label(segment.label) }
    : { to: '/segments', label: t('title') };
  return (
    <Drawable initial={initial} title={title} up={up}>
      <Canvas {...props} up={up} />
    </Drawable>
  );
}

function Canvas({ title, initial, segment, up }: Props & { up: { to: string; label: string } }) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const mayDefine = useRight('DEFINE');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [cap, setCap] = useCap(segment);
  const drawn = useDrawn(initial, cap);
  const name = useName(segment ? label(segment.label) : '');
  const save = useSaveSegment(segment?.id);

  const keep = () => {
    const given = name.given();
    if (given === null) return;
    save.mutate(
      { label: given, condition: drawn.condition, ...(cap && { cap }) },
      {
        onSuccess: (kept) => {
          void message.success(t('builder.saved'));
          void navigate(`/segments/${encodeURIComponent(kept.id)}`);
        },
      },
    );
  };
  return (
    <DrawPage
      title={title}
      up={up}
      drawn={drawn}
      faults={faultsOf(drawn, save.error, 'condition')}
      head={mayDefine && <NameInput of={name} label={t('builder.name')} error={save.error} />}
      foot={<CapInput cap={cap} onChange={setCap} />}
      beginnings={
        <Presets
          onChoose={(chosen) => {
            const draft = read(chosen);
            if (draft) drawn.dispatch({ do: 'replace', draft });
          }}
        />
      }
      sample={<CustomerSample condition={drawn.asked} />}
      save={
        mayDefine
          ? {
              label: t(segment ? 'builder.saveChange' : 'builder.save'),
              pending: save.isPending,
              error: nameFault(save.error) === undefined ? save.error : null,
              onSave: keep,
            }
          : undefined
      }
    />
  );
}
