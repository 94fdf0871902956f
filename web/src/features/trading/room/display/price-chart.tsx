import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatSecond } from '@/shared/format/dates.ts';
import { formatFen, formatYuan } from '@/shared/format/money.ts';
import type { Room } from '../api.ts';
import { priceCourse } from './price-course.ts';
import classes from './display.module.css';

register([LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const UP = '#b42318';
const SOFT = '#4b5a70';

/** The price as a staircase over market time. */
export function PriceChart({ room }: { room: Room }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);
  const label = t('trading.room.chartLabel', {
    count: room.bids.length,
    from: formatYuan(room.bids[0]?.amount.fen ?? 0),
    to: formatYuan(priceCourse(room).at(-1)?.fen ?? 0),
  });
  const reserve = t('trading.terms.reserve');
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, undefined, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(optionOf(room, reserve));
  }, [room, reserve]);
  return <div ref={box} className={classes.chart} role="img" aria-label={label} />;
}

/** Each price, and the last one carried on to the end or to what the server last called now. */
function course({ bids, position, now }: Room): [number, number][] {
  const points = priceCourse({ bids }).map(({ at, fen }): [number, number] => [Date.parse(at), fen]);
  const last = points.at(-1);
  const end = Date.parse(position.result?.closedAt ?? now);
  return last && end > last[0] ? [...points, [end, last[1]]] : points;
}

function optionOf(room: Room, reserve: string) {
  const limit = room.terms.reserve;
  return {
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 200,
    grid: { left: 8, right: 16, top: 20, bottom: 4, outerBoundsMode: 'same' as const, outerBoundsContain: 'axisLabel' as const },
    tooltip: {
      trigger: 'axis',
      formatter: (points: { value: [number, number] }[]) => {
        const [at, fen] = points[0]?.value ?? [0, 0];
        return `${formatSecond(at)}<br/><b>${formatYuan(fen)}</b>`;
      },
    },
    xAxis: {
      type: 'time',
      axisLabel: { color: SOFT, hideOverlap: true, formatter: (at: number) => formatClock(at) },
      axisLine: { lineStyle: { color: '#c3ccd6' } },
      splitNumber: 4,
      minInterval: 1_000,
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { color: SOFT, formatter: (fen: number) => formatFen(Math.round(fen)) },
      splitLine: { lineStyle: { color: '#e6ebef' } },
    },
    series: [
      {
        type: 'line',
        step: 'end',
        symbolSize: 6,
        color: UP,
        lineStyle: { width: 2 },
        areaStyle: { color: UP, opacity: 0.06 },
        data: course(room),
        ...(limit && {
          markLine: {
            symbol: 'none',
            // The course may rise behind the label.
            label: {
              formatter: `${reserve} ${formatYuan(limit.fen)}`,
              position: 'insideStartTop',
              color: SOFT,
              backgroundColor: '#fff',
              padding: [1, 4],
            },
            lineStyle: { color: SOFT, type: 'dashed' },
            data: [{ yAxis: limit.fen }],
          },
        }),
      },
    ],
  };
}
