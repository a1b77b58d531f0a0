import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { useStill, type useInk } from '#shell';
import type { Engine } from './engine';
import { keysOf } from './keys';
import { marksOf } from './mark';
import type { Marked, Option } from './pen';
import { chartTheme } from './theme';

interface Use {
  engine: RefObject<Engine | null>;
  failed: boolean;
}

type OnMark = (row: number, column: string) => void;

/** Keeps an ECharts instance in a place of the page: loads the engine, draws, resizes, cleans up. */
export function useDrawing(
  place: RefObject<HTMLDivElement | null>,
  option: Option,
  ink: ReturnType<typeof useInk>,
  locale: string,
  onMark?: OnMark,
): Use {
  const engine = useRef<Engine | null>(null);
  const [ready, setReady] = useState(0);
  const [failed, setFailed] = useState(false);
  const still = useStill();
  const onPaper = useSyncExternalStore(watchPaper, isOnPaper);
  const drawn = useRef({ option, onMark });
  useEffect(() => {
    drawn.current = { option, onMark };
  }, [option, onMark]);

  useEffect(() => {
    let gone = false;
    let watch: ResizeObserver | undefined;
    import('./engine')
      .then(({ init }) => {
        if (gone || !place.current) return;
        const made = init(place.current, chartTheme(ink), {
          locale: locale === 'zh' ? 'ZH' : 'EN',
        });
        listen(made, drawn);
        const within = place.current;
        watch = new ResizeObserver(() => {
          // What is on paper has the size that was reckoned for the sheet.
          if (isOnPaper()) return;
          // A map drawn into a place without a size throws, and styles may come after the place.
          if (within.clientWidth === 0 || within.clientHeight === 0) return;
          const had = hasSize(made);
          made.resize();
          if (!had) setReady((times) => times + 1);
        });
        watch.observe(within);
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
  }, [place, ink, locale]);

  useEffect(() => {
    let gone = false;
    const draw = () => {
      if (onPaper && place.current) fitPaper(engine.current, place.current);
      engine.current?.setOption(
        {
          animation: !still && !onPaper,
          animationDuration: 200,
          animationDurationUpdate: 160,
          ...option,
          // The names of its parts stand beside it: see PaperKey.
          ...(onPaper && keysOf(option).length > 0 ? { legend: { show: false } } : {}),
        },
        { notMerge: true },
      );
      // Paper does not wait for the next frame.
      if (onPaper) engine.current?.getZr().flush();
    };
    // The outlines of a map are fetched when the first map is drawn.
    if (!isMap(option)) draw();
    else
      import('./china')
        .then(() => {
          if (!gone && engine.current && hasSize(engine.current)) draw();
        })
        .catch(() => setFailed(true));
    return () => {
      gone = true;
      if (onPaper) engine.current?.resize({ width: 'auto', height: 'auto' });
    };
  }, [place, option, ready, still, onPaper]);

  return { engine, failed };
}

const watchPaper = (changed: () => void): (() => void) => {
  const paper = window.matchMedia('print');
  paper.addEventListener('change', changed);
  return () => paper.removeEventListener('change', changed);
};

const isOnPaper = (): boolean => window.matchMedia('print').matches;

/**
 * Draws as wide as the sheet will show it, or letters of 12 would be printed at 7. A page that is
 * printed says how wide its sheet is (--gb-paper); the sheet takes the place of what may still be as
 * wide as the window. A board says as well what part of its height each chart keeps
 * (--gb-paper-height), for two rows of them to a sheet; others keep their proportions.
 */
function fitPaper(engine: Engine | null, place: HTMLElement): void {
  const style = getComputedStyle(place);
  const sheet = Number(style.getPropertyValue('--gb-paper'));
  const page = place.closest('main')?.clientWidth ?? 0;
  if (!engine || !hasSize(engine) || !sheet || !page) return;
  const width = Math.round(place.clientWidth * Math.min(1, sheet / page));
  const part = Number(style.getPropertyValue('--gb-paper-height')) || width / engine.getWidth();
  engine.resize({ width, height: Math.round(engine.getHeight() * part) });
}

const hasSize = (engine: Engine): boolean => engine.getWidth() > 0 && engine.getHeight() > 0;

const isMap = ({ series }: Option): boolean =>
  (Array.isArray(series) ? series : [series]).some((one) => one?.type === 'map');

/**
 * A click on a mark opens it, and so does one beside a mark, in its column or row: a bar of 3 out of
 * 3,000 is too small to be hit.
 */
function listen(made: Engine, drawn: RefObject<{ option: Option; onMark?: OnMark }>): void {
  let isHit = false;
  made.on('click', (params) => {
    const { row, column } = (params.data ?? {}) as Partial<Marked>;
    if (row === undefined || row < 0 || !column) return;
    isHit = true;
    drawn.current.onMark?.(row, column);
  });
  made.getZr().on('click', ({ offsetX, offsetY }) => {
    const at = [offsetX, offsetY];
    const { option, onMark } = drawn.current;
    if (isHit || !onMark) {
      isHit = false;
      return;
    }
    if (Array.isArray(option.xAxis) || Array.isArray(option.yAxis)) return;
    if (!made.containPixel('grid', at)) return;
    const [x, y] = made.convertFromPixel('grid', at);
    const [across, down] = [option.xAxis?.type, option.yAxis?.type];
    // Both or neither by categories: a field of cells, or a cloud, has no columns to click into.
    if ((across === 'category') === (down === 'category')) return;
    const nearest = across === 'category' ? x : y;
    const mark = marksOf(option).find((one) => one.place === nearest);
    if (mark) onMark(mark.row, mark.column);
  });
}

/** How wide an element is, 0 before it is there. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
