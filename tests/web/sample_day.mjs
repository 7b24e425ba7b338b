// SPDX-License-Identifier: GPL-3.0-or-later
// The sample day of the pictures: Sunday 22 November 2026, 14:20. Invented for the demonstration.
const text = (zh, en = '') => ({zh, en});
const now = '2026-11-22T06:20:00.000Z';
const none = text('');

export const venues = [
  {id: 1, key: 'theatre', name: text('大剧院', 'Theatre'), short_name: text('大剧院', 'Theatre'), floor: text('一楼东侧', '1F east'), directions: text('进门右转', 'right of the door'), storey: 1},
  {id: 2, key: 'studio-3f', name: text('三楼书画室', 'Calligraphy studio'), short_name: text('三楼书画室', 'Studio'), floor: text('三楼', '3F'), directions: text('出电梯右转', 'right from the lift'), storey: 3}];
const tags = [{key: 'tour', name: text('送戏下乡', 'Touring opera'), section: 'events', filter_order: 1}, {key: 'free', name: text('免费领票', 'Free tickets'), section: 'clubs', filter_order: 2},
  {key: 'elders', name: text('适合长辈', 'For elders'), section: 'reading', filter_order: 3}, {key: 'kids', name: text('亲子', 'Families'), section: 'events', filter_order: 4}];
const listing = {kind: 'event', section: 'events', title: text('越剧《打金枝》', 'Yue opera: The Golden Branch'), short_title: none, full_title: none, subtitle: text('玉环越剧团 · 楚门越剧社 联合演出'),
  body: text('唐代宗嫁女、郭子仪绑子上殿的团圆戏，唱腔轻快，老少都爱看。开演前 15 分钟停止入场，轮椅席在第一排。'), organiser: none, audience: text('不限年龄', 'All ages'), seating: text('不对号入座'), feature_badge: none, feature_line: none, needs: none,
  poster: {name: '02-opera', focus_x: 0.5, focus_y: 0.46}, join: 'sign_up', feature: 'both', shown_from: null, shown_until: null, deadline: null, answered: 0, tags: ['tour', 'free', 'elders'], club: null, challenge: null, items: [], form_version: 1,
  form: [{kind: 'name', prompt: text('怎么称呼您？', 'Your name?'), options: [], required: true, least: 0, most: 0}, {kind: 'choice', prompt: text('要特别照顾吗？', 'Any needs?'), options: [text('轮椅', 'Wheelchair'), text('助听', 'Hearing')], required: false, least: 0, most: 0}]};
const dates = [{id: 11, start: '2026-11-22T11:00:00.000Z', end: '2026-11-22T13:10:00.000Z', venue: 1, capacity: 320, walk_in_places: 20, signup_opens: null, signup_closes: null, state: 'scheduled', reason: none, series: null, taken: 283, waiting: 0},
  {id: 12, start: '2026-11-27T11:00:00.000Z', end: '2026-11-27T13:10:00.000Z', venue: 1, capacity: 320, walk_in_places: 20, signup_opens: null, signup_closes: null, state: 'moved', reason: text('老师出差'), series: null, taken: 12, waiting: 0}];
const user = {id: 1, name: '林晓', title: '社工', role: 'manager', disabled: false, must_change: false, last_seen: now};
const titles = [['越剧《打金枝》', 'event', '02-opera', 'published', true], ['早晨太极', 'club', '06-taichi', 'published', false], ['书法班', 'event', '11-calligraphy', 'published', false], ['晨读三十天', 'challenge', '07-books', 'draft', false], ['敬老午餐帮厨', 'volunteering', '17-volunteers', 'review', false], ['停水通知', 'notice', '01-bridge', 'published', false]];
const listings = titles.map(([title, kind, poster, state, pending], index) => ({id: index + 3, kind, section: 'events', title: text(title), subtitle: text('玉环越剧团'), poster: {name: poster, focus_x: 0.5, focus_y: 0.46}, state, publish_at: null, pending, origin: 'desk', feature: 'none',
  next: index < 4 ? {id: index + 11, start: dates[0].start, end: dates[0].end, venue: 1, state: 'scheduled', capacity: 320} : null, coming: index + 1, changed: {who: '林晓', at: now}, editing: null}));
const row = (id, code, name, phone, party, present, state, source, more = {}) => ({id: String(id).padStart(32, '0'), version: 1, occasion: 11, arrival: id, code, kiosk_code: '', name, phone, party, present, state, why: 'none', source, by: '', walking_in: false, late: null, arrived: now,
  checked_in: present > 0 ? {at: '2026-11-22T10:34:00.000Z', who: '林晓', can_undo: true} : null, place: 0, promoted: null, to_tell: '', answers: [], ...more});
export const rows = [row(1, '4827 1130', '王秀英', '138****2406', 2, 2, 'checked_in', 'screen'), row(2, '4831 2247', '李国强', '136****8812', 1, 1, 'checked_in', 'phone'), row(3, '4835 9016', '陈美芳', '137****0153', 3, 0, 'confirmed', 'screen'),
  row(4, '4840 7725', '林阿土', '', 1, 0, 'confirmed', 'desk', {by: '小林', answers: [{prompt: text('要特别照顾吗？'), text: '轮椅'}]}), row(5, '4842 3308', '张晓燕', '159****6620', 4, 2, 'confirmed', 'phone'), row(6, '4847 6191', '赵建平', '135****7790', 2, 0, 'confirmed', 'screen'),
  row(7, '4851 0474', '吴桂香', '138****4417', 2, 0, 'confirmed', 'screen', {late: {entered: now}}), row(8, '4853 8852', '周小满', '188****3052', 1, 0, 'cancelled', 'phone')];
const occasion = {id: 11, listing: 3, title: text('越剧《打金枝》'), poster: listing.poster, venue: text('大剧院', 'Theatre'), start: dates[0].start, end: dates[0].end, state: 'scheduled', reason: none, capacity: 320, signed_up: 283, present: 126, free: {screen: 37, phone: 17}, walk_in_left: 20, waiting: 0, to_tell: 3};
const centre = {name: text('楚洲文化城', 'Chuzhou Culture City'), zone: 'Asia/Shanghai', public_url: 'https://wenlan.example', phone: '0576-8000 0000', hours: Array.from({length: 7}, (_, day) => day === 0 ? [0, 0] : [540, 1260]), closure_days: ['2027-02-06'], address: text('楚门镇'), closing_note: none, place: [28.23, 121.28],
  duty_name: text('小林'), duty_place: text('一楼服务台'), duty_hours: Array.from({length: 7}, () => [540, 1020]), volunteer_year: [100, 20, 5]};
const screens = [{number: 1, name: '一楼大厅 CZ-LOBBY-01', standing: 'newest', paired: now, heard: now, epoch: 1, version: 41, newest_whole: true, outbox: 0, disk_free: 12e9, skew_ms: 200, running_s: 90000, failures: 0, trouble: '', software: '0.1.0', alerts: []},
  {number: 2, name: '三楼走廊', standing: 'silent', paired: now, heard: '2026-11-22T04:00:00.000Z', epoch: 1, version: 40, newest_whole: true, outbox: 2, disk_free: 3e9, skew_ms: 0, running_s: 900, failures: 3, trouble: 'net.timeout', software: '0.1.0', alerts: ['silent']}];
const log = [{number: 88, at: now, who: '林晓', kind: 'listing.changed', subject: '3', before: {title: text('越剧')}, after: {title: text('越剧《打金枝》')}, can_undo: true}];

const fixed = {
  'GET /users': {users: [user, {...user, id: 2, name: '阿芳', title: '', role: 'desk', must_change: true, last_seen: null}]},
  'GET /listings': {total: 6, pending: 1, listings},
  'GET /limits': {texts: {title: {most: 40, fits_zh: 14, fits_en: 28}, body: {most: 2000, fits_zh: 60, fits_en: 140}}, questions_most: 20},
  'GET /posters': {posters: ['02-opera', '01-bridge', '17-volunteers', '06-taichi', '11-calligraphy', '07-books']},
  'GET /centre': centre, 'GET /venues': {venues}, 'GET /tags': {tags}, 'GET /publication': {version: 41, issued: now, pending: 1, surroundings_pending: false},
  'GET /screens': {published: {epoch: 1, version: 41}, silent_after_s: 120, screens, invitation: null},
  'GET /alerts': {alerts: [{screen: 2, name: '三楼走廊', code: 'silent', since: now, sentence: text('三楼走廊两个多小时没有音信。', 'No word from 三楼走廊 for two hours.')}], sent_to: []},
  'GET /notices': {notices: [{id: 90, title: text('今晚台风，19 点提前闭馆', 'Typhoon: closing at 7'), body: none, until: null, who: '林晓', at: now, version: 41, screens: [{number: 1, name: '一楼大厅', has: true, heard: now}, {number: 2, name: '三楼走廊', has: false, heard: '2026-11-22T04:00:00.000Z'}]}]},
  'GET /audit': {entries: log}, 'GET /listings/3/history': {entries: log},
  'GET /rosters': {now, occasions: [occasion, {...occasion, id: 12, title: text('书法班'), poster: {name: '11-calligraphy'}, capacity: 20, signed_up: 18, present: 0, free: {screen: 2, phone: 1}, to_tell: 0}]},
  'GET /to-tell': {rows: rows.slice(2, 5).map((one) => ({...one, to_tell: 'moved', title: text('早晨太极'), start: dates[1].start, reason: text('下雨')}))},
  'GET /help-calls': {number: 2, calls: [{number: 1, screen: 1, name: '一楼大厅', at: now, answered: {who: '阿芳', at: now}}, {number: 2, screen: 2, name: '三楼走廊', at: now, answered: null}]},
  'GET /numbers': {months: [{month: '2026-10', kind: 'event', occasions: 40, signed_up: 900, present: 770, cancelled: 30, no_show: 130}, {month: '2026-11', kind: 'event', occasions: 31, signed_up: 700, present: 610, cancelled: 20, no_show: 90}], listings: [{listing: 3, title: text('越剧《打金枝》'), kind: 'event', occasions: 2, signed_up: 283, present: 126, no_show: 3}], screens: [{screen: 1, name: '一楼大厅', hours: Array.from({length: 24}, (_, hour) => hour > 8 && hour < 21 ? hour : 0)}], sources: {screen: 5, desk: 1, phone: 3}},
  'POST /preview': {},
};

// [status, JSON] of a request.
export function answer({method, path, search}, state) {
  const session = {setup: state.setup, signed_in: state.signedIn, centre: centre.name, zone: 'Asia/Shanghai', now, user, csrf: 'x', idle_s: 1800, ends: now, must_change: state.mustChange ?? false};
  if (path === '/session' || path === '/setup' || path === '/password') {
    if (method === 'DELETE') return [204];
    if (method !== 'GET') Object.assign(state, {signedIn: true, setup: false});
    return [200, {...session, setup: state.setup, signed_in: state.signedIn}];
  }
  if (!state.signedIn) return [401, {error: {code: 'desk.not-signed-in', message: text('请登录。', 'Please sign in.')}}];
  if (path === '/listings/3' && method === 'GET') return [200, {id: 3, revision: 7, state: 'published', publish_at: null, pending: true, origin: 'desk', review: null, editing: state.other ? {who: '阿芳', mine: false, since: now} : null, listing: structuredClone(listing), dates: structuredClone(dates), series: []}];
  if (path === '/listings/3' && method === 'PUT') {
    return state.refuse ? [422, {error: {code: 'desk.fields', message: text('有一处要改。', 'Something is wrong.'), fields: [{field: 'title.zh', code: 'too-long', message: text('标题太长了。', 'The title is too long.')}]}}] : [200, {id: 3, revision: 8}];
  }
  if (path.endsWith('/editing')) return method === 'DELETE' ? [204] : [200, {mine: !state.other, who: state.other ? '阿芳' : '林晓', since: now, beat_s: 20}];
  if (path.endsWith('/effects')) return [200, {free: {screen: {before: 37, after: 37}, phone: {before: 27, after: 17}}, signed_up: 283, waiting: 0, over: 0}];
  if (path.startsWith('/dates/')) return [200, {id: 11, revision: 9}];
  if (/^\/rosters\/\d+$/.test(path)) {
    if (search.get('stamp')) return [204];
    const q = search.get('q');
    const found = q ? rows.filter((one) => one.code.replace(' ', '').includes(q.replace(' ', '')) || one.name.includes(q)) : rows;
    return [200, {stamp: 's', now: '2026-11-22T10:42:00.000Z', occasion, numbers: {signed_up: 283, parties: 210, present: 126, free: 37, walk_in_left: 20, cancelled: 6, no_show: 0, waiting: 0, needs: [{text: '轮椅', parties: 3}, {text: '助听', parties: 2}]}, filters: {all: 289, expected: 157, present: 126, cancelled: 6, waiting: 0, staff: 9, to_tell: 0},
      total: q ? found.length : 289, rows: found, found: found.length === 1 ? found[0].id : null, late: [{id: rows[6].id, code: '4851', kiosk_code: 'H061', entered: now, arrived: '2026-11-22T06:31:00.000Z'}], form: {version: 1, questions: listing.form}, retention: {days: 30, delete: now}}];
  }
  const known = fixed[`${method} ${path}`];
  if (known) return [200, known];
  return method === 'GET' ? [404, {error: {code: 'desk.none', message: text('没有。', 'None.')}}] : [204];
}
