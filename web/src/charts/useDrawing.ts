import { useEffect, useRef, useState, type RefObject } from 'react';
import { useStill, type useInk } from '#shell';
import type { Engine } from './engine';
import type { Marked, Option } from './pen';
import { chartTheme } from './theme';

interface Use {
  place: RefObject<HTMLDivElement | null>;
  engine: RefObject<Engine | null>;
  failed: boolean;
}

/** Keeps an ECharts instance in a place of the page: loads the engine, draws, resizes, cleans up. */
export function useDrawing(
  option: Option,
  ink: ReturnType<typeof useInk>,
  locale: string,
  onMark?: (row: number, column: string) => void,
): Use {
  const place = useRef<HTMLDivElement>(null);
  const engine = useRef<Engine | null>(null);
  const [ready, setReady] = useState(0);
  const [failed, setFailed] = useState(false);
  const still = useStill();
  const click = useRef(onMark);
  useEffect(() => {
    click.current = onMark;
  }, [onMark]);

  useEffect(() => {
    let gone = false;
    let watch: ResizeObserver | undefined;
    import('./engine')
      .then(({ init }) => {
        if (gone || !place.current) return;
        const made = init(place.current, chartTheme(ink), {
          locale: locale === 'zh' ? 'ZH' : 'EN',
        });
        made.on('click', (params) => {
          const { row, column } = (params.data ?? {}) as Partial<Marked>;
          if (row !== undefined && row >= 0 && column) click.current?.(row, column);
        });
        watch = new ResizeObserver(() => made.resize());
        watch.observe(place.current);
        engine.current = made;
        setReady((times) => times + 1);
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      watch?.disconnect();
      engine.current?.dispose();
      engine.current = null;
    };
  }, [ink, locale]);

  useEffect(() => {
    engine.current?.setOption(
      { animation: !still, animationDuration: 200, animationDurationUpdate: 160, ...option },
      { notMerge: true },
    );
  }, [option, ready, still]);

  return { place, engine, failed };
}
