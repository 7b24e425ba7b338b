// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars and tables brought in: tried first, with a report by line; taken when it is wanted.
import * as api from './api.js';
import {button, field, fill, h, icon, news, tick} from './dom.js';
import {t} from './language.js';

const verdicts = {refused: h('span.pill.bad', {}, t('不收', 'Refused')), skipped: h('span.pill.wait', {}, t('跳过', 'Skipped')), note: h('span.pill', {}, t('提醒', 'Note'))};

export async function open() {
  const input = h('input', {type: 'file', accept: '.ics,.csv,text/calendar,text/csv'});
  const report = h('div', {role: 'status'});
  const skip = tick(t('有错的行跳过，其余照收', 'Skip lines with faults, take the rest'), false);
  const ask = async (really) => {
    const file = input.files[0];
    if (!file) return;
    const format = /\.ics$/i.test(file.name) || file.type === 'text/calendar' ? 'ics' : 'csv';
    fill(report, h('p.quiet', {}, t('正在看……', 'Looking…')));
    try {
      const answer = await api.post(`/import${api.query({format, try: !really, skip_bad: skip.firstElementChild.checked})}`, file,
                                    {type: format === 'ics' ? 'text/calendar' : 'text/csv'});
      show(answer, really);
    } catch (refusal) {
      fill(report, h('p.wrong', {}, icon('warn'), refusal.message));
    }
  };
  const show = (answer, really) => {
    const {put} = answer;
    const clean = answer.refused === 0 || skip.firstElementChild.checked;
    if (really && answer.taken) news(t('收进来了，发布后上屏。', 'Taken; publish it to show it.'));
    fill(report, h('div.card', {}, h('h2', {}, really && answer.taken ? t('收进来了', 'Taken') : t('先看看', 'A first look')),
      h('p', {}, t(`${answer.entries} 条里读出 ${answer.events} 个活动、${answer.dates} 场；不收 ${answer.refused}，跳过 ${answer.skipped}，提醒 ${answer.notes}。`,
        `${answer.entries} entries: ${answer.events} events with ${answer.dates} dates; ${answer.refused} refused, ${answer.skipped} skipped, ${answer.notes} notes.`)),
      put ? h('p', {}, t(`新添 ${put.added}，改 ${put.changed}，没变 ${put.unchanged}。`, `${put.added} added, ${put.changed} changed, ${put.unchanged} unchanged.`)) : null,
      answer.lines.length > 0 ? h('div.scroll', {tabIndex: 0, role: 'region', 'aria-label': t('逐行', 'By line')}, h('table.table', {}, h('thead', {}, h('tr', {}, [t('行', 'Line'), t('怎么办', 'Verdict'), t('标题', 'Title'), t('为什么', 'Why')].map((one) => h('th', {scope: 'col'}, one)))),
        h('tbody', {}, answer.lines.map((line) => h('tr', {}, h('td', {}, line.line), h('td', {}, verdicts[line.verdict]?.cloneNode(true)), h('td', {}, line.title ?? ''), h('td', {}, line.sentence)))))) : null,
      really || !clean ? null : h('div.buttons', {}, button(t('收进来', 'Take it'), () => ask(true), {look: 'primary'}))));
  };
  input.addEventListener('change', () => ask(false));
  skip.firstElementChild.addEventListener('change', () => ask(false));
  return {title: t('导入', 'Import'), element: h('div.page', {}, h('div.head', {}, h('h1', {}, t('导入', 'Import'))),
    h('div.card.stack', {}, h('p', {}, t('日历（.ics）或表格（.csv）。先逐行告诉您会怎样，您点头才收。', 'A calendar (.ics) or a table (.csv). First a report by line; nothing is taken until you say so.')),
      field(t('选文件', 'Choose a file'), input), skip), report)};
}
