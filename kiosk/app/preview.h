// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"

namespace wenlan::app {

// `wenlan-kiosk --preview`: what a screen would show of a listing that is being written. A process
// without keys and without network, kept warm by whoever asks; it ends when its stdin ends.
//
// Every message, both ways, is four bytes of its length (the highest first) and so many bytes; each
// request on stdin has one answer on stdout, in order. A request is at most 4 MiB of JSON:
//
//   {"page": "detail",              // or "home", "events", "attract": where it is looked at
//    "orientation": "portrait",     // or "landscape"
//    "width_px": 540,               // of the shorter side, 320 to 1080; a panel has 1080
//    "language": "zh", "large_text": false, "high_contrast": false,
//    "now": "2026-11-22T06:20:00Z", // none: the present
//    "centre": {"name": {"zh": "", "en": ""}, "zone": "Asia/Shanghai", "public_url": "",
//               "phone": "", "hours": [[540, 1260], ...]},        // seven, Monday first
//    "venues": [{"id": 1, "key": "", "name": {..}, "short_name": {..}, "floor": {..},
//                "directions": {..}, "storey": 1}],
//    "tags": [{"key": "opera", "name": {..}, "section": "events", "filter_order": 1}],
//    "listing": {...},              // as below
//    "others": [{...}]}             // more of the programme, for the pages around it
//
// A listing has the words of store/hub/listing_json.h: texts as {"zh", "en"}, instants as ISO 8601,
// "tags" as keys, "form" as questions; and "dates": [{"start", "end", "venue": id, "capacity",
// "walk_in_places", "taken", "signup_opens", "signup_closes", "state", "reason"}]. What is missing
// or null is as in a new listing; what is not known is passed over. A listing without a title gets
// "…", so that one can be looked at while it is being begun.
//
// An answer is a PNG, or, where there is no picture, JSON {"code", "message"}: a sentence for
// whoever writes. After an error of a request the next one is answered as usual.
//
// --data names the folder whose poster/ has the pictures that listings name, besides the built-in
// ones; nothing else of it is looked at. Gives the exit code.
int run_preview(const Options& options);

}  // namespace wenlan::app
