// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "hub/api/route.h"

// What the pages for rosters and the front desk and the hub say to each other. COMMON in
// api_shapes.h holds here too; paths are below /api/desk. A member marked ? may be left out of what
// goes in. :sign_up is 32 hexadecimal digits.
//
// Row: {"id","version","occasion","arrival":n (the order in which the hub had it),
//   "code":"8350 4417" (as read; "" none),"kiosk_code":"H12 835 044"|"",
//   "name":"" (gone, or never given),"phone":"138****2406"|"","party","present",
//   "state":"requested|confirmed|waitlisted|declined|cancelled|checked_in|no_show",
//   "why":"none|full|closed|called_off|by_person|by_staff|not_reached|not_drawn|...",
//   "source":"screen|desk|phone","by":"小林" (a member of staff entered it: 社工代登)|"",
//   "walking_in":bool,"late":null|{"entered":instant} (came in after a while without a network;
//   its place is by when it came: 按送达顺序排定),"arrived":instant,
//   "checked_in":null|{"at":instant,"who","can_undo":bool} (the last that came),
//   "place":n (on the waiting list, from 1; 0: not on it),
//   "promoted":null|{"tell_until":instant} (has seats from the waiting list and is to be told by
//   then),"to_tell":""|"promoted|moved|called off|unreadable|full|closed|not_reached|...",
//   "answers":[{"prompt":Text,"text"}] (of the listing's own questions)}
// Every change of a sign-up takes the version that was seen, so that two who press at once do it
// once: 409 roster.changed-meanwhile {"row":Row as it is now}. Not possible in its state: 422
// roster.not-possible. Unknown: 404 desk.none.
//
// Occasion: {"id","listing","title":Text,"poster":{"name","focus_x","focus_y"},"venue":Text,
//   "start","end","state":"scheduled|moved|cancelled","reason":Text,"capacity" (0: none counted),
//   "signed_up":people with seats,"present":people,"free":{"screen","phone"},"walk_in_left",
//   "waiting":parties,"to_tell":parties}
// ROSTERS
//   GET /rosters?from=day&until=day (included; without: today) -> {"now":instant,
//     "occasions":[Occasion]} by their start: those that one signs up for or that have sign-ups
//   GET /rosters/:occasion?q&filter=all|expected|present|cancelled|waiting|staff|to_tell&offset&
//     limit (at most 200)&stamp -> {"stamp","now","occasion":Occasion,"numbers":{"signed_up",
//     "parties","present","free","walk_in_left","cancelled":parties,"no_show":parties,
//     "waiting":parties,"needs":[{"text","parties"}] (answers to choices, the most frequent
//     first)}, "filters":{"all":n,"expected":n,...},"total":rows that match,"rows":[Row],
//     "found":id|null (q is whose code, or finds one only),"late":[{"id","code","kiosk_code",
//     "entered","arrived"}] (the last five),"form":{"version","questions":[as in api_shapes.h]},
//     "retention":{"days","delete":instant}}
//     q: a code in any spelling, what a scanner read, a name or a part of it, its initials (wxy) or
//     pinyin, or the last four digits of a phone. With the stamp of the answer before: 204 where
//     nothing has changed since.
//   POST /rosters/:occasion/sign-ups {"request":32 hexadecimal digits, made by the page: the same
//     again is the same sign-up,"name"?,"phone"?,"party","walking_in":bool,"answers"?:[{"question":
//     index in the form,"text"?,"number"?,"chosen"?:[n],"ticked"?}],"guardian_agrees"?} -> 201 Row:
//     with seats, waiting or declined. 422 desk.fields (field "name", "phone", "party",
//     "answers.2")
//   POST /rosters/:occasion/release -> {"released":parties}: whoever has not come loses the seats;
//     from the start on. 422 roster.too-early
//   POST /rosters/:occasion/export {"purpose","format":"csv|xlsx","phones"?:bool (editor)} -> the
//     file. 422 desk.fields where the purpose is empty. Put into the log.
//   POST /rosters/:occasion/import?try=1, body: CSV (UTF-8 or GB18030; 称呼 or 姓名, 电话, 人数 in
//     its heading) -> {"taken":bool,"rows","added","waitlisted","refused","lines":[{"line",
//     "verdict":"refused|waitlisted","code","sentence":Text}]}; editor
// SIGN-UPS
//   POST /sign-ups/:sign_up/check-in {"version","more":people} -> Row
//   POST /sign-ups/:sign_up/check-in-undo {"version"} -> Row: the last that came, on the same day
//   POST /sign-ups/:sign_up/cancel {"version"} -> Row; .../restore {"version"} -> Row
//   POST /sign-ups/:sign_up/shrink {"version","party"} -> Row
//   PUT  /sign-ups/:sign_up/place {"version","place","reason"} -> Row. 422 sign-up.no-reason
//   POST /sign-ups/:sign_up/phone -> {"phone"}: the whole number, once it is in the log
//   POST /sign-ups/:sign_up/told {"version","how":"phone|in person|not reached"} -> Row; not
//     reached stays on the list
//   GET  /to-tell -> {"rows":[Row and "title":Text,"start":instant,"reason":Text]}, by the start
// NUMBERS (no name, no number of anyone)
//   GET /numbers?from=month&until=month ("2026-11") -> {"months":[{"month","kind","occasions",
//     "signed_up","present","cancelled","no_show"}],"listings":[{"listing","title":Text,"kind",
//     "occasions","signed_up","present","no_show"}],"screens":[{"screen","name","hours":[24
//     sign-ups by the hour of the day]}],"sources":{"screen","desk","phone"}}; with &format=csv a
//     table of the months
// RETENTION AND PERSONS
//   GET /listings/:listing/retention -> {"days","usual"}; PUT {"days":1-365|null} -> the same
//     (editor): also for what is kept already
//   POST /person/export {"phone"} -> JSON, a file; POST /person/forget {"phone"} -> {"forgotten":n}
//     (manager)
// HELP CALLS (找社工)
//   GET /help-calls?after=number -> {"number","calls":[{"number","screen","name","at","answered":
//     null|{"who","at"}}]}: of the last two hours
//   POST /help-calls/:call/answer -> {"answered":{"who","at"}}: 我来了; who comes second is told
//   who
//     was first
// MESSAGES
//   GET /messages -> {"gateway":"spool|http","messages":[{"number","template","sign_up","state":
//     "waiting|sent|failed","at","tries","trouble":code|""}]}: the newest first; never their text
//   POST /messages/:message/again -> 204
namespace wenlan::hub::desk {

std::span<const Route> roster_routes();

}  // namespace wenlan::hub::desk
