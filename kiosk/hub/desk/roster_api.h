// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "hub/desk/asked.h"

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
// roster.not-possible. Unknown: 404 roster.none.
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
//     "waiting":parties,"needs":[{"text","parties"}] (what was ticked or chosen, the most
//     frequent first)},"filters":{"all":n,"expected":n,...},"total":rows that match,"rows":[Row],
//     "found":id|null (q is whose code, or finds one only),"late":[{"id","code","kiosk_code",
//     "entered","arrived"}] (the last five)}
//     q: a code in any spelling, what a scanner read, a name or a part of it, its initials (wxy) or
//     pinyin, or the last four digits of a phone. With the stamp of the answer before: 204 where
//     nothing has changed since.
//   POST /rosters/:occasion/sign-ups {"request":32 hexadecimal digits, made by the page: the same
//     again is the same sign-up,"name"?,"phone"?,"party","walking_in":bool} -> 201 Row: with seats,
//     waiting or declined. 422 desk.fields (field "name", "phone", "party")
//   POST /rosters/:occasion/release -> {"released":parties}: whoever has not come loses the seats;
//     from the start on. 422 roster.too-early
//   POST /rosters/:occasion/export {"purpose","format":"csv|xlsx","phones"?:bool (editor)} -> the
//     file. 422 desk.fields where the purpose is empty. Put into the log.
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
// PERSONS (manager)
//   POST /person/export {"phone"} -> JSON, a file: all that is kept of whoever has it
//   POST /person/forget {"phone"} -> {"forgotten":n}: all of it goes, what was to come is cancelled
namespace wenlan::hub::desk {

// The routes, by what they do.
std::span<const DeskRoute> roster_view_routes();
std::span<const DeskRoute> roster_change_routes();
std::span<const DeskRoute> person_routes();

}  // namespace wenlan::hub::desk
