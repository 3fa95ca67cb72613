import type { EChartsCoreOption } from 'echarts/core';
import type { ColumnsPicture, Picture, RangesPicture, TimelinePicture } from '../coach/picture.js';
import { light, series } from './palette.js';

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

// Without quotes, since the drawing puts it into an attribute as it stands.
const FONT = 'system-ui, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif';
const TEXT = 13;
const LEGEND = 34;
const ROW = 52;

const text = { fontFamily: FONT, fontSize: TEXT, color: light('ink') } as const;
const soft = { ...text, color: light('soft') } as const;
const legend = {
  top: 0,
  left: 0,
  itemGap: 26,
  itemWidth: 18,
  itemHeight: 12,
  borderColor: light('line'),
  textStyle: text,
} as const;

/** Stripes, dots and the like beside the colour, so that nothing depends on seeing colours. */
const decals = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.8,
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: 0 },
  {
    symbol: 'triangle',
    dashArrayX: [
      [9, 9],
      [0, 9, 9, 0],
    ],
    dashArrayY: [7, 2],
    symbolSize: 0.75,
  },
] as const;

const decal = (index: number): object => ({
  ...decals[index % decals.length],
  color: light('surface'),
  backgroundColor: 'transparent',
});

export function heightOf(picture: Picture, width: number): number {
  switch (picture.kind) {
    case 'ranges':
      return LEGEND + picture.rows.length * ROW + 28;
    case 'columns': {
      const letters = picture.series.reduce((sum, { label }) => sum + label.length + 6, 0);
      return 250 + LEGEND * Math.ceil((letters * TEXT * 0.55) / width);
    }
    case 'timeline':
      return picture.marks.length * 34 + 56;
  }
}

export function optionsOf(picture: Picture, size: Size): EChartsCoreOption {
  const common = { animation: false, useUTC: true, textStyle: text, backgroundColor: 'transparent' };
  switch (picture.kind) {
    case 'ranges':
      return { ...common, ...ranges(picture) };
    case 'columns':
      return { ...common, ...columns(picture, size) };
    case 'timeline':
      return { ...common, ...timeline(picture, size) };
  }
}

/** A name above each bar; what is sure is full, what is still open is striped. */
function ranges({ rows, names }: RangesPicture): EChartsCoreOption {
  const bar = { type: 'bar', stack: 'range', barWidth: 18, silent: true } as const;
  return {
    legend: { ...legend, data: [names.sure, names.possible] },
    grid: { left: 2, right: 76, top: LEGEND, bottom: 24 },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: soft,
      splitLine: { lineStyle: { color: light('line') } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: light('soft') } },
      axisLabel: {
        ...text,
        inside: true,
        verticalAlign: 'bottom',
        padding: [0, 0, 11, -6],
        width: 250,
        overflow: 'truncate',
      },
    },
    series: [
      { ...bar, name: names.sure, color: light('sure'), data: rows.map(({ from }) => from) },
      {
        ...bar,
        name: names.possible,
        color: light('possible'),
        itemStyle: { decal: decal(1), borderColor: light('sure'), borderWidth: 1 },
        data: rows.map(({ from, to }) => to - from),
        label: {
          show: true,
          position: 'right',
          ...text,
          formatter: ({ dataIndex }: { dataIndex: number }) => rangeWords(rows[dataIndex]),
        },
      },
    ],
  };
}

function rangeWords(row: RangesPicture['rows'][number] | undefined): string {
  if (!row) return '';
  return row.from === row.to ? String(row.from) : `${row.from}–${row.to}`;
}

function columns({ columns: names, series: counted }: ColumnsPicture, { height }: Size): EChartsCoreOption {
  const legendHeight = height - 250;
  const totals = names.map((_, at) => counted.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  return {
    legend,
    grid: { left: 26, right: 8, top: legendHeight + 14, bottom: 26 },
    xAxis: {
      type: 'category',
      data: [...names],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: light('soft') } },
      axisLabel: { ...soft, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      max: Math.max(2, ...totals),
      axisLabel: soft,
      splitLine: { lineStyle: { color: light('line') } },
    },
    series: counted.map(({ label, counts }, index) => ({
      type: 'bar',
      stack: 'counts',
      name: label,
      silent: true,
      barMaxWidth: 44,
      color: light(series[index % series.length] ?? 'series6'),
      itemStyle: { decal: decal(index), borderColor: light('surface'), borderWidth: 1 },
      data: [...counts],
    })),
  };
}

/** One row for each point, so that no label covers another. */
function timeline({ marks, now }: TimelinePicture, { width }: Size): EChartsCoreOption {
  const label = Math.round(width * 0.36);
  const places = marks.map(({ at }) => awayFrom(now.at, at));
  const [first, last] = [Math.min(0, ...places), Math.max(0, ...places)];
  const span = Math.max(last - first, 1);
  return {
    grid: { left: label + 40, right: 6, top: 26, bottom: 8 },
    xAxis: {
      type: 'value',
      min: first - span * 0.06,
      // The date stands beside its point: the last one needs room.
      max: last + span * 0.5,
      axisLabel: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: marks.map(({ label: name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: light('line') } },
      axisLabel: { ...text, width: label, overflow: 'truncate' },
    },
    series: [
      {
        type: 'scatter',
        silent: true,
        symbolSize: 13,
        data: marks.map(({ isPast }, index) => ({
          value: [places[index], index],
          itemStyle: isPast
            ? { color: light('sure'), opacity: 1 }
            : { color: light('surface'), borderColor: light('sure'), borderWidth: 3, opacity: 1 },
        })),
        label: {
          show: true,
          position: 'right',
          ...soft,
          backgroundColor: light('surface'),
          padding: [1, 3],
          formatter: ({ dataIndex }: { dataIndex: number }) => marks[dataIndex]?.short ?? '',
        },
        markLine: {
          silent: true,
          z: 1,
          symbol: 'none',
          lineStyle: { color: light('now'), type: 'dashed', width: 2 },
          label: { ...text, color: light('now'), formatter: now.label, position: 'start', distance: 4 },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  };
}

/** How far a point lies from now. What is far is drawn nearer, or one nudge in a year would press this week's dates together. */
function awayFrom(now: string, at: string): number {
  const days = (instant(at) - instant(now)) / 86_400_000;
  return Math.sign(days) * Math.sqrt(Math.abs(days));
}

/** A wall-clock time as a number; a date alone is its noon. */
function instant(local: string): number {
  return Date.parse(local.length > 10 ? `${local}:00Z` : `${local}T12:00:00Z`);
}
